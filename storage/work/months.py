"""What one person did in one month: the rows due, completed or still late in it, with results and confirmed causes."""

from dataclasses import dataclass
from datetime import date, tzinfo

from sqlalchemy import Connection, and_, or_

from storage.rules.calendar import Calendar
from storage.rules.deadlines import days_late
from storage.rules.status import DONE, NOBODYS_WORK, OPEN, is_owed
from storage.tables import Assignment
from storage.work import causes, handovers
from storage.work.assignments import BASE, Work, read

_OPEN = [one.value for one in OPEN]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the month.

    Attributes:
        late: working days that the result, or the open row by now, is late; judged by the completion date alone.
        cause: the confirmed objective cause of the delay, if there is one.
        taken_on: the day on which the person took the row over, where it was late already: that delay is not theirs.
    """

    work: Work
    late: int
    cause: str | None
    taken_on: date | None = None

    @property
    def is_done(self) -> bool:
        return self.work.progress in DONE

    @property
    def is_own_delay(self) -> bool:
        return bool(self.late) and self.taken_on is None

    @property
    def is_on_time(self) -> bool:
        """Done on a day that is known, and not after its due date."""
        return self.is_done and self.work.completed_on is not None and not self.late


def of_person(db: Connection, person_id: int, first: date, last: date, today: date, cal: Calendar, zone: tzinfo) -> list[Line]:
    """The lines of a month, by due date.

    Args:
        db: open connection.
        person_id: whose work.
        first: day of the month.
        last: day of the month.
        today: local date; an open row is late up to it.
        cal: of the office.
        zone: the office's time zone.
    """
    due = and_(Assignment.due_on >= first, Assignment.due_on <= last)
    completed = and_(Assignment.completed_on >= first, Assignment.completed_on <= last)
    still_late = and_(Assignment.due_on < first, or_(Assignment.progress.in_(_OPEN), Assignment.completed_on > last))
    in_month = or_(due, completed, still_late)
    query = BASE.where(Assignment.person_id == person_id, in_month).order_by(Assignment.due_on, Assignment.id)
    works = [work for row in db.execute(query) if (work := read(row)).kind not in NOBODYS_WORK]
    known = causes.confirmed_of(db, [work.id for work in works])
    late = {work.id: _late(work, min(today, last), cal) for work in works}
    owed = [(work.id, person_id, work.due_on) for work in works if work.due_on and late[work.id]]
    taken = handovers.taken_late(db, owed, zone)
    return [Line(work, late[work.id], known.get(work.id), taken.get(work.id)) for work in works]


def _late(work: Work, upto: date, cal: Calendar) -> int:
    end = work.completed_on if work.progress in DONE else upto if is_owed(work.kind, work.progress) else None
    return days_late(work.due_on, end, cal)
