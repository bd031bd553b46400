"""The job as DuckDB would do it: one SQL statement over the sorted rows, with the person's tables as small tables."""

from typing import Any

import numpy as np

from matcher.vacancies.bench.rows import RivalPerson, RivalRows
from matcher.vacancies.columns import NO_DAY, NONE
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
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
        self._table("place_of", in_reach=person.in_reach, place_points=person.place_points)
        self._table("gate_of", is_open=person.gate, key_points=person.points)
        self._table(
            "work_of",
            base=person.base,
            base_hours=person.base_hours,
            usual_wage=person.usual_wage,
            wage_gate=person.wage_gate,
        )
        self._table("hours_of", packed=person.hours, hours_points=person.hours_points, possible=person.hours_open)
        self._table("requirement_of", is_met=person.requirement_open)
        self._table("delta_of", delta=person.delta)
        self.sql = _statement(person, tables, window, top)

    def _table(self, name: str, **columns: Any) -> None:
        count = len(next(iter(columns.values())))
        self.base.register("loading", {"n": np.arange(count, dtype=np.int32), **columns})
        self.base.execute(f"create or replace table {name} as select * from loading order by n")  # noqa: S608 our name
        self.base.unregister("loading")

    def run(self) -> list[tuple[int, int]]:
        """Answer the best rows with their keys."""
        found: list[tuple[int, int]] = self.base.execute(self.sql).fetchall()
        return found


def _statement(person: RivalPerson, tables: PersonTables, window: Window, top: int) -> str:
    low_lat, high_lat, low_lon, high_lon = person.box
    limits = " and ".join(f"v.{column} > {level}" for column, level in person.limits) or "true"
    none = len(person.hours) - 1
    weights = tables.weights
    wage = " ".join(
        f"when v.wage_least >= {line} then {points}"
        for line, points in zip(tables.wage_lines.tolist(), tables.wage_points.tolist(), strict=False)
    )
    stated_wage = f"case {wage} else {int(tables.wage_points[-1])} end" if wage else str(int(tables.wage_points[-1]))
    return f"""
with open as materialized (
    select v.row, v.mark, v.occupation, v.forms,
        case when v.hours = {NONE} then w.base else w.base_hours + h.packed end as counts,
        g.key_points + p.place_points + h.hours_points
            + case when v.wage_least > 0 then {stated_wage} else w.usual_wage end as points
    from vacancy v
    join place_of p on p.n = v.place
    join gate_of g on g.n = v.occupation::integer * 8 + v.education
    join work_of w on w.n = v.occupation
    join hours_of h on h.n = case when v.hours = {NONE} then {none} else v.hours end
    join requirement_of r on r.n = v.requirement
    where v.lat between {low_lat} - 0.001 and {high_lat} + 0.001
        and v.lon between {low_lon} - 0.001 and {high_lon} + 0.001
        and {limits}
        and v.first_seen <= {window.day} and v.first_seen >= {window.new_since}
        and case when v.expires = {NO_DAY} then v.last_seen + {window.open_days} >= {window.day}
            else v.expires >= {window.day} end
        and case when v.wage_most > 0 then v.wage_most >= {tables.wage_floor} else not w.wage_gate end
        and p.in_reach and g.is_open and h.possible and r.is_met
), stated as (
    select o.row, sum(d.delta)::bigint as delta
    from (select row, occupation, unnest(forms) as form from open where forms is not null) o
    join delta_of d on d.n = o.occupation::integer * {person.forms} + o.form
    group by o.row
), counted as (
    select o.row, o.mark, o.points, o.counts + coalesce(s.delta, 0) as counts from open o left join stated s using (row)
)
select row, points
    + greatest({weights.margin_max} * ((counts >> {FIGURES}) & 255) // {weights.channels}
        - {weights.margin_max} * (counts >> {LOST}) // {weights.loss}, 0)
    + case when ((counts >> {FITS}) & 255) > 0
        then {weights.open_max} * greatest({weights.open_zero} - ((counts >> {NOT_FITTING}) & 255), 0)
            // {weights.open_zero} else 0 end
    - least(((counts >> {DOUBTFUL}) & 255) * {weights.doubt_wait}, {weights.doubt_most}) as key
from counted order by key desc, mark limit {top}
"""  # noqa: S608 every part is a number or a name of ours
