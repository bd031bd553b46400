"""The segments of an index as they change: rows found and taken out, segments added, small ones joined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy
from matcher.vacancies.columns import columns_of
from matcher.vacancies.joining import joined_segment
from matcher.vacancies.records import encode, records_of
from matcher.vacancies.segment import Segment, segment_of
from matcher.vacancies.store import Part, gone_rows, write_segment

# A year of weekly updates stays a handful of segments, and a large segment is not written again for a small change:
# only the last segments are joined, as far back as they are together at least half as large as the one before.
_SEGMENTS_MOST = 6
_MUCH_LARGER = 2
_GONE_MOST = 0.25


def once(vacancies: Iterable[Vacancy]) -> list[Vacancy]:
    """Answer vacancies each once; of two with one id the last one counts.

    Args:
        vacancies: as understood.
    """
    return list({vacancy.record.id: vacancy for vacancy in vacancies}.values())


def segment_with_records(
    vacancies: Sequence[Vacancy], on: date, catalogue: Catalogue, seen: Mapping[str, int] | None = None
) -> Segment:
    """Answer vacancies as a segment with their records.

    Args:
        vacancies: as understood, each id once.
        on: the day on which a feed had them.
        catalogue: occupations.
        seen: day number on which an id was first seen, where that is earlier.
    """
    segment, order = segment_of(columns_of(vacancies, catalogue, on, seen), catalogue)
    return replace(segment, records=records_of([encode(vacancies[row]) for row in order.tolist()]))


def whole_part(name: str, segment: Segment) -> Part:
    """Answer a segment of which no row is gone.

    Args:
        name: its folder.
        segment: its rows.
    """
    return Part(name, segment, np.zeros(segment.bits.bits.shape[1], np.uint64))


def live_rows(parts: Sequence[Part]) -> int:
    """Answer how many rows of the segments are not gone.

    Args:
        parts: the segments.
    """
    return sum(_live(part) for part in parts)


def find_row(parts: Sequence[Part], mark: int) -> tuple[int, int] | None:
    """Answer the part and the row of a mark, where that row is still there.

    Args:
        parts: the segments, oldest first.
        mark: 64 bits of a hash of an id.
    """
    for number in reversed(range(len(parts))):
        row = parts[number].segment.find(mark)
        if row is not None and not int(parts[number].gone[row // 64]) >> (row % 64) & 1:
            return number, row
    return None


def without(parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    """Answer the segments with some more rows gone.

    Args:
        parts: the segments.
        places: part and row of each.
    """
    found = []
    for number, part in enumerate(parts):
        gone = part.gone.copy()
        for row in (row for where, row in places if where == number):
            gone[row // 64] |= np.uint64(1 << (row % 64))
        found.append(replace(part, gone=gone))
    return tuple(found)


def without_marks(parts: Sequence[Part], marks: npt.NDArray[np.uint64]) -> tuple[Part, ...]:
    """Answer the segments with the rows of some marks gone; many at a time. Marks that are not there change nothing.

    Args:
        parts: the segments.
        marks: 64 bits of a hash of an id, each.
    """
    found = []
    for part in parts:
        segment, gone = part.segment, part.gone.copy()
        if len(segment):
            places = np.searchsorted(segment.mark, marks, sorter=segment.by_mark)
            rows = np.asarray(segment.by_mark)[np.minimum(places, len(segment) - 1)].astype(np.int64)
            rows = rows[np.asarray(segment.mark)[rows] == marks]
            np.bitwise_or.at(gone, rows // 64, np.uint64(1) << (rows % 64).astype(np.uint64))
        found.append(replace(part, gone=gone))
    return tuple(found)


def fewer_parts(directory: Path, parts: tuple[Part, ...], catalogue: Catalogue) -> tuple[Part, ...]:
    """Answer the segments, joined where there are many of them or where much is gone; the joined one is on disk.

    Args:
        directory: folder of the index, held for writing.
        parts: the segments, oldest first.
        catalogue: occupations.
    """
    lost = sum(len(gone_rows(part)) for part in parts)
    if lost > _GONE_MOST * sum(len(part.segment) for part in parts):
        first = 0
    elif len(parts) > _SEGMENTS_MOST:
        first = _small_from(parts)
    else:
        return parts
    kept = [np.setdiff1d(np.arange(len(part.segment)), gone_rows(part)) for part in parts[first:]]
    segment = joined_segment(parts[first:], kept, catalogue)
    return (*parts[:first], whole_part(write_segment(directory, segment), segment))


def _small_from(parts: Sequence[Part]) -> int:
    """Answer from which segment on they are joined: always at least the last two."""
    first = len(parts) - 2
    while first and _live(parts[first - 1]) <= _MUCH_LARGER * live_rows(parts[first:]):
        first -= 1
    return first


def _live(part: Part) -> int:
    return len(part.segment) - len(gone_rows(part))
