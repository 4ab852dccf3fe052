"""The child process that reads one file from outside within limits and prints the Sheet as JSON."""

import gc
import json
import sys
from pathlib import Path

from bot.sheets import errors, reading
from bot.sheets.model import Sheet
from bot.sheets.own import Own

CPU_SECONDS = 9
MEMORY = 200 << 20


def main(arguments: list[str]) -> int:
    """Read the named file and print what it holds; exit status 1 says that it was refused. Stdin: the office's own words."""
    path, own = Path(arguments[0]), Own.from_dict(json.loads(sys.stdin.read() or "{}"))
    _limit()
    gc.disable()  # one short reading makes no garbage worth looking for
    try:
        sheet = reading.parse(path, int(arguments[1]) if len(arguments) > 1 else None, own)
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks, the answer is one code
        sheet = Sheet(path.name, error=errors.UNREADABLE)
    sys.stdout.write(json.dumps(sheet.as_dict(extra=True), ensure_ascii=True))
    return 1 if sheet.error else 0


def _limit() -> None:
    """Allow the memory of now and 200 MB more, 10 seconds of work, and no new file of any size."""
    try:
        import resource
    except ImportError:  # systems without it rely on the parent's clock
        return
    used = _address_space() + MEMORY
    for kind, most in ((resource.RLIMIT_AS, used), (resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_FSIZE, 1 << 26)):
        resource.setrlimit(kind, (most, most))


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except (OSError, ValueError):
        return 512 << 20


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
