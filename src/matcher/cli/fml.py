"""`matcher fml check FILE`: what was read on the capacity form."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import DutchGroup, on_option


@click.group(cls=DutchGroup, short_help="Bekijk hoe een formulier is gelezen.")
def fml() -> None:
    """Bekijk hoe een FML, IZP, LAB of BAR is gelezen."""


@fml.command(short_help="Toon per rubriek wat er is gelezen.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@on_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json.")
def check(file: Path, on: date, form: str) -> None:
    """Toon per rubriek wat er is gelezen: beperkt, norm, norm (volgens formulier) of onbekend.

    Daarna komen de punten die een mens moet beoordelen: eigen voorwaarden, verborgen beperkingen en getallen die niet
    bij het niveau passen. Fouten in het bestand krijgen een regel en een veld.

    \b
    Voorbeeld:
      matcher fml check casus.yaml
      matcher fml check casus.yaml --on 2026-11-22 --format json
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.intake import read_case, understand_capacity  # noqa: PLC0415 only when this command runs
    from matcher.report.blocks import render_text  # noqa: PLC0415
    from matcher.report.form_blocks import form_json, form_view  # noqa: PLC0415

    read = read_case(file)
    profile = understand_capacity(read.case, on)
    if form == "json":
        click.echo(json.dumps(form_json(profile, read.report), ensure_ascii=False, indent=2))
    else:
        click.echo(render_text(form_view(profile, read.report)))
