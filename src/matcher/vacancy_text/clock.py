"""Working times on the clock: which of them reach into the evening or the night."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.passage import Passage

CLOCK_DAY = "clock_day"
"""Name of the group of working times that lie wholly by day."""

_HOUR, _DAY, _HALF_DAY = 60, 24 * 60, 12 * 60


@dataclass(frozen=True, slots=True)
class _Rules:
    words: tuple[re.Pattern[str], ...]
    not_work: re.Pattern[str]
    evening_from: int
    evening_until: int
    night_ends_after: int
    night_starts_before: int
    day_from: int


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_demands.yaml")["clock"]
    return _Rules(
        words=tuple(re.compile(pattern) for pattern in raw["words"]),
        not_work=re.compile(raw["not_work"]),
        evening_from=raw["evening_from"],
        evening_until=raw["evening_until"],
        night_ends_after=raw["night_ends_after"],
        night_starts_before=raw["night_starts_before"],
        day_from=raw["day_from"],
    )


def clock_times(part: Passage) -> Iterator[tuple[str, int, int]]:
    """Yield the groups `clock_evening`, `clock_night` and `clock_day` with the place of the working time.

    Args:
        part: the part of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> [name for name, _, _ in clock_times(passage("text", "Je werkt van 17.00 tot 21.00 uur."))]
        ['clock_evening']
    """
    rules, plain = _rules(), part.plain
    for start, end, has_figure in zip(part.starts, part.ends, part.figures, strict=True):
        if not has_figure:
            continue
        for pattern in rules.words:
            for hit in pattern.finditer(plain, start, end):
                if not rules.not_work.search(plain, start, hit.start()):
                    for name in _windows(hit, rules):
                        yield name, hit.start(), hit.end()


def _windows(hit: re.Match[str], rules: _Rules) -> Iterator[str]:
    begin = int(hit["h1"]) * _HOUR + int(hit.groupdict().get("m1") or 0)
    end = int(hit["h2"]) * _HOUR + int(hit.groupdict().get("m2") or 0)
    if end <= begin and end <= _HALF_DAY // 2 and begin <= _HALF_DAY and not hit.groupdict().get("m2"):
        end += _HALF_DAY  # "van 7 tot 4": four in the afternoon
    if end <= begin:
        end += _DAY
    if begin >= rules.day_from and end <= rules.evening_from:
        yield CLOCK_DAY
    if end > rules.evening_from and begin < rules.evening_until:
        yield "clock_evening"
    if end > rules.night_ends_after or begin < rules.night_starts_before:
        yield "clock_night"
