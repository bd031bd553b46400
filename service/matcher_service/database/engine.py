"""A database that is open: one transaction at a time per caller, all or nothing, on disk when it ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolEmpty

from matcher.errors import DataError
from matcher_service.database.address import Address
from matcher_service.database.upgrading import is_newest, revision_of, roll_back, upgrade
from matcher_service.errors import StorageUnreachable

_WAIT_S = 10
# Per process; the default of PostgreSQL is 100 for all together.
_POOL: dict[str, Any] = {"pool_size": 8, "max_overflow": 0, "pool_timeout": _WAIT_S, "hide_parameters": True}
# What is acknowledged is on the server's disk, whatever the server's own default is; who hangs lets go of its locks.
_SERVER_OPTIONS = (
    f"-c synchronous_commit=on -c lock_timeout={_WAIT_S}s -c statement_timeout={3 * _WAIT_S}s "
    f"-c idle_in_transaction_session_timeout={_WAIT_S}s -c tcp_keepalives_idle={_WAIT_S} "
    "-c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c timezone=UTC"
)
_BEGIN = "matcher_begin"
_PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")


class Database:
    """One database. Nothing is opened before the first use.

    Args:
        address: where it is.
    """

    def __init__(self, address: Address) -> None:
        self._address = address
        self._engine = _server(address) if address.file is None else _embedded(address)
        options = {"isolation_level": "REPEATABLE READ"} if address.file is None else {_BEGIN: "BEGIN DEFERRED"}
        self._reader = self._engine.execution_options(**options)

    @property
    def file(self) -> Path | None:
        """Answer the file of an embedded database, or None when the database is a server."""
        return self._address.file

    def prepare(self) -> None:
        """Make the tables, or bring older ones to the last revision. Several processes may do this at once.

        Raises:
            DataError: a later version of matcher made the tables; nothing was changed.
            StorageUnreachable: the database cannot be reached.
        """
        path = self._address.file
        if path is not None:
            _make_file(path)
        with self._one_at_a_time() as connection:
            if not is_newest(connection):
                upgrade(connection)

    def revision(self) -> str | None:
        """Answer the revision of the tables, or None when there are none yet.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        if self.file is not None and not self.file.exists():
            return None
        with self.reading() as connection:
            return revision_of(connection)

    def roll_back(self, revision: str) -> None:
        """Bring the tables back to an earlier revision, for an earlier version of matcher.

        Args:
            revision: its number, e.g. `0002`.

        Raises:
            InputError: there is no such revision, or something would be lost that the earlier one cannot hold.
            DataError: a later version of matcher made the tables.
        """
        with self._one_at_a_time() as connection:
            roll_back(connection, revision)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open the database for one change; all or nothing, and on disk when it ends.

        Nothing is ever tried a second time: who gets an error does not know whether it was written, so nobody was told.

        Raises:
            StorageUnreachable: the database cannot be reached, or waited too long for another.
        """
        with _told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open the database for reading only; everything that is read is of one moment, and nobody has to wait.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        with _told(), self._reader.begin() as connection:
            yield connection

    def hold_off(self, connection: Connection, table: Table) -> None:
        """Let nobody else change a table, or hold a row of it, until this transaction ends; reading goes on.

        Who holds a row is waited for, so do not hold one yourself: two that both do would wait for each other.

        Args:
            connection: the transaction.
            table: the table.
        """
        if self.file is None:  # an embedded database lets in one writer by itself
            connection.exec_driver_sql(f"LOCK TABLE {table.name} IN EXCLUSIVE MODE")

    def wipe_traces(self) -> None:
        """Bring what was erased out of the side file of an embedded database too; a server does this by itself."""
        if self.file is None:
            return
        with _told(), closing(sqlite3.connect(self.file, timeout=_WAIT_S)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _one_at_a_time(self) -> Iterator[Connection]:
        with self.transaction() as connection:
            if self.file is None:  # an embedded database lets in one writer by itself
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('matcher revisions'))")
            yield connection


@contextmanager
def _told() -> Iterator[None]:
    """Tell an error of the database without its own text: that may name hosts, users and values."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolEmpty, sqlite3.OperationalError) as error:
        raise StorageUnreachable from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise DataError("De opslag weigert dit. Controleer met 'matcher store check'.") from error
    except SQLAlchemyError as error:
        raise StorageUnreachable from error


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise StorageUnreachable from error
    with _told(), closing(sqlite3.connect(path, timeout=_WAIT_S)) as database:
        database.execute("PRAGMA journal_mode = WAL")


def _server(address: Address) -> Engine:
    settings = {"connect_timeout": _WAIT_S, "options": _SERVER_OPTIONS, "application_name": "matcher"}
    return create_engine(address.url, connect_args=settings, pool_pre_ping=True, **_POOL)


def _embedded(address: Address) -> Engine:
    engine = create_engine(address.url, connect_args={"timeout": _WAIT_S}, **_POOL)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(database: sqlite3.Connection, _record: Any) -> None:
    database.isolation_level = None  # transactions begin where we say so, below
    for pragma in _PRAGMAS:
        database.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))
