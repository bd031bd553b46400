"""A segment: rows clustered by place, with a bit per row for every limit that could close it. It never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.vacancies.closing_bits import ClosingBits, closing_bits
from matcher.vacancies.columns import NO_DAY, Columns, Tables, taken
from matcher.vacancies.records import Records

# One row is sixteen 16-bit numbers: half a cache line, so that a survivor costs one read.
ROW = 16
(
    OCCUPATION,
    EDUCATION,
    HOURS,
    WAGE_LEAST,
    WAGE_MOST,
    REQUIREMENT_LOW,
    REQUIREMENT_HIGH,
    COUNT,
    PUBLISHED,
    EXPIRES,
    FIRST_SEEN,
    LAST_SEEN,
    START_LOW,
    START_HIGH,
) = range(14)
_HALF = 16
_CELLS = 1 << 16

Rows = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows clustered by place.

    Attributes:
        tables: what rows point at; places in the order of the rows.
        rows: uint16 [rows, 16], see the column numbers of this module.
        stated: rows of `tables.forms`, one after another.
        place_start: first row of each place, with one more at the end.
        mark: 64 bits of a hash of the id, per row.
        by_mark: row numbers in the order of their mark.
        bits: a bit per row for every limit that could close it.
        records: what to show of each row, or None for rows without.
    """

    tables: Tables
    rows: Rows
    stated: Rows
    place_start: npt.NDArray[np.uint32]
    mark: npt.NDArray[np.uint64]
    by_mark: npt.NDArray[np.uint32]
    bits: ClosingBits
    records: Records | None = field(default=None)

    def __len__(self) -> int:
        """Answer the number of rows."""
        return len(self.rows)

    def find(self, mark: int) -> int | None:
        """Answer the row with a mark; None when there is none.

        Args:
            mark: 64 bits of a hash of an id.
        """
        place = int(np.searchsorted(self.mark, np.uint64(mark), sorter=self.by_mark))
        if place == len(self) or int(self.mark[self.by_mark[place]]) != mark:
            return None
        return int(self.by_mark[place])

    def requirement(self, rows: npt.NDArray[np.int64] | slice = slice(None)) -> npt.NDArray[np.uint32]:
        """Answer the row of `tables.requirements` of some rows; of every row when none are named."""
        held = self.rows[rows]
        return np.asarray(
            held[:, REQUIREMENT_LOW].astype(np.uint32) | (held[:, REQUIREMENT_HIGH].astype(np.uint32) << _HALF),
            np.uint32,
        )

    def start(self, rows: npt.NDArray[np.int64] | slice = slice(None)) -> npt.NDArray[np.uint32]:
        """Answer the first stated demand of some rows; of every row when none are named."""
        held = self.rows[rows]
        return np.asarray(
            held[:, START_LOW].astype(np.uint32) | (held[:, START_HIGH].astype(np.uint32) << _HALF), np.uint32
        )

    def place(self) -> npt.NDArray[np.uint32]:
        """Answer the place of every row."""
        start = self.place_start.astype(np.int64)
        return np.repeat(np.arange(len(start) - 1, dtype=np.uint32), start[1:] - start[:-1])

    def columns(self) -> Columns:
        """Answer the rows as columns again, to join them with others."""
        rows = self.rows
        start = np.append(self.start(), len(self.stated)).astype(np.uint32)
        return Columns(
            self.tables,
            rows[:, OCCUPATION],
            rows[:, EDUCATION],
            rows[:, HOURS],
            rows[:, WAGE_LEAST],
            rows[:, WAGE_MOST],
            self.requirement(),
            self.place(),
            start,
            np.asarray(self.stated),
            rows[:, PUBLISHED],
            rows[:, EXPIRES],
            rows[:, FIRST_SEEN],
            rows[:, LAST_SEEN],
            np.asarray(self.mark),
        )

    def nbytes(self) -> int:
        """Answer the bytes that ranking may read: rows, stated demands, bits and marks; the records are apart."""
        arrays = (self.rows, self.stated, self.place_start, self.mark, self.by_mark, self.bits.bits)
        return sum(int(array.nbytes) for array in arrays)


def segment_of(columns: Columns, catalogue: Catalogue) -> tuple[Segment, npt.NDArray[np.int64]]:
    """Answer columns as a segment, and in which order the rows were put.

    Places follow a curve that keeps neighbours together, so that a region is a few stretches of rows.

    Args:
        columns: the rows.
        catalogue: occupations; the bits depend on what their jobs ask.
    """
    points = np.array(columns.tables.places, np.float64).reshape(-1, 2)
    by_place = np.argsort(_curve(points), kind="stable")
    new_place = np.empty(len(points), np.int64)
    new_place[by_place] = np.arange(len(points))
    place = new_place[columns.place]
    order = np.lexsort((columns.mark, place))
    sorted_columns = taken(columns, order)
    lengths = sorted_columns.lengths()
    rows = np.zeros((len(columns), ROW), np.uint16)
    for number, name in (
        (OCCUPATION, "occupation"),
        (EDUCATION, "education"),
        (HOURS, "hours"),
        (WAGE_LEAST, "wage_least"),
        (WAGE_MOST, "wage_most"),
        (PUBLISHED, "published"),
        (EXPIRES, "expires"),
        (FIRST_SEEN, "first_seen"),
        (LAST_SEEN, "last_seen"),
    ):
        rows[:, number] = getattr(sorted_columns, name)
    rows[:, COUNT] = lengths
    for low, high, values in (
        (REQUIREMENT_LOW, REQUIREMENT_HIGH, sorted_columns.requirement),
        (START_LOW, START_HIGH, sorted_columns.start[:-1]),
    ):
        rows[:, low], rows[:, high] = values & (_CELLS - 1), values >> _HALF
    tables = columns.tables
    moved = Tables(tables.forms, tables.hours, tables.requirements, tuple(tables.places[n] for n in by_place))
    segment = Segment(
        tables=moved,
        rows=rows,
        stated=sorted_columns.stated,
        place_start=np.searchsorted(place[order], np.arange(len(points) + 1)).astype(np.uint32),
        mark=sorted_columns.mark,
        by_mark=np.argsort(sorted_columns.mark, kind="stable").astype(np.uint32),
        bits=closing_bits(sorted_columns, catalogue),
    )
    return segment, order


def _curve(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Answer the place of each point on a Morton curve; a place that is not known comes last."""
    known = ~np.isnan(points[:, 0])
    grid = np.zeros(points.shape, np.uint64)
    for axis, (low, high) in enumerate(((50.5, 53.8), (3.2, 7.4))):
        share = np.clip((points[:, axis] - low) / (high - low), 0, 1)
        grid[:, axis] = np.where(known, np.nan_to_num(share) * 1023, 0).astype(np.uint64)
    code = np.zeros(len(points), np.uint64)
    for bit in range(10):
        one = np.uint64(bit)
        code |= ((grid[:, 0] >> one) & np.uint64(1)) << np.uint64(2 * bit + 1)
        code |= ((grid[:, 1] >> one) & np.uint64(1)) << np.uint64(2 * bit)
    return np.where(known, code.astype(np.float64), np.inf)


def is_listed(rows: Rows, day: int, open_days: int) -> npt.NDArray[np.bool_]:
    """Answer which rows are open vacancies on a day.

    Args:
        rows: rows of a segment.
        day: day number.
        open_days: how long a vacancy without a last day counts after a feed last had it.
    """
    expires = rows[:, EXPIRES]
    with_day = (expires != NO_DAY) & (expires >= day)
    recent = rows[:, LAST_SEEN].astype(np.int64) + open_days >= day
    listed: npt.NDArray[np.bool_] = (with_day | ((expires == NO_DAY) & recent)) & (rows[:, FIRST_SEEN] <= day)
    return listed


def tables_json(tables: Tables) -> Mapping[str, Any]:
    """Answer the tables as plain values for a file."""
    return {
        "forms": tables.forms,
        "hours": tables.hours,
        "requirements": [[(each.kind, each.name) for each in group] for group in tables.requirements],
        "places": [None if lat != lat else (lat, lon) for lat, lon in tables.places],  # noqa: PLR0124 not a number
    }
