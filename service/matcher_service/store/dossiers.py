"""Storing, reading, exporting and erasing dossiers. Every look at a dossier is written down with it."""

import base64
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from matcher import Case
from matcher_service.errors import DossierChanged, DossierNotHere
from matcher_service.store.database import copy_to, prepare, transaction, wipe_traces
from matcher_service.store.sealing import new_content_key, seal, unseal
from matcher_service.store.values import Access, DossierLine, Holder, StoredCase, Version, case_bytes, plain_case

_MARK_BYTES = 16


def dossiers_file(state: Path) -> Path:
    """Answer where the dossiers lie."""
    return state / "dossiers.sqlite3"


class Dossiers:
    """The dossiers of all bureaus; every call names one bureau and sees no other.

    Args:
        path: the file; made when it does not exist.
        key: secret that seals the keys of the dossiers.
        now: answers the moment, in UTC.
    """

    def __init__(self, path: Path, key: bytes, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._key = key
        self._now = now
        prepare(path)

    def create(self, holder: Holder, case: Case, keep_until: date) -> Version:
        """Store a case as a dossier of its own.

        Args:
            holder: whose, and who stores it.
            case: the case as it was read; withheld texts are not in it.
            keep_until: last day on which it is kept.
        """
        mark, content_key, at = _new_mark(), new_content_key(), self._at()
        sealed_key = seal(self._key, content_key, f"{holder.bureau}/{mark}")
        with transaction(self._path) as database:
            database.execute(
                "INSERT INTO dossier VALUES (?, ?, ?, ?, ?, 0, ?)",
                (holder.bureau, mark, at, at, keep_until.isoformat(), sealed_key),
            )
            return self._add(database, holder, mark, content_key, case, at)

    def add(self, holder: Holder, mark: str, case: Case, after: int) -> Version:
        """Store a further version.

        Args:
            holder: whose, and who stores it.
            mark: the dossier.
            case: the case as it was read.
            after: the version that the change was made on; it must still be the last.

        Raises:
            DossierNotHere: this bureau has no such dossier.
            DossierChanged: there is a later version.
        """
        with transaction(self._path) as database:
            row = self._row(database, holder, mark)
            if row["versions"] != after:
                raise DossierChanged(row["versions"])
            return self._add(database, holder, mark, self._content_key(row), case, self._at())

    def read(self, holder: Holder, mark: str, number: int | None = None, action: str = "read") -> StoredCase:
        """Answer one version, the last when no number is given, and write down who looked.

        Args:
            holder: whose, and who looks.
            mark: the dossier.
            number: the version.
            action: what for, a stable word.

        Raises:
            DossierNotHere: this bureau has no such dossier or version.
        """
        with transaction(self._path) as database:
            row = self._row(database, holder, mark)
            found = self._version(database, row, number or row["versions"])
            self._note(database, holder, mark, action)
            return found

    def listed(self, holder: Holder, offset: int, limit: int) -> tuple[tuple[DossierLine, ...], int]:
        """Answer a part of the dossiers of a bureau, the last changed first, and how many there are.

        Args:
            holder: whose.
            offset: how many come before the part.
            limit: how many at most.
        """
        here = (holder.bureau, self._today().isoformat())
        with transaction(self._path) as database:
            total = database.execute(
                "SELECT count(*) FROM dossier WHERE bureau = ? AND keep_until >= ?", here
            ).fetchone()[0]
            rows = database.execute(
                "SELECT * FROM dossier WHERE bureau = ? AND keep_until >= ? ORDER BY changed DESC, mark "
                "LIMIT ? OFFSET ?",
                (*here, limit, offset),
            ).fetchall()
        return tuple(_line(row) for row in rows), int(total)

    def keep(self, holder: Holder, mark: str, keep_until: date) -> DossierLine:
        """Set the last day on which a dossier is kept.

        Args:
            holder: whose, and who asks.
            mark: the dossier.
            keep_until: that day.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with transaction(self._path) as database:
            self._row(database, holder, mark)
            database.execute(
                "UPDATE dossier SET keep_until = ? WHERE bureau = ? AND mark = ?",
                (keep_until.isoformat(), holder.bureau, mark),
            )
            self._note(database, holder, mark, "retention")
            return _line(self._row(database, holder, mark))

    def accesses(self, holder: Holder, mark: str) -> tuple[Access, ...]:
        """Answer who did what with a dossier, oldest first; asking is written down too.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with transaction(self._path) as database:
            self._row(database, holder, mark)
            self._note(database, holder, mark, "accesses")
            return self._accesses(database, holder, mark)

    def export(self, holder: Holder, mark: str) -> dict[str, Any]:
        """Answer everything that is kept in a dossier: every version, and who did what.

        Args:
            holder: whose, and who asks.
            mark: the dossier.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with transaction(self._path) as database:
            row = self._row(database, holder, mark)
            self._note(database, holder, mark, "export")
            stored = [self._version(database, row, number) for number in range(1, row["versions"] + 1)]
            return {
                "schema": "matcher/dossier-export/1",
                "dossier": asdict(_line(row)),
                "versions": [
                    {
                        "number": one.version.number,
                        "at": one.version.at,
                        "key_id": one.version.key_id,
                        "case": plain_case(one.case),
                    }
                    for one in stored
                ],
                "accesses": [asdict(access) for access in self._accesses(database, holder, mark)],
            }

    def erase(self, holder: Holder, mark: str) -> None:
        """Erase a dossier with all its versions, its key and its list of accesses.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with transaction(self._path) as database:
            self._row(database, holder, mark)
            database.execute("DELETE FROM dossier WHERE bureau = ? AND mark = ?", (holder.bureau, mark))
        wipe_traces(self._path)

    def purge(self) -> tuple[tuple[str, str], ...]:
        """Erase every dossier whose last day has passed. Answer bureau and mark of each."""
        today = (self._today().isoformat(),)
        with transaction(self._path) as database:
            rows = database.execute("SELECT bureau, mark FROM dossier WHERE keep_until < ?", today).fetchall()
            database.execute("DELETE FROM dossier WHERE keep_until < ?", today)
        if rows:
            wipe_traces(self._path)
        return tuple((row["bureau"], row["mark"]) for row in rows)

    def rekey(self, fresh: bytes) -> int:
        """Seal the keys of all dossiers with another key, all or none. Answer how many there were.

        Args:
            fresh: the other key; the service must be started with it from now on.
        """
        with transaction(self._path) as database:
            rows = database.execute("SELECT bureau, mark, sealed_key FROM dossier").fetchall()
            for row in rows:
                sealed = seal(fresh, self._content_key(row), f"{row['bureau']}/{row['mark']}")
                database.execute(
                    "UPDATE dossier SET sealed_key = ? WHERE bureau = ? AND mark = ?",
                    (sealed, row["bureau"], row["mark"]),
                )
        self._key = fresh
        wipe_traces(self._path)
        return len(rows)

    def backup(self, to: Path) -> None:
        """Make a whole copy of the file while the service runs. It holds nothing readable without the key.

        Args:
            to: where the copy goes.
        """
        copy_to(self._path, to)

    def _add(
        self, database: sqlite3.Connection, holder: Holder, mark: str, content_key: bytes, case: Case, at: str
    ) -> Version:
        number = (
            1
            + database.execute(
                "SELECT versions FROM dossier WHERE bureau = ? AND mark = ?", (holder.bureau, mark)
            ).fetchone()[0]
        )
        sealed = seal(content_key, case_bytes(case), _place(holder.bureau, mark, number))
        database.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)", (holder.bureau, mark, number, at, holder.key_id, sealed)
        )
        database.execute(
            "UPDATE dossier SET versions = ?, changed = ? WHERE bureau = ? AND mark = ?",
            (number, at, holder.bureau, mark),
        )
        self._note(database, holder, mark, "store")
        return Version(mark, number, at, holder.key_id)

    def _row(self, database: sqlite3.Connection, holder: Holder, mark: str) -> sqlite3.Row:
        """Answer the row of a dossier of this bureau that is still kept."""
        row: sqlite3.Row | None = database.execute(
            "SELECT * FROM dossier WHERE bureau = ? AND mark = ? AND keep_until >= ?",
            (holder.bureau, mark, self._today().isoformat()),
        ).fetchone()
        if row is None:
            raise DossierNotHere
        return row

    def _version(self, database: sqlite3.Connection, row: sqlite3.Row, number: int) -> StoredCase:
        bureau, mark = row["bureau"], row["mark"]
        found = database.execute(
            "SELECT * FROM version WHERE bureau = ? AND mark = ? AND number = ?", (bureau, mark, number)
        ).fetchone()
        if found is None:
            raise DossierNotHere
        content = unseal(self._content_key(row), found["sealed"], _place(bureau, mark, number))
        version = Version(mark, number, found["at"], found["key_id"])
        return StoredCase(version, date.fromisoformat(row["keep_until"]), Case.model_validate_json(content))

    def _content_key(self, row: sqlite3.Row) -> bytes:
        return unseal(self._key, row["sealed_key"], f"{row['bureau']}/{row['mark']}")

    def _note(self, database: sqlite3.Connection, holder: Holder, mark: str, action: str) -> None:
        database.execute(
            "INSERT INTO access VALUES (?, ?, ?, ?, ?)", (holder.bureau, mark, self._at(), holder.key_id, action)
        )

    @staticmethod
    def _accesses(database: sqlite3.Connection, holder: Holder, mark: str) -> tuple[Access, ...]:
        rows = database.execute(
            "SELECT at, key_id, action FROM access WHERE bureau = ? AND mark = ? ORDER BY rowid", (holder.bureau, mark)
        ).fetchall()
        return tuple(Access(*row) for row in rows)

    def _at(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    def _today(self) -> date:
        return self._now().date()


def _new_mark() -> str:
    return "d-" + base64.b32encode(secrets.token_bytes(_MARK_BYTES)).decode().lower().rstrip("=")


def _place(bureau: str, mark: str, number: int) -> str:
    return f"{bureau}/{mark}/{number}"


def _line(row: sqlite3.Row) -> DossierLine:
    return DossierLine(
        row["mark"], row["versions"], row["created"], row["changed"], date.fromisoformat(row["keep_until"])
    )
