"""The labour expert's own words: what each was read as, and what the tables say of it per kind of work."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import AdviceSign, ExpertWords, Question, RankedOccupation
from matcher.language import jobs_in
from matcher.ranking import PersonFacts
from matcher.reference.dates import date_in_words
from matcher.reference.letters import spoken_title
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain
from matcher.rulings import Rulings

_ADVISED = "person.labour_expert.advised"


def expert_said(case: Case, rulings: Rulings, facts: PersonFacts, catalogue: Catalogue) -> tuple[ExpertWords, ...]:
    """Answer what the labour expert advised and rejected, word for word, and what was done with it.

    Args:
        case: the case.
        rulings: how the words were linked.
        facts: how the same title was read where it stands as earlier work.
        catalogue: occupations.
    """
    expert, words = case.person.labour_expert, read_yaml("zoekprofiel.yaml")["expert_words"]
    said = [
        (part, number, text) for part in ("advised", "rejected") for number, text in enumerate(getattr(expert, part))
    ]
    return tuple(
        ExpertWords(
            field, _label(words, part, expert.report_date), text, _done(field, part, text, rulings, facts, catalogue)
        )
        for part, number, text in said
        for field in [f"person.labour_expert.{part}.{number}"]
    )


def _label(words: Mapping[str, Any], part: str, reported: date | None) -> str:
    if reported is None:
        return str(words["undated"].format(label=words[part]))
    return str(words["reported"].format(label=words[part], date=date_in_words(reported)))


def report_questions(case: Case, form_date: date | None) -> tuple[Question, ...]:
    """Answer the question that an older report raises: the form came later, so the advice may no longer hold.

    Args:
        case: the case.
        form_date: date of the leading form; None without a form.
    """
    expert = case.person.labour_expert
    if expert.report_date is None or form_date is None or expert.report_date >= form_date:
        return ()
    if not (expert.advised or expert.rejected):
        return ()
    about = {"report": date_in_words(expert.report_date), "form": date_in_words(form_date)}
    words = read_yaml("zoekprofiel.yaml")["questions"]
    what = "both" if expert.advised and expert.rejected else "advised" if expert.advised else "rejected"
    text = str(words["older_report"].format(**about, **words["older_what"][what]))
    return (Question("coach", "person.labour_expert.report_date", text),)


def own_part_questions(case: Case, rulings: Rulings) -> tuple[Question, ...]:
    """Answer the question to the labour expert about an own work of which only some of the jobs are rejected.

    Args:
        case: the case.
        rulings: which fields reject the own work, or one job of it.
    """
    if not jobs_left(case, rulings):
        return ()
    return (
        Question("labour_expert", "person.old_job", str(read_yaml("zoekprofiel.yaml")["questions"]["own_part_left"])),
    )


def jobs_left(case: Case, rulings: Rulings) -> tuple[str, ...]:
    """Answer the jobs of the own work that nobody rejected, when at least one other job of it was.

    Args:
        case: the case.
        rulings: which fields reject the own work, or one job of it.
    """
    old = case.person.old_job
    if old is None or rulings.own or not rulings.own_part:
        return ()
    rejected = {title.strip().casefold() for title in case.person.labour_expert.rejected}
    return tuple(job for job in jobs_in(old.title) if job.strip().casefold() not in rejected)


def _held_as(text: str, facts: PersonFacts) -> str | None:
    """Answer the occupation that the same title was read as in the earlier work."""
    said = text.strip().casefold()
    return next((held.occupation_id for held in facts.held if held.title.strip().casefold() == said), None)


def _done(field: str, part: str, text: str, rulings: Rulings, facts: PersonFacts, catalogue: Catalogue) -> str:
    words = read_yaml("zoekprofiel.yaml")["expert_words"]
    if field in rulings.settings:
        return str(words["setting"].format(setting=rulings.settings[field]))
    if field in rulings.own:
        return str(words["rejected_own"])
    code = rulings.links[field]
    if code is not None:
        title = spoken_title(catalogue.occupation(code).title_nl)
        link = words[f"{part}_link"].format(title=title, id=code)
        return f"{words['own_part']} {link}" if field in rulings.own_part else str(link)
    read_as = _held_as(text, facts) if field in rulings.own_part else None
    if read_as is not None and read_as in facts.own_work | rulings.rejected:
        title = spoken_title(catalogue.occupation(read_as).title_nl)
        return f"{words['own_part']} {words['own_part_read'].format(title=title, id=read_as)}"
    topics = [str(topic["nl"]) for topic in _topics(text)]
    if part == "advised" and topics:
        read = str(words["advised_topics"].format(topics=", ".join(topics)))
        return f"{read} {words['advised_rest']}" if _words_left(text) else read
    return f"{words['own_part']} {words['own_part_open']}" if field in rulings.own_part else str(words[f"{part}_open"])


def expert_questions(case: Case, rulings: Rulings, facts: PersonFacts) -> tuple[Question, ...]:
    """Answer what the coach must still look at: words about work that were read in part, or not at all.

    Args:
        case: the case.
        rulings: how the words were linked.
        facts: how the earlier work was read; a title that is asked about there is not asked twice.
    """
    words = read_yaml("zoekprofiel.yaml")["questions"]
    read = [
        Question("coach", field, words["advice_setting"].format(number=_number(field), setting=nl))
        for field, nl in rulings.settings.items()
    ]
    asked_there = {field for field in rulings.own_part if _held_as(_said_at(field, case), facts) in facts.own_work}
    unread = [
        Question("coach", field, _unread(field, case, words)) for field in rulings.unread if field not in asked_there
    ]
    return (*read, *unread)


def _said_at(field: str, case: Case) -> str:
    return case.person.labour_expert.rejected[_number(field) - 1]


def _unread(field: str, case: Case, words: Mapping[str, Any]) -> str:
    part = field.rsplit(".", 1)[0]
    place = words["unread_places"][part].format(number=_number(field))
    text = case.person.labour_expert.advised[_number(field) - 1] if part == _ADVISED else ""
    topics = _topics(text)
    if topics:
        named = ", ".join(str(topic["nl"]) for topic in topics)
        asked = str(words["advice_topics"].format(number=_number(field), topics=named))
        return f"{asked} {words['advice_rest']}" if _words_left(text) else asked
    return str(words["unread_advised" if part == _ADVISED else "unread"].format(place=place))


def _number(field: str) -> int:
    return int(field.rsplit(".", 1)[1]) + 1


def advice_signs(
    occupation: RankedOccupation, case: Case, rulings: Rulings, catalogue: Catalogue
) -> tuple[AdviceSign, ...]:
    """Answer what the tables say of an occupation about the advice; it orders nothing and rules nothing out.

    Args:
        occupation: the ranked occupation, with what was compared.
        case: the case.
        rulings: how the words were linked; advice that names an occupation or a place is shown elsewhere.
        catalogue: occupations, for the usual level.
    """
    return tuple(
        sign
        for number, text in enumerate(case.person.labour_expert.advised)
        for field in [f"{_ADVISED}.{number}"]
        if field in rulings.unread
        for topic in _topics(text)
        for sign in _signs(field, topic, occupation, catalogue)
    )


def _signs(
    field: str, topic: Mapping[str, Any], occupation: RankedOccupation, catalogue: Catalogue
) -> Iterator[AdviceSign]:
    words = read_yaml("advice_words.yaml")["nl"]
    name = str(topic["nl"])
    if "channel" not in topic:
        level = read_yaml("education.yaml")["level_name_nl"][catalogue.occupation(occupation.id).education_level]
        yield AdviceSign(field, name, words["level"].format(topic=name, level=level), None, "")
        return
    demand = next((f.demand for f in occupation.findings if f.channel == topic["channel"]), None)
    share = None if demand is None or not demand.is_known else demand.within_pct[int(topic["level"])]
    if demand is None or share is None:
        yield AdviceSign(field, name, words["unknown"].format(topic=name), None, "")
    else:
        text = words["share"].format(topic=name, pct=share, asks=topic["asks"])
        yield AdviceSign(field, name, text, share, demand.source)


def _topics(text: str) -> list[Mapping[str, Any]]:
    """Answer what our list reads in the words of advice, in the order of the list."""
    table, said = read_yaml("advice_words.yaml"), plain(text)
    return [topic for topic in (*table["topics"], *table["levels"]) if re.search(topic["words"], said)]


def _words_left(text: str) -> bool:
    """Answer whether advice holds words of its own beside what our list reads."""
    left, filler = plain(text), set(read_yaml("advice_words.yaml")["filler"])
    for topic in _topics(text):
        left = re.sub(topic["words"], " ", left)
    return any(word not in filler for word in re.findall(r"\w+", left))
