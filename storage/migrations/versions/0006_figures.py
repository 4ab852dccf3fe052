"""Figures that officials enter, and what their rules give for them"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assignment") as table:
        table.add_column(sa.Column("figure", sa.String(), nullable=True))
        table.add_column(sa.Column("foreseen", storage.tables.base.Points(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("assignment") as table:
        table.drop_column("foreseen")
        table.drop_column("figure")
