"""What steps over many rows share: only what was shown is done, by a seal over it; and words for people, not for rows."""

import zlib
from collections.abc import Iterable

from storage.work.assignments import Work

MOST = 100  # rows changed at once: a turn holds the one writer


def seal(works: Iterable[Work]) -> int:
    """A number of at most nine digits for these very rows and dates: a button that bears it means what was shown."""
    shown = sorted((work.id, str(work.due_on), str(work.completed_on)) for work in works)
    return zlib.crc32(repr(shown).encode()) % 10**9


def by_holder(works: Iterable[Work]) -> dict[int, list[Work]]:
    """The rows of each person; those of nobody are left out."""
    found: dict[int, list[Work]] = {}
    for work in works:
        if work.person_id is not None:
            found.setdefault(work.person_id, []).append(work)
    return found
