"""No limit in words disappears: not as "no limit", not beside a side, not beside a score, not in the outlook."""

import pytest

from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import CapacityForm, Case, Prognosis
from matcher.intake import understand_capacity
from matcher.intake.withholding import withhold
from tests.intake.writing import ON, beside, kinds, profile

ORDINARY_LIMITS = [
    "traplopen niet goed mogelijk",
    "knielen niet volledig mogelijk",
    "niet onbeperkt staan",
    "lopen gaat niet zonder problemen",
    "tillen tot 5 kg is mogelijk",
    "maximaal 4 uur per dag is mogelijk",
    "werken in ploegendienst is niet aan de orde",
    "staan kan goed tot 15 minuten",
    "geen andere beperkingen dan tillen boven 5 kg",
    "geen beperkingen mits geen nachtdienst",
    "geen beperkingen behalve tillen",
    "6 uur per week is mogelijk",
    "geen enkele moeite met zittend werk, met staan wel",
    "niet normaal mogelijk",
    "geen problemen tot 2 kg",
]


def named(found: CapacityProfile) -> set[str]:
    return {channel for remark in found.remarks for channel in remark.channels}


@pytest.mark.parametrize("text", ORDINARY_LIMITS)
@pytest.mark.parametrize(("item", "levels"), [("IV.13", "[0]"), ("V.3", "[0]"), ("IV.21", "[]"), ("IV.21", "[0]")])
def test_an_ordinary_limit_is_never_read_as_no_limit(item: str, levels: str, text: str) -> None:
    assert beside(item, text, levels).remarks


def test_a_few_hours_that_are_possible_are_marginal() -> None:
    assert beside("IV.21", "6 uur per week is mogelijk", "[]").marginal == ("text",)


@pytest.mark.parametrize("text", ["geen beperking bij tillen", "kan goed tillen", "geen klachten"])
def test_on_an_item_for_own_conditions_words_are_never_left_out(text: str) -> None:
    assert kinds(beside("IV.21", text, "[0]")) == ["non_matching"]


def test_not_applicable_beside_an_own_condition_that_is_scored_norm_is_no_condition() -> None:
    assert beside("IV.21", "n.v.t.").remarks == ()
    assert kinds(beside("IV.21", "n.v.t.", "[]")) == ["non_matching"]


@pytest.mark.parametrize(
    ("item", "text", "channels"),
    [
        ("IV.2", "met rechts niet tillen en geen kracht zetten", {"IV.13", "IV.3.6"}),
        ("IV.1", "niet autorijden voor het werk", {"II.11"}),
    ],
)
def test_a_limit_in_words_beside_a_side_or_hand_is_seen(item: str, text: str, channels: set[str]) -> None:
    found = profile(f'item: {item}, levels: [1], text: "{text}"')
    assert kinds(found) == ["hidden_limit"]
    assert channels <= named(found)


@pytest.mark.parametrize("text", ["rechter schouder", "rechtshandig", "links, rechts dominant", "n.v.t."])
def test_words_that_only_name_a_side_are_no_limit(text: str) -> None:
    assert profile(f'item: IV.2, levels: [1], text: "{text}"').remarks == ()


def test_words_beside_a_side_that_we_cannot_place_are_asked_about() -> None:
    assert kinds(profile('item: IV.2, levels: [1], text: "let op"')) == ["unreadable"]


def test_a_ban_beside_a_side_is_stricter_than_a_light_limit_elsewhere() -> None:
    found = profile('item: IV.2, levels: [1], text: "met rechts niet tillen"', "item: IV.13, levels: [1]")
    assert named(found) == {"IV.13"}


@pytest.mark.parametrize(
    ("entry", "channels"),
    [
        ('item: IV.13, levels: [2], text: "rijden voor het werk wordt ontraden"', {"II.11"}),
        ('item: IV.13, levels: [2], text: "rijden voor het werk: beter van niet"', {"II.11"}),
        ('item: IV.13, levels: [2], text: "nachtdiensten afgeraden"', {"VI.1.night"}),
        (
            'item: IV.13, levels: [2], text: "werken op hoogte verboden, ook kou en tocht geven hinder"',
            {"I.8.6", "IV.19", "III.1.cold", "III.2"},
        ),
        ('item: IV.13, levels: [1], text: "in het geheel niet tillen met rechts"', {"IV.13"}),
        ('item: IV.13, levels: [1], text: "niet tillen"', {"IV.13"}),
        ('item: IV.13, levels: [1], text: "rechts niet"', {"IV.13"}),
        ('item: IV.13, levels: [1], text: "alleen met links"', {"IV.13"}),
        ('item: IV.13, levels: [1], value: 10, unit: kg, text: "rechts hooguit 2 kg"', {"IV.13"}),
        ('item: IV.13, levels: [1], text: "ongeveer 7 kg"', {"IV.13"}),
        ('item: VI.3, levels: [4], text: "ongeveer 6 uur per week"', {"VI.3"}),
        ('item: IV.13, levels: [2], text: "ten hoogste 5 keer per uur"', set()),
        ('item: I.8, levels: [4], text: "alleen in de ochtend, met direct toezicht"', set()),
        ('item: VI.3, levels: [3], text: "alleen op maandag, woensdag en vrijdag"', set()),
        ('item: VI.3, levels: [2], text: "maximaal 2 dagen"', set()),
        ('item: V.4, levels: [1], text: "op een verende vloer"', set()),
    ],
)
def test_words_beside_a_limit_that_say_more_than_the_limit_are_one_point(entry: str, channels: set[str]) -> None:
    found = profile(entry)
    assert len(found.remarks) == 1
    assert channels <= named(found)


@pytest.mark.parametrize(
    "entry",
    [
        'item: IV.13, levels: [1], value: 10, unit: kg, text: "ongeveer 10 kg"',
        'item: IV.13, levels: [2], text: "niet meer dan 5 kg, incidenteel 10 kg"',
        'item: V.5, levels: [1], text: "niet geknield of gehurkt werken"',
        'item: V.7, levels: [1], text: "niet langer dan ongeveer 1 minuut aaneen"',
        'item: V.7, levels: [1], text: "alleen kort en af en toe"',
        'item: IV.11, levels: [1], text: "niet draaien met gewicht in de handen"',
        'item: III.3, levels: [1], text: "geen contact met rubberproducten en kunsthars"',
        'item: I.8, levels: [1, 4], text: "rustige werkplek, geen drukke kantoortuin; geen opeenvolgende deadlines"',
        'item: I.1, levels: [1], text: "na ongeveer 25 minuten een korte onderbreking"',
        'item: VI.1, levels: [1, 2], text: "hooguit één avond per week"',
        'item: VI.3, levels: [2], value: 28, unit: h, text: "gemiddeld 28 uur, over vijf dagen"',
        'item: V.4, levels: [2], text: "maximaal 1 uur per dag"',
        'item: II.11, levels: [1], text: "niet rijden"',
    ],
)
def test_words_that_repeat_or_explain_their_own_limit_are_no_point(entry: str) -> None:
    assert profile(entry).remarks == ()


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("I.8", "ongeveer zes uren in de week"),
        ("IV.13", "15 kg, rechts 3 kg"),
        ("IV.13", "15 kg, met rechts minder"),
        ("IV.13", "15 kg bij goed weer"),
        ("V.3", "60 minuten, later op de dag 10 minuten"),
    ],
)
def test_one_figure_at_the_norm_does_not_hide_the_rest(item: str, text: str) -> None:
    assert beside(item, text).remarks


def outlook(text: str, *entries: str) -> CapacityProfile:
    lines = entries or ("item: I.1, levels: [0]",)
    return profile(*lines, extra=("usable_possibilities: ja", f'prognosis: {{outlook: stable, text: "{text}"}}'))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("alleen werken tussen 9 en 15 uur", {"VI.1.evening", "VI.1.night", "VI.2"}),
        ("alleen werken van 8.30 tot 13.00 uur", {"VI.1.evening", "VI.1.night", "VI.2"}),
        ("alleen werken is niet verantwoord", {"II.12.3"}),
        ("niet alleen werken", {"II.12.3"}),
        ("werken tussen 4 en 6 uur per dag, niet meer", {"VI.2"}),
    ],
)
def test_working_only_at_some_hours_is_about_times_and_not_about_working_alone(text: str, about: set[str]) -> None:
    assert named(beside("VI.4", text, "[1]")) == about


def test_a_limit_in_the_outlook_is_a_hidden_limit() -> None:
    found = outlook("maximaal 20 uur per week en niet tillen boven 5 kg")
    assert kinds(found) == ["hidden_limit"]
    assert named(found) == {"VI.3", "IV.13"}
    assert found.remarks[0].safety


@pytest.mark.parametrize(
    "text",
    [
        "Zwaardere lichamelijke taken worden naar verwachting verder beperkt; lichte taken blijven mogelijk.",
        "Geen wezenlijke verandering van de mogelijkheden te verwachten.",
        "De beperkingen zijn blijvend; zonder contact met de genoemde stoffen zijn er geen beperkingen.",
        "De mogelijkheden zijn bijna volledig; volledige werkweek tot ongeveer 40 uur is haalbaar.",
        "Blijvend aangewezen op lichamelijk lichter werk.",
        "Een lichte toename van de uren is te verwachten.",
        "Een toename van de inzetbaarheid is voorlopig niet te verwachten.",
        "Alleen lichamelijk licht werk; geen verandering te verwachten.",
        "Zitten is niet beperkt.",
    ],
)
def test_an_ordinary_outlook_is_no_limit(text: str) -> None:
    assert outlook(text).remarks == ()


def test_an_outlook_about_what_is_limited_already_is_no_new_limit() -> None:
    scores = ("item: VI.3, levels: [3]", "item: IV.13, levels: [2]")
    assert outlook("maximaal 20 uur per week en niet tillen boven 5 kg", *scores).remarks == ()
    assert named(outlook("maximaal 6 uur per week", *scores)) == {"VI.3"}


def test_a_limit_in_an_outlook_that_is_not_kept_is_still_seen() -> None:
    text = "wegens hernia blijvend niet tillen"
    form = CapacityForm(
        kind="FML",
        date="2026-05-01",
        author_role="bedrijfsarts",
        completeness="deviations_only",
        completeness_confirmed=True,
        prognosis=Prognosis(outlook="stable", text=text),
    )
    kept = withhold(Case(schema="matcher/case/1", id="x", forms=(form,))).case
    found = understand_capacity(kept, ON)
    assert "hernia" not in repr(found)
    assert named(found) == {"IV.13"}


@pytest.mark.parametrize(
    "text",
    [
        "maximaal 6 uur per week; uitbreiding wordt niet verwacht",
        "maximaal 6 uur per week, opbouw niet mogelijk",
        "6 uur per week zonder opbouw",
        "anderhalf uur per dag",
        "slechts enkele uren per week",
        "6 uur p/w",
        "6u/w",
        "ongeveer zes uren in de week",
        "een paar uur per week",
    ],
)
def test_few_hours_without_a_build_up_are_marginal(text: str) -> None:
    assert profile(f'item: VI.4, levels: [1], text: "{text}"').marginal == ("text",)


@pytest.mark.parametrize(
    "text",
    ["opbouw van 6 naar 20 uur per week", "start met 4 uur per week, uitbreiding elke twee weken", "12 uur p/w"],
)
def test_a_build_up_or_more_hours_are_not_marginal(text: str) -> None:
    assert profile(f'item: VI.4, levels: [1], text: "{text}"').marginal == ()
