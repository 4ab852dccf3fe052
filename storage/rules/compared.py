"""This year against the last: each criterion and each field, what it got then and what is forecast now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from storage.rules.calendar import Calendar
from storage.rules.points import BESIDE, NOTHING, NotArising
from storage.rules.rollup import Leaf, summary_of
from storage.rules.status import Kind

ANY_DAYS = Calendar()
"""Days off do not matter to points."""


@dataclass(frozen=True, slots=True)
class Then:
    """What a criterion got the year before, of how many points."""

    points: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """One criterion, or one field, in both years; a criterion has a row to open."""

    name: str | None
    then: Decimal
    then_most: Decimal
    now: Decimal
    now_most: Decimal
    person: str | None = None
    assignment_id: int | None = None

    @property
    def change(self) -> Decimal:
        return self.now - self.then


@dataclass(frozen=True, slots=True)
class Compared:
    """Both years; unknown: criteria of which last year says nothing. Each field has its criteria, what fell most first."""

    fields: tuple[Pair, ...]
    criteria: tuple[tuple[Pair, ...], ...]
    unknown: int


def compare(leaves: Iterable[Leaf], then: Mapping[int, Then], today: date, counts: NotArising = "full") -> Compared:
    """Hold the forecast of this year against what the same criteria got; surveys, bonus and penalty have no forecast.

    Args:
        leaves: rows of this year; the instances of one criterion are summed.
        then: by row of this year.
        today: local date.
        counts: see `NotArising`.
    """
    fields: dict[str | None, dict[object, list[Leaf]]] = defaultdict(lambda: defaultdict(list))
    unknown = set()
    for leaf in leaves:
        if leaf.kind is Kind.SURVEY or leaf.kind in BESIDE or leaf.max_points is None:
            continue
        key = leaf.code or leaf.assignment_id
        if leaf.assignment_id in then:
            fields[leaf.field][key].append(leaf)
        else:
            unknown.add(key)
    criteria = [
        sorted((_criterion(some, then, today, counts) for some in of_field.values()), key=lambda one: one.change)
        for of_field in fields.values()
    ]
    sums = [_sum(name, pairs) for name, pairs in zip(fields, criteria, strict=True)]
    return Compared(tuple(sums), tuple(map(tuple, criteria)), len(unknown))


def _criterion(some: list[Leaf], then: Mapping[int, Then], today: date, counts: NotArising) -> Pair:
    first, before = some[0], then[some[0].assignment_id]
    now = summary_of(some, today, ANY_DAYS, counts).parts.forecast  # the very sum that /tiendo shows
    most = sum((leaf.max_points or NOTHING for leaf in some), NOTHING)
    return Pair(first.code or first.title, before.points, before.most, now, most, first.person, first.assignment_id)


def _sum(name: str | None, pairs: list[Pair]) -> Pair:
    then, then_most, now, now_most = (
        sum((getattr(one, key) for one in pairs), NOTHING) for key in ("then", "then_most", "now", "now_most")
    )
    return Pair(name, then, then_most, now, now_most)
