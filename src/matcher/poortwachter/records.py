"""The calendar as plain data for JSON: English keys, dates as ISO 8601, texts in Dutch."""

import json
from dataclasses import asdict
from typing import Any

from matcher.poortwachter.model import Calendar

SCHEMA_ID = "matcher/calendar/1"


def to_records(calendar: Calendar) -> dict[str, Any]:
    """Answer the calendar as dictionaries and lists; days are still `date` values."""
    return {"schema": SCHEMA_ID, **asdict(calendar)}


def to_json(calendar: Calendar) -> str:
    """Answer the calendar as JSON text with a final newline.

    Args:
        calendar: what `calendar_for` answered.
    """
    return json.dumps(to_records(calendar), ensure_ascii=False, indent=2, default=str) + "\n"
