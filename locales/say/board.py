"""The dashboard in the web room: every figure as text, each name with the address that looks into it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from locales import formats, words
from locales.say import labels, progress, tables
from locales.say.progress import Scope
from storage.rules.glance import is_late
from storage.rules.points import Parts
from storage.rules.rollup import Counts, Leaf, Summary
from storage.rules.status import DONE, OPEN, Progress

_ = words("board")

STATES = ("late", "waiting", "open", "done")
ROWS = 500
"""Rows that one page lists."""
PARTS = ("accepted", "waiting", "open", "at_risk", "survey", "lost")


class Asked(Protocol):
    """What a page is filtered by."""

    @property
    def field(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def person(self) -> int | None: ...
    @property
    def state(self) -> str | None: ...
    def link(self, **changed: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; link: where it leads, empty for nowhere; more: further lines of the same cell."""

    text: str
    link: str = ""
    more: tuple["Cell", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """One table."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Slice:
    """One of the six parts: its key, its name, its points, and where it lies on a bar of 100."""

    key: str
    name: str
    points: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Board:
    """All that the page shows.

    Attributes:
        head: of what, as of when; filters: what is filtered, each with the address without it.
    """

    head: str
    lines: tuple[str, ...]
    slices: tuple[Slice, ...]
    bar: str
    filters: tuple[Cell, ...]
    states: tuple[Cell, ...]
    groups: tuple[Group, ...]
    rows: Group
    more: str


def page() -> dict[str, str]:
    return {
        "title": _("Dashboard"),
        "chat": _("Back to the chat"),
        "print": _("Print"),
        "filters": _("Filtered by"),
        "states": _("Criteria shown"),
        "drop": _("drop"),
        "live": _("Figures renew themselves every minute."),
    }


def nothing() -> str:
    return progress.nothing_loaded().text


def board(scope: Scope, summary: Summary, leaves: Sequence[Leaf], asked: Asked, all_leaves: Sequence[Leaf]) -> Board:
    """The page of some rows.

    Args:
        scope: whose figures, as of when.
        summary: sums of `leaves`.
        leaves: the rows that pass the filters.
        asked: the filters.
        all_leaves: every row that the person may see, for the name of a filtered person.
    """
    today = scope.at.astimezone(scope.zone).date()
    rows = [leaf for leaf in leaves if _is_in(leaf, asked.state, today)]
    return Board(
        head=progress.head(scope),
        lines=_lines(scope, summary, is_whole=len(leaves) == len(all_leaves)),
        slices=tuple(_slices(summary.parts)),
        bar=progress.parts(summary.parts),
        filters=tuple(_filters(asked, all_leaves)),
        states=tuple(_states(asked)),
        groups=tuple(_groups(summary, leaves, asked, today)),
        rows=_rows(rows[:ROWS], today),
        more=_("and {count} more; filter to see them.").format(count=formats.count(len(rows) - ROWS)) if len(rows) > ROWS else "",
    )


def _lines(scope: Scope, summary: Summary, *, is_whole: bool) -> tuple[str, ...]:
    target = scope.target if scope.whole and is_whole else None
    return (progress.forecast(summary.parts, target), progress.rates(summary.rows), _late(summary))


def _late(summary: Summary) -> str:
    points = sum((one.points or Decimal(0) for one in summary.overdue), Decimal(0))
    return _("Late: {count} criteria ({points} points); blocked: {blocked}.").format(
        count=formats.count(len(summary.overdue)), points=formats.points(points), blocked=formats.count(len(summary.blocked))
    )


def _slices(parts: Parts) -> Iterable[Slice]:
    names, start = dict(tables.part_names()), 0.0
    for key in PARTS:
        points: Decimal = getattr(parts, key)
        width = float(points * 100 / parts.maximum) if parts.maximum else 0.0
        yield Slice(key, names[key], formats.points(points), round(start, 3), round(width, 3))
        start += width


def _filters(asked: Asked, leaves: Sequence[Leaf]) -> Iterable[Cell]:
    if asked.field:
        yield Cell(asked.field, asked.link(field=None))
    if asked.unit:
        yield Cell(asked.unit, asked.link(unit=None))
    if asked.person is not None:
        name = next((leaf.person for leaf in leaves if leaf.person_id == asked.person), None)
        yield Cell(name or "-", asked.link(person=None))


def _states(asked: Asked) -> Iterable[Cell]:
    names = {"late": _("Late"), "waiting": _("Waiting for a check"), "open": _("Open"), "done": _("Done")}
    yield Cell(_("All"), "" if asked.state is None else asked.link(state=None))
    for key, name in names.items():
        yield Cell(name, "" if asked.state == key else asked.link(state=key))


def _is_in(leaf: Leaf, state: str | None, today: date) -> bool:
    return {
        None: True,
        "late": is_late(leaf, today),
        "waiting": leaf.progress is Progress.REPORTED,
        "open": leaf.progress in OPEN,
        "done": leaf.progress in DONE,
    }[state]


def _groups(summary: Summary, leaves: Sequence[Leaf], asked: Asked, today: date) -> Iterable[Group]:
    fields = [(one.name, asked.link(field=one.name), one.parts, one.rows) for one in summary.fields]
    yield _sums(_("By field"), tables.unnamed(), fields)
    people = [(one.name, asked.link(person=one.person_id), one.parts, one.rows) for one in summary.people]
    if len(people) > 1 or asked.person is not None:
        yield _sums(_("By person in charge"), tables.nobody(), people)
    units = dict.fromkeys(leaf.unit for leaf in leaves if leaf.unit)
    if len(units) > 1 or asked.unit:
        yield Group(
            _("By section"),
            _count_heads(),
            tuple(_counted(_of(leaves, name), name, asked.link(unit=name), today) for name in units),
        )
    yield Group(_("By month due"), _count_heads(), tuple(_months(leaves, today)))


def _of(leaves: Sequence[Leaf], unit: str) -> list[Leaf]:
    return [leaf for leaf in leaves if leaf.unit == unit]


def _sums(title: str, unnamed: str, lines: Sequence[tuple[str | None, str, Parts, Counts]]) -> Group:
    heads = (_("Name"), _("Criteria"), _("Done"), _("Rate"), _("Late"), _("Maximum"), _("Forecast"), _("At risk"))
    return Group(
        title, heads, tuple(_sum(name or unnamed, link if name else "", parts, rows) for name, link, parts, rows in lines)
    )


def _sum(name: str, link: str, parts: Parts, rows: Counts) -> tuple[Cell, ...]:
    figures = (str(rows.all), str(rows.done), formats.percent(rows.done, rows.all), str(rows.overdue))
    points = (parts.maximum, parts.forecast, parts.at_risk)
    return (Cell(name, link), *map(Cell, figures), *(Cell(formats.points(one)) for one in points))


def _count_heads() -> tuple[str, ...]:
    return (_("Name"), _("Criteria"), _("Done"), _("Rate"), _("Late"))


def _counted(leaves: Sequence[Leaf], name: str, link: str, today: date) -> tuple[Cell, ...]:
    done = sum(leaf.progress in DONE for leaf in leaves)
    late = sum(is_late(leaf, today) for leaf in leaves)
    figures = (str(len(leaves)), str(done), formats.percent(done, len(leaves)), str(late))
    return (Cell(name, link), *map(Cell, figures))


def _months(leaves: Sequence[Leaf], today: date) -> Iterable[tuple[Cell, ...]]:
    by_month: dict[tuple[int, int], list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        by_month[(leaf.due_on.year, leaf.due_on.month) if leaf.due_on else (9999, 0)].append(leaf)
    for (year, month), some in sorted(by_month.items()):
        yield _counted(some, f"{month:02d}/{year}" if month else _("no date"), "", today)


def _rows(leaves: Sequence[Leaf], today: date) -> Group:
    heads = (_("Code"), _("Criterion"), _("Person in charge"), _("Due"), _("State"), _("Points"))
    return Group(
        _("Criteria: {count}").format(count=formats.count(len(leaves))),
        heads,
        tuple(_row(one, today) for one in leaves),
        numbers=False,
    )


def _row(leaf: Leaf, today: date) -> tuple[Cell, ...]:
    due = formats.day_or(leaf.due_on, "")
    state = labels.progress(leaf.progress, leaf.percent) + (", " + _("late") if is_late(leaf, today) else "")
    points = formats.points(leaf.max_points) if leaf.max_points is not None else ""
    texts = (leaf.code or "", leaf.title, leaf.person or tables.nobody(), due, state, points)
    return tuple(Cell(text) for text in texts)
