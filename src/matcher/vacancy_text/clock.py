"""Working times on the clock: what they say of the evening and the night."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.phrases import expanded

_HOUR, _DAY, _HALF_DAY = 60, 24 * 60, 12 * 60
_ONE = "een"  # also an article
_NIGHT = "nacht"


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """One working time in the text.

    Attributes:
        begin: minutes after midnight, or None when only the end is said.
        end: minutes after midnight, past midnight more than a day, or None when only the begin is said.
        is_bound: whether the work is said never to go on later than the end.
        in_full: whether both ends are written with minutes, so that no figure stands for another half of the day.
        start: first sign.
        stop: one past the last sign.
    """

    begin: int | None
    end: int | None
    is_bound: bool
    in_full: bool
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Rules:
    words: tuple[re.Pattern[str], ...]
    may_hold: re.Pattern[str]
    chain: re.Pattern[str]
    numbers: dict[str, int]
    parts: dict[str, int]
    days: dict[str, int]
    night_figures_from: int
    weekday: re.Pattern[str]
    longest: int
    shortest_shift: int
    apart: int
    not_work: re.Pattern[str]
    not_after: re.Pattern[str]
    evening_from: int
    night_from: int
    late_until: int
    night_until: int
    surely_night_until: int
    evening_start_from: int
    margin: int
    week_step: int
    tells_times: re.Pattern[str]
    window: re.Pattern[str]
    window_within: int
    some_days: re.Pattern[str]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_demands.yaml")["clock"]
    names = {"number": raw["numbers"], "many": [name for name in raw["numbers"] if name != _ONE]}
    pieces = {name: f"(?:{'|'.join(each)})" for name, each in names.items()}
    for name, piece in raw["macros"].items():  # a piece may hold those before it
        pieces[name] = expanded(piece, pieces)
    return _Rules(
        words=tuple(re.compile(expanded(pattern, pieces)) for pattern in raw["words"]),
        may_hold=re.compile(expanded(raw["may_hold"], pieces)),
        chain=re.compile(expanded(raw["chain"], pieces)),
        numbers=raw["numbers"],
        parts=raw["parts"],
        days={name: hours * _HOUR for name, hours in raw["days"].items()},
        night_figures_from=raw["night_figures_from"],
        weekday=re.compile(raw["weekday"]),
        longest=raw["longest"],
        shortest_shift=raw["shortest_shift"],
        apart=raw["apart"],
        not_work=re.compile(raw["not_work"]),
        not_after=re.compile(raw["not_after"]),
        evening_from=raw["evening_from"],
        night_from=raw["night_from"],
        late_until=raw["late_until"],
        night_until=raw["night_until"],
        surely_night_until=raw["surely_night_until"],
        evening_start_from=raw["evening_start_from"],
        margin=raw["margin"],
        week_step=raw["may_be_week"]["step"],
        tells_times=re.compile(raw["may_be_week"]["tells_times"]),
        window=re.compile(raw["window"]["words"]),
        window_within=raw["window"]["within"],
        some_days=re.compile(raw["end_alone"]["not_beside"]),
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
        for pattern in rules.words if rules.may_hold.search(plain, start, end) else ():
            for hit in pattern.finditer(plain, start, end):
                if any(hit.start() < b and hit.end() > a for a, b in taken):
                    continue
                if rules.not_after.match(plain, hit.end(), end):
                    continue
                if rules.not_work.search(plain, start, hit.start()) or _may_be_week(hit, plain[start:end], rules):
                    continue
                for time in _in_a_row(hit, plain, end, rules):
                    taken.append((time.start, time.stop))
                    yield time


def _may_be_week(hit: re.Match[str], sentence: str, rules: _Rules) -> bool:
    """Answer whether two bare figures may as well be hours of the week ("20 tot 24 uur"), with no word that tells."""
    said = hit.groupdict()
    figures = [said.get(name) or "" for name in ("h1", "h2")]
    if not all(map(str.isdigit, figures)) or any(
        said.get(name) for name in ("m1", "m2", "part1", "part2", "day1", "day2")
    ):
        return False
    low, high = map(int, figures)
    in_steps = low % rules.week_step == 0 == high % rules.week_step
    return in_steps and low < high and rules.tells_times.search(sentence) is None


def _in_a_row(hit: re.Match[str], plain: str, end: int, rules: _Rules) -> Iterator[WorkingTime]:
    """Yield a working time and those that follow it with nothing else between ("6-14, 14-22 en 22-6")."""
    time = _time(hit, rules)
    yield time
    while time.begin is not None and time.end is not None:
        following = rules.chain.match(plain, time.stop, end)
        if following is None:
            return
        time = _after(time, _time(following, rules))
        yield time


def _after(before: WorkingTime, time: WorkingTime) -> WorkingTime:
    """Answer a working time on from the one before it: "van 6 tot 2 en van 2 tot 10" goes on to ten in the evening."""
    begin, end = time.begin, time.end
    if begin is None or end is None or (begin + _HALF_DAY) % _DAY != (before.end or 0) % _DAY:
        return time
    return replace(time, begin=begin + _HALF_DAY, end=end + _HALF_DAY)


def said_by(part: Passage, times: Sequence[WorkingTime]) -> Iterator[tuple[str, WorkingTime]]:
    """Yield the groups of vacancy_demands.yaml that working times stand for, judged over all of them together.

    What no time reaches is not asked when a whole working time is given; the half hour after the edge of an evening is
    left open. An end without a begin says as much, unless it is the end of some days only. Work that ends shortly after
    ten is night work unless the text says that there is none. One working time and no other is a fixed time: no shifts.

    Args:
        part: the part of the vacancy.
        times: its working times.
    """
    rules = _rules()
    whole = [time for time in times if time.begin is not None and time.end is not None]
    bounds = [time for time in times if time.is_bound or _ends_for_all(part, time, rules)]
    stated = [time for time in times if not time.is_bound]
    evening = [time for time in stated if _in_evening(time, rules)]
    night = [time for time in stated if _in_night(time, rules)]
    yield from (("clock_evening", time) for time in evening[:1])
    sure = [time for time in night if _surely_night(time, rules)]
    if night:
        yield ("clock_night", sure[0]) if sure else ("clock_late", night[0])
    if len({(time.begin, time.end) for time in times}) == 1 and whole and not _is_window(part, whole[0], rules):
        yield "clock_one_window", whole[0]
    yield from (("clock_shifts", time) for time in _shifts(part, whole, rules))
    last = max((time.end for time in (*whole, *bounds) if time.end is not None), default=None)
    if last is None:
        return
    proof = (*whole, *bounds)[0]
    unsure = all(_surely_night(time, rules) and not time.in_full for time in whole or bounds)  # "van 2 tot 10"
    by_day = last <= rules.evening_from and not unsure
    if not evening and (by_day or _all_after_evening(times, whole)):
        yield "clock_no_evening", proof
    if not night and last <= rules.night_from:
        yield "clock_no_night", proof


def _ends_for_all(part: Passage, time: WorkingTime, rules: _Rules) -> bool:
    """Answer whether an end without a begin is that of all the work ("diensten tot 22.00 uur"), not of some days."""
    if time.begin is not None or time.end is None:
        return False
    sentence = part.sentence_at(time.start)
    return rules.some_days.search(part.plain, part.starts[sentence], part.ends[sentence]) is None


def _is_window(part: Passage, time: WorkingTime, rules: _Rules) -> bool:
    """Answer whether the work lies somewhere between two times ("tussen 8.00 en 17.00 uur"), which fixes none."""
    before = part.plain[max(0, time.start - rules.window_within) : time.stop]
    return rules.window.search(before) is not None


def _all_after_evening(times: Sequence[WorkingTime], whole: Sequence[WorkingTime]) -> bool:
    """Answer whether every working time is whole, begins when the evening is over and ends before the next one."""
    return len(whole) == len(times) and all(map(is_after_evening, whole))


def _shifts(part: Passage, whole: Sequence[WorkingTime], rules: _Rules) -> Iterator[WorkingTime]:
    """Yield the first working time that is a shift beside another one; a time for each day of the week is none."""
    for one, other in pairwise(sorted(whole, key=lambda time: time.start)):
        if one.begin is None or one.end is None or other.begin is None or other.end is None:
            continue
        long = min(one.end - one.begin, other.end - other.begin) >= rules.shortest_shift
        apart = abs(other.begin - one.begin) >= rules.apart
        near = part.sentence_at(other.start) - part.sentence_at(one.start) <= 1
        if long and apart and near and not rules.weekday.search(part.plain, one.stop, other.start):
            yield one
            return


def is_after_evening(time: WorkingTime) -> bool:
    """Answer whether a working time begins when the evening is over and ends before the next one.

    Args:
        time: the working time.
    """
    rules = _rules()
    if time.begin is None or time.end is None:
        return False
    return time.begin >= rules.night_from and time.end <= _DAY + rules.evening_from


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
    begin = _minutes(said, "1", rules)
    end = _minutes(said, "2", rules)
    if end is not None and end <= _HALF_DAY and said.get("pm") is not None:
        end += _HALF_DAY
    if begin is None:
        if end is not None and end <= rules.night_until:
            end += _DAY
    elif end is not None and begin % _HALF_DAY == end % _HALF_DAY and not said.get("m2"):
        end = None  # "van 6 tot 6": by day or by night
    elif end is not None:
        begin, end = _in_order(begin, end, said, rules)
    in_full = bool(said.get("m1") and said.get("m2"))
    return WorkingTime(begin, end, said.get("bound") is not None, in_full, hit.start(), hit.end())


def _in_order(begin: int, end: int, said: Mapping[str, str | None], rules: _Rules) -> tuple[int, int]:
    """Answer the begin and an end after it; a figure of twelve hours stands for the time that is not too long."""
    if end <= begin:
        too_long = _is_too_long(end + _DAY - begin, end, said, rules)
        end += _HALF_DAY if too_long and end + _HALF_DAY > begin else _DAY
    elif end - begin > rules.longest and begin < rules.night_until and not said.get("m1"):
        begin += _HALF_DAY  # "half 5 tot 21:30"
    elif end <= rules.night_until and not (said.get("m1") or said.get("m2") or said.get("day1") or said.get("day2")):
        begin, end = begin + _HALF_DAY, end + _HALF_DAY  # "van een tot vijf"
    return begin, end


def _is_too_long(minutes: int, end: int, said: Mapping[str, str | None], rules: _Rules) -> bool:
    """Answer whether an end on the next day cannot be meant; an end with minutes ("1.00") stands for what it says."""
    return not (said.get("day2") or said.get("m2")) and end <= _HALF_DAY and minutes > rules.longest


def _minutes(said: Mapping[str, str | None], side: str, rules: _Rules) -> int | None:
    hour, part, day = (said.get(name + side) for name in ("h", "part", "day"))
    if hour is None:
        return None
    number = rules.numbers[hour] if hour in rules.numbers else int(hour)
    minutes = number * _HOUR + int(said.get("m" + side) or 0) + (rules.parts[part] if part else 0)
    if day == _NIGHT and rules.night_figures_from <= minutes <= _HALF_DAY:
        return minutes + _HALF_DAY  # "elf uur 's nachts"
    return minutes + (rules.days[day] if day and minutes < _HALF_DAY else 0)
