"""First tables"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import storage.tables.base

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


APPEND_ONLY = ("audit", "progress_update")


def forbid_changes() -> None:
    """History is only ever added to; the database itself refuses the rest."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger AS "
            "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"
        )
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(trigger(table, change))


def trigger(table: str, change: str) -> str:
    start = f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}"
    if op.get_bind().dialect.name == "postgresql":
        return f"{start} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return f"{start} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"


def upgrade() -> None:
    op.create_table('attempt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempt'))
    )
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.create_index('ix_attempt_chat_at', ['chat', 'at'], unique=False)

    op.create_table('audit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('detail', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit'))
    )
    op.create_table('channel_state',
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('next_offset', sa.BigInteger(), nullable=False),
    sa.Column('polled_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('alive_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('bot_name', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('channel', name=op.f('pk_channel_state'))
    )
    op.create_table('conversation',
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('offered', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('awaiting', sa.String(), nullable=True),
    sa.Column('awaiting_until', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('about', sa.Integer(), nullable=True),
    sa.Column('updated_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('chat', name=op.f('pk_conversation'))
    )
    op.create_table('inbox',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('update_id', sa.String(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('received_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('raw', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('not_before', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('done_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('error', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inbox')),
    sa.UniqueConstraint('channel', 'update_id', name=op.f('uq_inbox_channel_update_id'))
    )
    with op.batch_alter_table('inbox', schema=None) as batch_op:
        batch_op.create_index('ix_inbox_new', ['chat', 'id'], unique=False, sqlite_where=sa.text("state = 'new'"), postgresql_where=sa.text("state = 'new'"))
        batch_op.create_index('ix_inbox_next', ['not_before', 'id'], unique=False, sqlite_where=sa.text("state = 'new'"), postgresql_where=sa.text("state = 'new'"))

    op.create_table('lease',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('owner', sa.String(), nullable=False),
    sa.Column('term', sa.Integer(), nullable=False),
    sa.Column('expires_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_lease'))
    )
    op.create_table('outage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('began_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('ended_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outage'))
    )
    op.create_table('outbox',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('lane', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('payload', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('about', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('not_before', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('expires_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('owner', sa.String(), nullable=True),
    sa.Column('message_id', sa.String(), nullable=True),
    sa.Column('edits', sa.String(), nullable=True),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('sent_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('key', name=op.f('uq_outbox_key'))
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_chat_message_id', ['chat', 'message_id'], unique=False)
        batch_op.create_index('ix_outbox_live', ['chat', 'id'], unique=False, sqlite_where=sa.text("state IN ('pending', 'sending', 'unsure')"), postgresql_where=sa.text("state IN ('pending', 'sending', 'unsure')"))
        batch_op.create_index('ix_outbox_next', ['not_before'], unique=False, sqlite_where=sa.text("state IN ('pending', 'sending', 'unsure')"), postgresql_where=sa.text("state IN ('pending', 'sending', 'unsure')"))
        batch_op.create_index('ix_outbox_order', ['lane', 'attempt', 'id'], unique=False, sqlite_where=sa.text("state IN ('pending', 'sending', 'unsure')"), postgresql_where=sa.text("state IN ('pending', 'sending', 'unsure')"))

    op.create_table('unit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('is_office', sa.Boolean(), nullable=False),
    sa.Column('settings', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('sending_since', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['unit.id'], name=op.f('fk_unit_parent_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unit'))
    )
    with op.batch_alter_table('unit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_unit_parent_id'), ['parent_id'], unique=False)

    op.create_table('campaign',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('settings', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_campaign_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign')),
    sa.UniqueConstraint('office_id', 'year', name=op.f('uq_campaign_office_id_year'))
    )
    op.create_table('day',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('asked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_day_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_day')),
    sa.UniqueConstraint('office_id', 'day', name=op.f('uq_day_office_id_day'))
    )
    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('full_name', sa.String(), nullable=False),
    sa.Column('name_key', sa.String(), nullable=False),
    sa.Column('post', sa.String(), nullable=True),
    sa.Column('form_of_address', sa.String(), nullable=True),
    sa.Column('hour', sa.Time(), nullable=True),
    sa.Column('planned_to', sa.Date(), nullable=True),
    sa.Column('noon_planned_on', sa.Date(), nullable=True),
    sa.Column('first_listed_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('locked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('left_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_person_office_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_person_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person'))
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index('ix_person_office_id_name_key', ['office_id', 'name_key'], unique=False)

    op.create_table('address',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('preferred', sa.Boolean(), nullable=False),
    sa.Column('linked_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('unlinked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('unreachable_since', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('unreachable_reason', sa.String(), nullable=True),
    sa.Column('notice', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_address_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_address'))
    )
    with op.batch_alter_table('address', schema=None) as batch_op:
        batch_op.create_index('ix_address_person_id', ['person_id'], unique=False)
        batch_op.create_index('uq_address_chat_live', ['chat'], unique=True, sqlite_where=sa.text('unlinked_at IS NULL'), postgresql_where=sa.text('unlinked_at IS NULL'))

    op.create_table('criterion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('field_id', sa.Integer(), nullable=True),
    sa.Column('level', sa.String(), nullable=False),
    sa.Column('code', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('max_points', storage.tables.base.Points(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('rule', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('required_evidence', sa.String(), nullable=True),
    sa.Column('number_only', sa.Boolean(), nullable=False),
    sa.Column('last_year', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_criterion_campaign_id')),
    sa.ForeignKeyConstraint(['field_id'], ['criterion.id'], name=op.f('fk_criterion_field_id')),
    sa.ForeignKeyConstraint(['parent_id'], ['criterion.id'], name=op.f('fk_criterion_parent_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_criterion')),
    sa.UniqueConstraint('campaign_id', 'code', name=op.f('uq_criterion_campaign_id_code'))
    )
    op.create_table('handover',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('from_id', sa.Integer(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('rows', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('proposed_by', sa.Integer(), nullable=False),
    sa.Column('proposed_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('decided_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('accepted', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['from_id'], ['person.id'], name=op.f('fk_handover_from_id')),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_handover_office_id')),
    sa.ForeignKeyConstraint(['proposed_by'], ['person.id'], name=op.f('fk_handover_proposed_by')),
    sa.ForeignKeyConstraint(['to_id'], ['person.id'], name=op.f('fk_handover_to_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_handover'))
    )
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_handover_from_id'), ['from_id'], unique=False)

    op.create_table('invite',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('code_hash', sa.String(), nullable=False),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('expires_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('used_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('revoked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_invite_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invite')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_invite_code_hash'))
    )
    with op.batch_alter_table('invite', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invite_person_id'), ['person_id'], unique=False)

    op.create_table('load',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('sheet', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('created_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('applied_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_load_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_load_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_load'))
    )
    op.create_table('role_held',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_held_person_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_role_held_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_held')),
    sa.UniqueConstraint('person_id', 'unit_id', 'role', name=op.f('uq_role_held_person_id_unit_id_role'))
    )
    op.create_table('assignment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('criterion_id', sa.Integer(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('official_due_on', sa.Date(), nullable=True),
    sa.Column('due_rule', sa.String(), nullable=True),
    sa.Column('due_text', sa.String(), nullable=True),
    sa.Column('strict', sa.Boolean(), nullable=False),
    sa.Column('document', sa.String(), nullable=True),
    sa.Column('needs_check', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('progress', sa.String(), nullable=False),
    sa.Column('percent', sa.Integer(), nullable=True),
    sa.Column('blocked', sa.String(), nullable=True),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.Column('reported_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('checked_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('result_document', sa.String(), nullable=True),
    sa.Column('listed_late_on', sa.Date(), nullable=True),
    sa.Column('dropped_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['criterion_id'], ['criterion.id'], name=op.f('fk_assignment_criterion_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_assignment_person_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_assignment_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assignment')),
    sa.UniqueConstraint('criterion_id', 'period', name=op.f('uq_assignment_criterion_id_period'))
    )
    with op.batch_alter_table('assignment', schema=None) as batch_op:
        batch_op.create_index('ix_assignment_person_id', ['person_id'], unique=False)

    op.create_table('extension',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('wanted_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.Column('granted', sa.Boolean(), nullable=True),
    sa.Column('old_due_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_extension_assignment_id')),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_extension_decided_by')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_extension_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_extension'))
    )
    with op.batch_alter_table('extension', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_extension_assignment_id'), ['assignment_id'], unique=False)

    op.create_table('fetch',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('inbox_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('chat', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('batch', sa.String(), nullable=False),
    sa.Column('file_ref', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('mime', sa.String(), nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('caption', sa.String(), nullable=True),
    sa.Column('received_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=True),
    sa.Column('purpose', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('not_before', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('sha256', sa.String(), nullable=True),
    sa.Column('stored_size', sa.Integer(), nullable=True),
    sa.Column('error', sa.String(), nullable=True),
    sa.Column('receipt', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_fetch_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_fetch_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fetch')),
    sa.UniqueConstraint('inbox_id', 'position', name=op.f('uq_fetch_inbox_id_position'))
    )
    with op.batch_alter_table('fetch', schema=None) as batch_op:
        batch_op.create_index('ix_fetch_chat_batch', ['chat', 'batch'], unique=False)
        batch_op.create_index('ix_fetch_state_not_before', ['state', 'not_before'], unique=False)

    op.create_table('progress_update',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('before', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('after', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('undoes_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_progress_update_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_progress_update_person_id')),
    sa.ForeignKeyConstraint(['undoes_id'], ['progress_update.id'], name=op.f('fk_progress_update_undoes_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_progress_update')),
    sa.UniqueConstraint('undoes_id', name=op.f('uq_progress_update_undoes_id'))
    )
    with op.batch_alter_table('progress_update', schema=None) as batch_op:
        batch_op.create_index('ix_progress_update_assignment_id', ['assignment_id', 'id'], unique=False)

    op.create_table('score',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('points', storage.tables.base.Points(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_score_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_score_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score'))
    )
    with op.batch_alter_table('score', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_score_assignment_id'), ['assignment_id'], unique=False)

    op.create_table('snooze',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('remind_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('planned', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_snooze_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_snooze_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_snooze'))
    )
    with op.batch_alter_table('snooze', schema=None) as batch_op:
        batch_op.create_index('ix_snooze_planned_remind_at', ['planned', 'remind_at'], unique=False)

    op.create_table('support',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_support_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_support_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_support')),
    sa.UniqueConstraint('assignment_id', 'name', name=op.f('uq_support_assignment_id_name'))
    )
    with op.batch_alter_table('support', schema=None) as batch_op:
        batch_op.create_index('ix_support_person_id', ['person_id'], unique=False)

    op.create_table('verdict',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('accepted', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_verdict_assignment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_verdict_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_verdict'))
    )
    with op.batch_alter_table('verdict', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verdict_assignment_id'), ['assignment_id'], unique=False)

    op.create_table('evidence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('fetch_id', sa.Integer(), nullable=True),
    sa.Column('batch', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('mime', sa.String(), nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('sha256', sa.String(), nullable=True),
    sa.Column('number', sa.String(), nullable=True),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.Column('subject', sa.String(), nullable=True),
    sa.Column('caption', sa.String(), nullable=True),
    sa.Column('received_at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.Column('withdrawn_at', storage.tables.base.Instant(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['fetch_id'], ['fetch.id'], name=op.f('fk_evidence_fetch_id')),
    sa.ForeignKeyConstraint(['office_id'], ['unit.id'], name=op.f('fk_evidence_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_evidence_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence')),
    sa.UniqueConstraint('fetch_id', name=op.f('uq_evidence_fetch_id'))
    )
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.create_index('ix_evidence_sha256', ['sha256'], unique=False)

    op.create_table('evidence_for',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evidence_id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_evidence_for_assignment_id')),
    sa.ForeignKeyConstraint(['evidence_id'], ['evidence.id'], name=op.f('fk_evidence_for_evidence_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence_for')),
    sa.UniqueConstraint('evidence_id', 'assignment_id', name=op.f('uq_evidence_for_evidence_id_assignment_id'))
    )
    with op.batch_alter_table('evidence_for', schema=None) as batch_op:
        batch_op.create_index('ix_evidence_for_assignment_id', ['assignment_id'], unique=False)
    forbid_changes()


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
