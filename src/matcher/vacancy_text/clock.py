"""Working times on the clock: what they say of the evening and the night."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.passage import Passage

_HOUR, _DAY, _HALF_DAY = 60, 24 * 60, 12 * 60


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """One working time in the text.

    Attributes:
        begin: minutes after midnight, or None when only the end is said.
        end: minutes after midnight, past midnight more than a day, or None when only the begin is said.
        is_bound: whether the work is said never to go on later than the end.
        start: first sign.
        stop: one past the last sign.
    """

    begin: int | None
    end: int | None
    is_bound: bool
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Rules:
    words: tuple[re.Pattern[str], ...]
    numbers: dict[str, int]
    parts: dict[str, int]
    not_work: re.Pattern[str]
    evening_from: int
    night_from: int
    late_until: int
    night_until: int
    surely_night_until: int
    evening_start_from: int
    margin: int


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_demands.yaml")["clock"]
    hour = f"(?:{'|'.join(raw['numbers'])})"
    return _Rules(
        words=tuple(re.compile(pattern.replace("<number>", hour)) for pattern in raw["words"]),
        numbers=raw["numbers"],
        parts=raw["parts"],
        not_work=re.compile(raw["not_work"]),
        evening_from=raw["evening_from"],
        night_from=raw["night_from"],
        late_until=raw["late_until"],
        night_until=raw["night_until"],
        surely_night_until=raw["surely_night_until"],
        evening_start_from=raw["evening_start_from"],
        margin=raw["margin"],
    )


def working_times(part: Passage) -> Iterator[WorkingTime]:
    """Yield the working times that a part of a vacancy names; times of opening, calling or applying are none.

    Args:
        part: the part of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> [(time.begin, time.end) for time in working_times(passage("text", "Je werkt van 17.00 tot 21.00 uur."))]
        [(1020, 1260)]
    """
    rules, plain = _rules(), part.plain
    for start, end in zip(part.starts, part.ends, strict=True):
        taken: list[tuple[int, int]] = []
        for pattern in rules.words:
            for hit in pattern.finditer(plain, start, end):
                if any(hit.start() < b and hit.end() > a for a, b in taken):
                    continue
                if rules.not_work.search(plain, start, hit.start()):
                    continue
                taken.append(hit.span())
                yield _time(hit, rules)


def said_by(times: Sequence[WorkingTime]) -> Iterator[tuple[str, WorkingTime]]:
    """Yield the groups of vacancy_demands.yaml that working times stand for, judged over all of them together.

    What no time reaches is not asked when a whole working time is given; the half hour after the edge of an evening is
    left open. Work that ends shortly after ten is night work unless the text says that there is none. One working time
    and no other is a fixed time: no shifts.

    Args:
        times: the working times of one part.
    """
    rules = _rules()
    whole = [time for time in times if time.begin is not None and time.end is not None]
    bounds = [time for time in times if time.is_bound]
    stated = [time for time in times if not time.is_bound]
    evening = [time for time in stated if _in_evening(time, rules)]
    night = [time for time in stated if _in_night(time, rules)]
    yield from (("clock_evening", time) for time in evening[:1])
    sure = [time for time in night if _surely_night(time, rules)]
    if night:
        yield ("clock_night", sure[0]) if sure else ("clock_late", night[0])
    if len({(time.begin, time.end) for time in times}) == 1 and whole:
        yield "clock_one_window", whole[0]
    last = max((time.end for time in (*whole, *bounds) if time.end is not None), default=None)
    if last is None:
        return
    proof = (*whole, *bounds)[0]
    if not evening and last <= rules.evening_from and not all(_surely_night(time, rules) for time in whole or bounds):
        yield "clock_no_evening", proof
    if not night and last <= rules.night_from:
        yield "clock_no_night", proof


def _in_evening(time: WorkingTime, rules: _Rules) -> bool:
    if time.end is None:
        return time.begin is not None and rules.evening_start_from <= time.begin < rules.night_from
    begins = time.begin if time.begin is not None else rules.evening_from
    return time.end > rules.evening_from + rules.margin and begins < rules.night_from - rules.margin


def _in_night(time: WorkingTime, rules: _Rules) -> bool:
    return (time.end is not None and time.end > rules.night_from) or (
        time.begin is not None and time.begin < rules.night_until
    )


def _surely_night(time: WorkingTime, rules: _Rules) -> bool:
    return (time.end is not None and time.end > rules.late_until) or (
        time.begin is not None and time.begin < rules.surely_night_until
    )


def _time(hit: re.Match[str], rules: _Rules) -> WorkingTime:
    said = hit.groupdict()
    begin = _minutes(said.get("h1"), said.get("m1"), said.get("part1"), rules)
    end = _minutes(said.get("h2"), said.get("m2"), said.get("part2"), rules)
    if end is not None and end <= _HALF_DAY and said.get("pm") is not None:
        end += _HALF_DAY
    if begin is None:
        if end is not None and end <= rules.night_until:
            end += _DAY
    elif end is not None:
        if end <= begin and end <= _HALF_DAY // 2 and begin <= _HALF_DAY and not said.get("m2"):
            end += _HALF_DAY  # "van 7 tot 4": four in the afternoon
        if end <= begin:
            end += _DAY
    return WorkingTime(begin, end, said.get("bound") is not None, hit.start(), hit.end())


def _minutes(hour: str | None, minute: str | None, part: str | None, rules: _Rules) -> int | None:
    if hour is None:
        return None
    number = rules.numbers[hour] if hour in rules.numbers else int(hour)
    return number * _HOUR + int(minute or 0) + (rules.parts[part] if part else 0)
