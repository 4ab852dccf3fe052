"""The child process that reads one file from outside within limits and prints the Sheet as JSON."""

import gc
import os
import sys
from pathlib import Path

import orjson

from bot.sheets import docx, errors, reading  # noqa: F401 - loaded while the child waits for its file
from bot.sheets.model import Sheet
from bot.sheets.own import Own
from storage import limited

_REHEARSAL = Path(__file__).parents[1] / "sample" / "phuong-an-khanh.xlsx"
MAX_ANSWER = 16 << 20  # bytes: 20,000 full rows take 10 MB, and whoever asked keeps several times as much in memory
_LARGE = (26 << 20, 25 << 20)  # bytes: the first makes glibc keep what it is given back (mallopt(3)), the second is what it keeps
_SMALL = 60_000  # of 0.5 KB; one in a thousand is held, so that Python gives none of its megabytes back


def main() -> None:
    """Read the file that stdin names and print what it holds, or why it was refused; the year and the office's own words beside it."""
    limited.limit()
    gc.disable()  # one short reading makes no garbage worth looking for
    room = _got_ready() if limited.EXPECTED in sys.argv else None  # noqa: F841 - held until the end
    told = orjson.loads(sys.stdin.buffer.read())
    with open(sys.stdout.fileno(), "wb") as answer:  # noqa: PTH123 - closed at once: who asked reads it while this process ends
        answer.write(_answer(Path(told["path"]), told["year"], Own.from_dict(told["own"])))
    os._exit(0)  # giving back a hundred thousand cells one by one would take a tenth of the time


def _got_ready() -> list[bytes]:
    """Use the time until the file comes: what runs for the first time is slow, and so is memory that the system gives page by page.

    Returns:
        What is to be held until the end; a table of 10,000 rows takes 24 MB for small things, and as much for large ones.
    """
    reading.parse(_REHEARSAL).dumped()
    for size in _LARGE:
        bytearray(size)
    return [bytes(470) for _ in range(_SMALL)][::1000]


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
