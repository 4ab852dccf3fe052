"""Columns that only some tables have: status, progress, result, own score, kind of work."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from bot.sheets import kinds, points, scoring
from bot.sheets.context import date_in
from bot.sheets.dues import Context, parse
from bot.sheets.grid import Cell
from bot.sheets.line import Line
from bot.sheets.text import words

# Words of a status cell -> status; the first line whose words begin the cell wins.
STATUSES = (
    ("returned", ("can bo sung", "yeu cau bo sung", "tra lai", "bo sung")),
    ("paused", ("tam dung", "tam hoan")),
    ("not_arising", ("khong phat sinh", "khong co phat sinh", "chua phat sinh")),
    ("confirmed", ("da xac nhan", "xac nhan", "da duyet", "da kiem tra")),
    ("not_started", ("chua thuc hien", "chua trien khai", "chua lam", "chua bat dau", "chua hoan thanh", "chua")),
    ("reported", ("da bao hoan thanh", "da hoan thanh", "hoan thanh", "da xong", "xong", "da bao cao", "da thuc hien")),
    ("in_progress", ("dang thuc hien", "dang trien khai", "dang lam", "dang")),
)
_DOUBTED = {
    "mã": "code",
    "lĩnh vực": "field",
    "tiêu chí": "criterion",
    "điểm": "points",
    "người phụ trách": "lead",
    "phối hợp": "supports",
    "thời hạn": "due",
    "hạn": "due",
    "tài liệu kiểm chứng": "evidence",
    "văn bản giao": "document",
    "cả dòng": "row",
}
_YES = frozenset({"co", "x", "1", "dung", "yes", "chi ghi so", "chi so", "chi ghi so van ban"})
_SCORING = frozenset(scoring.COLUMNS)
_FLAGGED = "giá trị không hiểu được"


Doubts = list[tuple[str, str, Cell | None]]
"""What is not sure: the column, the reason, the cell."""


def extras(line: Line, doubts: Doubts, year: int) -> dict[str, Any]:
    """Read the optional columns of a line."""
    found: dict[str, Any] = {}
    columns = line.columns
    if "status" in columns or "percent" in columns:
        found |= _progress(line, doubts)
    if not _SCORING.isdisjoint(columns):
        found["rule"] = _rule(line, doubts, year)
    for column, (name, read) in _READ.items():
        if column in columns:
            found[column] = read(line.at(column), year)
            if found[column] is None and line.has(column):
                doubts.append(("row", f"{name}: {_FLAGGED}", line.at(column)))
    if line.has("result_document"):
        found["result_document"] = line.at("result_document").text
    if "number_only" in columns:
        found["number_only"] = _yes(line.at("number_only"))
    return found


def _progress(line: Line, doubts: Doubts) -> dict[str, Any]:
    status = status_of(line.at("status").text)
    percent = percent_of(line.at("percent")) if not line.at("percent").is_empty else percent_of(line.at("status"), signed=True)
    if line.has("status") and status is None and percent is None:
        doubts.append(("row", f"tình trạng: {_FLAGGED}", line.at("status")))
    return {"status": status, "percent": percent}


def _rule(line: Line, doubts: Doubts, year: int) -> dict[str, Any] | None:
    rule, unclear = scoring.read(line, lambda cell: _day(cell, year))
    if unclear is not None:
        doubts.append(("row", f"cách chấm: {_FLAGGED}", unclear))
    return rule.as_dict() if rule else None


def own_doubts(text: str) -> Doubts:
    """Read back the doubts that our own list carries: "người phụ trách: chỉ ghi chức danh"."""
    found: Doubts = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, colon, reason = part.partition(": ")
        column = _DOUBTED.get(name.lower()) if colon else None
        found.append((column, reason, None) if column else ("row", part, None))
    return found


@lru_cache(maxsize=512)
def status_of(text: str) -> str | None:
    """Read a status with or without diacritics."""
    plain = words(text)
    return next((status for status, heads in STATUSES for head in heads if re.match(rf"{head}\b", plain)), None)


def percent_of(cell: Cell, *, signed: bool = False) -> int | None:
    """Read a percentage; a fraction of one is a percentage too unless a sign is asked for."""
    found = re.search(r"(\d{1,3})(?:[.,]\d+)?\s*%", cell.text)
    if found and int(found[1]) <= 100:
        return int(found[1])
    if signed or not isinstance(cell.value, float):
        return int(cell.text) if not signed and cell.text.isdecimal() and int(cell.text) <= 100 else None
    value = cell.value * 100 if cell.value <= 1 else cell.value
    return round(value) if 0 <= value <= 100 else None


def _day(cell: Cell, year: int) -> date | None:
    if isinstance(cell.value, date):
        return cell.value
    found = date_in(f"ngày {cell.text}") if cell.text else None
    if found is None and not cell.is_empty:
        due = parse(cell.raw, cell.value, Context(year)).due
        found = date.fromisoformat(due["date"]) if due["kind"] == "date" else None
    return found


def _score(cell: Cell) -> Any:
    return points.parse(cell.text, cell.value)[0] if cell and not cell.error else None


def _yes(cell: Cell) -> bool:
    return words(cell.text) in _YES


_READ: dict[str, tuple[str, Callable[[Cell, int], Any]]] = {
    "completed_on": ("ngày hoàn thành", _day),
    "self_score": ("điểm tự chấm", lambda cell, _year: _score(cell)),
    "kind": ("loại việc", lambda cell, _year: kinds.named(cell.text)),
}
"""Columns that a value is read from, each with its name in a doubt."""
