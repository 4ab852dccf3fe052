"""One line of a table: its cells, by the meaning of their columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from bot.sheets.context import Titles
from bot.sheets.grid import BLANK, Cell

_IS_EMPTY: Callable[[Cell], bool] = attrgetter("is_empty")
ASKED = ("code", "field", "criterion", "subcriterion", "lead", "due")
"""Columns that every row is asked for again and again, so that each line has them at hand."""


@dataclass(slots=True)
class Line:
    """One row of a table that says something; made once for every row of a long table, so kept light.

    Attributes:
        filled: its cells by the number of their column, blank ones left out.
        columns: of the table, by meaning.
        code, field, criterion, subcriterion, lead, due: what `at` gives of the columns that every row is asked for.
    """

    sheet: str | None
    row: int
    kind: str
    filled: Mapping[int, Cell]
    titles: Titles
    columns: Mapping[str, int]
    code: Cell = BLANK
    field: Cell = BLANK
    criterion: Cell = BLANK
    subcriterion: Cell = BLANK
    lead: Cell = BLANK
    due: Cell = BLANK
    first: str = ""
    alone: bool = False
    wide: bool = False
    hidden: bool = False
    dittos: frozenset[str] = frozenset()
    from_1904: bool = False

    def at(self, role: str) -> Cell:
        """Give the cell of a column, blank where the table has none."""
        return self.filled.get(self.columns.get(role, 0), BLANK)

    @property
    def is_idle(self) -> bool:
        """Tell a row that gives nobody anything to do: neither person nor deadline."""
        return self.lead.is_empty and self.due.is_empty

    def with_cells(self, filled: Mapping[int, Cell]) -> "Line":
        """Give the same row with other cells."""
        made = replace(self, filled=filled)
        for role in ASKED:
            setattr(made, role, made.at(role))
        return made

    @property
    def is_ours(self) -> bool:
        """Tell a list that this product wrote: it says everything on every row."""
        return "doubts" in self.columns

    def has(self, *roles: str) -> bool:
        """Tell whether any of these columns is filled."""
        return not all(map(_IS_EMPTY, map(self.at, roles)))
