"""On the command line: what an office calls its columns, said by --column or asked on a terminal, and remembered."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.flows.loading import load, load_columns
from bot.sheets import Sheet, columns, read
from bot.sheets.own import NOTHING, Own, key
from locales.say import load_columns as say
from storage.db import Connection, Store
from storage.loading import headings


def spoken(options: Sequence[str]) -> dict[str, str] | str:
    """Give heading -> what it holds, or the sentence that says which option means nothing."""
    found = {}
    for option in options:
        heading, _sign, meant = option.rpartition("=")
        role = load_columns.meaning(meant) if key(heading) else None
        if role is None:
            return say.bad_option(option)
        found[heading.strip()] = role
    return found


def known(store: Store, office: int | str, words: dict[str, str]) -> Own:
    """What the office said before, and what is said now."""
    own = NOTHING if isinstance(office, str) else store.run(lambda db: load.own_words(db, office))
    return Own({**own.words, **{key(heading): role for heading, role in words.items()}}, own.layouts)


def keep(db: Connection, office_id: int, words: dict[str, str]) -> None:
    """Remember what was said by --column."""
    for heading, role in words.items():
        headings.name(db, office_id, heading, role)


def asked(path: Path, year: int | None, own: Own, sheet: Sheet) -> tuple[Sheet, dict[str, str]]:
    """Ask on a terminal for the columns that no heading names, and read again.

    Returns:
        The sheet, and the headings that were chosen with what they hold; none where nobody can be asked or has an answer.
    """
    question = sheet.asks
    if question is None or not sheet.error or not sys.stdin.isatty():
        return sheet, {}
    chosen: dict[str, str] = {}
    for role, offered in question["headings"].items():
        left = [heading for heading in offered if heading not in chosen]
        number = input(say.which(role, left)).strip()
        if not number.isdecimal() or not 1 <= int(number) <= len(left):
            return sheet, {}
        chosen[left[int(number) - 1]] = role
    answers = {key(heading): role for heading, role in chosen.items()}
    return read(path, year=year, own=Own(own.words, {**own.layouts, question["layout"]: answers})), chosen


def chosen(sheet: dict[str, Any]) -> dict[str, Any]:
    """Ask on a terminal which of two columns of a kind counts; without an answer the rows where they differ stay in doubt."""
    for role, both in list((sheet.get(columns.UNSURE) or {}).items()) if sys.stdin.isatty() else ():
        number = input(say.which(role, both)).strip()
        if number in {"1", "2"}:
            sheet = columns.choose(sheet, role, second=number == "2")
    return sheet


def remember(db: Connection, office_id: int, layout: str, chosen: dict[str, str]) -> None:
    """Remember what was answered on a terminal for tables of this layout."""
    for heading, role in chosen.items():
        headings.answer(db, office_id, layout, key(heading), role)
