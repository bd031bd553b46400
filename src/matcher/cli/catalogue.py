"""`matcher catalogue`: compile the occupation tables, and show what is in them."""

from pathlib import Path

import click

from matcher.catalogue.errors import CatalogueError

_FAULT = 2


@click.group()
def catalogue() -> None:
    """De catalogus van beroepen bouwen en bekijken."""


@catalogue.command()
@click.argument("sources", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Map voor de tabellen (standaard: data/occupations).",
)
def build(sources: Path, out: Path | None) -> None:
    """Bouw de tabellen uit de map SOURCES met ruwe bronnen.

    Voorbeeld: matcher catalogue build ../bronnen
    """
    from matcher.catalogue.build import build_catalogue  # noqa: PLC0415 - heavy, only for this command
    from matcher.resources import data_path  # noqa: PLC0415

    place = out if out is not None else data_path("occupations")
    try:
        report = build_catalogue(sources, place)
    except CatalogueError as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(_FAULT) from fault
    for line in report.lines():
        click.echo(line)


@catalogue.command()
def report() -> None:
    """Toon per kanaal hoeveel beroepen gemeten, gemodelleerd of onbekend zijn.

    Voorbeeld: matcher catalogue report
    """
    from matcher.catalogue.report import coverage_lines  # noqa: PLC0415 - heavy, only for this command

    try:
        for line in coverage_lines():
            click.echo(line)
    except CatalogueError as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(_FAULT) from fault
