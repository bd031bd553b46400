"""One look at an index: shares and counts of vacancies, never a vacancy or a person."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Any

import numpy as np

from matcher.domain.case import Case
from matcher.domain.finding import VerdictKind
from matcher.domain.vacancy import Vacancy
from matcher.intake import read_case
from matcher.vacancies.columns import NONE, day_of
from matcher.vacancies.drift.rules import drift_rules
from matcher.vacancies.drift.unknown import Rows, unknown_counts
from matcher.vacancies.index import Index
from matcher.vacancies.judged import Judge
from matcher.vacancies.plain_pass import listed_rows
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.segment import EDUCATION, HOURS, OCCUPATION, WAGE_LEAST, WAGE_MOST, Segment
from matcher.vacancies.share import window_on

_BLOCK = 200


@dataclass(frozen=True, slots=True)
class FeedCount:
    """What the reader did with one feed on the last day on which it came.

    Attributes:
        on: that day; None when it is not known.
        read: vacancies that were read.
        merged: records that were the same vacancy as another one.
        refused: records that could not be used, by the reason in Dutch.
    """

    on: date | None
    read: int
    merged: int
    refused: Mapping[str, int]

    @property
    def refused_pct(self) -> float:
        """Answer the share of records that could not be used, in percent."""
        lost = sum(self.refused.values())
        return pct(lost, self.read + lost)


@dataclass(frozen=True, slots=True)
class Look:
    """What an index holds on one day, as shares in percent of its open vacancies.

    Attributes:
        on: the day of the look.
        vacancies: open vacancies.
        sampled: how many of them were looked at one by one, for titles and verdicts.
        missing_pct: share without a place, an occupation, hours, a wage or a level of education.
        unknown_pct: per channel, share about which nothing is known.
        title_pct: share of the sample per band of certainty of the occupation; a band is named by its borders.
        verdict_pct: per invented person, share of the sample per verdict on capacity.
        feeds: per feed, what the reader did.
    """

    on: date
    vacancies: int
    sampled: int
    missing_pct: Mapping[str, float]
    unknown_pct: Mapping[str, float]
    title_pct: Mapping[str, float]
    verdict_pct: Mapping[str, Mapping[str, float]]
    feeds: Mapping[str, FeedCount]


def look_at(index: Index, on: date) -> Look:
    """Answer what an index holds on a day, for whoever watches over it.

    Nothing in it comes from a person: verdicts are those of two invented persons, the shipped examples, over the same
    sample of vacancies each time. The verdict is that on capacity alone, without travel, wage or level.

    Args:
        index: open for reading.
        on: the day for which vacancies are open.

    Returns:
        Shares in percent with one decimal; an index without open vacancies has no shares.
    """
    parts = [
        (part.segment, np.flatnonzero(listed_rows(part.segment, window_on(on), part.gone)).astype(np.int64))
        for part in index.parts
    ]
    count = sum(len(rows) for _, rows in parts)
    sample = tuple(_sample(parts, int(drift_rules(on)["sampled_vacancies"]["value"])))
    return Look(
        on=on,
        vacancies=count,
        sampled=len(sample),
        missing_pct=_shares(_missing(parts, len(index.catalogue.occupations)), count),
        unknown_pct=_shares(unknown_counts(parts, index.catalogue), count),
        title_pct=_shares(_titles(sample, on), len(sample)),
        verdict_pct=_verdicts(sample, index, on),
        feeds={name: _feed(plain) for name, plain in sorted(index.generation.notes.get("feeds", {}).items())},
    )


def pct(part: int, whole: int) -> float:
    """Answer a share in percent with one decimal; 0 of nothing is 0.

    Example:
        >>> pct(1, 3)
        33.3
    """
    return round(100 * part / whole, 1) if whole else 0.0


def _shares(counts: Mapping[str, int], whole: int) -> Mapping[str, float]:
    return {name: pct(number, whole) for name, number in counts.items()} if whole else {}


def _missing(parts: Sequence[tuple[Segment, Rows]], unknown_work: int) -> Mapping[str, int]:
    found: Counter[str] = Counter(dict.fromkeys(("place", "occupation", "hours", "wage", "education"), 0))
    for segment, rows in parts:
        held = segment.rows[rows]
        found["place"] += int((segment.place()[rows] == len(segment.tables.places) - 1).sum())
        found["occupation"] += int((held[:, OCCUPATION] == unknown_work).sum())
        found["hours"] += int((held[:, HOURS] == NONE).sum())
        found["wage"] += int(((held[:, WAGE_LEAST] == 0) & (held[:, WAGE_MOST] == 0)).sum())
        found["education"] += int((held[:, EDUCATION] == 0).sum())
    return found


def _sample(parts: Sequence[tuple[Segment, Rows]], most: int) -> Iterator[Vacancy]:
    """Yield the vacancies with the lowest marks: a draw that no feed steers, and the same one each time."""
    marks = np.concatenate([np.zeros(0, np.uint64), *(segment.mark[rows] for segment, rows in parts)])
    where = [(number, int(row)) for number, (_, rows) in enumerate(parts) for row in rows]
    for place in np.argsort(marks, kind="stable")[:most].tolist():
        number, row = where[place]
        records = parts[number][0].records
        if records is not None:
            yield records[row]


def _titles(sample: Sequence[Vacancy], on: date) -> Mapping[str, int]:
    borders = [0, *drift_rules(on)["title_bands_pct"], 100]
    names = [f"{low}-{high}" for low, high in pairwise(borders)]
    found = dict.fromkeys(["none", *names], 0)
    for vacancy in sample:
        sure = 100 * vacancy.occupation_probability
        band = sum(sure >= border for border in borders[1:-1])
        found["none" if vacancy.occupation_id is None else names[band]] += 1
    return found


def _verdicts(sample: Sequence[Vacancy], index: Index, on: date) -> Mapping[str, Mapping[str, float]]:
    probes = drift_rules(on)["probes"]
    found = {}
    for name in probes["cases"] if sample else ():
        judge = Judge(make_seeker(_probe(name), probes["day"], index.catalogue))
        counts: Counter[str] = Counter({kind.value: 0 for kind in VerdictKind})
        for start in range(0, len(sample), _BLOCK):
            counts.update(each.verdict.kind.value for each in judge.many(sample[start : start + _BLOCK]))
        found[name.removesuffix(".yaml")] = _shares(counts, len(sample))
    return found


@cache
def _probe(name: str) -> Case:
    with as_file(files("matcher.examples") / name) as path:
        return read_case(path).case


def _feed(plain: Mapping[str, Any]) -> FeedCount:
    return FeedCount(day_of(int(plain["day"])), int(plain["read"]), int(plain["merged"]), dict(plain["refused"]))
