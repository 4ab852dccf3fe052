"""A deliverer over a real database and the emulator, whose clock and pace the test holds."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channels.telegram import Telegram
from jobs.deliver import Deliverer, Right
from jobs.pace import Limits, Pacer
from locales.formats import VIETNAM
from locales.message import Choice, Message
from storage.db import Store
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.tables import Outbox
from tests.emulator import Emulator
from tests.flows.small_office import build

NGAN = 2  # the chat of the official; 1 is the coordinator's


class Desk:
    """A deliverer whose clock and pace the test holds.

    Attributes:
        now: its wall clock; at: its monotonic clock, in seconds.
    """

    def __init__(self, store: Store, channel: Telegram, now: datetime) -> None:
        self.store, self.channel, self.now, self.at = store, channel, now, 0.0
        self.office = build(store, now)
        self.deliverer = self.fresh()

    def fresh(self, *, may_send: bool = True) -> Deliverer:
        """Another deliverer over the same rows, as after a restart."""
        pacer = Pacer(Limits(rate=0), clock=lambda: self.at)
        return Deliverer(
            self.store, {"telegram": self.channel}, now=lambda: self.now, zone=VIETNAM, right=Right("test", lambda: may_send), pacer=pacer
        )  # fmt: skip

    def put(self, text: str = "Chào đồng chí", *, chat: int = NGAN, key: str | None = None, **details: object) -> None:
        message = Message(text, (Choice("Đã rõ", "seen"),))
        person = {2: self.office.ngan, 1: self.office.tung, 3: self.office.ha}.get(chat)
        draft = Draft(key or text, f"telegram:{chat}", message.as_payload(), person_id=person, **details)  # type: ignore[arg-type]
        with self.store.transaction() as db:
            outbox.add(db, [draft], self.now)

    async def deliver(self, after: float = 0) -> None:
        """Let time pass on both clocks, then send what is due."""
        self.now += timedelta(seconds=after)
        self.at += after
        await self.deliverer.run_until_idle()

    def states(self) -> list[tuple[str, str]]:
        """Key and state of every row but the alarms, oldest first."""
        with self.store.transaction() as db:
            query = select(Outbox.key, Outbox.state).where(~Outbox.key.startswith("alarm:")).order_by(Outbox.id)
            return [(row.key, row.state) for row in db.execute(query)]

    def one(self) -> Outbox:
        """The oldest row."""
        with self.store.transaction() as db:
            return db.execute(select(Outbox.__table__).order_by(Outbox.id)).first()  # type: ignore[return-value]


@pytest.fixture(name="desk")
async def desk_fixture(store: Store, emu: Emulator, now: datetime, timedeltas: None) -> AsyncIterator[Desk]:
    channel = Telegram(emu.token, emu.url)
    await channel.open()
    emu.world.meet([1, 2, 3])
    yield Desk(store, channel, now)
    await channel.close()


def heard(emu: Emulator, chat: int = NGAN) -> list[str]:
    """Everything that reached a phone, whether or not the bot was told so."""
    return [message["text"] for message in emu.journal.delivered(chat)]
