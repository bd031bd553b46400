"""Dossiers, their versions and who looked: as embedded files were before revisions had numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_dossiers()
    _make_versions()
    _make_accesses()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 1")


def downgrade() -> None:
    """Do nothing: before this there was nothing to go back to."""


def _make_dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("keep_until", sa.Text, nullable=False),
        sa.Column("versions", sa.Integer, nullable=False),
        sa.Column("sealed_key", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("bureau", "mark"),
        sqlite_strict=True,
    )
    op.create_index("dossier_ends", "dossier", ["keep_until"])


def _make_versions() -> None:
    op.create_table(
        "version",
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("bureau", "mark", "number"),
        sa.ForeignKeyConstraint(["bureau", "mark"], ["dossier.bureau", "dossier.mark"], ondelete="CASCADE"),
        sqlite_strict=True,
    )


def _make_accesses() -> None:
    op.create_table(
        "access",
        sa.Column("bureau", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["bureau", "mark"], ["dossier.bureau", "dossier.mark"], ondelete="CASCADE"),
        sqlite_strict=True,
    )
    op.create_index("access_of", "access", ["bureau", "mark"])
