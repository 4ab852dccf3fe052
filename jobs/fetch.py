"""Bring home the files that people sent: several at once, never inside a transaction, again until their bytes are safe.

Order of writing: temp file, hash, fsync, rename, fsync of the folder, and only then the row with the receipt. A crash in
between leaves bytes without a row, which are swept; never a row without bytes.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Any

from jobs import inspect, receipts
from jobs.waiting import through, until
from locales.say import evidence as say
from storage.db import Connection, Store
from storage.evidence import documents, fetches, readings, serving
from storage.evidence.documents import Arrived
from storage.evidence.fetches import Job
from storage.evidence.files import Files, Temp, TooBig
from storage.evidence.inside import Busy, Found
from storage.office import people

log = logging.getLogger(__name__)

Download = Callable[[dict[str, Any]], AsyncIterator[bytes]]
OnSheet = Callable[[Job, Path], Awaitable[bool]]
Clock = Callable[[], datetime]

AT_ONCE = 4
TICK = 10.0  # for what a wake-up missed, and for tries that fall due
KEPT = "kept"  # the channel of bytes that lie here already and are looked at again
BUSY = 10.0  # seconds until a file is looked into again for which the machine had no time
LIMIT = 240.0  # seconds for one file, less than the time for which it is held


class TryLater(Exception):
    """The bytes did not come, but they may: the network, a rate limit, a fault of the platform.

    Args:
        reason: short, for the log; no address, no token.
        wait: seconds that the platform asked for.
    """

    def __init__(self, reason: str = "network", wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.wait = reason, wait


class NeverFetchable(Exception):
    """The bytes will never come: `too_big`, `wrong_kind`, `gone` ..."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Source:
    """A channel that files come from.

    Attributes:
        download: how the bytes of a file are streamed; raises `TryLater` or `NeverFetchable`.
        most: bytes of one file; None where a messenger's own limit stands.
    """

    download: Download
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """Who reads assignment tables.

    Attributes:
        read: reads a coordinator's table and answers for itself; False = the file holds none. After a crash it may be called
            again for the same job, so what it writes should be keyed by `job.id`.
        expect: called when a table's bytes begin to come, so that what reads it can get ready.
        dismiss: called when no table comes any more; what was ready for one that never came may go.
    """

    read: OnSheet
    expect: Callable[[], None] = lambda: None
    dismiss: Callable[[], None] = lambda: None


class Fetcher:
    """The job; one process at a time runs it (the lease).

    Args:
        store: the database.
        files: the folder of evidence.
        sources: where files come from, by channel.
        now: the clock.
        zone: the office's time zone.
        tables: who reads assignment tables; None where all files are evidence.
        told: called when a file is settled: what was said of it waits in the outbox.
        scanner: where ClamAV listens, if the office has it.
    """

    def __init__(
        self,
        store: Store,
        files: Files,
        sources: Mapping[str, Source],
        now: Clock,
        zone: tzinfo,
        tables: Tables | None = None,
        *,
        told: Callable[[], None] = lambda: None,
        scanner: str | None = None,
    ) -> None:
        self.store, self.files, self.now, self.zone, self.tables = store, files, now, zone, tables
        self.told, self.scanner = told, scanner
        largest = max((one.most for one in sources.values() if one.most), default=files.cap)
        self.sources = {**sources, KEPT: Source(self._kept, largest)}
        self._coming = 0  # tables, just now
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Fetch until cancelled; set `wake` when a turn has kept new files."""
        await through(lambda: self.store.write(partial(fetches.recover, now=self.now())))
        under_way: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as tasks:
            while True:
                for job in await self._claim(AT_ONCE - len(under_way), self.now()):
                    task = tasks.create_task(self._fetch(job, self.now))
                    under_way.add(task)
                    task.add_done_callback(under_way.discard)
                    task.add_done_callback(lambda _: self.wake.set())
                await until(self.wake, TICK)
                self.wake.clear()
                await self._burn()

    async def run_once(self, now: datetime | None = None) -> int:
        """Fetch all that is due at `now`; returns how many files were tried."""
        moment = now or self.now()
        tried = 0
        while jobs := await self._claim(AT_ONCE, moment):
            await asyncio.gather(*(self._fetch(job, lambda: moment) for job in jobs))
            tried += len(jobs)
        await self._burn()
        return tried

    async def sweep(self, now: datetime) -> list[str]:
        """Once a day: bytes that no row speaks of go to the trash, and from there away."""
        wanted = await self.store.read(documents.wanted_hashes)
        return await asyncio.to_thread(self.files.sweep, wanted, now)

    async def _claim(self, most: int, now: datetime) -> list[Job]:
        if most <= 0:
            return []
        try:
            return await self.store.write(lambda db: fetches.claim(db, list(self.sources), most, now))
        except Exception:
            log.exception("files to fetch could not be claimed")
            return []

    async def _fetch(self, job: Job, clock: Clock) -> None:
        """One file to its end; whatever happens, the others go on and this one is due again."""
        try:
            async with self._ready(self.tables) if self.tables and job.purpose == "sheet" else nullcontext():
                await self._attempt(job, clock)
        except Exception as failure:  # noqa: BLE001 - the row stays held and is due again by itself
            log.error("file %s: %s; it is tried again", job.id, type(failure).__name__)
        finally:
            self.told()

    @asynccontextmanager
    async def _ready(self, tables: Tables) -> AsyncIterator[None]:
        """While a table comes, what reads it is ready."""
        self._coming += 1
        try:
            await asyncio.to_thread(tables.expect)
            yield
        finally:
            self._coming -= 1
            if not self._coming:
                await asyncio.to_thread(tables.dismiss)

    async def _attempt(self, job: Job, clock: Clock) -> None:
        kept = None
        try:
            async with asyncio.timeout(LIMIT):
                kept = await self._bring(job)
            await self._settle(job, kept, clock())
        except inspect.Secret:
            await self.store.write(partial(_refuse_secret, job=job, now=clock(), zone=self.zone))
        except Busy:
            await self.store.write(partial(_put_off, job=job, reason="busy", now=clock(), wait=BUSY))
        except (NeverFetchable, inspect.NotTaken) as never:
            await self.store.write(partial(_give_up, job=job, reason=never.reason, now=clock()))
        except TryLater as later:
            log.warning("file %s, try %s: %s", job.id, job.tries, later.reason)
            await self.store.write(partial(_put_off, job=job, reason=later.reason, now=clock(), wait=later.wait))
        except Exception as failure:  # a client's own errors are all "not now"
            ours = failure if kept else None  # a client's texts may hold addresses with the token
            log.warning("file %s, try %s: %s", job.id, job.tries, type(failure).__name__, exc_info=ours)
            await self.store.write(partial(_put_off, job=job, reason=type(failure).__name__, now=clock()))

    async def _bring(self, job: Job) -> Arrived:
        """The bytes, whole and of the kind that was announced, safe under their hash."""
        source = self.sources[job.channel]
        with self.files.open_temp(source.most) as temp:
            try:
                await _pour(source.download(job.file_ref), temp)
            except TooBig as too_big:
                raise NeverFetchable("too_big") from too_big
            if not temp.size and job.size == 0:
                raise NeverFetchable("empty")
            if not temp.size or (job.size is not None and temp.size != job.size):
                raise TryLater(f"{temp.size} bytes instead of {job.size}")
            await asyncio.to_thread(temp.finish)
            if job.purpose == "evidence":
                found, shown = await inspect.inspected(self.files, job, temp.path, self.scanner)
                return Arrived(await asyncio.to_thread(temp.keep), found, shown)
            await inspect.refuse_secret(self.files, job, temp.path)
            return Arrived(await asyncio.to_thread(temp.keep), Found())

    async def _kept(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        """Bytes that came home before."""
        path = self.files.path_of(file_ref["sha256"])
        if not path.is_file():
            raise NeverFetchable("gone")
        with path.open("rb") as file:
            while piece := await asyncio.to_thread(file.read, 1 << 20):
                yield piece

    async def _settle(self, job: Job, arrived: Arrived, now: datetime) -> None:
        if job.purpose == "evidence":
            await self.store.write(partial(_record, job=job, arrived=arrived, now=now, zone=self.zone))
            return
        kept = arrived.kept
        path = self.files.path_of(kept.sha256)
        if self.tables is not None and await self.tables.read(job, path):
            await self.store.write(lambda db: fetches.store(db, job, kept.sha256, kept.size))
            return
        found, shown = await inspect.inspected(self.files, job, path, self.scanner)
        await self.store.write(partial(_record_after_all, job=job, arrived=Arrived(kept, found, shown), now=now, zone=self.zone))

    async def _burn(self) -> None:
        """Destroy what came home before it was known that it must not be kept."""
        try:
            await self.store.write(self._burn_now)
        except Exception:
            log.exception("withdrawn files could not be destroyed")

    def _burn_now(self, db: Connection) -> None:
        doomed = fetches.to_burn(db)
        if doomed:
            wanted = documents.wanted_hashes(db)
            for sha256 in {one for _, one in doomed} - wanted:
                self.files.erase(sha256)
            fetches.burnt(db, [row for row, _ in doomed])


async def _pour(stream: AsyncIterator[bytes], temp: Temp) -> None:
    try:
        async for chunk in stream:
            temp.write(chunk)
    finally:
        if close := getattr(stream, "aclose", None):
            await close()


def _record(db: Connection, job: Job, arrived: Arrived, now: datetime, zone: tzinfo) -> bool:
    """The row, its link and the receipt in one transaction; nothing when it was withdrawn meanwhile."""
    fetches.lock(db, job)
    if not fetches.store(db, job, arrived.kept.sha256, arrived.kept.size):
        return False
    words = None if job.position else job.caption  # of several files that came with one caption it is the first one's
    said = readings.said(words, arrived.found.heading, job.received_at.astimezone(zone).date())
    documents.keep_file(db, job, people.by_id(db, job.person_id).office_id, arrived, said)
    receipts.tell(db, job, now, zone)
    return True


def _record_after_all(db: Connection, job: Job, arrived: Arrived, now: datetime, zone: tzinfo) -> None:
    """It holds no assignment table: evidence, then, and somebody must say what for."""
    fetches.lock(db, job)
    fetches.as_evidence(db, job)
    if _record(db, job, arrived, now, zone):
        receipts.ask(db, job, say.no_table(job.name), now, zone)


def _refuse_secret(db: Connection, job: Job, now: datetime, zone: tzinfo) -> None:
    """Nothing that came with it is kept either; who is responsible for secrets learns of it, not of what it was."""
    fetches.lock(db, job)
    batch = fetches.of_message(db, job.chat, job.batch)
    if batch is None or batch.refused_for:
        return
    serving.withdraw(db, documents.of_batch(db, batch), job.person_id, now, must=True)
    fetches.withdraw(db, batch, "secret")
    receipts.secret(db, job, batch, now, zone)


def _give_up(db: Connection, job: Job, reason: str, now: datetime) -> None:
    fetches.lock(db, job)
    if fetches.fail(db, job, reason):
        receipts.gave_up(db, job, reason, now)


def _put_off(db: Connection, job: Job, reason: str, now: datetime, wait: float | None = None) -> None:
    fetches.lock(db, job)
    if fetches.give_back(db, job, reason, now, wait=wait):
        receipts.gave_up(db, job, reason, now)
    elif job.tries == fetches.TELL_AFTER:
        receipts.slow(db, job, now)
