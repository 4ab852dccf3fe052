"""Recurring work is split into instances"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant, Json

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "split",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("criterion_id", sa.Integer(), sa.ForeignKey("criterion.id"), nullable=False, index=True),
        sa.Column("assignment_id", sa.Integer(), sa.ForeignKey("assignment.id"), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("before", Json, nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("undone_at", Instant(), nullable=True),
    )


def downgrade() -> None:
    op.drop_table("split")
