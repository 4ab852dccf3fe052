"""Verified marks in a table (điểm thẩm định): a column of codes beside a column of marks, wherever the table begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.sheets import points
from bot.sheets.grid import Grid
from bot.sheets.header import role_of
from bot.sheets.text import fold, words

_VERIFIED = re.compile(r"tham (dinh|tra)|phuc tra")
_SECOND = re.compile(r"lan (2|ii|hai)\b|phuc tra|sau giai trinh")
_REASON = re.compile(r"ly do|y kien|nhan xet|ghi chu")
CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?")
TOP, HEIGHT = 30, 3
"""Rows in which a header may begin, and rows that it may take."""


@dataclass(frozen=True, slots=True)
class _Columns:
    code: int
    first: int | None
    second: int | None
    reasons: tuple[int, ...]

    def reason_for(self, marks: int) -> int | None:
        """The column of reasons that belongs to a column of marks: the first one right of it, else the first."""
        return next((column for column in self.reasons if column > marks), _one(self.reasons))


def marks_of(grids: Sequence[Grid]) -> dict[str, Any]:
    """The marks of the table that holds most of them: `{"stage", "rows": [[code, points, reason], ...]}`; empty for none.

    Where both verifications have a column, the second counts if it is filled in.
    """
    found = [one for grid in grids if not grid.hidden for one in _of_grid(grid)]
    return max(found, key=lambda one: len(one["rows"]), default={})


def _of_grid(grid: Grid) -> list[dict[str, Any]]:
    for row in grid.rows[:TOP]:
        columns = _columns(grid, row)
        if columns is not None:
            second = _read(grid, row, columns, columns.second) if columns.second else []
            first = _read(grid, row, columns, columns.first) if columns.first else []
            stage, rows = ("verified_2", second) if second else ("verified_1", first)
            return [{"stage": stage, "rows": rows}] if rows else []
    return []


def _columns(grid: Grid, row: int) -> _Columns | None:
    """The columns of a header that begins in this row."""
    texts = {column: heading(grid, row, column) for column in range(1, grid.width + 1)}
    verified = [column for column, text in texts.items() if _VERIFIED.search(text)]
    if not verified:
        return None
    codes = [column for role in ("code", "ordinal") for column, text in texts.items() if role_of(text) == role]
    if not codes:
        return None
    second = [column for column in verified if _SECOND.search(texts[column])]
    first = [column for column in verified if column not in second and not _REASON.search(texts[column])]
    reasons = tuple(column for column, text in texts.items() if _REASON.search(text))
    return _Columns(codes[0], _one(first), _one(second), reasons)


def _one(columns: Sequence[int]) -> int | None:
    return columns[0] if columns else None


def heading(grid: Grid, row: int, column: int) -> str:
    """What stands over a column in a header that begins in this row, folded."""
    stack = dict.fromkeys(words(fold(grid.under(at, column).text)) for at in range(row, row + HEIGHT) if grid.under(at, column))
    return " ".join(text for text in stack if not re.fullmatch(r"[\d.,() ]*", text))


def _read(grid: Grid, top: int, columns: _Columns, marks: int) -> list[list[str | None]]:
    found: dict[str, list[str | None]] = {}
    why = columns.reason_for(marks)
    for row in grid.rows:
        code = grid.at(row, columns.code).text.strip(" .")
        cell = grid.at(row, marks)
        value, _doubt = points.parse(cell.text, cell.value) if cell.text else (None, None)
        if row > top and CODE.fullmatch(code) and value is not None and value >= 0:
            reason = grid.at(row, why).text[:500] if why else ""
            found.setdefault(code, [code, str(value), reason or None])
    return list(found.values())
