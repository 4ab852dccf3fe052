"""The child process: looks into one file and prints what it found as JSON."""

import dataclasses
import gc
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storage import limited
from storage.evidence import heading, marks
from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import BOMB, UNREADABLE, Refused

TEXT_SECONDS = 4.0  # of work on the text layer; what takes longer is kept without one


def main(arguments: list[str]) -> int:
    """Look into the named file; always prints one answer."""
    path, family, extension, shown = Path(arguments[0]), arguments[1], arguments[2], Path(arguments[3])
    limited.limit()
    gc.disable()  # one short reading makes no garbage worth looking for
    told: dict[str, Any] = {"refused": None, "secret": False, "warnings": [], "heading": {}, "shown": False}
    try:
        seen = _looker(family, path)(path, extension, shown)
        text = in_time(seen.text)
        told |= {"warnings": seen.warnings, "shown": seen.shown, "secret": marks.in_text(text)}
        told["heading"] = dataclasses.asdict(heading.read(text)) if text else {}
    except Refused as refused:
        told["refused"] = refused.code
    except MemoryError:
        told["refused"] = BOMB
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks, the answer is one code
        told["refused"] = UNREADABLE
    sys.stdout.write(json.dumps(told, default=str))
    return 0


def _looker(family: str, path: Path) -> Callable[[Path, str, Path], Seen]:
    """Only the libraries that this kind needs are loaded."""
    if family == "photo":
        from storage.evidence.inside import picture

        return picture.look
    if family == "scan":
        from storage.evidence.inside import scan

        return scan.look
    if family == "pdf":
        from storage.evidence.inside import pdf

        return pdf.look
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        from storage.evidence.inside import legacy

        return legacy.look
    if head.startswith(b"PK"):
        from storage.evidence.inside import office

        return office.look
    from storage.evidence.inside import plain

    return plain.look


def in_time(text: Callable[[], str]) -> str:
    """The text layer, as far as it can be had: a page that is too much work has none."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, TEXT_SECONDS)
    try:
        return text()
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - no text layer, then; the file itself was looked at before
        return ""
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
