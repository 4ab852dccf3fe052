"""Works the inbox: the oldest update of each chat, one transaction each; failures are retried, then set aside."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from bot import membership
from bot.answer import answer
from bot.channels import Channel
from bot.incoming import Incoming
from bot.turn import Turn, fault_code, keep_answers
from jobs import alarm
from jobs.outcome import Abilities
from jobs.waiting import until
from locales.say import refusals
from locales.say import reminders as say_alarm
from storage import conversations, inbox, outbox, people
from storage.db import PASSING, Connection, Store, savepoint
from storage.inbox import Taken
from storage.rules.status import Role

log = logging.getLogger(__name__)
IDLE = 5.0
AT_ONCE = 16  # turns in one go: a commit and a hop between threads cost as much as a small turn each
SHARED = 0.02  # seconds after which a go ends, so that a tap does not wait for the heavy turns beside it


class Unreadable(Exception):
    """The channel cannot read this update; it never will."""


@dataclass(slots=True)
class Held:
    """The row that a worker has in hand, for when its transaction fails."""

    taken: Taken | None = None
    incoming: Incoming | None = None
    brings_files: bool = False
    brings_wishes: bool = False


class Worker:
    """Turns inbox rows into changes and answers.

    Args:
        store: the office's memory.
        channels: by name; a row of a channel that is not running waits.
        now: the wall clock, aware.
        zone: the office's time zone.
        answered: called after a turn was committed, so that its messages leave at once.
        data_dir: where steps put papers.
        web: the address of the web room, door: that of the upload page; None where there is none.
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        answered: Callable[[bool, bool], None],
        data_dir: Path = Path(),
        web: str | None = None,
        door: str | None = None,
    ) -> None:
        self.store, self.channels, self.now, self.zone, self.answered = store, channels, now, zone, answered
        self.data_dir, self.web, self.door = data_dir, web, door
        self.wake = asyncio.Event()
        self._stopping = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._acks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until stopped; the turn under way is finished."""
        while not self._stopping:
            self.wake.clear()
            try:
                worked = await self.work_some(AT_ONCE)
            except PASSING as error:
                log.error("the database is away: %s", type(error).__name__)
                worked = False
                await asyncio.sleep(1)
            if not worked:
                await self._rest()

    async def _rest(self) -> None:
        try:
            due = await self.store.read(inbox.next_at)
        except PASSING:
            due = None
        wait = IDLE if due is None else min(IDLE, max(0.02, (due - self.now()).total_seconds()))
        await until(self.wake, wait)

    def stop(self) -> None:
        self._stopping = True
        self.wake.set()

    async def work_one(self) -> bool:
        """Take one update and finish it, or put it back.

        Returns:
            Whether there was one.
        """
        return await self.work_some(1)

    async def work_some(self, most: int) -> bool:
        """Finish up to `most` updates in one go off the event loop; they share one commit, since that is what costs.

        Each is whole or not there by a savepoint of its own; nobody hears of any before all are committed.
        """
        self._loop = asyncio.get_running_loop()
        finished = await self.store.write(lambda db: self._finish_some(db, most))
        for held in finished:
            self.answered(held.brings_files, held.brings_wishes)
        return bool(finished)

    def _finish_some(self, db: Connection, most: int) -> list[Held]:
        finished: list[Held] = []
        ends = time.monotonic() + SHARED
        while (held := self._finish_one(db)).taken is not None:
            finished.append(held)
            if len(finished) == most or time.monotonic() > ends:
                break
        return finished

    def _finish_one(self, db: Connection) -> Held:
        """One turn, whole or not there; what fails is put back or set aside."""
        held = Held()
        try:
            with savepoint(db):
                self.turn(db, held)
        except PASSING:
            raise
        except Unreadable as unreadable:
            self._set_aside(db, held, str(unreadable))
        except Exception as error:
            log.exception("update %s failed", held.taken.id if held.taken else "?")
            self._failed(db, held, type(error).__name__)
        return held

    def turn(self, db: Connection, held: Held) -> None:
        """All of one update: domain change + messages to send + inbox row done."""
        now = self.now()
        held.taken = taken = inbox.take(db, now)
        if taken is None:
            return
        held.incoming = incoming = self._parsed(taken)
        if incoming is not None:
            self._acknowledge(incoming)
            sender = people.by_chat(db, incoming.sender) if incoming.sender else None
            talk = conversations.get(db, incoming.chat, now)
            can = self._abilities(incoming)
            if not can.tells_blocks:
                people.mark_reachable(db, incoming.chat)  # who writes to us can be written to
            turn = Turn(
                db,
                now,
                self.zone,
                incoming,
                taken.id,
                talk,
                sender,
                abilities=can,
                web=self.web,
                door=self.door,
                data_dir=self.data_dir,
            )
            keep_answers(turn, membership.changed(turn) if membership.is_one(incoming) else answer(turn))
            held.brings_files = bool(incoming.files) or turn.brings_files
            held.brings_wishes = any(draft.kind == outbox.WISH for draft in turn.drafts)

    def _parsed(self, taken: Taken) -> Incoming | None:
        try:
            return self.channels[taken.channel].parse(taken.raw)
        except Exception as error:  # noqa: BLE001 - whatever a parser raises, the neighbours go on
            log.warning("update row %s of %s cannot be read: %s", taken.id, taken.channel, type(error).__name__)
            raise Unreadable(type(error).__name__) from None

    def _abilities(self, incoming: Incoming) -> Abilities:
        """Of the chat that is answered, which need not be of the channel that the update came by."""
        channel = self.channels.get(incoming.chat.partition(":")[0])
        return channel.abilities if channel is not None else Abilities()

    def _acknowledge(self, incoming: Incoming) -> None:
        """Answer a tap at once, beside the work; called from the writer's thread."""
        if incoming.tap_id is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._ack_later, incoming)

    def _ack_later(self, incoming: Incoming) -> None:
        task = asyncio.create_task(self.channels[incoming.chat.partition(":")[0]].acknowledge(incoming))
        self._acks.add(task)
        task.add_done_callback(self._acks.discard)

    def _set_aside(self, db: Connection, held: Held, error: str) -> None:
        assert held.taken is not None, "only a taken row can be unreadable"
        inbox.quarantine(db, held.taken.id, error)
        person = people.by_chat(db, held.taken.chat)
        if person:
            note = say_alarm.quarantined(str(held.taken.id), person.full_name)
            alarm.tell_coordinators(db, person.unit_id, note, f"quarantined:{held.taken.id}", self.now())

    def _failed(self, db: Connection, held: Held, error: str) -> None:
        """Try again later; after the fifth time the person is told that nothing was recorded, with a code and a name."""
        if held.taken is None:
            return
        code = fault_code()
        if not inbox.failed(db, held.taken, f"{code} {error}", self.now()):
            return
        log.error("update %s given up, code %s", held.taken.id, code)
        person = people.by_chat(db, held.taken.chat)
        whom = None
        if person:
            note = say_alarm.quarantined(code, person.full_name)
            alarm.tell_coordinators(db, person.unit_id, note, f"quarantined:{held.taken.id}", self.now(), but=person.id)
            names = [people.by_id(db, one).full_name for one in people.holders(db, person.unit_id, Role.COORDINATOR)]
            whom = names[0] if names else None
        message = refusals.fault(code, whom)
        draft = outbox.Draft(
            f"fault:{held.taken.id}", held.taken.chat, message.as_payload(), person_id=person.id if person else None
        )
        outbox.add(db, [draft], self.now())
