"""Keys of bureaus and the audit log in the database too, for a service with several instances."""

import sqlalchemy as sa
from alembic import op

from matcher.errors import InputError

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_START = "0" * 64


def upgrade() -> None:
    """Make the tables; the chain begins before its first line."""
    op.create_table(
        "bureau_key",
        sa.Column("key_id", sa.Text, nullable=False, primary_key=True),
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("scopes", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("ends", sa.Text),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_line",
        sa.Column("number", _COUNT, primary_key=True, autoincrement=False),
        sa.Column("line", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", _COUNT, nullable=False),
        sa.Column("mac", sa.Text, nullable=False),
        sa.CheckConstraint("id = 1", name="one_head"),
        sqlite_strict=True,
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "mac": _START}])


def downgrade() -> None:
    """Take the tables away, when nothing is lost by it."""
    for table in ("audit_line", "bureau_key"):
        if op.get_bind().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar():  # noqa: S608 our own names
            raise InputError(
                "Zo ver terug gaat niet: het auditlog en de sleutels staan in deze database en zouden verdwijnen. "
                "Zet ze eerst in bestanden: 'matcher store export MAP'."
            )
    for table in ("audit_head", "audit_line", "bureau_key"):
        op.drop_table(table)
