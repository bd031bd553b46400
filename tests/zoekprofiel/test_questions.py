"""Questions: to the doctor they go on from what the form says, to an employer they tell nothing about a person."""

import re
from datetime import date

import pytest

from matcher import Case, match
from matcher.catalogue import load_catalogue
from matcher.prose import Audience, compose_text, explain, explanation_text
from matcher.report import render_text
from matcher.report.stage_view import weeks_after_nl
from matcher.report.views import zoekprofiel_view
from matcher.zoekprofiel.questions import core_questions
from tests.practice.story import raw_case, story_day


def of(name: str):
    case = Case.model_validate(raw_case(name))
    return match(case, story_day(name)), case


def test_a_question_about_a_degree_quotes_what_the_doctor_wrote() -> None:
    result, _ = of("P1")
    (question,) = [q for q in result.zoekprofiel.questions if q.about == "IV.6"]
    assert "alleen incidenteel" in question.text_nl
    assert question.to == "doctor"


def test_an_own_condition_is_put_to_the_doctor_and_not_about_the_doctor() -> None:
    result, _ = of("P5")
    (question,) = [q for q in result.zoekprofiel.questions if q.about == "I.8"]
    assert "stapeling van piekdrukte" in question.text_nl
    assert "Vraag het na bij de arts" not in question.text_nl


def test_the_forms_words_reach_only_the_doctor_and_the_coach() -> None:
    result, case = of("P5")
    for reader in (Audience.WORKER, Audience.LABOUR_EXPERT):
        assert "piekdrukte" not in explanation_text(explain(result, case, reader))
    for reader in (Audience.WORKER, Audience.CURRENT_EMPLOYER, Audience.NEW_EMPLOYER, Audience.LABOUR_EXPERT):
        assert "piekdrukte" not in compose_text(result, case, reader).text


def test_every_employer_is_asked_about_times_substances_and_what_most_forms_limit_whoever_the_person_is() -> None:
    one, other = (of(name)[0].zoekprofiel.employer_questions_nl for name in ("P4", "P5"))
    assert one == other == core_questions()
    asked = " ".join(one)
    for word in (
        "deadlines",
        "avond",
        "nacht",
        "uur per dag",
        "stoffen",
        "beschermende middelen",
        "tilt",
        "knielen",
        "lopen",
        "staan",
    ):
        assert word in asked


def test_the_questions_about_one_kind_of_work_do_not_repeat_the_common_ones() -> None:
    result, _ = of("P2")
    for kind in result.zoekprofiel.kinds:
        assert not set(kind.employer_questions_nl) & set(core_questions())


def test_the_own_work_of_two_jobs_never_reads_as_fit() -> None:
    result, case = of("P4")
    shown = " ".join(render_text(zoekprofiel_view(result, load_catalogue())).split())
    own = shown[shown.index("EIGEN WERK") :].split("OVER DIT PROFIEL")[0]
    assert "preventie-assistente en opleidingscoördinator" in own
    assert "binnen de belastbaarheid" not in own
    assert "isco:2359" in own
    assert "isco:3251" in own  # both jobs of the title are compared
    expert = explanation_text(explain(result, case, Audience.LABOUR_EXPERT))
    head = expert[expert.index("Eigen werk") :].split("\n\n")[0]
    assert "binnen de belastbaarheid" not in head


def test_a_narrow_field_says_why_with_its_counts() -> None:
    result, _ = of("P6")
    assert result.zoekprofiel.narrow
    assert "beroepen staat voldoende vast" in result.zoekprofiel.statement_nl
    assert result.zoekprofiel.narrow_why == ("narrow_few",)


def test_the_coach_reads_no_program_language() -> None:
    for name in ("P1", "P4", "P6"):
        result, _ = of(name)
        shown = render_text(zoekprofiel_view(result, load_catalogue()))
        assert not re.search(r"--[a-z]", shown)
        assert "KWITANTIE" not in shown
        assert "in het echt" not in shown


def shown(result) -> str:
    return " ".join(render_text(zoekprofiel_view(result, load_catalogue())).split())


def test_the_coach_reads_the_doctors_own_words_beside_the_limit_and_nobody_else_but_the_doctor_does() -> None:
    result, case = of("P2")
    words = "draaien van de romp onder belasting vermijden"
    assert f"(IV.11) schrijft de arts: '{words}'" in shown(result)
    assert words in " ".join(explanation_text(explain(result, case, Audience.COACH)).split())
    for reader in (Audience.WORKER, Audience.LABOUR_EXPERT):
        assert words not in " ".join(explanation_text(explain(result, case, reader)).split())


def test_the_coach_reads_the_labour_experts_words_and_what_was_done_with_them() -> None:
    result, case = of("P1")
    said = shown(result)
    advice = "'lichamelijk licht werk met afwisseling van zitten, staan en lopen'"
    words = f"Advies (rapport van 26 mei 2026): {advice}. Gelezen als: licht werk,"
    assert words in said
    assert "Afgewezen (rapport van 26 mei 2026): 'thuishulp'. Dit is het eigen werk." in said
    for reader in (Audience.WORKER, Audience.LABOUR_EXPERT, Audience.DOCTOR):
        assert "afwisseling van zitten" not in " ".join(explanation_text(explain(result, case, reader)).split())


def test_when_nothing_counts_yet_the_coach_is_warned_and_no_text_says_that_nothing_is_searched() -> None:
    result, case = of("P6")
    assert result.zoekprofiel.none_now
    said = shown(result)
    assert (
        "Geen van deze soorten werk past al bij deze fase. De eerstvolgende soort past bij de fase die begint op"
        in said
    )
    assert "al dit werk wordt nu gezocht" in said
    assert "nu vast mee in het zoeken: receptiewerk" in said
    assert "De 104 weken eindigen op" in said
    assert "Of leg uit waarom niet" in said
    for reader in (Audience.CURRENT_EMPLOYER, Audience.COACH, Audience.NEW_EMPLOYER):
        assert "telt" not in compose_text(result, case, reader).text
    worker = " ".join(explanation_text(explain(result, case, Audience.WORKER)).split())
    assert "Daarom zoeken we al dit werk nu; eerst het werk dat het dichtst bij uw eigen niveau ligt." in worker
    assert "tweede plaats" not in worker
    assert "Het past bij de fase die begint op 16 november 2026." in worker
    assert "Weiger een aanbod niet zomaar" in worker


def test_the_coach_is_asked_about_a_worker_who_may_not_read_the_text() -> None:
    result, _ = of("P7")
    (question,) = [q for q in result.zoekprofiel.questions if q.about.startswith("person.languages.")]
    assert question.to == "coach"
    assert "eenvoudig spreken en niet schrijven" in question.text_nl
    assert not [q for q in of("P1")[0].zoekprofiel.questions if q.about.startswith("person.languages.")]


def test_a_question_after_a_ban_asks_what_remains() -> None:
    result, _ = of("P2")
    (question,) = [q for q in result.zoekprofiel.questions if q.about == "IV.11"]
    assert question.text_nl.endswith("Is er buiten deze situatie nog een beperking op dit punt?")


def test_a_peak_is_told_as_a_share_of_jobs_and_not_as_now_and_then() -> None:
    result, _ = of("P3")
    assert re.search(
        r"in ongeveer \d+% van de banen gaat het werk boven de grens, soms alleen af en toe", shown(result)
    )
    assert "voorblad" not in shown(result)


def test_the_part_of_the_own_work_that_nobody_rejected_is_put_to_the_labour_expert_and_the_coach() -> None:
    result, _ = of("P4")
    assert result.zoekprofiel.own_jobs_left == ("opleidingscoördinator",)
    (question,) = [q for q in result.zoekprofiel.questions if q.about == "person.old_job"]
    assert question.to == "labour_expert"
    said = shown(result)
    assert "Niet afgewezen is: opleidingscoördinator." in said
    # The rejected part is read as the occupation that it is read as elsewhere, and not called unreadable.
    assert "Gelezen als hetzelfde beroep als in het eerdere werk: Tandartsassistenten" in said
    assert "niet als één beroep te lezen" not in said
    for name in ("P1", "P6"):
        assert of(name)[0].zoekprofiel.own_jobs_left == ()


def test_an_older_report_with_rejections_only_raises_a_question_about_those() -> None:
    assert "Vraag of de afwijzingen nog gelden." in shown(of("P8")[0])
    assert "Vraag of het advies en de afwijzingen nog gelden." in shown(of("P4")[0])


def test_the_size_of_an_occupation_is_the_same_for_everybody() -> None:
    sizes = {
        part.level_nl
        for name in ("P1", "P2", "P3", "P6", "P8")
        for kind in of(name)[0].zoekprofiel.kinds
        if kind.occupation.id == "isco:4419"
        for part in kind.occupation.contributions
        if part.part == "market"
    }
    assert len(sizes) == 1


def test_a_figure_that_the_makers_estimated_says_so_at_the_point() -> None:
    assert "past in ongeveer 92% van de banen (schatting van de makers, niet gemeten)" in shown(of("P5")[0])


def test_a_question_that_the_doctors_outlook_answers_is_not_put_and_another_outlook_leaves_it_open() -> None:
    raw = raw_case("P4")
    assert "zonder contact met de genoemde stoffen zijn er geen beperkingen" in raw["forms"][0]["prognosis"]["text"]
    about = [
        q.about for q in match(Case.model_validate(raw), story_day("P4")).zoekprofiel.questions if q.to == "doctor"
    ]
    assert about == []
    raw["forms"][0]["prognosis"]["text"] = "De beperkingen zijn blijvend."
    open_again = match(Case.model_validate(raw), story_day("P4")).zoekprofiel.questions
    assert [q.about for q in open_again if q.to == "doctor"] == ["III.8.allergy"]


def test_a_situation_that_is_ruled_out_is_asked_of_the_new_employer() -> None:
    assert "Contact met bepaalde stoffen: zoek uit of deze situatie in dit werk voorkomt" in shown(of("P4")[0])


@pytest.mark.parametrize("name", ["P1", "P2", "P3", "P6", "P8"])
def test_work_that_waits_stands_in_the_order_that_the_text_says_level_first_and_then_the_date(name: str) -> None:
    steps = {"own": 0, "own_other_field": 0, "one_lower": 1, "two_lower": 2}
    waiting = [
        (
            steps[next(part.level for part in kind.occupation.contributions if part.part == "education")],
            kind.counts_from or date.max,
        )
        for kind in of(name)[0].zoekprofiel.kinds
        if kind.occupation.acceptance == "not_yet"
    ]
    assert waiting
    assert waiting == sorted(waiting)


def test_weeks_of_the_second_track_are_weeks_that_have_passed() -> None:
    assert "19 weken na de start van het tweede spoor" in shown(of("P1")[0])
    assert weeks_after_nl(0) == "minder dan 1 week"


def test_the_coach_reads_as_a_question_what_may_be_expected_of_the_worker() -> None:
    said = shown(of("P1")[0])
    asked = "Mag nu van de werknemer worden verwacht dat die dit werk aanneemt?"
    assert f"{asked} Bespreek dat bij een aanbod met de werkgever" in said
    assert "Te vragen van de werknemer" not in said


def test_the_data_form_says_of_which_day_its_rules_are() -> None:
    assert "Naar de stand van 12 oktober 2026, later gemaakt met de regels van 22 november 2026." in shown(of("P1")[0])


def test_earlier_work_has_its_own_line_with_the_reason_why_it_is_not_proposed() -> None:
    said = shown(of("P8")[0])
    assert "EERDER WERK" in said
    line = said.split("EERDER WERK")[1].split("OVER DIT PROFIEL")[0]
    assert "verkoopmedewerker bouwmarkt: vergeleken met de groep Verkoopmedewerkers detailhandel" in line
    assert "onder dezelfde soort als telefonische verkoop" in line


def test_the_fixed_questions_cover_force_posture_and_stairs() -> None:
    said = shown(of("P1")[0])
    for words in ("duwen of trekken", "traplopen", "achter elkaar zitten", "bukken", "boven schouderhoogte"):
        assert words in said
