"""Which required document a file is, until when more is wanted, a colleague's opinion, what was entered in the province's software"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence_for") as table:
        table.add_column(sa.Column("slot", sa.Integer(), nullable=True))
    with op.batch_alter_table("evidence") as table:
        table.add_column(sa.Column("stage", sa.String(), nullable=True))
    with op.batch_alter_table("verdict") as table:
        table.add_column(sa.Column("wanted_by", storage.tables.base.Instant(timezone=True), nullable=True))
    with op.batch_alter_table("assignment") as table:
        table.add_column(sa.Column("entered_at", storage.tables.base.Instant(timezone=True), nullable=True))
    op.create_table(
        "opinion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.base.Instant(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", storage.tables.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name=op.f("fk_opinion_assignment_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_opinion_asked_by")),
        sa.ForeignKeyConstraint(["asked_id"], ["person.id"], name=op.f("fk_opinion_asked_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
    )
    with op.batch_alter_table("opinion") as table:
        table.create_index(op.f("ix_opinion_assignment_id"), ["assignment_id"], unique=False)


def downgrade() -> None:
    op.drop_table("opinion")
    for name, column in (("assignment", "entered_at"), ("verdict", "wanted_by"), ("evidence", "stage"), ("evidence_for", "slot")):
        with op.batch_alter_table(name) as table:
            table.drop_column(column)
