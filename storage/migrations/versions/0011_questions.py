"""Questions are kept with their criterion, and replies that were not understood are kept without names and numbers; leave names a substitute"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant, Json

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("assignment_id", sa.Integer(), sa.ForeignKey("assignment.id"), nullable=False),
        sa.Column("criterion_id", sa.Integer(), sa.ForeignKey("criterion.id"), nullable=False, index=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("put_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
    )
    op.create_table(
        "misheard",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False, index=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("heard", Json, nullable=False),
    )


    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("to_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("agreed_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=True),
    )


def downgrade() -> None:
    op.drop_table("leave")
    op.drop_table("misheard")
    op.drop_table("question")
