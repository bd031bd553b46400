"""`matcher track`: reports from the log of the second track."""

from datetime import date
from pathlib import Path
from typing import Literal, cast

import click

from matcher.cli.dossier import FORMAT, show
from matcher.cli.dutch import CASE, DutchGroup, on_option


@click.group(cls=DutchGroup, short_help="Verslagen uit het logboek van het tweede spoor.")
def track() -> None:
    """Verslagen uit het logboek van het tweede spoor."""


@track.command(short_help="Maak een voortgangs- of eindrapportage.")
@CASE
@on_option
@click.option(
    "--kind",
    type=click.Choice(["progress", "closing"]),
    default="progress",
    help="progress (voortgang) of closing (eindrapportage).",
)
@click.option(
    "--audience",
    type=click.Choice(["coach", "current-employer"]),
    required=True,
    help="Voor wie: coach of current-employer (huidige werkgever).",
)
@FORMAT
def report(case: Path, on: date, kind: str, audience: str, form: str) -> None:
    """Maak een rapportage uit het logboek. Voor de werkgever staan er alleen aantallen, functies en data in.

    \b
    Voorbeeld:
      matcher track report casus.yaml --audience coach
      matcher track report casus.yaml --kind closing --audience current-employer
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import full_match, track_report, track_view  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415

    catalogue, read = load_catalogue(), read_case(case).case
    found = track_report(
        read,
        full_match(read, on, catalogue),
        catalogue,
        cast("Literal['progress', 'closing']", kind),
        cast("Literal['coach', 'current-employer']", audience),
    )
    show(form, found, track_view(found), "track-report", audience=audience)


@track.command(short_help="Toon de toestemmingen van de werknemer, per vacature.")
@CASE
@on_option
def consents(case: Path, on: date) -> None:
    """Toon voor welke vacature de werknemer toestemming gaf om voorwaarden te delen, en of die nog geldt.

    Alleen voor de coach. De toestemmingen staan in de casus, bij track.consents.

    \b
    Voorbeeld:
      matcher track consents casus.yaml
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.documents import consent_lines  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case, understand_capacity  # noqa: PLC0415

    read = read_case(case).case
    lines = consent_lines(read, understand_capacity(read, on), on)
    if not lines:
        click.echo("Er is geen toestemming vastgelegd. Zonder toestemming gaan er geen voorwaarden naar een werkgever.")
    for line in lines:
        items = ", ".join(line.consent.items)
        click.echo(f"{line.consent.vacancy_id}: {line.text_nl} (onderdelen {items})")
