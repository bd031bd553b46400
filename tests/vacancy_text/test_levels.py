"""From kilos, hours and vague words to the levels of a channel."""

import pytest

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Mark
from matcher.domain.finding import Outcome
from matcher.domain.vacancy import VacancyRecord
from matcher.fit import confront, fit_rules
from matcher.reference.channels import channels
from matcher.vacancy_text import understand
from matcher.vacancy_text.demand_words import demand_phrases
from tests.vacancy_text.own import rows


def shares(text, channel):
    vacancy = understand(VacancyRecord("1", "Medewerker", text))
    return next(each.value for each in vacancy.demands if each.value.channel == channel)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je tilt tot 23 kg.", (0, 0, 0, 0)),
        ("Je tilt maximaal 15 kilo.", (100, 0, 0, 0)),
        ("Je tilt 5 tot 10 kg.", (100, 100, 0, 0)),
        ("Je tilt dozen van 4,5 kg.", (100, 100, 100, 0)),
        ("Je tilt 2 kg.", (100, 100, 100, 100)),
        ("Je tilt regelmatig.", (None, None, None, None)),
        ("Zwaar tilwerk.", (None, 0, 0, 0)),
        ("Geen zwaar tilwerk.", (100, None, None, None)),
        ("Geen tilwerk boven de 10 kg.", (100, 100, None, None)),
        ("Je tilt niet.", (100, 100, 100, 100)),
    ],
)
def test_kilos_become_levels_of_lifting(text, expected):
    assert shares(text, "IV.13").within_pct == expected


def test_the_figure_and_the_source_stay_with_the_demand():
    demand = shares("Je tilt tot 23 kg.", "IV.13")
    assert (demand.typical, demand.mark, demand.source) == (23.0, Mark.STATED, "vacancy")


def test_hours_of_standing_become_levels():
    assert shares("Je staat 3 uur per dag.", "V.4").within_pct == (100, 100, 0, 0)


def test_what_happens_now_and_then_is_tolerated_as_a_peak():
    demand = shares("Incidenteel til je 25 kg.", "IV.13")
    assert demand.within_pct == (0, 0, 0, 0)
    assert demand.within_peak_pct == (None, None, None, None)


def test_kilos_of_a_vehicle_are_no_load():
    vacancy = understand(VacancyRecord("1", "Chauffeur", "Je rijdt een vrachtwagen van 3500 kg. Je tilt soms."))
    demand = next(each.value for each in vacancy.demands if each.value.channel == "IV.13")
    assert demand.typical is None


def test_every_group_names_known_channels_with_a_share_for_each_level():
    phrases = demand_phrases()
    rows = [row for rows in phrases._long.values() for _, row in rows] + [row for _, row in phrases._short]
    for _, words, _ in (each for row in rows for each in row):
        for channel, levels in (*words.asks.items(), *words.eases.items()):
            assert len(levels) == channels()[channel].levels + 1, words.code
            known = [share for share in levels if share is not None]
            assert known == sorted(known, reverse=True), words.code


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_shares_never_rise_towards_a_stricter_level(row):
    for stated in understand(VacancyRecord("1", row["title"], row["text"])).demands:
        levels = stated.value.within_pct
        assert 0 not in levels or set(levels[levels.index(0) :]) == {0}, stated
        last = max((level for level, share in enumerate(levels) if share == 100), default=-1)
        assert set(levels[: last + 1]) <= {100}, stated


@pytest.mark.parametrize(("level", "expected"), [(1, Outcome.EXCEEDS), (2, Outcome.EXCEEDS), (3, Outcome.EXCEEDS)])
def test_heavy_lifting_without_kilos_exceeds_every_limit_of_a_person(level, expected):
    person = Capacity("IV.13", CapacityStatus.LIMITED, level)
    demand = shares("Zwaar tilwerk hoort erbij.", "IV.13")
    assert confront(person, demand, channels()["IV.13"], fit_rules(), peaks=True).outcome is expected
