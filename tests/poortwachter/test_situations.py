"""Hand-made situations: each is a sentence that a coach can judge, with both sides of each limit."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from matcher.domain.case import Case
from matcher.poortwachter import NoticeKind, calendar_for

from .cases import case_of

SITUATIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "situations.yaml").read_text(encoding="utf-8")
)
_FACTS = ("first_sick_day", "evaluation", "track_start", "aow", "forms", "confirmations", "milestones")
_CHECKS = ("status", "notices", "no_notices", "at_risk", "not_at_risk", "conflicts")


def _case(situation: dict[str, Any]) -> Case:
    return case_of(**{name: situation[name] for name in _FACTS if name in situation})


def _day_to_look(situation: dict[str, Any]) -> date:
    if "day" in situation:
        return situation["day"]
    days = [day for check in _CHECKS for day in situation.get(check, {})]
    return max(days, default=date(2026, 6, 1))


def _at_risk(case: Case, day: date) -> set[str]:
    calendar = calendar_for(case, day)
    texts = " ".join(notice.text_nl for notice in calendar.notices if notice.kind is NoticeKind.RISK)
    return {moment.code for moment in calendar.moments if moment.title_nl in texts}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["situation"])
def test_situation(situation: dict[str, Any]) -> None:
    case = _case(situation)
    calendar = calendar_for(case, _day_to_look(situation))
    due = {moment.code: moment.due for moment in calendar.moments}
    wanted = situation.get("due", {})
    assert {code: due.get(code) for code in wanted} == wanted
    assert not set(situation.get("absent", ())) & set(due)
    for code, words in situation.get("says", {}).items():
        assert words in calendar.moment(code).why_nl
    for day, statuses in situation.get("status", {}).items():
        on_day = calendar_for(case, day)
        assert {code: on_day.moment(code).status.value for code in statuses} == statuses, day
    for day, codes in situation.get("notices", {}).items():
        assert set(codes) <= {notice.code for notice in calendar_for(case, day).notices}, day
    for day, codes in situation.get("no_notices", {}).items():
        assert not set(codes) & {notice.code for notice in calendar_for(case, day).notices}, day
    for day, codes in situation.get("at_risk", {}).items():
        assert set(codes) <= _at_risk(case, day), day
    for day, codes in situation.get("not_at_risk", {}).items():
        assert not set(codes) & _at_risk(case, day), day
    for day, codes in situation.get("conflicts", {}).items():
        assert set(codes) <= {conflict.code for conflict in calendar_for(case, day).conflicts}, day


def test_there_are_at_least_25_situations_and_no_unknown_word_in_them() -> None:
    assert len(SITUATIONS) >= 25
    known = {"situation", "day", "due", "absent", "says", *_FACTS, *_CHECKS}
    assert {word for situation in SITUATIONS for word in situation} <= known
    assert len({situation["situation"] for situation in SITUATIONS}) == len(SITUATIONS)
