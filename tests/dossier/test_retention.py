"""Until when the file of a case is kept."""

from datetime import date

import pytest

from matcher import Case
from matcher.dossier.keeping import retention


def ended(day: str | None, **more: object) -> Case:
    track = {} if day is None else {"result": {"kind": "new_employer", "date": day, "title": "receptionist"}}
    return Case.model_validate({"schema": "matcher/case/1", "id": "verzonnen-1", "track": track, **more})


@pytest.mark.parametrize(
    ("end", "until"),
    [("2026-11-01", date(2028, 11, 1)), ("2028-02-29", date(2030, 2, 28)), ("2024-03-01", date(2026, 3, 1))],
)
def test_a_file_is_kept_two_years_after_the_end_of_the_track(end: str, until: date) -> None:
    assert retention(ended(end), date(2028, 3, 1)).until == until


def test_on_the_last_day_it_is_kept_and_a_day_later_it_must_go() -> None:
    assert "Bewaren tot en met 1 november 2028" in retention(ended("2026-11-01"), date(2028, 11, 1)).text_nl
    assert "Wis dit bestand en de casus" in retention(ended("2026-11-01"), date(2028, 11, 2)).text_nl


def test_without_an_end_no_day_is_guessed() -> None:
    found = retention(ended(None), date(2026, 11, 22))
    assert found.until is None
    assert "niet vastgelegd" in found.text_nl


def test_the_last_of_two_recorded_ends_counts() -> None:
    closed = ended("2026-11-01", milestones={"second_track_closed": date(2026, 12, 1)})
    assert retention(closed, date(2027, 1, 1)).ended_on == date(2026, 12, 1)
