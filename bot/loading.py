"""A coordinator's assignment table: its bytes are safe, now it is read (in a child process) and answered with a preview."""

import asyncio
import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path

from bot import sheets
from bot.flows.loading import load
from bot.flows.loading.load import own_words
from bot.flows.loading.load_columns import YEAR, read_before
from bot.flows.loading.sent_table import SentTable
from bot.flows.scoring import last_year, verify
from bot.sheets import Sheet
from bot.sheets.own import NOTHING, Own
from locales.message import Message
from locales.say import load as say
from storage.access import uploads
from storage.db import Connection, Store
from storage.evidence.fetches import Job
from storage.messages import conversations, outbox
from storage.office import people

NO_TABLE = "no_table"


def read_as(path: Path, name: str, own: Own = NOTHING, year: int | None = None) -> Sheet:
    """Read a file that lies under its hash, by the name that its sender gave it: content and extension must agree.

    Args:
        path: of the bytes.
        name: of the file on the sender's machine.
        own: what the office calls its columns.
        year: năm đánh giá where the file does not say.
    """
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        copy = Path(folder) / f"bang{Path(name).suffix.lower()}"
        shutil.copyfile(path, copy)
        return sheets.read(copy, year=year, own=own)


def in_year(read: Callable[[int | None], Sheet], year: int | None, this_year: int) -> tuple[Sheet, bool]:
    """A table that names no year at all is read for this one, and that is said: "15/6" is a day only of some year.

    Args:
        read: reads the file for a year.
        year: the one that was chosen for it.
        this_year: of the office's clock.

    Returns:
        What it holds, and whether its year is only assumed.
    """
    sheet = read(year)
    is_assumed = sheet.year is None and sheet.error is None and bool(sheet.rows)
    return (read(this_year), True) if is_assumed else (sheet, False)


async def sheet_arrived(store: Store, now: Callable[[], datetime], job: Job, path: Path, zone: tzinfo) -> bool:
    """Read the file and answer.

    Returns:
        False when it holds no assignment table, so that it is taken as evidence.
    """
    own = await store.write(lambda db: own_words(db, people.by_id(db, job.person_id).office_id))
    sheet, is_year_assumed = await asyncio.to_thread(
        in_year, partial(read_as, path, job.name, own), job.file_ref.get(YEAR), now().astimezone(zone).year
    )
    is_no_table = sheet.error == NO_TABLE and not sheet.marks and not sheet.past
    if is_no_table and not job.batch.startswith(uploads.TABLE):
        return False
    sha256 = await asyncio.to_thread(lambda: hashlib.sha256(path.read_bytes()).hexdigest())
    await store.write(lambda db: _answer(db, job, sheet, sha256, now(), zone, is_year_assumed=is_year_assumed))
    return True


def _answer(db: Connection, job: Job, sheet: Sheet, sha256: str, now: datetime, zone: tzinfo, *, is_year_assumed: bool) -> None:
    """Keep the preview and send it; the key keeps a second reading after a crash from being a second message."""
    if outbox.message_of(db, f"sheet:{job.id}"):
        return
    person = people.by_id(db, job.person_id)
    table = SentTable(person, job.chat, job.name, sheet, sha256, now, zone, read_before(job.batch), is_year_assumed)
    message = _words(db, table)
    payload = message.as_payload() | {"offers": job.received_at.isoformat()}
    draft = outbox.Draft(f"sheet:{job.id}", job.chat, payload, person_id=job.person_id)
    outbox.add(db, [draft], now)
    talk = conversations.get(db, job.chat, now)
    conversations.put(db, job.chat, replace(talk, awaiting=message.awaiting, about=None), now)


def _words(db: Connection, table: SentTable) -> Message:
    sheet = table.sheet
    if sheet.past and (told := last_year.arrived(db, table)):
        return told
    if sheet.marks and (told := verify.arrived(db, table)):
        return told
    return say.refused(sheet.error, table.name) if sheet.error and not sheet.asks else load.arrived(db, table)
