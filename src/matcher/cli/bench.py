"""`matcher bench`: measurements that anyone can run."""

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click

from matcher.cli.dutch import DutchCommand, DutchGroup, on_option
from matcher.cli.titles import bench_titles
from matcher.errors import FileUnreadable

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEEDED = ("numba", "duckdb", "polars")


@click.group(cls=DutchGroup, short_help="Meet hoe goed en hoe snel het werkt.")
def bench() -> None:
    """Meet hoe goed en hoe snel het werkt, naast eenvoudige methoden."""


_POSTGRES = click.option(
    "--postgres", metavar="ADRES", help="Adres van een lege database van PostgreSQL met pgvector; dan doet die mee."
)


@click.command(cls=DutchCommand, short_help="Meet hoe snel vacatures op volgorde staan, naast andere programma's.")
@click.option("--rows", type=click.IntRange(1_000, 5_000_000), default=100_000, show_default=True, help="Vacatures.")
@click.option("--rounds", type=click.IntRange(1, 101), default=9, show_default=True, help="Rondes, om de beurt.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed van de verzonnen vacatures.")
@click.option("--threads", type=click.IntRange(1, 64), help="Hoeveel processen tegelijk; anders alle.")
@_POSTGRES
def bench_vacancies(rows: int, rounds: int, seed: int, threads: int | None, postgres: str | None) -> None:
    """Meet hoe snel vacatures op volgorde staan: wij, polars, DuckDB en pandas over dezelfde rijen, om de beurt.

    Alleen de verhouding telt: tijden verschillen per machine. Elke manier moet dezelfde vacatures geven.

    \b
    Voorbeeld:
      matcher bench vacancies --rows 1000000
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    _look_for_rivals(postgres)
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies.bench import caseload_bench, explain_bench, run_bench  # noqa: PLC0415

    found = run_bench(rows, seed, rounds, load_catalogue(), threads, postgres=postgres)
    click.echo(
        f"{found.rows} verzonnen vacatures (seed {found.seed}), {found.threads} threads, {found.rounds} rondes, "
        f"{found.bytes_per_vacancy:.0f} bytes per vacature"
    )
    click.echo(f"verzonnen in {found.seconds_made:.1f} s, index gebouwd in {found.seconds_built:.1f} s")
    click.echo(", ".join(f"{name}: {share:.2f}% blijft open" for name, share in found.open_pct.items()))
    click.echo(f"{'persoon':<8} {'manier':<18} {'ms (mediaan)':>12} {'keer zo lang':>13}")
    for line in found.lines:
        click.echo(f"{line.person:<8} {line.name:<18} {line.milliseconds:>12.2f} {line.ratio:>13.2f}")
    scan = next(line for line in found.lines if line.name == "plain read")
    click.echo(
        f"Alle rijen zonder filter: {1 / scan.ratio:.2f} keer zo lang als de rijen alleen lezen, elk met een thread"
    )
    click.echo("Een heel bestand van personen, ms van de processor per persoon: alleen, samen, en hoeveel keer minder")
    for load in caseload_bench(rows, seed, rounds, load_catalogue()):
        click.echo(
            f"{load.person:<8} {load.persons} personen, {load.open_count:.0f} vacatures open per persoon "
            f"{load.alone_ms:>7.3f} {load.together_ms:>7.3f} {load.times:>5.2f}"
        )
    click.echo(
        "Een lijst uitleggen, ms van de processor (mediaan): eerste lijst, volgende lijst, dan bevindingen, "
        "vacature en score, woorden en JSON"
    )
    for each in explain_bench(rows, seed, rounds, load_catalogue()):
        click.echo(
            f"{each.person:<8} {each.lists} keer {each.vacancies} vacatures van {each.occupations} beroepen "
            f"{each.first_ms:>7.2f} {each.next_ms:>7.2f} {each.findings_ms:>7.2f} {each.parts_ms:>7.2f} "
            f"{each.json_ms:>7.2f}"
        )


@click.command(cls=DutchCommand, short_help="Meet hoe tijd en geheugen groeien met het aantal vacatures.")
@click.argument("rows", metavar="[AANTAL...]", nargs=-1, type=click.IntRange(1_000, 5_000_000))
@click.option("-o", "--output", metavar="MAP", required=True, type=_FOLDER, help="Map voor bladzijde en plaatje.")
@click.option("--rounds", type=click.IntRange(1, 101), default=7, show_default=True, help="Rondes, om de beurt.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed van de verzonnen vacatures.")
@_POSTGRES
@on_option
def bench_growth(rows: tuple[int, ...], output: Path, rounds: int, seed: int, postgres: str | None, on: date) -> None:
    """Meet hoe tijd en geheugen groeien met het aantal vacatures, naast polars en DuckDB.

    Zonder aantallen zijn het 10.000, 100.000, 1 miljoen en 5 miljoen. Wat al in de map staat, blijft; een aantal dat
    opnieuw is gemeten, komt in de plaats. De vacatures worden verzonnen als kolommen, zonder tekst.

    \b
    Voorbeeld:
      matcher bench growth -o groei
      matcher bench growth 10000 100000 -o groei
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    _look_for_rivals(postgres)
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies.bench import ROWS, grow, growth_table  # noqa: PLC0415

    click.echo(
        growth_table(grow(rows or ROWS, seed, rounds, load_catalogue(), output, on, postgres=postgres)), nl=False
    )


def _look_for_rivals(postgres: str | None) -> None:
    """Refuse, before a minute is spent, when a program that takes part is not there."""
    needed = (*_NEEDED, "psycopg") if postgres else _NEEDED
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise FileUnreadable(
            f"Voor deze meting ontbreekt: {', '.join(missing)}. Installeer: pip install 'matcher[bench,fast,postgres]'"
        )


bench.add_command(bench_titles, name="titles")
bench.add_command(bench_vacancies, name="vacancies")
bench.add_command(bench_growth, name="growth")
