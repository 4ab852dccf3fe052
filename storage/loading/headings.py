"""What an office calls the columns of its tables: a table of synonyms that it extends, and answers for one layout each."""

from typing import Any

from sqlalchemy import Connection

from storage.names import folded
from storage.office import units

KEY = "columns"
"""Setting of an office: `{"words": [[heading, what it holds]], "layouts": [[layout, {heading: role}]]}`, oldest first."""

WORDS, LAYOUTS = "words", "layouts"
MOST = 200  # synonyms, and layouts, that an office keeps; the oldest goes


def of_office(db: Connection, office_id: int) -> dict[str, Any]:
    """All that the office said, as the reader takes it."""
    kept = units.settings(db, office_id).get(KEY) or {}
    return {part: dict(kept.get(part) or ()) for part in (WORDS, LAYOUTS)}


def name(db: Connection, office_id: int, heading: str, role: str | None) -> None:
    """Say what a heading means in all tables of the office from now on; None = forget it.

    Args:
        db: open connection.
        office_id: whose word it is.
        heading: as the office writes it.
        role: what the column holds.
    """
    known = of_office(db, office_id)
    kept = {one: held for one, held in known[WORDS].items() if folded(one) != folded(heading)}
    _put(db, office_id, known | {WORDS: kept | ({heading: role} if role else {})})


def answer(db: Connection, office_id: int, layout: str, heading: str, role: str) -> None:
    """Say which column of a table of this layout holds something; the next table of the form is read without asking."""
    known = of_office(db, office_id)
    before = {one: held for one, held in known[LAYOUTS].get(layout, {}).items() if held != role}
    others = {one: held for one, held in known[LAYOUTS].items() if one != layout}
    _put(db, office_id, known | {LAYOUTS: others | {layout: before | {heading: role}}})


def _put(db: Connection, office_id: int, known: dict[str, dict[str, Any]]) -> None:
    newest = {part: [list(pair) for pair in held.items()][-MOST:] for part, held in known.items()}
    units.set_setting(db, office_id, KEY, newest)
