"""What stands behind the summary: rows by what a leader asks for, what each person holds, and this week against another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from storage.rules.calendar import Calendar, add_working_days
from storage.rules.points import AT_RISK, NOTHING, percent_of, standing
from storage.rules.rollup import Leaf, Summary
from storage.rules.status import DONE, Progress

View = Literal["late", "not_started", "silent", "soon", "waiting", "risk", "blocked"]
VIEWS: tuple[View, ...] = get_args(View)
SOON = 7
"""Working days ahead that count as "sắp đến hạn"."""
SILENT_AFTER = 2
"""Reminders without an answer after which a row counts as "chưa phản hồi"."""


def is_late(leaf: Leaf, today: date) -> bool:
    """Say whether somebody owes the row and its date has passed."""
    return leaf.due_on is not None and leaf.due_on < today and leaf.is_owed


def is_at_risk(leaf: Leaf, today: date) -> bool:
    """Say whether the points of a row stand under "nguy cơ"."""
    late = leaf.due_on is not None and leaf.due_on < today
    return standing(leaf.kind, leaf.progress, late, leaf.blocked or leaf.short, "full") == AT_RISK and not leaf.settled


def rows_of(view: View, leaves: Iterable[Leaf], today: date, cal: Calendar, silent: Collection[int] = ()) -> list[Leaf]:
    """Give the rows of one view, those with most points first, then by date.

    "Chưa thực hiện" are the same rows as in the summary: surveys, bonus and penalty too, which nobody is urged about.

    silent: rows that were reminded of at least `SILENT_AFTER` times since somebody last answered.
    """
    horizon = add_working_days(today, SOON, cal)

    def belongs(leaf: Leaf) -> bool:
        match view:
            case "late":
                return is_late(leaf, today)
            case "not_started":
                return leaf.progress is Progress.NOT_STARTED
            case "silent":
                return leaf.assignment_id in silent and leaf.is_owed
            case "soon":
                return leaf.due_on is not None and today <= leaf.due_on <= horizon and leaf.is_owed
            case "waiting":
                return leaf.progress is Progress.REPORTED
            case "risk":
                return is_at_risk(leaf, today)
            case _:
                return leaf.blocked and leaf.is_owed

    return sorted((leaf for leaf in leaves if belongs(leaf)), key=lambda one: (-(one.max_points or 0), one.due_on or date.max))


def owed(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Give the rows that somebody still has to do, soonest first."""
    return sorted((leaf for leaf in leaves if leaf.is_owed), key=lambda one: (one.due_on or date.max, -(one.max_points or 0)))


@dataclass(slots=True)
class Held:
    """What one person holds, fairly: late work against the points held, and apart from it what waits for others.

    rows, done, late: numbers of rows; points, late_points: of all and of late rows that wait for nobody else;
    waiting: rows that wait for somebody else, blocked or for a check; taken: late rows that became late in other hands.
    """

    person_id: int
    rows: int = 0
    done: int = 0
    late: int = 0
    waiting: int = 0
    taken: int = 0
    points: Decimal = NOTHING
    late_points: Decimal = NOTHING

    @property
    def share(self) -> Decimal:
        """Late points in percent of the points held; late work that waits for others, or came when late, counts for nobody."""
        return percent_of(self.late_points, self.points)


def held_by(leaves: Iterable[Leaf], today: date) -> dict[int, Held]:
    """Give what each person holds."""
    found: dict[int, Held] = {}
    for leaf in leaves:
        if leaf.person_id is None:
            continue
        held = found.setdefault(leaf.person_id, Held(leaf.person_id))
        full = leaf.max_points or NOTHING
        held.rows += 1
        held.points += max(full, NOTHING)
        held.done += leaf.progress in DONE
        held.waiting += leaf.blocked or leaf.progress is Progress.REPORTED
        late = is_late(leaf, today)
        held.taken += late and leaf.taken_late
        if late and not leaf.blocked and not leaf.taken_late:
            held.late += 1
            held.late_points += max(full, NOTHING)
    return found


@dataclass(frozen=True, slots=True)
class Week:
    """Two moments of the same office: how the figures moved, and which rows made them move.

    done: rows reported or accepted since; newly_late: rows that have become late since, both with most points first.
    """

    since: date
    then: Summary
    now: Summary
    done: tuple[Leaf, ...]
    newly_late: tuple[Leaf, ...]


def week(since: date, today: date, then: tuple[Summary, list[Leaf]], now: tuple[Summary, list[Leaf]]) -> Week:
    """Hold the office of today against the one of `since`.

    then, now: the summary and the rows of each.
    """
    before = {leaf.assignment_id: leaf for leaf in then[1]}

    def was(leaf: Leaf) -> Leaf:
        return before.get(leaf.assignment_id, leaf)

    done = [leaf for leaf in now[1] if leaf.progress in DONE and was(leaf).progress not in DONE]
    late = [leaf for leaf in now[1] if is_late(leaf, today) and not is_late(was(leaf), since)]
    return Week(since, then[0], now[0], _dearest(done), _dearest(late))


def _dearest(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    return tuple(sorted(leaves, key=lambda one: -(one.max_points or 0)))
