"""`matcher zoekprofiel CASE`: the zoekprofiel of one case."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, on_option


@click.command(cls=DutchCommand, short_help="Maak het zoekprofiel van een casus.")
@CASE
@on_option
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="text, md of json.")
@click.option("--explain", is_flag=True, help="Toon de hele redenering.")
def zoekprofiel(case: Path, on: date, form: str, explain: bool) -> None:
    """Maak het zoekprofiel van een casus, voor de coach.

    \b
    Voorbeeld:
      matcher zoekprofiel casus.yaml --on 2026-11-22
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.report import render_markdown, render_text, zoekprofiel_json, zoekprofiel_view  # noqa: PLC0415

    catalogue = load_catalogue()
    read = read_case(case)
    result = match(read.case, on, catalogue)
    if form == "json":
        click.echo(
            json.dumps(zoekprofiel_json(result, catalogue, read.report.notes_nl()), ensure_ascii=False, indent=2)
        )
        return
    blocks = zoekprofiel_view(result, catalogue, explain=explain, reading=read.report.notes_nl())
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))
