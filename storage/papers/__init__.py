"""What papers are made from: all that may be said of an office at one moment, as plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Any

from storage.evidence import kinds
from storage.points.marking import Line, Result
from storage.rules.marks import Marks, Totals
from storage.rules.rollup import FieldLine, Leaf, Summary
from storage.rules.status import Role
from storage.work.campaigns import Year


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
class Staff:
    """Who stands for an office.

    Attributes:
        chairperson: who signs, when known.
        team: leaders, council, coordinators, in the order in which they came.
        handed: the last work that changed hands.
        drafter: the coordinator's section, which drafts what the office signs; empty where they belong to none.
    """

    chairperson: str | None
    team: tuple[Member, ...]
    handed: Handed | None
    drafter: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What papers are made from.

    Attributes:
        office: name of the office, and `above` that of the unit over it.
        name: whose rows these are: the office, a section, or a person.
        whole: the whole office.
        at, zone: the moment of the figures.
        target: points to reach.
        sections: phòng, bộ phận, summed as fields are, in the order of their first row.
        history: oldest first.
        marks, result: sums of the marks, and what those from outside come to.
        campaign: windows and what was published.
        frame: the office's own Word file for this paper, where it has one.
    """

    office: str
    above: str | None
    name: str
    whole: bool
    at: datetime
    zone: tzinfo
    target: Decimal
    staff: Staff
    summary: Summary
    sections: tuple[FieldLine, ...]
    rows: tuple[Row, ...]
    history: tuple[Event, ...]
    marks: Totals
    result: Result
    campaign: Year
    frame: Path | None = None

    @property
    def year(self) -> int:
        return self.campaign.year

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
