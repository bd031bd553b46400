"""What the index remembers of how its feeds were read: counts by reason, no texts."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from matcher.feeds import FeedReport
from matcher.vacancies.columns import day_number

NO_FEEDS: Mapping[str, FeedReport] = MappingProxyType({})
_UNLISTED = "meer dan er apart zijn bewaard"


def feed_notes(feeds: Mapping[str, FeedReport], on: date, before: Mapping[str, Any]) -> dict[str, Any]:
    """Answer what to remember of each feed: its last day, with what came on that day added up.

    Args:
        feeds: by the name of a feed, what its reader did.
        on: the day on which they came.
        before: what was remembered so far.

    Example:
        >>> feed_notes({"bank": FeedReport(read=2)}, date(2000, 1, 2), {})
        {'bank': {'day': 1, 'read': 2, 'merged': 0, 'refused': {}}}
    """
    found = dict(before)
    for name, report in feeds.items():
        same_day = found.get(name, {}).get("day") == day_number(on)
        earlier: Mapping[str, Any] = found[name] if same_day else {"read": 0, "merged": 0, "refused": {}}
        refused = Counter(earlier["refused"]) + Counter(each.reason_nl for each in report.refused)
        unlisted = report.refused_count - len(report.refused)
        if unlisted:
            refused[_UNLISTED] += unlisted
        found[name] = {
            "day": day_number(on),
            "read": earlier["read"] + report.read,
            "merged": earlier["merged"] + report.merged,
            "refused": dict(refused),
        }
    return found
