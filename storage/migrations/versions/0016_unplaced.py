"""Find the few files that belong to no criterion without reading the many that do"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

NOWHERE = sa.text("assignment_id IS NULL")


def upgrade() -> None:
    op.create_index("ix_fetch_unplaced", "fetch", ["person_id"], sqlite_where=NOWHERE, postgresql_where=NOWHERE)


def downgrade() -> None:
    op.drop_index("ix_fetch_unplaced", "fetch")
