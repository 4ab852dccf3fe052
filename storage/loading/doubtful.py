"""A doubtful cell of a table that waits to be recorded, and what it may mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with all its doubts.

    Attributes:
        at: its place among the doubtful cells.
        sheet: name of the sheet, None for csv.
        row: as the file's own program counts; None for a whole sheet.
        reasons: why it is doubted.
        said: what the file has there.
        read: the row that it belongs to, as read; None where it is no row.
    """

    at: int
    sheet: str | None
    row: int | None
    column: str
    reasons: tuple[str, ...]
    said: str | None
    read: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a doubtful cell may mean: the values of the row that change with it."""

    values: Mapping[str, Any]


OUT = "out"
"""Key of an answer that leaves the whole row out."""


def is_out(answer: Answer | None) -> bool:
    """Tell the answer that leaves the whole row out."""
    return answer is not None and OUT in answer.values
