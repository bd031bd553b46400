"""How time and memory grow with the number of vacancies: measured size by size, kept, and told as a table."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from matcher.catalogue import Catalogue
from matcher.errors import FileUnreadable
from matcher.vacancies.bench.growth_picture import Curve, growth_svg
from matcher.vacancies.bench.persons import bench_rules
from matcher.vacancies.bench.runner import BenchLine, BenchReport, run_bench
from matcher.vacancies.bench.ways import OURS, PGVECTOR, POSTGRES, WHOLE

ROWS = (10_000, 100_000, 1_000_000, 5_000_000)
RIVALS = ("polars", "DuckDB")
PERSONS = ("typical", "wide")
_KEPT, _PAGE, _PICTURE = "growth.json", "growth.md", "growth.svg"


@dataclass(frozen=True, slots=True)
class Grown:
    """What was measured at one size, and when.

    Attributes:
        measured_on: the day.
        report: what was measured.
    """

    measured_on: date
    report: BenchReport

    def line(self, person: str, name: str) -> BenchLine | None:
        """Answer one way of doing the job; None when it did not take part.

        Args:
            person: `typical` or `wide`.
            name: which way.
        """
        return next((each for each in self.report.lines if (each.person, each.name) == (person, name)), None)


def grow(
    rows: Sequence[int], seed: int, rounds: int, catalogue: Catalogue, folder: Path, on: date, *, postgres: str | None
) -> list[Grown]:
    """Measure some sizes and write the page and the picture of all sizes that were measured in this folder.

    Args:
        rows: numbers of vacancies; one that was measured before is measured again.
        seed: seed of the draw.
        rounds: how often every way does the job, in turn.
        catalogue: occupations.
        folder: for `growth.json`, `growth.md` and `growth.svg`.
        on: the day of measuring.
        postgres: address of an empty database; without one PostgreSQL does not take part.

    Raises:
        DataError: two ways gave different answers, so that their times say nothing.
        FileUnreadable: the folder holds something else under these names.
    """
    found = {each.report.rows: each for each in read_grown(folder)}
    for count in rows:
        found[count] = Grown(on, run_bench(count, seed, rounds, catalogue, rivals=RIVALS, postgres=postgres))
        write_grown([found[size] for size in sorted(found)], folder)
    return [found[size] for size in sorted(found)]


def read_grown(folder: Path) -> list[Grown]:
    """Answer what was measured before, smallest first.

    Args:
        folder: folder with `growth.json`; without it nothing was measured.

    Raises:
        FileUnreadable: the file holds something else.
    """
    path = folder / _KEPT
    if not path.is_file():
        return []
    try:
        return [_grown(each) for each in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, KeyError, TypeError):
        raise FileUnreadable(f"{path.name} bevat geen meting. Haal het weg of kies een andere map.") from None


def _grown(plain: Mapping[str, object]) -> Grown:
    report = dict(plain["report"])  # type: ignore[call-overload]  # checked by what is made of it
    report["lines"] = tuple(BenchLine(**line) for line in report["lines"])
    return Grown(date.fromisoformat(str(plain["measured_on"])), BenchReport(**report))


def write_grown(grown: Sequence[Grown], folder: Path) -> None:
    """Write what was measured, as values, as a page with tables and as a picture.

    Args:
        grown: the sizes, smallest first.
        folder: where.
    """
    kept = [{"measured_on": each.measured_on.isoformat(), "report": asdict(each.report)} for each in grown]
    (folder / _KEPT).write_text(f"{json.dumps(kept, indent=1)}\n", encoding="utf-8")
    (folder / _PAGE).write_text(growth_page(grown), encoding="utf-8")
    (folder / _PICTURE).write_text(growth_svg(_curves(grown), PERSONS), encoding="utf-8")


def growth_page(grown: Sequence[Grown]) -> str:
    """Answer the page: what is measured and how, the picture, the tables, and how much more time more vacancies take.

    Args:
        grown: the sizes, smallest first.
    """
    intro = str(bench_rules()["growth"]["page"]).format(rounds=", ".join(sorted({str(g.report.rounds) for g in grown})))
    return f"{intro}\n{growth_table(grown)}\n{_factors(grown)}"


def _factors(grown: Sequence[Grown]) -> str:
    """Answer how many times as long the largest size takes as a size with far fewer vacancies."""
    lines = [
        "## How much longer",
        "",
        "| from | to | vacancies | person | way | time of a core |",
        "|---|---|---|---|---|---|",
    ]
    for small in grown[:-1]:
        large = grown[-1]
        for person in PERSONS:
            for name in (WHOLE, OURS):
                first, last = small.line(person, name), large.line(person, name)
                if first is not None and last is not None:
                    more, longer = (
                        large.report.rows / small.report.rows,
                        last.core_milliseconds / first.core_milliseconds,
                    )
                    lines.append(
                        f"| {small.report.rows:,} | {large.report.rows:,} | {more:,.0f} times | {person} | {name} "
                        f"| {longer:,.1f} times |"
                    )
    return "\n".join([*lines, ""])


def growth_table(grown: Sequence[Grown]) -> str:
    """Answer the measured sizes as tables in Markdown.

    Args:
        grown: the sizes, smallest first.
    """
    lines = [
        "| vacancies | measured on | made up as columns | index built from columns | bytes a vacancy |",
        "|---|---|---|---|---|",
    ]
    for each in grown:
        report = each.report
        lines.append(
            f"| {report.rows:,} | {each.measured_on.isoformat()} | {report.seconds_made:.1f} s "
            f"| {report.seconds_built:.1f} s | {report.bytes_per_vacancy:.1f} |"
        )
    for person in PERSONS:
        open_pct = ", ".join(f"{each.report.open_pct[person]:.2f}%" for each in grown)
        lines += ["", f"## The {person} person", "", f"{open_pct} stay open. In time of a core:", ""]
        lines += _times(grown, person, (WHOLE, OURS, *RIVALS), lambda line: line.core_milliseconds)
        lines += ["", "By the clock, beside whatever else the machine does:", ""]
        lines += _times(grown, person, (WHOLE, OURS, *RIVALS, POSTGRES, PGVECTOR), lambda line: line.milliseconds)
    return "\n".join([*lines, ""])


def _times(grown: Sequence[Grown], person: str, ways: Sequence[str], of: Callable[[BenchLine], float]) -> list[str]:
    """Answer a table of times, for the ways that took part at some size."""
    names = [name for name in ways if any(each.line(person, name) for each in grown)]
    lines = [f"| vacancies | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for each in grown:
        found = [each.line(person, name) for name in names]
        cells = (f"{of(line):,.2f} ms" if line else "not measured" for line in found)
        lines.append(f"| {each.report.rows:,} | {' | '.join(cells)} |")
    return lines


def _curves(grown: Sequence[Grown]) -> list[Curve]:
    names = (OURS, WHOLE, *RIVALS)
    return [
        Curve(
            person,
            name,
            tuple((each.report.rows, line.core_milliseconds) for each in grown if (line := each.line(person, name))),
        )
        for person in PERSONS
        for name in names
    ]
