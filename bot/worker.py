"""Works the inbox: the oldest update of each chat, one transaction each; failures are retried, then set aside."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from bot import membership
from bot.answer import answer
from bot.channels import Channel
from bot.incoming import Incoming
from bot.turn import Site, Turn, fault_code, keep_answers
from jobs import alarm
from jobs.outcome import Abilities
from jobs.waiting import until
from locales.say import refusals
from locales.say import reminders as say_alarm
from storage import audit
from storage.db import PASSING, Connection, Store, savepoint
from storage.messages import conversations, inbox, outbox
from storage.messages.conversations import Talk
from storage.messages.inbox import Taken
from storage.office import people
from storage.office.people import Official
from storage.rules.status import Role

log = logging.getLogger(__name__)
IDLE = 5.0
AT_ONCE = 16  # turns in one go: a commit and a hop between threads cost as much as a small turn each
SHARED = 0.04  # seconds after which a go ends, so that a tap does not wait for the heavy turns beside it


@dataclass(slots=True)
class Held:
    """An update that a worker has in hand.

    Attributes:
        taken: its row.
        incoming: what the channel reads in it; None where it means nothing or cannot be read.
        is_done: whether its turn is whole, or it means nothing.
        brings_files: whether files are to be fetched, brings_wishes: papers to be made.
    """

    taken: Taken
    incoming: Incoming | None
    is_done: bool = False
    brings_files: bool = False
    brings_wishes: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Whom updates come from, and what was asked last where they came in; both by chat."""

    senders: Mapping[str, Official]
    talks: Mapping[str, Talk]

    @classmethod
    def of(cls, db: Connection, heard: Collection[Incoming], now: datetime) -> Self:
        senders = people.by_chats(db, {one.sender for one in heard if one.sender})
        return cls(senders, conversations.of_chats(db, {one.chat for one in heard}, now))


class Worker:
    """Turns inbox rows into changes and answers.

    Args:
        store: the office's memory.
        channels: by name; a row of a channel that is not running waits.
        now: the wall clock, aware.
        site: where the office is served from.
        answered: called after a turn was committed, so that its messages leave at once.
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        *,
        now: Callable[[], datetime],
        site: Site,
        answered: Callable[[bool, bool], None],
    ) -> None:
        self.store, self.channels, self.now, self.site, self.answered = store, channels, now, site, answered
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
        """The oldest update of each chat, one turn after the other."""
        ends = time.monotonic() + SHARED
        waiting = [self._held(db, taken) for taken in inbox.take(db, self.now(), most)]
        known = self._known(db, [held.incoming for held in waiting if held.incoming is not None])
        finished: list[Held] = []
        for held in waiting:
            self._finish(db, held, known)
            finished.append(held)
            if audit.has_noted(db):
                known = None  # rights may have changed, which is never done without a line of the history: the rest look anew
            if time.monotonic() > ends:
                break
        inbox.finish(db, [held.taken.id for held in finished if held.is_done], self.now())
        return finished

    def _known(self, db: Connection, heard: list[Incoming]) -> Known | None:
        """Who and where, looked up for all at once; None where that fails: each turn looks for itself, and only one fails."""
        try:
            with savepoint(db):
                return Known.of(db, heard, self.now())
        except PASSING:
            raise
        except Exception:
            log.exception("some chats cannot be looked up together")
            return None

    def _finish(self, db: Connection, held: Held, known: Known | None) -> None:
        """One turn, whole or not there; what fails is put back or given up."""
        incoming = held.incoming
        if incoming is None:
            return
        try:
            with savepoint(db):
                self.turn(db, held, incoming, known or Known.of(db, [incoming], self.now()))
                held.is_done = True
        except PASSING:
            raise
        except Exception as error:
            held.is_done = False
            log.exception("update %s failed", held.taken.id)
            self._failed(db, held.taken, type(error).__name__)

    def turn(self, db: Connection, held: Held, incoming: Incoming, known: Known) -> None:
        """All of one update: domain change + messages to send."""
        self._acknowledge(incoming)
        can = self._abilities(incoming)
        if not can.tells_blocks:
            people.mark_reachable(db, incoming.chat)  # who writes to us can be written to
        turn = Turn(
            db,
            self.now(),
            self.site,
            incoming,
            held.taken.id,
            known.talks[incoming.chat],
            known.senders.get(incoming.sender or ""),
            can,
        )
        keep_answers(turn, membership.changed(turn) if membership.is_one(incoming) else answer(turn))
        held.brings_files = bool(incoming.files) or turn.brings_files
        held.brings_wishes = any(draft.kind == outbox.WISH for draft in turn.drafts)

    def _held(self, db: Connection, taken: Taken) -> Held:
        """An update as its channel reads it; what cannot be read never will be, and its neighbours go on."""
        try:
            read = self.channels[taken.channel].parse(taken.raw)
            return Held(taken, read, is_done=read is None)
        except Exception as error:  # noqa: BLE001 - whatever a parser raises
            log.warning("update row %s of %s cannot be read: %s", taken.id, taken.channel, type(error).__name__)
            self._set_aside(db, taken, type(error).__name__)
            return Held(taken, None)

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

    def _set_aside(self, db: Connection, taken: Taken, error: str) -> None:
        inbox.quarantine(db, taken.id, error)
        person = people.by_chat(db, taken.chat)
        if person:
            note = say_alarm.quarantined(str(taken.id), person.full_name)
            alarm.tell_coordinators(db, person.unit_id, note, f"quarantined:{taken.id}", self.now())

    def _failed(self, db: Connection, taken: Taken, error: str) -> None:
        """Try again later; after the fifth time the person is told that nothing was recorded, with a code and a name."""
        code = fault_code()
        if not inbox.failed(db, taken, f"{code} {error}", self.now()):
            return
        log.error("update %s given up, code %s", taken.id, code)
        person = people.by_chat(db, taken.chat)
        whom = None
        if person:
            note = say_alarm.quarantined(code, person.full_name)
            alarm.tell_coordinators(db, person.unit_id, note, f"quarantined:{taken.id}", self.now(), but=person.id)
            names = people.names_of(db, people.holders(db, person.unit_id, Role.COORDINATOR))
            whom = names[0] if names else None
        message = refusals.fault(code, whom)
        person_id = person.id if person else None
        draft = outbox.Draft(f"fault:{taken.id}", taken.chat, message.as_payload(), person_id=person_id)
        outbox.add(db, [draft], self.now())
