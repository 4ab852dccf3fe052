"""Reports on assignments: append-only lines, each with what it changed, so that it can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from storage.errors import NothingToUndo, NotOpen
from storage.rules.status import OPEN, Progress, may_follow
from storage.statements import alike, columns_of, set_columns
from storage.tables import Assignment, Update
from storage.work import figures
from storage.work.assignments import Work, get

UNDOABLE = ("progress", "blocked", "extension")
DATES, INSTANTS, POINTS = {"completed_on", "due_on", "listed_late_on"}, {"reported_at", "checked_at"}, {"foreseen"}
_LINE = insert(Update).returning(Update.id)
_SET = update(Assignment).where(Assignment.id == bindparam("row"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes a line of history, when, and by which way.

    Attributes:
        by: the person; None for the system.
        at: when, in UTC.
        source: tap, text, sheet or office.
    """

    by: int | None
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Report:
    """How far an official says that the work is.

    Attributes:
        percent: 1 to 99, where one was told.
        completed_on: the issue date of the result; None = the day of the report.
        note: the person's own words.
    """

    progress: Progress
    percent: int | None = None
    completed_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one report did: the line, and the row before and after."""

    id: int
    before: Work
    after: Work


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a row as a line of history holds them: dates, moments and points as text."""
    return {key: _plainly(value) for key, value in values.items()}


def _plainly(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def parsed(values: dict[str, Any]) -> dict[str, Any]:
    """The same, back from a line of history."""
    read: dict[str, Any] = {key: date.fromisoformat(value) if value and key in DATES else value for key, value in values.items()}
    read |= {key: datetime.fromisoformat(value) for key, value in read.items() if value and key in INSTANTS}
    return read | {key: Decimal(value) for key, value in read.items() if value and key in POINTS}


def change(
    db: Connection,
    assignment_id: int,
    values: dict[str, Any],
    kind: str,
    stamp: Stamp,
    *,
    note: str | None = None,
    undoes: int | None = None,
    before: Work | None = None,
) -> Recorded:
    """Change a row and write the line that says so; the one door through which an assignment changes.

    Args:
        db: open connection.
        assignment_id: the row.
        values: new values of tracked columns.
        kind: progress, blocked, extension, grant, check, remark, handover, load, split or undo.
        stamp: who, when, by which way.
        note: the person's own words.
        undoes: the line that this one takes back.
        before: the row as it was just read in this transaction, if it was.

    Raises:
        NotOpen: the progress may not follow the present one.
    """
    before = before or get(db, assignment_id)
    if "progress" in values and kind != "undo" and not may_follow(before.progress, Progress(values["progress"])):
        raise NotOpen(code=before.name, progress=before.progress)
    old = _swap(db, assignment_id, values) if values else {}
    told = line(kind, stamp, values, old) | {"note": note, "undoes_id": undoes}
    line_id: int = db.scalars(_LINE, {"assignment_id": assignment_id} | told).one()
    return Recorded(line_id, before, get(db, assignment_id))


def line(kind: str, stamp: Stamp, after: dict[str, Any], before: dict[str, Any] | None = None) -> dict[str, Any]:
    """A line of history, but for the row that it is about."""
    who = {"person_id": stamp.by, "at": stamp.at, "kind": kind, "source": stamp.source, "note": None, "undoes_id": None}
    return who | {"before": _plain(before or {}), "after": _plain(after)}


def change_many(
    db: Connection,
    changes: Iterable[tuple[int, dict[str, Any]]],
    kind: str,
    stamp: Stamp,
    undoes: Mapping[int, int] | None = None,
) -> None:
    """Change rows as `change` does, in a few statements however many they are.

    Args:
        db: open connection.
        changes: rows, each with new values of tracked columns; a row stands here once.
        kind: as in `change`.
        stamp: as in `change`.
        undoes: of each row the line that is taken back.

    Raises:
        NotOpen: the progress of one may not follow its present one.
    """
    news = list(changes)
    before = {one: old for names, group in alike(news) for one, old in columns_of(db, Assignment, group, names).items()}
    lines = []
    for one, values in news:
        old = before[one]
        if "progress" in values and kind != "undo" and not may_follow(Progress(old["progress"]), Progress(values["progress"])):
            raise NotOpen(code=get(db, one).name, progress=Progress(old["progress"]))
        lines.append({"assignment_id": one} | line(kind, stamp, values, old) | {"undoes_id": (undoes or {}).get(one)})
    set_columns(db, Assignment, news)
    if lines:
        db.execute(insert(Update), lines)


def _swap(db: Connection, assignment_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """Set the columns and hand back what they were."""
    old = db.execute(_columns(tuple(values)), {"row": assignment_id}).one()._asdict()
    db.execute(_SET, {"row": assignment_id} | values)
    return old


@cache
def _columns(names: tuple[str, ...]) -> Select[Any]:
    """How to read some columns of a row: the same few sets are asked for all day long."""
    return select(*(getattr(Assignment, name) for name in names)).where(Assignment.id == bindparam("row"))


def report(db: Connection, assignment_id: int, told: Report, stamp: Stamp, today: date) -> Recorded:
    """An official says how far the work is. Done waits for a check.

    Raises:
        NotOpen: the row was accepted already.
    """
    before = get(db, assignment_id)
    if before.progress is Progress.CONFIRMED:
        raise NotOpen(code=before.name)
    progress = told.progress
    if before.progress is Progress.RETURNED and progress in OPEN:
        progress = Progress.RETURNED  # work goes on, but its points stay at risk until it is reported again
    done = progress is Progress.REPORTED
    values = {
        "progress": progress.value,
        "percent": told.percent,
        "blocked": None,
        "completed_on": (told.completed_on or _known_date(before) or today) if done else None,
        "reported_at": stamp.at if done else None,
    }
    values |= figures.foreseen(db, assignment_id, values)
    return change(db, assignment_id, values, "progress", stamp, note=told.note, before=before)


def _known_date(before: Work) -> date | None:
    """The date of what was reported done already: "xong" said once more, or after more was asked for, does not move it to today.

    How long the check took never counts against a person.
    """
    return before.completed_on if before.progress in {Progress.REPORTED, Progress.RETURNED} else None


def measure(db: Connection, assignment_id: int, told: str, stamp: Stamp, today: date, *, final: bool) -> Recorded:
    """An official gives the figure of a row: the one so far, or the one of the cut-off, which reports it done.

    Args:
        db: open connection.
        assignment_id: the row.
        told: the figure as it is kept, see `storage.rules.scoring.figure`, or the name of a step.
        stamp: who, when, by which way.
        today: local date.
        final: measured at the cut-off.

    Raises:
        NotOpen: the row was accepted already.
    """
    before = get(db, assignment_id)
    if before.progress is Progress.CONFIRMED:
        raise NotOpen(code=before.name)
    values: dict[str, Any] = {"figure": told, "blocked": None}
    if final:
        done_on = min(today, before.due_on or today)
        values |= {"progress": Progress.REPORTED.value, "percent": None, "completed_on": done_on, "reported_at": stamp.at}
    elif before.progress is not Progress.RETURNED:
        values |= {"progress": Progress.IN_PROGRESS.value, "completed_on": None, "reported_at": None}
    values |= figures.foreseen(db, assignment_id, values)
    return change(db, assignment_id, values, "progress", stamp)


def block(db: Connection, assignment_id: int, reason: str, stamp: Stamp) -> Recorded:
    """An official says what stands in the way; the progress stays as it is."""
    return change(db, assignment_id, {"blocked": reason}, "blocked", stamp, note=reason)


def last_undoable(db: Connection, assignment_id: int, person_id: int) -> int | None:
    """The newest line of the row, when it is this person's and can still be taken back."""
    undone = select(Update.undoes_id).where(Update.undoes_id.is_not(None))
    query = (
        select(Update.id, Update.person_id, Update.kind)
        .where(Update.assignment_id == assignment_id, Update.kind != "undo", Update.id.not_in(undone))
        .order_by(Update.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    return row.id if row and row.person_id == person_id and row.kind in UNDOABLE else None


def last_of_person(db: Connection, person_id: int) -> tuple[int, int] | None:
    """`(line, assignment)` of the newest report of a person that was not taken back yet."""
    undone = select(Update.undoes_id).where(Update.undoes_id.is_not(None))
    query = (
        select(Update.id, Update.assignment_id)
        .where(Update.person_id == person_id, Update.kind.in_(UNDOABLE), Update.id.not_in(undone))
        .order_by(Update.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    return (row.id, row.assignment_id) if row else None


def made_at(db: Connection, line_id: int) -> datetime:
    """When a line of history was written."""
    return db.scalars(select(Update.at).where(Update.id == line_id)).one()


def between(db: Connection, first: int, last: int, person_id: int) -> list[int]:
    """The lines of a person from one to another that can still be taken back."""
    query = select(Update.id, Update.assignment_id).where(Update.id.between(first, last), Update.person_id == person_id)
    return [row.id for row in db.execute(query.order_by(Update.id)) if last_undoable(db, row.assignment_id, person_id) == row.id]


def words_of(db: Connection, line_id: int) -> str | None:
    """The words in which something was reported; None where it was tapped, or not said in words."""
    return db.scalar(select(Update.note).where(Update.id == line_id, Update.source == "text"))


def last_words(db: Connection, assignment_ids: Iterable[int]) -> dict[int, str | None]:
    """The words of the newest report on each row; rows without a report are left out."""
    newest = newest_reports(assignment_ids)
    found = db.execute(select(Update.assignment_id, Update.note).where(Update.id.in_(newest)))
    return {row.assignment_id: row.note for row in found}


def newest_reports(assignment_ids: Iterable[int]) -> Select[int]:
    """The lines of the newest reports of progress, one a row."""
    of_rows = (Update.assignment_id.in_(list(assignment_ids)), Update.kind == "progress")
    return select(func.max(Update.id)).where(*of_rows).group_by(Update.assignment_id)


def undo(db: Connection, line_id: int, *, by: int, at: datetime) -> Recorded:
    """Take back a report: the row is again as it was before it.

    Raises:
        NothingToUndo: not the newest line of the row, not this person's, already taken back, or checked since.
    """
    line = db.execute(select(Update.assignment_id, Update.before).where(Update.id == line_id)).first()
    if line is None or last_undoable(db, line.assignment_id, by) != line_id:
        raise NothingToUndo
    if get(db, line.assignment_id).progress is Progress.CONFIRMED:
        raise NothingToUndo
    values = parsed(line.before)
    return change(db, line.assignment_id, values, "undo", Stamp(by, at, "tap"), undoes=line_id)


def answered_since(db: Connection, assignment_ids: list[int], since: datetime) -> set[int]:
    """Those of the rows that somebody reported on since a moment."""
    of_people = Update.source != "sheet"  # a table that was loaded answers no reminder
    query = select(Update.assignment_id).where(Update.assignment_id.in_(assignment_ids), Update.at >= since, of_people)
    return set(db.scalars(query))
