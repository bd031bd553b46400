"""`matcher demo`: the main job on a shipped, invented case."""

from datetime import date
from importlib.resources import as_file, files

import click

from matcher.cli.dutch import Day, DutchCommand

EXAMPLE = "thuishulp.yaml"
EXAMPLE_DAY = date(2026, 10, 12)


@click.command(cls=DutchCommand, short_help="Draai een meegeleverd, verzonnen voorbeeld.")
@click.option("--on", "on", type=Day(), default=EXAMPLE_DAY, help="Peildatum van het voorbeeld.")
@click.option("--explain", is_flag=True, help="Toon de hele redenering.")
def demo(on: date, explain: bool) -> None:
    """Maak het zoekprofiel van een meegeleverd voorbeeld. De persoon is verzonnen.

    \b
    Voorbeeld:
      matcher demo
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.report import occupation_table, render_text, zoekprofiel_view  # noqa: PLC0415

    catalogue = load_catalogue()
    with as_file(files("matcher.examples") / EXAMPLE) as path:
        result = match(read_case(path).case, on, catalogue)
    click.echo(render_text(zoekprofiel_view(result, catalogue, explain=explain)))
    click.echo("\nBEROEPEN OP VOLGORDE\n--------------------")
    click.echo(occupation_table(result))
