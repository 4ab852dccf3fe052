"""Upload door"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import storage.tables.base

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('upload',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('batch', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('mime', sa.String(), nullable=True),
    sa.Column('last_modified', sa.BigInteger(), nullable=False),
    sa.Column('caption', sa.String(), nullable=False),
    sa.Column('reply_to', sa.String(), nullable=True),
    sa.Column('assignment_id', sa.Integer(), nullable=True),
    sa.Column('received', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('touched_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_upload_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_upload_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload')),
    sa.UniqueConstraint('key', name=op.f('uq_upload_key'))
    )
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.create_index('ix_upload_state_touched_at', ['state', 'touched_at'], unique=False)
        batch_op.create_index('uq_upload_open', ['person_id', 'name', 'size', 'last_modified'], unique=True, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))

    op.create_table('upload_pass',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('secret_hash', sa.String(), nullable=True),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('expires_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('used_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('revoked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_upload_pass_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_upload_pass_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload_pass')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_upload_pass_secret_hash'))
    )
    with op.batch_alter_table('upload_pass', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_upload_pass_person_id'), ['person_id'], unique=False)

    op.create_table('upload_session',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=True),
    sa.Column('secret_hash', sa.String(), nullable=False),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('expires_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('ended_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_upload_session_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_upload_session_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload_session')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_upload_session_secret_hash'))
    )
    with op.batch_alter_table('upload_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_upload_session_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('upload_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_upload_session_person_id'))

    op.drop_table('upload_session')
    with op.batch_alter_table('upload_pass', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_upload_pass_person_id'))

    op.drop_table('upload_pass')
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.drop_index('uq_upload_open', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.drop_index('ix_upload_state_touched_at')

    op.drop_table('upload')
