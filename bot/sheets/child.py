"""The child process that reads one file from outside within limits and prints the Sheet as JSON."""

import gc
import sys
from pathlib import Path

import orjson

from bot.sheets import errors, reading
from bot.sheets.model import Sheet
from bot.sheets.own import Own
from storage import limited


def main(arguments: list[str]) -> int:
    """Read the named file and print what it holds; exit status 1 says that it was refused. Stdin: the office's own words."""
    path, own = Path(arguments[0]), Own.from_dict(orjson.loads(sys.stdin.buffer.read() or b"{}"))
    limited.limit()
    gc.disable()  # one short reading makes no garbage worth looking for
    try:
        sheet = reading.parse(path, int(arguments[1]) if len(arguments) > 1 else None, own)
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks, the answer is one code
        sheet = Sheet(path.name, error=errors.UNREADABLE)
    sys.stdout.buffer.write(orjson.dumps(sheet.as_dict(extra=True)))
    return 1 if sheet.error else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
