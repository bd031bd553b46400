"""Each of four readers gets what is theirs: the practice cases, and a case with planted words."""

from datetime import date

import pytest

from matcher import Case, InputError, match
from matcher.prose import Audience, Explanation, explain, explanation_markdown, explanation_text, lint_explanation
from matcher.prose.explanation import Table, Title
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


def on_work(name: str, work: str, language: str = "nl") -> str:
    """Answer what the worker reads about one kind of work."""
    made = explained(name, Audience.WORKER, language)
    titles = [n for n, block in enumerate(made.blocks) if isinstance(block, Title)]
    start = next(n for n in titles if made.blocks[n].sentence.text.lower() == work)
    return " ".join(sentence.text for sentence in made.blocks[start + 1].sentences)


def test_the_worker_reads_per_kind_of_work_only_who_is_really_asked() -> None:
    medical = on_work("P4", "medisch secretariaatswerk")
    assert "We zoeken het, maar vragen eerst nog meer aan de werkgever." in medical
    assert "De arts" not in medical
    assert "aan de werkgever en de arbeidsdeskundige." in on_work("P4", "onderwijsassistentie")
    assert "De arts krijgt nog een vraag over het document" in on_work("P4", "onderwijsassistentie")
    whole = explanation_text(explained("P1", Audience.WORKER)).split("Waaraan moet het werk")[0]
    assert "arts" not in whole  # the question about wringing and turning bears on none of this work


def test_the_worker_reads_that_work_of_a_later_stage_is_searched_as_well() -> None:
    later = "Dit werk zoeken we ook. Het komt nu nog op de tweede plaats; vanaf 14 december 2026 telt het gewoon mee."
    assert later in on_work("P4", "algemeen administratief werk")
    english = "We are also looking for this work. It comes second for now; from 14 December 2026 it counts fully."
    assert english in on_work("P4", "general office work", "en")


def test_the_worker_reads_that_uwv_gets_the_text_too() -> None:
    dutch, english = (explanation_text(explained("P1", Audience.WORKER, language)) for language in ("nl", "en"))
    assert "UWV\n    Dezelfde tekst als uw werkgever" in dutch
    assert "UWV\n    The same text as your employer" in english


def test_every_page_says_of_which_day_it_is() -> None:
    for reader in (Audience.WORKER, Audience.DOCTOR, Audience.LABOUR_EXPERT):
        said = " ".join(explanation_text(explained("P2", reader)).split())
        assert "Dit is de stand van 19 oktober 2026. De tekst is gemaakt op of na 22 november 2026." in said


def test_the_labour_expert_reads_who_made_the_form_and_the_question_that_the_doctor_gets() -> None:
    said = " ".join(explanation_text(explained("P4", Audience.LABOUR_EXPERT)).split())
    assert "Mogelijkhedenlijst van 15 juni 2026, opgesteld door de bedrijfsarts." in said
    assert "of er buiten deze situatie nog een beperking is" in said
    assert "buiten deze situatie nog een beperking" in explanation_text(explained("P4", Audience.DOCTOR)).replace(
        "\n  ", " "
    )


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
