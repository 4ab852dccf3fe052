"""Columns that a table does not name plainly: one is chosen and remembered, and an office adds words of its own."""

import re
from collections.abc import Mapping

from bot.flows import staff
from bot.flows.loading import load
from bot.flows.loading.sent_table import held_of, kept_of
from bot.sheets import columns
from bot.sheets.header import SAYABLE, role_of
from bot.sheets.own import key
from bot.turn import Reply, Turn
from jobs.fetch import KEPT
from locales.hear import fold
from locales.say import load_columns as say
from storage.errors import Gone
from storage.evidence import fetches
from storage.loading import headings, loads
from storage.loading.loads import ASKING, PREVIEW, Kept
from storage.rules.status import Role
from storage.work import campaigns

NAMED = re.compile(
    r"\s*c[ộo]t\s+(?:[\"“”']\s*(.+?)\s*[\"“”']|(.+?))\s*(?:\blà\b|\bla\b|=|:)+\s*:?\s*(\S.*?)[\s.]*", re.IGNORECASE
)
YEAR = "year"
"""Key of a file that is read again under which lies the year that somebody chose for it."""

_BATCH = "load:"
NO_COLUMN, NO_TABLE = "none", "other"
UNREAD = frozenset({"khong doc", "bo qua", "khong dung", "khong can"})


def choose(turn: Turn, load_id: int, role: str, index: int | str) -> Reply:
    """Say which heading names a column that the table needs; the table is read again once all are known."""
    kept = held_of(turn, load_id)
    left = columns.to_name(kept.sheet) if kept.state in {ASKING, PREVIEW} else {}
    if not left:
        return say.decided()
    if index == NO_TABLE:
        return _as_evidence(turn, kept)
    if role not in left:
        raise Gone
    if index == NO_COLUMN:
        loads.drop(turn.db, kept.id)
        return say.no_column(kept.name, role)
    offered = left[role]
    if not isinstance(index, int) or not 0 <= index < len(offered):
        raise Gone
    return _answered(turn, kept, {role: offered[index]})


def choose_several(turn: Turn, load_id: int, named: Mapping[str, str]) -> None:
    """Say at once which headings name several columns; the table is read again once.

    Raises:
        Gone: a heading is not offered for its column.
    """
    kept = held_of(turn, load_id)
    left = columns.to_name(kept.sheet)
    if any(heading not in left.get(role, ()) for role, heading in named.items()):
        raise Gone
    _answered(turn, kept, named)


def ask(turn: Turn, load_id: int) -> Reply:
    """Another column than the one that was taken ("Cột khác")."""
    kept = kept_of(turn, load_id)
    return load.ask_column(kept) if kept.state == PREVIEW and columns.to_name(kept.sheet) else load.view(turn, load_id)


def _answered(turn: Turn, kept: Kept, named: Mapping[str, str]) -> Reply:
    """Keep which headings name columns; the table is read again unless all of them are what their cells say."""
    guesses, sheet = columns.to_name(kept.sheet), kept.sheet
    for role, heading in named.items():
        headings.answer(turn.db, kept.office_id, kept.sheet["asks"]["layout"], key(heading), role)
        staff.note(turn, "column", f"load:{kept.id}", column=role, heading=heading)
        sheet = columns.named(sheet, role, heading)
    loads.put_sheet(turn.db, kept.id, sheet)
    if kept.state == PREVIEW and all(guesses[role][0] == heading for role, heading in named.items()):
        return load.view(turn, kept.id)
    after = loads.get(turn.db, kept.id)
    if columns.to_name(sheet) and kept.state == ASKING:
        return load.ask_column(after)
    _again(turn, after, "sheet")
    return say.reading_again(kept.name)


def _as_evidence(turn: Turn, kept: Kept) -> Reply:
    _again(turn, kept, "evidence")
    return say.as_evidence(kept.name)


def for_year(turn: Turn, load_id: int, year: int) -> None:
    """Read a table anew for another of the open years; one whose title names its year keeps that."""
    kept = held_of(turn, load_id)
    if kept.state != PREVIEW or year not in {one for _id, one in campaigns.open_years(turn.db, kept.office_id)}:
        raise Gone
    staff.note(turn, "year_of_load", f"load:{kept.id}", year=year)
    _again(turn, kept, "sheet", year)


def _again(turn: Turn, kept: Kept, purpose: str, year: int | None = None) -> None:
    """The bytes lie here: they go the way of a file that has just been sent."""
    loads.drop(turn.db, kept.id)
    turn.brings_files = True
    arrival = fetches.Arrival(
        inbox_id=turn.inbox_id,
        position=0,
        chat=turn.chat,
        person_id=turn.person.id,
        batch=f"{_BATCH}{kept.id}",
        file_ref={"sha256": kept.sha256} | ({YEAR: year} if year else {}),
        kind="document",
        name=kept.name,
        mime=None,
        size=None,
        caption=None,
        purpose=purpose,
        channel=KEPT,
    )
    fetches.keep(turn.db, [arrival], turn.now)


def read_before(batch: str) -> int | None:
    """The earlier reading of a file that is read again, by the batch it comes in."""
    return int(batch.removeprefix(_BATCH)) if batch.startswith(_BATCH) else None


def listing(turn: Turn) -> Reply:
    """The office's own words for columns."""
    return say.listing(list(headings.of_office(turn.db, staff.office_of(turn))[headings.WORDS].items()))


def forget(turn: Turn, index: int) -> Reply:
    """Drop one of the words."""
    office = staff.office_of(turn)
    known = list(headings.of_office(turn.db, office)[headings.WORDS])
    if not 0 <= index < len(known):
        raise Gone
    headings.name(turn.db, office, known[index], None)
    staff.note(turn, "column_word", f"unit:{office}", heading=known[index], column=None)
    return listing(turn)


def in_words(turn: Turn) -> Reply:
    """'Cột "Đ/c theo dõi" là người chịu trách nhiệm', typed by a coordinator; None for anything else."""
    found = NAMED.fullmatch(turn.incoming.text)
    if found is None or not turn.person.holds(Role.COORDINATOR):
        return None
    heading, meant = (found[1] or found[2]).strip(), found[3].strip(" \"“”'")
    role = meaning(meant)
    if role is None or not key(heading):
        return say.not_a_meaning(meant)
    office = staff.office_of(turn)
    headings.name(turn.db, office, heading, role)
    staff.note(turn, "column_word", f"unit:{office}", heading=heading, column=role)
    return say.named(heading, role)


def meaning(text: str) -> str | None:
    """What a column holds, said in any of the words that headings are known by."""
    role = "ignored" if fold(text) in UNREAD else role_of(text)
    return role if role in SAYABLE else None
