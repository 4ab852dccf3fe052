"""The leaves of a campaign as the roll-up behind /tiendo needs them: one statement, no objects of an ORM."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, select
from sqlalchemy.orm import aliased

from storage.office import calendar, units
from storage.points import scores
from storage.rules.points import NOTHING, caps_of, classify, index_of, share, shown, thresholds_of
from storage.rules.rollup import Leaf, Summary, summary_of
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Criterion, Person, Score, Unit

_field = aliased(Criterion)
_section = aliased(Unit)
_score = (
    select(Score.points)
    .where(Score.assignment_id == Assignment.id, scores.STRENGTH > 0)
    .order_by(scores.STRENGTH.desc(), Score.id.desc())
    .limit(1)
    .correlate(Assignment)
    .scalar_subquery()
)
OWN_NOT_ARISING = case((Assignment.progress == Progress.NOT_ARISING.value, Criterion.rule["not_arising"].as_string()), else_=None)
"""What a row that did not arise earns by the rule of its own criterion; it is looked up for such rows only."""
_LEAVES: Select[*tuple[Any, ...]] = (
    select(
        Assignment.id,
        Criterion.code,
        Criterion.title,
        _field.title.label("field"),
        Assignment.person_id,
        Person.full_name,
        Assignment.unit_id,
        _section.name,
        Criterion.kind,
        Assignment.progress,
        Assignment.percent,
        Assignment.due_on,
        Assignment.completed_on,
        Assignment.blocked,
        Assignment.foreseen,
        Criterion.max_points,
        _score.label("score"),
        Assignment.period,
        OWN_NOT_ARISING.label("not_arising"),
        Assignment.criterion_id,
    )
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .outerjoin(_field, _field.id == Criterion.field_id)
    .outerjoin(Person, Person.id == Assignment.person_id)
    .outerjoin(_section, _section.id == Assignment.unit_id)
    .where(Assignment.dropped_at.is_(None))
    .order_by(Criterion.position, Assignment.id)
)
_OF_CAMPAIGN_BY_ROW = _LEAVES.where(
    Criterion.campaign_id + 0 == bindparam("campaign")
)  # "+ 0": the few rows lead, not the year's index
_LEAVES = _LEAVES.where(Criterion.campaign_id == bindparam("campaign"))
_mine = aliased(Assignment)
_LEAVES_OF_PERSON = _OF_CAMPAIGN_BY_ROW.where(  # with the instances that others hold, since all share the points
    Criterion.id.in_(select(_mine.criterion_id).where(_mine.person_id == bindparam("person")))
)


@dataclass(frozen=True, slots=True)
class Grade:
    """The class that a forecast would earn.

    Attributes:
        index: in percent, exact; it alone decides the class.
        shown: the same with two decimals, rounded or cut as the province prints it; never rounded into a better class.
        bonus, penalty: points beside the maximum, both positive.
    """

    index: Decimal
    shown: Decimal
    key: str
    bonus: Decimal = NOTHING
    penalty: Decimal = NOTHING


def grade(found: Summary, settings: dict[str, Any]) -> Grade:
    """Say which class the forecast of an office earns, by the thresholds and caps of its settings."""
    bonus, penalty = found.bonus, found.penalty
    index = index_of(found.parts.forecast, found.parts.maximum, bonus=bonus, penalty=penalty, caps=caps_of(settings))
    classes, printed = thresholds_of(settings.get("classes")), shown(index, cut=settings.get("percent") == "cut")
    key = classify(index, classes)
    if classify(printed, classes) != key:  # "80 %, Khá" contradicts itself: 79,995 is printed as 79,99
        printed = shown(index, cut=True)
    return Grade(index, printed, key, bonus, penalty)


KINDS = {kind.value: kind for kind in Kind}
STATES = {state.value: state for state in Progress}


def leaves(db: Connection, campaign_id: int, person: int | None = None) -> list[Leaf]:
    """Every row of a campaign, surveys too; the instances of a recurring leaf share its points.

    Args:
        db: open connection.
        campaign_id: the year.
        person: only leaves of which this person holds an instance.
    """
    query = _LEAVES if person is None else _LEAVES_OF_PERSON
    rows: Sequence[Any] = db.execute(query, {"campaign": campaign_id, "person": person}).all()
    found = [_leaf(row) for row in rows]
    if any(leaf.score is not None for leaf in found):
        settled = scores.settled(db, campaign_id)
        for leaf in found:
            leaf.settled = leaf.assignment_id in settled
    criteria = [row[-1] for row in rows]
    instances = Counter(criteria)
    return found if len(instances) == len(rows) else _shared(found, criteria, instances)


def _leaf(row: Any) -> Leaf:
    one, code, title, field, holder, name, unit, section, kind, state, percent, due, done, blocked, given, most, *rest = row
    score, period, not_arising, _ = rest
    mark = given if score is None else score
    short = given is not None and most is not None and given < most
    is_blocked, kind, state = blocked is not None, KINDS[kind], STATES[state]
    return Leaf(
        one,
        code,
        title,
        field,
        holder,
        name,
        unit,
        section,
        kind,
        state,
        percent,
        due,
        done,
        is_blocked,
        most,
        mark,
        blocked,
        short,
        period=period,
        not_arising=not_arising,
    )


def _shared(found: list[Leaf], criteria: list[int], instances: Counter[int]) -> list[Leaf]:
    shares = {
        criterion: iter(share(leaf.max_points, instances[criterion]))
        for leaf, criterion in zip(found, criteria, strict=True)
        if leaf.max_points is not None and instances[criterion] > 1
    }
    return [
        _part(leaf, next(shares[criterion])) if criterion in shares else leaf
        for leaf, criterion in zip(found, criteria, strict=True)
    ]


def _part(leaf: Leaf, points: Decimal) -> Leaf:
    """An instance with its share of the points; what was foreseen for it is held against that share."""
    return replace(leaf, max_points=points, short=leaf.short and leaf.score is not None and leaf.score < points)


def seen(
    db: Connection,
    campaign_id: int,
    *,
    within: Collection[int] | None = None,
    person: int | None = None,
    fields: Collection[str] = (),
) -> list[Leaf]:
    """The rows of a year that somebody sees.

    Args:
        db: open connection.
        campaign_id: the year.
        within: only rows of these units.
        person: only rows of this person.
        fields: only rows of these fields (lĩnh vực); empty = of all.
    """
    rows = leaves(db, campaign_id, person)
    if within is not None:
        rows = [leaf for leaf in rows if leaf.unit_id in within]
    if fields:
        rows = [leaf for leaf in rows if leaf.field in fields]
    return rows if person is None else [leaf for leaf in rows if leaf.person_id == person]


def summary(
    db: Connection,
    office_id: int,
    campaign_id: int,
    today: date,
    *,
    within: Collection[int] | None = None,
    person: int | None = None,
    settings: dict[str, Any] | None = None,
) -> Summary:
    """Where an office stands.

    Args:
        db: open connection.
        office_id: whose calendar and settings count.
        campaign_id: the year.
        today: local date.
        within: only rows of these units.
        person: only rows of this person.
        settings: of the office, where the caller has just read them.
    """
    settings = settings or units.settings(db, office_id)
    rows = seen(db, campaign_id, within=within, person=person)
    return summary_of(rows, today, calendar.of_office(db, office_id, settings), settings["not_arising"])
