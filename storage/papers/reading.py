"""The facts of papers, read at once: every paper that is asked for at one moment says the same."""

from collections import defaultdict
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.orm import aliased

from storage.evidence import required
from storage.office import calendar, people, units
from storage.papers import Event, Facts, Handed, Member, Proof, Row, Sight, Staff
from storage.points import marking, progress, scores
from storage.rules.marks import NO_MARKS
from storage.rules.points import caps_of
from storage.rules.rollup import Leaf, sections_of, summary_of
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Person, Support, Update
from storage.work import campaigns, handovers, lateness

HISTORY = 5_000  # newest lines that a workbook shows

_group = aliased(Criterion)
_DETAILS: Select[Any] = (
    select(
        Assignment.id,
        _group.title.label("group"),
        _group.level.label("level"),
        Assignment.period,
        Assignment.due_text,
        Assignment.document,
        Assignment.result_document,
        Criterion.rule,
        Criterion.required_evidence,
        Criterion.number_only,
        Assignment.blocked,
        Assignment.entered_at,
    )
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .outerjoin(_group, _group.id == Criterion.parent_id)
    .where(Criterion.campaign_id == bindparam("campaign"), Assignment.dropped_at.is_(None))
)
_OF_CAMPAIGN = (
    select(Assignment.id).join(Criterion).where(Criterion.campaign_id == bindparam("campaign"), Assignment.dropped_at.is_(None))
)
_SUPPORTS = select(Support.assignment_id, Support.name).where(Support.assignment_id.in_(_OF_CAMPAIGN)).order_by(Support.id)
_PROOFS = (
    select(
        EvidenceFor.assignment_id,
        Evidence.id,
        Evidence.name,
        Evidence.number,
        Evidence.issued_on,
        Evidence.subject,
        func.coalesce(Evidence.shown_sha256, Evidence.sha256).label("sha256"),
        func.coalesce(Evidence.shown_size, Evidence.size).label("size"),
        EvidenceFor.at,
        Evidence.agency,
        EvidenceFor.stage,
        Evidence.shown_sha256.is_not(None).label("is_copy"),
    )
    .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
    .where(EvidenceFor.assignment_id.in_(_OF_CAMPAIGN), Evidence.withdrawn_at.is_(None))
    .order_by(Evidence.received_at, Evidence.id)
)
_EVENTS = (
    select(Update.at, Criterion.code, Criterion.title, Person.full_name, Update.kind, Update.before, Update.after, Update.note)
    .add_columns(Update.assignment_id)
    .join(Assignment, Assignment.id == Update.assignment_id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .outerjoin(Person, Person.id == Update.person_id)
    .where(Criterion.campaign_id == bindparam("campaign"), Assignment.dropped_at.is_(None))
    .order_by(Update.id.desc())
    .limit(HISTORY)
)


def facts(db: Connection, office_id: int, campaign_id: int, at: datetime, zone: tzinfo, sight: Sight | None = None) -> Facts:
    """Read everything in the open transaction.

    Args:
        db: open connection.
        office_id: whose office, calendar and settings.
        campaign_id: which year.
        at: the moment of the figures.
        zone: the office's.
        sight: which rows; all when not given.
    """
    office, settings = units.named_settings(db, office_id)
    sight = sight or Sight(office)
    today, cal, not_arising = at.astimezone(zone).date(), calendar.of_office(db, office_id, settings), settings["not_arising"]
    leaves = [leaf for leaf in progress.leaves(db, campaign_id, sight.person) if sight.shows(leaf)]
    rows = _rows(db, campaign_id, leaves, today)
    lines = [row.line for row in rows]
    summary = summary_of(leaves, today, cal, not_arising)
    lateness.note_taken(db, summary.overdue, zone)
    lateness.note_causes(db, summary.overdue)
    return Facts(
        office=office,
        above=units.higher(db, office_id),
        name=sight.name,
        whole=sight.whole,
        at=at,
        zone=zone,
        target=Decimal(str(settings["target"])),
        staff=_staff(db, office_id, zone),
        summary=summary,
        sections=tuple(line for line, _rows in sections_of(leaves, today, cal, not_arising)),
        rows=rows,
        history=_history(db, campaign_id, {leaf.assignment_id for leaf in leaves}),
        marks=marking.totals_of(lines),
        result=marking.result(lines, not_arising, caps_of(settings)),
        campaign=campaigns.get(db, office_id, campaign_id),
    )


def _staff(db: Connection, office_id: int, zone: tzinfo) -> Staff:
    return Staff(_chairperson(db, office_id), _team(db, office_id), _handed(db, office_id, zone), _drafter(db, office_id))


def _chairperson(db: Connection, office_id: int) -> str | None:
    found = people.holders(db, office_id, Role.CHAIRPERSON)
    return people.name_of(db, found[0]) if found else None


def _drafter(db: Connection, office_id: int) -> str:
    found = people.holders(db, office_id, Role.COORDINATOR)
    section = people.by_id(db, found[0]).unit_id if found else office_id
    return units.name_of(db, section) if section != office_id else ""


def _team(db: Connection, office_id: int) -> tuple[Member, ...]:
    found = [people.by_id(db, one) for one in people.holders(db, office_id, *people.TEAM, Role.COUNCIL)]
    return tuple(Member(one.full_name, one.post, frozenset(role for role, _unit in one.roles)) for one in found)


def _handed(db: Connection, office_id: int, zone: tzinfo) -> Handed | None:
    last = handovers.last_accepted(db, office_id)
    if last is None:
        return None
    giver, taker = people.names_of(db, [last.from_id, last.to_id])
    return Handed(giver, taker, last.decided_at.astimezone(zone).date(), frozenset(last.rows))


def _rows(db: Connection, campaign_id: int, leaves: list[Leaf], today: date) -> tuple[Row, ...]:
    asked = {"campaign": campaign_id}
    details = {row.id: row for row in db.execute(_DETAILS, asked)}
    marks, proven = scores.of_campaign(db, campaign_id), marking.proven_in(db, campaign_id)
    supports: dict[int, list[str]] = defaultdict(list)
    proofs: dict[int, dict[object, Proof]] = defaultdict(dict)
    for helper in db.execute(_SUPPORTS, asked):
        supports[helper.assignment_id].append(helper.name)
    found: list[Any] = list(db.execute(_PROOFS, asked))
    lacking = required.missing_in(db, campaign_id)
    for row in found:
        proofs[row.assignment_id].setdefault(row.sha256 or row.id, Proof(*row[1:]))
    return tuple(
        Row(
            line=marking.line(leaf, marks.get(one.id, NO_MARKS), today, proven),
            group=one.group if one.level == "group" else None,
            period=one.period,
            due_text=one.due_text,
            document=one.document,
            result_document=one.result_document,
            rule=str(one.rule.get("text", "")),
            required_evidence=one.required_evidence,
            number_only=one.number_only,
            blocked=one.blocked,
            supports=tuple(supports[one.id]),
            proofs=tuple(proofs[one.id].values()),
            missing=lacking.get(one.id, ()),
            entered_at=one.entered_at,
        )
        for leaf in leaves
        for one in (details[leaf.assignment_id],)
    )


def _history(db: Connection, campaign_id: int, shown: set[int]) -> tuple[Event, ...]:
    found = db.execute(_EVENTS, {"campaign": campaign_id}).all()
    return tuple(Event(*row[:8]) for row in reversed(found) if row.assignment_id in shown)
