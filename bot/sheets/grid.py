"""The neutral table all readers make: cells with their text, value and looks, merged ranges, hidden rows."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.sheets import errors
from bot.sheets.text import clean

MAX_COLUMNS = 256
MAX_ROWS = 20_000
MAX_TEXT = 40_000
MAX_MERGED = 1_000_000


_NOTHING = frozenset({"", "-", "–", "—", "x", "X", "_", "…", "...", "."})
_DITTO = re.compile(
    r"[-–—\s]*n\.?t\.?[-–—\s]*|(cũng )?như (trên|dòng trên|mục trên|ở trên)|[\"”“″〃]+|''|[-–—]?\s*//\s*[-–—]?|-\"-|[-–—]+[\"”″〃][-–—]+",
    re.IGNORECASE,
)
_DITTO_STARTS = frozenset("-–— nNcC\"”“″〃'/")


@dataclass(slots=True, eq=False)
class Cell:
    """One cell, never changed; `raw` keeps line breaks; `value` is a number or date where the file holds one.

    Not frozen, since that makes a cell four times as dear, and a file may hold a hundred thousand. One that a reader made
    once for all places that say the same is known by being the same.

    Attributes:
        text: on one line, cleaned.
        is_empty: nothing is said; a lone dash or x is nothing.
        is_ditto: what stands above it holds here too.
    """

    raw: str = ""
    value: float | date | None = None
    bold: bool = False
    indent: int = 0
    error: str | None = None
    damaged: bool = False
    text: str = field(init=False, repr=False, compare=False)
    is_empty: bool = field(init=False, repr=False, compare=False)
    is_ditto: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.raw) > MAX_TEXT:
            raise errors.Refused(errors.TOO_BIG)
        text = clean(self.raw)
        self.text, self.is_empty = text, text in _NOTHING and self.error is None and not self.damaged
        self.is_ditto = text[:1] in _DITTO_STARTS and _DITTO.fullmatch(text) is not None

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
    """One worksheet or Word table; rows and columns count from 1; `cells` holds the filled ones of each row by column, in order; `owner` is whose work all of it is, where no column says so."""

    name: str | None
    cells: dict[int, dict[int, Cell]]
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False
    above: tuple[str, ...] = ()
    follows: bool = False
    from_1904: bool = False
    owner: str | None = None
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _texts: dict[int, dict[int, str]] = field(default_factory=dict, compare=False, repr=False)
    _said: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        last, covered = max(self.cells, default=0), 0
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
        filled = {row for row, cells in self.cells.items() if cells}
        filled |= {row for (row, column), span in self._spans.items() if column == span.left and self.cell(span.top, span.left)}
        return tuple(sorted(filled))

    @cached_property
    def width(self) -> int:
        """The number of the last column that holds anything."""
        return max((next(reversed(cells)) for cells in self.cells.values() if cells), default=0)

    @cached_property
    def _spanned(self) -> frozenset[int]:
        return frozenset(row for row, _ in self._spans)

    def row(self, row: int) -> dict[int, Cell]:
        """Give what `at` gives for each column of a row, blanks left out."""
        if row not in self._spanned:
            return self.cells.get(row, {})
        return {column: cell for column in range(1, self.width + 1) if (cell := self.at(row, column))}

    def row_under(self, row: int) -> dict[int, Cell]:
        """Give what `under` gives for each column of a row, blanks left out."""
        if row not in self._spanned:
            return self.cells.get(row, {})
        return {column: cell for column in range(1, self.width + 1) if (cell := self.under(row, column))}

    def texts_under(self, row: int) -> dict[int, str]:
        """Give the texts of a header, which every row below it is compared with."""
        if row not in self._texts:
            self._texts[row] = {column: cell.text for column, cell in self.row_under(row).items()}
        return self._texts[row]

    def said_under(self, row: int) -> frozenset[str]:
        """Give the same texts wherever they stand."""
        if row not in self._said:
            self._said[row] = frozenset(self.texts_under(row).values())
        return self._said[row]

    def cell(self, row: int, column: int) -> Cell:
        """Give what the file holds at this very place."""
        cells = self.cells.get(row)
        return cells.get(column, BLANK) if cells else BLANK

    def at(self, row: int, column: int) -> Cell:
        """Give the cell, or what a range merged downwards in this column holds."""
        span = self._spans.get((row, column))
        if span is None:
            return self.cell(row, column)
        return self.cell(span.top, span.left) if column == span.left else BLANK

    def under(self, row: int, column: int) -> Cell:
        """Give the cell, or what a range merged in any direction holds: the view headers need."""
        span = self._spans.get((row, column))
        return self.cell(span.top, span.left) if span else self.cell(row, column)

    def span(self, row: int, column: int) -> Span:
        """Give the merged range around a cell, or the cell itself as one."""
        return self._spans.get((row, column), Span(row, column, row, column))

    def is_wide(self, row: int, column: int) -> bool:
        """Tell a cell that is merged over three columns or more."""
        span = self._spans.get((row, column))
        return span is not None and span.right - span.left >= 2
