"""The job as PostgreSQL would do it: one SQL statement over the sorted rows, with indexes to skip by.

With its extension pgvector there is a second way: the same vacancies, put in order by how far the vector of their title
lies from that of the old job. Our order uses no vectors, so this is another order with less work to it, told apart.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.vacancies.bench.rows import RivalPerson, RivalRows, person_columns
from matcher.vacancies.bench.statement import open_statement, points_statement
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window

_ROWS_AT_ONCE = 100_000
_KINDS = {"f": "real", "b": "boolean", "i": "bigint"}


@dataclass(frozen=True, slots=True)
class TitleVectors:
    """What pgvector puts in order.

    Attributes:
        works: vector of the title of each occupation; the last one, of zeros, for an occupation that is not known.
        own: vector of the title of the old job.
    """

    works: npt.NDArray[np.float32]
    own: npt.NDArray[np.float32]


class PostgresJob:
    """Holds the rows in PostgreSQL in their order, and the tables of the person that is asked for.

    Args:
        rows: the rows.
        threads: how many processes may share one statement.
        url: address of an empty database, in which tables are made.
    """

    def __init__(self, rows: RivalRows, threads: int, url: str) -> None:
        import polars as pl  # noqa: PLC0415 a rival too, and it writes a table as text quickly
        import psycopg  # noqa: PLC0415 optional

        self.pl: Any = pl
        self.base: Any = psycopg.connect(url, autocommit=True, prepare_threshold=0)
        for setting in (f"max_parallel_workers_per_gather = {threads}", "work_mem = '256MB'", "jit = off"):
            self.base.execute(f"set {setting}")
        owner = np.repeat(np.arange(len(rows.start) - 1, dtype=np.uint32), np.diff(rows.start))
        stated = pl.DataFrame({"row": owner, "form": rows.stated.astype(np.int64)})
        lists = stated.group_by("row", maintain_order=True).agg(pl.col("form").cast(pl.String))
        lists = lists.with_columns(forms=pl.concat_str(pl.lit("{"), pl.col("form").list.join(","), pl.lit("}")))
        columns = {**rows.columns, "mark": ordered_marks(rows.columns["mark"])}
        frame = pl.DataFrame(columns).join(lists.select("row", "forms"), on="row", how="left", maintain_order="left")
        kinds = {name: _kind(values) for name, values in columns.items()} | {"forms": "smallint[]"}
        self._copy("vacancy", frame, kinds)
        self.base.execute("create index on vacancy using brin (lat, lon) with (pages_per_range = 16)")
        self.base.execute("create index on vacancy (place)")
        self.base.execute("vacuum analyze vacancy")
        self.sql = ""

    def prepare(self, person: RivalPerson, tables: PersonTables, window: Window, top: int) -> None:
        """Load a person's tables and write the statement; not part of what is measured.

        Args:
            person: the person for a table engine.
            tables: for the wage lines and weights.
            window: which vacancies are looked at.
            top: how many.
        """
        for name, columns in person_columns(person).items():
            count = len(next(iter(columns.values())))
            numbered = {"n": np.arange(count, dtype=np.int32), **columns}
            self._table(name, numbered)
        self.sql = points_statement(person, tables, window, top, by_row=True)

    def by_vectors(
        self, person: RivalPerson, tables: PersonTables, window: Window, top: int, titles: TitleVectors
    ) -> Callable[[], list[tuple[int, float]]]:
        """Answer how to ask for the same vacancies in another order; needs `prepare` for this person first.

        Args:
            person: the person for a table engine.
            tables: for the wage lines.
            window: which vacancies are looked at.
            top: how many.
            titles: the vectors.
        """
        self.base.execute("create extension if not exists vector")
        frame = self.pl.DataFrame({"n": range(len(titles.works)), "v": [str(each) for each in titles.works.tolist()]})
        self._copy("vector_of", frame, {"n": "integer primary key", "v": f"vector({titles.works.shape[1]})"})
        self.base.execute("analyze vector_of")
        order = (
            f"{open_statement(person, tables, window)} select row, t.v <-> '{titles.own.tolist()}' as distance"  # noqa: S608 ours
            f" from open join vector_of t on t.n = occupation order by distance, mark limit {top}"
        )
        return lambda: list(self.base.execute(order).fetchall())

    def close(self) -> None:
        """Let go of the database; the tables stay in it."""
        self.base.close()

    def _table(self, name: str, columns: dict[str, npt.NDArray[Any]]) -> None:
        kinds = {column: _kind(values) for column, values in columns.items()} | {"n": "integer primary key"}
        self._copy(name, self.pl.DataFrame(columns), kinds)
        self.base.execute(f"analyze {name}")

    def _copy(self, name: str, frame: Any, kinds: dict[str, str]) -> None:
        """Make a table, in place of one that was there; processes cannot share the reading of a temporary one."""
        self.base.execute(f"drop table if exists {name}")
        self.base.execute(f"create unlogged table {name} ({', '.join(f'{n} {kind}' for n, kind in kinds.items())})")
        with self.base.cursor().copy(f"copy {name} ({', '.join(kinds)}) from stdin with (format csv)") as stream:
            for first in range(0, len(frame), _ROWS_AT_ONCE):
                lines = io.BytesIO()
                frame.slice(first, _ROWS_AT_ONCE).select(*kinds).write_csv(lines, include_header=False)
                stream.write(lines.getvalue())

    def run(self) -> list[tuple[int, int]]:
        """Answer the best rows with their keys."""
        found: list[tuple[int, int]] = self.base.execute(self.sql).fetchall()
        return found


def ordered_marks(marks: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """Answer marks as numbers with a sign, in the same order: the engine has no others.

    Args:
        marks: hashes of ids.
    """
    return (marks ^ np.uint64(1 << 63)).view(np.int64)


def _kind(values: npt.NDArray[Any]) -> str:
    """Answer the smallest kind of column that holds the values."""
    if values.dtype.kind in "fb":
        return _KINDS[values.dtype.kind]
    low, high = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    for kind in (np.int16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return {np.int16: "smallint", np.int32: "integer"}[kind]
    return "bigint"
