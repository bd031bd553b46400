"""`matcher bench`: measurements that anyone can run."""

import click

from matcher.cli.dutch import DutchCommand, DutchGroup
from matcher.cli.titles import bench_titles
from matcher.errors import FileUnreadable

_NEEDED = ("numba", "duckdb", "polars")


@click.group(cls=DutchGroup, short_help="Meet hoe goed en hoe snel het werkt.")
def bench() -> None:
    """Meet hoe goed en hoe snel het werkt, naast eenvoudige methoden."""


@click.command(cls=DutchCommand, short_help="Meet hoe snel vacatures op volgorde staan, naast andere programma's.")
@click.option("--rows", type=click.IntRange(1_000, 5_000_000), default=100_000, show_default=True, help="Vacatures.")
@click.option("--rounds", type=click.IntRange(1, 101), default=9, show_default=True, help="Rondes, om de beurt.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed van de verzonnen vacatures.")
@click.option("--threads", type=click.IntRange(1, 64), help="Hoeveel processen tegelijk; anders alle.")
def bench_vacancies(rows: int, rounds: int, seed: int, threads: int | None) -> None:
    """Meet hoe snel vacatures op volgorde staan: wij, polars, DuckDB en pandas over dezelfde rijen, om de beurt.

    Alleen de verhouding telt: tijden verschillen per machine. Elke manier moet dezelfde vacatures geven.

    \b
    Voorbeeld:
      matcher bench vacancies --rows 1000000
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from importlib.util import find_spec  # noqa: PLC0415 only when this command runs

    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise FileUnreadable(
            f"Voor deze meting ontbreekt: {', '.join(missing)}. Installeer: pip install 'matcher[bench,fast]'"
        )
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies.bench import run_bench  # noqa: PLC0415

    found = run_bench(rows, seed, rounds, load_catalogue(), threads)
    click.echo(
        f"{found.rows} verzonnen vacatures (seed {found.seed}), {found.threads} threads, {found.rounds} rondes, "
        f"{found.bytes_per_vacancy:.0f} bytes per vacature"
    )
    click.echo(f"verzonnen in {found.seconds_made:.1f} s, index gebouwd in {found.seconds_built:.1f} s")
    click.echo(", ".join(f"{name}: {share:.2f}% blijft open" for name, share in found.open_pct.items()))
    click.echo(f"{'persoon':<8} {'manier':<18} {'ms (mediaan)':>12} {'keer zo lang':>13}")
    for line in found.lines:
        click.echo(f"{line.person:<8} {line.name:<18} {line.milliseconds:>12.2f} {line.ratio:>13.1f}")


bench.add_command(bench_titles, name="titles")
bench.add_command(bench_vacancies, name="vacancies")
