"""A record as a format gives it, and how it becomes a vacancy record."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from matcher.domain.vacancy import VacancyRecord
from matcher.feeds.markup import plain_text
from matcher.feeds.report import Tally
from matcher.feeds.rules import feed_rules
from matcher.reference.text_signals import plain

_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4})")
_WORDED = re.compile(r"(?P<d>\d{1,2}) (?P<m>[a-z]{3})[a-z]*\.? (?P<y>\d{4})")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS_EN = {"mar": 3, "mrt": 3, "may": 5, "oct": 10}
_TITLE_SIGNS = 200
_NAMED = frozenset(("salary",))  # a column name such as "Uurloon" says the period
_PERIOD = re.compile("uur|maand|jaar|week")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record by our field names, as text.

    Attributes:
        line: line, row or number in the file.
        values: text by field; a field may hold several texts, each under its own heading or alone.
    """

    line: int | None
    values: Mapping[str, str]


def gather(pairs: Iterable[tuple[str | None, str, str]]) -> dict[str, str]:
    """Answer the values by field; columns that share the text field stand below each other with their names.

    Args:
        pairs: our field (or None), the column's own name, the value.
    """
    values: dict[str, str] = {}
    for field, name, value in pairs:
        if field is None or not value.strip():
            continue
        if field == "text":
            below = f"{name.strip()}:\n{value}" if values.get("text") else value
            values["text"] = f"{values['text']}\n{below}" if values.get("text") else below
        else:
            values.setdefault(
                field, f"{name.strip()}: {value}" if field in _NAMED and _PERIOD.search(name.lower()) else value
            )
    return values


def to_record(raw: RawRecord, default_source: str, tally: Tally) -> VacancyRecord | None:
    """Answer the vacancy in a raw record; None, with a refusal in the tally, when it holds none.

    Args:
        raw: the record.
        default_source: name of the feed when the record names none.
        tally: where assumptions and refusals are counted.
    """
    values = {name: plain_text(value) for name, value in raw.values.items()}
    text, title = values.get("text", ""), " ".join(values.get("title", "").split())
    if not title and not text:
        tally.refuse(raw.line, "geen titel en geen tekst. Een vacature heeft minstens een titel of een tekst.")
        return None
    if not title:
        title = text.split("\n", 1)[0]
        tally.assume("Titel ontbreekt: de eerste regel van de tekst is gebruikt.")
    if not text:
        tally.assume("Tekst ontbreekt: alleen de titel en de andere velden zijn gelezen.")
    longest = feed_rules().limits["max_text_signs"]
    if len(text) > longest:
        tally.assume(f"Tekst langer dan {longest} tekens: de rest is niet gelezen.")
    values["title"], values["text"] = title[:_TITLE_SIGNS], text[:longest]
    return _record(values, default_source, tally)


def _record(values: Mapping[str, str], default_source: str, tally: Tally) -> VacancyRecord:
    source = values.get("source", "") or default_source
    employer, place = values.get("employer", ""), values.get("place", "")
    identity = values.get("id", "")
    if not identity:
        parts = (values["title"], employer, place, values.get("url", "") or values["text"])
        identity = hashlib.sha256("\x1f".join(map(plain, parts)).encode()).hexdigest()[:16]
    return VacancyRecord(
        id=f"{source}:{identity}" if source else identity,
        title=values["title"],
        text=values["text"],
        employer=employer,
        place=place,
        postcode=values.get("postcode", "").upper(),
        url=values.get("url", ""),
        source=source,
        published=_day(values, "published", tally),
        expires=_day(values, "expires", tally),
        fields=tuple(_fields(values)),
    )


def _fields(values: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    rules = feed_rules()
    for name in rules.fields:
        value = values.get(name, "")
        low, high = values.get(f"{name}_min", ""), values.get(f"{name}_max", "")
        if not value and (low or high):
            value = f"{low} - {high}" if low and high else low or high
            if name == "salary":
                value = f"€ {value}"
        if name == "salary" and value and (period := values.get("salary_period", "")):
            value = f"{value} {rules.periods.get(period.strip(), rules.periods.get(plain(period).strip(), period))}"
        if name == "contract" and value:
            value = ", ".join(
                filter(None, (rules.employment.get(part.strip(), part.strip()) for part in value.split(",")))
            )
        if value:
            yield name, value


def _day(values: Mapping[str, str], name: str, tally: Tally) -> date | None:
    written = values.get(name, "")
    if not written:
        return None
    found = read_day(written)
    if found is None:
        tally.assume("Een datum is niet herkend en niet gebruikt. Schrijf bijvoorbeeld 2026-11-22.")
    return found


def read_day(written: str) -> date | None:
    """Answer a date as feeds write it; None when it is none.

    Example:
        >>> read_day("22-11-2026 09:30"), read_day("22 november 2026"), read_day("morgen")
        (datetime.date(2026, 11, 22), datetime.date(2026, 11, 22), None)
    """
    text = plain(written)
    found, worded = _DAY.search(text), _WORDED.search(text)
    try:
        if found is not None:
            groups = found.groupdict()
            return date(*(int(groups[name] or groups[f"{name}2"]) for name in "ymd"))
        if worded is not None:
            month = _MONTHS_EN.get(worded["m"]) or _MONTHS.index(worded["m"]) + 1
            return date(int(worded["y"]), month, int(worded["d"]))
    except ValueError:
        return None
    return None


def source_name(path: PurePath) -> str:
    """Answer the name of a feed from its file; empty for standard input."""
    return "" if str(path) == "-" else path.stem
