"""The office's own file, returned with the columns of state filled in; everything else stays as she made it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.sheets.state import Place, State

Fill = Callable[[Path, Path, Mapping[Place, State], Sequence[str]], int]
"""Writes a file again: her file, the new one, states by sheet and row number, titles of the three columns where her table has none
of its own; gives how many rows were filled in."""


def fill(source: Path, target: Path, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    """Write a file again with what is known of each row, in the way of its kind (see `Fill`).

    Args:
        source: her file, read and accepted before.
        target: where the new one goes, with the same ending; .xlsx for an old .xls.
        states: by sheet and row number.
        titles: of the three columns.

    Returns:
        How many rows were filled in.
    """
    return _way(target.suffix.lower())(source, target, states, titles)


def _way(suffix: str) -> Fill:
    """Only the library that this kind needs is loaded."""
    if suffix == ".docx":
        from bot.sheets import returned_word

        return returned_word.fill
    if suffix == ".csv":
        from bot.sheets import returned_text

        return returned_text.fill
    from bot.sheets import returned_workbook

    return returned_workbook.fill
