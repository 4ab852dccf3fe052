"""A column whose heading says nothing: what stands below it may still tell; such a guess is always shown to be confirmed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.sheets import codes, dues, people
from bot.sheets.grid import Cell, Grid
from bot.sheets.header import Header, question
from bot.sheets.names import PERSON, kind_of
from bot.sheets.own import Question

_SAMPLE = 60  # rows below the header that are looked at
_FEWEST = 3  # filled cells of a column that say something
_SURE = 0.85
_LONG = 16  # letters of a cell that describes a task, on average
_ANY_YEAR = dues.Context(2026)


@dataclass(frozen=True)
class Guess:
    """What was found below headings that say nothing.

    Attributes:
        header: with the columns that were guessed.
        question: by which they are confirmed, the guess first; None where nothing was guessed.
    """

    header: Header
    question: Question | None = None


def guessed(grid: Grid, header: Header) -> Guess:
    """Complete a header by the cells of its strange columns, where each lack has exactly one that fits."""
    asked = question(header)
    found = dict(header.columns)
    for role in asked.headings if asked else ():
        fitting = [column for column in _strange(header, found) if _fits(grid, header, column, role)]
        if len(fitting) != 1:
            return Guess(header)
        found[role] = fitting[0]
    if asked is None:
        return Guess(header)
    first = {role: [header.shown[found[role] - 1]] for role in asked.headings}
    ordered = {role: list(dict.fromkeys([*first[role], *texts])) for role, texts in asked.headings.items()}
    return Guess(replace(header, columns=found), Question(asked.layout, ordered))


def coded(grid: Grid, header: Header) -> Header:
    """Take a column without a heading before the criteria for that of the codes, where it holds them and no heading names one."""
    untitled = (
        [] if "code" in header.columns else [at for at in range(1, header.columns["criterion"]) if not header.texts[at - 1]]
    )
    column = next((at for at in untitled if at not in header.columns.values() and _fits(grid, header, at, "code")), None)
    return header if column is None else replace(header, columns={**header.columns, "code": column})


def _strange(header: Header, found: dict[str, int]) -> list[int]:
    return [column for column, text in enumerate(header.shown, 1) if text and column not in found.values()]


def _fits(grid: Grid, header: Header, column: int, role: str) -> bool:
    rows = [row for row in grid.rows if row > header.bottom][:_SAMPLE]
    cells = [cell for row in rows if (cell := grid.at(row, column)) and (len(cell.text) > 1 or role == "code")]
    good = sum(map(_SIGNS[role], cells))
    return len(cells) >= _FEWEST and len(cells) * 2 > len(rows) and good >= _SURE * len(cells)


def _is_person(cell: Cell) -> bool:
    found = people.parse(cell.raw)
    return found.lead is not None and kind_of(found.lead) == PERSON


def _is_due(cell: Cell) -> bool:
    return not cell.text.replace(",", ".").replace(".", "").isdecimal() and (
        dues.parse(cell.raw, cell.value, _ANY_YEAR).due["kind"] != "unclear"
    )


def _is_task(cell: Cell) -> bool:
    return len(cell.text) >= _LONG and not _is_person(cell) and not _is_due(cell)


def _is_code(cell: Cell) -> bool:
    return codes.read(cell.text, cell.value).kind in {"roman", "plain", "dotted"}


_SIGNS: dict[str, Callable[[Cell], bool]] = {"lead": _is_person, "due": _is_due, "criterion": _is_task, "code": _is_code}
