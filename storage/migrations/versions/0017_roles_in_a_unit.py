"""Find who holds a role in a unit without reading the roles of a whole province"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_role_held_unit_id", "role_held", ["unit_id"])


def downgrade() -> None:
    op.drop_index("ix_role_held_unit_id", "role_held")
