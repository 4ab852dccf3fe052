"""Her own file returned with the state of each row: which files can be, what is written, and the work in a child process."""

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

from bot.sheets import returned
from locales import formats
from locales.say import labels
from locales.say import load as say
from storage import limited
from storage.loading.original import Original
from storage.loading.standing import Standing

RETURNED = frozenset({".xlsx", ".xlsm", ".docx", ".csv"})


def ending(name: str) -> str | None:
    """The ending of a file that can be returned filled in; None for another."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix in RETURNED else None


def fill(source: Path, target: Path, found: Original) -> int | None:
    """Write her file again, apart from this process, since a file from outside is opened.

    Args:
        source: the bytes that were loaded.
        target: where the new one goes, with the ending of the old one.
        found: the file and its rows as they stand.

    Returns:
        How many rows were filled in; None where it could not be done in the time and memory that there is.
    """
    states = [[*place, asdict(_state(leaf))] for place, leaf in found.leaves.items()]
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        copy, made = (Path(folder) / f"{name}{target.suffix}" for name in ("bang", "tra-lai"))
        shutil.copyfile(source, copy)
        told = json.dumps({"states": states, "titles": say.state_titles()}).encode()
        try:
            rows: int = limited.ask("bot.sheets.filling", [str(copy), str(made)], told=told)
        except limited.Died:
            return None
        shutil.copyfile(made, target)
    return rows


def _state(leaf: Standing) -> returned.State:
    told = labels.progress(leaf.status, leaf.percent)
    if leaf.is_split:
        told += " " + say.periods_done(leaf.done, len(leaf.assignments))
    done = formats.day(leaf.completed_on) if leaf.completed_on else ""
    return returned.State(told, done, leaf.result_document or "")
