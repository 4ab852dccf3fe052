"""The neutral table all readers make: cells with their text, value and looks, merged ranges, hidden rows."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.sheets import errors
from bot.sheets.text import clean

MAX_COLUMNS = 256
MAX_ROWS = 20_000
MAX_TEXT = 40_000
MAX_MERGED = 1_000_000


@dataclass(frozen=True)
class Cell:
    """One cell: `raw` keeps line breaks; `value` is a number or date where the file holds one."""

    raw: str = ""
    value: float | date | None = None
    bold: bool = False
    indent: int = 0
    error: str | None = None
    damaged: bool = False

    @cached_property
    def text(self) -> str:
        """The text on one line, cleaned."""
        return clean(self.raw)

    def __bool__(self) -> bool:
        return bool(self.text) or self.error is not None or self.damaged


BLANK = Cell()


@dataclass(frozen=True)
class Span:
    """A merged range, all ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One worksheet or Word table; rows and columns count from 1."""

    name: str | None
    cells: dict[tuple[int, int], Cell]
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False
    above: tuple[str, ...] = ()
    follows: bool = False
    from_1904: bool = False
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if any(len(cell.raw) > MAX_TEXT for cell in self.cells.values()):
            raise errors.Refused(errors.TOO_BIG)
        last, covered = max((row for row, _ in self.cells), default=0), 0
        for span in self.merged:
            bottom, right = min(span.bottom, max(last, span.top)), min(span.right, span.left + MAX_COLUMNS)
            covered += (bottom - span.top + 1) * (right - span.left + 1)
            if covered > MAX_MERGED:
                raise errors.Refused(errors.TOO_BIG)
            for row in range(span.top, bottom + 1):
                self._spans.update({(row, column): span for column in range(span.left, right + 1)})

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The numbers of rows that hold anything, merged neighbours included."""
        filled = {row for (row, _), cell in self.cells.items() if cell}
        filled |= {
            row
            for (row, column), span in self._spans.items()
            if column == span.left and self.cells.get((span.top, span.left), BLANK)
        }
        return tuple(sorted(filled))

    @cached_property
    def width(self) -> int:
        """The number of the last column that holds anything."""
        return max((column for (_, column), cell in self.cells.items() if cell), default=0)

    def at(self, row: int, column: int) -> Cell:
        """Give the cell, or what a range merged downwards in this column holds."""
        span = self._spans.get((row, column))
        if span is not None:
            return self.cells.get((span.top, span.left), BLANK) if column == span.left else BLANK
        return self.cells.get((row, column), BLANK)

    def under(self, row: int, column: int) -> Cell:
        """Give the cell, or what a range merged in any direction holds: the view headers need."""
        span = self._spans.get((row, column))
        return self.cells.get((span.top, span.left) if span else (row, column), BLANK)

    def span(self, row: int, column: int) -> Span:
        """Give the merged range around a cell, or the cell itself as one."""
        return self._spans.get((row, column), Span(row, column, row, column))
