"""Rows that stand alike, as one whole number: a database sorts and counts those far faster than the words that they mean."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from storage.rules.points import ACCEPTED, BESIDE, NotArising, marked, standing
from storage.rules.status import Kind, Progress, group, is_owed

KINDS, STATES = tuple(Kind), tuple(Progress)
A_PROGRESS, A_KIND, CODES = 64, 512, 4096
"""Below a state lie six flags, below a kind eight states; every code is below the last."""


@dataclass(frozen=True, slots=True)
class State:
    """What a code says of a row; the flags in the order of their bits, the lowest first.

    Attributes:
        risky: blocked, or foreseen to earn less than its points.
        final: marked from outside.
        marked: any mark or foreseen points.
        complete: has a person and a date.
        split: one of several instances, or did not arise and has a rule of its own for that.
    """

    kind: Kind
    progress: Progress
    late: bool
    risky: bool
    final: bool
    marked: bool
    complete: bool
    split: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What rows of one state add to.

    Attributes:
        alone: nothing, since their points are not those of the state: instances share theirs, bonus and penalty stand beside,
            and what did not arise may have a rule of its own.
        complete: whether they count as complete.
        columns: which counts, as `rollup.Counts` orders them.
        part: which part of the points.
        by_mark: whether that part gets what their marks give, and the rest is lost.
    """

    alone: bool
    complete: bool
    columns: tuple[int, ...]
    part: int | None
    by_mark: bool


@cache
def state_of(code: int) -> State:
    """Read a code."""
    flags = (bool(code >> place & 1) for place in range(6))
    return State(KINDS[code // A_KIND], STATES[code % A_KIND // A_PROGRESS], *flags)


@cache
def plan_of(code: int, counts: NotArising) -> Plan:
    """Say where rows of a state go, with the same rules as one row by itself."""
    row = state_of(code)
    column = group(row.progress)
    done = column == "done"
    owed = row.late and not done and not row.final and is_owed(row.kind, row.progress)
    told = (True, row.late, done, row.late and done, column == "in_progress", column == "not_started", owed)
    columns = tuple(number for number, is_one in enumerate(told) if is_one)
    alone, part = row.split or row.kind in BESIDE, standing(row.kind, row.progress, row.late, row.risky, counts)
    if part is None:
        return Plan(alone, row.complete, columns, None, by_mark=False)
    state = Progress.CONFIRMED if row.final else row.progress
    part, points, _lost = marked(ACCEPTED if row.final else part, state, Decimal(2), Decimal(1) if row.marked else None)
    return Plan(alone, row.complete, columns, part, by_mark=points == 1)
