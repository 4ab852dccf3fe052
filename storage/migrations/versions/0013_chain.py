"""The history becomes a chain: what is there is linked, and nobody can change it but to link a line once"""

import sqlalchemy as sa
from alembic import op

from storage import chain

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

CONTENT = ("id", "at", "office_id", "person_id", "action", "subject", "detail")


def upgrade() -> None:
    op.add_column("audit", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("audit", sa.Column("hash", sa.String(), nullable=True))
    op.create_index(op.f("ix_audit_place"), "audit", ["place"], unique=True)
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    _allow_linking()
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM audit")):
        op.get_bind().info[chain.NOTED] = True
        chain.seal(op.get_bind())


def _allow_linking() -> None:
    """A line that has no place may be given one; nothing else of it may change, then or later."""
    if op.get_bind().dialect.name == "postgresql":
        same = " AND ".join(f"OLD.{one} IS NOT DISTINCT FROM NEW.{one}" for one in CONTENT)
        op.execute("DROP TRIGGER audit_no_update ON audit")
        op.execute(
            f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW "
            f"WHEN (NOT (OLD.place IS NULL AND NEW.place IS NOT NULL AND {same})) EXECUTE FUNCTION refuse_change()"
        )
        return
    same = " AND ".join(f"OLD.{one} IS NEW.{one}" for one in CONTENT)
    op.execute("DROP TRIGGER audit_no_update")
    op.execute(
        f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit "
        f"WHEN NOT (OLD.place IS NULL AND NEW.place IS NOT NULL AND {same}) "
        "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
    )


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
