"""A bar is the jobs from light to heavy; the words beside it come from the same figures."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.demand import Demand, Mark
from matcher.lookup.demand_line import bar_of, demand_line
from matcher.lookup.wording import rules
from matcher.reference.channels import channels

SHARES = st.lists(st.integers(0, 100), min_size=2, max_size=5).map(lambda found: sorted(found, reverse=True))
BLOCKS = rules()["blocks"]


def line(code: str, *within: int):
    padded = (*within, *[None] * (5 - len(within)))
    return demand_line(channels()[code], Demand(code, padded, padded, (4,) * 5, Mark.MEASURED, "ors"))


@given(SHARES)
def test_a_bar_has_ten_blocks_that_never_go_down(within):
    heights = [BLOCKS.index(block) for block in bar_of(within)]
    assert len(heights) == 10
    assert heights == sorted(heights)


@given(SHARES, st.integers(0, 30))
def test_lighter_work_never_has_a_higher_block(within, more):
    lighter = [min(share + more, 100) for share in within]
    pairs = zip(bar_of(within), bar_of(lighter), strict=True)
    assert all(BLOCKS.index(own) >= BLOCKS.index(light) for own, light in pairs)


@given(SHARES)
def test_a_full_block_means_above_the_norm(within):
    above = 100 - within[0]
    assert abs(bar_of(within).count("█") * 10 - above) <= 5


def test_a_figure_of_the_list_is_named_with_its_unit():
    assert line("IV.13", 100, 95, 60, 20).asks_nl == "helft van de banen: hoogstens 5 kg; bijna alle: hoogstens 10 kg"


def test_the_norm_of_most_of_the_day_is_not_called_a_limit():
    assert line("V.4", 100, 60, 10, 5).asks_nl == "helft van de banen: hoogstens 4 uur; 40%: meer dan 4 uur"


def test_work_above_the_norm_says_so():
    one = line("IV.13", 30, 20, 10, 5)
    assert one.asks_nl == "70% boven de norm"
    assert one.above_norm_pct == 70
    assert one.stands_out


def test_nought_is_said_as_hardly():
    assert line("IV.20", 100, 100, 100, 96).asks_nl == "bijna alle banen: bijna niet"


def test_a_condition_counts_the_jobs_that_ask_it():
    one = line("II.12.1", 100, 3)
    assert (one.asked_pct, one.asks_nl) == (97, "gevraagd in 97% van de banen")


def test_unknown_has_no_bar_no_share_and_no_place_of_its_own():
    one = demand_line(channels()["IV.7"], None)
    assert (one.bar, one.asked_pct, one.stands_out, one.asks_nl) == ("", None, False, "niet bekend")


def test_a_level_that_is_missing_makes_the_line_unknown_not_light():
    assert not line("IV.13", 100, 90).is_known
