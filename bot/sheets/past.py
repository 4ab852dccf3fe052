"""Last year's result in a table: of each criterion the maximum, the own mark, the published one, what was lost and why."""

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any

from bot.sheets import points
from bot.sheets.context import years_in
from bot.sheets.grid import Grid
from bot.sheets.header import role_of
from bot.sheets.marks import CODE, TOP, heading

COLUMNS = {
    "most": re.compile(r"diem (chuan|toi da|quy dinh)|thang diem"),
    "own": re.compile(r"tu (cham|danh gia)"),
    "lost": re.compile(r"mat diem|diem (bi )?mat|bi tru|bi mat"),
    "got": re.compile(r"tham (dinh|tra)|dat duoc|diem dat|cong bo|chinh thuc|ket qua"),
    "reason": re.compile(r"ly do|nguyen nhan|ghi chu|nhan xet"),
}
_INDEX = re.compile(r"chỉ số[^\d%]{0,40}(\d{1,3}(?:[.,]\d+)?)\s*%", re.IGNORECASE)
_CLASS = re.compile(r"xếp loại\s*:?\s*(xuất sắc|tốt|khá|trung bình|yếu)", re.IGNORECASE)
_RANK = re.compile(r"hạng\s*:?\s*(?:thứ\s*)?(\d{1,4})\s*/\s*(\d{1,4})", re.IGNORECASE)


def past_of(grids: Sequence[Grid]) -> dict[str, Any]:
    """The table with most criteria that says what each one got or lost; empty where none does.

    Returns:
        `{"year", "index", "class", "rank", "rows": [[code, most, own, got, lost, reason], ...]}`; texts, or None where the file
        is silent.
    """
    found = [(rows, grid) for grid in grids if not grid.hidden if (rows := _of_grid(grid))]
    if not found:
        return {}
    rows, grid = max(found, key=lambda one: len(one[0]))
    lines = _lines(grid)
    years = [year for line in lines[: TOP + len(grid.above)] for year in years_in(line)]
    told = "\n".join(lines)
    index, class_, rank = _INDEX.search(told), _CLASS.search(told), _RANK.search(told)
    return {
        "year": max(years, default=None),
        "index": index[1].replace(",", ".") if index else None,
        "class": class_[1].capitalize() if class_ else None,
        "rank": f"{rank[1]}/{rank[2]}" if rank else None,
        "rows": rows,
    }


def _lines(grid: Grid) -> list[str]:
    return [*grid.above, *(" ".join(cell.text for cell in grid.row(row).values()) for row in grid.rows)]


def _of_grid(grid: Grid) -> list[list[str | None]]:
    for row in grid.rows[:TOP]:
        columns = _columns(grid, row)
        if columns is not None:
            return _leaves(_read(grid, row, columns))
    return []


def _columns(grid: Grid, row: int) -> dict[str, int] | None:
    """The columns of a header that begins in this row; what each criterion lost must be told, or follow from its marks."""
    texts = {column: heading(grid, row, column) for column in range(1, grid.width + 1)}
    if not _tells({role for text in texts.values() if (role := _role(text))}):
        return None
    found: dict[str, int] = {}
    for column, text in texts.items():
        role = "code" if role_of(text) in {"code", "ordinal"} else _role(text)
        if role is not None:
            found.setdefault(role, column)
    return found if "code" in found and _tells(found.keys()) else None


def _tells(roles: Collection[str]) -> bool:
    """Whether columns say what was lost, or let it be reckoned."""
    return "lost" in roles or ("most" in roles and "got" in roles)


def _role(text: str) -> str | None:
    """Reasons first: "lý do mất điểm" holds no points."""
    order = ("reason", "lost", "own", "got", "most")
    return next((role for role in order if COLUMNS[role].search(text)), None)


def _read(grid: Grid, top: int, columns: dict[str, int]) -> Iterable[list[str | None]]:
    for row in grid.rows:
        code = grid.at(row, columns["code"]).text.strip(" .")
        if row <= top or not CODE.fullmatch(code):
            continue
        most, own, got, lost = (_points(grid, row, columns.get(role)) for role in ("most", "own", "got", "lost"))
        if lost is None and most is not None and got is not None:
            lost = max(most - got, Decimal(0))
        if got is None and most is not None and lost is not None:
            got = most - lost
        if lost is not None:
            reason = grid.at(row, columns["reason"]).text[:500] if "reason" in columns else ""
            yield [code, *(None if one is None else str(one) for one in (most, own, got, lost)), reason or None]


def _points(grid: Grid, row: int, column: int | None) -> Decimal | None:
    cell = grid.at(row, column) if column else None
    value = points.parse(cell.text, cell.value)[0] if cell and cell.text else None
    return value if value is not None and value >= 0 else None


def _leaves(rows: Iterable[list[str | None]]) -> list[list[str | None]]:
    """The rows with nothing below them; of a code that comes twice the first one."""
    first = {str(row[0]): row for row in reversed(list(rows))}
    above = {code.rpartition(".")[0] for code in first}
    return [row for code, row in reversed(first.items()) if code not in above]
