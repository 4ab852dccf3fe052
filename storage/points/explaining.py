"""Explanation (giải trình): once a row, by the person in charge, of a mark that the first verification took off."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.errors import Gone, Locked, NothingToUndo
from storage.points import scores
from storage.points.marking import Line
from storage.rules import year as rules
from storage.rules.marks import Mark, Stage
from storage.rules.year import Phase
from storage.tables import Score
from storage.work import campaigns
from storage.work.assignments import get


def keep(db: Connection, line: Line, mark: Mark, local: datetime) -> int:
    """Keep an explanation and the mark that it asks for.

    Args:
        db: open connection.
        line: the row with its marks.
        mark: of the stage EXPLAINED: the points asked for (those of the verification where it is accepted as it is), and why.
        local: its moment by the office's clock.

    Raises:
        Locked: the window is over.
        Gone: nothing was taken off, it was explained already, or the second verification was given.
    """
    _open(db, line.id, local)
    if not line.must_explain:
        raise Gone
    return scores.keep(db, line.id, mark)


def _open(db: Connection, assignment_id: int, local: datetime) -> None:
    if not rules.takes_own(campaigns.windows_of_row(db, assignment_id), Phase.EXPLAIN, local):
        raise Locked(code=get(db, assignment_id).name)


def drop(db: Connection, score_id: int, *, by: int, local: datetime) -> int:
    """Take back an own explanation until the lock; returns its row.

    Raises:
        NothingToUndo: somebody else's, gone already, or judged since.
        Locked: the window is over.
    """
    row = db.execute(select(Score.assignment_id, Score.person_id, Score.stage).where(Score.id == score_id)).first()
    if row is None or row.person_id != by or row.stage != Stage.EXPLAINED.value:
        raise NothingToUndo
    owner: int = row.assignment_id
    _open(db, owner, local)
    if db.scalar(select(Score.id).where(Score.assignment_id == owner, Score.id > score_id).limit(1)):
        raise NothingToUndo
    db.execute(delete(Score).where(Score.id == score_id))
    return owner
