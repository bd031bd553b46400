"""The audit log in a table, for several instances: who locks the one row with the head writes the next lines.

The lines are the very bytes of a file, so the chain is the same and is verified in the same way.
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from matcher_service.audit.chain import Broken, ChainReport, Head, verify_lines
from matcher_service.audit.line_place import Following
from matcher_service.database import AUDIT_HEAD, AUDIT_LINE, Database

_PAGE = 1000


class AuditTable:
    """A table with the lines of the audit log.

    Args:
        database: where the table is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, following: Following) -> None:
        """Write the next lines, and return when they are on the server's disk.

        Lines and head change in one transaction: a killed instance leaves all of them or none, and no half line.

        Args:
            following: answers the next lines.

        Raises:
            StorageUnreachable: they could not be written, or nobody knows. They are never written a second time.
        """
        with self._database.transaction() as connection:
            row = connection.execute(select(AUDIT_HEAD.c.number, AUDIT_HEAD.c.mac).with_for_update()).one()
            lines, head = following(Head(row.number, row.mac), False)  # noqa: FBT003 a table has no half lines
            rows = [{"number": number, "line": line} for number, line in enumerate(lines, start=row.number + 1)]
            connection.execute(insert(AUDIT_LINE), rows)
            connection.execute(update(AUDIT_HEAD).values(number=head.number, mac=head.mac))

    def close(self) -> None:
        """Do nothing: the database is closed by who opened it."""

    def lines(self) -> Iterator[bytes]:
        """Answer the lines of one moment, the first one first.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        with self._database.reading() as connection:
            yield from _lines(connection)

    def verify(self, key: bytes, known: Head | None = None) -> ChainReport:
        """Answer whether the chain holds from the first line to the last, and whether the head is its last line.

        Args:
            key: secret of the audit log.
            known: a head that was written down earlier.

        Raises:
            StorageUnreachable: the database cannot be reached.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(AUDIT_HEAD.c.number, AUDIT_HEAD.c.mac)).one()
            report = verify_lines(_lines(connection), key, known)
        if report.broken is None and report.head != Head(row.number, row.mac):
            return replace(report, broken=Broken(report.lines + 1, "er zijn aan het eind regels weg of toegevoegd."))
        return report


def _lines(connection: Connection) -> Iterator[bytes]:
    last = 0
    while True:
        page = select(AUDIT_LINE).where(AUDIT_LINE.c.number > last).order_by(AUDIT_LINE.c.number).limit(_PAGE)
        rows = connection.execute(page).all()
        if not rows:
            return
        yield from (bytes(row.line) for row in rows)
        last = rows[-1].number
