"""`matcher batch CASES... INDEX -o OUT`: a jobhunter's whole caseload in one go."""

from datetime import date, timedelta
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
def batch(paths: tuple[Path, ...], output: Path, on: date, new_since: date | None, top: int) -> None:
    """Zet vacatures op volgorde voor al uw casussen, met een overzicht van één pagina.

    Na een onderbreking gaat dezelfde opdracht verder waar hij was. Elk bestand gaat over één persoon.

    \b
    Voorbeeld:
      matcher batch casussen/*.yaml mijn-index -o overzicht
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.cli.feed_files import progress  # noqa: PLC0415 heavy, only when this command runs
    from matcher.report import render_text  # noqa: PLC0415
    from matcher.vacancies import open_index, overview, run_batch, write_whole  # noqa: PLC0415

    if len(paths) == 1:
        raise DutchUsageError("Noem eerst een of meer casussen en dan de map van de index.")
    *cases, directory = paths
    index, since = open_index(directory), new_since or on - _WEEK
    with progress(cases, "Casussen") as steps:
        lines = list(run_batch(list(cases), index, output, on, new_since=since, top=top, steps=steps))
    page = render_text(overview(lines, directory.name, on, since))
    write_whole(output / "overzicht.txt", f"{page}\n".encode())
    click.echo(page)
