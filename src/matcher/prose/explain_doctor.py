"""The explanation for the doctor: open questions about the document, and nothing about work, wage or score."""

from collections.abc import Iterator

from matcher.domain.zoekprofiel import Question
from matcher.matching import Match
from matcher.prose.as_of import as_of_sentence
from matcher.prose.explanation import Block, Points, Text, Title
from matcher.prose.fragment import Provenance, Sentence
from matcher.prose.wording import Wording
from matcher.reference.dates import date_in_words


def doctor_blocks(match: Match, words: Wording) -> Iterator[Block]:
    """Answer the open questions for the doctor.

    Args:
        match: what `match` answered.
        words: the Dutch wording.
    """
    yield Title(_rule(words, "title", date=date_in_words(match.on)), 1)
    profile = match.profile
    if profile.form_date is None or profile.form_kind is None:
        yield Text((_rule(words, "no_form"), _rule(words, "privacy")))
        return
    name = str(words.list_of("document_names")[profile.form_kind.value])
    day = date_in_words(profile.form_date)
    asked = doctor_questions(match)
    if not asked:
        yield Text((words.say("doctor.none", "doctor_question", Provenance.FORM, "forms", name=name, date=day),))
        return
    about = words.say("doctor.form", "doctor_question", Provenance.FORM, "forms", name=name, date=day)
    yield Text((_rule(words, "intro"), about, as_of_sentence(match.receipt, words, "doctor_question")))
    yield Points(
        tuple(
            words.say("doctor.question", "doctor_question", Provenance.FORM, f"form.{q.about}", text=q.text_nl)
            for q in asked
        )
    )
    yield Text((_rule(words, "privacy"),))


def doctor_questions(match: Match) -> tuple[Question, ...]:
    """Answer the open questions for the doctor, each once; empty when the document leaves none.

    Args:
        match: what `match` answered.
    """
    return tuple(dict.fromkeys(q for q in match.zoekprofiel.questions if q.to == "doctor"))


def _rule(words: Wording, key: str, **slots: str) -> Sentence:
    return words.say(f"doctor.{key}", "doctor_question", Provenance.POLICY, "", **slots)
