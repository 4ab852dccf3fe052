"""Marks from outside: given by code for a whole year, matched with its rows, kept at once and taken back at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection

from storage.points import scores
from storage.points.marking import Line
from storage.rules.marks import Mark, Stage
from storage.rules.points import NOTHING, share

STAGES = (Stage.VERIFIED_1, Stage.VERIFIED_2, Stage.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Given:
    """One mark as it was typed or as a file has it: by code."""

    code: str
    points: Decimal
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One row with the mark that it gets, and why points were taken off."""

    line: Line
    points: Decimal
    reason: str | None

    @property
    def taken(self) -> Decimal:
        """How far the mark stands below the office's own; nothing where there is none."""
        office = self.line.marks.office
        return max(office.points - self.points, NOTHING) if office else NOTHING


@dataclass(frozen=True, slots=True)
class Matched:
    """Marks and the rows of the year that they mean.

    Attributes:
        unknown: codes that the year does not have.
        too_high: codes whose mark is above the maximum.
    """

    rows: tuple[Judged, ...]
    unknown: tuple[str, ...]
    too_high: tuple[str, ...]


def match(given: Iterable[Given], lines: Sequence[Line], renamed: Mapping[str, str]) -> Matched:
    """Find the rows of each code; the instances of recurring work share its mark as they share its points.

    Args:
        given: by code.
        lines: of the year.
        renamed: from codes of before a new decision to those of now.
    """
    by_code: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.leaf.code:
            by_code[line.leaf.code].append(line)
    rows: list[Judged] = []
    unknown: list[str] = []
    too_high: list[str] = []
    for one in given:
        found = by_code.get(one.code) or by_code.get(renamed.get(one.code, ""), [])
        if not found:
            unknown.append(one.code)
        elif found[0].leaf.max_points is not None and one.points > sum((line.most for line in found), NOTHING):
            too_high.append(one.code)
        else:
            parts = share(one.points, len(found)) if len(found) > 1 else [one.points]
            rows += [Judged(line, points, one.reason) for line, points in zip(found, parts, strict=True)]
    return Matched(tuple(rows), tuple(unknown), tuple(too_high))


def keep(db: Connection, rows: Iterable[Judged], stage: Stage, *, by: int, at: datetime) -> None:
    """Keep the marks of one verification; earlier ones stay beside them."""
    for one in rows:
        scores.keep(db, one.line.id, Mark(stage, one.points, at, by, one.reason))


def drop(db: Connection, rows: Iterable[Judged], stage: Stage, at: datetime) -> None:
    """Take back what was kept at one moment."""
    scores.drop(db, [one.line.id for one in rows], stage, at)
