"""The job as DuckDB would do it: one SQL statement over the sorted rows, with the person's tables as small tables."""

from typing import Any

import numpy as np

from matcher.vacancies.bench.rows import RivalPerson, RivalRows, person_columns
from matcher.vacancies.bench.statement import points_statement
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window


class DuckJob:
    """Holds the rows in DuckDB in their order, and the tables of the person that is asked for.

    Args:
        rows: the rows.
        threads: how many it may use.
    """

    def __init__(self, rows: RivalRows, threads: int) -> None:
        import duckdb  # noqa: PLC0415 a rival, only installed for benchmarks

        self.base: Any = duckdb.connect(config={"threads": threads, "preserve_insertion_order": True})
        self.base.register("all_columns", rows.columns)
        owner = np.repeat(np.arange(len(rows.start) - 1, dtype=np.uint32), np.diff(rows.start))
        self.base.register("all_stated", {"row": owner, "form": rows.stated})
        self.base.execute(
            "create table vacancy as select v.*, s.forms from all_columns v left join"
            " (select row, list(form) as forms from all_stated group by row) s using (row) order by row"
        )
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
            self._table(name, **columns)
        self.sql = points_statement(person, tables, window, top, by_row=False)

    def _table(self, name: str, **columns: Any) -> None:
        count = len(next(iter(columns.values())))
        self.base.register("loading", {"n": np.arange(count, dtype=np.int32), **columns})
        self.base.execute(f"create or replace table {name} as select * from loading order by n")  # noqa: S608 our name
        self.base.unregister("loading")

    def run(self) -> list[tuple[int, int]]:
        """Answer the best rows with their keys."""
        found: list[tuple[int, int]] = self.base.execute(self.sql).fetchall()
        return found
