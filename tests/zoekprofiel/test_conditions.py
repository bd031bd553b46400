"""The work conditions: never milder and never stricter than the form, said once, shown alike everywhere."""

import re
from datetime import date
from typing import Any

import pytest

from matcher import Case, match
from matcher.catalogue import load_catalogue
from matcher.intake import understand_capacity
from matcher.prose import Audience, compose_text
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.tables import read_yaml
from matcher.report import render_text, zoekprofiel_view
from matcher.zoekprofiel import condition_sentence, gather, pieces_of, work_conditions
from tests.practice.story import raw_case, story_day
from tests.prose.spelling import unknown_in

ON = date(2026, 11, 16)
HOURS = {"VI.1.evening", "VI.1.night", "VI.2", "VI.3"}
FAMILIES = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8")


def said(*entries: dict[str, Any]) -> list[str]:
    form = {
        "kind": "FML", "date": "2026-11-02", "author_role": "bedrijfsarts", "completeness": "deviations_only",
        "completeness_confirmed": True, "usable_possibilities": True, "entries": list(entries),
    }  # fmt: skip
    case = Case.model_validate({"schema": "matcher/case/1", "id": "verzonnen-1", "forms": [form]})
    return [condition_sentence(each) for each in work_conditions(understand_capacity(case, ON))]


def test_every_channel_and_level_of_the_list_has_words_in_a_known_frame() -> None:
    table = read_yaml("conditions.yaml")
    assert set(table["words"]) == set(channels()) - HOURS
    for code, entry in table["words"].items():
        levels = {
            level.level
            for item in items().values()
            for level in item.levels.values()
            if level.channel == code and level.level
        }
        frames = [found if isinstance(found, str) else found["frame"] for found in entry["levels"].values()]
        assert set(frames) <= set(table["frames"]), code
        assert "*" in entry["levels"] or levels <= set(entry["levels"]) or channels()[code].kind == "flag", code
        assert len(entry["nl"]) == len(entry["en"])


def test_no_words_hold_a_figure_or_a_word_that_is_not_dutch() -> None:
    words = [word for entry in read_yaml("conditions.yaml")["words"].values() for word in entry["nl"]]
    assert not any(re.search(r"\d", word) for word in words)
    assert unknown_in(" ".join(words)) == set()


@pytest.mark.parametrize(
    ("level", "sentence"),
    [
        (1, "Bij tillen is de last hoogstens matig zwaar."),
        (2, "Bij tillen is de last licht."),
        (3, "Bij tillen is de last heel licht."),
    ],
)
def test_a_stricter_level_reads_stricter(level: int, sentence: str) -> None:
    assert said({"item": "IV.13", "levels": [level]}) == [sentence]


def test_standing_over_the_day_and_standing_at_a_time_are_two_things() -> None:
    assert said({"item": "V.3", "levels": [2]}, {"item": "V.4", "levels": [2]}) == [
        "Staan is hoogstens een klein deel van de dag nodig.",
        "Staan duurt telkens kort.",
    ]


def test_what_hardly_may_be_asked_is_not_said_again_in_milder_words() -> None:
    assert said({"item": "V.3", "levels": [2]}, {"item": "V.4", "levels": [3]}) == ["Staan is vrijwel niet nodig."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("niet mogelijk", "Het gaat om werk zonder knielen en hurken."),
        ("niet geknield of gehurkt werken", "Het gaat om werk zonder knielen en hurken."),
        ("niet langer dan enkele minuten", "Knielen en hurken duren telkens kort."),
        ("niet op een harde vloer", "Knielen en hurken blijven binnen de grens die de arts noemt."),
        ("hooguit heel kort", "Knielen en hurken duren telkens maar heel even."),
        ("niet langer dan een minuut", "Knielen en hurken duren telkens maar heel even."),
    ],
)
def test_a_ban_of_the_doctor_is_not_softened_and_a_part_is_not_made_a_ban(text: str, sentence: str) -> None:
    assert said({"item": "V.5", "levels": [1], "text": text}) == [sentence]


def test_a_limit_that_only_the_doctors_words_describe_is_not_made_wider() -> None:
    (sentence,) = said({"item": "III.3", "levels": [1], "text": "geen contact met rubberproducten"})
    assert sentence == "Er is geen contact met rubber."


@pytest.mark.parametrize(
    ("item", "text", "sentence"),
    [
        ("IV.11", "draaien van de romp onder belasting vermijden", "Het gaat om werk zonder draaien met een last."),
        (
            "III.7",
            "geen langdurige trilling van het hele lichaam, zoals op een heftruck",
            "Het gaat om werk zonder een werkplek die langdurig trilt.",
        ),
        ("IV.6", "alleen incidenteel", "Schroeven is hoogstens af en toe nodig."),
        ("IV.11", "alleen na overleg", "Draaien blijft binnen de grens die de arts noemt."),
        ("IV.11", None, "Draaien is hoogstens beperkt nodig."),
    ],
)
def test_known_words_of_the_doctor_are_said_and_unknown_ones_are_left_to_the_doctor(
    item: str, text: str | None, sentence: str
) -> None:
    entry = {"item": item, "levels": [1]} | ({} if text is None else {"text": text})
    assert said(entry) == [sentence]


def test_a_ban_with_one_unknown_thing_is_never_said_by_half() -> None:
    (sentence,) = said({"item": "III.3", "levels": [1], "text": "geen contact met rubber en verzonnenstof"})
    assert sentence == "Er is geen contact met stoffen waarvoor de arts een grens noemt."


def test_a_limit_is_never_said_as_something_that_can_be_done() -> None:
    table = read_yaml("conditions.yaml")
    for family in table["families"].values():
        assert not any(word.startswith(("kan", "kunnen")) for word in family["nl"].values())
    entry = {
        "item": "III.8",
        "levels": [1],
        "text": "voor stoffen die in een behandelkamer gebruikelijk zijn; kantoor geeft geen bezwaar",
    }
    assert said(entry) == ["Er is geen contact met stoffen die in een behandelkamer gebruikelijk zijn."]


def test_one_text_beside_two_parts_of_an_item_is_said_once() -> None:
    text = "beide handen: weinig kracht zetten; herhaalde bewegingen hooguit ongeveer 10 minuten aaneen"
    assert said({"item": "IV.3", "levels": [6, 8], "text": text}) == [
        "Knijpen en grijpen zijn alleen met weinig kracht nodig.",
        "Steeds dezelfde bewegingen maken duurt telkens kort.",
    ]


def test_the_verb_is_said_again_where_the_number_changes() -> None:
    (sentence,) = said({"item": "IV.10", "levels": [2]}, {"item": "IV.20", "levels": [1]})
    assert sentence == "Bukken is niet steeds nodig, en knielen en hurken zijn hoogstens af en toe nodig."


def test_climbing_one_step_is_no_ground_floor() -> None:
    assert said({"item": "IV.19", "levels": [2]}) == ["Klimmen is vrijwel niet nodig."]
    assert said({"item": "IV.19", "levels": [1]}) == ["Het gaat om werk zonder hoge ladders."]


def test_hours_and_nights_are_no_condition_but_hours() -> None:
    assert said({"item": "VI.1", "levels": [2]}, {"item": "VI.2", "levels": [1]}) == []


@pytest.mark.parametrize("name", FAMILIES)
def test_the_data_form_and_the_text_say_the_same_sentences(name: str) -> None:
    case = Case.model_validate(raw_case(name))
    result = match(case, story_day(name))
    text = compose_text(result, case, Audience.COACH).text
    assert result.zoekprofiel.conditions_nl
    for sentence in result.zoekprofiel.conditions_nl:
        assert sentence in text


def test_taking_conditions_apart_and_together_changes_nothing() -> None:
    case = Case.model_validate(raw_case("P2"))
    found = work_conditions(understand_capacity(case, story_day("P2")))
    assert gather(pieces_of(found)) == found


def test_deadlines_that_the_doctor_calls_tight_and_overtime_stand_as_the_doctor_means_them_with_their_item() -> None:
    words = "geen veelvuldige strakke deadlines of stapeling van piekdrukte; geen structureel overwerk"
    (sentence,) = said({"item": "I.8", "levels": ["4"], "text": words})
    assert sentence == (
        "Het gaat om werk zonder veel strakke deadlines, zonder opeenstapeling van pieken "
        "en zonder structureel overwerk."
    )
    case = Case.model_validate(raw_case("P5"))
    result = match(case, story_day("P5"))
    form = render_text(zoekprofiel_view(result, load_catalogue()))
    conditions = " ".join(form[form.index("VOORWAARDEN") :].split("VRAGEN AAN ELKE")[0].split())
    assert "en zonder structureel overwerk (I.8)." in conditions
    assert "overwerk (VI" not in conditions


def test_a_deadline_without_words_of_the_doctor_keeps_the_words_of_the_list() -> None:
    assert said({"item": "I.8", "levels": ["4"]}) == ["Het gaat om werk zonder veel deadlines of pieken."]
