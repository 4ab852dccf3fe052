"""What is to be known before a late row is held against its person, noted on the rows themselves."""

from collections.abc import Iterable
from datetime import tzinfo

from storage.db import Connection
from storage.rules.rollup import Late
from storage.work import causes, handovers


def note_taken(db: Connection, overdue: Iterable[Late], zone: tzinfo) -> None:
    """Mark those that became late in other hands."""
    taken = handovers.taken_late(db, [(one.assignment_id, one.person_id, one.due_on) for one in overdue if one.due_on], zone)
    for one in overdue:
        one.leaf.taken_late = one.assignment_id in taken


def note_causes(db: Connection, overdue: Iterable[Late]) -> None:
    """Write down why each is late, and whether that was confirmed as objective."""
    known = causes.standing(db, [one.assignment_id for one in overdue])
    for one in overdue:
        one.leaf.cause, one.leaf.objective = known.get(one.assignment_id, (None, False))
