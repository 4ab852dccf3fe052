"""What the text layer of a document says, and its copy for other eyes"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Json

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence") as table:
        table.add_column(sa.Column("agency", sa.String(), nullable=True))
        table.add_column(sa.Column("read", Json, nullable=True))
        table.add_column(sa.Column("shown_sha256", sa.String(), nullable=True))
        table.add_column(sa.Column("shown_size", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("evidence") as table:
        for name in ("shown_size", "shown_sha256", "read", "agency"):
            table.drop_column(name)
