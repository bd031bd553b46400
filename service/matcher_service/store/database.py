"""The file of the dossier store: its tables and how it is opened, so that what is acknowledged survives a power cut."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from matcher.errors import DataError

FORMAT = 1
_TABLES = """
CREATE TABLE dossier (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, keep_until TEXT NOT NULL,
    versions INTEGER NOT NULL, sealed_key BLOB NOT NULL, PRIMARY KEY (bureau, mark)
) STRICT;
CREATE TABLE version (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, key_id TEXT NOT NULL,
    sealed BLOB NOT NULL, PRIMARY KEY (bureau, mark, number),
    FOREIGN KEY (bureau, mark) REFERENCES dossier (bureau, mark) ON DELETE CASCADE
) STRICT;
CREATE TABLE access (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL, key_id TEXT NOT NULL, action TEXT NOT NULL,
    FOREIGN KEY (bureau, mark) REFERENCES dossier (bureau, mark) ON DELETE CASCADE
) STRICT;
CREATE INDEX access_of ON access (bureau, mark);
CREATE INDEX dossier_ends ON dossier (keep_until);
"""
_WAIT_S = 10.0


def prepare(path: Path) -> None:
    """Make the file with its tables when it is not there, for its owner only.

    Args:
        path: the file.

    Raises:
        DataError: the file has another format.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    with closing(_connect(path)) as database, database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("BEGIN EXCLUSIVE")  # several workers start at once
        found = database.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            for statement in filter(str.strip, _TABLES.split(";")):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {FORMAT}")
        elif found != FORMAT:
            raise DataError("De dossieropslag is van een andere versie van matcher. Zie docs/operating.md, bijwerken.")


@contextmanager
def transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for one change or reading; all or nothing, and on disk when it ends.

    Args:
        path: the file.
    """
    with closing(_connect(path)) as database:
        database.execute("BEGIN IMMEDIATE")
        with database:
            yield database


def wipe_traces(path: Path) -> None:
    """Bring what was erased out of the side file too.

    Args:
        path: the file.
    """
    with closing(_connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_to(path: Path, backup: Path) -> None:
    """Make a whole copy while the service runs.

    Args:
        path: the file.
        backup: where the copy goes.
    """
    with closing(_connect(path)) as database, closing(sqlite3.connect(backup)) as copy:
        database.backup(copy)
    backup.chmod(0o600)


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")
    return database
