"""`matcher occupations CASE`: occupations in order of fit."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.catalogue import Level
from matcher.cli.dutch import CASE, DutchCommand, on_option

_LEVELS: dict[str, Level] = {"groups": "unit_groups", "dutch": "dutch", "all": "all"}


@click.command(cls=DutchCommand, short_help="Zet beroepen op volgorde voor een casus.")
@CASE
@on_option
@click.option("--top", type=click.IntRange(1, 500), default=20, show_default=True, help="Hoeveel beroepen per groep.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="table, csv of json.",
)
@click.option(
    "--level",
    type=click.Choice(["groups", "dutch", "all"]),
    default="groups",
    show_default=True,
    help="groups: beroepsgroepen; dutch: ook Nederlandse beroepen daarbinnen; all: ook die van ESCO.",
)
@click.option("--explain", is_flag=True, help="Toon de hele redenering per beroep.")
def occupations(case: Path, on: date, top: int, form: str, level: str, explain: bool) -> None:
    """Zet beroepen op volgorde voor een casus. Wat niet kan, staat eronder met de reden.

    \b
    Voorbeeld:
      matcher occupations casus.yaml --top 10 --format csv
      matcher occupations casus.yaml --level dutch
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match, notices_nl  # noqa: PLC0415
    from matcher.report import Heading, match_json, occupation_csv, occupation_table, render_text  # noqa: PLC0415
    from matcher.report.views import explain_blocks  # noqa: PLC0415

    catalogue = load_catalogue(level=_LEVELS[level])
    read = read_case(case)
    result = match(read.case, on, catalogue, top=top)
    notices = (*notices_nl(read.case, on), *read.report.notes_nl())
    if form == "json":
        click.echo(json.dumps(match_json(result, catalogue, read.report.notes_nl()), ensure_ascii=False, indent=2))
    elif form == "csv":
        for notice in notices:
            click.echo(f"! {notice}", err=True)
        click.echo(occupation_csv(result), nl=False)
    else:
        click.echo(occupation_table(result, notices))
        if explain:
            for occupation in result.shown:
                title = Heading(f"{occupation.rank}. {occupation.title_nl} ({occupation.id})")
                click.echo(render_text([Heading(" "), title, *explain_blocks(occupation, catalogue)]))
