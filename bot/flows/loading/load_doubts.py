"""Doubtful cells of a table, one after the other before it is recorded: right as read, one of the likely answers, or typed."""

from collections.abc import Sequence

from bot.flows import staff
from bot.flows.loading import load
from bot.flows.loading.sent_table import held_of, kept_of
from bot.sheets import settle
from bot.sheets.left_out import SETTLED
from bot.turn import OtherWords, Reply, Turn
from locales.say import load_doubts as say
from storage.errors import Gone
from storage.loading import loads
from storage.loading.doubtful import Answer, Cell
from storage.loading.loads import PREVIEW, Kept
from storage.office import roster

KEPT = "as_read"


def listing(turn: Turn, load_id: int, at: int = 0) -> Reply:
    """The next doubtful cell; the preview where none is left."""
    return _card(turn, kept_of(turn, load_id), at)


def _card(turn: Turn, kept: Kept, at: int, told: str = "") -> Reply:
    found = settle.cells(kept.sheet)
    if kept.state != PREVIEW or not found:
        preview = load.view(turn, kept.id)
        return say.none_left(preview, told, kept.id, settle.answered(kept.sheet)) if told else preview
    cell = found[at] if 0 <= at < len(found) else found[0]
    shown = say.card(kept.id, cell, settle.answers(cell, kept.year, known(turn, kept)), len(found), told)
    alike_cells = [one for one, _answer in settle.alike(kept.sheet)]
    return say.with_last(shown, kept.id, settle.answered(kept.sheet), alike_cells) if told else shown


def known(turn: Turn, kept: Kept) -> list[settle.Known]:
    """The people whom a cell may mean, with their posts and units: those of the office and those whom the table names in full."""
    office = [(one.full_name, one.post, one.unit) for one in roster.entries(turn.db, kept.office_id)]
    return [*office, *settle.named_in(kept.sheet)]


def decide(turn: Turn, load_id: int, at: int, total: int, answer: int | str) -> Reply:
    """ "Đúng", "Để trống" or one of the likely answers; the next cell follows."""
    kept, cell = _cell(turn, load_id, at, total)
    if cell is None:
        return _card(turn, kept, at)
    if answer == KEPT:
        return _settle(turn, kept, cell, None)
    found = settle.answers(cell, kept.year, known(turn, kept))
    if not isinstance(answer, int) or not 0 <= answer < len(found):
        raise Gone
    return _settle(turn, kept, cell, found[answer])


def ask(turn: Turn, load_id: int, at: int, total: int) -> Reply:
    """ "Sửa": the right words are typed."""
    kept, cell = _cell(turn, load_id, at, total)
    return _card(turn, kept, at) if cell is None else say.ask(kept.id, cell, len(settle.cells(kept.sheet)))


def typed(turn: Turn, load_id: int, at: int, total: int) -> Reply:
    """What was typed for a cell."""
    kept, cell = _cell(turn, load_id, at, total)
    if cell is None:
        return _card(turn, kept, at)
    answer = settle.typed(kept.sheet, cell, turn.incoming.text, kept.year) if turn.incoming.kind == "text" else None
    return _settle(turn, kept, cell, answer) if answer else say.ask(kept.id, cell, len(settle.cells(kept.sheet)), again=True)


def said(turn: Turn, load_id: int, at: int, total: int) -> Reply:
    """What was typed while a cell was shown, where it can only be meant for this cell.

    Raises:
        OtherWords: it may be something else.
    """
    kept, cell = _cell(turn, load_id, at, total)
    answer = settle.told(kept.sheet, cell, turn.incoming.text, kept.year, known(turn, kept)) if cell else None
    if cell is None or answer is None:
        raise OtherWords
    return _settle(turn, kept, cell, answer)


def reopen(turn: Turn, load_id: int, count: int) -> Reply:
    """Take the answer just given back; its cell is asked about again."""
    kept = held_of(turn, load_id)
    if kept.state != PREVIEW or count != settle.answered(kept.sheet):
        return _card(turn, kept, 0)
    loads.put_sheet(turn.db, kept.id, settle.reopened(kept.sheet))
    return _card(turn, loads.get(turn.db, kept.id), 0)


def ask_again(turn: Turn, load_id: int, at: int, count: int) -> None:
    """Take any answer of a table back, where none was given or taken back since it was shown.

    Raises:
        Gone: one was.
    """
    kept = held_of(turn, load_id)
    known = {one for one, _cell, _answer in settle.given(kept.sheet)}
    if kept.state != PREVIEW or count != len(kept.sheet.get(SETTLED) or ()) or at not in known:
        raise Gone
    loads.put_sheet(turn.db, kept.id, settle.reopened(kept.sheet, at))


def record(turn: Turn, kept: Kept, decided: Sequence[settle.Decided]) -> None:
    """Put answers into the table, one or all of a page, with a line in the history."""
    loads.put_sheet(turn.db, kept.id, settle.settled(kept.sheet, decided))
    cells = [[cell.row, cell.column, answer is None] for cell, answer in decided]
    staff.note(turn, "doubt", f"load:{kept.id}", cells=cells)


def alike(turn: Turn, load_id: int, count: int) -> Reply:
    """The answer just given holds for all cells that say the same."""
    kept = held_of(turn, load_id)
    found = settle.alike(kept.sheet)
    if kept.state != PREVIEW or count != settle.answered(kept.sheet) or not found:
        return _card(turn, kept, 0)
    record(turn, kept, found)
    return _card(turn, loads.get(turn.db, kept.id), 0, say.settled_alike(*found[0], len(found)))


def _cell(turn: Turn, load_id: int, at: int, total: int) -> tuple[Kept, Cell | None]:
    """The cell that a button means; None where others were settled since it was shown."""
    kept = held_of(turn, load_id)
    found = settle.cells(kept.sheet) if kept.state == PREVIEW else []
    return kept, found[at] if total == len(found) and 0 <= at < total else None


def _settle(turn: Turn, kept: Kept, cell: Cell, answer: Answer | None) -> Reply:
    record(turn, kept, [(cell, answer)])
    return _card(turn, loads.get(turn.db, kept.id), cell.at, say.settled(cell, answer))
