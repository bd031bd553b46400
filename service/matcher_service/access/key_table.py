"""Keys in a table, for several instances. A change elsewhere is seen within a second, without asking every time."""

import math
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from matcher_service.access.caller import Scope
from matcher_service.access.key_record import KeyRecord
from matcher_service.database import BUREAU_KEY, Database

FRESH_S = 1.0


class KeyTable:
    """A table with keys. What was read holds for a second at most: then it is read again, or nobody is let in.

    Args:
        database: where the table is.
        fresh_s: how many seconds what was read holds.
        clock: answers seconds that never go back.
    """

    def __init__(
        self, database: Database, fresh_s: float = FRESH_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._fresh_s = fresh_s
        self._clock = clock
        self._known: tuple[float, Mapping[str, KeyRecord]] | None = None

    def read(self) -> Mapping[str, KeyRecord]:
        """Answer every key ever made, oldest first.

        Raises:
            StorageUnreachable: what was read is too old and the database cannot be reached.
        """
        known = self._known
        if known is None or self._clock() >= known[0] + self._fresh_s:
            return self.refresh()
        return known[1]

    def refresh(self) -> Mapping[str, KeyRecord]:
        """Read the table.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        asked = self._clock()
        with self._database.reading() as connection:
            records = read_keys(connection)
        self._known = (asked, records)
        return records

    @contextmanager
    def change(self) -> Iterator[dict[str, KeyRecord]]:
        """Hold everybody else off, hand out the records, and keep them when all went well."""
        with self._database.transaction() as connection:
            self._database.hold_off(connection, BUREAU_KEY)
            before = read_keys(connection)
            records = dict(before)
            yield records
            write_keys(connection, [record for key_id, record in records.items() if before.get(key_id) != record])
        self._known = None

    def age_s(self) -> float:
        """Answer how many seconds ago the table was read; endless when it never was."""
        return math.inf if self._known is None else self._clock() - self._known[0]


def read_keys(connection: Connection) -> dict[str, KeyRecord]:
    """Answer every key in the table, oldest first.

    Args:
        connection: the transaction.
    """
    rows = connection.execute(select(BUREAU_KEY).order_by(BUREAU_KEY.c.created, BUREAU_KEY.c.key_id))
    return {row["key_id"]: _record(row) for row in rows.mappings()}


def write_keys(connection: Connection, records: Collection[KeyRecord]) -> None:
    """Put keys in the table, in place of those with the same id.

    Args:
        connection: the transaction.
        records: the keys.
    """
    for record in records:
        connection.execute(delete(BUREAU_KEY).where(BUREAU_KEY.c.key_id == record.key_id))
    if records:
        connection.execute(insert(BUREAU_KEY), [_row(record) for record in records])


def _record(row: RowMapping) -> KeyRecord:
    scopes = tuple(Scope(scope) for scope in row["scopes"].split(","))
    return KeyRecord(row["key_id"], row["bureau"], scopes, row["hash"], row["created"], row["ends"])


def _row(record: KeyRecord) -> dict[str, Any]:
    return {**asdict(record), "scopes": ",".join(record.scopes)}
