"""One row of the office's assignment table as it was read, in values of the office: dates, points, states."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, TypeVar

from storage.at_rest import collector_at_rest
from storage.loading.rows import Column, Rows
from storage.names import folded
from storage.rules.scoring import Rule
from storage.rules.status import Kind, Progress

CONTINUOUS = "continuous"
SAME = "same"
"""Key of a kept file under which lies whom its names mean: name -> full name, empty for somebody new."""
TWINS = "twins"
"""Key under which lies whether a name with several posts or units is several people, one for each: name -> true or false."""
Who = tuple[str | None, str | None, str | None, bool | None]
"""What a row says of its lead: name, post, unit, and whether the name is several people."""
E = TypeVar("E", bound=StrEnum)


@lru_cache(maxsize=16_384)  # the same fields, groups and titles are compared again and again
def key(text: str | None) -> str:
    """Words as they are compared: one case, no diacritics; empty for none."""
    return folded(text) if text else ""


@dataclass(slots=True)
class Given:
    """A row as the file gives it, never changed; None = the file says nothing.

    Not frozen, since that makes a row six times as dear, and a province's list has thousands.

    Attributes:
        sheet: name of the sheet, None for csv.
        row: row number as the file's own program shows it.
        due_rule: recurring or continuous work, in the words of the reader's rules.
        due_text: a deadline that could not be read as a date.
        needs_check: why the row is doubtful.
        rule: how the row is marked; what it leaves out does not change.
        proposed: the kind of work that the text suggests; never applied without a tap.
        twins: whether the lead's name is several people, told apart by post or unit; None where nobody said.
        by_post: whether the file tells these people apart by their posts, so that a unit alone names none of them.
    """

    sheet: str | None
    row: int
    code: str | None
    field: str | None
    criterion: str | None
    subcriterion: str | None
    max_points: Decimal | None
    lead: str | None
    lead_unit: str | None
    lead_post: str | None
    supports: tuple[str, ...]
    due_on: date | None
    due_rule: str | None
    due_text: str | None
    strict: bool
    evidence: str | None
    document: str | None
    needs_check: tuple[str, ...]
    status: Progress | None
    percent: int | None
    completed_on: date | None
    result_document: str | None
    self_score: Decimal | None
    kind: Kind | None
    rule: Rule | None
    number_only: bool | None
    proposed: Kind | None
    twins: bool | None = None
    by_post: bool = False

    @property
    def person(self) -> str | None:
        """The lead's name, with post or unit where that tells people of one name apart; None where it would, and is missing."""
        if not self.twins:
            return self.lead
        return f"{self.lead} ({self.place_held})" if self.place_held else None

    @property
    def place_held(self) -> str | None:
        """What tells the lead from another of that name."""
        return self.lead_post or (None if self.by_post else self.lead_unit)

    @property
    def title(self) -> str:
        return self.subcriterion or self.criterion or ""

    @property
    def group(self) -> str | None:
        """The criterion that this part belongs to; None where the criterion itself is scored."""
        return self.criterion if self.subcriterion else None

    @property
    def text(self) -> str:
        """The words by which a row is known when its code is not."""
        return key(f"{self.group or ''} {self.title}")

    @property
    def place(self) -> tuple[str | None, int]:
        return self.sheet, self.row


told: Callable[[Given], Who] = attrgetter("lead", "lead_post", "lead_unit", "twins")
"""All that a row tells of who the lead is."""


@collector_at_rest()
def read(sheet: dict[str, Any]) -> list[Given]:
    """The rows of a sheet in the form of `load --dry-run --json`; empty texts are nothing."""
    same: dict[str, str] = {name: other for name, other in (sheet.get(SAME) or {}).items() if other}
    twins: dict[str, bool] = sheet.get(TWINS) or {}
    rows = _rows(Rows.of(sheet["rows"]))
    if not (same or twins):
        return _without_second_codes(rows)
    renamed = [_renamed(row, same) for row in rows]
    by_post = {row.lead for row in renamed if row.lead_post}
    return _without_second_codes([_told(row, twins, by_post) for row in renamed])


def leads(rows: Sequence[Given]) -> dict[Who, Given]:
    """The rows that tell who the lead is in different words, each the last that says so: a long table names a few people."""
    return dict(zip(map(told, rows), rows, strict=True))


Turns = Mapping[str, tuple[str, Callable[[Any], Any] | None]]
"""How columns of a table are made of rows: of which part of a row, and what of its value; None for the value itself."""


def columns(rows: Sequence[Given], turns: Turns) -> dict[str, Sequence[Any]]:
    """The columns of many rows; each value is turned once, however many rows say it."""
    said = {part: list(map(attrgetter(part), rows)) for part, _ in turns.values()}
    return {name: Column.of(said[part]).turned(turn).spread() if turn else said[part] for name, (part, turn) in turns.items()}


def values(row: Given, turns: Turns) -> dict[str, Any]:
    """The columns of one row."""
    return {name: turn(getattr(row, part)) if turn else getattr(row, part) for name, (part, turn) in turns.items()}


def _told(row: Given, twins: dict[str, bool], by_post: Collection[str | None]) -> Given:
    """Put beside a row what somebody said of its lead's name."""
    return replace(row, twins=twins[row.lead], by_post=row.lead in by_post) if row.lead in twins else row


def _renamed(row: Given, same: dict[str, str]) -> Given:
    """Put the office's own spelling where somebody said whom a name means."""
    if not same:
        return row
    supports = tuple(same.get(name, name) for name in row.supports)
    return replace(row, lead=same.get(row.lead, row.lead) if row.lead else None, supports=supports)


def _without_second_codes(rows: list[Given]) -> list[Given]:
    """A code that another row holds already is stored empty; the row itself stays."""
    codes = [row.code for row in rows if row.code]
    if len(set(codes)) == len(codes):
        return rows
    seen: set[str] = set()
    kept = []
    for one in rows:
        kept.append(replace(one, code=None) if one.code in seen else one)
        seen.update([one.code] if one.code else [])
    return kept


def _rows(rows: Rows) -> list[Given]:
    """Each value is turned once, however many rows say it."""
    turned = {name: rows.column(source).turned(turn).spread() for name, (source, turn) in _TURNS.items()}
    turned["status"] = list(map(_status, turned["status"], turned["percent"]))
    return list(map(Given, *(turned[name] for name in _NAMES)))


def _status(told: Progress | None, percent: int | None) -> Progress | None:
    return told or (Progress.IN_PROGRESS if percent is not None and 0 < percent < 100 else None)


def _text(value: Any) -> Any:
    return value or None


@lru_cache(maxsize=1024, typed=True)
def _points(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@lru_cache(maxsize=1024)
def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


@lru_cache
def _member(kind: type[E], value: str | None) -> E | None:
    return kind(value) if value in set(kind) else None


def _rule(value: dict[str, Any] | None) -> Rule | None:
    return Rule.from_dict(value) if value else None


def _due_on(due: dict[str, Any] | None) -> date | None:
    return _day(due.get("date")) if due and due["kind"] == "date" else None


def _due_rule(due: dict[str, Any] | None) -> str | None:
    if not due:
        return None
    return CONTINUOUS if due["kind"] == CONTINUOUS else due.get("rule") or None


def _due_text(due: dict[str, Any] | None) -> str | None:
    return (due.get("text") or None) if due and due["kind"] == "unclear" else None


_TURNS: Turns = {
    **{name: (name, None) for name in ("sheet", "row", "percent", "number_only")},
    **{name: (name, _text) for name in ("code", "field", "criterion", "subcriterion", "lead", "lead_unit", "lead_post")},
    **{name: (name, _text) for name in ("evidence", "document", "result_document")},
    **{name: (name, _points) for name in ("max_points", "self_score")},
    **{name: (name, lambda value: tuple(value or ())) for name in ("supports", "needs_check")},
    "due_on": ("due", _due_on),
    "due_rule": ("due", _due_rule),
    "due_text": ("due", _due_text),
    "strict": ("due", lambda due: bool(due and due.get("strict"))),
    "status": ("status", partial(_member, Progress)),
    "completed_on": ("completed_on", _day),
    "kind": ("kind", partial(_member, Kind)),
    "rule": ("rule", _rule),
    "proposed": ("proposed_kind", partial(_member, Kind)),
}
"""What each part of a row is made of: a column of the file, and how its values are turned."""
_NAMES = [field.name for field in fields(Given) if field.name in _TURNS]
