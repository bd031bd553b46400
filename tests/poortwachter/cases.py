"""Make cases from a few words."""

from datetime import date
from typing import Any

from matcher.domain.case import Case


def case_of(
    *,
    first_sick_day: date | None = date(2026, 1, 5),
    evaluation: date | None = None,
    track_start: date | None = None,
    aow: date | None = None,
    forms: list[dict[str, Any]] | None = None,
    confirmations: list[str] | None = None,
    milestones: dict[str, Any] | None = None,
    case_id: str = "proef-1",
) -> Case:
    """Answer a case with these dates and nothing else."""
    return Case.model_validate(
        {
            "schema": "matcher/case/1",
            "id": case_id,
            "forms": [
                {
                    "kind": "FML",
                    "date": form["date"],
                    "author_role": "bedrijfsarts",
                    "completeness": "full",
                    "usable_possibilities": form.get("usable"),
                }
                for form in forms or []
            ],
            "person": {
                "dates": {
                    "first_sick_day": first_sick_day,
                    "first_year_evaluation": evaluation,
                    "track_start": track_start,
                    "aow_date": aow,
                }
            },
            "milestones": milestones or {},
            "confirmations": [{"what": what, "reason": "Bevestigd door de coach."} for what in confirmations or []],
        }
    )
