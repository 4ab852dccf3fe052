"""A channel with a monthly quota, numbers that do not mean the same for ever, and channels that were refused."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import storage.tables.base

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def instant() -> storage.tables.base.Instant:
    return storage.tables.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table('budget',
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('month', sa.String(), nullable=False),
    sa.Column('sent', sa.Integer(), nullable=False),
    sa.Column('received', sa.Integer(), nullable=False),
    sa.Column('refused_at', instant(), nullable=True),
    sa.Column('warned_at', instant(), nullable=True),
    sa.Column('alerted_at', instant(), nullable=True),
    sa.PrimaryKeyConstraint('channel', 'month', name=op.f('pk_budget'))
    )
    with op.batch_alter_table('channel_state', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fault', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('fault_at', instant(), nullable=True))
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('offered_at', instant(), nullable=True))
        batch_op.add_column(sa.Column('asked', sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column('set_aside', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=True)
        )
