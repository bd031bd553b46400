"""Invented cases for tests, built from a few words. Nobody in here exists."""

from datetime import date
from typing import Any

from matcher import Case

ON = date(2026, 10, 12)


def raw_case(entries: list[dict[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    """Answer a complete invented case as raw values; `entries` are the lines of its form."""
    raw: dict[str, Any] = {
        "schema": "matcher/case/1",
        "id": "verzonnen-1",
        "forms": [
            {
                "kind": "FML",
                "date": "2026-08-03",
                "author_role": "bedrijfsarts",
                "completeness": "deviations_only",
                "completeness_confirmed": True,
                "entries": entries or [],
            }
        ],
        "person": {
            "experience": [
                {"title": "magazijnmedewerker", "occupation": "isco:9333", "from_year": 2012, "to_year": 2025}
            ],
            "education": [{"level": "mbo-2", "direction": "logistiek", "finished": True}],
            "old_job": {
                "title": "magazijnmedewerker",
                "occupation": "isco:9333",
                "wage_eur_per_hour": "17.40",
                "hours_per_week": "36",
            },
            "wishes": {"interests": ["conventional", "social"]},
            "region": {"place": "Zwolle", "postcode4": "8011"},
            "dates": {"first_sick_day": "2025-06-02", "track_start": "2026-06-01"},
        },
    }
    raw.update(changes)
    return raw


def case(entries: list[dict[str, Any]] | None = None, **changes: Any) -> Case:
    """Answer the same as a `Case`."""
    return Case.model_validate(raw_case(entries, **changes))
