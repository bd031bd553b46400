"""From one revision of the tables to another, in one transaction: all or nothing, filled or not."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from matcher.errors import DataError, InputError

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
_FIRST = "0001"  # as files were before revisions had numbers
_STAMP = "alembic_version"
_FORMATS = (0, 1, 2)  # what the file of an embedded database says of itself: an earlier matcher looks only at that


def is_newest(connection: Connection) -> bool:
    """Answer whether the tables are of the last revision.

    Raises:
        DataError: a later version of matcher made them.
    """
    _refuse_later(connection)
    return revision_of(connection) == _newest()


def upgrade(connection: Connection) -> None:
    """Bring the tables to the last revision; a file from before revisions had numbers is recognised.

    Args:
        connection: in a transaction, with nobody else busy with the tables.

    Raises:
        DataError: a later version of matcher made the tables.
    """
    from alembic import command  # noqa: PLC0415 takes a tenth of a second, and most starts change nothing

    _refuse_later(connection)
    config = _config(connection)
    if revision_of(connection) is None and inspect(connection).has_table("dossier"):
        command.stamp(config, _FIRST)
    command.upgrade(config, "head")


def roll_back(connection: Connection, revision: str) -> None:
    """Bring the tables back to an earlier revision.

    Args:
        connection: in a transaction, with nobody else busy with the tables.
        revision: its number.

    Raises:
        InputError: there is no such revision behind the present one.
        DataError: a later version of matcher made the tables.
    """
    from alembic import command  # noqa: PLC0415 only where it is used

    _refuse_later(connection)
    present = revision_of(connection)
    if present is None or revision not in revisions() or revision > present:
        raise InputError(f"Die revisie is er niet. Kies er een tot en met de huidige: {', '.join(revisions())}.")
    command.downgrade(_config(connection), revision)


def revision_of(connection: Connection) -> str | None:
    """Answer the revision of the tables, or None when they have none yet.

    Args:
        connection: in a transaction.
    """
    if not inspect(connection).has_table(_STAMP):
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {_STAMP}").scalar()  # noqa: S608 our own name
    return None if found is None else str(found)


def revisions() -> tuple[str, ...]:
    """Answer the numbers of all revisions, the first one first."""
    return tuple(sorted(path.stem[1:5] for path in (_MIGRATIONS / "versions").glob("r[0-9]*.py")))


def _newest() -> str:
    return revisions()[-1]


def _refuse_later(connection: Connection) -> None:
    stamped = revision_of(connection)
    written = 0
    if connection.dialect.name == "sqlite":
        written = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if (stamped is not None and stamped not in revisions()) or written not in _FORMATS:
        raise DataError(
            "De opslag is door een latere versie van matcher gemaakt. Installeer die, of zet de opslag daarmee terug: "
            "'matcher store rollback'. Er is niets gewijzigd. Zie docs/operating.md. / A later version of matcher made "
            "this storage; nothing was changed."
        )


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 only where it is used

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
