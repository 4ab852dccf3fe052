"""Who may send, and whether anything still moves: the lease, the file lock, and a watchdog on the last successful poll."""

import fcntl
import os
import secrets
import time
from datetime import datetime, timedelta
from pathlib import Path

from storage.db import Store
from storage.messages import leases

LEASE = "sender"  # who holds it plans and sends
TTL = timedelta(seconds=15)
MARGIN = 3.0  # seconds before its end at which the lease is no longer trusted


class AlreadyRunning(Exception):
    """Another process works on this DATA_DIR."""


class FileLock:
    """One `run` for a DATA_DIR: SQLite has exactly one process that ticks and sends."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(folder / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise AlreadyRunning(str(folder)) from error

    def release(self) -> None:
        os.close(self._file)


class LeaseHolder:
    """Holds the right to tick and send; the trust ends on the monotonic clock, however the wall clock steps.

    A process that was frozen past its term finds the trust gone before its next send.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._trusted_until, self._kept_at = 0.0, time.monotonic()
        self._is_settled = False
        self.was_ours = False  # when the database was last asked

    def is_held(self) -> bool:
        return time.monotonic() < self._trusted_until

    def unkept_for(self) -> float:
        """Seconds since the database last kept what this process wrote: the lease is asked for all the time."""
        return time.monotonic() - self._kept_at

    def is_new(self) -> bool:
        """Whether it was gained, and what the last holder left has not been looked at yet; a look that failed is due again."""
        return self.is_held() and not self._is_settled

    def settle(self) -> None:
        """What the last holder left was looked at."""
        self._is_settled = True

    async def renew(self, now: datetime) -> None:
        """Keep the lease, or take it when nobody else holds it; the margin is ours to stop in."""
        self._is_settled = self._is_settled and self.is_held()
        started, alone = time.monotonic(), self.store.is_sqlite
        held = await self.store.write(lambda db: leases.acquire(db, LEASE, self.owner, now, TTL, alone=alone))
        self._kept_at, self.was_ours = time.monotonic(), held
        self._trusted_until = started + TTL.total_seconds() - MARGIN if held else 0.0

    async def release(self, now: datetime) -> None:
        self._trusted_until = 0.0
        await self.store.write(lambda db: leases.release(db, LEASE, self.owner, now))
