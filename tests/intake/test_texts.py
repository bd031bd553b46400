"""A limit in words beside a score is seen; an ordinary explanation is left alone."""

import pytest

from matcher.domain.capacity import RemarkKind
from tests.intake.writing import beside, kinds, profile


@pytest.mark.parametrize(
    ("item", "text", "channel"),
    [
        ("IV.13", "niet tillen boven schouderhoogte", "V.7"),
        ("V.3", "max 10 minuten achtereen staan", "V.3"),
        ("IV.16", "maximaal een kwartier lopen achter elkaar", "IV.16"),
        ("I.8", "geen werk op hoogte", "I.8.6"),
        ("II.10", "niet autorijden voor werk", "II.11"),
        ("I.1", "maximaal 4 uur per dag", "VI.2"),
        ("VI.2", "maximaal 4 uur per dag", "VI.2"),
        ("VI.3", "hooguit 20 uur in de week", "VI.3"),
        ("VI.1", "geen nachtdiensten", "VI.1.night"),
        ("VI.1", "'s avonds niet", "VI.1.evening"),
        ("IV.13", "ongeveer 5 kg", "IV.13"),
        ("IV.13", "niet frequent", "IV.13"),
        ("III.3", "contact met schoonmaakmiddelen vermijden", "III.3"),
        ("III.5", "geen contact met latex", "III.8.allergy"),
        ("V.4", "tijdens het werk maximaal de helft van de dag staan", "V.4"),
        ("I.2", "aangewezen op een rustige werkplek", "I.8.1"),
        ("IV.20", "knielen vermijden", "IV.20"),
        ("II.12", "weinig contact met klanten", "II.12.1"),
        ("IV.19", "geen ladders", "IV.19"),
        ("IV.4", "beeldschermwerk hooguit twee uur", "IV.4"),
    ],
)
def test_a_limit_beside_norm_is_a_hidden_limit(item: str, text: str, channel: str) -> None:
    found = beside(item, text)
    assert [remark.kind for remark in found.remarks] == [RemarkKind.HIDDEN_LIMIT]
    assert channel in found.remarks[0].channels


@pytest.mark.parametrize(
    "text",
    [
        "geen beperking",
        "Geen beperkingen.",
        "niet beperkt",
        "geen bijzonderheden",
        "geen verdere toelichting",
        "n.v.t.",
        "nvt",
        "-",
        "normaal",
        "geen problemen bij tillen",
        "tillen is geen probleem",
        "kan goed tillen",
        "tot 15 kg",
        "ongeveer 20 kg mogelijk",
        "niet gehinderd, geen klachten",
    ],
)
def test_words_that_say_there_is_no_limit_are_no_limit(text: str) -> None:
    assert beside("IV.13", text).remarks == ()


def test_a_limit_after_words_without_a_limit_is_still_seen() -> None:
    found = beside("IV.13", "geen beperking bij tillen, maar niet boven schouderhoogte werken")
    assert found.remarks[0].channels == ("V.7",)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ('item: IV.13, levels: [2], text: "niet meer dan 5 kg"', "its own figure"),
        ('item: V.5, levels: [1], text: "hooguit heel kort"', "its own degree"),
        ('item: IV.20, levels: [2], text: "knielen alleen af en toe"', "its own subject"),
        ('item: V.3, levels: [2], text: "niet langer dan 15 minuten achtereen staan"', "its own subject and figure"),
        ('item: VI.3, levels: [3], text: "gemiddeld ongeveer 20 uur"', "its own hours"),
    ],
)
def test_the_ordinary_explanation_of_a_limit_is_no_hidden_limit(entry: str, why: str) -> None:
    assert profile(entry).remarks == (), why


def test_words_beside_a_limit_about_another_item_are_a_hidden_limit() -> None:
    found = profile('item: IV.13, levels: [2], text: "niet boven schouderhoogte"')
    assert found.remarks[0].channels == ("V.7",)


def test_words_about_an_item_that_is_limited_elsewhere_are_no_hidden_limit() -> None:
    found = profile('item: IV.13, levels: [2], text: "niet boven schouderhoogte"', "item: V.7, levels: [1]")
    assert found.remarks == ()


def test_a_stricter_figure_about_an_item_that_is_limited_elsewhere_is_a_hidden_limit() -> None:
    score = "item: V.3, levels: [1]"
    assert kinds(profile(score, 'item: V.9, levels: [1], text: "maximaal 10 min achtereen staan"')) == ["hidden_limit"]
    assert kinds(profile(score, 'item: V.9, levels: [1], text: "maximaal 30 min achtereen staan"')) == []


def test_a_figure_in_words_that_belongs_to_another_level_does_not_agree() -> None:
    assert kinds(profile('item: IV.13, levels: [1], text: "maximaal 2 kg"')) == ["unreadable"]


def test_words_beside_norm_that_we_cannot_place_are_asked_about() -> None:
    assert kinds(beside("IV.13", "let op de houding")) == ["unreadable"]


def test_an_item_without_a_score_but_with_a_limit_in_words_is_seen() -> None:
    assert kinds(beside("IV.13", "niet tillen", levels="[]")) == ["hidden_limit"]


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("geen werk op hoogte", True),
        ("niet rijden voor het werk", True),
        ("geen nachtdienst", True),
        ("maximaal 4 uur per dag", True),
        ("huidcontact vermijden", True),
        ("niet knielen", False),
    ],
)
def test_a_hidden_limit_on_an_item_without_tolerance_touches_safety(text: str, safety: bool) -> None:
    assert beside("I.1", text).remarks[0].safety is safety


def test_hours_of_standing_are_no_hours_of_work() -> None:
    assert "VI.2" not in beside("V.4", "maximaal 4 uur per dag staan").remarks[0].channels


def test_the_words_on_another_scale_are_kept_for_a_person() -> None:
    found = profile('item: IV.13, levels: [2], text: "niet boven schouderhoogte"', kind="IZP")
    assert kinds(found) == ["non_matching"]
    assert {"IV.13", "V.7"} <= set(found.remarks[0].channels)


def test_an_own_condition_tells_what_it_seems_to_be_about() -> None:
    found = profile('item: VI.4, levels: [1], text: "12 uur per week"')
    assert (kinds(found), found.remarks[0].channels, found.remarks[0].safety) == (["non_matching"], ("VI.3",), True)
