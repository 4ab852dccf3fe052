"""The way in: a file becomes a Sheet, in this process or, for files from outside, in a limited child."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from bot.sheets import errors
from bot.sheets.model import Sheet
from bot.sheets.own import NOTHING, Own
from storage import limited

_CHILD = "bot.sheets.child"


def parse(path: Path, year: int | None = None, own: Own = NOTHING) -> Sheet:
    """Read the file in this process; a refused file gives a Sheet with its error code."""
    from bot.sheets.marks import marks_of
    from bot.sheets.opening import grids_of
    from bot.sheets.past import past_of
    from bot.sheets.table import sheet_of

    path = Path(path)
    marks: dict[str, Any] = {}
    past: dict[str, Any] = {}
    try:
        grids = grids_of(path)
        marks, past = marks_of(grids), past_of(grids)
        return replace(sheet_of(path.name, grids, year, own), marks=marks, past=past)
    except errors.Refused as refusal:
        asked = refusal.question.as_dict() if isinstance(refusal, errors.Unsure) and refusal.question else None
        return Sheet(path.name, error=refusal.code, marks=marks, past=past, asks=asked)
    except (MemoryError, RecursionError):
        return Sheet(path.name, error=errors.TOO_BIG)


def expect() -> None:
    """Have a child get ready to `read`, while the bytes of the file are still on their way."""
    limited.expect(_CHILD)


def dismiss() -> None:
    """Let that child go: no file comes any more."""
    limited.dismiss(_CHILD)


def read(path: Path, *, year: int | None = None, own: Own = NOTHING) -> Sheet:
    """Read the file in a child process with little memory and time; never raises for a bad file.

    Args:
        path: of the file.
        year: năm đánh giá where the file does not say.
        own: what the office itself calls its columns.
    """
    path = Path(path)
    told = {"path": str(path.resolve()), "year": year, "own": own.as_dict()}
    try:
        return Sheet.loaded(limited.ask(_CHILD, told=orjson.dumps(told)))
    except (limited.TooSlow, limited.Exhausted):
        return Sheet(path.name, error=errors.TOO_SLOW)
    except (limited.Died, LookupError, TypeError):
        return Sheet(path.name, error=errors.UNREADABLE)
