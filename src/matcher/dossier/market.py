"""Open vacancies per occupation: an interface that an index fills. Without one, it says that nobody checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from matcher.domain.case import Region
from matcher.dossier.rules import rules_on
from matcher.report.spoken import date_nl

_RULES = "dossier_market.yaml"


@dataclass(frozen=True, slots=True)
class MarketEvidence:
    """How many open vacancies there were for an occupation, on a day.

    Attributes:
        occupation_id: e.g. `isco:4226`.
        count: open vacancies in reach.
        counted_on: day of the count.
        source: where they were counted.
        in_reach_km: reach in kilometres, or None.
        in_reach_minutes: reach in minutes of travel, or None.
    """

    occupation_id: str
    count: int
    counted_on: date
    source: str
    in_reach_km: int | None = None
    in_reach_minutes: int | None = None


class VacancyCounts(Protocol):
    """Anything that can count open vacancies in reach, such as a vacancy index."""

    def count(self, occupation_id: str, region: Region, on: date) -> MarketEvidence | None:
        """Answer the count for one occupation; None when it cannot be counted.

        Args:
            occupation_id: e.g. `isco:4226`.
            region: where the person can work.
            on: the day of matching.
        """
        ...


@dataclass(frozen=True, slots=True)
class CountsFromTable:
    """Counts that are already known, by occupation id; also the stand-in for an index in tests.

    Example:
        >>> table = CountsFromTable({})
        >>> table.count("isco:4226", Region(), date(2026, 1, 1)) is None
        True
    """

    counts: Mapping[str, MarketEvidence]

    def count(self, occupation_id: str, region: Region, on: date) -> MarketEvidence | None:  # noqa: ARG002 the protocol
        """Answer the count of the table."""
        return self.counts.get(occupation_id)


NO_COUNTS = CountsFromTable(MappingProxyType({}))


def is_fresh(evidence: MarketEvidence, on: date) -> bool:
    """Answer whether a count still says something on a day.

    Args:
        evidence: the count.
        on: the day of matching; a count of a later day is no evidence either.
    """
    age = (on - evidence.counted_on).days
    return 0 <= age <= int(rules_on(_RULES, on)["fresh_days"]["value"])


def market_nl(evidence: MarketEvidence | None, on: date) -> str:
    """Answer the market check of one occupation in one Dutch sentence.

    Args:
        evidence: the count, or None when nobody counted.
        on: the day of matching.

    Example:
        >>> market_nl(None, date(2026, 12, 1))
        'Niet gecontroleerd of hier vacatures voor zijn.'
    """
    words = rules_on(_RULES, on)["words"]
    if evidence is None:
        return str(words["not_checked"])
    day = date_nl(evidence.counted_on)
    if not is_fresh(evidence, on):
        return str(words["stale"].format(date=day))
    kind = {0: "none", 1: "counted_one"}.get(evidence.count, "counted")
    text = words[kind].format(count=evidence.count, reach=_reach(evidence, words), source=evidence.source, date=day)
    return str(text)


def _reach(evidence: MarketEvidence, words: Mapping[str, str]) -> str:
    if evidence.in_reach_minutes is not None:
        return f"{evidence.in_reach_minutes} minuten reizen"
    if evidence.in_reach_km is not None:
        return f"{evidence.in_reach_km} kilometer"
    return words["reach_unknown"]
