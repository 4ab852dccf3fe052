"""Answers about doubtful cells, carried from one reading of a table to the next, so that nobody is asked twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.sheets.left_out import SETTLED, place_of
from bot.sheets.settle import Sheet, Values, cells, note_of, settled
from storage.loading.doubtful import Answer, Cell

Key = tuple[Any, ...]


def carried(sheet: Sheet, before: Sheet) -> Values:
    """Settle again what was settled the same way in an earlier reading: that of the table recorded last, or of this very file.

    Rows may have moved meanwhile; of several cells that say the same on rows of one text, each has the answer of its own place.
    """
    known: dict[Key, list[Mapping[str, Any]]] = {}
    for note in before.get(SETTLED) or ():
        known.setdefault(_key(note), []).append(note)
    if not known:
        return dict(sheet)
    here, open_ = _by_key(sheet), _by_key(before)
    found: list[tuple[Cell, Mapping[str, Any]]] = []
    for key, notes in known.items():
        is_one = len(notes) == len(here.get(key, ())) == 1 and key not in open_
        found += [(cell, note) for cell in here.get(key, ()) if (note := _own(cell, notes, is_one=is_one))]
    found.sort(key=lambda one: one[0].at)
    decided = [(cell, Answer(note["values"]) if note["values"] else None) for cell, note in found]
    return settled(sheet, decided) if decided else dict(sheet)


def _own(cell: Cell, notes: Sequence[Mapping[str, Any]], *, is_one: bool) -> Mapping[str, Any] | None:
    """Give the answer about this very cell, or the only one there is about the only such cell."""
    exact = [note for note in notes if place_of(note) == (cell.sheet, cell.row)]
    return exact[-1] if exact else notes[0] if is_one else None


def _by_key(sheet: Sheet) -> dict[Key, list[Cell]]:
    found: dict[Key, list[Cell]] = {}
    for cell in cells(sheet):
        found.setdefault(_key(note_of(cell, None)), []).append(cell)
    return found


def _key(note: Mapping[str, Any]) -> Key:
    return note["text"], note["column"], note["said"]
