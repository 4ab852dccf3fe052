"""Campaigns, criteria, who answers for them, and everything that is reported, checked or asked about them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Campaign(Base):
    """A year of evaluation (năm đánh giá) of one office; two may be open at once."""

    __tablename__ = "campaign"
    __table_args__ = (UniqueConstraint("office_id", "year"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    year: Mapped[int]
    version: Mapped[int]
    settings: Mapped[dict[str, Any]]  # target, class thresholds, windows, how "không phát sinh" counts
    closed_on: Mapped[date | None]


class Criterion(Base):
    """A node of the tree lĩnh vực > tiêu chí > thành phần; the leaf is scored."""

    __tablename__ = "criterion"
    __table_args__ = (UniqueConstraint("campaign_id", "code"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("criterion.id"))
    field_id: Mapped[int | None] = mapped_column(ForeignKey("criterion.id"))  # of a leaf: its lĩnh vực
    level: Mapped[str]  # field | group | leaf
    code: Mapped[str | None]
    title: Mapped[str]
    position: Mapped[int]
    max_points: Mapped[Decimal | None]
    kind: Mapped[str]  # kind of work, see storage.rules.status.Kind
    rule: Mapped[dict[str, Any]]  # scoring rule and its figures
    required_evidence: Mapped[str | None]
    number_only: Mapped[bool]  # citizens' data: the document number is sent, never the file
    last_year: Mapped[dict[str, Any]]  # last year's score and why points were lost, when known


class Assignment(Base):
    """One leaf (of a recurring one: one instance) and the ONE person who answers for it."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("criterion_id", "period"), Index("ix_assignment_person_id", "person_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"))
    period: Mapped[str]  # of a recurring leaf: "Quý I"; else empty
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    due_on: Mapped[date | None]  # internal: the one that reminders follow and that an extension moves
    official_due_on: Mapped[date | None]  # as assigned
    due_rule: Mapped[str | None]  # recurring or continuous, in the words of the importer's rules
    due_text: Mapped[str | None]  # what could not be read as a date
    strict: Mapped[bool]
    document: Mapped[str | None]
    needs_check: Mapped[list[Any]]  # reasons that the file gave for doubt
    progress: Mapped[str]
    percent: Mapped[int | None]
    blocked: Mapped[str | None]  # what stands in the way
    figure: Mapped[str | None]  # as the official gave it: "1182/1204", "98.17", or the name of a step
    foreseen: Mapped[Decimal | None]  # points that the rule gives for what is known
    completed_on: Mapped[date | None]
    reported_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    result_document: Mapped[str | None]
    listed_late_on: Mapped[date | None]  # already late when sending began: listed once, then left to digests
    entered_at: Mapped[datetime | None]  # "đã nhập phần mềm tỉnh"
    dropped_at: Mapped[datetime | None]  # no longer in the office's list


class Split(Base):
    """Recurring work that was split into instances ("tách kỳ"), each a row of its own; `before` brings the one row back."""

    __tablename__ = "split"
    id: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), index=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))  # the one row there was; an instance now
    rule: Mapped[str]  # of repetition, see storage.rules.instances
    before: Mapped[dict[str, Any]]  # due date and kind as they were
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


SOMEBODY = text("person_id IS NOT NULL")


class Support(Base):
    """Who helps (phối hợp): a person, or a unit as the file names it. Helpers may send, not close."""

    __tablename__ = "support"
    __table_args__ = (
        UniqueConstraint("assignment_id", "name"),
        Index("ix_support_person_id", "person_id", sqlite_where=SOMEBODY, postgresql_where=SOMEBODY),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]


class Handover(Base):
    """A proposal that a successor takes somebody's rows over; they move only when the successor says yes."""

    __tablename__ = "handover"
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    from_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    rows: Mapped[list[Any]]  # assignment ids as proposed
    proposed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    accepted: Mapped[bool | None]  # None while open, and when a newer proposal took its place


class Update(Base):
    """What was reported or decided about an assignment; append-only (a trigger refuses anything else)."""

    __tablename__ = "progress_update"
    __table_args__ = (Index("ix_progress_update_assignment_id", "assignment_id", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    kind: Mapped[str]  # progress | blocked | extension | check | handover | load | split | undo
    source: Mapped[str]  # tap | text | file | sheet | office
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    note: Mapped[str | None]
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("progress_update.id"), unique=True)


class Leave(Base):
    """Days on which somebody is away, and who does meanwhile what falls due: named, agreed to, taken."""

    __tablename__ = "leave"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    at: Mapped[datetime]
    to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken: Mapped[bool | None]


class Question(Base):
    """A question about a criterion: asked by one of its holders, perhaps put to the Sở, its answer kept for all of them."""

    __tablename__ = "question"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))  # the row about which it was asked
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str]
    at: Mapped[datetime]
    put_on: Mapped[date | None]  # the day on which the coordinator asked the Sở
    answer: Mapped[str | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]


class Verdict(Base):
    """A check: accepted, or more is asked with a reason. Nobody checks their own."""

    __tablename__ = "verdict"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    accepted: Mapped[bool]
    reason: Mapped[str | None]
    wanted_by: Mapped[datetime | None]  # until when more is wanted


class Opinion(Base):
    """A colleague whom a checker asks what to think of a row's documents; the decision stays with the checker."""

    __tablename__ = "opinion"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]


class Extension(Base):
    """A request for a later internal date (xin gia hạn), and who decided it."""

    __tablename__ = "extension"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    wanted_on: Mapped[date | None]
    reason: Mapped[str | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    granted: Mapped[bool | None]
    old_due_on: Mapped[date | None]


class Score(Base):
    """A mark at one stage: self, estimated, verified_1, explained, verified_2, survey, published."""

    __tablename__ = "score"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    stage: Mapped[str]
    points: Mapped[Decimal]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    reason: Mapped[str | None]


class Snooze(Base):
    """ "Nhắc lại sau": one more reminder at a time of the official's choosing; the due date stays."""

    __tablename__ = "snooze"
    __table_args__ = (Index("ix_snooze_planned_remind_at", "planned", "remind_at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    remind_at: Mapped[datetime]
    planned: Mapped[bool]
