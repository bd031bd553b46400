"""`matcher document KIND CASE`: write one document for one reader."""

from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import DutchBadParameter, DutchCommand, on_option

_KINDS = [
    "persoonsprofiel", "zoekprofiel", "plan", "suitability", "questions", "progress", "closing", "explanation",
    "profile",
]  # fmt: skip
_READERS = ["worker", "coach", "labour-expert", "doctor", "current-employer", "new-employer"]
_FORMATS = ["docx", "pdf", "html", "md"]
_PATH = click.Path(path_type=Path)


@click.command(cls=DutchCommand, short_help="Schrijf een stuk voor één lezer (Word, PDF, HTML).")
@click.argument("kind", metavar="STUK", type=click.Choice(_KINDS))
@click.argument("case", metavar="CASE", type=_PATH)
@on_option
@click.option("--audience", type=click.Choice(_READERS), required=True, help=f"Lezer: {', '.join(_READERS)}.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="docx, pdf, html of md; anders wat de naam zegt.")
@click.option("-o", "--output", "target", type=_PATH, required=True, help="Bestand dat wordt geschreven.")
@click.option("--identity", type=_PATH, help="Bestand met namen (YAML), alleen voor dit stuk.")
@click.option("--style", type=_PATH, help="Map met de huisstijl van het bureau.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", help="nl; explanation ook en.")
@click.option(
    "--work",
    metavar="CODE|TITEL",
    multiple=True,
    help="Alleen bij profile: het werk waarvoor dit profiel is, zoals isco:4226. Mag vaker.",
)
@click.option(
    "--consent",
    metavar="VACATURE",
    help="Alleen bij profile: de vacature waarvoor de werknemer toestemming gaf. Dan staan de voorwaarden erin.",
)
@click.option("--force", is_flag=True, help="Schrijf over een bestaand bestand heen.")
def document(
    kind: str,
    case: Path,
    on: date,
    audience: str,
    form: str | None,
    target: Path,
    identity: Path | None,
    style: Path | None,
    language: str,
    work: tuple[str, ...],
    consent: str | None,
    force: bool,
) -> None:
    """Schrijf een stuk voor één lezer. Er is geen standaardlezer: kies zelf voor wie het is.

    \b
    STUK is een van:
      persoonsprofiel  waar het zoeken begint (coach, worker, current-employer)
      zoekprofiel      waar naar wordt gezocht (ook labour-expert)
      plan             re-integratieplan met data (coach, worker, current-employer)
      suitability      belasting naast belastbaarheid (labour-expert, coach)
      questions        open vragen (doctor); zonder vragen komt er geen brief
      progress         voortgang (coach, current-employer)
      closing          eindrapportage (coach, current-employer)
      explanation      uitleg (worker)
      profile          profiel voor een nieuwe werkgever (new-employer)

    Het bestand wordt na het schrijven teruggelezen. Staat er iets in dat de lezer niet mag zien, dan komt er geen
    bestand. Lees het stuk zelf na voordat het weggaat.

    In een profiel voor een nieuwe werkgever staan geen voorwaarden aan het werk, en alleen het werk dat u met --work
    noemt: een lijst die uit de voorwaarden volgt, zou iets over de persoon zeggen. Gaf de werknemer voor één vacature
    toestemming, en staat die in de casus (track.consents), geef dan --consent met het kenmerk van die vacature.

    \b
    Voorbeeld:
      matcher document plan casus.yaml --audience current-employer -o plan.docx
      matcher document profile casus.yaml --audience new-employer --work isco:4226 -o profiel.docx
      matcher document profile casus.yaml --audience new-employer --consent VAC-12 -o profiel.docx
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.documents import (  # noqa: PLC0415
        NOBODY,
        PLAIN,
        FileFormat,
        Kind,
        build_document,
        read_identity,
        read_style,
        write_document,
    )
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.lookup import find_occupation  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.prose import Audience  # noqa: PLC0415
    from matcher.receipt import begin_hashing  # noqa: PLC0415

    form = form or _named(target) or "docx"
    if _named(target) not in (None, form):
        raise DutchBadParameter(
            f"de naam eindigt op {_named(target)}, maar --format zegt {form}. Kies er één.", param_hint="--output"
        )
    if target.exists() and not force:
        raise DutchBadParameter("dit bestand bestaat al. Kies een andere naam of geef --force.", param_hint="--output")
    begin_hashing()
    read, catalogue = read_case(case).case, load_catalogue()
    names = NOBODY if identity is None else read_identity(identity)
    house = PLAIN if style is None else read_style(style)
    sought = tuple(find_occupation(each, catalogue).occupation.id for each in work)
    found = match(read, on, catalogue)
    built = build_document(
        Kind(kind),
        found,
        read,
        catalogue,
        Audience(audience),
        identity=names,
        language=language,
        work=sought,
        consent=consent,
    )
    made = write_document(built, read, FileFormat(form), house)
    try:
        target.write_bytes(made)
    except OSError as error:
        raise DutchBadParameter(
            "dit bestand is niet te schrijven. Kies een map die bestaat.", param_hint="--output"
        ) from error
    click.echo(
        f"{built.title} voor {audience} is geschreven ({form}, {len(made)} bytes). Lees het na voor het weggaat."
    )


def _named(target: Path) -> str | None:
    """Answer the format that the name of a file tells; None when it tells none of ours."""
    suffix = target.suffix.lower().removeprefix(".")
    return suffix if suffix in _FORMATS else None
