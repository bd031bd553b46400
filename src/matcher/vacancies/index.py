"""An index of vacancies: build, update, remove, look at. One writer, many readers; what is reported as done stays."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue, load_catalogue
from matcher.domain.vacancy import Vacancy
from matcher.errors import FileUnreadable
from matcher.feeds import FeedReport
from matcher.vacancies.columns import day_number, day_of, marks_of
from matcher.vacancies.feed_notes import NO_FEEDS, notes_after
from matcher.vacancies.parts import fewer_parts, find_row, live_rows, once, segment_with_records, whole_part, without
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.segment import FIRST_SEEN, is_listed
from matcher.vacancies.shard_store import is_sharded, read_sharded
from matcher.vacancies.store import (
    Generation,
    Part,
    gone_rows,
    is_index,
    read_generation,
    write_generation,
    write_segment,
    writing,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a build, update or removal did.

    Attributes:
        added: vacancies that were not there before.
        replaced: vacancies that were there before; the day on which they were first seen stays.
        removed: vacancies taken out.
        in_all: vacancies in the index.
    """

    added: int
    replaced: int
    removed: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds.

    Attributes:
        vacancies: in all.
        open_on: open on the day asked.
        expired: past their last day, or not seen in a feed for too long.
        without_place: whose place is not known.
        without_occupation: whose occupation is not known.
        changed_on: day of the last change.
        sources: names of the feeds.
        segments: number of segments.
        bytes_per_vacancy: what ranking may read, without what is shown.
        generation: number of the generation.
    """

    vacancies: int
    open_on: int
    expired: int
    without_place: int
    without_occupation: int
    changed_on: date | None
    sources: tuple[str, ...]
    segments: int
    bytes_per_vacancy: int
    generation: int


@dataclass(frozen=True, slots=True)
class Index:
    """An index that is open for reading. What a writer does later does not change it.

    Attributes:
        generation: what it holds.
        catalogue: occupations that it was made with.
        name: name of its folder or file, to show.
        directory: its folder, from which another process can open it too; None when it is not kept.
    """

    generation: Generation
    catalogue: Catalogue
    name: str
    directory: Path | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Answer the segments with their rows that are gone."""
        return self.generation.parts

    def __len__(self) -> int:
        """Answer the number of vacancies."""
        return live_rows(self.parts)

    def find(self, vacancy_id: str) -> Vacancy | None:
        """Answer one vacancy by its id; None when it is not there.

        Args:
            vacancy_id: id of the record.
        """
        place = find_row(self.parts, int(marks_of([vacancy_id])[0]))
        if place is None:
            return None
        records = self.parts[place[0]].segment.records
        found = None if records is None else records[place[1]]
        return found if found is not None and found.record.id == vacancy_id else None


def open_index(directory: Path, catalogue: Catalogue | None = None) -> Index:
    """Answer an index, open for reading; the shards of one index are read as one.

    Args:
        directory: its folder, or the folder of its shards.
        catalogue: occupations; the shipped unit groups when not given.

    Raises:
        FileUnreadable: there is no index, or it was made with another format or other tables.
    """
    table = catalogue or load_catalogue()
    generation = read_sharded(directory) if is_sharded(directory) else read_generation(directory)
    if generation.catalogue != catalogue_mark(table):
        raise FileUnreadable(
            f"De index in {directory.name} is gemaakt met andere tabellen. Bouw hem opnieuw: matcher index build."
        )
    return Index(generation, table, directory.name, directory)


def memory_index(vacancies: Sequence[Vacancy], on: date, catalogue: Catalogue | None = None, name: str = "") -> Index:
    """Answer an index of some vacancies that is not kept.

    Args:
        vacancies: as understood; of two with one id the last one counts.
        on: the day on which a feed had them.
        catalogue: occupations; the shipped unit groups when not given.
        name: name to show.
    """
    table = catalogue or load_catalogue()
    part = whole_part("", segment_with_records(once(vacancies), on, table))
    return Index(Generation(0, catalogue_mark(table), (part,), notes_after({}, on, vacancies)), table, name)


def build_index(
    vacancies: Iterable[Vacancy],
    directory: Path,
    on: date,
    catalogue: Catalogue | None = None,
    *,
    feeds: Mapping[str, FeedReport] = NO_FEEDS,
) -> Change:
    """Answer what a new index holds; an index that was there is replaced when the new one is complete.

    Args:
        vacancies: as understood; of two with one id the last one counts.
        directory: folder of the index.
        on: the day on which a feed had them.
        catalogue: occupations; the shipped unit groups when not given.
        feeds: by the name of a feed, what its reader did; kept as counts, to see later that a feed changed.

    Raises:
        FileUnreadable: another program is writing, or the folder holds something else.
    """
    _no_shards(directory)
    table = catalogue or load_catalogue()
    if directory.is_dir() and not is_index(directory) and _holds_other(directory):
        raise FileUnreadable(f"De map {directory.name} bevat iets anders dan een index. Kies een lege map.")
    with writing(directory):
        each = once(vacancies)
        segment = segment_with_records(each, on, table)
        part = whole_part(write_segment(directory, segment), segment)
        notes = notes_after({}, on, each, feeds)
        write_generation(directory, Generation(next_number(directory), catalogue_mark(table), (part,), notes))
    return Change(len(each), 0, 0, len(each))


def update_index(
    vacancies: Iterable[Vacancy],
    directory: Path,
    on: date,
    catalogue: Catalogue | None = None,
    *,
    feeds: Mapping[str, FeedReport] = NO_FEEDS,
) -> Change:
    """Add vacancies to an index; one that is there already is replaced, and keeps the day on which it was first seen.

    Args:
        vacancies: as understood; of two with one id the last one counts.
        directory: folder of the index.
        on: the day on which a feed had them.
        catalogue: occupations; the shipped unit groups when not given.
        feeds: by the name of a feed, what its reader did; kept as counts, to see later that a feed changed.

    Raises:
        FileUnreadable: there is no index, another program is writing, or it was made with other tables.
    """
    _no_shards(directory)
    table = catalogue or load_catalogue()
    with writing(directory):
        index = open_index(directory, table)
        each = once(vacancies)
        marks = marks_of(vacancy.record.id for vacancy in each).tolist()
        places = [find_row(index.parts, mark) for mark in marks]
        seen = {
            vacancy.record.id: int(index.parts[place[0]].segment.rows[place[1], FIRST_SEEN])
            for vacancy, place in zip(each, places, strict=True)
            if place is not None
        }
        parts = without(index.parts, [place for place in places if place is not None])
        if each:
            segment = segment_with_records(each, on, table, seen)
            parts = (*parts, whole_part(write_segment(directory, segment), segment))
        _write(directory, index, parts, notes_after(index.generation.notes, on, each, feeds))
    return Change(len(each) - len(seen), len(seen), 0, live_rows(parts))


def remove_from_index(ids: Iterable[str], directory: Path, on: date, catalogue: Catalogue | None = None) -> Change:
    """Take vacancies out of an index by their id; ids that are not there change nothing.

    Args:
        ids: ids of records.
        directory: folder of the index.
        on: the day.
        catalogue: occupations; the shipped unit groups when not given.

    Raises:
        FileUnreadable: there is no index, another program is writing, or it was made with other tables.
    """
    _no_shards(directory)
    table = catalogue or load_catalogue()
    with writing(directory):
        index = open_index(directory, table)
        found = {find_row(index.parts, mark) for mark in marks_of(dict.fromkeys(ids)).tolist()} - {None}
        parts = without(index.parts, [place for place in found if place is not None])
        _write(directory, index, parts, notes_after(index.generation.notes, on, ()))
    return Change(0, 0, len(found), live_rows(parts))


def index_info(index: Index, on: date) -> Info:
    """Answer what an index holds.

    Args:
        index: open for reading.
        on: the day for which vacancies are open or expired.
    """
    counts = np.zeros(4, np.int64)
    open_days = int(vacancy_rules(on)["open_days_without_expiry"]["value"])
    for part in index.parts:
        segment = part.segment
        kept = np.ones(len(segment), np.bool_)
        kept[gone_rows(part)] = False
        listed = is_listed(segment.rows, day_number(on), open_days)
        unknown_place = segment.place() == len(segment.tables.places) - 1
        unknown_work = segment.rows[:, 0] == len(index.catalogue.occupations)
        counts += [int((kept & each).sum()) for each in (kept, listed, unknown_place, unknown_work)]
    size = sum(part.segment.nbytes() for part in index.parts)
    notes = index.generation.notes
    return Info(
        vacancies=int(counts[0]),
        open_on=int(counts[1]),
        expired=int(counts[0] - counts[1]),
        without_place=int(counts[2]),
        without_occupation=int(counts[3]),
        changed_on=day_of(int(notes["changed"])),
        sources=tuple(notes["sources"]),
        segments=len(index.parts),
        bytes_per_vacancy=-(-size // max(int(counts[0]), 1)),
        generation=index.generation.number,
    )


@lru_cache(maxsize=4)
def catalogue_mark(catalogue: Catalogue) -> str:
    """Answer a short mark of what the catalogue says about work: an index made with another one is not read.

    Args:
        catalogue: occupations.
    """
    digest = hashlib.sha256()
    for array in (catalogue.within, catalogue.within_peak, catalogue.error_by_level, catalogue.mark):
        digest.update(np.ascontiguousarray(array).tobytes())
    digest.update(" ".join(occupation.id for occupation in catalogue.occupations).encode())
    return digest.hexdigest()[:16]


def next_number(directory: Path) -> int:
    """Answer the number of the next generation, whatever lies in the folder.

    Args:
        directory: folder of the index, held for writing.
    """
    known = [int(path.stem) for path in (directory / "generations").glob("*.json") if path.stem.isdigit()]
    return max(known, default=0) + 1


def _write(directory: Path, index: Index, parts: tuple[Part, ...], notes: Mapping[str, Any]) -> None:
    old = index.generation
    fewer = fewer_parts(directory, parts, index.catalogue)
    write_generation(directory, Generation(old.number + 1, old.catalogue, fewer, notes))


def _no_shards(directory: Path) -> None:
    """Refuse to write in shards: they are made again from the index that they belong to."""
    if is_sharded(directory):
        raise FileUnreadable(
            f"In {directory.name} staan shards. Werk de index bij waaruit ze komen, en daarna: matcher index shard."
        )


def _holds_other(directory: Path) -> bool:
    return any(
        path.name not in {"lock", "segments", "generations", "current.json.next"} for path in directory.iterdir()
    )
