"""Every look at a dossier gets a number: PostgreSQL keeps no order of its own, as an embedded file does."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLUMNS = "bureau, mark, at, key_id, action"


def upgrade() -> None:
    """Number the looks in the order in which they were written."""
    embedded = op.get_bind().dialect.name == "sqlite"
    _make_anew("rowid" if embedded else "at, ctid", sa.Column("number", _COUNT, primary_key=True, autoincrement=True))
    if embedded:
        op.execute("PRAGMA user_version = 2")  # an earlier matcher must not write here


def downgrade() -> None:
    """Take the numbers away; the order in which they are written stays."""
    _make_anew("number")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 1")


def _make_anew(order: str, *first: sa.Column[int]) -> None:
    op.drop_index("access_of", "access")
    op.rename_table("access", "access_before")
    op.create_table(
        "access",
        *first,
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["bureau", "mark"], ["dossier.bureau", "dossier.mark"], ondelete="CASCADE"),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO access ({_COLUMNS}) SELECT {_COLUMNS} FROM access_before ORDER BY {order}")  # noqa: S608
    op.drop_table("access_before")
    op.create_index("access_of", "access", ["bureau", "mark"])
