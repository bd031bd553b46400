"""A rule of thumb can misjudge only the jobs that it speaks about."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.catalogue import NOT_KNOWN, load_catalogue
from matcher.catalogue.compiling.estimate import MEASURED, Estimate, error_at, levels, rule_error_at

_ROUNDING = 1e-7  # the root of what is lost at the sixteenth digit

shares = st.floats(0, 1).map(lambda share: np.array([share]))


@given(error=st.floats(0, 0.5), spared=st.floats(0, 1), share=shares)
@example(error=0.5, spared=0.30545225084833844, share=np.array([1 - 2**-53]))
def test_jobs_that_hardly_do_it_make_the_error_smaller_and_never_larger(error, spared, share) -> None:
    assert 0 <= rule_error_at(error, np.array([spared]), share)[0] <= error_at(error, share)[0] + _ROUNDING


@given(error=st.floats(0, 0.5), spared=st.floats(0, 1))
def test_where_only_those_who_hardly_do_it_stay_within_the_rule_adds_nothing(error, spared) -> None:
    assert rule_error_at(error, np.array([spared]), np.array([spared]))[0] < _ROUNDING


@given(error=st.floats(0, 0.5), share=shares)
def test_where_everybody_does_it_the_rule_speaks_about_every_job(error, share) -> None:
    assert np.isclose(rule_error_at(error, np.zeros(1), share)[0], error_at(error, share)[0])


def test_mending_the_order_of_the_levels_keeps_what_the_rule_may_not_touch() -> None:
    raw = Estimate(levels(0.9, 0.95), levels(0.9, 0.95), 0.06, MEASURED, "ors", rule_error=0.15, spared=np.full(5, 0.8))
    mended = raw.tidy(tolerant=True)
    assert mended.within[:2].tolist() == [0.9, 0.9]
    assert (mended.rule_error, mended.spared[0]) == (0.15, 0.8)


def test_office_work_is_known_to_bend_little_and_construction_stays_uncertain() -> None:
    catalogue = load_catalogue()
    column = catalogue.channel_index["IV.10"]

    def surely_within(occupation: str) -> int:
        row = catalogue.index[occupation]
        assert catalogue.within[row, column, 3] != NOT_KNOWN
        return int(catalogue.within[row, column, 3]) - int(catalogue.error_by_level[row, column, 3])

    assert surely_within("isco:2411") >= 90
    assert surely_within("isco:7122") < 70
