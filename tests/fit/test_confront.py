"""One capacity against one demand: every outcome of decisions 3 and 4, and both sides of each threshold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand, Mark
from matcher.domain.finding import Outcome
from matcher.fit import confront, fit_rules
from matcher.reference.channels import channels
from matcher.report.sentences import share_nl

LIFT = channels()["IV.13"]
NIGHT = channels()["VI.1.night"]


def lifting(shares=(100, 90, 50, 5), peak=None, error=0):
    return Demand("IV.13", tuple(shares), tuple(peak or shares), (error,) * len(shares), Mark.MEASURED, "ors")


def limited(level, channel="IV.13", **more):
    return Capacity(channel, CapacityStatus.LIMITED, level, **more)


NORM = Capacity("IV.13", CapacityStatus.NORM, 0)
UNKNOWN = Capacity("IV.13", CapacityStatus.UNKNOWN, None)


def outcome(capacity, demand, channel=LIFT, peaks=True):
    return confront(capacity, demand, channel, fit_rules(), peaks=peaks).outcome


def test_without_a_limit_work_within_the_norm_fits():
    assert outcome(NORM, lifting()) is Outcome.FITS


def test_without_a_limit_work_above_the_norm_is_a_signal():
    assert outcome(NORM, lifting((60, 40, 20, 5))) is Outcome.SIGNAL


def test_without_a_limit_unknown_work_is_not_compared():
    assert outcome(NORM, None) is Outcome.NOT_COMPARED


def test_with_a_limit_unknown_work_is_a_question():
    assert outcome(limited(2), None) is Outcome.QUESTION


@pytest.mark.parametrize(("share", "expected"), [(90, Outcome.FITS), (89, Outcome.POSSIBLE)])
def test_ninety_percent_of_the_jobs_is_the_line_for_within_capacity(share, expected):
    assert outcome(limited(2), lifting((100, 95, share, 0))) is expected


@pytest.mark.parametrize(("share", "expected"), [(9, Outcome.EXCEEDS), (10, Outcome.POSSIBLE)])
def test_ten_percent_of_the_jobs_is_the_line_for_exceeding(share, expected):
    assert outcome(limited(2), lifting((100, 95, share, 0))) is expected


@pytest.mark.parametrize(("error", "expected"), [(5, Outcome.FITS), (6, Outcome.POSSIBLE)])
def test_the_sources_error_widens_the_upper_line(error, expected):
    assert outcome(limited(2), lifting((100, 98, 95, 0), error=error)) is expected


@pytest.mark.parametrize(("error", "expected"), [(4, Outcome.EXCEEDS), (5, Outcome.POSSIBLE)])
def test_the_sources_error_widens_the_lower_line(error, expected):
    assert outcome(limited(2), lifting((100, 98, 5, 0), error=error)) is expected


def test_only_incidental_excess_is_a_signal_with_the_peak_rule_and_a_conflict_without():
    demand = lifting((100, 60, 5, 0), peak=(100, 99, 95, 50))
    assert outcome(limited(2), demand, peaks=True) is Outcome.SIGNAL
    assert outcome(limited(2), demand, peaks=False) is Outcome.EXCEEDS


@pytest.mark.parametrize(("strict", "rule"), [(9, "limited_part_peak"), (10, "limited_part")])
def test_work_that_only_short_peaks_keep_from_exceeding_says_so(strict, rule):
    demand = lifting((100, 60, strict, 0), peak=(100, 70, 40, 10))
    found = confront(limited(2), demand, LIFT, fit_rules(), peaks=True)
    assert (found.outcome, found.rule) == (Outcome.POSSIBLE, rule)
    assert ("met af en toe een korte piek erboven ongeveer 40%" in share_nl(found)) is found.peak_used


def test_night_work_knows_no_tolerance_even_with_the_peak_rule():
    demand = Demand("VI.1.night", (100, 5), (100, 99), (0, 0), Mark.MEASURED, "cbs")
    assert outcome(limited(1, "VI.1.night"), demand, NIGHT, peaks=True) is Outcome.EXCEEDS


def test_a_limit_without_a_degree_is_a_question_unless_the_work_hardly_asks_it():
    vague = limited(2, degree_known=False)
    assert outcome(vague, lifting((100, 90, 50, 0))) is Outcome.QUESTION
    assert outcome(vague, lifting((100, 100, 99, 95))) is Outcome.FITS


@pytest.mark.parametrize("demand", [None, lifting((100, 100, 100, 100)), lifting((10, 5, 1, 0))])
def test_an_unknown_capacity_never_fits(demand):
    assert outcome(UNKNOWN, demand) is Outcome.CAPACITY_UNKNOWN


def test_a_figure_between_two_levels_counts_as_the_stricter_one():
    seven_kg = limited(1, value=Decimal(7), unit="kg")
    assert outcome(seven_kg, lifting((100, 95, 50, 5))) is Outcome.POSSIBLE


def test_a_figure_below_the_strictest_level_never_fits():
    one_kg = limited(3, value=Decimal(1), unit="kg")
    assert outcome(one_kg, lifting((100, 100, 100, 99))) is Outcome.QUESTION
    assert outcome(one_kg, lifting((100, 50, 20, 3))) is Outcome.EXCEEDS


@pytest.mark.parametrize("channel", [c for c in channels().values() if c.quantity and c.unit not in {"hh:mm", "C"}])
def test_both_sides_of_every_numeric_threshold(channel):
    """At the figure of a level the level itself counts; just below it the stricter level, or none, counts."""
    from matcher.fit.effective import effective_level
    from matcher.reference.fml import items

    levels = items()[channel.item].levels.values()
    figures = [lv for lv in levels if lv.channel == channel.code and lv.value is not None]
    if len({lv.unit for lv in figures}) > 1:  # climbing mixes metres and steps: no figure is compared
        return
    for level in figures:
        at = effective_level(limited(level.level or 1, channel.code, value=level.value), channel)
        assert not at.beyond
        assert at.level >= (level.level or 1)
        if not any(other.value < level.value for other in figures):
            below = effective_level(limited(1, channel.code, value=level.value - Decimal("0.01")), channel)
            assert below.beyond
            assert below.level == channel.levels
        else:
            below = effective_level(limited(1, channel.code, value=level.value - Decimal("0.01")), channel)
            stricter = min(other.level for other in figures if other.value < level.value)
            assert below.level == max(stricter, 1)


RANK = {
    Outcome.FITS: 0,
    Outcome.NOT_COMPARED: 0,
    Outcome.SIGNAL: 1,
    Outcome.POSSIBLE: 1,
    Outcome.QUESTION: 1,
    Outcome.CAPACITY_UNKNOWN: 1,
    Outcome.EXCEEDS: 2,
}
shares = st.lists(st.integers(0, 100), min_size=4, max_size=4).map(lambda xs: sorted(xs, reverse=True))


@given(shares, st.integers(0, 40), st.booleans(), st.data())
def test_less_capacity_never_gives_a_milder_outcome(within, error, peaks, data):
    peak = [data.draw(st.integers(share, 100)) for share in within]
    peak = sorted(peak, reverse=True)
    demand = lifting(within, [max(p, w) for p, w in zip(peak, within, strict=True)], error)
    ranks = [RANK[outcome(NORM, demand, peaks=peaks)]]
    ranks += [RANK[outcome(limited(level), demand, peaks=peaks)] for level in (1, 2, 3)]
    assert ranks == sorted(ranks)


@given(shares, st.integers(0, 40), st.sampled_from([NORM, limited(1), limited(2), limited(3)]))
def test_making_the_capacity_unknown_never_fits(within, error, capacity):
    assert outcome(UNKNOWN, lifting(within, error=error)) is not Outcome.FITS


@given(shares, st.integers(0, 40), st.sampled_from([1, 2, 3]))
def test_making_the_demand_unknown_never_fits_a_limited_person(within, error, level):
    silent = Demand("IV.13", tuple(within), tuple(within), (error,) * 4, Mark.UNKNOWN, "")
    assert outcome(limited(level), silent) is Outcome.QUESTION


@pytest.mark.parametrize(
    ("capacity", "expected"),
    [
        (NORM, Outcome.NOT_COMPARED),
        (limited(1), Outcome.EXCEEDS),
        (limited(2), Outcome.EXCEEDS),
        (limited(3), Outcome.EXCEEDS),
        (limited(2, degree_known=False), Outcome.EXCEEDS),
        (UNKNOWN, Outcome.CAPACITY_UNKNOWN),
    ],
)
def test_heavy_lifting_without_kilos_is_beyond_every_limit_though_nothing_is_said_about_the_norm(capacity, expected):
    assert outcome(capacity, lifting((None, 0, 0, 0))) is expected


@pytest.mark.parametrize(("level", "expected"), [(1, Outcome.QUESTION), (2, Outcome.QUESTION), (3, Outcome.EXCEEDS)])
def test_a_level_of_which_nothing_is_said_stays_a_question(level, expected):
    assert outcome(limited(level), lifting((100, None, None, 0))) is expected


def test_beyond_a_milder_limit_is_beyond_a_stricter_one_of_which_nothing_is_said():
    assert outcome(limited(3), lifting((100, 0, None, None))) is Outcome.EXCEEDS


some = st.lists(st.booleans(), min_size=4, max_size=4)


@given(shares, some)
def test_less_capacity_never_gives_a_milder_outcome_where_levels_are_unknown(within, said):
    demand = lifting([share if here else None for share, here in zip(within, said, strict=True)])
    exceeding = [outcome(limited(level), demand) is Outcome.EXCEEDS for level in (1, 2, 3)]
    assert exceeding == sorted(exceeding)
