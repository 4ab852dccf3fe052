"""Links and six-digit codes are one table; messages that show a code are known, so that it can be struck out"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Instant = storage.tables.base.Instant(timezone=True)
KEPT = "id, person_id, chat, assignment_id, kind, secret_hash, created_at, expires_at, used_at, revoked_at"


def upgrade() -> None:
    op.create_table(
        "pass",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=True),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=False),
        sa.Column("used_at", Instant, nullable=True),
        sa.Column("revoked_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pass_person_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_pass_by_id")),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name=op.f("fk_pass_assignment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pass")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_pass_secret_hash")),
    )
    op.create_index("ix_pass_person_id", "pass", ["person_id"])
    op.execute(f"INSERT INTO pass ({KEPT}, by_id, misses) SELECT {KEPT}, person_id, 0 FROM upload_pass")  # noqa: S608 - our own names
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval(pg_get_serial_sequence('pass', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM pass), false)")
    op.drop_table("upload_pass")
    op.drop_table("login_code")
    holds = sa.text("holds_until IS NOT NULL")
    with op.batch_alter_table("web_message") as table:
        table.add_column(sa.Column("holds_until", Instant, nullable=True))
        table.create_index("ix_web_message_holds_until", ["holds_until"], sqlite_where=holds, postgresql_where=holds)


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
