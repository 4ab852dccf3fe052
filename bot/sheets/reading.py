"""The way in: a file becomes a Sheet, in this process or, for files from outside, in a limited child."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.sheets import errors
from bot.sheets.model import Sheet
from bot.sheets.own import NOTHING, Own

WALL_SECONDS = 25  # the child stops itself after its seconds of work; a busy machine may take longer for them
_ROOT = Path(__file__).resolve().parents[2]


def parse(path: Path, year: int | None = None, own: Own = NOTHING) -> Sheet:
    """Read the file in this process; a refused file gives a Sheet with its error code."""
    from bot.sheets.marks import marks_of
    from bot.sheets.opening import grids_of
    from bot.sheets.table import sheet_of

    path = Path(path)
    marks: dict[str, Any] = {}
    try:
        grids = grids_of(path)
        marks = marks_of(grids)
        return replace(sheet_of(path.name, grids, year, own), marks=marks)
    except errors.Refused as refusal:
        asked = refusal.question.as_dict() if refusal.question else None
        return Sheet(path.name, error=refusal.code, marks=marks, asks=asked)
    except (MemoryError, RecursionError):
        return Sheet(path.name, error=errors.TOO_BIG)


def read(path: Path, *, year: int | None = None, own: Own = NOTHING) -> Sheet:
    """Read the file in a child process with little memory and time; never raises for a bad file.

    Args:
        path: of the file.
        year: năm đánh giá where the file does not say.
        own: what the office itself calls its columns.
    """
    path = Path(path)
    command = [sys.executable, "-m", "bot.sheets.child", str(path.resolve()), *([str(year)] if year else [])]
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START") if name in os.environ}
    kept |= {"PYTHONPATH": os.pathsep.join([str(_ROOT), *(part for part in sys.path if part)]), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, the path is one argument
            command,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
            env=kept,
            cwd=_ROOT,
            input=json.dumps(own.as_dict()).encode(),
        )
        return Sheet.from_dict(json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        return Sheet(path.name, error=errors.TOO_BIG)
    except (OSError, ValueError, KeyError, TypeError):
        return Sheet(path.name, error=errors.UNREADABLE)
