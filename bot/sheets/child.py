"""The child process that reads one file from outside within limits and prints the Sheet as JSON."""

import gc
import os
import sys
from pathlib import Path

import orjson

from bot.sheets import docx, errors, reading, table, xlsx  # noqa: F401 - loaded while the child waits for its file
from bot.sheets.model import Sheet
from bot.sheets.own import Own
from storage import limited

MAX_ANSWER = 16 << 20  # bytes: 20,000 full rows take 10 MB, and whoever asked keeps several times as much in memory


def main() -> None:
    """Read the file that stdin names and print what it holds, or why it was refused; the year and the office's own words beside it."""
    told = orjson.loads(sys.stdin.buffer.read())
    limited.limit()
    gc.disable()  # one short reading makes no garbage worth looking for
    sys.stdout.buffer.write(_answer(Path(told["path"]), told["year"], Own.from_dict(told["own"])))
    sys.stdout.flush()
    os._exit(0)  # giving back a hundred thousand cells one by one would take a tenth of the time


def _answer(path: Path, year: int | None, own: Own) -> bytes:
    code = errors.TOO_BIG
    try:
        answer = reading.parse(path, year, own).dumped()
        if len(answer) <= MAX_ANSWER:
            return answer
    except MemoryError:
        pass
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks, the answer is one code
        code = errors.UNREADABLE
    return Sheet(path.name, error=code).dumped()


if __name__ == "__main__":
    main()
