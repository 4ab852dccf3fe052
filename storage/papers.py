"""All that a paper may say about an office at one moment, read at once: every paper is made from the same `Facts`."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.orm import aliased

from storage.evidence import kinds, required
from storage.office import calendar, people, units
from storage.points import marking, progress, scores
from storage.points.marking import Line, Result
from storage.rules.marks import NO_MARKS, Marks, Totals
from storage.rules.points import caps_of
from storage.rules.rollup import FieldLine, Leaf, Summary, sections_of, summary_of
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Person, Support, Update
from storage.work import campaigns, handovers, lateness
from storage.work.campaigns import Year

HISTORY = 5_000  # newest lines that a workbook shows
TEAM = (Role.CHAIRPERSON, Role.DEPUTY, Role.COUNCIL, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Proof:
    """A live document of one row; added_at: to this row; stage: `explain` where it came with the explanation.

    sha256: of the copy that is shown; None for a document that is known by its number alone.
    """

    id: int
    name: str
    number: str | None
    issued_on: date | None
    subject: str | None
    sha256: str | None
    size: int | None
    added_at: datetime
    agency: str | None
    stage: str | None
    is_copy: bool

    @property
    def file_name(self) -> str:
        return kinds.copy_name(self.name, is_copy=self.is_copy)


@dataclass(frozen=True, slots=True)
class Row:
    """One scored row as papers show it.

    line: the row with its marks, as the summary counts it; group: tiêu chí above it; period: instance of recurring work,
    else empty; document: by which it was assigned; rule: how it is scored, in the words of the set; blocked: what stands
    in the way; missing: required documents that nobody has sent; entered_at: "đã nhập phần mềm tỉnh".
    """

    line: Line
    group: str | None
    period: str
    due_text: str | None
    document: str | None
    result_document: str | None
    rule: str
    required_evidence: str | None
    number_only: bool
    blocked: str | None
    supports: tuple[str, ...]
    proofs: tuple[Proof, ...]
    missing: tuple[str, ...]
    entered_at: datetime | None

    @property
    def leaf(self) -> Leaf:
        return self.line.leaf

    @property
    def marks(self) -> Marks:
        return self.line.marks

    @property
    def self_score(self) -> Decimal | None:
        office = self.marks.office
        return office.points if office else None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: who reported or decided what of a row."""

    at: datetime
    code: str | None
    title: str
    person: str | None
    kind: str
    before: dict[str, Any]
    after: dict[str, Any]
    note: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who leads or decides: full name, post as the office calls it, and the roles over the office."""

    name: str
    post: str | None
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Handed:
    """Work that changed hands: by whose name, when, and which rows."""

    giver: str
    taker: str
    on: date
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What papers are made from.

    Attributes:
        office: name of the office, and `above` that of the unit over it.
        name: whose rows these are: the office, a section, or a person.
        whole: the whole office.
        at, zone: the moment of the figures.
        target: points to reach.
        chairperson: who signs, when known.
        sections: phòng, bộ phận, summed as fields are, in the order of their first row.
        history: oldest first.
        marks, result: sums of the marks, and what those from outside come to.
        campaign: windows and what was published.
        team: leaders, council, coordinators, in the order in which they came.
        handed: the last work that changed hands.
        frame: the office's own Word file for this paper, where it has one.
        drafter: the coordinator's section, which drafts what the office signs; empty where they belong to none.
    """

    office: str
    above: str | None
    name: str
    whole: bool
    year: int
    at: datetime
    zone: tzinfo
    target: Decimal
    chairperson: str | None
    summary: Summary
    sections: tuple[FieldLine, ...]
    rows: tuple[Row, ...]
    history: tuple[Event, ...]
    marks: Totals
    result: Result
    campaign: Year
    team: tuple[Member, ...]
    handed: Handed | None
    frame: Path | None = None
    drafter: str = ""

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Sight:
    """Which rows of an office: all, those of some units, fields, or one person's; and what to call them."""

    name: str
    whole: bool = True
    within: Collection[int] | None = None
    person: int | None = None
    fields: Collection[str] = ()

    def shows(self, leaf: Leaf) -> bool:
        return (self.within is None or leaf.unit_id in self.within) and self._is_of(leaf)

    def _is_of(self, leaf: Leaf) -> bool:
        return (self.person is None or leaf.person_id == self.person) and (not self.fields or leaf.field in self.fields)


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


def facts(
    db: Connection, office_id: int, campaign: tuple[int, int], at: datetime, zone: tzinfo, sight: Sight | None = None
) -> Facts:
    """Read everything in the open transaction.

    Args:
        db: open connection.
        office_id: whose office, calendar and settings.
        campaign: id and year.
        at: the moment of the figures.
        zone: the office's.
        sight: which rows; all when not given.
    """
    office, settings = units.named_settings(db, office_id)
    sight = sight or Sight(office)
    today, cal = at.astimezone(zone).date(), calendar.of_office(db, office_id, settings)
    leaves = [leaf for leaf in progress.leaves(db, campaign[0], sight.person) if sight.shows(leaf)]
    rows = _rows(db, campaign[0], leaves, today)
    lines = [row.line for row in rows]
    summary = summary_of(leaves, today, cal, settings["not_arising"])
    lateness.note_taken(db, summary.overdue, zone)
    lateness.note_causes(db, summary.overdue)
    return Facts(
        office=office,
        name=sight.name,
        whole=sight.whole,
        year=campaign[1],
        at=at,
        zone=zone,
        target=Decimal(str(settings["target"])),
        summary=summary,
        sections=tuple(line for line, _rows in sections_of(leaves, today, cal, settings["not_arising"])),
        rows=rows,
        history=_history(db, campaign[0], {leaf.assignment_id for leaf in leaves}),
        marks=marking.totals_of(lines),
        result=marking.result(lines, settings["not_arising"], caps_of(settings)),
        campaign=campaigns.get(db, office_id, campaign[0]),
        **_people(db, office_id, zone),
    )


def _people(db: Connection, office_id: int, zone: tzinfo) -> dict[str, Any]:
    """Who stands over the office, signs, decides and drafts in it."""
    return {
        "above": units.higher(db, office_id),
        "chairperson": _chairperson(db, office_id),
        "team": _team(db, office_id),
        "handed": _handed(db, office_id, zone),
        "drafter": _drafter(db, office_id),
    }


def _chairperson(db: Connection, office_id: int) -> str | None:
    found = people.holders(db, office_id, Role.CHAIRPERSON)
    return people.by_id(db, found[0]).full_name if found else None


def _drafter(db: Connection, office_id: int) -> str:
    units_of = [people.by_id(db, one).unit_id for one in people.holders(db, office_id, Role.COORDINATOR)]
    return units.name_of(db, units_of[0]) if units_of and units_of[0] != office_id else ""


def _team(db: Connection, office_id: int) -> tuple[Member, ...]:
    found = [people.by_id(db, one) for one in people.holders(db, office_id, *TEAM)]
    return tuple(Member(one.full_name, one.post, frozenset(role for role, _unit in one.roles)) for one in found)


def _handed(db: Connection, office_id: int, zone: tzinfo) -> Handed | None:
    last = handovers.last_accepted(db, office_id)
    if last is None:
        return None
    giver, taker = (people.by_id(db, one).full_name for one in (last.from_id, last.to_id))
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
