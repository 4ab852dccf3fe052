"""Causes of delay: given by the official, confirmed as objective or not by a leader (Nghị định 335/2025/NĐ-CP)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.statements import numbered
from storage.tables import Cause


@dataclass(frozen=True, slots=True)
class Given:
    """A cause as it stands; `confirmed` is None until it is decided."""

    id: int
    assignment_id: int
    person_id: int
    reason: str
    confirmed: bool | None


_GIVEN = select(Cause.id, Cause.assignment_id, Cause.person_id, Cause.reason, Cause.confirmed)


def give(db: Connection, assignment_id: int, reason: str, *, by: int, at: datetime) -> int:
    """Keep a cause; an earlier one that nobody decided gives way."""
    earlier = (Cause.assignment_id == assignment_id, Cause.confirmed.is_(None))
    db.execute(update(Cause).where(*earlier).values(confirmed=False, decided_by=by, decided_at=at))
    values = {"assignment_id": assignment_id, "person_id": by, "at": at, "reason": reason}
    made: int = db.scalars(insert(Cause).values(**values).returning(Cause.id)).one()
    return made


def get(db: Connection, cause_id: int) -> Given:
    """A cause.

    Raises:
        Gone: there is none.
    """
    return Given(*numbered(db, _GIVEN.where(Cause.id == cause_id)))


def decide(db: Connection, cause_id: int, *, confirmed: bool, by: int, at: datetime) -> bool:
    """Confirm or refuse, once; returns False when it was decided before."""
    query = update(Cause).where(Cause.id == cause_id, Cause.confirmed.is_(None))
    values = {"confirmed": confirmed, "decided_by": by, "decided_at": at}
    return db.scalar(query.values(**values).returning(Cause.id)) is not None


_STANDING = (
    select(Cause.assignment_id, Cause.reason, Cause.confirmed)
    .where(Cause.assignment_id.in_(bindparam("rows", expanding=True)), Cause.confirmed.is_not(False))
    .order_by(Cause.confirmed.is_not(None), Cause.id)
)


def standing(db: Connection, assignment_ids: Sequence[int]) -> dict[int, tuple[str, bool]]:
    """The cause of each of these rows that was not refused, and whether it was confirmed as objective; a confirmed one first."""
    found = db.execute(_STANDING, {"rows": assignment_ids}) if assignment_ids else ()
    return {row.assignment_id: (row.reason, bool(row.confirmed)) for row in found}


def confirmed_of(db: Connection, assignment_ids: Collection[int]) -> dict[int, str]:
    """The confirmed objective causes of these rows."""
    query = _GIVEN.where(Cause.assignment_id.in_(assignment_ids), Cause.confirmed.is_(True)).order_by(Cause.id)
    return {row.assignment_id: row.reason for row in db.execute(query)} if assignment_ids else {}
