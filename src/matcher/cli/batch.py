"""`matcher batch CASES... INDEX -o OUT`: a jobhunter's whole caseload in one go."""

import os
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import click

from matcher.cli.dutch import Day, DutchCommand, DutchUsageError, on_option

_WEEK = timedelta(days=7)


@click.command(cls=DutchCommand, short_help="Zet vacatures op volgorde voor al uw casussen.")
@click.argument("paths", metavar="CASE... MAP", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="UIT", required=True, type=click.Path(path_type=Path), help="Map voor het resultaat."
)
@on_option
@click.option("--new-since", type=Day(), help="Vanaf welke dag een vacature nieuw is; anders een week geleden.")
@click.option("--top", type=click.IntRange(1, 200), default=20, show_default=True, help="Vacatures per persoon.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Wie het werk doet: dit programma zelf, of werkers op Ray.",
)
@click.option("--workers", metavar="AANTAL", type=click.IntRange(1, 1000), help="Werkers op Ray; anders een per core.")
def batch(
    paths: tuple[Path, ...],
    output: Path,
    on: date,
    new_since: date | None,
    top: int,
    engine: str,
    workers: int | None,
) -> None:
    """Zet vacatures op volgorde voor al uw casussen, met een overzicht van één pagina.

    Na een onderbreking gaat dezelfde opdracht verder waar hij was. Elk bestand gaat over één persoon.

    \b
    Voorbeeld:
      matcher batch casussen/*.yaml mijn-index -o overzicht
      matcher batch casussen/*.yaml mijn-index -o overzicht --engine ray --workers 4
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.cli.feed_files import progress  # noqa: PLC0415 heavy, only when this command runs
    from matcher.report import render_text  # noqa: PLC0415
    from matcher.vacancies import on_ray, one_by_one, open_index, overview, run_batch, write_whole  # noqa: PLC0415

    if len(paths) == 1:
        raise DutchUsageError("Noem eerst een of meer casussen en dan de map van de index.")
    if workers is not None and engine != "ray":
        raise DutchUsageError("--workers hoort bij --engine ray.")
    *cases, directory = paths
    who = on_ray(workers or os.cpu_count() or 1) if engine == "ray" else one_by_one
    index, since = open_index(directory), new_since or on - _WEEK
    run = run_batch(cases, index, output, on, new_since=since, top=top, engine=who)
    # Ray tells on the screen that a worker died. That worker is replaced, so there is nothing to do for who reads it.
    with progress(run, "Casussen", len(cases)) as steps, redirect_stdout(StringIO()):
        lines = list(steps)
    page = render_text(overview(lines, directory.name, on, since))
    write_whole(output / "overzicht.txt", f"{page}\n".encode())
    click.echo(page)
