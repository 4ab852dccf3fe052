"""Criteria given to people with due dates: what a conversation, a reminder or a list needs to know of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from storage.errors import Gone, NobodysRow, NotYours
from storage.office.people import CHECKERS, TEAM, Official, covers
from storage.rules.instances import ahead, named, spoken_of
from storage.rules.marks import FINAL
from storage.rules.points import share
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Campaign, Criterion, Leave, Person, Score, Support
from storage.work import campaigns


@dataclass(frozen=True, slots=True)
class Work:
    """One row of somebody's work, as shown and reported on; `max_points` of an instance is its share."""

    id: int
    code: str | None
    title: str
    kind: Kind
    progress: Progress
    percent: int | None
    blocked: str | None
    due_on: date | None
    official_due_on: date | None
    due_rule: str | None
    due_text: str | None
    completed_on: date | None
    reported_at: datetime | None
    max_points: Decimal | None
    required_evidence: str | None
    number_only: bool
    result_document: str | None
    person_id: int | None
    person: str | None
    unit_id: int
    office_id: int
    year: int
    period: str
    listed_late_on: date | None
    figure: str | None
    last_year: dict[str, Any]
    needs_check: tuple[str, ...]
    criterion_id: int

    @property
    def name(self) -> str:
        """The code, or the beginning of the title where the file gave no code."""
        return named(self.code, self.title, self.period)


_sibling = aliased(Assignment)
_LIVE = select(func.count()).where(_sibling.criterion_id == Assignment.criterion_id, _sibling.dropped_at.is_(None))
_SIBLINGS, _ELDER = _LIVE.scalar_subquery(), _LIVE.where(_sibling.id < Assignment.id).scalar_subquery()
COLUMNS = (
    Assignment.id,
    Criterion.code,
    Criterion.title,
    Criterion.kind,
    Assignment.progress,
    Assignment.percent,
    Assignment.blocked,
    Assignment.due_on,
    Assignment.official_due_on,
    Assignment.due_rule,
    Assignment.due_text,
    Assignment.completed_on,
    Assignment.reported_at,
    Criterion.max_points,
    Criterion.required_evidence,
    Criterion.number_only,
    Assignment.result_document,
    Assignment.person_id,
    Person.full_name,
    Assignment.unit_id,
    Campaign.office_id,
    Campaign.year,
    Assignment.period,
    Assignment.listed_late_on,
    Assignment.figure,
    Criterion.last_year,
    Assignment.needs_check,
    Assignment.criterion_id,
    case((Assignment.period == "", 1), else_=_SIBLINGS).label("siblings"),
    case((Assignment.period == "", 0), else_=_ELDER).label("elder"),
)
BASE: Select[Any] = (
    select(*COLUMNS)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .join(Campaign, Campaign.id == Criterion.campaign_id)
    .outerjoin(Person, Person.id == Assignment.person_id)
    .where(Assignment.dropped_at.is_(None), Campaign.closed_on.is_(None))
)
_ORDER = (Assignment.due_on.is_(None), Assignment.due_on, Criterion.position, Assignment.id)
_BY_ID = BASE.where(Assignment.id == bindparam("row"))
_SEVERAL = BASE.where(Assignment.id.in_(bindparam("rows", expanding=True)))
_OF_PERSON = BASE.where(Assignment.person_id == bindparam("person")).order_by(*_ORDER)
_HELPED = (
    BASE.join(Support, Support.assignment_id == Assignment.id).where(Support.person_id == bindparam("person")).order_by(*_ORDER)
)
_ON_LEAVE = (
    BASE.join(Leave, Leave.person_id == Assignment.person_id)
    .where(
        Leave.taken.is_(True),
        Leave.first <= bindparam("today"),
        Leave.last >= bindparam("today"),
        Assignment.due_on.between(Leave.first, Leave.last),
    )
    .order_by(*_ORDER)
)
_STOOD_IN = _ON_LEAVE.where(Leave.to_id == bindparam("person"))
_EITHER_WAY = _ON_LEAVE.where(or_(Leave.to_id == bindparam("person"), Leave.person_id == bindparam("person")))


def read(row: Any) -> Work:
    """A `Work` from a row of `BASE`."""
    *values, siblings, elder = row
    values[3], values[4], values[-2] = Kind(row.kind), Progress(row.progress), tuple(row.needs_check)
    if siblings > 1 and row.max_points is not None:
        values[13] = share(row.max_points, siblings)[elder]
    return Work(*values)


def get(db: Connection, assignment_id: int) -> Work:
    """One row.

    Raises:
        Gone: it is not in the office's list any more.
    """
    row = db.execute(_BY_ID, {"row": assignment_id}).first()
    if row is None:
        raise Gone
    return read(row)


def several(db: Connection, ids: list[int]) -> list[Work]:
    """Those of the rows that still exist, in the order asked."""
    found = {row.id: read(row) for row in db.execute(_SEVERAL, {"rows": ids})}
    return [found[one] for one in ids if one in found]


def of_person(db: Connection, person_id: int, today: date | None = None) -> list[Work]:
    """What a person answers for, by due date, rows without one last; with `today` without instances that are still ahead."""
    return _in_sight([read(row) for row in db.execute(_OF_PERSON, {"person": person_id})], today)


def helped_by(db: Connection, person_id: int, today: date | None = None) -> list[Work]:
    """What a person helps with (phối hợp); `today` as above."""
    return _in_sight([read(row) for row in db.execute(_HELPED, {"person": person_id})], today)


def stood_in_by(db: Connection, person_id: int, today: date) -> list[Work]:
    """What a person does today for colleagues on leave: the rows that fall due in a leave for which they agreed to stand in."""
    found = (read(row) for row in db.execute(_STOOD_IN, {"person": person_id, "today": today}))
    return list({work.id: work for work in found}.values())


def through_leave(db: Connection, person_id: int, today: date) -> tuple[list[Work], frozenset[int]]:
    """What a person does today for colleagues on leave, and which own rows a substitute does while the person is away."""
    found = [read(row) for row in db.execute(_EITHER_WAY, {"person": person_id, "today": today})]
    given = frozenset(work.id for work in found if work.person_id == person_id)
    return list({work.id: work for work in found if work.id not in given}.values()), given


def in_hand(db: Connection, person_id: int, today: date) -> list[Work]:
    """What a person reports on today: own rows in sight, then those of colleagues on leave."""
    return [*of_person(db, person_id, today), *stood_in_by(db, person_id, today)]


def _in_sight(works: list[Work], today: date | None) -> list[Work]:
    hidden = ahead(works, today) if today else frozenset()
    return [work for work in works if work.id not in hidden] if hidden else works


def coded(db: Connection, office_id: int, code: str, today: date | None = None) -> list[Work]:
    """The rows of that code, in every open year; where none bears it now, those that did before a new decision.

    With `today`, of recurring work what is spoken of now.
    """
    query = BASE.where(Campaign.office_id == office_id, Criterion.code == code).order_by(Campaign.year, *_ORDER)
    works = [read(row) for row in db.execute(query)] or formerly_coded(db, office_id, code)
    return spoken_of(works, today) if today else works


def formerly_coded(db: Connection, office_id: int, code: str) -> list[Work]:
    """The rows that bore a code before a new decision, in the open years."""
    old = campaigns.formerly(db, office_id, code)
    query = BASE.where(Criterion.id.in_(old)).order_by(Campaign.year, *_ORDER)
    return [read(row) for row in db.execute(query)] if old else []


def helpers(db: Connection, assignment_id: int) -> list[int]:
    query = select(Support.person_id).where(Support.assignment_id == assignment_id, Support.person_id.is_not(None))
    return [one for one in db.scalars(query) if one is not None]


def owned(db: Connection, person: Official, assignment_id: int) -> Work:
    """A row that this person answers for.

    Raises:
        NotYours: somebody else does.
    """
    work = get(db, assignment_id)
    if work.person_id != person.id:
        raise NotYours(code=work.name)
    return work


def held(db: Connection, person: Official, assignment_id: int, today: date) -> Work:
    """A row that this person answers for, or does today for a colleague on leave.

    Raises:
        NotYours: somebody else does.
    """
    work = get(db, assignment_id)
    if work.person_id != person.id and work not in stood_in_by(db, person.id, today):
        raise NotYours(code=work.name)
    return work


def reportable(db: Connection, person: Official, assignment_id: int, today: date) -> Work:
    """A row whose progress this person can report: an own one, or a colleague's during a leave.

    Raises:
        NotYours: somebody else answers for it.
        NobodysRow: its points come from a survey.
    """
    work = held(db, person, assignment_id, today)
    if work.kind is Kind.SURVEY:
        raise NobodysRow(code=work.name)
    return work


def sendable(db: Connection, person: Official, assignment_id: int) -> Work:
    """A row that this person may send documents for: the owner, or who helps.

    Raises:
        NotYours: somebody else does both.
    """
    work = get(db, assignment_id)
    if work.person_id != person.id and person.id not in helpers(db, assignment_id):
        raise NotYours(code=work.name)
    return work


def visible(db: Connection, person: Official, assignment_id: int) -> Work:
    """A row that this person may look at: own, helped with, or covered by a role.

    Raises:
        NotYours: none of these.
    """
    work = get(db, assignment_id)
    mine = work.person_id == person.id or person.id in helpers(db, assignment_id)
    if not mine and not covers(db, person, work.unit_id, *CHECKERS, *TEAM):
        raise NotYours(code=work.name)
    return work


def is_visible(db: Connection, person: Official, assignment_id: int) -> bool:
    """Whether the row is there and this person may look at it."""
    try:
        visible(db, person, assignment_id)
    except (NotYours, Gone):
        return False
    return True


def entered_at(db: Connection, assignment_id: int) -> datetime | None:
    """When the row was entered in the province's software, as somebody of the office said."""
    return db.scalar(select(Assignment.entered_at).where(Assignment.id == assignment_id))


def set_entered(db: Connection, assignment_id: int, at: datetime | None) -> None:
    """Tick the row as entered, or take the tick away."""
    db.execute(update(Assignment).where(Assignment.id == assignment_id).values(entered_at=at))


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the list says of how a row is done and marked: the scoring rule in words, the paper that assigned it."""

    rule: str | None
    document: str | None


def guidance(db: Connection, assignment_id: int) -> Guidance:
    """How a row is marked, and where it comes from."""
    query = select(Criterion.rule, Assignment.document).join(Criterion, Criterion.id == Assignment.criterion_id)
    row = db.execute(query.where(Assignment.id == assignment_id)).one()
    return Guidance(row.rule.get("text"), row.document)


def has_any(db: Connection, office_id: int) -> bool:
    """Whether a table was ever recorded in the office, of whatever year."""
    rows = select(Assignment.id).join(Criterion, Criterion.id == Assignment.criterion_id)
    rows = rows.join(Campaign, Campaign.id == Criterion.campaign_id).where(Campaign.office_id == office_id)
    return db.scalar(select(rows.exists())) or False


def dated(db: Connection, office_id: int, people: Collection[int] | None = None) -> list[Work]:
    """Every row of the office that has a date and that somebody holds, or one of some people: what reminders are planned from.

    Not those on which the last word from outside was spoken: nothing can be done for them any more.
    """
    query = BASE.where(
        Campaign.office_id == office_id,
        Assignment.person_id.is_not(None) if people is None else Assignment.person_id.in_(people),
        or_(Assignment.due_on.is_not(None), Assignment.due_rule.is_not(None)),
        ~exists().where(Score.assignment_id == Assignment.id, Score.stage.in_([stage.value for stage in FINAL])),
    ).order_by(*_ORDER)
    return [read(row) for row in db.execute(query)]
