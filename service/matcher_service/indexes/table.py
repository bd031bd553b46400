"""The vacancies of bureaus in a table, for several instances: who locks the head of a bureau writes the next change.

Every change has a number, and every row the number of the change that last touched it. So whoever holds a copy asks for
what came after its own number. What is taken out stays as a row without a record, until every copy can do without.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, func, insert, select, tuple_, update

from matcher.vacancies import Change, Kept
from matcher_service.database import VACANCY, VACANCY_CHANGE, VACANCY_HEAD, Database
from matcher_service.errors import IndexNotHere
from matcher_service.indexes.rows import (
    Notes,
    Stand,
    erase,
    has_head,
    head_of_bureau,
    kept_of_row,
    new_mark,
    note_change,
    parts_of,
    present,
    put_vacancies,
    row_of,
)

PAGE = 5000
# A copy that was away for longer is made anew. Vacancies hold no persons, so the days are only a matter of room.
_CATCH_UP_DAYS = 30


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
            if not has_head(connection, bureau):
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
            head = head_of_bureau(connection, bureau)
            if head is None:
                raise IndexNotHere
            found = [mark for part in parts_of(marks) for mark in present(connection, bureau, part)]
            if not found:
                return Change(0, 0, 0, head["in_all"]), Stand(head["number"], head["mark"])
            stand = Stand(head["number"] + 1, new_mark())
            for part in parts_of(found):
                erase(connection, bureau, part)
                gone = [row_of(bureau, Kept(mark, None, on, on), on, stand) for mark in part]
                connection.execute(insert(VACANCY), gone)
            in_all = head["in_all"] - len(found)
            note_change(connection, bureau, stand, in_all, json.loads(head["notes"]), self._at())
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
            [kept_of_row(row) for row in rows],
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
            head = head_of_bureau(connection, bureau)
            if head is None or head["first_kept"] >= number:
                return
            gone = (VACANCY.c.bureau == bureau, VACANCY.c.number <= number, VACANCY.c.record.is_(None))
            connection.execute(delete(VACANCY).where(*gone))
            before = (VACANCY_CHANGE.c.bureau == bureau, VACANCY_CHANGE.c.number < number)
            connection.execute(delete(VACANCY_CHANGE).where(*before))
            connection.execute(update(VACANCY_HEAD).where(VACANCY_HEAD.c.bureau == bureau).values(first_kept=number))

    def _at(self) -> str:
        return self._now().isoformat(timespec="milliseconds")
