"""The open questions: to the doctor, the labour expert, the coach, and to every employer the same ones."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus, Remark, RemarkKind
from matcher.domain.case import Case
from matcher.domain.finding import Outcome
from matcher.domain.zoekprofiel import Question, RankedOccupation
from matcher.ranking import PersonFacts
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain
from matcher.zoekprofiel.doctors_words import names_situation

DEMANDING = "capacity_unknown_asked"


def person_questions(
    case: Case, profile: CapacityProfile, facts: PersonFacts, occupations: Sequence[RankedOccupation]
) -> tuple[Question, ...]:
    """Answer what must still be asked about the person.

    Args:
        case: for what the doctor expects, which may answer a question before it is put.
        profile: capacity with its remarks.
        facts: what is missing about experience, level and wage.
        occupations: the occupations of the profile; only items that their work asks lead to a question.
    """
    words = read_yaml("zoekprofiel.yaml")["questions"]
    answered = _answered(case, profile, words)
    asked = {f.channel for o in occupations for f in o.findings if f.rule == DEMANDING}
    signals = {f.channel for o in occupations for f in o.findings if f.outcome is Outcome.SIGNAL}
    questions = [Question("doctor", remark.item, _about_words(remark, words)) for remark in profile.remarks]
    for code, capacity in profile.channels.items():
        channel = channels()[code]
        about = {"label": channel.label_nl, "item": channel.item}
        if capacity.status is CapacityStatus.UNKNOWN and code in asked:
            questions.append(Question("doctor", code, words["doctor_unknown"].format(**about)))
        degree_open = capacity.status is CapacityStatus.LIMITED and not capacity.degree_known
        if degree_open and not (answered and names_situation(capacity)):
            questions.append(Question("doctor", code, _degree(capacity, words, about)))
        if code in signals and capacity.status is not CapacityStatus.LIMITED:
            questions.append(Question("labour_expert", code, words["labour_expert_signal"].format(**about)))
    questions.extend(Question("coach", "person", text) for text in (*facts.missing_nl, *facts.assumed_nl))
    return tuple(dict.fromkeys(questions))


def _answered(case: Case, profile: CapacityProfile, words: Mapping[str, Any]) -> bool:
    """Answer whether the doctor's outlook on the leading form says that nothing is limited outside what it names."""
    leading = next((f for f in case.forms if (f.date, f.kind) == (profile.form_date, profile.form_kind)), None)
    outlook = None if leading is None or leading.prognosis is None else leading.prognosis.text
    return outlook is not None and re.search(words["answered_by_outlook"], plain(outlook)) is not None


def language_questions(case: Case) -> tuple[Question, ...]:
    """Answer what the coach must settle when the case says that somebody speaks or writes little Dutch.

    Args:
        case: the case with its languages; a language that it does not name leads to nothing.
    """
    words = read_yaml("zoekprofiel.yaml")["questions"]
    found = []
    for number, skill in enumerate(case.person.languages):
        if skill.language.strip().casefold() != words["language_name"]:
            continue
        levels = {"spoken": skill.spoken, "written": skill.written}
        little = [said[levels[name]] for name, said in words["language_little"].items() if levels[name] in said]
        if little:
            text = words["language"].format(skills=" en ".join(little))
            found.append(Question("coach", f"person.languages.{number}", text))
    return tuple(found)


def _degree(capacity: Capacity, words: Mapping[str, Any], about: Mapping[str, str]) -> str:
    """Answer the question about a limit without a degree; it goes on from what the doctor wrote."""
    ask = words["ask"].get(about["item"], words["ask"]["default"])
    if capacity.text is None:
        return str(words["doctor_degree"].format(**about, ask=ask))
    if names_situation(capacity):  # a ban leaves no degree to ask
        return str(words["doctor_degree_known"].format(**about, words=_quoted(capacity.text)))
    return str(words["doctor_degree_words"].format(**about, words=_quoted(capacity.text), ask=ask))


def _about_words(remark: Remark, words: Mapping[str, Any]) -> str:
    """Answer the question about words on the form, put to the doctor who wrote them."""
    if remark.text is None or remark.item not in items():
        return remark.question_nl
    labels = ", ".join(dict.fromkeys(channels()[code].label_nl for code in remark.channels))
    label = f"{items()[remark.item].name_nl.lower()} ({remark.item})"
    about = {"item": label, "words": _quoted(remark.text), "channels": labels}
    if remark.kind is RemarkKind.NON_MATCHING:
        return str(words["doctor_own_condition"].format(**about))
    if remark.kind is RemarkKind.HIDDEN_LIMIT and labels:
        return str(words["doctor_hidden"].format(**about))
    return str(words["doctor_unclear"].format(**about))


def _quoted(text: str) -> str:
    """Answer words on one line, as they stand between quotes before a full stop."""
    return " ".join(text.split()).rstrip(".")


def core_questions() -> tuple[str, ...]:
    """Answer the open questions for every employer, whatever the work or the person (decision 11).

    Example:
        >>> core_questions()[0]
        'Hoe vaak zijn er deadlines of pieken, en hoe lang duren die?'
    """
    return _asked(core_channels())


def core_channels() -> tuple[str, ...]:
    """Answer what every employer is asked about, as channels in the order of `core_questions`.

    Example:
        >>> core_channels()[0]
        'I.8.4'
    """
    return tuple(read_yaml("zoekprofiel.yaml")["employer_core"])


def employer_questions(channels_asked: Iterable[str]) -> tuple[str, ...]:
    """Answer the open questions for an employer about an occupation, beside those of every work.

    The questions come from what is uncertain or notable in the *work*, never from what is limited in the person, so
    two people with different limits ask the same (decision 11).

    Args:
        channels_asked: channels that are notable or unknown in the work, most notable first.
    """
    core, most = core_questions(), int(read_yaml("zoekprofiel.yaml")["employer_questions_max"])
    return tuple(text for text in _asked(channels_asked) if text not in core)[:most]


def _asked(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(channels()[code].employer_question_nl for code in codes))
