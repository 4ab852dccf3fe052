"""Two columns of one kind in a table: which of them counts is asked, applied to all rows, and known again by the layout."""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.sheets import dues, people, points
from bot.sheets.header import ASKED, TWICE
from bot.sheets.line import Line
from bot.sheets.lines import Table
from bot.sheets.model import plain
from storage.loading.doubtful import Cell

TWO_COLUMNS = "hai cột cùng loại ghi khác nhau"
GUESSED = {
    "criterion": "tiêu đề cột không rõ, đọc là nội dung nhiệm vụ",
    "lead": "tiêu đề cột không rõ, đọc là người phụ trách",
    "due": "tiêu đề cột không rõ, đọc là thời hạn",
}
LAYOUT, UNSURE, CHOSEN, OTHER, ASKS = "layout", "unsure", "chosen", "other", "asks"
SECOND = {role: f"{role}_2" for role in TWICE}
_SECONDS = frozenset(SECOND.values())


def has_second(line: Line) -> bool:
    """Tell whether the table has a second column of any kind."""
    return not _SECONDS.isdisjoint(line.columns)


def differ(line: Line, role: str) -> bool:
    """Tell whether the second column of a kind says something else than the first."""
    if role == "points":
        first, second = (_worth(line, name) for name in ("points", SECOND["points"]))
        return second is not None and second != first
    return line.has(SECOND[role]) and line.at(SECOND[role]).text != line.at(role).text


def _worth(line: Line, name: str) -> Decimal | None:
    cell = line.at(name)
    return points.parse(cell.text, cell.value)[0]


def others(line: Line, context: dues.Context) -> dict[str, Any]:
    """Read what the second columns of a line say, where they differ."""
    found: dict[str, Any] = {}
    if not has_second(line):
        return found
    if differ(line, "due"):
        cell = line.at(SECOND["due"])
        reading = dues.parse(cell.raw, cell.value, context, from_1904=line.from_1904)
        found["due"] = {"due": dict(reading.due), "reasons": list(reading.reasons), "value": cell.text}
    if differ(line, "lead"):
        cell = line.at(SECOND["lead"])
        who = people.parse(cell.raw)
        reasons = [reason for column, reason in who.doubts if column == "lead"]
        found["lead"] = {"lead": who.lead, "lead_post": who.post, "reasons": reasons, "value": cell.text}
    if differ(line, "points"):
        found["points"] = {
            "max_points": plain(_worth(line, SECOND["points"])),
            "reasons": [],
            "value": line.at(SECOND["points"]).text,
        }
    return found


def layout_of(tables: Sequence[Table]) -> str:
    """Give the same key to tables with the same headings."""
    texts = "\n".join("|".join(table.header.texts) for table in tables)
    return hashlib.sha256(texts.encode()).hexdigest()


def unsure(tables: Sequence[Table], rows: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Name the headings of each kind that two columns share and on which rows differ."""
    found: dict[str, list[str]] = {}
    for role in TWICE:
        table = next((table for table in tables if SECOND[role] in table.header.columns), None)
        if table is not None and any(role in other for other in rows):
            found[role] = [_heading(table, table.header.columns[name]) for name in (role, SECOND[role])]
    return found


def _heading(table: Table, column: int) -> str:
    lines = range(table.header.top, table.header.bottom + 1)
    return " - ".join(dict.fromkeys(text for row in lines if (text := table.grid.under(row, column).text)))


def choose(sheet: Mapping[str, Any], role: str, *, second: bool) -> dict[str, Any]:
    """Let one of two columns count for every row; the doubt about which is gone.

    Args:
        sheet: as kept, in the JSON form with the optional columns.
        role: one of `TWICE`.
        second: whether the right one of the two counts.
    """
    rows = [_row(row, role, second=second) for row in sheet["rows"]]
    changed = {(row["sheet"], row["row"]): row[OTHER][role] for row in sheet["rows"] if role in (row.get(OTHER) or {})}
    flags = [flag for flag in sheet["must_flag"] if not _is_settled(flag, role, changed, second=second)]
    if second:
        for (name, number), other in changed.items():
            place = {"sheet": name, "row": number, "column": role, "value": other["value"]}
            flags += [place | {"reason": reason} for reason in other["reasons"]]
    chosen = (sheet.get(CHOSEN) or {}) | {role: second}
    left = {name: both for name, both in (sheet.get(UNSURE) or {}).items() if name != role}
    return {**sheet, "rows": rows, "must_flag": flags, CHOSEN: chosen, UNSURE: left}


def to_name(sheet: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the columns that nobody has named yet, each with the headings that are left for it, a guess first."""
    asks = sheet.get(ASKS) or {}
    answered = asks.get("answered") or {}
    asked = asks.get("headings") or {}
    left = [role for role in ASKED if role in asked and role not in answered]
    return {role: [one for one in asked[role] if one not in answered.values()] for role in left}


def is_guess(cell: Cell) -> bool:
    """Tell the doubt about a column that only its cells explain, which is asked for by its headings."""
    return cell.column == "table" and set(cell.reasons) <= set(GUESSED.values())


def named(sheet: Mapping[str, Any], role: str, heading: str) -> dict[str, Any]:
    """Keep which column somebody named; the doubt about it is gone."""
    asks = sheet[ASKS] | {"answered": (sheet[ASKS].get("answered") or {}) | {role: heading}}
    flags = [flag for flag in sheet["must_flag"] if flag["reason"] != GUESSED[role]]
    return {**sheet, "must_flag": flags, ASKS: asks}


def _is_settled(flag: Mapping[str, Any], role: str, changed: Mapping[Any, Any], *, second: bool) -> bool:
    here = flag["column"] == role and (flag["sheet"], flag["row"]) in changed
    return here and (second or flag["reason"] == TWO_COLUMNS)


def _row(row: Mapping[str, Any], role: str, *, second: bool) -> dict[str, Any]:
    other = (row.get(OTHER) or {}).get(role)
    if other is None:
        return dict(row)
    kept = [reason for reason in row["needs_check"] if reason != f"{role}: {TWO_COLUMNS}"]
    if not second:
        return {**row, "needs_check": kept}
    kept = [reason for reason in kept if not reason.startswith(f"{role}: ")] + [f"{role}: {why}" for why in other["reasons"]]
    return {**row, **{name: other[name] for name in (role, "lead_post", "max_points") if name in other}, "needs_check": kept}
