"""Rows of the dossier store: found for one bureau, opened, and written down who looked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, insert, select

from matcher import Case
from matcher_service.database import ACCESS, DOSSIER, VERSION
from matcher_service.errors import DossierNotHere
from matcher_service.store.sealing import unseal
from matcher_service.store.values import Access, DossierLine, Holder, StoredCase, Version

Row = Mapping[str, Any]
LINE = tuple(DOSSIER.c[name] for name in ("mark", "versions", "created", "changed", "keep_until"))


def that_dossier(table: Table, bureau: str, mark: str) -> tuple[ColumnElement[bool], ...]:
    """Answer the condition that a row is of one dossier of one bureau.

    Args:
        table: one of the tables of the store.
        bureau: whose.
        mark: the dossier.
    """
    return table.c.bureau == bureau, table.c.mark == mark


def row_of(connection: Connection, holder: Holder, mark: str, today: date, *, change: bool = False) -> Row:
    """Answer the row of a dossier of this bureau that is still kept, held until the transaction ends.

    Args:
        connection: the transaction.
        holder: whose.
        mark: the dossier.
        today: the day of today.
        change: hold off readers too: the dossier changes or goes.

    Raises:
        DossierNotHere: this bureau has no such dossier.
    """
    here = (*that_dossier(DOSSIER, holder.bureau, mark), DOSSIER.c.keep_until >= today.isoformat())
    row = connection.execute(select(DOSSIER).where(*here).with_for_update(read=not change)).mappings().first()
    if row is None:
        raise DossierNotHere
    return dict(row)


def version_of(connection: Connection, row: Row, number: int, key: bytes) -> StoredCase:
    """Answer one version of a dossier, opened.

    Args:
        connection: the transaction.
        row: the dossier.
        number: the version.
        key: secret of the store.

    Raises:
        DossierNotHere: there is no such version.
        DataError: the key does not fit, or the bytes were changed.
    """
    bureau, mark = row["bureau"], row["mark"]
    here = (*that_dossier(VERSION, bureau, mark), VERSION.c.number == number)
    found = connection.execute(select(VERSION).where(*here)).mappings().first()
    if found is None:
        raise DossierNotHere
    content = unseal(opened(key, row), found["sealed"], f"{bureau}/{mark}/{number}")
    version = Version(mark, number, found["at"], found["key_id"])
    return StoredCase(version, date.fromisoformat(row["keep_until"]), Case.model_validate_json(content))


def opened(key: bytes, row: Row) -> bytes:
    """Answer the key of a dossier's content.

    Args:
        key: secret of the store.
        row: the dossier.

    Raises:
        DataError: the key does not fit, or the bytes were changed.
    """
    return unseal(key, row["sealed_key"], f"{row['bureau']}/{row['mark']}")


def note(connection: Connection, holder: Holder, mark: str, at: str, action: str) -> None:
    """Write down who did what with a dossier.

    Args:
        connection: the transaction.
        holder: whose, and who.
        mark: the dossier.
        at: the moment, ISO 8601 in UTC.
        action: what, a stable word.
    """
    row = {"bureau": holder.bureau, "mark": mark, "at": at, "key_id": holder.key_id, "action": action}
    connection.execute(insert(ACCESS).values(row))


def accesses(connection: Connection, holder: Holder, mark: str) -> tuple[Access, ...]:
    """Answer who did what with a dossier, oldest first.

    Args:
        connection: the transaction.
        holder: whose.
        mark: the dossier.
    """
    looks = select(ACCESS.c.at, ACCESS.c.key_id, ACCESS.c.action)
    rows = connection.execute(looks.where(*that_dossier(ACCESS, holder.bureau, mark)).order_by(ACCESS.c.number))
    return tuple(Access(*row) for row in rows)


def line_of(values: Sequence[Any]) -> DossierLine:
    """Answer a dossier as a line in a list.

    Args:
        values: those of `LINE`, in its order.
    """
    mark, versions, created, changed, keep_until = values
    return DossierLine(mark, versions, created, changed, date.fromisoformat(keep_until))
