"""`matcher store`: the dossier store of the service, for whoever runs it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.dutch import DutchGroup
from matcher.errors import InputError

if TYPE_CHECKING:
    from matcher_service.store import Dossiers


@click.group(cls=DutchGroup, short_help="De dossieropslag van de service.")
def store() -> None:
    """De dossieropslag van de service: reservekopie, wissen na de bewaartermijn, een andere sleutel."""


@store.command(short_help="Maak een reservekopie terwijl de service draait.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Maak een reservekopie van alle dossiers. Zonder de sleutel is die niet te lezen.

    \b
    Voorbeeld:
      matcher store backup dossiers-kopie.sqlite3
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    _dossiers().backup(file)
    click.echo("De reservekopie is gemaakt.")


@store.command(short_help="Wis dossiers waarvan de bewaartermijn voorbij is.")
def purge() -> None:
    """Wis dossiers waarvan de laatste dag voorbij is. De service doet dit zelf ook, elk uur.

    \b
    Voorbeeld:
      matcher store purge
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    click.echo(f"Gewist: {len(_dossiers().purge())}.")


@store.command(short_help="Zet een andere sleutel op de dossiers.")
def rekey() -> None:
    """Zet de sleutel van MATCHER_STORE_KEY_NEXT op alle dossiers, in plaats van die van MATCHER_STORE_KEY.

    Stop eerst de service. Start haar daarna met de andere sleutel als MATCHER_STORE_KEY.

    \b
    Voorbeeld:
      matcher store rekey
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.settings import read_secret  # noqa: PLC0415 the library never needs the service

    fresh = read_secret(os.environ, "MATCHER_STORE_KEY_NEXT")
    click.echo(f"Dossiers met de andere sleutel: {_dossiers().rekey(fresh)}. Start de service nu daarmee.")


def _dossiers() -> "Dossiers":
    from matcher_service.settings import read_settings  # noqa: PLC0415 the library never needs the service
    from matcher_service.store import Dossiers, dossiers_file  # noqa: PLC0415

    settings = read_settings(os.environ)
    if settings.state is None or settings.store_key is None:
        raise InputError("Zet MATCHER_STATE en MATCHER_STORE_KEY zoals de service ze heeft.")
    return Dossiers(dossiers_file(settings.state), settings.store_key)
