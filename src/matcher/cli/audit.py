"""`matcher audit`: check the audit log of the service."""

import os
from pathlib import Path

import click

from matcher.cli.dutch import DutchGroup, DutchUsageError
from matcher.errors import InputError


@click.group(cls=DutchGroup, short_help="Het auditlog van de service.")
def audit() -> None:
    """Het auditlog van de service."""


@audit.command(short_help="Controleer dat niemand het auditlog heeft gewijzigd.")
@click.argument("file", metavar="[BESTAND]", required=False, type=click.Path(path_type=Path))
@click.option("--head", metavar="NUMMER:KENMERK", help="Laatste regel die u eerder hebt genoteerd.")
def verify(file: Path | None, head: str | None) -> None:
    """Controleer de keten van het auditlog, van de eerste tot de laatste regel.

    Noteer af en toe elders de laatste regel, en geef die mee met --head: zo blijkt ook of er aan het eind regels weg
    zijn. Uitkomst 0: de keten klopt. Uitkomst 1: de keten klopt niet.

    \b
    Voorbeeld:
      matcher audit verify
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.audit import Head, verify_chain  # noqa: PLC0415 the library never needs the service
    from matcher_service.keeping import verify_kept  # noqa: PLC0415
    from matcher_service.settings import read_settings  # noqa: PLC0415

    settings = read_settings(os.environ)
    if settings.audit_key is None:
        raise InputError("Zet MATCHER_AUDIT_KEY, en MATCHER_STATE of MATCHER_DATABASE_URL, zoals de service ze heeft.")
    known = None if head is None else Head.read(head)
    if head is not None and known is None:
        raise DutchUsageError("Schrijf --head als NUMMER:KENMERK, zoals deze opdracht hem toont.")
    found = verify_kept(settings, known) if file is None else verify_chain(file, settings.audit_key, known)
    click.echo(f"Regels: {found.lines}. Laatste regel: {found.head}")
    if found.torn_bytes:
        click.echo("De laatste regel is half geschreven. Die was nog niet bevestigd; de service ruimt hem op.")
    if found.broken is not None:
        click.echo(f"De keten klopt niet. Regel {found.broken.line}: {found.broken.problem_nl}", err=True)
    elif found.known_head_found is False:
        click.echo("De keten klopt niet: de genoteerde regel staat er niet in. Er zijn regels weg.", err=True)
    else:
        click.echo("De keten klopt.")
    click.get_current_context().exit(0 if found.holds else 1)
