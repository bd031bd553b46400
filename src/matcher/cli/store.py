"""`matcher store`: the dossier store of the service, for whoever runs it."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.dutch import DutchGroup
from matcher.errors import InputError

if TYPE_CHECKING:
    from matcher_service.database import Database
    from matcher_service.keeping import Keeping
    from matcher_service.store import Dossiers


@click.group(cls=DutchGroup, short_help="De opslag van de service.")
def store() -> None:
    """De opslag van de service: reservekopie, bewaartermijn, andere sleutel, andere plaats, terug naar vroeger."""


@store.command(short_help="Maak een reservekopie terwijl de service draait.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Maak een reservekopie van alle dossiers. Zonder de sleutel is die niet te lezen.

    Van een database (MATCHER_DATABASE_URL) gaan de sleutels van bureaus, het auditlog en de vacatures mee.

    \b
    Voorbeeld:
      matcher store backup dossiers-kopie.sqlite3
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.keeping import back_up  # noqa: PLC0415 the library never needs the service

    with _database() as database:
        back_up(database, file)
    click.echo("De reservekopie is gemaakt.")


@store.command(short_help="Wis dossiers waarvan de bewaartermijn voorbij is.")
def purge() -> None:
    """Wis dossiers waarvan de laatste dag voorbij is. De service doet dit zelf ook, elk uur.

    \b
    Voorbeeld:
      matcher store purge
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _dossiers() as dossiers:
        click.echo(f"Gewist: {len(dossiers.purge())}.")


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
    with _dossiers() as dossiers:
        click.echo(f"Dossiers met de andere sleutel: {dossiers.rekey(fresh)}. Start de service nu daarmee.")


@store.command(short_help="Toon of de opslag er is en klopt.")
def check() -> None:
    """Toon welke opslag er is, of zij te bereiken is, en hoeveel erin staat. Wijzigt niets.

    \b
    Voorbeeld:
      matcher store check
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _database() as database:
        kind = "PostgreSQL" if database.file is None else "bestand (SQLite)"
        revision = database.revision() or "nog leeg"
    click.echo(f"Opslag: {kind}. Revisie: {revision}. De opslag is te bereiken.")


@store.command(short_help="Verhuis alles naar een andere database.")
def move() -> None:
    """Zet dossiers, sleutels, auditlog en vacatures over naar de lege database van MATCHER_DATABASE_URL_NEXT.

    Stop eerst de service. De oude opslag blijft zoals zij is. Start daarna met dat adres als MATCHER_DATABASE_URL.

    \b
    Voorbeeld:
      matcher store move
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.database import Database  # noqa: PLC0415 the library never needs the service
    from matcher_service.keeping import move as move_everything  # noqa: PLC0415
    from matcher_service.settings import read_places, read_settings  # noqa: PLC0415

    settings, following = read_settings(os.environ), read_places(_next_database())
    if settings.keeps_nothing or following.database_url is None:
        raise InputError("Zet MATCHER_STATE of MATCHER_DATABASE_URL als nu, en MATCHER_DATABASE_URL_NEXT voor straks.")
    with closing(Database(following.database_url)) as target, _database() as source:
        target.prepare()
        folder = settings.state if settings.database_url is None else None
        moved = move_everything(folder or source, target)
    click.echo(f"Overgezet: {moved.dossiers} dossiers, {moved.keys} sleutels, {moved.lines} regels van het auditlog.")
    click.echo(f"Vacatures: {moved.vacancies}.")
    click.echo("Start de service nu met dat adres als MATCHER_DATABASE_URL.")


@store.command(short_help="Zet de vacatures van een index in de database.")
@click.argument("bureau", metavar="BUREAU")
@click.argument("folder", metavar="INDEX", type=click.Path(path_type=Path))
def fill(bureau: str, folder: Path) -> None:
    """Zet alle vacatures van een index bij die van een bureau in de database van MATCHER_DATABASE_URL.

    De service mag blijven draaien. Een vacature die er al was, wordt vervangen en houdt haar eerste dag.

    \b
    Voorbeeld:
      matcher index build vacatures.csv mijn-index
      matcher store fill voorbeeldbureau mijn-index
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.vacancies import open_index  # noqa: PLC0415 heavy, only when this command runs
    from matcher_service.keeping import fill as fill_table  # noqa: PLC0415 the library never needs the service

    with _keeping() as keeping:
        if keeping.vacancy_table is None:
            raise InputError(
                "Zonder MATCHER_DATABASE_URL staan de vacatures in bestanden. Gebruik dan: matcher index build."
            )
        index = open_index(folder)
        keeping.prepare()
        in_all = fill_table(keeping.vacancy_table, bureau, index)
    click.echo(f"Vacatures van {bureau} in de database: {in_all}.")


@store.command(short_help="Schrijf alles uit de database als bestanden.")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def export(folder: Path) -> None:
    """Schrijf dossiers, sleutels, auditlog en vacatures als bestanden, voor een service zonder database.

    \b
    Voorbeeld:
      matcher store export terug
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service.keeping import export as export_everything  # noqa: PLC0415 the library never needs it

    with _database() as database:
        moved = export_everything(database, folder)
    click.echo(f"Geschreven: {moved.dossiers} dossiers, {moved.keys} sleutels, {moved.lines} regels van het auditlog.")
    click.echo(f"Vacatures: {moved.vacancies}.")


@store.command(short_help="Zet de opslag terug voor een eerdere versie van matcher.")
@click.argument("revision", metavar="REVISIE")
def rollback(revision: str) -> None:
    """Zet de tabellen terug naar een eerdere revisie; wat erin staat blijft. Stop eerst de service.

    \b
    Voorbeeld:
      matcher store rollback 0002
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    with _database() as database:
        database.roll_back(revision)
    click.echo(f"De opslag is terug op revisie {revision}. Start nu de versie van matcher die daarbij hoort.")


def _next_database() -> dict[str, str]:
    return {
        f"MATCHER_DATABASE_URL{file}": os.environ.get(f"MATCHER_DATABASE_URL_NEXT{file}", "") for file in ("", "_FILE")
    }


@contextmanager
def _keeping() -> Iterator["Keeping"]:
    from matcher_service.keeping import Keeping  # noqa: PLC0415 the library never needs the service
    from matcher_service.settings import read_settings  # noqa: PLC0415

    with closing(Keeping(read_settings(os.environ))) as keeping:
        yield keeping


@contextmanager
def _database() -> Iterator["Database"]:
    with _keeping() as keeping:
        if keeping.database is None:
            raise InputError("Zet MATCHER_STATE of MATCHER_DATABASE_URL zoals de service ze heeft.")
        yield keeping.database


@contextmanager
def _dossiers() -> Iterator["Dossiers"]:
    with _keeping() as keeping:
        dossiers = keeping.dossiers()
        if dossiers is None:
            raise InputError(
                "Zet MATCHER_STORE_KEY, en MATCHER_STATE of MATCHER_DATABASE_URL, zoals de service ze heeft."
            )
        keeping.prepare()
        yield dossiers
