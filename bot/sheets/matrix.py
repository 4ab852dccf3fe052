"""People or months as columns, with marks below: turned into one column that says in words what the marks say."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.sheets.grid import Cell, Grid
from bot.sheets.header import role_of
from bot.sheets.names import PERSON, kind_of, without_title

_ROLES = {"ct": "chủ trì", "c": "chủ trì", "chủ trì": "chủ trì", "ph": "phối hợp", "p": "phối hợp", "phối hợp": "phối hợp"}
_MARKS = frozenset({"x", "v", "√", "✓", "✔", "☑", "+", "•", "●", *_ROLES})
_TIME = re.compile(r"(?:tháng|th|t)[. ]?(\d{1,2})|(?:quý|q)[. ]?(i{1,3}|iv|[1-4])", re.IGNORECASE)
_DEPTH = 40  # rows in which a header may stand
_SURE = 0.7
_SAMPLE = 100  # rows below a header that are looked at


def unfolded(grid: Grid) -> Grid:
    """Give a table with people or months as columns the column of people or deadlines that it has in other words."""
    for row in grid.rows:
        if row > _DEPTH:
            break
        for named, heading in ((_person, "Người phụ trách"), (_time, "Thời hạn")):
            for columns in _runs(grid, row, named):
                if _is_marked(grid, row, columns) and not (named is _time and _has_another(grid, row, columns, heading)):
                    return unfolded(_joined(grid, row, columns, named, heading))
    return grid


@lru_cache(maxsize=512)
def _person(text: str) -> str | None:
    name = without_title(text)[0]
    return name if kind_of(name) == PERSON and _time(text) is None else None


def _time(text: str) -> str | None:
    found = _TIME.fullmatch(text)
    return (f"tháng {found[1]}" if found[1] else f"quý {found[2]}") if found else None


def _runs(grid: Grid, row: int, named: Callable[[str], str | None]) -> Iterator[list[int]]:
    """Give each row of two or more neighbours that all name a person, or a time."""
    run: list[int] = []
    for column in range(1, grid.width + 2):
        if named(grid.cell(row, column).text):
            run.append(column)
            continue
        if len(run) > 1:
            yield run
        run = []


def _is_marked(grid: Grid, row: int, columns: list[int]) -> bool:
    """Tell whether marks stand below, and hardly anything else, unless the headings are repeated."""
    rows = [place for place in grid.rows if place > row][:_SAMPLE]
    filled = [text for place in rows for column in columns if (text := grid.at(place, column).text)]
    marks = sum(text.lower() in _MARKS for text in filled)
    repeated = len(columns) * len(_again(grid, row, columns, rows)) if marks > 1 else 0
    return marks > 1 and marks >= _SURE * (len(filled) - repeated)


def _again(grid: Grid, row: int, columns: list[int], rows: Sequence[int]) -> list[int]:
    """Give those of the rows in which the same headings stand once more."""
    heads = [grid.cell(row, column).text for column in columns]
    return [place for place in rows if [grid.cell(place, column).text for column in columns] == heads]


def _has_another(grid: Grid, row: int, columns: list[int], heading: str) -> bool:
    """Tell whether another column has this heading: what is marked is then no deadline, but what was done, or seen to."""
    others = (column for column in range(1, grid.width + 1) if column not in columns)
    return any(role_of(grid.under(row, column).text) == role_of(heading) for column in others)


def _joined(grid: Grid, row: int, columns: list[int], named: Callable[[str], str | None], heading: str) -> Grid:
    """Say in the first of these columns what their marks say, and empty the others."""
    names = {column: named(grid.cell(row, column).text) for column in columns}
    group = grid.under(row - 1, columns[0]) if grid.span(row - 1, columns[0]).left in columns else None
    known = group.text if group and role_of(group.text) == role_of(heading) else heading
    cells = {place: dict(held) for place, held in grid.cells.items()}
    for head in (row, *_again(grid, row, columns, [place for place in grid.rows if place > row])):
        for place in (head - 1, head) if group else (head,):
            _put(cells, place, columns, known)
    for place in grid.rows:
        marks = {names[column]: mark for column in columns if (mark := grid.at(place, column).text.lower())}
        if place > row and marks and _MARKS.issuperset(marks.values()):
            said = [f"{name} ({_ROLES[mark]})" if mark in _ROLES else str(name) for name, mark in marks.items()]
            _put(cells, place, columns, "; ".join(said))
    kept = tuple(span for span in grid.merged if span.left not in columns or span.top < row - 1)
    return replace(grid, cells=cells, merged=kept, _spans={}, _texts={})


def _put(cells: dict[int, dict[int, Cell]], row: int, columns: list[int], text: str) -> None:
    held = {column: cell for column, cell in cells.get(row, {}).items() if column not in columns}
    cells[row] = dict(sorted({**held, columns[0]: Cell(text)}.items()))
