"""What moved between two looks at an index, by dated thresholds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matcher.vacancies.drift.measure import Look
from matcher.vacancies.drift.rules import drift_rules


@dataclass(frozen=True, slots=True)
class Signal:
    """One share that is worth a look.

    Attributes:
        subject: `unknown`, `missing`, `title`, `verdict` or `refused`.
        name: which channel, field, band, person and verdict, or feed.
        before_pct: share in the earlier look; None when there is none to compare with.
        now_pct: share now.
        limit_points: threshold in percentage points that it passed; in percent when there is nothing to compare with.
    """

    subject: str
    name: str
    before_pct: float | None
    now_pct: float
    limit_points: float


def signals(now: Look, before: Look | None) -> tuple[Signal, ...]:
    """Answer which shares moved more than they may; of a feed also when too much of it was refused at all.

    Args:
        now: the look of today.
        before: an earlier look, or None.

    Returns:
        The largest moves first within a subject. Shares are not compared when either look has too few vacancies.

    Example:
        >>> from datetime import date
        >>> look = Look(date(2026, 12, 1), 0, 0, {}, {}, {}, {}, {})
        >>> signals(look, None)
        ()
    """
    rules = drift_rules(now.on)
    limits = {name: float(rule["value"]) for name, rule in rules["look_at"].items()}
    found: list[Signal] = []
    if before is not None and enough(now, before):
        for subject in ("unknown", "missing", "title", "verdict"):
            old, new = shares_of(before, subject), shares_of(now, subject)
            moved = list(_moved(subject, old, new, limits[f"{subject}_points"]))
            found += sorted(moved, key=lambda each: (-abs(each.now_pct - (each.before_pct or 0.0)), each.name))
    return (*found, *_refused(now, before, limits))


def enough(now: Look, before: Look) -> bool:
    """Answer whether two looks hold enough vacancies to compare.

    Args:
        now: the look of today.
        before: an earlier look.
    """
    return min(now.vacancies, before.vacancies) >= int(drift_rules(now.on)["fewest_vacancies"]["value"])


def shares_of(look: Look, subject: str) -> Mapping[str, float]:
    """Answer the shares of one subject by name.

    Args:
        look: a look.
        subject: `unknown`, `missing`, `title` or `verdict`.
    """
    if subject == "verdict":
        return {
            f"{person}.{kind}": share for person, kinds in look.verdict_pct.items() for kind, share in kinds.items()
        }
    return {"unknown": look.unknown_pct, "missing": look.missing_pct, "title": look.title_pct}[subject]


def _moved(subject: str, old: Mapping[str, float], new: Mapping[str, float], limit: float) -> Iterator[Signal]:
    for name in new.keys() & old.keys():
        if round(abs(new[name] - old[name]), 1) >= limit:
            yield Signal(subject, name, old[name], new[name], limit)


def _refused(now: Look, before: Look | None, limits: Mapping[str, float]) -> Iterator[Signal]:
    for name, feed in now.feeds.items():
        earlier = None if before is None else before.feeds.get(name)
        if earlier is not None:
            if round(feed.refused_pct - earlier.refused_pct, 1) >= limits["refused_points"]:
                yield Signal("refused", name, earlier.refused_pct, feed.refused_pct, limits["refused_points"])
        elif feed.refused_pct >= limits["refused_alone_pct"]:
            yield Signal("refused", name, None, feed.refused_pct, limits["refused_alone_pct"])
