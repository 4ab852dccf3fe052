"""What one person did in one month: the rows due or completed in it, with results, lateness and confirmed causes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, or_

from storage import causes
from storage.assignments import BASE, Work, read
from storage.rules.calendar import Calendar
from storage.rules.deadlines import days_late
from storage.rules.status import DONE, NOBODYS_WORK, is_owed
from storage.tables import Assignment


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the month.

    Attributes:
        late: working days that the result, or the open row by now, is late; judged by the completion date alone.
        cause: the confirmed objective cause of the delay, if there is one.
    """

    work: Work
    late: int
    cause: str | None

    @property
    def is_done(self) -> bool:
        return self.work.progress in DONE

    @property
    def is_on_time(self) -> bool:
        """Done on a day that is known, and not after its due date."""
        return self.is_done and self.work.completed_on is not None and not self.late


def of_person(db: Connection, person_id: int, first: date, last: date, today: date, cal: Calendar) -> list[Line]:
    """The lines of a month, by due date.

    Args:
        db: open connection.
        person_id: whose work.
        first: day of the month.
        last: day of the month.
        today: local date; an open row is late up to it.
        cal: of the office.
    """
    due = and_(Assignment.due_on >= first, Assignment.due_on <= last)
    completed = and_(Assignment.completed_on >= first, Assignment.completed_on <= last)
    query = BASE.where(Assignment.person_id == person_id, or_(due, completed)).order_by(Assignment.due_on, Assignment.id)
    works = [work for row in db.execute(query) if (work := read(row)).kind not in NOBODYS_WORK]
    known = causes.confirmed_of(db, [work.id for work in works])
    return [Line(work, _late(work, min(today, last), cal), known.get(work.id)) for work in works]


def _late(work: Work, upto: date, cal: Calendar) -> int:
    end = work.completed_on if work.progress in DONE else upto if is_owed(work.kind, work.progress) else None
    return days_late(work.due_on, end, cal)
