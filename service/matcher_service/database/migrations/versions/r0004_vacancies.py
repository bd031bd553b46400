"""Vacancies of bureaus in the database, for a service with several instances."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TABLES = ("vacancy", "vacancy_change", "vacancy_head")


def upgrade() -> None:
    """Make the tables, or take back those that stayed when an earlier version was put back."""
    if sa.inspect(op.get_bind()).has_table("vacancy_head"):
        return
    op.create_table(
        "vacancy_head",
        sa.Column("bureau", sa.Text, nullable=False, primary_key=True),
        sa.Column("number", _COUNT, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("in_all", _COUNT, nullable=False),
        sa.Column("first_kept", _COUNT, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "vacancy_change",
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("number", _COUNT, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("bureau", "number"),
        sqlite_strict=True,
    )
    op.create_table(
        "vacancy",
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("mark", _COUNT, nullable=False),
        sa.Column("record", sa.LargeBinary),
        sa.Column("first_seen", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Text, nullable=False),
        sa.Column("number", _COUNT, nullable=False),
        sa.PrimaryKeyConstraint("bureau", "mark"),
        sqlite_strict=True,
    )
    op.create_index("vacancy_changed", "vacancy", ["bureau", "number", "mark"])


def downgrade() -> None:
    """Take the tables away when they are empty; filled ones stay, for an earlier version does not look at them."""
    if op.get_bind().exec_driver_sql("SELECT count(*) FROM vacancy_head").scalar():
        return
    op.drop_index("vacancy_changed", "vacancy")
    for table in _TABLES:
        op.drop_table(table)
