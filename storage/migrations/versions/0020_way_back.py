"""Keep the way back of a load beside its rows, and look no helper up who is nobody of the office"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SOMEBODY = sa.text("person_id IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("load") as table:
        table.add_column(sa.Column("undo", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True))
    op.drop_index("ix_support_person_id", "support")
    op.create_index("ix_support_person_id", "support", ["person_id"], sqlite_where=SOMEBODY, postgresql_where=SOMEBODY)


def downgrade() -> None:
    op.drop_index("ix_support_person_id", "support")
    op.create_index("ix_support_person_id", "support", ["person_id"])
    with op.batch_alter_table("load") as table:
        table.drop_column("undo")
