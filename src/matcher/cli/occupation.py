"""`matcher occupation`, `matcher compare` and `matcher overlay`: look work up."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, DutchUsageError, on_option

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="text, md of json."
)


@click.command(cls=DutchCommand, short_help="Bekijk één beroep: wat is het en wat vraagt het?")
@click.argument("occupation", metavar="CODE|TITEL")
@on_option
@click.option("--all", "everything", is_flag=True, help="Toon elk onderdeel, ook wat het werk bijna niet vraagt.")
@_FORMAT
def occupation(occupation: str, on: date, everything: bool, form: str) -> None:
    """Bekijk één beroep: taken, opleiding, loon en wat het werk vraagt van hoofd, lichaam en werktijden.

    \b
    Voorbeeld:
      matcher occupation "verzorgende niveau 3"
      matcher occupation isco:4226 --all
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.lookup import card_json, card_of, card_view, find_occupation  # noqa: PLC0415
    from matcher.report import render_markdown, render_text  # noqa: PLC0415

    catalogue = load_catalogue(level="all")
    named = find_occupation(occupation, catalogue)
    card = card_of(catalogue, named.occupation.id, on)
    if form == "json":
        click.echo(json.dumps(card_json(card, catalogue, named.notice_nl), ensure_ascii=False, indent=2))
        return
    blocks = card_view(card, catalogue, everything=everything, notice=named.notice_nl)
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))


@click.command(cls=DutchCommand, short_help="Zet twee beroepen naast elkaar, de verschillen eerst.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@on_option
@_FORMAT
def compare(first: str, second: str, on: date, form: str) -> None:
    """Zet twee beroepen naast elkaar: eerst wat duidelijk verschilt, dan wat gelijk is. A en B: een code of een titel.

    \b
    Voorbeeld:
      matcher compare receptionist telefonist
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.lookup import card_of, compare_json, compare_view, find_two  # noqa: PLC0415
    from matcher.report import render_markdown, render_text  # noqa: PLC0415

    catalogue = load_catalogue(level="all")
    named = find_two(first, second, catalogue)
    a, b = (card_of(catalogue, one.occupation.id, on) for one in named)
    if form == "json":
        click.echo(json.dumps(compare_json(a, b, catalogue), ensure_ascii=False, indent=2))
        return
    blocks = compare_view(a, b, tuple(one.notice_nl for one in named if one.notice_nl))
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))


@click.command(cls=DutchCommand, short_help="Leg één beroep over de belastbaarheid van een persoon.")
@CASE
@on_option
@click.option("--title", help="Titel van het werk, bijvoorbeeld receptionist.")
@click.option("--occupation", help="Code van het beroep, bijvoorbeeld nl:receptionist.")
@click.option("--all", "everything", is_flag=True, help="Toon elk onderdeel, ook zonder beperking of open punt.")
@click.option("--format", "form", type=click.Choice(["text", "svg"]), default="text", help="text of svg.")
def overlay(case: Path, on: date, title: str | None, occupation: str | None, everything: bool, form: str) -> None:
    """Leg één beroep over de belastbaarheid: per onderdeel de grens van de persoon tegenover wat de banen vragen.

    Alleen voor de coach. Dit gaat nooit naar een werkgever.

    \b
    Voorbeeld:
      matcher overlay casus.yaml --title receptionist
      matcher overlay casus.yaml --occupation isco:4226 --format svg > overlay.svg
    """  # noqa: D301 click reads \b as "keep these lines"
    wanted = title if title is not None else occupation
    if wanted is None or (title is not None and occupation is not None):
        raise DutchUsageError("Geef een --title of een --occupation, niet allebei.")
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.lookup import find_occupation, overlay_svg, overlay_view  # noqa: PLC0415
    from matcher.lookup import overlay as lay_over  # noqa: PLC0415
    from matcher.matching import notices_nl  # noqa: PLC0415
    from matcher.report import render_text  # noqa: PLC0415

    catalogue, read = load_catalogue(level="all"), read_case(case)
    named = find_occupation(wanted, catalogue)
    found = lay_over(read.case, catalogue, named.occupation.id, on)
    if form == "svg":
        click.echo(overlay_svg(found, catalogue, everything=everything), nl=False)
        return
    first = (named.notice_nl,) if named.notice_nl else ()
    notices = (*first, *notices_nl(read.case, on), *read.report.notes_nl())
    click.echo(render_text(overlay_view(found, catalogue, everything=everything, notices=notices)))
