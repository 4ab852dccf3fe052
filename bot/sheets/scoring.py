"""How a row is marked, read from the columns of our own form; another table's own words about it are kept as they are."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.sheets.grid import Cell
from bot.sheets.line import Line
from bot.sheets.text import fold, words
from storage.rules.points import NotArising
from storage.rules.scoring import HUNDRED, Rule, Way

# Words of the column "Cách chấm" -> way; the first line whose words begin the cell wins.
NAMES: tuple[tuple[Way, tuple[str, ...]], ...] = (
    (Way.YES_NO, ("co khong", "co hoac khong")),
    (Way.STEPS, ("theo muc", "muc")),
    (Way.RATIO, ("theo ty le", "ty le")),
    (Way.FAULTS, ("tru theo loi", "tru loi", "tru moi loi")),
    (Way.COUNT, ("theo so luong", "so luong")),
    (Way.DEADLINE, ("theo thoi han", "theo han", "dung han")),
    (Way.NOT_ARISING, ("khi co phat sinh", "khong phat sinh")),
    (Way.EVIDENCE, ("phai co tai lieu", "co tai lieu")),
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NOT_ARISING: Mapping[str, NotArising] = {"du diem": "full", "loai khoi tong": "excluded"}
_STEP = re.compile(r"\s*(.*?\S)\s*[:=]\s*(\d+(?:[.,]\d+)?)\s*%?\s*")
COLUMNS = ("way", "rule_text", "thresholds", "measure", "cut_off")
Figures = dict[str, Any]


def read(line: Line, day: Callable[[Cell], date | None]) -> tuple[Rule | None, Cell | None]:
    """Read the rule of a line.

    Args:
        line: of the table.
        day: reads a date.

    Returns:
        The rule, None where the line says nothing of it; and the cell that could not be understood.
    """
    if not line.has(*COLUMNS):
        return None, None
    way, text = way_of(line.at("way").text), _text(line, "rule_text")
    if way is None and line.has("way"):
        if line.has("thresholds") or line.is_ours:
            return None, line.at("way")
        text = text or line.at("way").text
    figures = figures_of(way, line.at("thresholds")) if way and line.has("thresholds") else {}
    if figures is None or (way and lacks(way, figures)):
        return None, line.at("thresholds") or line.at("way")
    cut_off = day(line.at("cut_off")) if line.has("cut_off") else None
    if cut_off is None and line.has("cut_off"):
        return None, line.at("cut_off")
    rule = Rule(text, way, measure=_text(line, "measure"), cut_off=cut_off, **figures)
    return (rule if rule != Rule() else None), None


@lru_cache(maxsize=256)
def way_of(text: str) -> Way | None:
    """Name the way of marking."""
    plain = words(text)
    return next((way for way, heads in NAMES for head in heads if re.fullmatch(rf"{head}(?: diem)?", plain)), None)


def lacks(way: Way, figures: Figures) -> bool:
    """Tell whether a way lacks a figure that it cannot do without."""
    needed = {Way.STEPS: "steps", Way.FAULTS: "each", Way.COUNT: "each"}.get(way)
    return needed is not None and needed not in figures


def figures_of(way: Way, cell: Cell) -> Figures | None:
    """Read the figures of a way, `98; 70`; None where they mean nothing."""
    parts = [part for part in re.split(r"[;\n]", cell.text) if part.strip()]
    found: Figures = {}
    for part in list(parts):
        if way is not Way.NOT_ARISING and fold(part).strip().startswith("khong phat sinh"):
            found["not_arising"] = _not_arising(part)
            parts.remove(part)
    if way is Way.STEPS:
        steps = [_STEP.fullmatch(part) for part in parts]
        found |= {"steps": tuple((one[1], _decimal(one[2])) for one in steps if one)} if steps else {}
        return None if None in steps else found
    if way is Way.NOT_ARISING:
        found |= {"not_arising": _not_arising(parts[0])} if parts else {}
    names = {Way.RATIO: ("full", "floor"), Way.FAULTS: ("each",), Way.COUNT: ("each", "cap"), Way.DEADLINE: ("late",)}.get(
        way, ()
    )
    numbers = [_NUMBER.search(part) for part in parts] if names else []
    if len(numbers) > len(names) or None in numbers or None in found.values():
        return None
    found |= {name: _decimal(one[0]) for name, one in zip(names, numbers, strict=False) if one}
    if way is Way.RATIO and isinstance(cell.value, float) and cell.value <= 1:
        found["full"] *= HUNDRED  # a cell that Excel shows as 98 %
    return found


def _not_arising(part: str) -> NotArising | None:
    plain = words(part)
    return next((value for name, value in _NOT_ARISING.items() if plain.endswith(name)), None)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _text(line: Line, role: str) -> str | None:
    cell = line.at(role)
    return None if cell.is_empty or cell.damaged or cell.error else cell.text
