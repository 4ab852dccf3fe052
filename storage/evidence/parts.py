"""Bytes that come piece by piece from a browser: one file an upload, and every piece on the disk before it is acknowledged."""

import errno
import os
import shutil
from collections.abc import Generator
from pathlib import Path

from storage.evidence.files import sync

RESERVE = 200 * 2**20  # stays free for the database, whatever people send
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class DiskFull(Exception):
    """There is no room for this file."""


class Parts:
    """The folder of uploads under way, open to nobody else.

    Args:
        root: made when it is missing.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.chmod(0o700)

    def path_of(self, key: str) -> Path:
        """Where the bytes of an upload lie.

        Raises:
            ValueError: it is no key, so it might lead elsewhere.
        """
        if len(key) != 32 or not all(ch in "0123456789abcdef" for ch in key):
            raise ValueError("not the key of an upload")
        return self.root / key

    def require_room(self, size: int) -> None:
        """Refuse a file before its first byte when the disk could not hold it twice (here, and as evidence).

        Raises:
            DiskFull: not enough is free.
        """
        if shutil.disk_usage(self.root).free < 2 * size + RESERVE:
            raise DiskFull

    def write(self, key: str, offset: int, piece: bytes) -> None:
        """Put a piece at its place and force it to the disk; the same piece twice is the same file.

        Raises:
            DiskFull: the disk took no more.
        """
        handle = os.open(self.path_of(key), os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
        try:
            _write_all(handle, offset, piece)
            os.fsync(handle)
        except OSError as wrong:
            if wrong.errno in NO_ROOM:
                raise DiskFull from wrong
            raise
        finally:
            os.close(handle)
        if offset == 0:
            sync(self.root)

    def size(self, key: str) -> int:
        """How many bytes lie there, acknowledged or not."""
        path = self.path_of(key)
        return path.stat().st_size if path.exists() else 0

    def read(self, key: str) -> Generator[bytes]:
        """The bytes from the beginning.

        Raises:
            FileNotFoundError: they are no longer there.
        """
        with self.path_of(key).open("rb") as file:
            while piece := file.read(256 * 1024):
                yield piece

    def drop(self, key: str) -> None:
        self.path_of(key).unlink(missing_ok=True)

    def keys(self) -> list[str]:
        """Every file that lies here."""
        return [path.name for path in self.root.iterdir()]


def _write_all(handle: int, offset: int, piece: bytes) -> None:
    done = 0
    while done < len(piece):
        done += os.pwrite(handle, piece[done:], offset + done)
