"""An index as a copy of vacancies that are kept elsewhere: made anew or brought up to date, all or nothing.

The copy says itself up to which change it goes, in the same step in which its vacancies change. So it is never wrong
about that, whenever it is stopped, and whoever keeps the vacancies can send only what came after.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy
from matcher.errors import FileUnreadable
from matcher.vacancies.columns import columns_of, day_number, day_of, marks_of
from matcher.vacancies.index import Index, catalogue_mark, next_number, open_index
from matcher.vacancies.parts import fewer_parts, once, whole_part, without_marks
from matcher.vacancies.records import decode, encode, records_of
from matcher.vacancies.segment import FIRST_SEEN, LAST_SEEN, segment_of
from matcher.vacancies.store import Generation, Part, gone_rows, write_generation, write_segment, writing

_STAND = "copy"
_AT_ONCE = 50_000  # vacancies as values, 2.3 kB each, before they become a segment


@dataclass(frozen=True, slots=True)
class Kept:
    """One vacancy as it is kept elsewhere, or that it was taken out.

    Attributes:
        mark: 64 bits of a hash of its id: by that it is found in an index.
        record: as an index stores it; None when it was taken out.
        first_seen: day on which a feed first had it.
        last_seen: day on which a feed last had it.
    """

    mark: int
    record: bytes | None
    first_seen: date
    last_seen: date


def kept_of(vacancies: Sequence[Vacancy], on: date) -> list[Kept]:
    """Answer vacancies as they are kept elsewhere; of two with one id the last one counts.

    Args:
        vacancies: as understood.
        on: the day on which a feed had them.
    """
    each = once(vacancies)
    marks = marks_of(vacancy.record.id for vacancy in each).tolist()
    return [Kept(mark, encode(vacancy), on, on) for mark, vacancy in zip(marks, each, strict=True)]


def marks_in(ids: Sequence[str]) -> list[int]:
    """Answer by which marks vacancies are found, each once.

    Args:
        ids: ids of records.
    """
    return [int(mark) for mark in marks_of(dict.fromkeys(ids))]


def kept_in(index: Index) -> Iterator[Kept]:
    """Answer every vacancy of an index as it is kept elsewhere.

    Args:
        index: open for reading, with records.
    """
    for part in index.parts:
        if part.segment.records is None:
            continue
        kept = np.setdiff1d(np.arange(len(part.segment)), gone_rows(part))
        for row in kept.tolist():
            seen = part.segment.rows[row]
            first, last = (day_of(int(seen[column])) for column in (FIRST_SEEN, LAST_SEEN))
            if first is not None and last is not None:
                yield Kept(int(part.segment.mark[row]), part.segment.records.taken([row])[0], first, last)


def stand_of(index: Index) -> str:
    """Answer up to which change a copy goes, in the words of whoever keeps the vacancies; empty when it is no copy.

    Args:
        index: open for reading.
    """
    return str(index.generation.notes.get(_STAND, ""))


@contextmanager
def copying(directory: Path, catalogue: Catalogue) -> Iterator["Copying"]:
    """Hold a copy for writing. Nothing of it changes before `done`.

    Args:
        directory: its folder; made when it is not there.
        catalogue: occupations.

    Raises:
        FileUnreadable: another program is writing.
    """
    with writing(directory):
        yield Copying(directory, catalogue)


class Copying:
    """A copy that is being brought up to date; made by `copying`.

    Args:
        directory: its folder.
        catalogue: occupations.
    """

    def __init__(self, directory: Path, catalogue: Catalogue) -> None:
        self._directory, self._catalogue = directory, catalogue
        self._parts: tuple[Part, ...] = ()
        self._waiting: dict[int, Kept] = {}
        self.stand = ""
        try:
            index = open_index(directory, catalogue)
        except (FileUnreadable, OSError, ValueError):
            return  # not there, of other tables, or not whole: it can be made anew
        self._parts, self.stand = index.parts, stand_of(index)

    def start_anew(self) -> None:
        """Leave out all that the copy holds."""
        self._parts, self._waiting, self.stand = (), {}, ""

    def put(self, changes: Sequence[Kept]) -> None:
        """Put vacancies in the copy, or take them out; of two with one mark the last one counts.

        Args:
            changes: in the order in which they came about.
        """
        for each in changes:
            self._waiting.pop(each.mark, None)
            self._waiting[each.mark] = each
        if len(self._waiting) >= _AT_ONCE:
            self._take_up()

    def done(self, stand: str, notes: Mapping[str, Any]) -> None:
        """Make it hold, in one step; then join small segments, while whoever reads goes on.

        Args:
            stand: up to which change it goes.
            notes: of the index, as `notes_after` makes them.
        """
        self._take_up()
        parts, told = self._parts, {**notes, _STAND: stand}
        self._write(parts, told)
        fewer = fewer_parts(self._directory, parts, self._catalogue)
        if fewer is not parts:
            self._write(fewer, told)
        self._parts, self.stand = fewer, stand

    def _take_up(self) -> None:
        if not self._waiting:
            return
        self._parts = without_marks(self._parts, np.array(list(self._waiting), np.uint64))
        live = [each for each in self._waiting.values() if each.record is not None]
        self._waiting = {}
        if live:
            part = self._segment(live)
            self._parts = (*self._parts, part)

    def _segment(self, live: Sequence[Kept]) -> Part:
        records = [each.record or b"" for each in live]
        vacancies = [decode(record) for record in records]
        ids = [vacancy.record.id for vacancy in vacancies]
        first = {name: day_number(each.first_seen) for name, each in zip(ids, live, strict=True)}
        last = {name: day_number(each.last_seen) for name, each in zip(ids, live, strict=True)}
        columns = columns_of(vacancies, self._catalogue, live[0].last_seen, first, last)
        segment, order = segment_of(columns, self._catalogue)
        segment = replace(segment, records=records_of([records[row] for row in order.tolist()]))
        return whole_part(write_segment(self._directory, segment), segment)

    def _write(self, parts: tuple[Part, ...], notes: Mapping[str, Any]) -> None:
        number, mark = next_number(self._directory), catalogue_mark(self._catalogue)
        write_generation(self._directory, Generation(number, mark, parts, notes))
