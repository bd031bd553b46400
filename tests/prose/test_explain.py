"""Each of four readers gets what is theirs: the practice cases, and a case with planted words."""

from datetime import date

import pytest

from matcher import Case, InputError, match
from matcher.prose import Audience, Explanation, explain, explanation_markdown, explanation_text, lint_explanation
from matcher.prose.explanation import Table
from tests.practice.story import raw_case, story_day
from tests.prose.outputs import EXPLAINED, faults
from tests.prose.prove import PRACTICE, spelled_text
from tests.prose.spelling import knows, unknown_in


def explained(name: str, reader: Audience, language: str = "nl") -> Explanation:
    case = Case.model_validate(raw_case(name))
    return explain(match(case, story_day(name)), case, reader, language)


@pytest.mark.parametrize("name", PRACTICE)
def test_every_explanation_of_a_practice_case_is_right(name: str) -> None:
    for reader, language in EXPLAINED:
        made = explained(name, reader, language)
        assert list(faults(made)) == []
        if language == "nl" and reader in {Audience.WORKER, Audience.DOCTOR}:
            assert lint_explanation(made, knows) == ()
        if language == "nl":
            assert unknown_in(spelled_text(made)) == set()


def test_the_worker_reads_the_rights_in_both_languages() -> None:
    dutch, english = (explanation_text(explained("P1", Audience.WORKER, language)) for language in ("nl", "en"))
    assert "deskundigenoordeel" in dutch
    assert "wat het programma deed en waarom" in dutch
    assert "Wie ziet wat?" in dutch
    assert "what the program did and why" in english
    assert "Who sees what?" in english


def test_the_doctor_reads_questions_and_nothing_on_work_or_wage() -> None:
    text = explanation_text(explained("P1", Audience.DOCTOR)).lower()
    assert "alleen incidenteel" in text  # the question goes on from what the doctor wrote
    for word in ("loon", "beroep", "vacature", "isco", "punten"):
        assert word not in text


def test_the_labour_expert_reads_a_table_without_wage_and_score() -> None:
    made = explained("P2", Audience.LABOUR_EXPERT)
    heads = {tuple(cell.text for cell in block.head) for block in made.blocks if isinstance(block, Table)}
    assert heads == {("Onderdeel", "Belasting", "Belastbaarheid", "Conclusie", "Motivering")}
    text = explanation_markdown(made).lower()
    assert "loon:" not in text
    assert "score" not in text


def test_only_the_coach_reads_the_score_and_the_wage() -> None:
    assert "Loon:" in explanation_text(explained("P2", Audience.COACH))
    for reader, language in EXPLAINED:
        if reader is not Audience.COACH:
            assert "Score " not in explanation_text(explained("P2", reader, language))


def test_an_employer_gets_no_explanation() -> None:
    with pytest.raises(InputError):
        explained("P1", Audience.NEW_EMPLOYER)
    with pytest.raises(InputError):
        explained("P1", Audience.DOCTOR, "en")


def test_without_a_form_the_doctor_is_asked_for_one() -> None:
    case = Case.model_validate({"schema": "matcher/case/1", "id": "bare"})
    made = explain(match(case, date(2026, 11, 16)), case, Audience.DOCTOR)
    assert "nog geen geldig document" in explanation_text(made)
    assert lint_explanation(made) == ()
