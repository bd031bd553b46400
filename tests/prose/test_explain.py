"""Each of four readers gets what is theirs: the practice cases, and a case with planted words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from matcher import Case, InputError, match
from matcher.fit import fit_rules
from matcher.prose import (
    Audience,
    Explanation,
    LintCode,
    Points,
    Provenance,
    explain,
    explanation_markdown,
    explanation_text,
    lint_explanation,
    sentences_of,
    wording_on,
)
from matcher.prose.explanation import Table, Title
from matcher.zoekprofiel import core_channels
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
    assert "We zoeken het, maar vragen eerst nog meer aan een nieuwe werkgever." in medical
    assert "De arts" not in medical
    assert "aan een nieuwe werkgever en de arbeidsdeskundige." in on_work("P4", "onderwijsassistentie")
    assert "De arts krijgt nog een vraag over het document" in on_work("P2", "gezondheidsvoorlichting")
    whole = explanation_text(explained("P1", Audience.WORKER)).split("Waaraan moet het werk")[0]
    assert "arts" not in whole  # the question about wringing and turning bears on none of this work


def test_the_worker_reads_that_work_of_a_later_stage_is_searched_as_well() -> None:
    also = "Dit werk zoeken we ook. Het komt nu nog op de tweede plaats; "
    later = f"{also}het past bij de fase die begint op 14 december 2026."
    assert later in on_work("P4", "algemeen administratief werk")
    english = "It comes second for now; it fits the stage that starts on 14 December 2026."
    assert english in on_work("P4", "general office work", "en")


def test_the_worker_reads_that_uwv_gets_the_text_too() -> None:
    dutch, english = (explanation_text(explained("P1", Audience.WORKER, language)) for language in ("nl", "en"))
    assert "UWV\n    Van dit profiel dezelfde tekst als uw werkgever" in dutch
    assert "UWV\n    Of this profile the same text as your employer" in english


def test_every_page_says_of_which_day_it_is() -> None:
    for reader in (Audience.WORKER, Audience.DOCTOR, Audience.LABOUR_EXPERT):
        said = " ".join(explanation_text(explained("P2", reader)).split())
        assert (
            "Dit is de stand van 19 oktober 2026. Dit overzicht is later gemaakt, met de regels van 22 november 2026."
            in said
        )


def test_the_labour_expert_reads_who_made_the_form_and_what_to_ask_about_a_situation_that_is_ruled_out() -> None:
    said = " ".join(explanation_text(explained("P4", Audience.LABOUR_EXPERT)).split())
    assert "Mogelijkhedenlijst van 15 juni 2026, opgesteld door de bedrijfsarts." in said
    assert "Vraag de nieuwe werkgever of die in dit werk voorkomt." in said


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


def test_the_worker_reads_from_how_many_hours_work_counts_and_that_no_law_says_so() -> None:
    dutch, english = (
        " ".join(explanation_text(explained("P1", Audience.WORKER, language)).split()) for language in ("nl", "en")
    )
    said = (
        "In deze fase kijken we naar werk vanaf 14,5 uur per week; "
        "dat is een vuistregel, geen wet, en uw coach kan ervan afwijken."
    )
    assert said in dutch
    assert "work of 14.5 hours a week or more" in english
    assert "uur per week;" not in explanation_text(explained("P7", Audience.WORKER))  # that stage names no hours


def test_a_figure_of_our_rules_may_stand_and_a_figure_of_the_form_may_not() -> None:
    made = explained("P1", Audience.WORKER)
    assert not [found for found in lint_explanation(made) if found.code is LintCode.FIGURE_LIMIT]
    place = next(
        n for n, block in enumerate(made.blocks) if any(s.key == "worker.least_hours" for s in sentences_of(block))
    )
    block = made.blocks[place]
    assert isinstance(block, Points)
    of_the_form = tuple(
        replace(s, fragments=tuple(replace(f, provenance=Provenance.FORM) for f in s.fragments))
        for s in block.sentences
    )
    blocks = (*made.blocks[:place], replace(block, sentences=of_the_form), *made.blocks[place + 1 :])
    found = lint_explanation(replace(made, blocks=blocks))
    assert LintCode.FIGURE_LIMIT in {each.code for each in found}


@pytest.mark.parametrize(("name", "asked"), [("P1", "achter elkaar lopen"), ("P5", "deadlines"), ("P4", "stoffen")])
def test_the_questions_that_the_worker_reads_are_about_the_open_points_of_the_case(name: str, asked: str) -> None:
    text = explanation_text(explained(name, Audience.WORKER))
    shown = text[text.index("Deze zijn\nvoor u") :].split("Hoe gaat het verder?")[0]
    assert asked in shown
    assert ("nacht" in shown) is (name == "P5")


def test_the_questions_of_every_work_have_english_words_each() -> None:
    assert set(wording_on(date.max, "en", "prose_explain.yaml").list_of("core_questions")) == set(core_channels())


def test_when_no_work_fits_the_stage_the_order_is_said() -> None:
    text = " ".join(explanation_text(explained("P1", Audience.WORKER)).split())
    assert "eerst het werk dat het dichtst bij uw eigen niveau ligt" in text
    assert text.index("Algemeen administratief werk") < text.index("Persoonlijke begeleiding aan huis")


def test_two_levels_lower_is_said_as_two() -> None:
    assert "twee niveaus lager dan uw eigen niveau" in on_work("P2", "invoer van gegevens")
    assert "two levels below your own level" in on_work("P2", "data entry", "en")
    assert "of meer niveaus" not in explanation_text(explained("P2", Audience.WORKER))


@pytest.mark.parametrize("name", PRACTICE)
def test_the_labour_expert_reads_no_possible_that_breaks_the_rule_above_it_without_its_reason(name: str) -> None:
    """Fewer than ten in a hundred jobs within the limit is possible only by short peaks, and then it says so."""
    for part in explanation_text(explained(name, Audience.LABOUR_EXPERT)).split("\n- ")[1:]:
        said = " ".join(part.split())
        widest = re.search(r"van de banen \(tussen \d+% en (\d+)%\)", said)
        if "Conclusie: Mogelijk" in said and widest is not None and int(widest[1]) < fit_rules().exceeds_pct:
            assert "met af en toe een korte piek erboven" in said
            assert "er alleen af en toe boven" in said
