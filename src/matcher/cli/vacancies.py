"""`matcher vacancies CASE INDEX`: the vacancies that suit a person, best first, with the reasons."""

import json
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import click

from matcher.cli.dutch import CASE, Day, DutchCommand, on_option
from matcher.cli.feed_files import FORM, MAPPING, read_vacancies


@click.command(cls=DutchCommand, short_help="Zet vacatures op volgorde voor een casus.")
@CASE
@click.argument("source", metavar="MAP|FEED", type=click.Path(path_type=Path))
@on_option
@click.option("--top", type=click.IntRange(1, 1000), default=20, show_default=True, help="Hoeveel vacatures.")
@click.option("--new-since", type=Day(), help="Alleen vacatures die sinds deze dag voor het eerst zijn gezien.")
@click.option("--closed", is_flag=True, help="Toon ook vacatures die niet kunnen, met de reden.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="table, csv of json.",
)
@click.option("--explain", type=click.IntRange(0, 100), default=3, show_default=True, help="Hoeveel met uitleg.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Wie zoekt: dit programma zelf, of een proces per shard op Ray.",
)
@MAPPING
@FORM
def vacancies(
    case: Path,
    source: Path,
    on: date,
    top: int,
    new_since: date | None,
    closed: bool,
    form: str,
    explain: int,
    engine: str,
    mapping: Path | None,
    feed_format: str | None,
) -> None:
    """Zet vacatures op volgorde voor een casus, uit een index (een map), uit shards ervan of rechtstreeks uit een feed.

    \b
    Voorbeeld:
      matcher vacancies casus.yaml mijn-index --new-since 2026-11-16
      matcher vacancies casus.yaml vacatures.csv --closed
      matcher vacancies casus.yaml mijn-shards --engine ray
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import notices_nl  # noqa: PLC0415
    from matcher.vacancies import (  # noqa: PLC0415
        Wanted,
        memory_index,
        open_index,
        rank_vacancies,
        shards_on_ray,
        vacancies_csv,
        vacancies_json,
        vacancies_table,
    )

    catalogue = load_catalogue()
    read = read_case(case)
    if engine == "ray":
        # Ray tells on the screen that a process died. It is replaced, so there is nothing to do for who reads it.
        with redirect_stdout(StringIO()), shards_on_ray(source, on) as ranks:
            ranked = ranks(read.case, on, Wanted(top, new_since, closed))
    else:
        if source.is_dir():
            index = open_index(source, catalogue)
        else:
            index = memory_index(read_vacancies((source,), catalogue, mapping, feed_format), on, catalogue, source.name)
        ranked = rank_vacancies(read.case, index, on, top=top, new_since=new_since, closed=closed)
    notices = (*notices_nl(read.case, on), *read.report.notes_nl())
    if form == "json":
        click.echo(json.dumps({**vacancies_json(ranked), "notices_nl": notices}, ensure_ascii=False, indent=2))
        return
    if form == "csv":
        for notice in notices:
            click.echo(f"! {notice}", err=True)
        click.echo(vacancies_csv(ranked), nl=False)
        return
    click.echo(vacancies_table(ranked, notices, explain=explain))
