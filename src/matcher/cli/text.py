"""`matcher text CASE`: the two-paragraph text of the zoekprofiel."""

import textwrap
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, on_option

_READERS = ["worker", "coach", "labour-expert", "current-employer", "new-employer"]
_WIDTH = 80


@click.command(cls=DutchCommand, short_help="Schrijf de profieltekst in twee alinea's.")
@CASE
@on_option
@click.option("--audience", type=click.Choice(_READERS), default="coach", help=f"Lezer: {', '.join(_READERS)}.")
@click.option(
    "--sources", is_flag=True, help="Toon ook per zin waar die vandaan komt; die lijst is alleen voor de coach."
)
def text(case: Path, on: date, audience: str, sources: bool) -> None:
    """Schrijf de profieltekst van 150 tot 225 woorden, in twee alinea's, voor één lezer.

    De tekst noemt geen grenzen in cijfers en geen lichaamsdelen. Wat de lezer niet mag zien, staat er niet in. Vindt
    de controle iets, dan staat dat onder de tekst en is de uitkomst van de opdracht 1.

    \b
    Voorbeeld:
      matcher text casus.yaml --on 2026-11-22
      matcher text casus.yaml --audience current-employer --sources
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import decided  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.prose import Audience, compose_text, lint_text  # noqa: PLC0415

    read, catalogue = read_case(case).case, load_catalogue()
    reader = Audience(audience)
    composed = compose_text(decided(match(read, on, catalogue), read, catalogue), read, reader)
    click.echo("\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in composed.text.split("\n\n")))
    if composed.left_out and reader is Audience.COACH:
        left = ", ".join(composed.left_out)
        note = f"Voor de coach, geen deel van de tekst: zonder plaats in de tekst bleven {left}."
        click.echo(textwrap.fill(note, _WIDTH), err=True)
    if sources:
        click.echo("\nHERKOMST PER ZIN (alleen voor de coach)")
        for sentence in composed.sentences:
            refs = dict.fromkeys(ref for piece in sentence.fragments for ref in piece.source_ref.split(", "))
            click.echo(textwrap.fill(f"{sentence.text} [{', '.join(refs)}]", _WIDTH, subsequent_indent="  "))
    found = lint_text(composed, reader)
    if found:
        click.echo("")
        for fault in found:
            click.echo(f"{fault.code} ({fault.where}): {fault.problem_nl}", err=True)
        click.get_current_context().exit(1)
