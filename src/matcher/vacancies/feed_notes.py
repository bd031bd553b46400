"""What the index remembers of how its feeds were read: counts by reason, no texts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from matcher.domain.vacancy import Vacancy
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


def notes_after(
    before: Mapping[str, Any], on: date, vacancies: Sequence[Vacancy], feeds: Mapping[str, FeedReport] = NO_FEEDS
) -> dict[str, Any]:
    """Answer the notes of an index after a change; only vacancies from a feed make a count newer.

    Args:
        before: the notes so far; empty for an index that is made.
        on: the day of the change.
        vacancies: what came.
        feeds: by the name of a feed, what its reader did.

    Example:
        >>> notes_after({}, date(2000, 1, 2), ())
        {'changed': 0, 'sources': [], 'feeds': {}}
    """
    sources = {*before.get("sources", ()), *(vacancy.record.source for vacancy in vacancies)} - {""}
    earlier = int(before.get("changed", 0))
    return {
        "changed": max(day_number(on), earlier) if vacancies else earlier,
        "sources": sorted(sources),
        "feeds": feed_notes(feeds, on, before.get("feeds", {})),
    }
