"""How a file differs from what stands: new, changed, unchanged, dropped, and who is not known yet. Nothing is written.

Where an earlier file was applied, only what the new file says differently counts: an extension, a handover or a kind
that was settled in the chat since then stays, and the same file again changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from operator import attrgetter
from typing import Any

from storage.loading import directory, given
from storage.loading.directory import Directory
from storage.loading.given import Given, key
from storage.loading.match import match
from storage.loading.standing import Standing
from storage.rules.scoring import merged
from storage.rules.status import may_follow

# Reasons for doubt that only the list can tell; in the office's language, as the reader gives its own.
SAME_NAME = "nhiều người cùng tên, chưa rõ ai phụ trách"
SEVERAL_POSTS = "một tên có nhiều chức danh, có thể là hai người"
SEVERAL_UNITS = "một tên ở nhiều bộ phận, có thể là hai người"
TWINS = frozenset({SEVERAL_POSTS, SEVERAL_UNITS})
OWN_DOUBTS = TWINS | {SAME_NAME}
COLUMNS = (
    "code", "field", "group", "title", "max_points", "lead", "unit", "supports", "due", "evidence", "document", "kind", "rule",
    "number_only", "status", "percent", "completed_on", "result_document", "self_score", "needs_check",
)  # fmt: skip
_words = attrgetter(*(field.name for field in fields(Given) if field.name not in {"sheet", "row", "proposed", "twins"}))
"""All that a row says, wherever it stands."""

OPTIONAL = frozenset(
    {"unit", "kind", "rule", "number_only", "status", "percent", "completed_on", "result_document", "self_score"}
)
"""Columns that a file may leave out: what it does not say does not change."""

WHOLE = ("code", "field", "max_points", "supports", "evidence", "document")
"""Columns that a table may lack altogether: where no row has a value, the file says nothing of any."""

OF_PERIODS = frozenset({"due", "kind", "status", "percent", "completed_on", "result_document"})
"""Columns that a row split into instances has for each of them."""

TOLD = frozenset({"status", "percent", "completed_on", "result_document"})
"""Columns that people tell in the chat too."""


@dataclass(frozen=True, slots=True)
class Before:
    """The file that was applied last: its rows, and when."""

    rows: tuple[Given, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A leaf that the file changes; `columns`: before and after of each."""

    row: Given
    leaf: Standing
    columns: dict[str, tuple[Any, Any]]

    @property
    def is_doubt_only(self) -> bool:
        """Whether the row says what the list says, and only whether it is to be checked differs."""
        return self.columns.keys() == {"needs_check"} and not self.leaf.is_dropped


SWEEPING = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """What applying a file would do.

    Attributes:
        rows: the rows as they would be applied, with doubts of our own added.
        leaves: the leaf of each row that has one, by the index of the row.
        kept: rows whose state was told in the chat since, so that the file's is not taken.
        by_period: rows that were split, whose date or state the file gives anew: each instance keeps its own.
        freed: leaves that give up their code, since they get another or a row of the file takes it.
    """

    rows: tuple[Given, ...]
    leaves: dict[int, Standing]
    new: tuple[Given, ...]
    changed: tuple[Change, ...]
    unchanged: int
    dropped: tuple[Standing, ...]
    unknown_people: tuple[str, ...]
    doubts: tuple[Given, ...]
    kept: tuple[Given, ...]
    freed: tuple[int, ...]
    by_period: tuple[Given, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.changed or self.dropped)

    @property
    def altered(self) -> tuple[Change, ...]:
        """Rows of which the file says something else than the list."""
        return tuple(change for change in self.changed if not change.is_doubt_only)

    @property
    def rechecked(self) -> tuple[Change, ...]:
        """Rows that say the same, with other doubts."""
        return tuple(change for change in self.changed if change.is_doubt_only)

    @property
    def sweeps(self) -> bool:
        """Whether so much of the list would go that one tap is not enough: ten rows or more, and half of all."""
        return len(self.dropped) >= SWEEPING and len(self.dropped) >= len(self.leaves)

    @property
    def revived(self) -> tuple[Standing, ...]:
        return tuple(change.leaf for change in self.changed if change.leaf.is_dropped)


def said(row: Given, people: Directory) -> dict[str, Any]:
    """What a row says, column by column, as `there` says it of a leaf."""
    own = {
        "lead": row.lead if len(directory.named(people, row)) < 2 else None,
        "unit": row.lead_unit,
        "due": (row.due_on, row.due_rule, row.due_text, row.strict),
    }
    return {name: own[name] if name in own else getattr(row, name) for name in COLUMNS}


def there(leaf: Standing) -> dict[str, Any]:
    """What stands of a leaf, column by column."""
    due = (leaf.due_on, leaf.due_rule, leaf.due_text, leaf.strict)
    return {name: due if name == "due" else getattr(leaf, name) for name in COLUMNS}


def compared(rows: Sequence[Given], leaves: Sequence[Standing], people: Directory, before: Before) -> Comparison:
    """Compare a file with the list of its year."""
    rows = _with_doubts(rows, people)
    found = match(rows, leaves)
    changed, kept, by_period = _changes(rows, found, leaves, people, before)
    met = {leaf.id for leaf in found.values()}
    new = tuple(row for index, row in enumerate(rows) if index not in found)
    codes = {row.code for row in rows if row.code}
    freed = [change.leaf.id for change in changed if "code" in change.columns]
    led_anew = [*new, *(change.row for change in changed if "lead" in change.columns)]
    return Comparison(
        rows=tuple(rows),
        leaves=found,
        new=new,
        changed=tuple(changed),
        unchanged=len(rows) - len(new) - len(changed),
        dropped=tuple(leaf for leaf in leaves if leaf.id not in met and not leaf.is_dropped),
        unknown_people=unknown(led_anew, people),
        doubts=tuple(row for row in rows if row.needs_check),
        kept=tuple(kept),
        by_period=tuple(by_period),
        freed=(*freed, *(leaf.id for leaf in leaves if leaf.id not in met and leaf.code in codes)),
    )


def _changes(
    rows: Sequence[Given], found: Mapping[int, Standing], leaves: Sequence[Standing], people: Directory, before: Before
) -> tuple[list[Change], list[Given], list[Given]]:
    """What the file changes of the leaves that it names; then its rows of which later words in the chat, or the periods, stay."""
    earlier_rows = _with_doubts(before.rows, people)
    earlier = {leaf.id: earlier_rows[index] for index, leaf in match(earlier_rows, leaves).items()}
    silent = OPTIONAL | {name for name in WHOLE if not any(getattr(row, name) for row in rows)}
    changed: list[Change] = []
    kept: list[Given] = []
    by_period: list[Given] = []
    for index, leaf in sorted(found.items()):
        base = None if leaf.is_dropped else earlier.get(leaf.id)
        columns = dict(_differences(rows[index], base, leaf, people, silent))
        if leaf.is_split and columns.keys() & OF_PERIODS:
            by_period.append(rows[index])
            columns = {name: pair for name, pair in columns.items() if name not in OF_PERIODS}
        allowed = _allowed(columns, leaf, before.at if base else None)
        kept += [rows[index]] if len(allowed) < len(columns) else []
        changed += [Change(rows[index], leaf, allowed)] if allowed or leaf.is_dropped else []
    return changed, kept, by_period


def unknown(rows: Sequence[Given], people: Directory) -> tuple[str, ...]:
    """The leads that nobody in the office is called, each once."""
    names: dict[str, str] = {}
    for row in given.leads(rows).values():
        if row.person and not directory.knows(people, row):
            names.setdefault(directory.same_name(row.person), row.person)
    return tuple(names.values())


def _with_doubts(rows: Sequence[Given], people: Directory) -> list[Given]:
    leads = given.leads(rows)
    several = {name: SEVERAL_UNITS for name in directory.with_several_units(leads.values()) if name not in people}
    several |= {name: SEVERAL_POSTS for name in directory.with_several_posts(leads.values()) if len(people.get(name, ())) < 2}
    doubts = {who: doubt for who, row in leads.items() if (doubt := _doubt(row, people, several))}
    if not doubts:
        return list(rows)
    added = map(doubts.get, map(given.told, rows))
    return [replace(row, needs_check=(*row.needs_check, one)) if one else row for row, one in zip(rows, added, strict=True)]


def _doubt(row: Given, people: Directory, several: Mapping[str, str]) -> str | None:
    """Why it is not sure who the lead of a row is."""
    if len(directory.named(people, row)) > 1 or (row.twins and row.person is None):
        return SAME_NAME
    return several.get(directory.same_name(row.lead)) if row.lead else None


def _differences(
    row: Given, base: Given | None, leaf: Standing, people: Directory, silent: frozenset[str]
) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if base is not None and _words(base) == _words(row):
        return
    old, now = said(base, people) if base else {}, there(leaf)
    new = said(row, people)
    if row.twins and row.lead_post:  # the other one of that name
        new["lead"], now["lead"] = row.person, f"{leaf.lead} ({leaf.post})" if leaf.lead else None
    for told in (old, new):
        if told.get("rule"):
            told["rule"] = merged(leaf.rule, told["rule"])
    for name, value in new.items():
        says_nothing = name in silent and value in (None, ())
        if says_nothing or (name == "self_score" and leaf.own_mark):
            continue
        says_anew = name not in old or _key(name, old[name]) != _key(name, value)
        if says_anew and _key(name, now[name]) != _key(name, value):
            yield name, (now[name], value)


def _key(name: str, value: Any) -> Any:
    """The form in which two values of a column are equal."""
    if name == "supports":
        return sorted(directory.same_name(one) for one in value)
    if name == "needs_check":
        return {reason.partition(": ")[2] or reason for reason in value}
    if name in {"field", "unit"}:
        return key(value)
    if name == "lead":
        return directory.same_name(value or "")
    return value


def _allowed(columns: dict[str, tuple[Any, Any]], leaf: Standing, since: datetime | None) -> dict[str, tuple[Any, Any]]:
    """The differences without those that would overwrite a person's word, or that may not follow what stands."""
    if not columns.keys() & TOLD:
        return columns
    told_since = leaf.touched_at is not None and (since is None or leaf.touched_at > since)
    if not told_since and ("status" not in columns or may_follow(*columns["status"])):
        return columns
    missing = {"result_document"} if leaf.result_document is None else set()  # an empty cell overwrites nobody
    return {name: pair for name, pair in columns.items() if name not in TOLD or name in missing}
