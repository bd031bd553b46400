"""The vacancies of bureaus in a table, for several instances: who locks the head of a bureau writes the next change.

Every change has a number, and every row the number of the change that last touched it. So whoever holds a copy asks for
what came after its own number. What is taken out stays as a row without a record, until every copy can do without.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, delete, func, insert, select, tuple_, update

from matcher.vacancies import Change, Kept
from matcher_service.database import VACANCY, VACANCY_CHANGE, VACANCY_HEAD, Database
from matcher_service.errors import IndexNotHere

_ROWS = 1000
PAGE = 5000
# A copy that was away for longer is made anew. Vacancies hold no persons, so the days are only a matter of room.
_CATCH_UP_DAYS = 30
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


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a bureau, in the order of their changes.

    Attributes:
        rows: vacancies, or that they were taken out.
        after: where the next page begins.
        stand: up to which change the table went when they were read.
        first_kept: a copy from before this change may have missed that a vacancy was taken out.
        notes: of the index.
        last: nothing comes after these rows.
    """

    rows: Sequence[Kept]
    after: tuple[int, int]
    stand: Stand
    first_kept: int
    notes: Notes
    last: bool


class VacancyTable:
    """The vacancies of all bureaus; each bureau sees only its own.

    Args:
        database: where the tables are, prepared.
        now: answers the moment, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._now = now

    def stands(self) -> dict[str, Stand]:
        """Answer up to which change each bureau goes.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        heads = select(VACANCY_HEAD.c.bureau, VACANCY_HEAD.c.number, VACANCY_HEAD.c.mark)
        with self._database.reading() as connection:
            return {row.bureau: Stand(row.number, row.mark) for row in connection.execute(heads)}

    def put(self, bureau: str, vacancies: Sequence[Kept], notes: Callable[[Notes], Notes]) -> tuple[Change, Stand]:
        """Keep vacancies; one that was there keeps its first day. All or nothing, and on disk when this returns.

        Args:
            bureau: whose.
            vacancies: each once.
            notes: answers the notes of the index after this, from those before.

        Raises:
            StorageUnreachable: the database cannot be reached, or waited too long for another.
        """
        with self._database.transaction() as connection:
            if _head(connection, bureau) is None:
                self._database.hold_off(connection, VACANCY_HEAD)
            return put_vacancies(connection, bureau, vacancies, notes, self._at())

    def take_out(self, bureau: str, marks: Sequence[int], on: date) -> tuple[Change, Stand]:
        """Erase vacancies; marks that are not there change nothing.

        Args:
            bureau: whose.
            marks: by which they are found, each once.
            on: the day.

        Raises:
            IndexNotHere: the bureau never had any.
            StorageUnreachable: the database cannot be reached, or waited too long for another.
        """
        with self._database.transaction() as connection:
            head = _head(connection, bureau)
            if head is None:
                raise IndexNotHere
            found = [mark for part in _parts(marks) for mark in _present(connection, bureau, part)]
            if not found:
                return Change(0, 0, 0, head["in_all"]), Stand(head["number"], head["mark"])
            stand = Stand(head["number"] + 1, _new_mark())
            for part in _parts(found):
                _erase(connection, bureau, part)
                gone = [_row(bureau, Kept(mark, None, on, on), on, stand) for mark in part]
                connection.execute(insert(VACANCY), gone)
            in_all = head["in_all"] - len(found)
            _note(connection, bureau, stand, in_all, json.loads(head["notes"]), self._at())
        return Change(0, 0, len(found), in_all), stand

    def page(self, bureau: str, after: tuple[int, int]) -> Page:
        """Answer the next rows of a bureau; what a later page brings counts over what an earlier one brought.

        Args:
            bureau: whose.
            after: the last row that is known: number of its change, and its mark as the table has it.

        Raises:
            IndexNotHere: the bureau never had any.
            StorageUnreachable: the database cannot be reached.
        """
        own = VACANCY.c.bureau == bureau
        later = tuple_(VACANCY.c.number, VACANCY.c.mark) > after
        asked = select(VACANCY).where(own, later).order_by(VACANCY.c.number, VACANCY.c.mark).limit(PAGE)
        with self._database.reading() as connection:
            head = connection.execute(select(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau)).first()
            if head is None:
                raise IndexNotHere
            rows = connection.execute(asked).all()
        return Page(
            [_kept(row) for row in rows],
            (rows[-1].number, rows[-1].mark) if rows else after,
            Stand(head.number, head.mark),
            head.first_kept,
            json.loads(head.notes),
            last=len(rows) < PAGE,
        )

    def knows(self, bureau: str, stand: str) -> int | None:
        """Answer the number of a stand that a copy names; None when it is of another table, or from too long ago.

        Args:
            bureau: whose.
            stand: as the copy keeps it.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        number, _, mark = stand.partition(":")
        if not number.isdecimal():
            return None
        this = (VACANCY_CHANGE.c.bureau == bureau, VACANCY_CHANGE.c.number == int(number))
        with self._database.reading() as connection:
            found = connection.execute(select(VACANCY_CHANGE.c.mark).where(*this)).scalar()
        return int(number) if found == mark else None

    def purge(self) -> None:
        """Forget what was taken out so long ago that a copy which has not heard of it is made anew."""
        until = (self._now() - timedelta(days=_CATCH_UP_DAYS)).isoformat(timespec="milliseconds")
        old = select(VACANCY_CHANGE.c.bureau, func.max(VACANCY_CHANGE.c.number).label("number"))
        old = old.where(VACANCY_CHANGE.c.at < until).group_by(VACANCY_CHANGE.c.bureau)
        with self._database.reading() as connection:
            found = connection.execute(old).all()
        for row in found:
            self._purge(row.bureau, row.number)

    def _purge(self, bureau: str, number: int) -> None:
        with self._database.transaction() as connection:
            head = _head(connection, bureau)
            if head is None or head["first_kept"] >= number:
                return
            gone = (VACANCY.c.bureau == bureau, VACANCY.c.number <= number, VACANCY.c.record.is_(None))
            connection.execute(delete(VACANCY).where(*gone))
            before = (VACANCY_CHANGE.c.bureau == bureau, VACANCY_CHANGE.c.number < number)
            connection.execute(delete(VACANCY_CHANGE).where(*before))
            connection.execute(update(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).values(first_kept=number))

    def _at(self) -> str:
        return self._now().isoformat(timespec="milliseconds")


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
    head = _head(connection, bureau)
    if head is None:
        head = {"bureau": bureau, "number": 0, "mark": "", "in_all": 0, "first_kept": 0, "notes": "{}"}
        connection.execute(insert(VACANCY_HEAD).values(head))
    stand, brought, seen = Stand(head["number"] + 1, _new_mark()), 0, 0
    for part in _parts(vacancies):
        known = _present(connection, bureau, [each.mark for each in part])
        brought, seen = brought + len(part), seen + len(known)
        _erase(connection, bureau, [each.mark for each in part])
        rows = [_row(bureau, each, known.get(each.mark, each.first_seen), stand) for each in part]
        connection.execute(insert(VACANCY), rows)
    in_all = head["in_all"] + brought - seen
    _note(connection, bureau, stand, in_all, notes(json.loads(head["notes"])), at)
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


def _head(connection: Connection, bureau: str) -> dict[str, Any] | None:
    """Answer the head of a bureau, held until the transaction ends; None when the bureau never had any vacancies."""
    held = select(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).with_for_update()
    found = connection.execute(held).mappings().first()
    return None if found is None else dict(found)


def _note(connection: Connection, bureau: str, stand: Stand, in_all: int, notes: Notes, at: str) -> None:
    change = {"bureau": bureau, "number": stand.number, "mark": stand.mark, "at": at}
    connection.execute(insert(VACANCY_CHANGE).values(change))
    values = {"number": stand.number, "mark": stand.mark, "in_all": in_all, "notes": json.dumps(notes)}
    connection.execute(update(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).values(values))


def _parts(each: Iterable[Each]) -> Iterator[list[Each]]:
    rest = iter(each)
    while part := list(islice(rest, _ROWS)):
        yield part


def _present(connection: Connection, bureau: str, marks: Sequence[int]) -> dict[int, date]:
    """Answer which of these a bureau has, with the day on which each was first seen."""
    there = (VACANCY.c.bureau == bureau, VACANCY.c.mark.in_([_signed(mark) for mark in marks]))
    rows = connection.execute(select(VACANCY.c.mark, VACANCY.c.first_seen).where(*there, VACANCY.c.record.is_not(None)))
    return {row.mark % _SIZE: date.fromisoformat(row.first_seen) for row in rows}


def _erase(connection: Connection, bureau: str, marks: Sequence[int]) -> None:
    these = (VACANCY.c.bureau == bureau, VACANCY.c.mark.in_([_signed(mark) for mark in marks]))
    connection.execute(delete(VACANCY).where(*these))


def _row(bureau: str, each: Kept, first_seen: date, stand: Stand) -> dict[str, Any]:
    return {
        "bureau": bureau,
        "mark": _signed(each.mark),
        "record": each.record,
        "first_seen": first_seen.isoformat(),
        "last_seen": each.last_seen.isoformat(),
        "number": stand.number,
    }


def _kept(row: Row[Any]) -> Kept:
    record = None if row.record is None else bytes(row.record)
    return Kept(row.mark % _SIZE, record, date.fromisoformat(row.first_seen), date.fromisoformat(row.last_seen))


def _signed(mark: int) -> int:
    """Answer 64 bits as a database counts them."""
    return mark if mark < _SIZE // 2 else mark - _SIZE


def _new_mark() -> str:
    return secrets.token_hex(_MARK_BYTES)
