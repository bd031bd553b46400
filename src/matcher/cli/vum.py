"""`matcher vum`: a jobseeker profile of VUM, in as the start of a case, and out to share with whoever helps."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, Day, DutchBadParameter, DutchGroup, on_option

_PATH = click.Path(path_type=Path)


@click.group(cls=DutchGroup, short_help="Lees of schrijf een werkzoekendeprofiel van VUM.")
def vum() -> None:
    """Lees of schrijf een werkzoekendeprofiel van VUM (de uitwisseling van UWV, gemeenten en bemiddelaars)."""


@vum.command(short_help="Lees een profiel als begin van een casus.")
@click.argument("profile", metavar="PROFIEL.json", type=_PATH)
@click.option(
    "-o", "--output", metavar="CASUS.yaml", type=_PATH, help="Bestand dat wordt geschreven; anders het scherm."
)
@click.option("--id", "case_id", help="Kenmerk van de casus: geen naam, geen BSN.")
@click.option("--force", is_flag=True, help="Schrijf over een bestaand bestand heen.")
def read(profile: Path, output: Path | None, case_id: str | None, force: bool) -> None:
    """Lees een profiel als begin van een casus: werk, opleiding, talen, uren en reizen.

    Wie iemand is en alles over gezondheid wordt niet gelezen. Wat het profiel niet zeker zegt, wordt een vraag en komt
    niet in de casus.

    \b
    Voorbeeld:
      matcher vum read profiel.json -o casus.yaml
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.papers import case_id_of  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vum import read_vum_file  # noqa: PLC0415

    found = read_vum_file(profile, case_id or case_id_of(output.stem if output else "casus"))
    for line in (*found.questions_nl, *found.left_out_nl):
        click.echo(line, err=True)
    _put(found.as_yaml(), output, force=force)


@vum.command(short_help="Schrijf een profiel uit een casus.")
@CASE
@on_option
@click.option("--as", "own_id", metavar="KENMERK", required=True, help="Kenmerk waaronder u het profiel deelt.")
@click.option("--agreed", metavar="DATUM", type=Day(), required=True, help="Dag waarop de werknemer akkoord gaf.")
@click.option(
    "--work", metavar="CODE|TITEL", multiple=True, required=True, help="Gekozen werk, zoals isco:4226. Mag vaker."
)
@click.option(
    "-o", "--output", metavar="PROFIEL.json", type=_PATH, help="Bestand dat wordt geschreven; anders het scherm."
)
@click.option("--force", is_flag=True, help="Schrijf over een bestaand bestand heen.")
def write(
    case: Path, on: date, own_id: str, agreed: date, work: tuple[str, ...], output: Path | None, force: bool
) -> None:
    """Schrijf een profiel uit een casus, om te delen met wie mee naar werk zoekt.

    Er staat alleen in wat een nieuwe werkgever mag weten: werkervaring, opleiding, rijbewijs, talen, uren, reizen en
    het werk dat u samen kiest. Niets over gezondheid, en niets dat uit een grens volgt. Delen mag alleen als de
    werknemer akkoord is.

    \b
    Voorbeeld:
      matcher vum write casus.yaml --as deel-2026-7 --agreed 2026-11-20 --work isco:4226 -o profiel.json
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.lookup import find_occupation  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.vum import vum_profile  # noqa: PLC0415

    held, every = read_case(case).case, load_catalogue(level="all")
    chosen = [find_occupation(each, every).occupation for each in work]
    made = vum_profile(held, match(held, on), own_id=own_id, agreed_on=agreed, work=chosen, on=on)
    for line in made.notes_nl:
        click.echo(line, err=True)
    _put(json.dumps(made.profile, ensure_ascii=False, indent=1) + "\n", output, force=force)


def _put(text: str, output: Path | None, *, force: bool) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    if output.exists() and not force:
        raise DutchBadParameter("dit bestand bestaat al. Kies een andere naam of geef --force.", param_hint="--output")
    try:
        output.write_text(text, encoding="utf-8")
    except OSError:
        raise DutchBadParameter(
            "dit bestand is niet te schrijven. Kies een map die bestaat.", param_hint="--output"
        ) from None
    click.echo(f"Geschreven: {output.name}. Lees het na.")
