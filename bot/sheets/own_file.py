"""Her own file returned with the state of each row: which files can be, what is written, and the work in a child process."""

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

from bot.sheets.state import State
from locales import formats
from locales.say import labels
from locales.say import load as say
from storage import limited
from storage.loading.original import Original
from storage.loading.standing import Standing

RETURNED = {".xlsx": ".xlsx", ".xlsm": ".xlsm", ".xls": ".xlsx", ".docx": ".docx", ".csv": ".csv"}
"""The endings that can be filled in, each with the ending of what is made of it."""


def ending(name: str) -> str | None:
    """The ending with which a file is returned filled in; None for one that cannot be."""
    return RETURNED.get(Path(name).suffix.lower())


def name_of(name: str) -> str:
    """The name under which a file is returned: an old .xls as .xlsx."""
    found = Path(name).name
    return found if ending(found) == Path(found).suffix.lower() else Path(found).stem + (ending(found) or "")


def fill(source: Path, target: Path, found: Original) -> int | None:
    """Write her file again, apart from this process, since a file from outside is opened.

    Args:
        source: the bytes that were loaded.
        target: where the new one goes, with the ending that it is returned with.
        found: the file and its rows as they stand.

    Returns:
        How many rows were filled in; None where it could not be done in the time and memory that there is.
    """
    states = [[*place, asdict(_state(leaf))] for place, leaf in found.leaves.items()]
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        copy, made = Path(folder) / f"bang{Path(found.kept.name).suffix.lower()}", Path(folder) / f"tra-lai{target.suffix}"
        shutil.copyfile(source, copy)
        told = json.dumps({"states": states, "titles": say.state_titles()}).encode()
        try:
            rows: int = limited.ask("bot.sheets.filling", [str(copy), str(made)], told=told)
        except limited.Died:
            return None
        shutil.copyfile(made, target)
    return rows


def _state(leaf: Standing) -> State:
    told = labels.progress(leaf.status, leaf.percent)
    if leaf.is_split:
        told += " " + say.periods_done(leaf.done, len(leaf.assignments))
    done = formats.day(leaf.completed_on) if leaf.completed_on else ""
    return State(told, done, leaf.result_document or "")
