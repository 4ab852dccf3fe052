"""The look into a file before it is kept: by its first bytes, then inside, in a child process that may fall over it."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Iterator
from pathlib import Path

from jobs import virus
from storage.evidence import inside, kinds
from storage.evidence.fetches import Job
from storage.evidence.files import Files, Kept
from storage.evidence.inside import Found

log = logging.getLogger(__name__)


class NotTaken(Exception):
    """It must not be kept.

    Args:
        reason: `wrong_kind`, or a code of `storage.evidence.refusals`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Secret(Exception):
    """Its text layer bears a mark of state secrets."""


async def inspected(files: Files, job: Job, path: Path, scanner: str | None = None) -> tuple[Found, Kept | None]:
    """Look at a file that lies under a temporary name.

    Args:
        files: the folder of evidence.
        job: how it was announced.
        path: of the bytes.
        scanner: where ClamAV listens, if there is one.

    Returns:
        What was found, and the copy for other eyes where one was made.

    Raises:
        NotTaken: it is not what it says, or may do harm.
        Secret: it must not even be remembered.
        inside.Busy: no answer now.
    """
    if scanner and not await _is_clean(scanner, path):
        raise NotTaken("virus")
    if not await asyncio.to_thread(kinds.is_what_it_says, path, job.name, job.mime):
        raise NotTaken("wrong_kind")
    with _scratch(files) as copy:
        found = await _look(job, path, copy)
        return found, await asyncio.to_thread(_keep, files, copy) if found.shown else None


async def refuse_secret(files: Files, job: Job, path: Path) -> None:
    """Of an assignment table only this is asked here; its reader looks after the rest.

    Raises:
        Secret: it bears a mark.
    """
    with _scratch(files) as copy, contextlib.suppress(NotTaken, inside.Busy):
        await _look(job, path, copy)


async def _is_clean(scanner: str, path: Path) -> bool:
    try:
        return await virus.is_clean(scanner, path)
    except virus.Away as away:
        log.error("the virus scanner is away: %s", away)
        raise inside.Busy from away


async def _look(job: Job, path: Path, copy: Path) -> Found:
    family = "photo" if job.kind == "photo" else kinds.family(job.name, job.mime) or "text"
    extension = kinds.extension(job.name, job.mime) or ""
    found = await asyncio.to_thread(inside.look, path, family, extension, copy)
    if found.refused:
        raise NotTaken(found.refused)
    if found.secret:
        raise Secret
    return found


@contextlib.contextmanager
def _scratch(files: Files) -> Iterator[Path]:
    path = files.root / "tmp" / secrets.token_hex(16)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _keep(files: Files, copy: Path) -> Kept:
    with files.open_temp() as temp, copy.open("rb") as file:
        while chunk := file.read(1 << 20):
            temp.write(chunk)
        return temp.keep()
