"""The marks of a row: which stage counts, what a self mark can rest on, and what the office loses between them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from storage.rules.status import DONE, NOBODYS_WORK, Kind, Progress


class Stage(StrEnum):
    """Who gave a mark, in the order of the year."""

    SELF = "self"
    """Tự chấm, by the person in charge."""
    ESTIMATED = "estimated"
    """Ước thực hiện: a self mark whose work or documents are still to come."""
    COUNCIL = "council"
    """Changed by the office's council, with a reason."""
    VERIFIED_1 = "verified_1"
    EXPLAINED = "explained"
    """The mark that an explanation asks for; its reason is the explanation."""
    VERIFIED_2 = "verified_2"
    SURVEY = "survey"
    PUBLISHED = "published"


FINAL: tuple[Stage, ...] = (Stage.PUBLISHED, Stage.VERIFIED_2, Stage.VERIFIED_1)
"""Marks from outside, the last word first: they settle a row whatever its progress."""

COUNTED: tuple[Stage, ...] = (*FINAL, Stage.SURVEY, Stage.COUNCIL, Stage.SELF)
"""Marks that place points, the strongest first; an estimate earns nothing yet, and an explanation only asks."""

OWN: tuple[Stage, ...] = (Stage.SELF, Stage.ESTIMATED)
"""Marks of the person in charge; the newest of the two stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; points of the row, reason in the giver's words, person_id None where it came with a file."""

    stage: Stage
    points: Decimal
    at: datetime
    person_id: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The newest mark of each stage of one row, oldest first."""

    all: tuple[Mark, ...] = ()

    def of(self, *stages: Stage) -> Mark | None:
        """The newest mark of these stages."""
        return next((one for one in reversed(self.all) if one.stage in stages), None)

    @property
    def own(self) -> Mark | None:
        return self.of(*OWN)

    @property
    def council(self) -> Mark | None:
        return self.of(Stage.COUNCIL)

    @property
    def office(self) -> Mark | None:
        """The mark that the office hands in: the council's where it changed the person's."""
        return self.council or self.own

    @property
    def final(self) -> Mark | None:
        """The last word from outside."""
        return next((found for stage in FINAL if (found := self.of(stage))), None)

    @property
    def outside(self) -> Mark | None:
        """What was given from outside: the last word, or what a survey said."""
        return self.final or self.of(Stage.SURVEY)

    @property
    def explained(self) -> Mark | None:
        return self.of(Stage.EXPLAINED)


NO_MARKS = Marks()


class Basis(StrEnum):
    """What a self mark can rest on."""

    READY = "ready"
    """Done, with documents."""
    ESTIMATE = "estimate"
    """Not due yet, or done with documents still to come: ước thực hiện."""
    UNFOUNDED = "unfounded"
    """Late, blocked, or more is needed: each one is marked by itself."""


def basis(kind: Kind, progress: Progress, due_on: date | None, day: date, *, blocked: bool, proven: bool) -> Basis | None:
    """Say what the mark of a row can rest on; None = nobody marks it (survey, penalty).

    due_on: as reminders follow it; day: of the lock, or today; proven: a document or its number is there.
    """
    if kind in NOBODYS_WORK:
        return None
    if progress is Progress.NOT_ARISING or (progress in DONE and proven):
        return Basis.READY
    if progress in DONE:
        return Basis.ESTIMATE
    late = due_on is not None and due_on < day
    return Basis.UNFOUNDED if late or blocked or progress in {Progress.RETURNED, Progress.PAUSED} else Basis.ESTIMATE


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of a year.

    maximum: of all rows within it; own: what the office gives itself; estimated: the part of `own` that is an
    estimate; final: what was given from outside, surveys too; to_mark: rows that the office marks; marked, judged: how
    many rows have an own mark, one from outside; gap: how far own marks stand above the last word, where there are both.
    """

    rows: int
    to_mark: int
    maximum: Decimal
    own: Decimal
    estimated: Decimal
    final: Decimal
    marked: int
    judged: int
    gap: Decimal
