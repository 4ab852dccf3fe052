"""The summary that the chairperson reads: points and rows in all, by field and by person, and what is overdue."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from storage.rules.calendar import Calendar, working_days_between
from storage.rules.instances import named
from storage.rules.points import ACCEPTED, LOST, NOTHING, NotArising, Parts, Place, bonus_of, marked, penalty_of, standing
from storage.rules.status import Kind, Progress, group, is_owed

# A tally is one list: the six parts, then all seven counts of `Counts` in one whole number of 32 bits each (so a
# row costs one addition for its counts, and not five), then for a person the name.
_Tally = list[Any]
_ROWS, _NAME = 6, 7
_EMPTY: _Tally = [NOTHING] * _ROWS + [0]
_SHIFTS = tuple(range(0, 7 * 32, 32))
_MASK = (1 << 32) - 1
_ALL, _DUE, _DONE, _DONE_OF_DUE, _IN_PROGRESS, _NOT_STARTED, _OVERDUE = (1 << shift for shift in _SHIFTS)


@dataclass(slots=True)  # not frozen: that costs 4 us a row (measured), a third of the office's summary
class Leaf:
    """One scored row with its person, as the summary needs it; never changed once made.

    percent: what the official said, 0 to 100; completed_on: issue date of the result; max_points, score: points;
    reason: what stands in the way of a blocked row, in the official's words; short: the figure so far earns less than
    the maximum, so the row is at risk until it is reported; settled: the mark is the last word from outside, whatever
    the progress; period: of an instance of recurring work; not_arising: what the row earns where it did not arise, if its
    own rule says so; cause: why it is late, in the official's words, where a leader is shown it; objective: that was
    confirmed; taken_late: it became late in other hands, before its person was given it.
    """

    assignment_id: int
    code: str | None
    title: str
    field: str | None
    person_id: int | None
    person: str | None
    unit_id: int | None
    unit: str | None
    kind: Kind = Kind.PRODUCT
    progress: Progress = Progress.NOT_STARTED
    percent: int | None = None
    due_on: date | None = None
    completed_on: date | None = None
    blocked: bool = False
    max_points: Decimal | None = None
    score: Decimal | None = None
    reason: str | None = None
    short: bool = False
    settled: bool = False
    period: str = ""
    not_arising: NotArising | None = None
    cause: str | None = None
    objective: bool = False
    taken_late: bool = False

    @property
    def name(self) -> str:
        """The code, or the beginning of the title where there is none; of an instance with its period."""
        return named(self.code, self.title, self.period)

    @property
    def is_owed(self) -> bool:
        """Whether somebody still has to do something for it; the last word from outside ends that, whatever the progress."""
        return not self.settled and is_owed(self.kind, self.progress)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of rows: all = done + in_progress + not_started; due = date has passed; the rest are counts within."""

    all: int = 0
    due: int = 0
    done: int = 0
    done_of_due: int = 0
    in_progress: int = 0
    not_started: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Late:
    """An overdue row; days_late: working days, 0 while only days off have passed since the due date."""

    leaf: Leaf
    days_late: int

    @property
    def code(self) -> str | None:
        return self.leaf.code

    @property
    def title(self) -> str:
        return self.leaf.title

    @property
    def name(self) -> str:
        return self.leaf.name

    @property
    def assignment_id(self) -> int:
        return self.leaf.assignment_id

    @property
    def person_id(self) -> int | None:
        return self.leaf.person_id

    @property
    def person(self) -> str | None:
        return self.leaf.person

    @property
    def due_on(self) -> date | None:
        return self.leaf.due_on

    @property
    def points(self) -> Decimal | None:
        """What the row is worth: its maximum."""
        return self.leaf.max_points


@dataclass(frozen=True, slots=True)
class FieldLine:
    """Points and rows of one field (lĩnh vực); name is None for rows that stand under no field."""

    name: str | None
    parts: Parts
    rows: Counts


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Points and rows of one accountable person; both names are None for rows that nobody holds."""

    person_id: int | None
    name: str | None
    parts: Parts
    rows: Counts


@dataclass(frozen=True, slots=True)
class Summary:
    """All that `/tiendo` says.

    bonus, penalty: points beside the maximum, both positive; blocked: open rows with a difficulty.
    """

    parts: Parts
    rows: Counts
    overdue: tuple[Late, ...]
    fields: tuple[FieldLine, ...]
    people: tuple[PersonLine, ...]
    bonus: Decimal = NOTHING
    penalty: Decimal = NOTHING
    blocked: tuple[Leaf, ...] = ()


def summary_of(leaves: Iterable[Leaf], today: date, cal: Calendar, counts: NotArising = "full") -> Summary:
    """Add up the rows in one pass.

    A row is overdue when it is somebody's work, open, and `today` is after its due date; the overdue stand
    longest first. Fields and people stand in the order of their first row. counts: see `NotArising`; a row's own rule goes
    before it.
    """
    found = _tallied(leaves, today, counts)
    return Summary(
        *_parts_and_rows([sum(column) for column in zip(_EMPTY, *found.fields.values(), strict=True)]),
        overdue=_longest_first(found.overdue, today, cal),
        fields=tuple(FieldLine(name, *_parts_and_rows(tally)) for name, tally in found.fields.items()),
        people=tuple(PersonLine(key, tally[_NAME], *_parts_and_rows(tally)) for key, tally in found.people.items()),
        bonus=sum(map(bonus_of, found.beside), NOTHING),
        penalty=sum(map(penalty_of, found.beside), NOTHING),
        blocked=tuple(found.blocked),
    )


@dataclass(slots=True)
class _Tallies:
    """What one pass over the rows finds; `beside` are bonuses and penalties, which no part of the points holds."""

    fields: dict[str | None, _Tally] = field(default_factory=dict)
    people: dict[int | None, _Tally] = field(default_factory=dict)
    overdue: list[Leaf] = field(default_factory=list)
    beside: list[Leaf] = field(default_factory=list)
    blocked: list[Leaf] = field(default_factory=list)


def _tallied(leaves: Iterable[Leaf], today: date, counts: NotArising) -> _Tallies:
    found = _Tallies()
    fields, people = found.fields, found.people
    for leaf in leaves:
        of_field = fields.get(leaf.field) or fields.setdefault(leaf.field, _EMPTY.copy())
        of_person = people.get(leaf.person_id) or people.setdefault(leaf.person_id, [*_EMPTY, leaf.person])
        due, full = leaf.due_on, leaf.max_points
        risky = leaf.blocked or leaf.short
        part, rows = _standing(leaf.kind, leaf.progress, due is not None and due < today, risky, leaf.not_arising or counts)
        if rows >= _OVERDUE and leaf.settled:
            rows -= _OVERDUE
        of_field[_ROWS] += rows
        of_person[_ROWS] += rows
        if rows >= _OVERDUE:
            found.overdue.append(leaf)
        if leaf.blocked and leaf.is_owed:
            found.blocked.append(leaf)
        if part is None:
            found.beside.append(leaf)
        elif full is not None and leaf.score is None:
            of_field[part] += full
            of_person[part] += full
        elif full is not None:
            place = (ACCEPTED, Progress.CONFIRMED) if leaf.settled else (part, leaf.progress)
            _add(marked(*place, full, leaf.score), of_field, of_person)
    return found


def sections_of(
    leaves: Iterable[Leaf], today: date, cal: Calendar, counts: NotArising = "full"
) -> list[tuple[FieldLine, list[Leaf]]]:
    """Add up the rows of each section by itself; with the rows, in the order of the first of each."""
    by_section: dict[int | None, list[Leaf]] = {}
    for leaf in leaves:
        by_section.setdefault(leaf.unit_id, []).append(leaf)
    summed = [(some, summary_of(some, today, cal, counts)) for some in by_section.values()]
    return [(FieldLine(some[0].unit, one.parts, one.rows), some) for some, one in summed]


@cache
def _standing(kind: Kind, progress: Progress, late: bool, risky: bool, counts: NotArising) -> tuple[int | None, int]:
    """Give the part of the points of such a row, and the counts it adds to."""
    column = group(progress)
    rows = _ALL + {"done": _DONE, "in_progress": _IN_PROGRESS, "not_started": _NOT_STARTED}[column]
    if late:
        rows += _DUE
        if column == "done":
            rows += _DONE_OF_DUE
        elif is_owed(kind, progress):
            rows += _OVERDUE
    return standing(kind, progress, late, risky, counts), rows


def _add(placed: Place, *tallies: _Tally) -> None:
    part, points, lost = placed
    for tally in tallies:
        tally[part] += points
        if lost:
            tally[LOST] += lost


def _parts_and_rows(tally: _Tally) -> tuple[Parts, Counts]:
    return Parts(*tally[:_ROWS]), _counts(tally[_ROWS])


@lru_cache(maxsize=4096)  # from one /tiendo to the next hardly any of them changes
def _counts(rows: int) -> Counts:
    return Counts(*[rows >> shift & _MASK for shift in _SHIFTS])


def _longest_first(overdue: list[Leaf], today: date, cal: Calendar) -> tuple[Late, ...]:
    overdue.sort(key=lambda leaf: leaf.due_on or today)
    days_late = {due: working_days_between(due, today, cal) for due in {leaf.due_on for leaf in overdue} if due}
    return tuple(Late(leaf, days_late[leaf.due_on]) for leaf in overdue if leaf.due_on)
