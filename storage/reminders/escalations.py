"""Which late rows climbed which rung already: read from the audit, so that each is told of once."""

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from storage.tables import Assignment, Audit, Criterion

ACTION = "escalate"
AFTER = "escalation"  # of the settings: working days late after which each place is told
_field = aliased(Criterion)


def known(db: Connection, office_id: int) -> set[str]:
    """`place:row:due date` of all that was told."""
    return set(db.scalars(select(Audit.subject).where(Audit.action == ACTION, Audit.office_id == office_id)))


def field_of(db: Connection, assignment_id: int) -> str | None:
    """The field (lĩnh vực) of a row."""
    query = (
        select(_field.title)
        .join(Criterion, Criterion.field_id == _field.id)
        .join(Assignment, Assignment.criterion_id == Criterion.id)
        .where(Assignment.id == assignment_id)
    )
    return db.scalar(query)
