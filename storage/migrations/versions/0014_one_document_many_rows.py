"""What else a batch of files proves, and at which stage a document came to each row that it proves"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

LIST = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("fetch") as table:
        table.add_column(sa.Column("also", LIST, nullable=False, server_default="[]"))
    with op.batch_alter_table("fetch") as table:
        table.alter_column("also", server_default=None)
    with op.batch_alter_table("evidence_for") as table:
        table.add_column(sa.Column("stage", sa.String(), nullable=True))
    _move("evidence_for", "evidence", "evidence.id = evidence_for.evidence_id")
    with op.batch_alter_table("evidence") as table:
        table.drop_column("stage")


def downgrade() -> None:
    with op.batch_alter_table("evidence") as table:
        table.add_column(sa.Column("stage", sa.String(), nullable=True))
    _move("evidence", "evidence_for", "evidence_for.evidence_id = evidence.id")
    with op.batch_alter_table("evidence_for") as table:
        table.drop_column("stage")
    with op.batch_alter_table("fetch") as table:
        table.drop_column("also")


def _move(to: str, source: str, joined: str) -> None:
    op.execute(f"UPDATE {to} SET stage = (SELECT max({source}.stage) FROM {source} WHERE {joined})")  # noqa: S608 - our own names
