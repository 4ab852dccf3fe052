"""The timetable, one line a job. APScheduler only rings the bell: what is due lives in tables."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, tzinfo
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from jobs import alarm, digests, plan, rights, year
from locales.say import days as say_days
from locales.say import reminders as say
from storage.db import PASSING, Connection, Store
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import calendar, people, units
from storage.reminders import reminding

log = logging.getLogger(__name__)
TICK = 15  # seconds: a due row leaves within 30 s of its time
BEAT, STEP = 1.0, 10.0  # seconds between two looks at the wall clock; by how many it was set
SHORT_GAP = timedelta(seconds=150)  # a tap lives so long at Telegram
AT_ONCE = 10  # people planned for in one transaction
TALKED_WITHIN = timedelta(minutes=30)

Bell = Callable[[], Awaitable[object]]


def timetable(bells: dict[str, tuple[int, Bell]], zone: tzinfo) -> AsyncIOScheduler:
    """Ring each bell every so many seconds; a late bell still rings, once."""
    scheduler = AsyncIOScheduler(timezone=zone, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1})
    for name, (seconds, bell) in bells.items():
        scheduler.add_job(_safely, "interval", args=(name, bell), seconds=seconds, id=name)
    return scheduler


async def follow(scheduler: AsyncIOScheduler) -> None:
    """Ring every bell anew when the wall clock is set: APScheduler waits for a time of day, and a step back puts that far off."""
    stood = _lead()
    while True:
        await asyncio.sleep(BEAT)
        if abs(_lead() - stood) > STEP:
            for job in scheduler.get_jobs():
                job.modify(next_run_time=datetime.now(scheduler.timezone))
        stood = _lead()


def _lead() -> float:
    """By how many seconds the wall clock is ahead of the one that nobody sets."""
    return time.time() - time.monotonic()


async def _safely(name: str, bell: Bell) -> None:
    """A job that fails must not stop the clock; it is logged and rings again."""
    try:
        await bell()
    except asyncio.CancelledError:
        raise
    except PASSING as error:
        log.error("job %s: the database is away (%s)", name, type(error).__name__)
    except Exception:
        log.exception("job %s failed", name)


async def tick(store: Store, now: datetime, zone: tzinfo, *, papers: bool = False) -> int:
    """Plan what has become due; and say that the clock is alive.

    Args:
        store: the office's memory.
        now: the moment.
        zone: the office's time zone.
        papers: whether somebody makes papers here; else the week's workbook is left out.
    """

    def rest(db: Connection) -> int:
        reminding.beat(db, now)
        ask_about_days(db, now, zone)
        rights.tick(db, now, zone)
        return plan.tick(db, now, zone) + year.tick(db, now, zone) + digests.tick(db, now, zone, papers=papers)

    added = 0
    for at in await store.read(lambda db: plan.due(db, now, zone)):
        waiting = list(at.people or ())
        while waiting:  # not all in one: whoever taps at that hour would wait for the whole office
            some, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
            added += await store.write(partial(plan.portion, at=at, people=some))
    return added + await store.write(rest)


def ask_about_days(db: Connection, now: datetime, zone: tzinfo) -> None:
    """The coordinator is asked once about each day off that nobody has confirmed."""
    today = now.astimezone(zone).date()
    for sending in units.sending(db):
        new = calendar.days_to_ask(db, sending.office_id, today)
        if new and calendar.ask_about(db, sending.office_id, [one.day for one in new], now):
            alarm.tell_coordinators(db, sending.office_id, say_days.please_confirm(new), f"days:{today}", now)


def wake_up(db: Connection, now: datetime, zone: tzinfo, owner: str = "another") -> None:
    """At the start of whoever sends: doubt what another had under way, note how long we were away, tell who was talking."""
    for row_id in outbox.recover(db, now, owner):
        log.error("outbox row %s was given up after %s copies", row_id, outbox.MAX_COPIES)
        alarm.given_up(db, row_id, now)
    last = reminding.beat(db, now)
    if last is None or now - last < SHORT_GAP:
        return
    reminding.note_outage(db, last, now)
    if now - last > timedelta(hours=24):
        log.error("away for more than 24 hours: messages sent meanwhile may be lost at the platform")
    _tell_those_talking(db, last, now, zone)


def _tell_those_talking(db: Connection, last: datetime, now: datetime, zone: tzinfo) -> None:
    """Whoever was in the middle of something learns that a tap may be gone."""
    note = say.gap(last, now, zone).as_payload()
    drafts = []
    for chat in reminding.talking_at(db, last - TALKED_WITHIN):
        person = people.by_chat(db, chat)
        if person is not None:
            drafts.append(Draft(f"gap:{now:%Y%m%d%H%M}:{chat}", chat, note, lane=outbox.NOTICE, person_id=person.id))
    outbox.add(db, drafts, now)
