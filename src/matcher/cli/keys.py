"""`matcher keys`: keys of bureaus for the service."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from matcher.cli.dutch import DutchGroup

if TYPE_CHECKING:
    from matcher_service.access import KeyBook

_KEY = click.argument("key_id", metavar="SLEUTEL-ID")
_ONCE = "Bewaar deze sleutel nu. Hij is niet opnieuw te tonen."


@click.group(cls=DutchGroup, short_help="Sleutels van bureaus voor de service.")
def keys() -> None:
    """Sleutels van bureaus voor de service: alleen als hash, in MATCHER_STATE of in MATCHER_DATABASE_URL."""


@keys.command(short_help="Maak een sleutel.")
@click.argument("bureau")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(["match", "jobs", "index", "admin"]),
    multiple=True,
    required=True,
    help="Recht; mag vaker: match (coach), jobs (jobhunter), index (vacatures), admin (beheer).",
)
@click.option("--days", type=click.IntRange(1, 3650), help="Na zoveel dagen vervalt de sleutel.")
def create(bureau: str, scopes: tuple[str, ...], days: int | None) -> None:
    """Maak een sleutel voor een bureau. De sleutel is maar één keer te zien.

    \b
    Voorbeeld:
      matcher keys create voorbeeldbureau --scope match
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.access import Scope  # noqa: PLC0415 the library never needs the service

    with _book() as book:
        key = book.create(bureau, tuple(Scope(scope) for scope in scopes), days)
    click.echo(_ONCE, err=True)
    click.echo(key.whole)


@keys.command("list", short_help="Toon de sleutels.")
def show() -> None:
    """Toon elke sleutel: id, bureau, rechten, gemaakt en einde. Nooit de sleutel zelf.

    \b
    Voorbeeld:
      matcher keys list
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _book() as book:
        records = book.records()
    for record in records:
        ends = f"einde {record.ends[:16]}" if record.ends else "zonder einde"
        click.echo(
            f"{record.key_id}  {record.bureau:<20} {','.join(record.scopes):<18} gemaakt {record.created[:16]}, {ends}"
        )


@keys.command(short_help="Vervang een sleutel.")
@_KEY
@click.option(
    "--overlap-hours", type=click.IntRange(0, 720), default=0, show_default=True, help="Zo lang werkt de oude nog."
)
def rotate(key_id: str, overlap_hours: int) -> None:
    """Maak een sleutel met dezelfde rechten en laat de oude vervallen.

    \b
    Voorbeeld:
      matcher keys rotate abcd2345 --overlap-hours 24
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _book() as book:
        key = book.rotate(key_id, overlap_hours)
    click.echo(_ONCE, err=True)
    click.echo(key.whole)


@keys.command(short_help="Trek een sleutel in.")
@_KEY
def revoke(key_id: str) -> None:
    """Trek een sleutel in. Dat geldt meteen, ook voor sessies in een browser.

    \b
    Voorbeeld:
      matcher keys revoke abcd2345
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _book() as book:
        book.revoke(key_id)
    click.echo("De sleutel is ingetrokken.")


@keys.command(short_help="Maak een geheim voor een instelling.")
def secret() -> None:
    """Maak een geheim van 256 bits, voor MATCHER_AUDIT_KEY, MATCHER_STORE_KEY of MATCHER_SESSION_KEY.

    \b
    Voorbeeld:
      matcher keys secret
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.settings import new_secret  # noqa: PLC0415 the library never needs the service

    click.echo(new_secret())


@contextmanager
def _book() -> Iterator["KeyBook"]:
    from matcher_service.keeping import keys_of  # noqa: PLC0415 the library never needs the service

    # Keys come before the service can start, so the other settings are not asked for here.
    with keys_of(os.environ) as book:
        yield book
