"""The tables, the same in both kinds of database. A moment is text (ISO 8601 in UTC), so both order it alike."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

METADATA = MetaData()
COUNT = BigInteger().with_variant(Integer(), "sqlite")

DOSSIER = Table(
    "dossier",
    METADATA,
    Column("bureau", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("keep_until", Text, nullable=False),
    Column("versions", Integer, nullable=False),
    Column("sealed_key", LargeBinary, nullable=False),
    PrimaryKeyConstraint("bureau", "mark"),
    Index("dossier_ends", "keep_until"),
    sqlite_strict=True,
)
VERSION = Table(
    "version",
    METADATA,
    Column("bureau", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("bureau", "mark", "number"),
    ForeignKeyConstraint(["bureau", "mark"], ["dossier.bureau", "dossier.mark"], ondelete="CASCADE"),
    sqlite_strict=True,
)
ACCESS = Table(
    "access",
    METADATA,
    Column("number", COUNT, primary_key=True, autoincrement=True),
    Column("bureau", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    ForeignKeyConstraint(["bureau", "mark"], ["dossier.bureau", "dossier.mark"], ondelete="CASCADE"),
    Index("access_of", "bureau", "mark"),
    sqlite_strict=True,
)
BUREAU_KEY = Table(
    "bureau_key",
    METADATA,
    Column("key_id", Text, nullable=False, primary_key=True),
    Column("bureau", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("ends", Text),
    sqlite_strict=True,
)
# One row: who holds it writes the next lines. Its number and mac are those of the last line.
AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", COUNT, nullable=False),
    Column("mac", Text, nullable=False),
    CheckConstraint("id = 1", name="one_head"),
    sqlite_strict=True,
)
# The very bytes that a file would hold, so that a line is verified alike wherever it lies.
AUDIT_LINE = Table(
    "audit_line",
    METADATA,
    Column("number", COUNT, primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
    sqlite_strict=True,
)
# One row per bureau: who locks it writes the next change. A change has a number that grows and a mark that no other
# has, so that a copy knows whether it is a copy of this very table, also after a backup was put back.
VACANCY_HEAD = Table(
    "vacancy_head",
    METADATA,
    Column("bureau", Text, nullable=False, primary_key=True),
    Column("number", COUNT, nullable=False),
    Column("mark", Text, nullable=False),
    Column("in_all", COUNT, nullable=False),
    Column("first_kept", COUNT, nullable=False),
    Column("notes", Text, nullable=False),
    sqlite_strict=True,
)
VACANCY_CHANGE = Table(
    "vacancy_change",
    METADATA,
    Column("bureau", Text, nullable=False),
    Column("number", COUNT, nullable=False),
    Column("mark", Text, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("bureau", "number"),
    sqlite_strict=True,
)
# `mark` is the hash of the id by which an index finds a row; a row without a record says that a vacancy was taken out.
VACANCY = Table(
    "vacancy",
    METADATA,
    Column("bureau", Text, nullable=False),
    Column("mark", COUNT, nullable=False),
    Column("record", LargeBinary),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("number", COUNT, nullable=False),
    PrimaryKeyConstraint("bureau", "mark"),
    Index("vacancy_changed", "bureau", "number", "mark"),
    sqlite_strict=True,
)
