"""Wages as written (hour, week, four weeks, month, year) to EUR per hour, with how it was worked out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from matcher.domain.vacancy import HoursPerWeek, Stated, WagePerHour
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.phrases import Hit, Phrases

_CENT = Decimal("0.01")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")
_PERIOD_NL = {
    "hour": "per uur",
    "week": "per week",
    "four_weeks": "per vier weken",
    "month": "per maand",
    "year": "per jaar",
}
_THOUSAND = 1000
_BACK_IS_FARTHER = 12  # signs: a period after an amount binds closer than one before it
_LOOK_FOR = ("hour", "four_weeks", "month", "year", "week")


@dataclass(frozen=True, slots=True)
class _Rules:
    phrases: Phrases[str]
    about: re.Pattern[str]
    other: re.Pattern[str]
    periods: Mapping[str, re.Pattern[str]]
    included: re.Pattern[str]
    excluded: re.Pattern[str]
    base: re.Pattern[str]
    minimum: re.Pattern[str]
    minimum_not: re.Pattern[str]
    raw: Mapping[str, Any]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_wage.yaml")
    return _Rules(
        phrases=Phrases(
            [(p, kind) for kind, words in raw["words"].items() for p in words], raw["macros"], with_figure=True
        ),
        about=re.compile(raw["about_wage"]),
        other=re.compile(raw["not_wage"]),
        periods={name: re.compile(raw["period_words"][name]) for name in _LOOK_FOR},
        included=re.compile(raw["holiday_included"]),
        excluded=re.compile(raw["holiday_excluded"]),
        base=re.compile(raw["base_hours"]),
        minimum=re.compile(raw["minimum_wage"]),
        minimum_not=re.compile(raw["minimum_wage_not"]),
        raw=raw,
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """An amount as it stands in the text.

    Attributes:
        low: lowest amount in EUR.
        high: highest amount in EUR.
        period: name of the period.
        named: whether the words name the period.
        about: whether words about wages stand beside it.
        start: first sign.
        end: one past the last.
    """

    low: Decimal
    high: Decimal
    period: str
    named: bool
    about: bool
    start: int
    end: int


def wage(parts: Iterable[Passage], hours: HoursPerWeek | None, on: date | None = None) -> Stated[WagePerHour] | None:
    """Answer the gross wage per hour that a vacancy states; None when it states none.

    Scales of collective agreements without amounts are not read: no dated table of them is carried.

    Args:
        parts: fields, title and text of the vacancy.
        hours: hours a week of the vacancy; a single figure near full time is the week of a monthly wage.
        on: day of the vacancy, for the minimum wage; without it "minimum wage" is not turned into an amount.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> found = wage([passage("text", "Salaris: € 2.400 tot € 2.900 bruto per maand bij 36 uur.")], None)
        >>> str(found.value.least), str(found.value.most), found.value.assumed
        ('15.38', '18.59', False)
    """
    found = [(_rank(part, each), part, each) for part in parts for each in _amounts(part)]
    if not found:
        return _minimum(parts, on)
    _, part, written = min(found, key=lambda each: each[0])
    return _stated(part, written, hours)


def _rank(part: Passage, written: _Written) -> tuple[int, ...]:
    in_field = 0 if part.field == "salary" else 1
    return (
        in_field,
        0 if written.about else 1,
        0 if written.named else 1,
        0 if written.high > written.low else 1,
        written.start,
    )


def _amounts(part: Passage) -> Iterator[_Written]:
    rules, plain = _rules(), part.plain
    taken: list[tuple[int, int]] = []
    hits = sorted(rules.phrases.search(part), key=lambda hit: (hit.meaning != "range", hit.start))
    for hit in hits:
        if any(hit.start < end and start < hit.end for start, end in taken):
            continue
        written = _written(part, hit)
        if written is not None:
            taken.append((hit.start, hit.end))
            if (
                written.about
                or part.field == "salary"
                or "€" in plain[hit.start : hit.end]
                or "eur" in plain[hit.start : hit.end]
            ):
                yield written


def _written(part: Passage, hit: Hit[str]) -> _Written | None:
    rules = _rules()
    sentence = part.sentence_at(hit.start)
    first, last = part.starts[sentence], part.ends[sentence]
    wide = rules.raw["before_window"], rules.raw["after_window"]
    before = part.plain[max(first, hit.start - wide[0]) : hit.end]
    after = part.plain[hit.start : min(last, hit.end + wide[1])]
    groups = hit.found.groupdict()
    low, high = _number(groups["low"]), _number(groups.get("high") or groups["low"])
    if groups.get("highk") or groups.get("lowk"):
        low, high = (value * _THOUSAND if value < _THOUSAND else value for value in (low, high))
    elif high >= _THOUSAND > low * 10 and groups.get("high"):
        return None
    period, named = _period(before, after, high)
    if not period or _other(before, after, rules):
        return None
    lowest, highest = rules.raw["plausible_eur"][period]
    if not lowest <= low <= high <= highest:
        return None
    about = rules.about.search(before) is not None or rules.about.search(after) is not None
    return _Written(low, high, period, named, about, hit.start, hit.end)


def _other(before: str, after: str, rules: _Rules) -> bool:
    """Answer whether the nearest words make it another amount than a wage."""
    left = list(rules.other.finditer(before))
    if left and not rules.about.search(before, left[-1].end()) and "," not in before[left[-1].end() :]:
        return True
    right = rules.other.search(after)
    return right is not None and not rules.about.search(after, 0, right.start()) and "," not in after[: right.start()]


def _period(before: str, after: str, high: Decimal) -> tuple[str, bool]:
    rules = _rules()
    nearest: tuple[int, str] | None = None
    for name, pattern in rules.periods.items():
        found = pattern.search(after)
        distance = found.start() if found else None
        back = list(pattern.finditer(before))
        if back:
            away = len(before) - back[-1].end() + _BACK_IS_FARTHER
            distance = away if distance is None else min(distance, away)
        if distance is not None and (nearest is None or distance < nearest[0]):
            bounds = rules.raw["plausible_eur"][name]
            if bounds[0] <= high <= bounds[1]:
                nearest = (distance, name)
    if nearest is not None:
        return nearest[1], True
    for row in rules.raw["guess_period"]["rows"]:
        if high < row["below"]:
            return str(row["period"]), False
    return "", False


def _number(written: str) -> Decimal:
    """Answer an amount with thousands dots or a decimal comma.

    Example:
        >>> _number("2.400"), _number("14,50"), _number("2.850,-"), _number("14.5")
        (Decimal('2400'), Decimal('14.50'), Decimal('2850'), Decimal('14.5'))
    """
    text = written.replace(" ", "").rstrip("-").rstrip(",.")
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if "," in text:
        whole, _, cents = text.partition(",")
        return Decimal(f"{whole.replace('.', '')}.{cents}")
    parts = text.split(".")
    if len(parts) > 1 and len(parts[-1]) == 3:  # noqa: PLR2004 three digits after a dot are thousands
        return Decimal("".join(parts))
    return Decimal(text)


def _stated(part: Passage, written: _Written, hours: HoursPerWeek | None) -> Stated[WagePerHour]:
    rules = _rules()
    sentence = part.sentence_at(written.start)
    first, last = part.starts[max(sentence - 1, 0)], part.ends[min(sentence + 1, len(part.ends) - 1)]
    base, base_assumed = _base(part, written, hours, first, last)
    holiday = rules.included.search(part.plain, part.starts[sentence], part.ends[sentence])
    factor = Decimal(1)
    if holiday is not None and not rules.excluded.search(part.plain, part.starts[sentence], holiday.start() + 1):
        factor = Decimal(rules.raw["holiday_pay"]["factor"])
    if written.period != "hour":
        times = Decimal(rules.raw["periods"][written.period]["count"])
        factor *= Decimal(rules.raw["weeks_per_year"]) * base / times
    low, high = ((value / factor).quantize(_CENT, ROUND_HALF_UP) for value in (written.low, written.high))
    basis = _basis(written, base, assumed=base_assumed, holiday=holiday is not None)
    assumed = (base_assumed and written.period != "hour") or not written.named
    return Stated(WagePerHour(low, high, basis, assumed), evidence(part, written.start, written.end))


def _base(part: Passage, written: _Written, hours: HoursPerWeek | None, first: int, last: int) -> tuple[Decimal, bool]:
    rules = _rules()
    sentence = part.sentence_at(written.start)
    beside = rules.base.finditer(part.plain, part.starts[sentence], part.ends[sentence])
    near = [  # behind the amount goes first: "voor 32 uur ... bij een werkweek van 40 uur"
        *sorted(beside, key=lambda found: found.start() < written.start),
        *rules.base.finditer(part.plain, first, last),
    ]
    lowest = rules.raw["full_time_week"]["lowest"]
    for found in near:
        value = Decimal(found[found.lastgroup or 0].replace(",", "."))
        if lowest - 16 <= value <= 42:  # noqa: PLR2004 a week
            return value, False
    if hours is not None and hours.least == hours.most and hours.most >= lowest:
        return hours.most, False
    return Decimal(rules.raw["full_time_week"]["hours"]), True


def _basis(written: _Written, base: Decimal, *, assumed: bool, holiday: bool) -> str:
    low, high = _euro(written.low), _euro(written.high)
    text = f"{low} euro" if low == high else f"{low} tot {high} euro"
    text = f"{text} {_PERIOD_NL[written.period]}"
    if written.period != "hour":
        text += f" bij {_dutch(base)} uur{' (aangenomen)' if assumed else ''}"
    return f"{text}, vakantiegeld eraf" if holiday else text


def _euro(value: Decimal) -> str:
    if value == value.to_integral():
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _dutch(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _minimum(parts: Iterable[Passage], on: date | None) -> Stated[WagePerHour] | None:
    rows = [row for row in read_yaml("wages.yaml")["minimum_wage_eur_per_hour"] if on and row["valid_from"] <= on]
    if not rows:
        return None
    rules, amount = _rules(), Decimal(rows[-1]["value"])
    for part in parts:
        for found in rules.minimum.finditer(part.plain):
            sentence = part.starts[part.sentence_at(found.start())]
            if not rules.minimum_not.search(part.plain, sentence, found.start()):
                basis = "wettelijk minimumloon voor 21 jaar en ouder"
                return Stated(WagePerHour(amount, amount, basis, assumed=True), evidence(part, *found.span()))
    return None
