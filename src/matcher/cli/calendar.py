"""`matcher calendar CASE`: the Poortwachter calendar of one case."""

from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, on_option
from matcher.errors import InputError


@click.command(cls=DutchCommand, short_help="Maak de Poortwachter-kalender van een casus.")
@CASE
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics", "svg"]),
    default="text",
    help="text, json, ics (agenda) of svg (tijdlijn).",
)
@click.option(
    "-o", "--output", "output", metavar="BESTAND", type=click.Path(path_type=Path), help="Schrijf naar dit bestand."
)
def calendar(case: Path, on: date, form: str, output: Path | None) -> None:
    """Maak de Poortwachter-kalender van een casus, voor de coach.

    Van de eerste ziektedag tot en met week 104: wat is er gedaan, wat komt er aan, wat is te laat, en waarom.
    De agenda (ics) bevat alleen data en neutrale titels.

    \b
    Voorbeeld:
      matcher calendar casus.yaml --on 2026-11-22
      matcher calendar casus.yaml --format svg -o tijdlijn.svg
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.intake import read_case  # noqa: PLC0415 only when this command runs
    from matcher.poortwachter import calendar_for, to_ics, to_json, to_svg, to_text  # noqa: PLC0415
    from matcher.stage_moments import stage_moments  # noqa: PLC0415

    write = {"text": to_text, "json": to_json, "ics": to_ics, "svg": to_svg}[form]
    read = read_case(case).case
    content = write(calendar_for(read, on, stage_moments(read, on)))
    if output is None:
        click.echo(content.encode(), nl=False)
        return
    try:
        output.write_bytes(content.encode())
    except OSError as error:
        raise InputError("Het bestand kan niet worden geschreven. Bestaat de map en mag u daar schrijven?") from error
