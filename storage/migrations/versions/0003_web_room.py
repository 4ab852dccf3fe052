"""The web room: chats, messages, signed-in devices, codes of six digits"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base
from storage.tables.base import Json

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

Instant = storage.tables.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table('web_chat',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('last_seq', sa.Integer(), nullable=False),
    sa.Column('read_seq', sa.Integer(), nullable=False),
    sa.Column('opened_at', Instant, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_web_chat_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_web_chat'))
    )
    op.create_index('ix_web_chat_person_id', 'web_chat', ['person_id'], unique=False)
    op.create_table('web_message',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('side', sa.String(), nullable=False),
    sa.Column('client_id', sa.String(), nullable=True),
    sa.Column('payload', Json, nullable=False),
    sa.Column('edited', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant, nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['web_chat.id'], name=op.f('fk_web_message_chat_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_web_message')),
    sa.UniqueConstraint('chat_id', 'client_id', name=op.f('uq_web_message_chat_id_client_id'))
    )
    op.create_index('ix_web_message_chat_id_seq', 'web_message', ['chat_id', 'seq'], unique=True)
    op.create_table('web_session',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(), nullable=False),
    sa.Column('device', sa.String(), nullable=False),
    sa.Column('created_at', Instant, nullable=False),
    sa.Column('seen_at', Instant, nullable=False),
    sa.Column('ended_at', Instant, nullable=True),
    sa.ForeignKeyConstraint(['chat_id'], ['web_chat.id'], name=op.f('fk_web_session_chat_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_web_session')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_web_session_token_hash'))
    )
    op.create_index('ix_web_session_chat_id', 'web_session', ['chat_id'], unique=False)
    op.create_table('login_code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('salt', sa.String(), nullable=False),
    sa.Column('code_hash', sa.String(), nullable=False),
    sa.Column('expires_at', Instant, nullable=False),
    sa.Column('ended_at', Instant, nullable=True),
    sa.Column('misses', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_login_code_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_login_code'))
    )
    op.create_index('ix_login_code_person_id', 'login_code', ['person_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
