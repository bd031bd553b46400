"""`matcher drift INDEX`: what an index holds, and what moved since an earlier look."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import DutchCommand, on_option

_PATH = click.Path(path_type=Path)


@click.command(cls=DutchCommand, short_help="Kijk of er iets verschuift in een index van vacatures.")
@click.argument("directory", metavar="MAP", type=_PATH)
@click.option("--baseline", metavar="BESTAND", type=_PATH, help="Een eerder overzicht (JSON) om mee te vergelijken.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json.")
@on_option
def drift(directory: Path, baseline: Path | None, form: str, on: date) -> None:
    """Kijk of er iets verschuift: in wat niet bekend is, in hoe feeds worden gelezen, in titels en in oordelen.

    Bewaar het overzicht als JSON, en geef het de volgende keer mee met --baseline. In het overzicht staat niets over
    personen. Uitkomst 0: niets om naar te kijken. Uitkomst 1: er is iets om naar te kijken.

    \b
    Voorbeeld:
      matcher drift mijn-index --format json > nu.json
      matcher drift mijn-index --baseline vorige-maand.json
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.report import render_text  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies import (  # noqa: PLC0415
        drift_view,
        look_at,
        look_json,
        open_index,
        read_look,
        signals,
    )

    before = None if baseline is None else read_look(baseline)
    now = look_at(open_index(directory), on)
    found = signals(now, before)
    if form == "json":
        click.echo(json.dumps(look_json(now, found), ensure_ascii=False, indent=1))
    else:
        click.echo(render_text(drift_view(now, before, found, directory.name)))
    click.get_current_context().exit(1 if found else 0)
