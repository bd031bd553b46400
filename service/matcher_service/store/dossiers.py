"""Storing, reading, exporting and erasing dossiers. Every look at a dossier is written down with it."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from matcher import Case
from matcher_service.database import DOSSIER, VERSION, Database
from matcher_service.errors import DossierChanged
from matcher_service.store.rows import LINE, accesses, line_of, note, opened, row_of, that_dossier, version_of
from matcher_service.store.sealing import new_content_key, seal
from matcher_service.store.values import Access, DossierLine, Holder, StoredCase, Version, case_bytes, plain_case

_MARK_BYTES = 16
_KEPT = (DOSSIER.c.bureau == bindparam("whose"), DOSSIER.c.keep_until >= bindparam("today"))
_HOW_MANY = select(func.count()).select_from(DOSSIER).where(*_KEPT)
_PART = (
    select(*LINE)
    .where(*_KEPT)
    .order_by(DOSSIER.c.changed.desc(), DOSSIER.c.mark)
    .limit(bindparam("most"))
    .offset(bindparam("before"))
)


def dossiers_file(state: Path) -> Path:
    """Answer where the dossiers lie."""
    return state / "dossiers.sqlite3"


class Dossiers:
    """The dossiers of all bureaus; every call names one bureau and sees no other.

    Args:
        database: where they are kept, prepared.
        key: secret that seals the keys of the dossiers.
        now: answers the moment, in UTC.
    """

    def __init__(self, database: Database, key: bytes, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._key = key
        self._now = now

    def create(self, holder: Holder, case: Case, keep_until: date) -> Version:
        """Store a case as a dossier of its own.

        Args:
            holder: whose, and who stores it.
            case: the case as it was read; withheld texts are not in it.
            keep_until: last day on which it is kept.
        """
        mark, content_key, at = _new_mark(), new_content_key(), self._at()
        dossier = {
            "bureau": holder.bureau,
            "mark": mark,
            "created": at,
            "changed": at,
            "keep_until": keep_until.isoformat(),
            "versions": 1,
            "sealed_key": seal(self._key, content_key, f"{holder.bureau}/{mark}"),
        }
        with self._database.transaction() as connection:
            connection.execute(insert(DOSSIER).values(dossier))
            return _add(connection, holder, Version(mark, 1, at, holder.key_id), content_key, case)

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
        with self._database.transaction() as connection:
            row = row_of(connection, holder, mark, self._today(), change=True)
            if row["versions"] != after:
                raise DossierChanged(row["versions"])
            version = Version(mark, after + 1, self._at(), holder.key_id)
            changed = {"versions": version.number, "changed": version.at}
            connection.execute(update(DOSSIER).where(*that_dossier(DOSSIER, holder.bureau, mark)).values(changed))
            return _add(connection, holder, version, opened(self._key, row), case)

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
        with self._database.transaction() as connection:
            row = row_of(connection, holder, mark, self._today())
            found = version_of(connection, row, number or row["versions"], self._key)
            note(connection, holder, mark, self._at(), action)
            return found

    def listed(self, holder: Holder, offset: int, limit: int) -> tuple[tuple[DossierLine, ...], int]:
        """Answer a part of the dossiers of a bureau, the last changed first, and how many there are.

        Args:
            holder: whose.
            offset: how many come before the part.
            limit: how many at most.
        """
        here = {"whose": holder.bureau, "today": self._today().isoformat()}
        with self._database.reading() as connection:
            total = connection.execute(_HOW_MANY, here).scalar_one()
            rows = connection.execute(_PART, {**here, "most": limit, "before": offset}).all()
        return tuple(line_of(row) for row in rows), total

    def keep(self, holder: Holder, mark: str, keep_until: date) -> DossierLine:
        """Set the last day on which a dossier is kept.

        Args:
            holder: whose, and who asks.
            mark: the dossier.
            keep_until: that day.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with self._database.transaction() as connection:
            row = row_of(connection, holder, mark, self._today(), change=True)
            last = {"keep_until": keep_until.isoformat()}
            connection.execute(update(DOSSIER).where(*that_dossier(DOSSIER, holder.bureau, mark)).values(last))
            note(connection, holder, mark, self._at(), "retention")
            return line_of([{**row, **last}[column.name] for column in LINE])

    def accesses(self, holder: Holder, mark: str) -> tuple[Access, ...]:
        """Answer who did what with a dossier, oldest first; asking is written down too.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with self._database.transaction() as connection:
            row_of(connection, holder, mark, self._today())
            note(connection, holder, mark, self._at(), "accesses")
            return accesses(connection, holder, mark)

    def export(self, holder: Holder, mark: str) -> dict[str, Any]:
        """Answer everything that is kept in a dossier: every version, and who did what.

        Args:
            holder: whose, and who asks.
            mark: the dossier.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with self._database.transaction() as connection:
            row = row_of(connection, holder, mark, self._today())
            note(connection, holder, mark, self._at(), "export")
            stored = [version_of(connection, row, number, self._key) for number in range(1, row["versions"] + 1)]
            return {
                "schema": "matcher/dossier-export/1",
                "dossier": asdict(line_of([row[column.name] for column in LINE])),
                "versions": [
                    {
                        "number": one.version.number,
                        "at": one.version.at,
                        "key_id": one.version.key_id,
                        "case": plain_case(one.case),
                    }
                    for one in stored
                ],
                "accesses": [asdict(access) for access in accesses(connection, holder, mark)],
            }

    def erase(self, holder: Holder, mark: str) -> None:
        """Erase a dossier with all its versions, its key and its list of accesses.

        Raises:
            DossierNotHere: this bureau has no such dossier.
        """
        with self._database.transaction() as connection:
            row_of(connection, holder, mark, self._today(), change=True)
            connection.execute(delete(DOSSIER).where(*that_dossier(DOSSIER, holder.bureau, mark)))
        self._database.wipe_traces()

    def purge(self) -> tuple[tuple[str, str], ...]:
        """Erase every dossier whose last day has passed. Answer bureau and mark of each.

        Of several instances that do this at once, one erases a dossier and names it.
        """
        over = delete(DOSSIER).where(DOSSIER.c.keep_until < self._today().isoformat())
        with self._database.transaction() as connection:
            rows = connection.execute(over.returning(DOSSIER.c.bureau, DOSSIER.c.mark)).all()
        if rows:
            self._database.wipe_traces()
        return tuple((row.bureau, row.mark) for row in rows)

    def rekey(self, fresh: bytes) -> int:
        """Seal the keys of all dossiers with another key, all or none. Answer how many there were.

        Args:
            fresh: the other key; the service must be started with it from now on.
        """
        which = (DOSSIER.c.bureau == bindparam("whose"), DOSSIER.c.mark == bindparam("which"))
        with self._database.transaction() as connection:
            self._database.hold_off(connection, DOSSIER)
            rows = connection.execute(select(DOSSIER)).mappings().all()
            sealed = [
                {
                    "whose": row["bureau"],
                    "which": row["mark"],
                    "sealed_key": seal(fresh, opened(self._key, dict(row)), f"{row['bureau']}/{row['mark']}"),
                }
                for row in rows
            ]
            if sealed:
                change = update(DOSSIER).where(*which).values(sealed_key=bindparam("sealed_key"))
                connection.execute(change, sealed)
        self._key = fresh
        self._database.wipe_traces()
        return len(rows)

    def _at(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    def _today(self) -> date:
        return self._now().date()


def _add(connection: Connection, holder: Holder, version: Version, content_key: bytes, case: Case) -> Version:
    sealed = seal(content_key, case_bytes(case), f"{holder.bureau}/{version.dossier}/{version.number}")
    row = {
        "bureau": holder.bureau,
        "mark": version.dossier,
        "number": version.number,
        "at": version.at,
        "key_id": version.key_id,
        "sealed": sealed,
    }
    connection.execute(insert(VERSION).values(row))
    note(connection, holder, version.dossier, version.at, "store")
    return version


def _new_mark() -> str:
    return "d-" + base64.b32encode(secrets.token_bytes(_MARK_BYTES)).decode().lower().rstrip("=")
