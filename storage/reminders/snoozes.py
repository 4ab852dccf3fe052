"""One more reminder at a time of the official's choosing; the due date stays."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.tables import Snooze


def add(db: Connection, assignment_id: int, person_id: int, remind_at: datetime) -> None:
    """Keep one wish per row: the newest."""
    db.execute(
        update(Snooze)
        .where(Snooze.assignment_id == assignment_id, Snooze.person_id == person_id, Snooze.planned.is_(False))
        .values(planned=True)
    )
    values = {"assignment_id": assignment_id, "person_id": person_id, "remind_at": remind_at, "planned": False}
    db.execute(insert(Snooze).values(**values))


def planned(db: Connection, ids: list[int]) -> None:
    db.execute(update(Snooze).where(Snooze.id.in_(ids)).values(planned=True))


def held(db: Connection, now: datetime) -> set[int]:
    """Rows whose next reminder was put off until later than now."""
    return set(db.scalars(select(Snooze.assignment_id).where(Snooze.planned.is_(False), Snooze.remind_at > now)))
