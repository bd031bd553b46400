"""What to show of each row: the vacancy as understood, without its whole text, one line of JSON after another."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from matcher.domain.demand import Demand, Mark
from matcher.domain.vacancy import Evidence, HoursPerWeek, Stated, Vacancy, VacancyRecord, WagePerHour, WorkPlace


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a segment, in the order of its rows.

    Attributes:
        start: first byte of each record, with one more at the end.
        data: all bytes.
    """

    start: npt.NDArray[np.uint64]
    data: npt.NDArray[np.uint8]

    def __getitem__(self, row: int) -> Vacancy:
        """Answer one vacancy; its text is not kept."""
        return decode(self.taken([row])[0])

    def taken(self, rows: Iterable[int]) -> list[bytes]:
        """Answer some records as they are stored."""
        start, data = np.asarray(self.start), np.asarray(self.data)  # an array on disk is slow to slice as such
        return [data[int(start[row]) : int(start[row + 1])].tobytes() for row in rows]


def records_of(lines: Sequence[bytes]) -> Records:
    """Answer stored records as one array.

    Args:
        lines: encoded vacancies, in the order of the rows.
    """
    start = np.concatenate([[0], np.cumsum([len(line) for line in lines], dtype=np.uint64)]).astype(np.uint64)
    return Records(start, np.frombuffer(b"".join(lines), np.uint8))


def encode(vacancy: Vacancy) -> bytes:
    """Answer a vacancy as bytes, without its text.

    Args:
        vacancy: as understood.
    """
    record = vacancy.record
    plain: dict[str, Any] = {
        "id": record.id,
        "title": record.title,
        "employer": record.employer,
        "at": record.place,
        "postcode": record.postcode,
        "url": record.url,
        "source": record.source,
        "published": _day(record.published),
        "expires": _day(record.expires),
        "occupation": vacancy.occupation_id,
        "probability": vacancy.occupation_probability,
        "place": None if vacancy.place is None else [*_parts(vacancy.place)],
        "patterns": [[name, _stated(each)] for name, each in vacancy.patterns],
        "licences": [_stated(each) for each in vacancy.licences],
        "certificates": [_stated(each) for each in vacancy.certificates],
        "languages": [_stated(each) for each in vacancy.languages],
        "demands": [_stated(each) for each in vacancy.demands],
        "eased": list(vacancy.eased),
        "in_doubt": [_stated(each) for each in vacancy.in_doubt],
    }
    plain |= {name: _stated(getattr(vacancy, name)) for name in _SINGLE if getattr(vacancy, name) is not None}
    kept = {name: value for name, value in plain.items() if value not in (None, "", [])}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def decode(line: bytes) -> Vacancy:
    """Answer a vacancy from its bytes.

    Args:
        line: as `encode` made it.
    """
    plain = orjson.loads(line)
    return Vacancy(
        record=VacancyRecord(
            id=plain["id"],
            title=plain.get("title", ""),
            text="",
            employer=plain.get("employer", ""),
            place=plain.get("at", ""),
            postcode=plain.get("postcode", ""),
            url=plain.get("url", ""),
            source=plain.get("source", ""),
            published=_as_day(plain.get("published")),
            expires=_as_day(plain.get("expires")),
        ),
        occupation_id=plain.get("occupation"),
        occupation_probability=plain["probability"],
        place=WorkPlace(*plain["place"]) if "place" in plain else None,
        patterns=tuple((name, _read(each)) for name, each in plain.get("patterns", ())),
        licences=tuple(_read(each) for each in plain.get("licences", ())),
        certificates=tuple(_read(each) for each in plain.get("certificates", ())),
        languages=tuple(_read(each) for each in plain.get("languages", ())),
        demands=tuple(_read(each) for each in plain.get("demands", ())),
        eased=tuple(plain.get("eased", ())),
        in_doubt=tuple(_read(each) for each in plain.get("in_doubt", ())),
        **{name: _read(plain[name]) for name in _SINGLE if name in plain},
    )


_SINGLE = (
    "hours",
    "wage",
    "education_level",
    "education_direction",
    "experience_years",
    "contract",
    "start",
    "home_working",
)
_MARKS = {int(mark): mark for mark in Mark}
_WRAPPED: dict[str, Any] = {
    "h": lambda least, most: HoursPerWeek(Decimal(least), Decimal(most)),
    "w": lambda least, most, basis, assumed: WagePerHour(Decimal(least), Decimal(most), basis, assumed),
    "d": lambda channel, within, peak, error, mark, source, typical: Demand(
        channel, tuple(within), tuple(peak), tuple(error), _MARKS[mark], source, typical
    ),
    "n": Decimal,
}


def _stated(stated: Stated[Any]) -> list[Any]:
    evidence = stated.evidence
    return [_value(stated.value), evidence.field, evidence.start, evidence.end, evidence.quote]


def _value(value: Any) -> Any:
    if isinstance(value, HoursPerWeek):
        return {"h": [str(value.least), str(value.most)]}
    if isinstance(value, WagePerHour):
        return {"w": [str(value.least), str(value.most), value.basis_nl, value.assumed]}
    if isinstance(value, Demand):
        return {"d": [*_parts(value)]}
    return {"n": [str(value)]} if isinstance(value, Decimal) else value


def _parts(value: Any) -> list[Any]:
    return [int(part) if isinstance(part, Mark) else part for part in (getattr(value, n) for n in value.__slots__)]


def _read(stored: list[Any]) -> Stated[Any]:
    value, field, start, end, quote = stored
    if isinstance(value, dict):
        kind, parts = next(iter(value.items()))
        value = _WRAPPED[kind](*parts)
    return Stated(value, Evidence(field, start, end, quote))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _as_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
