"""What holds for every case: order, no crash on any dates, and time only moves a status forward."""

import json
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.case import Milestones
from matcher.errors import InputError
from matcher.poortwachter import Status, calendar_for, to_ics, to_json, to_svg, to_text

from .cases import case_of

_ANY_DAY = st.dates(date(1990, 1, 1), date(2090, 12, 31))
_MAYBE = st.none() | _ANY_DAY
_ORDER = (Status.NOT_NEEDED, Status.FUTURE, Status.DUE_SOON, Status.DUE, Status.LATE, Status.DONE)


def _milestones(days: st.SearchStrategy[date]) -> st.SearchStrategy[dict[str, Any]]:
    several = {name for name, field in Milestones.model_fields.items() if field.default == ()}
    choices = {name: st.lists(days, max_size=8) if name in several else days for name in Milestones.model_fields}
    return st.fixed_dictionaries({}, optional=choices)


@st.composite
def cases(draw: st.DrawFn, days: st.SearchStrategy[date] | None = None) -> Any:
    """Draw a case; near dates when `days` is not given, else any of those days."""
    first = draw(st.none() | _ANY_DAY) if days is not None else draw(_ANY_DAY)
    if days is None:
        near = st.integers(-30, 900).map(lambda number: first + timedelta(days=number))
        days = near
    return case_of(
        first_sick_day=first,
        evaluation=draw(st.none() | days),
        track_start=draw(st.none() | days),
        aow=draw(st.none() | days),
        forms=draw(
            st.lists(
                st.fixed_dictionaries({"date": days, "usable": st.none() | st.booleans()}),
                max_size=4,
            )
        ),
        confirmations=draw(st.sampled_from([[], ["marginal_capacity"]])),
        milestones=draw(_milestones(days)),
    )


_CASES = cases() | cases(_ANY_DAY)


@settings(max_examples=150, deadline=None)
@given(_CASES, _ANY_DAY)
def test_any_dates_give_sorted_moments_and_every_output(case: Any, on: date) -> None:
    calendar = calendar_for(case, on)
    moments = calendar.moments
    assert [moment.due for moment in moments] == sorted(moment.due for moment in moments)
    assert len({moment.code for moment in moments}) == len(moments)
    assert all(moment.window_from <= moment.due for moment in moments)
    assert all(len(line) <= 80 for line in to_text(calendar).splitlines())
    assert json.loads(to_json(calendar))["on"] == on.isoformat()
    ET.fromstring(to_svg(calendar))  # noqa: S314 our own output
    try:
        to_ics(calendar)
    except InputError:
        assert not any(moment.status.is_open and moment.agenda_nl for moment in moments)


@settings(max_examples=150, deadline=None)
@given(cases(), st.integers(0, 800), st.integers(0, 800))
def test_a_status_only_moves_forward_in_time(case: Any, start: int, step: int) -> None:
    """With the same facts; a later form may change what is asked, so both days lie after the newest form."""
    first = case.person.dates.first_sick_day
    begin = max([first + timedelta(days=start), *(form.date for form in case.forms)])
    begin = max([begin, *([case.milestones.capacity_arose_on] if case.milestones.capacity_arose_on else [])])
    before, after = calendar_for(case, begin), calendar_for(case, begin + timedelta(days=step))
    for moment in before.moments:
        later = after.moment(moment.code)
        if later is None or Status.NOT_NEEDED in (moment.status, later.status):
            continue
        assert _ORDER.index(moment.status) <= _ORDER.index(later.status), moment.code


@settings(max_examples=150, deadline=None)
@given(cases(), st.integers(0, 800))
def test_without_a_recorded_reason_the_second_track_is_never_unnecessary(case: Any, days: int) -> None:
    on = case.person.dates.first_sick_day + timedelta(days=days)
    bare = case.model_copy(update={"milestones": Milestones(), "confirmations": (), "forms": ()})
    moment = calendar_for(bare, on).moment("second_track_start")
    assert moment is not None
    assert moment.status is not Status.NOT_NEEDED


@settings(max_examples=60, deadline=None)
@given(cases(), st.integers(0, 800))
def test_the_limit_of_the_second_track_lies_in_week_52_to_58_unless_something_postpones_it(
    case: Any, days: int
) -> None:
    first = case.person.dates.first_sick_day
    bare = case.model_copy(update={"milestones": Milestones(), "confirmations": (), "forms": ()})
    moment = calendar_for(bare, first + timedelta(days=days)).moment("second_track_start")
    assert moment is not None
    assert moment.week is not None
    assert 52 <= moment.week <= 58


@settings(max_examples=60, deadline=None)
@given(cases(), st.integers(0, 800))
def test_the_same_case_and_day_give_the_same_bytes(case: Any, days: int) -> None:
    on = case.person.dates.first_sick_day + timedelta(days=days)
    assert to_json(calendar_for(case, on)) == to_json(calendar_for(case, on))
    assert to_svg(calendar_for(case, on)) == to_svg(calendar_for(case, on))
