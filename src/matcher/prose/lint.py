"""The linter of the profile text: stable codes, one finding per fault, each with the sentence that it is in."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.intake.medical import names_something_medical
from matcher.prose.audience import Audience
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.lint_words import lint_data, patterns, word_codes
from matcher.prose.text_value import ProfileText
from matcher.prose.wording import wording_on

_NOT_ABOUT_THE_PERSON = frozenset({Provenance.CATALOGUE, Provenance.POLICY})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DICTIONARY_FREE = ("person.region",)
_DIGIT = re.compile(r"\d")

Knows = Callable[[str], bool]


class LintCode(StrEnum):
    """What can be wrong. The names are stable."""

    OPENING = "opening"
    CLOSING = "closing"
    PARAGRAPHS = "paragraphs"
    WORD_COUNT = "word_count"
    DATE_IN_FIGURES = "date_in_figures"
    DATE_MISSING = "date_missing"
    FIGURE_LIMIT = "figure_limit"
    NUMBER_WITHOUT_SOURCE = "number_without_source"
    YEAR = "year"
    ITEM_CODE = "item_code"
    BODY_PART = "body_part"
    MEDICAL_WORD = "medical_word"
    MOTIVATION = "motivation"
    LEGAL_CONCLUSION = "legal_conclusion"
    UNTRACEABLE = "untraceable"
    AUDIENCE = "audience"
    BLOCKED_FOR_NEW_EMPLOYER = "blocked_for_new_employer"
    LONG_SENTENCE = "long_sentence"
    PASSIVE_CHAIN = "passive_chain"
    HARD_WORD = "hard_word"
    SPACING = "spacing"
    SENTENCE_FORM = "sentence_form"
    DOUBLE_WORD = "double_word"
    UNKNOWN_WORD = "unknown_word"
    WORK_FOR_DOCTOR = "work_for_doctor"


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One fault.

    Attributes:
        code: what is wrong.
        where: place of the sentence, e.g. `alinea 1, zin 3`, or `tekst`.
        problem_nl: the fault in Dutch. Never repeats the words of a form.
    """

    code: LintCode
    where: str
    problem_nl: str


def finding(code: LintCode, where: str, **values: object) -> LintFinding:
    """Answer a finding with its Dutch message."""
    return LintFinding(code, where, str(lint_data()["messages"][code.value]).format(**values))


def lint_text(text: ProfileText, audience: Audience, knows: Knows | None = None) -> tuple[LintFinding, ...]:
    """Answer everything that is wrong with a profile text for a reader; empty when it may go out.

    Args:
        text: the composed text, with or without sentences of the coach.
        audience: who will read it.
        knows: answers whether a word is in a dictionary; without it the spelling is not checked.
    """
    return (*_whole_text(text), *_sentences(text, audience, knows))


def _whole_text(text: ProfileText) -> Iterator[LintFinding]:
    words = wording_on(text.on)
    low, high = int(words.data["words"]["min"]), int(words.data["words"]["max"])
    if len(text.paragraphs) != 2 or not all(text.paragraphs):  # noqa: PLR2004 the text has two paragraphs
        yield finding(LintCode.PARAGRAPHS, "tekst")
    sentences = text.sentences
    if not sentences or sentences[0].text != words.template("opening"):
        yield finding(LintCode.OPENING, "tekst")
    if not sentences or sentences[-1].text != words.template("closing"):
        yield finding(LintCode.CLOSING, "tekst")
    if not low <= text.words <= high:
        yield finding(LintCode.WORD_COUNT, "tekst", found=text.words, low=low, high=high)
    for sentence in sentences:
        dated = sentence.key in {"document.known", "document.no_author", "document.no_possibilities"}
        if dated and patterns().date_in_words.search(sentence.text) is None:
            yield finding(LintCode.DATE_MISSING, "tekst")


def _sentences(text: ProfileText, audience: Audience, knows: Knows | None) -> Iterator[LintFinding]:
    passive = 0
    most = int(lint_data()["most_passive_in_a_row"])
    for number, paragraph in enumerate(text.paragraphs, start=1):
        for place, sentence in enumerate(paragraph, start=1):
            where = f"alinea {number}, zin {place}"
            yield from lint_sentence(sentence, audience, where, knows)
            passive = passive + 1 if patterns().passive.search(sentence.text) else 0
            if passive > most:
                yield finding(LintCode.PASSIVE_CHAIN, where)


def lint_sentence(
    sentence: Sentence, audience: Audience, where: str, knows: Knows | None = None
) -> Iterator[LintFinding]:
    """Answer everything that is wrong with one sentence for a reader.

    Args:
        sentence: the sentence with its fragments.
        audience: who will read it.
        where: how to name its place.
        knows: answers whether a word is in a dictionary.
    """
    written = sentence.text
    high = int(lint_data()["longest_sentence"])
    yield from (finding(LintCode(code), where) for code in word_codes(written))
    if sentence.words > high:
        yield finding(LintCode.LONG_SENTENCE, where, found=sentence.words, high=high)
    if not written[:1].isupper() or not written.endswith((".", "?")):
        yield finding(LintCode.SENTENCE_FORM, where)
    yield from lint_origin(sentence, audience, where)
    if audience is Audience.NEW_EMPLOYER and patterns().blocked.search(written.lower()):
        yield finding(LintCode.BLOCKED_FOR_NEW_EMPLOYER, where)
    if knows is not None and any(not knows(word) for word in dictionary_words(sentence)):
        yield finding(LintCode.UNKNOWN_WORD, where)


def lint_origin(sentence: Sentence, audience: Audience, where: str) -> Iterator[LintFinding]:
    """Answer what is wrong with where the words came from and who may read them.

    Words about work may name a disease ("mensen met dementie"); words about the person never may.
    """
    if not sentence.traceable:
        yield finding(LintCode.UNTRACEABLE, where)
    hidden = [piece for piece in sentence.fragments if audience not in piece.audiences]
    if hidden:
        yield finding(LintCode.AUDIENCE, where)
    if any(_DIGIT.search(piece.text) and (piece in hidden or not piece.source_ref) for piece in sentence.fragments):
        yield finding(LintCode.NUMBER_WITHOUT_SOURCE, where)
    about_person = joined(sentence.fragments, about_person=True)
    about_work = joined(sentence.fragments, about_person=False)
    if (
        patterns().medical.search(about_person.lower())
        or names_something_medical(about_person)
        or names_something_medical(about_work, about_work=True)
    ):
        yield finding(LintCode.MEDICAL_WORD, where)
    if patterns().body_part.search(about_person.lower()):
        yield finding(LintCode.BODY_PART, where)


def joined(fragments: Sequence[Fragment], *, about_person: bool) -> str:
    """Answer the words about the person or about work, with a mark where the others stood."""
    return "".join(piece.text if _about_person(piece) is about_person else " _ " for piece in fragments)


def _about_person(piece: Fragment) -> bool:
    return piece.provenance not in _NOT_ABOUT_THE_PERSON and not _is_title(piece)


def _is_title(piece: Fragment) -> bool:
    """Answer whether a piece is the name of work that the person has done: that describes work too."""
    return piece.provenance is Provenance.PERSON and piece.source_ref.startswith(
        ("person.old_job", "person.experience.", "person.education.")
    )


def dictionary_words(sentence: Sentence) -> tuple[str, ...]:
    """Answer the words of a sentence that a dictionary should know: all but the names of places."""
    text = "".join(
        " "
        if piece.source_ref.startswith(_DICTIONARY_FREE) and piece.text[:1].isupper() and " " not in piece.text
        else piece.text
        for piece in sentence.fragments
    )
    return tuple(_WORD.findall(text))
