"""Hours a week: a range, one figure, a minimum or a part of full time; never a clock time or the base of a salary."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import chain

from matcher.domain.vacancy import Evidence, HoursPerWeek, Stated
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.clock import working_times
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.phrases import Hit, Phrases

_BARE = re.compile(
    r"^\s*(?P<low>\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:-|tot|a|t/m|/)\s*(?P<high>\d{1,2}(?:[.,]\d{1,2})?))?\s*$"
)
_BEFORE_SIGNS, _AFTER_SIGNS = 40, 20
_FIELDS = {"hours": 0, "title": 1}
_IN_WORDS = "in_words"
_BARE_KINDS = frozenset(("plain", "listed"))
_KINDS = {_IN_WORDS: 3, "labelled": 0, "week": 2, "listed": 3, "plain": 6}
_ALSO = "also"
_WEEK = "w"  # week, wk, pw
_BESIDE_PAY, _SALARY_BASE_LAST = 10, 12
_SAYS_THE_WEEK = _KINDS["week"]
_RANGE_IS_BETTER, _ON_ITS_OWN_IS_BETTER = 2, 2
_OPENS, _CLOSES = re.compile(r"(?:^|[|,(;:.\n-])\s*$"), re.compile(r"\s*(?:$|[|,);.\n])")


@dataclass(frozen=True, slots=True)
class _Rules:
    phrases: Phrases[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    salary_base: re.Pattern[str]
    pay: re.Pattern[str]
    clock_before: re.Pattern[str]
    clock_most: int
    clock_day: re.Pattern[str]
    bounds: Mapping[str, int]
    open_before: re.Pattern[str]
    open_after: re.Pattern[str]
    open_end: Decimal
    full_time: re.Pattern[str]
    full_time_hours: Decimal
    in_words: Phrases[str]
    numbers: Mapping[str, int]
    also: Phrases[str]
    also_least: int


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_hours.yaml")
    return _Rules(
        phrases=Phrases(
            [(p, kind) for kind, words in raw["words"].items() for p in words], raw["macros"], with_figure=True
        ),
        not_before=re.compile(raw["not_hours"]["before"]),
        not_after=re.compile(raw["not_hours"]["after"]),
        salary_base=re.compile(raw["salary_base"]),
        pay=re.compile(raw["pay"]),
        clock_before=re.compile(raw["clock"]["before"]),
        clock_most=raw["clock"]["most"],
        clock_day=re.compile(raw["clock"]["day"]),
        bounds=raw["bounds"],
        open_before=re.compile(raw["open_minimum"]["before"]),
        open_after=re.compile(raw["open_minimum"]["after"]),
        open_end=Decimal(raw["open_minimum"]["most"]),
        full_time=re.compile(raw["full_time"]["words"]),
        full_time_hours=Decimal(raw["full_time"]["hours"]),
        in_words=Phrases(
            [(p, _IN_WORDS) for p in raw[_IN_WORDS]["words"]],
            raw["macros"] | {"w": f"(?:{'|'.join(raw[_IN_WORDS]['numbers'])})"},
        ),
        numbers=raw[_IN_WORDS]["numbers"],
        also=Phrases([(p, _ALSO) for p in raw["also"]["words"]], raw["macros"], with_figure=True),
        also_least=raw["also"]["least"],
    )


def hours(parts: Iterable[Passage]) -> Stated[HoursPerWeek] | None:
    """Answer the hours a week that a vacancy states; None when it states none.

    A field of the feed goes before the title, the title before the text. In the text a figure with "per week" or a
    label goes before a bare one, and a range before one figure. A minimum without an end is open to a full week, and
    where a text names more hours elsewhere ("in de zomer 36 uur per week"), those are the most: fewer is never assumed.

    Args:
        parts: fields, title and text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> found = hours([passage("text", "Je werkt 24 tot 32 uur per week, van 9.00 tot 17.00 uur.")])
        >>> str(found.value.least), str(found.value.most)
        ('24', '32')
    """
    every = tuple(parts)
    found = sorted((each for part in every for each in _in_part(part)), key=lambda each: each[0])
    if not found:
        return None
    also = tuple(_also(every))
    found = [each for each in found if not any(_overlap(each[1].evidence, other.evidence) for other in also)] or found
    best = found[0][1]
    weeks = (
        other.value.most
        for rank, other in found[1:]
        if rank[1] <= _SAYS_THE_WEEK and not _tells_pay(every, other.evidence)
    )
    most = max([best.value.most, *weeks])
    if any(_full_time(part) for part in every):
        most = max(most, _rules().full_time_hours)
    chosen = [other.value for other in also]
    least, most = min([best.value.least, *chosen]), max([most, *chosen])
    return best if best.value == HoursPerWeek(least, most) else replace(best, value=HoursPerWeek(least, most))


def _also(parts: Iterable[Passage]) -> Iterator[Stated[Decimal]]:
    """Yield the hours that may be chosen beside those that are named ("38 uur, 32 mag ook")."""
    rules = _rules()
    for part in parts:
        for hit in rules.also.search(part):
            value = _value(hit.found)
            if value is not None and value.least >= rules.also_least:
                yield Stated(value.least, evidence(part, hit.start, hit.end))


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.field == other.field and one.start < other.end and one.end > other.start


def _tells_pay(parts: Iterable[Passage], at: Evidence) -> bool:
    """Answer whether words stand in a sentence about pay: hours there are the week that the pay is reckoned by."""
    for part in parts:
        if part.field == at.field:
            number = part.sentence_at(at.start)
            return _rules().pay.search(part.plain, part.starts[number], part.ends[number]) is not None
    return False


def _full_time(part: Passage) -> bool:
    """Answer whether a part says that the work is full time, beside whatever hours it names."""
    rules, plain = _rules(), part.plain
    said = (part.sentence_at(hit.start()) for hit in rules.full_time.finditer(plain))
    return any(rules.pay.search(plain, part.starts[number], part.ends[number]) is None for number in said)


def _in_part(part: Passage) -> Iterator[tuple[tuple[int, int, int], Stated[HoursPerWeek]]]:
    place = _FIELDS.get(part.field, 2)
    if part.field == "hours" and (bare := _BARE.match(part.plain)):
        value = _value(bare)
        if value is not None:
            yield (place, 0, 0), Stated(value, evidence(part, bare.start(), bare.end()))
            return
    for hit in chain(_rules().phrases.search(part), _rules().in_words.search(part)):
        stated = _stated(part, hit)
        if stated is not None and not (hit.meaning in _BARE_KINDS and _is_on_the_clock(part, hit, stated[1])):
            kind, value = stated
            is_range = value.least != value.most
            yield (
                (place, kind - (_RANGE_IS_BETTER if is_range and kind < _SALARY_BASE_LAST else 0), hit.start),
                Stated(value, evidence(part, hit.start, hit.end)),
            )


def _is_on_the_clock(part: Passage, hit: Hit[str], value: HoursPerWeek) -> bool:
    """Answer whether hours without a week belong to a working time ("We werken van 7 tot 16 uur")."""
    if value.most > _rules().clock_most:
        return False
    return any(time.start < hit.end and time.stop > hit.start for time in working_times(part))


def _stated(part: Passage, hit: Hit[str]) -> tuple[int, HoursPerWeek] | None:
    rules, plain = _rules(), part.plain
    first = part.starts[part.sentence_at(hit.start)]
    at = hit.found.start("low")
    before = plain[max(first, at - _BEFORE_SIGNS) : at]
    after = plain[hit.end : hit.end + _AFTER_SIGNS]
    kind = _KINDS[hit.meaning]
    if hit.meaning == "plain" and _OPENS.search(before) and _CLOSES.match(plain, hit.end):
        kind -= _ON_ITS_OWN_IS_BETTER  # ", 40 uur," is no "8 uur zitten"
    if hit.meaning != "labelled" and rules.pay.search(plain, first, at):
        kind = _BESIDE_PAY
    value = _value(hit.found)
    if rules.salary_base.search(before):
        is_range = value is not None and value.least != value.most  # a full week has one figure
        kind = kind if is_range else _SALARY_BASE_LAST
    elif rules.not_before.search(before) or rules.not_after.search(after):
        return None
    if (
        value is not None
        and value.least == value.most
        and (rules.open_before.search(before) or rules.open_after.match(after))
    ):
        value = HoursPerWeek(value.least, max(value.least, rules.open_end))
    if value is None or (hit.meaning == "plain" and _is_clock(value, before, rules)):
        return None
    if hit.meaning == "week" and _WEEK not in plain[at : hit.end]:  # "13 u" and "7-16u" may be on the clock
        sentence = plain[first : part.ends[part.sentence_at(hit.start)]]
        may_be_clock = value.least != value.most and value.most <= rules.clock_most
        if _is_clock(value, before, rules) or (may_be_clock and rules.clock_day.search(sentence)):
            return None
    return kind, value


def _is_clock(value: HoursPerWeek, before: str, rules: _Rules) -> bool:
    one = value.least == value.most
    return one and value.most <= rules.clock_most and rules.clock_before.search(before) is not None


def _value(found: re.Match[str]) -> HoursPerWeek | None:
    rules = _rules()
    low = _hours(found["low"], rules)
    written_high = found.groupdict().get("high")
    high = _hours(written_high, rules) if written_high else low
    if low > high or not rules.bounds["least"] <= high <= rules.bounds["most"]:  # "0 tot 24 uur" is a range
        return None
    return HoursPerWeek(low, high)


def _hours(written: str, rules: _Rules) -> Decimal:
    return Decimal(rules.numbers[written]) if written in rules.numbers else Decimal(written.replace(",", "."))
