"""Work that changes hands: proposed by the coordinator, moved only when the successor agrees; history and dates stay."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.errors import Gone
from storage.rules.status import Progress
from storage.statements import numbered
from storage.tables import Handover, Update
from storage.work import assignments, updates
from storage.work.assignments import Work
from storage.work.updates import Stamp


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rows that one person is to take over from another; open until decided."""

    id: int
    office_id: int
    from_id: int
    to_id: int
    rows: list[int]
    proposed_by: int


_OPEN = select(Handover.id, Handover.office_id, Handover.from_id, Handover.to_id, Handover.rows, Handover.proposed_by).where(
    Handover.decided_at.is_(None)
)


def movable(db: Connection, person_id: int) -> list[Work]:
    """What changes hands when a person goes: all but what was accepted, which stays under the name of who did it."""
    return [work for work in assignments.of_person(db, person_id) if work.progress is not Progress.CONFIRMED]


def propose(db: Connection, office_id: int, from_id: int, to_id: int, *, by: int, at: datetime) -> tuple[int, list[Work]]:
    """Ask a successor to take over; an earlier proposal about the same person is withdrawn.

    Raises:
        Gone: there is nothing to hand over, or the two are one.
    """
    rows = movable(db, from_id)
    if not rows or from_id == to_id:
        raise Gone
    db.execute(update(Handover).where(Handover.from_id == from_id, Handover.decided_at.is_(None)).values(decided_at=at))
    values = {
        "office_id": office_id,
        "from_id": from_id,
        "to_id": to_id,
        "rows": [work.id for work in rows],
        "proposed_by": by,
        "proposed_at": at,
    }
    made: int = db.scalars(insert(Handover).values(**values).returning(Handover.id)).one()
    return made, rows


def open_for(db: Connection, proposal_id: int, to_id: int) -> Proposal:
    """A proposal that this person may still answer.

    Raises:
        Gone: decided, withdrawn, or made to somebody else.
    """
    query = _OPEN.where(Handover.id == proposal_id, Handover.to_id == to_id)
    return Proposal(*numbered(db, query))


def accept(db: Connection, proposal: Proposal, *, at: datetime) -> list[Work]:
    """The successor agrees: those of the rows that still belong to the other change hands.

    Returns:
        The rows as they now are.
    """
    _decide(db, proposal, at, accepted=True)
    still = [work.id for work in movable(db, proposal.from_id) if work.id in set(proposal.rows)]
    return [_give(db, row, proposal.to_id, by=proposal.to_id, at=at) for row in still]


@dataclass(frozen=True, slots=True)
class Taken:
    """A proposal that the successor accepted."""

    from_id: int
    to_id: int
    rows: list[int]
    decided_at: datetime


def last_accepted(db: Connection, office_id: int) -> Taken | None:
    """The last handover of an office that took place."""
    query = (
        select(Handover.from_id, Handover.to_id, Handover.rows, Handover.decided_at)
        .where(Handover.office_id == office_id, Handover.accepted.is_(True))
        .order_by(Handover.decided_at.desc(), Handover.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    return Taken(*row) if row else None


_MOVES = (
    select(Update.assignment_id, Update.at, Update.before)
    .where(Update.assignment_id.in_(bindparam("rows", expanding=True)), Update.kind.in_(["handover", "load"]))
    .order_by(Update.id)
)


def taken_late(db: Connection, late: Iterable[tuple[int, int | None, date]], zone: tzinfo) -> dict[int, date]:
    """Which late rows became late in other hands: who holds them now was given them afterwards, and on which day.

    Args:
        db: open connection.
        late: of each row its id, who holds it, and its due date.
        zone: of the office.
    """
    due = {row: (holder, day) for row, holder, day in late}
    moved: dict[int, list[tuple[int | None, date]]] = defaultdict(list)  # who held it until when, since it became late
    for row, at, before in db.execute(_MOVES, {"rows": list(due)}) if due else ():
        day = at.astimezone(zone).date()
        if "person_id" in before and day > due[row][1]:
            moved[row].append((before["person_id"], day))
    return {row: by[-1][1] for row, by in moved.items() if by[0][0] != due[row][0]}


def decline(db: Connection, proposal: Proposal, *, at: datetime) -> None:
    _decide(db, proposal, at, accepted=False)


def release(db: Connection, person_id: int, *, by: int, at: datetime) -> list[Work]:
    """A leaver lets go of the rows: nobody answers for them until the coordinator says who does.

    Returns:
        The rows as they now are.
    """
    db.execute(update(Handover).where(Handover.from_id == person_id, Handover.decided_at.is_(None)).values(decided_at=at))
    return [_give(db, work.id, None, by=by, at=at) for work in movable(db, person_id)]


def _give(db: Connection, assignment_id: int, person_id: int | None, *, by: int, at: datetime) -> Work:
    return updates.change(db, assignment_id, {"person_id": person_id}, "handover", Stamp(by, at, "office")).after


def _decide(db: Connection, proposal: Proposal, at: datetime, *, accepted: bool) -> None:
    db.execute(update(Handover).where(Handover.id == proposal.id).values(decided_at=at, accepted=accepted))
