"""The bytes on disk, named by their hash: a row may speak of a file only when all of it is safe."""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

CAP = 20 * 2**20  # what Telegram's servers hand out at most
GRACE = timedelta(hours=24)  # a file without a row may be one whose row is just being written
IN_TRASH = timedelta(days=7)


class TooBig(Exception):
    """More bytes came than may be kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is safe on disk."""

    sha256: str
    size: int


class Temp:
    """A file under way; it becomes evidence only through `keep`, and leaves nothing behind otherwise."""

    def __init__(self, root: Path, cap: int) -> None:
        self.root, self.cap, self.size = root, cap, 0
        self.path = root / "tmp" / secrets.token_hex(16)
        self._hash = hashlib.sha256()
        self._file = os.fdopen(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self._file.close()
        self.path.unlink(missing_ok=True)

    def write(self, chunk: bytes) -> None:
        """Add bytes.

        Raises:
            TooBig: more than the cap.
        """
        self.size += len(chunk)
        if self.size > self.cap:
            raise TooBig
        self._hash.update(chunk)
        self._file.write(chunk)

    def finish(self) -> None:
        """Force the bytes to the disk, so that they can be looked at and kept."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def keep(self) -> Kept:
        """Give the file its name, and force the name to the disk too. The same bytes twice are one file."""
        self.finish()
        kept = Kept(self._hash.hexdigest(), self.size)
        target = place(self.root, kept.sha256)
        for folder in (target.parent.parent, target.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        self.path.replace(target)
        for folder in (target.parent, target.parent.parent, self.root):
            sync(folder)
        return kept


class Files:
    """The folder of evidence: `ab/cd/<sha256>`, open to nobody else.

    Args:
        root: made when it is missing.
        cap: most bytes of one file.
    """

    def __init__(self, root: Path, cap: int = CAP) -> None:
        self.root, self.cap = root, cap
        for folder in (root, root / "tmp", root / "trash"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)

    def open_temp(self, cap: int | None = None) -> Temp:
        return Temp(self.root, cap or self.cap)

    def path_of(self, sha256: str) -> Path:
        return place(self.root, sha256)

    def has(self, sha256: str, size: int) -> bool:
        """Whether the file lies there with its length, which is quickly seen."""
        path = self.path_of(sha256)
        return path.is_file() and path.stat().st_size == size

    def verify(self, sha256: str, size: int) -> bool:
        """Whether the bytes are still those that were sent."""
        if not self.has(sha256, size):
            return False
        with self.path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def erase(self, sha256: str) -> None:
        """Destroy at once what should never have been sent."""
        self.path_of(sha256).unlink(missing_ok=True)
        (self.root / "trash" / sha256).unlink(missing_ok=True)

    def sweep(self, wanted: Collection[str], now: datetime) -> list[str]:
        """Move to the trash what no row speaks of; empty what lay there for a week.

        Args:
            wanted: hashes that rows speak of.
            now: files younger than a day before it are left alone.

        Returns:
            The hashes that were moved.
        """
        moved = []
        for path in self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            if path.name not in wanted and _older(path, now - GRACE):
                target = self.root / "trash" / path.name
                path.replace(target)
                os.utime(target, (now.timestamp(), now.timestamp()))
                moved.append(path.name)
        for folder, age in (("trash", IN_TRASH), ("tmp", GRACE)):
            for path in (self.root / folder).iterdir():
                if _older(path, now - age):
                    path.unlink(missing_ok=True)
        return moved


def place(root: Path, sha256: str) -> Path:
    """Where bytes of this hash lie.

    Raises:
        ValueError: it is no hash, so it might lead elsewhere.
    """
    if len(sha256) != 64 or not all(ch in "0123456789abcdef" for ch in sha256):
        raise ValueError("not a SHA-256")
    return root / sha256[:2] / sha256[2:4] / sha256


def _older(path: Path, moment: datetime) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mtime < moment.timestamp()
    return False


def sync(folder: Path) -> None:
    """Force the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
