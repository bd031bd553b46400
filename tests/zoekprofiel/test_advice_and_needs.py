"""Advice in words is read and shown, papers that are lacking are named, and the own work of two jobs is one thing."""

from functools import cache

import pytest

from matcher import Case, InputError, Match, load_catalogue, match
from matcher.documents import Kind, build_document
from matcher.language import jobs_in
from matcher.prose import Audience, compose_text, explain, explanation_text, wording_on
from matcher.reference.tables import read_yaml
from matcher.report import render_text, zoekprofiel_view
from matcher.rulings import rulings
from tests.practice.story import raw_case, story_day


@cache
def of(name: str) -> tuple[Match, Case]:
    case = Case.model_validate(raw_case(name))
    return match(case, story_day(name)), case


def words_of(name: str, reader: Audience) -> str:
    return " ".join(explanation_text(explain(*of(name), reader)).split())


def test_advice_in_words_stands_beside_every_kind_of_work_with_its_share_and_source() -> None:
    result, _ = of("P6")
    for kind in result.zoekprofiel.kinds:
        (sign,) = kind.advice
        assert sign.topic_nl == "zittend werk"
        standing = next(f.demand for f in kind.occupation.findings if f.channel == "V.4")
        assert standing is not None
        assert (sign.share_pct, sign.source) == (standing.within_pct[2], standing.source)
    said = " ".join(render_text(zoekprofiel_view(result, load_catalogue())).split())
    assert "'zittend werk'. Gelezen als: zittend werk." in said
    assert "Advies (rapport van " in said
    assert "andere woorden" not in said  # nothing is left of "zittend werk" once it is read
    assert "Ze sluiten nu niets uit" not in said


def test_advice_in_words_changes_no_order_and_no_verdict() -> None:
    raw = raw_case("P6")
    raw["person"]["labour_expert"].pop("advised")
    plain = match(Case.model_validate(raw), story_day("P6"))
    seen = [(o.id, o.score, o.verdict) for o in of("P6")[0].shown]
    assert [(o.id, o.score, o.verdict) for o in plain.shown] == seen


@pytest.mark.parametrize("words", ["geen zittend werk", "niet zittend werk", "administratief getint werk"])
def test_words_that_say_the_opposite_or_nothing_known_are_not_read(words: str) -> None:
    raw = raw_case("P6")
    raw["person"]["labour_expert"]["advised"] = [words]
    result = match(Case.model_validate(raw), story_day("P6"))
    assert not any(kind.advice for kind in result.zoekprofiel.kinds)
    assert "weeg het zelf mee" in result.zoekprofiel.expert_said[0].done_nl


def test_the_labour_experts_words_stay_with_the_coach() -> None:
    assert "zittend werk" in words_of("P6", Audience.COACH)
    for reader in (Audience.WORKER, Audience.LABOUR_EXPERT, Audience.DOCTOR):
        assert "zittend werk" not in words_of("P6", reader)


def test_one_job_of_an_own_work_with_two_is_called_own_work() -> None:
    result, case = of("P4")
    assert rulings(case, load_catalogue()).own_part == {"person.labour_expert.rejected.1"}
    (said,) = [each for each in result.zoekprofiel.expert_said if each.words == "preventie-assistente"]
    assert said.done_nl.startswith("Dit is een deel van het eigen werk")


def test_a_title_of_two_jobs_is_read_as_two_and_one_as_one() -> None:
    assert jobs_in("assistente en coördinator") == jobs_in("assistente / coördinator") == ("assistente", "coördinator")
    assert jobs_in("medewerker  groenvoorziening") == ("medewerker groenvoorziening",)


def test_a_lacking_certificate_is_told_to_worker_and_coach_and_in_the_text_but_not_to_a_new_employer() -> None:
    result, case = of("P7")
    said = "Werkgevers vragen hiervoor vaak: een heftruckcertificaat."
    assert said in words_of("P7", Audience.WORKER)
    assert said in words_of("P7", Audience.COACH)
    assert "heftruckcertificaat" in compose_text(result, case, Audience.WORKER).text
    assert "heftruckcertificaat" not in compose_text(result, case, Audience.NEW_EMPLOYER).text


def test_what_the_law_asks_stands_apart_from_what_employers_ask() -> None:
    worker, coach = (words_of("P4", reader) for reader in (Audience.WORKER, Audience.COACH))
    for said in (worker, coach):
        assert "De wet vraagt hiervoor nog: een verklaring omtrent het gedrag (VOG)." in said
        assert "Werkgevers vragen hiervoor vaak: een diploma voor dit beroep." in said
    assert "regelt" not in worker  # a diploma is not something to arrange
    text = compose_text(*of("P4")).text
    assert (
        "vraagt de wet een VOG en in de jeugdhulp vaak een registratie, en vragen werkgevers vaak een diploma" in text
    )


def test_work_for_the_state_asks_an_oath_by_law_and_a_certificate_of_conduct_by_the_employer() -> None:
    result, _ = of("P2")
    (kind,) = [kind for kind in result.zoekprofiel.kinds if kind.occupation.id == "isco:3353"]
    assert [(need.code, need.by_law) for need in kind.needs] == [("AMBTENAAR", True), ("VOG_OVERHEID", False)]
    raw = raw_case("P2")
    raw["person"]["certificates"] = ["VOG"]
    shown = match(Case.model_validate(raw), story_day("P2")).zoekprofiel.kinds
    assert not [need for each in shown for need in each.needs if need.code == "VOG_OVERHEID"]


@pytest.mark.parametrize("field", ["certificates", "licences"])
def test_a_certificate_that_the_case_shows_is_not_asked_again(field: str) -> None:
    raw = raw_case("P7")
    raw["person"][field] = ["heftruckcertificaat"]
    result = match(Case.model_validate(raw), story_day("P7"))
    assert not [n for kind in result.zoekprofiel.kinds for n in kind.needs if n.code == "heftruck"]


def test_every_need_has_both_languages_and_a_known_code() -> None:
    table, legal = read_yaml("entry_needs.yaml"), read_yaml("legal_entry.yaml")["codes"]
    for code, rule in table["codes"].items():
        assert rule["nl"]
        assert rule["en"]
        assert legal[code]["kind"] == "note"
    assert {code for code, rule in legal.items() if rule["kind"] == "note"} == set(table["codes"])


def test_the_data_form_names_nights_and_overtime_in_the_words_of_the_text() -> None:
    result, case = of("P5")
    shown = " ".join(render_text(zoekprofiel_view(result, load_catalogue())).split())
    text = compose_text(result, case).text
    templates = wording_on(story_day("P5"))
    for name, rule in read_yaml("zoekprofiel.yaml")["hours"]["conditions"].items():
        assert rule["nl"] == templates.template(f"hours.{name}")
    for name in result.zoekprofiel.hours.says:
        sentence = templates.template(f"hours.{name}")
        assert sentence in text
        assert sentence.removesuffix(".") in shown


def test_without_questions_the_doctor_gets_no_letter_and_the_explanation_says_so() -> None:
    result, case = of("P6")
    assert "Er zijn nu geen open vragen aan de arts" in words_of("P6", Audience.DOCTOR)
    with pytest.raises(InputError, match="geen open vragen aan de arts"):
        build_document(Kind.QUESTIONS, result, case, load_catalogue(), Audience.DOCTOR)


@pytest.mark.parametrize("name", ["P1", "P4", "P7"])
def test_what_the_score_rests_on_claims_no_fact_about_the_person(name: str) -> None:
    for occupation in of(name)[0].shown:
        (part,) = [c for c in occupation.contributions if c.part == "experience"]
        assert "beroepentabellen" in part.level_nl or part.level == "unknown"
        assert "beroepentabellen" in part.why_nl or part.level == "unknown"


def test_no_reader_meets_an_abbreviation_of_the_tables() -> None:
    for name in ("P2", "P4"):
        result, _ = of(name)
        assert "n.e.g." not in render_text(zoekprofiel_view(result, load_catalogue(), explain=True))


def test_the_name_of_a_group_of_occupations_reads_as_a_whole_name() -> None:
    coach = words_of("P1", Audience.COACH)
    assert "Gelezen als het beroep Schoonmakers in hotels en kantoren (isco:9112)." in coach
    assert "Receptionisten, algemeen" in " ".join(render_text(zoekprofiel_view(of("P1")[0], load_catalogue())).split())
