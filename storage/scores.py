"""Marks that officials give themselves (tự chấm); those of checkers come with the published figures."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, delete, insert, select

from storage.assignments import get
from storage.errors import NothingToUndo, NotOpen
from storage.tables import Score

SELF = "self"


def keep_self(db: Connection, assignment_id: int, points: Decimal, *, by: int, at: datetime, reason: str | None) -> int:
    """Keep a self score; returns its number, for taking it back.

    Raises:
        NotOpen: somebody has marked the row already.
    """
    if db.scalar(select(Score.id).where(Score.assignment_id == assignment_id, Score.stage != SELF).limit(1)):
        raise NotOpen(code=get(db, assignment_id).name)
    values = {"assignment_id": assignment_id, "stage": SELF, "points": points, "person_id": by, "at": at, "reason": reason}
    made: int = db.scalars(insert(Score).values(**values).returning(Score.id)).one()
    return made


def drop_self(db: Connection, score_id: int, *, by: int) -> int:
    """Take back an own self score that nothing followed; returns its row.

    Raises:
        NothingToUndo: somebody else's, gone already, or a later mark stands.
    """
    row = db.execute(select(Score.assignment_id, Score.person_id, Score.stage).where(Score.id == score_id)).first()
    if row is None or row.person_id != by or row.stage != SELF:
        raise NothingToUndo
    if db.scalar(select(Score.id).where(Score.assignment_id == row.assignment_id, Score.id > score_id).limit(1)):
        raise NothingToUndo
    db.execute(delete(Score).where(Score.id == score_id))
    owner: int = row.assignment_id
    return owner
