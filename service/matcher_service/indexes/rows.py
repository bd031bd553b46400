"""Rows of vacancies in a transaction: put in, erased, and written down as one change of their bureau."""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, delete, insert, select, update

from matcher.vacancies import Change, Kept
from matcher_service.database import VACANCY, VACANCY_CHANGE, VACANCY_HEAD

_ROWS = 1000
_MARK_BYTES = 8
_SIZE = 1 << 64
Notes = Mapping[str, Any]
Each = TypeVar("Each")


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """Up to which change something goes.

    Attributes:
        number: number of the change.
        mark: what no other change has, in whatever table.
    """

    number: int
    mark: str

    def __str__(self) -> str:
        """Answer it as a copy keeps it."""
        return f"{self.number}:{self.mark}"


def put_vacancies(
    connection: Connection, bureau: str, vacancies: Iterable[Kept], notes: Callable[[Notes], Notes], at: str
) -> tuple[Change, Stand]:
    """Keep vacancies as one change in a transaction; one that was there keeps its first day.

    Args:
        connection: the transaction; for a bureau without vacancies, it holds others off the heads.
        bureau: whose.
        vacancies: each once.
        notes: answers the notes of the index after this, from those before.
        at: the moment, ISO 8601 in UTC.
    """
    head = head_of_bureau(connection, bureau)
    if head is None:
        head = {"bureau": bureau, "number": 0, "mark": "", "in_all": 0, "first_kept": 0, "notes": "{}"}
        connection.execute(insert(VACANCY_HEAD).values(head))
    stand, brought, seen = Stand(head["number"] + 1, new_mark()), 0, 0
    for part in parts_of(vacancies):
        known = present(connection, bureau, [each.mark for each in part])
        brought, seen = brought + len(part), seen + len(known)
        erase(connection, bureau, [each.mark for each in part])
        rows = [row_of(bureau, each, known.get(each.mark, each.first_seen), stand) for each in part]
        connection.execute(insert(VACANCY), rows)
    in_all = head["in_all"] + brought - seen
    note_change(connection, bureau, stand, in_all, notes(json.loads(head["notes"])), at)
    return Change(brought - seen, seen, 0, in_all), stand


def joined_notes(more: Notes) -> Callable[[Notes], Notes]:
    """Answer what adds the notes of another index to those of this one.

    Args:
        more: notes of the other.
    """
    return lambda before: {
        "changed": max(int(before.get("changed", 0)), int(more["changed"])),
        "sources": sorted({*before.get("sources", ()), *more["sources"]}),
        "feeds": {**before.get("feeds", {}), **more["feeds"]},
    }


def has_head(connection: Connection, bureau: str) -> bool:
    """Answer whether a bureau ever had vacancies; nothing is held.

    Args:
        connection: the transaction.
        bureau: whose.
    """
    return connection.execute(select(VACANCY_HEAD.c.number).where(VACANCY_HEAD.c.bureau == bureau)).first() is not None


def head_of_bureau(connection: Connection, bureau: str) -> dict[str, Any] | None:
    """Answer the head of a bureau, held until the transaction ends; None when the bureau never had any vacancies.

    Args:
        connection: the transaction.
        bureau: whose.
    """
    held = select(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).with_for_update()
    found = connection.execute(held).mappings().first()
    return None if found is None else dict(found)


def note_change(connection: Connection, bureau: str, stand: Stand, in_all: int, notes: Notes, at: str) -> None:
    """Write down a change: the last thing that a transaction does.

    Args:
        connection: the transaction.
        bureau: whose.
        stand: the change.
        in_all: how many vacancies there are after it.
        notes: of the index, after it.
        at: the moment, ISO 8601 in UTC.
    """
    change = {"bureau": bureau, "number": stand.number, "mark": stand.mark, "at": at}
    connection.execute(insert(VACANCY_CHANGE).values(change))
    values = {"number": stand.number, "mark": stand.mark, "in_all": in_all, "notes": json.dumps(notes)}
    connection.execute(update(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).values(values))


def parts_of(each: Iterable[Each]) -> Iterator[list[Each]]:
    """Answer things in parts of as many as one statement takes.

    Args:
        each: the things.
    """
    rest = iter(each)
    while part := list(islice(rest, _ROWS)):
        yield part


def present(connection: Connection, bureau: str, marks: Sequence[int]) -> dict[int, date]:
    """Answer which of these a bureau has, with the day on which each was first seen.

    Args:
        connection: the transaction.
        bureau: whose.
        marks: by which they are found, not too many.
    """
    there = (VACANCY.c.bureau == bureau, VACANCY.c.mark.in_([_signed(mark) for mark in marks]))
    rows = connection.execute(select(VACANCY.c.mark, VACANCY.c.first_seen).where(*there, VACANCY.c.record.is_not(None)))
    return {row.mark % _SIZE: date.fromisoformat(row.first_seen) for row in rows}


def erase(connection: Connection, bureau: str, marks: Sequence[int]) -> None:
    """Erase rows, also those that say that something was taken out.

    Args:
        connection: the transaction.
        bureau: whose.
        marks: by which they are found, not too many.
    """
    these = (VACANCY.c.bureau == bureau, VACANCY.c.mark.in_([_signed(mark) for mark in marks]))
    connection.execute(delete(VACANCY).where(*these))


def row_of(bureau: str, each: Kept, first_seen: date, stand: Stand) -> dict[str, Any]:
    """Answer a vacancy as a row.

    Args:
        bureau: whose.
        each: the vacancy, or that it was taken out.
        first_seen: day on which a feed first had it.
        stand: the change that it is part of.
    """
    return {
        "bureau": bureau,
        "mark": _signed(each.mark),
        "record": each.record,
        "first_seen": first_seen.isoformat(),
        "last_seen": each.last_seen.isoformat(),
        "number": stand.number,
    }


def kept_of_row(row: Row[Any]) -> Kept:
    """Answer what a row holds.

    Args:
        row: of the table of vacancies.
    """
    record = None if row.record is None else bytes(row.record)
    return Kept(row.mark % _SIZE, record, date.fromisoformat(row.first_seen), date.fromisoformat(row.last_seen))


def _signed(mark: int) -> int:
    """Answer 64 bits as a database counts them."""
    return mark if mark < _SIZE // 2 else mark - _SIZE


def new_mark() -> str:
    """Answer what no other change has."""
    return secrets.token_hex(_MARK_BYTES)
