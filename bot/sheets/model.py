"""What reading a file yields: rows, doubts about them, or the code of a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import repeat
from operator import attrgetter
from typing import Any, overload

import orjson

from storage.loading.rows import Column, Rows

Due = Mapping[str, Any]

ROW_KEYS = (
    "sheet",
    "row",
    "code",
    "field",
    "criterion",
    "subcriterion",
    "max_points",
    "lead",
    "lead_unit",
    "supports",
    "due",
    "evidence",
    "document",
    "needs_check",
)
EXTRA_KEYS = (
    "status",
    "percent",
    "completed_on",
    "result_document",
    "self_score",
    "kind",
    "rule",
    "number_only",
    "last_year",
    "proposed_kind",
    "other",
)


_ALL_KEYS = (*ROW_KEYS, "lead_post", *EXTRA_KEYS)
_ROW, _EXTRA, _ALL = attrgetter(*ROW_KEYS), attrgetter(*EXTRA_KEYS), attrgetter(*_ALL_KEYS)
_PLAIN = frozenset({str, int, bool, type(None)})  # what is the same in JSON, as nearly all is


@dataclass(frozen=True)
class Flag:
    """One doubt: where it is, which column it concerns, and why."""

    sheet: str | None
    row: int | None
    column: str
    reason: str
    value: str | None = None

    def as_dict(self, *, extra: bool = False) -> dict[str, Any]:
        """Give the JSON form; `extra` adds what the cell holds."""
        found: dict[str, Any] = {"sheet": self.sheet, "row": self.row, "column": self.column, "reason": self.reason}
        if extra and self.value is not None:
            found["value"] = self.value
        return found


@dataclass(slots=True)
class Row:
    """One criterion as the file assigns it; None stands for what the file does not say."""

    sheet: str | None
    row: int
    code: str | None
    field: str | None
    criterion: str | None
    subcriterion: str | None
    max_points: Decimal | None
    lead: str | None
    lead_unit: str | None
    supports: tuple[str, ...]
    due: Due
    evidence: str | None
    document: str | None
    needs_check: tuple[str, ...] = ()
    lead_post: str | None = None
    status: str | None = None
    percent: int | None = None
    completed_on: date | None = None
    result_document: str | None = None
    self_score: Decimal | None = None
    kind: str | None = None
    rule: Mapping[str, Any] | None = None
    number_only: bool | None = None
    last_year: Mapping[str, Any] | None = None
    proposed_kind: str | None = None
    other: Mapping[str, Any] | None = None

    def as_dict(self, *, extra: bool = False) -> dict[str, Any]:
        """Give the JSON form; `extra` adds the optional columns."""
        found = {name: value if type(value) in _PLAIN else plain(value) for name, value in zip(ROW_KEYS, _ROW(self), strict=True)}
        if self.lead_post is not None:
            found["lead_post"] = self.lead_post
        if extra:
            extras = zip(EXTRA_KEYS, _EXTRA(self), strict=True)
            found.update({name: value if type(value) in _PLAIN else plain(value) for name, value in extras})
        return found

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Row":
        """Rebuild a row from its JSON form."""
        values: dict[str, Any] = {name: found.get(name) for name in _ALL_KEYS}
        for name in ("max_points", "self_score"):
            values[name] = None if values[name] is None else Decimal(str(values[name]))
        for name in ("supports", "needs_check"):
            values[name] = tuple(values[name] or ())
        day = values["completed_on"]
        values["completed_on"] = date.fromisoformat(day) if isinstance(day, str) else day
        return cls(**values)


class Kept(Sequence[Row]):
    """Rows in their JSON form; each becomes a Row when it is looked at, since most are only handed on."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return Kept(self.rows[place]) if isinstance(place, slice) else Row.from_dict(self.rows[place])


@dataclass(frozen=True)
class Sheet:
    """Everything read from one file.

    Attributes:
        marks: of a verification, where columns hold them.
        past: last year's result, where columns hold it.
        officials: name, post and unit of whom a list beside the table names.
    """

    file: str
    year: int | None = None
    rows: Sequence[Row] = ()
    flags: tuple[Flag, ...] = ()
    error: str | None = None
    columns: frozenset[str] = frozenset()
    layout: str | None = None
    unsure: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Any] = field(default_factory=dict)
    asks: Mapping[str, Any] | None = None
    past: Mapping[str, Any] = field(default_factory=dict)
    officials: Sequence[Sequence[str]] = ()

    def as_dict(self, *, extra: bool = False) -> dict[str, Any]:
        """Give the JSON form: `file, year, rows, must_flag`, and `error` where the file was refused."""
        rows = self.rows.rows if extra and isinstance(self.rows, Kept) else [row.as_dict(extra=extra) for row in self.rows]
        return self._around(rows, extra=extra)

    def dumped(self) -> bytes:
        """Give the same with the optional columns as JSON, its rows column by column."""
        said = zip(*map(_ALL, self.rows), strict=True) if self.rows else repeat((), len(_ALL_KEYS))
        columns = {name: Column.of(column) for name, column in zip(_ALL_KEYS, said, strict=True)}
        return orjson.dumps(self._around(Rows(columns, len(self.rows)).packed(), extra=True), default=plain)

    def _around(self, rows: Any, *, extra: bool) -> dict[str, Any]:
        flags = [flag.as_dict(extra=extra) for flag in self.flags]
        found: dict[str, Any] = {"file": self.file, "year": self.year, "rows": rows, "must_flag": flags}
        if extra:
            asks = None if self.asks is None else dict(self.asks)
            found |= {"columns": sorted(self.columns), "layout": self.layout, "unsure": dict(self.unsure), "asks": asks}
            found |= {"marks": dict(self.marks)} if self.marks else {}
            found |= {"past": dict(self.past)} if self.past else {}
            found |= {"officials": [list(one) for one in self.officials]} if self.officials else {}
        if self.error is not None:
            found["error"] = self.error
        return found

    @classmethod
    def loaded(cls, found: Mapping[str, Any]) -> "Sheet":
        """Rebuild a sheet from what `dumped` gave."""
        return cls.from_dict({**found, "rows": Rows.unpacked(found["rows"])})

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Sheet":
        """Rebuild a sheet from its JSON form, with or without the optional columns."""
        return cls(
            found["file"],
            found.get("year"),
            Kept(found.get("rows") or []),
            tuple(Flag(**flag) for flag in found.get("must_flag") or ()),
            found.get("error"),
            frozenset(found.get("columns") or ()),
            found.get("layout"),
            found.get("unsure") or {},
            found.get("marks") or {},
            found.get("asks"),
            found.get("past") or {},
            found.get("officials") or (),
        )


def plain(value: Any) -> Any:
    """Turn a value into what JSON can hold; whole numbers lose their fraction."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
