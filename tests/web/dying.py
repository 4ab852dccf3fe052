"""The program, killed by itself at a chosen moment of an upload: `python -m tests.web.dying MOMENT TIMES`.

Moments: `disk` = a piece is on disk, its offset is not yet in the database; `row` = the transaction is committed, nothing was
answered; TIMES = which piece. The kill is SIGKILL: nothing is tidied up.
"""

import os
import signal
import sys
from itertools import count
from typing import Any

from bot.commands.run import run
from bot.settings import load
from storage.access import uploads
from storage.db import Store
from storage.evidence.parts import Parts


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_after_disk(times: int) -> None:
    seen, write = count(1), Parts.write

    def written(self: Parts, key: str, offset: int, piece: bytes) -> None:
        write(self, key, offset, piece)
        if next(seen) == times:
            die()

    Parts.write = written  # type: ignore[method-assign]


def die_after_row(times: int) -> None:
    seen, advance, ran = count(1), uploads.advance, Store.run
    armed = []

    def advanced(*given: Any, **named: Any) -> bool:
        done = advance(*given, **named)
        if next(seen) == times:
            armed.append(True)
        return done

    def committed(self: Store, work: Any) -> Any:
        done = ran(self, work)
        if armed:
            die()
        return done

    uploads.advance = advanced  # type: ignore[assignment]
    Store.run = committed  # type: ignore[method-assign]


if __name__ == "__main__":
    {"disk": die_after_disk, "row": die_after_row}[sys.argv[1]](int(sys.argv[2]))
    sys.exit(run(load()))
