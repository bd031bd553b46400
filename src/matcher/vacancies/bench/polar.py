"""The job as polars would do it: one lazy query over the sorted rows, points looked up per occupation."""

from typing import Any

import numpy as np

from matcher.vacancies.bench.rows import RivalPerson, RivalRows
from matcher.vacancies.columns import NO_DAY, NONE
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.plain_pass import Window

_EIGHT = 0xFF


class PolarsJob:
    """Holds the rows as a polars frame in their order; the number of threads is that of the process.

    Args:
        rows: the rows.
    """

    def __init__(self, rows: RivalRows) -> None:
        import polars as pl  # noqa: PLC0415 a rival, only installed for benchmarks

        self.pl: Any = pl
        owner = np.repeat(np.arange(len(rows.start) - 1, dtype=np.uint32), np.diff(rows.start))
        stated = pl.DataFrame({"row": owner, "form": rows.stated.astype(np.int64)})
        lists = stated.group_by("row", maintain_order=True).agg(pl.col("form"))
        self.frame = pl.DataFrame(rows.columns).join(lists, on="row", how="left", maintain_order="left").rechunk()
        self.query: Any = None

    def prepare(self, person: RivalPerson, tables: PersonTables, window: Window, top: int) -> None:
        """Write the query of a person; not part of what is measured.

        Args:
            person: the person for a table engine.
            tables: for the wage lines and weights.
            window: which vacancies are looked at.
            top: how many.
        """
        pl, col = self.pl, self.pl.col

        def looked_up(values: Any, place: Any) -> Any:
            return pl.lit(pl.Series(values)).gather(place)

        low_lat, high_lat, low_lon, high_lon = person.box
        keep = col("lat").is_between(low_lat - 0.001, high_lat + 0.001)
        keep &= col("lon").is_between(low_lon - 0.001, high_lon + 0.001)
        for column, level in person.limits:
            keep &= col(column) > level
        keep &= (col("first_seen") <= window.day) & (col("first_seen") >= window.new_since)
        keep &= (
            pl.when(col("expires") == NO_DAY)
            .then(col("last_seen").cast(pl.Int32) + window.open_days >= window.day)
            .otherwise(col("expires") >= window.day)
        )
        occupation = col("occupation").cast(pl.UInt32)
        both = occupation * 8 + col("education")
        hours = pl.when(col("hours") == NONE).then(len(person.hours) - 1).otherwise(col("hours")).cast(pl.UInt32)
        gates = (
            looked_up(person.in_reach, col("place"))
            & looked_up(person.gate, both)
            & looked_up(person.hours_open, hours)
            & looked_up(person.requirement_open, col("requirement"))
            & pl.when(col("wage_most") > 0)
            .then(col("wage_most") >= tables.wage_floor)
            .otherwise(~looked_up(person.wage_gate, occupation))
        )
        wage = pl.lit(int(tables.wage_points[-1]))
        for line, points in reversed(list(zip(tables.wage_lines.tolist(), tables.wage_points.tolist(), strict=False))):
            wage = pl.when(col("wage_least") >= line).then(points).otherwise(wage)
        opened = (
            self.frame.lazy()
            .filter(keep)
            .filter(gates)
            .select(
                "row",
                "mark",
                "form",
                occupation.cast(pl.Int64).alias("occupation"),
                pl.when(col("hours") == NONE)
                .then(looked_up(person.base, occupation))
                .otherwise(looked_up(person.base_hours, occupation) + looked_up(person.hours, hours))
                .alias("counts"),
                (
                    looked_up(person.points, both)
                    + looked_up(person.place_points, col("place"))
                    + looked_up(person.hours_points, hours)
                    + pl.when(col("wage_least") > 0).then(wage).otherwise(looked_up(person.usual_wage, occupation))
                ).alias("points"),
            )
        )
        stated = (
            opened.select("row", "occupation", "form")
            .drop_nulls("form")
            .explode("form")
            .select("row", looked_up(person.delta, col("occupation") * person.forms + col("form")).alias("delta"))
            .group_by("row")
            .agg(col("delta").sum())
        )
        weights = tables.weights
        counts = col("counts") + col("delta").fill_null(0)

        def count(shift: int) -> Any:
            return (counts // (1 << shift)) & _EIGHT

        margin = weights.margin_max * count(FIGURES) // weights.channels
        margin -= weights.margin_max * (counts // (1 << LOST)) // weights.loss
        room = pl.max_horizontal(weights.open_zero - count(NOT_FITTING), pl.lit(0))
        key = (
            col("points")
            + pl.max_horizontal(margin, pl.lit(0))
            + pl.when(count(FITS) > 0).then(weights.open_max * room // weights.open_zero).otherwise(0)
            - pl.min_horizontal(count(DOUBTFUL) * weights.doubt_wait, pl.lit(weights.doubt_most))
        )
        self.query = (
            opened.join(stated, on="row", how="left")
            .select("row", "mark", key.alias("key"))
            .sort(["key", "mark"], descending=[True, False])
            .head(top)
        )

    def run(self) -> list[tuple[int, int]]:
        """Answer the best rows with their keys."""
        found = self.query.collect()
        return list(zip(found["row"].to_list(), found["key"].to_list(), strict=True))
