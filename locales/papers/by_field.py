"""The rows of a list below the names of their fields (lĩnh vực), as the annexes of offices have them."""

from collections.abc import Callable, Sequence
from itertools import groupby

from locales import formats
from locales.papers.word_table import Band, ColumnSpec
from storage.papers import Facts, Row


def by_field(facts: Facts, columns: Sequence[ColumnSpec], line: Callable[[Row], list[str]]) -> list[list[str]]:
    """The lines of all rows; above those of each field stand its number, its name and its points.

    Args:
        facts: the rows in their order.
        columns: with one named `title`, and one named `max` for points.
        line: makes the cells of a row.
    """
    names = [name for name, _width, _side in columns]
    points = {one.name: one.parts.maximum for one in facts.summary.fields}
    lines: list[list[str]] = []
    for at, (field, rows) in enumerate(groupby(facts.rows, key=lambda row: row.leaf.field)):
        some = list(rows)
        if field:
            cells = {"code": _number(some, at), "title": field, "max": formats.points(points[field]) if points[field] else ""}
            lines.append(Band(cells.get(name, "") for name in names))
        lines += map(line, some)
    return lines


def _number(rows: Sequence[Row], at: int) -> str:
    """What the codes of a field begin with, else its place in the list; a lone code without parts is the row's own."""
    first = {code.partition(".")[0] if "." in code or len(rows) > 1 else "" for code in (row.leaf.code or "" for row in rows)}
    return first.pop() if len(first) == 1 and all(first) else str(at + 1)
