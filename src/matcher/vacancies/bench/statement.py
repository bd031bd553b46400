"""The job as one SQL statement over the sorted rows, beside the person's small tables: for DuckDB and PostgreSQL."""

from matcher.vacancies.bench.rows import RivalPerson
from matcher.vacancies.columns import NO_DAY, NONE
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.plain_pass import Window

# The columns hold half as many digits as the box: a little wider, so that nothing at its edge falls out.
_EDGE = 0.001


def open_statement(person: RivalPerson, tables: PersonTables, window: Window) -> str:
    """Answer the part of the statement that finds the open vacancies, with their points and counts so far.

    Args:
        person: the person for a table engine.
        tables: for the wage lines.
        window: which vacancies are looked at.
    """
    low_lat, high_lat, low_lon, high_lon = person.box
    limits = " and ".join(f"v.{column} > {level}" for column, level in person.limits) or "true"
    none = len(person.hours) - 1
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
    where v.lat between {low_lat - _EDGE}::real and {high_lat + _EDGE}::real
        and v.lon between {low_lon - _EDGE}::real and {high_lon + _EDGE}::real
        and {limits}
        and v.first_seen <= {window.day} and v.first_seen >= {window.new_since}
        and case when v.expires = {NO_DAY} then v.last_seen + {window.open_days} >= {window.day}
            else v.expires >= {window.day} end
        and case when v.wage_most > 0 then v.wage_most >= {tables.wage_floor} else not w.wage_gate end
        and p.in_reach and g.is_open and h.possible and r.is_met
)"""  # noqa: S608 every part is a number or a name of ours


def points_statement(person: RivalPerson, tables: PersonTables, window: Window, top: int, *, by_row: bool) -> str:
    """Answer the whole statement: the best by our points, equals by their mark.

    Args:
        person: the person for a table engine.
        tables: for the wage lines and weights.
        window: which vacancies are looked at.
        top: how many.
        by_row: how PostgreSQL does best: what a vacancy states is looked up row by row, and `/` divides whole numbers.
            DuckDB does best with one join over all of them, and divides by `//`.
    """
    weights, divide = tables.weights, "/" if by_row else "//"
    counted = _counted_by_row(person) if by_row else _counted_together(person)
    return f"""{open_statement(person, tables, window)}, {counted}
select row, points
    + greatest({weights.margin_max} * ((counts >> {FIGURES}) & 255) {divide} {weights.channels}
        - {weights.margin_max} * (counts >> {LOST}) {divide} {weights.loss}, 0)
    + case when ((counts >> {FITS}) & 255) > 0
        then {weights.open_max} * greatest({weights.open_zero} - ((counts >> {NOT_FITTING}) & 255), 0)
            {divide} {weights.open_zero} else 0 end
    - least(((counts >> {DOUBTFUL}) & 255) * {weights.doubt_wait}, {weights.doubt_most}) as key
from counted order by key desc, mark limit {top}
"""  # noqa: S608 every part is a number or a name of ours


def _counted_together(person: RivalPerson) -> str:
    return f"""stated as (
    select o.row, sum(d.delta)::bigint as delta
    from (select row, occupation, unnest(forms) as form from open where forms is not null) o
    join delta_of d on d.n = o.occupation::integer * {person.forms} + o.form
    group by o.row
), counted as (
    select o.row, o.mark, o.points, o.counts + coalesce(s.delta, 0) as counts from open o left join stated s using (row)
)"""  # noqa: S608 every part is a number or a name of ours


def _counted_by_row(person: RivalPerson) -> str:
    return f"""counted as materialized (
    select o.row, o.mark, o.points, o.counts + coalesce((
        select sum(d.delta) from unnest(o.forms) as asked(form)
        join delta_of d on d.n = o.occupation::integer * {person.forms} + asked.form
    ), 0)::bigint as counts
    from open o
)"""  # noqa: S608 every part is a number or a name of ours
