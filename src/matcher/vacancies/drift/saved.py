"""A look as JSON: what the command and the service answer, and what a later look is held against."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from matcher.errors import FileUnreadable
from matcher.vacancies.drift.compare import Signal
from matcher.vacancies.drift.measure import FeedCount, Look

SCHEMA = "matcher/drift/1"
_MOST_BYTES = 1_000_000
_ADVICE = "Geef het bestand dat 'matcher drift MAP --format json' eerder schreef."


def look_json(look: Look, found: tuple[Signal, ...] = ()) -> dict[str, Any]:
    """Answer a look as plain values.

    Args:
        look: the look.
        found: what moved since an earlier one.
    """
    feeds = {
        name: {**asdict(feed), "on": None if feed.on is None else feed.on.isoformat(), "refused_pct": feed.refused_pct}
        for name, feed in look.feeds.items()
    }
    return {
        "schema": SCHEMA,
        **asdict(look),
        "on": look.on.isoformat(),
        "feeds": feeds,
        "look_at": [asdict(each) for each in found],
    }


def read_look(path: Path) -> Look:
    """Answer an earlier look from its file.

    Args:
        path: JSON that `look_json` made.

    Raises:
        FileUnreadable: it is missing, or holds something else.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileUnreadable(f"Het eerdere overzicht is te groot. {_ADVICE}")
        plain = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise FileUnreadable(f"Het eerdere overzicht is niet gevonden of niet te openen. {_ADVICE}") from None
    except (ValueError, RecursionError):
        raise FileUnreadable(f"Het eerdere overzicht is geen geldige JSON. {_ADVICE}") from None
    try:
        return _look(plain)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise FileUnreadable(f"Het eerdere overzicht heeft een andere vorm. {_ADVICE}") from None


def _look(plain: Mapping[str, Any]) -> Look:
    if plain["schema"] != SCHEMA:
        raise ValueError
    return Look(
        on=date.fromisoformat(plain["on"]),
        vacancies=int(plain["vacancies"]),
        sampled=int(plain["sampled"]),
        missing_pct=_numbers(plain["missing_pct"]),
        unknown_pct=_numbers(plain["unknown_pct"]),
        title_pct=_numbers(plain["title_pct"]),
        verdict_pct={name: _numbers(kinds) for name, kinds in plain["verdict_pct"].items()},
        feeds={name: _feed(feed) for name, feed in plain["feeds"].items()},
    )


def _numbers(plain: Mapping[str, Any]) -> Mapping[str, float]:
    return {str(name): float(value) for name, value in plain.items()}


def _feed(plain: Mapping[str, Any]) -> FeedCount:
    day = plain["on"]
    refused = {str(name): int(count) for name, count in plain["refused"].items()}
    return FeedCount(
        None if day is None else date.fromisoformat(day), int(plain["read"]), int(plain["merged"]), refused
    )
