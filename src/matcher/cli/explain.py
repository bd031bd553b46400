"""`matcher explain CASE`: what the result means, for one reader."""

from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, on_option

_READERS = ["worker", "coach", "labour-expert", "doctor"]


@click.command(cls=DutchCommand, short_help="Leg de uitkomst uit aan één lezer.")
@CASE
@on_option
@click.option("--for", "reader", type=click.Choice(_READERS), required=True, help=f"Lezer: {', '.join(_READERS)}.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", help="nl; voor worker ook en.")
@click.option("--format", "form", type=click.Choice(["text", "md"]), default="text", help="text of md.")
def explain(case: Path, on: date, reader: str, language: str, form: str) -> None:
    """Leg de uitkomst uit aan de werknemer, de coach, de arbeidsdeskundige of de arts.

    Elke lezer krijgt alleen wat voor hem of haar is: de arts alleen open vragen, de arbeidsdeskundige geen loon, de
    werknemer geen getallen van het formulier.

    \b
    Voorbeeld:
      matcher explain casus.yaml --for worker
      matcher explain casus.yaml --for worker --language en
      matcher explain casus.yaml --for labour-expert --format md
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import decided  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.prose import Audience, explanation_markdown, explanation_text  # noqa: PLC0415
    from matcher.prose import explain as explain_match  # noqa: PLC0415

    read, catalogue = read_case(case).case, load_catalogue()
    found = decided(match(read, on, catalogue), read, catalogue)
    explanation = explain_match(found, read, Audience(reader), language)
    click.echo(explanation_markdown(explanation) if form == "md" else explanation_text(explanation))
