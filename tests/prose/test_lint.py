"""Every fault has its code; each test plants one fault in a good text."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matcher import Case, match
from matcher.prose import Audience, Fragment, LintCode, ProfileText, Provenance, Sentence, audiences_of, compose_text
from matcher.prose.lint import lint_text
from matcher.prose.lint_words import lint_data
from tests.practice.story import raw_case
from tests.prose.spelling import knows

DOC = Path(__file__).parents[2] / "docs" / "prose.md"


@pytest.fixture(scope="module")
def good() -> ProfileText:
    case = Case.model_validate(raw_case("P9"))
    return compose_text(match(case, date(2026, 11, 2)), case)


def sentence(words: str, provenance: Provenance = Provenance.COACH, kind: str = "coach_sentence") -> Sentence:
    return Sentence("test", (Fragment(words, provenance, audiences_of(kind), "coach.actions.0"),))


def with_sentence(text: ProfileText, extra: Sentence) -> ProfileText:
    first, second = text.paragraphs
    return replace(text, paragraphs=(first, (*second[:-1], extra, second[-1])))


def codes(text: ProfileText, audience: Audience = Audience.COACH) -> set[LintCode]:
    return {found.code for found in lint_text(text, audience, knows)}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Tillen kan tot 5 kg.", LintCode.FIGURE_LIMIT),
        ("Er is plaats voor zes uur per dag.", LintCode.FIGURE_LIMIT),
        ("Duwen kan tot 100 N.", LintCode.FIGURE_LIMIT),
        ("Staan kan een half uur.", LintCode.FIGURE_LIMIT),
        ("Bukken kan tot 45 graden.", LintCode.FIGURE_LIMIT),
        ("Het formulier is van 11-05-2026.", LintCode.DATE_IN_FIGURES),
        ("De werknemer was kok tot 2019.", LintCode.YEAR),
        ("Op IV.13 staat een grens.", LintCode.ITEM_CODE),
        ("Op 4.14 staat een grens.", LintCode.ITEM_CODE),
        ("De rechter hand doet niet mee.", LintCode.BODY_PART),
        ("Werk met een rechte rug is nodig.", LintCode.BODY_PART),
        ("Er is sprake van een hernia.", LintCode.MEDICAL_WORD),
        ("De behandeling loopt nog.", LintCode.MEDICAL_WORD),
        ("De prognose is goed.", LintCode.MEDICAL_WORD),
        ("De werknemer wil graag met dieren werken.", LintCode.MOTIVATION),
        ("Dit is passend werk.", LintCode.LEGAL_CONCLUSION),
        ("Middels een stage kan men beginnen.", LintCode.HARD_WORD),
        ("Er staan  twee spaties.", LintCode.SPACING),
        ("Er is is ruimte.", LintCode.DOUBLE_WORD),
        ("geen hoofdletter en geen punt", LintCode.SENTENCE_FORM),
        ("Er is een qzwerkplek.", LintCode.UNKNOWN_WORD),
        ("Dit is " + "een heel lange zin met veel woorden " * 5 + "erin.", LintCode.LONG_SENTENCE),
    ],
)
def test_a_planted_fault_gets_its_code(good: ProfileText, words: str, code: LintCode) -> None:
    assert code in codes(with_sentence(good, sentence(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Er is elke zes weken overleg.",
        "Werken boven schouderhoogte komt weinig voor.",
        "Het overleg is op 3 december 2026.",
        "De handel biedt kansen.",
    ],
)
def test_what_may_stand_is_not_reported(good: ProfileText, words: str) -> None:
    assert codes(with_sentence(good, sentence(words))) <= {LintCode.WORD_COUNT}


def test_a_good_text_has_no_faults(good: ProfileText) -> None:
    assert codes(good) == set()


def test_the_first_and_last_sentence_are_fixed(good: ProfileText) -> None:
    first, second = good.paragraphs
    assert LintCode.OPENING in codes(replace(good, paragraphs=(first[1:], second)))
    assert LintCode.CLOSING in codes(replace(good, paragraphs=(first, second[:-1])))


def test_one_paragraph_is_not_enough(good: ProfileText) -> None:
    assert LintCode.PARAGRAPHS in codes(replace(good, paragraphs=(good.sentences,)))


def test_too_few_words_are_reported(good: ProfileText) -> None:
    first, second = good.paragraphs
    assert LintCode.WORD_COUNT in codes(replace(good, paragraphs=(first[:1], second[-1:])))


def test_the_document_needs_its_date(good: ProfileText) -> None:
    first, second = good.paragraphs
    piece = Fragment("De mogelijkheden staan op papier.", Provenance.FORM, audiences_of("document"), "forms.0")
    changed = tuple(replace(s, fragments=(piece,)) if s.key == "document.known" else s for s in first)
    assert LintCode.DATE_MISSING in codes(replace(good, paragraphs=(changed, second)))


def test_a_sentence_without_a_source_is_untraceable(good: ProfileText) -> None:
    piece = Fragment("Dit staat nergens.", Provenance.PERSON, audiences_of("person"), "")
    assert LintCode.UNTRACEABLE in codes(with_sentence(good, Sentence("test", (piece,))))


def test_a_wage_never_reaches_an_employer(good: ProfileText) -> None:
    piece = Fragment("Het loon was 2500.", Provenance.PERSON, audiences_of("wage"), "person.old_job")
    leaked = with_sentence(good, Sentence("test", (piece,)))
    found = codes(leaked, Audience.CURRENT_EMPLOYER)
    assert {LintCode.AUDIENCE, LintCode.NUMBER_WITHOUT_SOURCE} <= found
    assert LintCode.AUDIENCE not in codes(leaked, Audience.COACH)


def test_conditions_and_the_document_never_reach_a_new_employer(good: ProfileText) -> None:
    found = codes(good, Audience.NEW_EMPLOYER)
    assert {LintCode.AUDIENCE, LintCode.BLOCKED_FOR_NEW_EMPLOYER, LintCode.NUMBER_WITHOUT_SOURCE} <= found


def test_words_about_work_may_name_care_but_words_about_the_person_may_not(good: ProfileText) -> None:
    words = "Taken zijn medicijnen bezorgen."
    assert codes(with_sentence(good, sentence(words, Provenance.CATALOGUE, "work"))) <= {LintCode.WORD_COUNT}
    assert LintCode.MEDICAL_WORD in codes(with_sentence(good, sentence(words, Provenance.PERSON, "person")))


def test_four_sentences_with_worden_in_a_row_are_a_chain(good: ProfileText) -> None:
    chained = good
    for _ in range(4):
        chained = with_sentence(chained, sentence("Er wordt gezocht."))
    assert LintCode.PASSIVE_CHAIN in codes(chained)


def test_every_code_has_a_message_and_a_line_in_the_docs() -> None:
    assert set(lint_data()["messages"]) == {code.value for code in LintCode}
    documented = set(re.findall(r"^\| `(\w+)` \|", DOC.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == {code.value for code in LintCode}
