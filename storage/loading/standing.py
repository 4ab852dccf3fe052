"""What stands in the office's list of a year: each scored leaf with who answers for it, in a handful of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from storage.loading.given import key
from storage.rules.instances import named
from storage.rules.scoring import Rule
from storage.rules.status import DONE, Kind, Progress
from storage.tables import Assignment, Criterion, Person, Score, Support, Unit, Update
from storage.work import instances

_parent, _field, _unit = aliased(Criterion), aliased(Criterion), aliased(Unit)
_LEAVES: Select[*tuple[Any, ...]] = (
    select(
        Criterion.id,
        Criterion.code,
        _field.title.label("field"),
        _parent.title.label("parent"),
        _parent.level.label("parent_level"),
        Criterion.title,
        Criterion.position,
        Criterion.max_points,
        Criterion.required_evidence,
        Criterion.kind,
        Criterion.rule,
        Criterion.number_only,
        Assignment.id.label("assignment_id"),
        Assignment.person_id,
        Person.full_name,
        Person.post,
        _unit.name.label("unit"),
        Assignment.official_due_on,
        Assignment.due_rule,
        Assignment.due_text,
        Assignment.strict,
        Assignment.document,
        Assignment.needs_check,
        Assignment.progress,
        Assignment.percent,
        Assignment.completed_on,
        Assignment.result_document,
        Assignment.dropped_at,
    )
    .join(Assignment, Assignment.criterion_id == Criterion.id)
    .outerjoin(_parent, _parent.id == Criterion.parent_id)
    .outerjoin(_field, _field.id == Criterion.field_id)
    .outerjoin(Person, Person.id == Assignment.person_id)
    .outerjoin(_unit, and_(_unit.id == Assignment.unit_id, _unit.is_office.is_(False)))
    .where(Criterion.campaign_id == bindparam("campaign"), Criterion.level == "leaf")
    .order_by(Assignment.dropped_at.is_not(None), Criterion.position, Criterion.id, Assignment.id)
)
_OF_CAMPAIGN = (
    select(Assignment.id).join(Criterion).where(Criterion.campaign_id == bindparam("campaign"), Criterion.level == "leaf")
)
_SUPPORTS = select(Support.assignment_id, Support.name).where(Support.assignment_id.in_(_OF_CAMPAIGN)).order_by(Support.id)
# A mark that came with a file has no person behind it; one that somebody gave is not the file's to change.
_SELF = select(Score.assignment_id, Score.points, Score.person_id).where(
    Score.assignment_id.in_(_OF_CAMPAIGN), Score.stage == "self"
)
_ABOUT_PROGRESS = or_(
    Update.kind.in_(("progress", "blocked", "check", "undo")), Update.after["progress"].as_string().is_not(None)
)
_TOUCHED = (
    select(Update.assignment_id, func.max(Update.at))
    .where(Update.assignment_id.in_(_OF_CAMPAIGN), _ABOUT_PROGRESS, Update.source != "sheet")
    .group_by(Update.assignment_id)
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A leaf as it stands.

    Attributes:
        assignments: its rows of work, more than one where recurring work was split into instances.
        done: how many of them are done.
        is_split: whether it was; date and state of the one row that the file knows are then those before, and of all together.
        due_on: as assigned; an extension moves another date.
        touched_at: when a person last said or decided something about it.
        own_mark: whether a person, not a file, gave the self mark.
    """

    id: int
    code: str | None
    field: str | None
    group: str | None
    title: str
    position: int
    max_points: Decimal | None
    evidence: str | None
    kind: Kind
    rule: Rule
    number_only: bool
    assignments: tuple[int, ...]
    person_id: int | None
    lead: str | None
    post: str | None
    unit: str | None
    supports: tuple[str, ...]
    due_on: date | None
    due_rule: str | None
    due_text: str | None
    strict: bool
    document: str | None
    needs_check: tuple[str, ...]
    status: Progress
    percent: int | None
    completed_on: date | None
    result_document: str | None
    self_score: Decimal | None
    own_mark: bool
    touched_at: datetime | None
    is_dropped: bool
    done: int = 0
    is_split: bool = False

    @property
    def text(self) -> str:
        return key(f"{self.group or ''} {self.title}")

    @property
    def name(self) -> str:
        """The code, or the beginning of the title where there is no code."""
        return named(self.code, self.title)


def of_campaign(db: Connection, campaign_id: int) -> list[Standing]:
    """Every leaf of a year, those that were dropped last."""
    key = {"campaign": campaign_id}
    supports: dict[int, list[str]] = {}
    for assignment_id, name in db.execute(_SUPPORTS, key):
        supports.setdefault(assignment_id, []).append(name)
    marks = {row.assignment_id: row for row in db.execute(_SELF.order_by(Score.id), key)}
    before = instances.before_of(db, campaign_id)
    touched = {one: at for one, at in db.execute(_TOUCHED, key)}  # noqa: C416 - a result has `keys`, dict() is misled
    rows: dict[int, list[Any]] = {}
    for row in db.execute(_LEAVES, key):
        rows.setdefault(row.id, []).append(row)
    found = {one: _standing(parts, supports, marks.get(parts[0].assignment_id), touched) for one, parts in rows.items()}
    whole = {one: _whole(found[one], rows[one], before[one], marks) for one in before.keys() & rows.keys()}
    return list((found | whole).values())


def _whole(leaf: Standing, parts: list[Any], before: dict[str, Any], marks: dict[int, Any]) -> Standing:
    """Recurring work as the one row that a file knows: its date before it was split, what all instances are together."""
    states = [Progress(part.progress) for part in parts]
    done = sum(state in DONE for state in states)
    given = [marks[part.assignment_id].points for part in parts if part.assignment_id in marks]
    return replace(
        leaf,
        due_on=before["official_due_on"],
        due_rule=before["due_rule"],
        due_text=before["due_text"],
        status=_of_all(states),
        percent=None,
        completed_on=None,
        result_document=None,
        self_score=sum(given, Decimal(0)) if given else None,
        done=done,
        is_split=True,
    )


def _of_all(states: Sequence[Progress]) -> Progress:
    """The state of instances together: one state where all share it, else under way."""
    if set(states) == DONE:
        return Progress.REPORTED
    return states[0] if len(set(states)) == 1 else Progress.IN_PROGRESS


def _standing(parts: list[Any], supports: dict[int, list[str]], mark: Any, touched: dict[int, datetime]) -> Standing:
    row = parts[0]
    moments = [touched[part.assignment_id] for part in parts if part.assignment_id in touched]
    return Standing(
        id=row.id,
        code=row.code,
        field=row.field,
        group=row.parent if row.parent_level == "group" else None,
        title=row.title,
        position=row.position,
        max_points=row.max_points,
        evidence=row.required_evidence,
        kind=Kind(row.kind),
        rule=Rule.from_dict(row.rule) if row.rule else Rule(),
        number_only=row.number_only,
        assignments=tuple(part.assignment_id for part in parts),
        person_id=row.person_id,
        lead=row.full_name,
        post=row.post,
        unit=row.unit,
        supports=tuple(supports.get(row.assignment_id, ())),
        due_on=row.official_due_on,
        due_rule=row.due_rule,
        due_text=row.due_text,
        strict=row.strict,
        document=row.document,
        needs_check=tuple(row.needs_check),
        status=Progress(row.progress),
        percent=row.percent,
        completed_on=row.completed_on,
        result_document=row.result_document,
        self_score=mark.points if mark else None,
        own_mark=mark is not None and mark.person_id is not None,
        touched_at=max(moments, default=None),
        is_dropped=row.dropped_at is not None,
    )
