"""What was said stays with the chat until it is known for which row"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Json

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("said", Json, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_column("said")
