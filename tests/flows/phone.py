"""A person's phone in a test: what is typed or tapped goes through the real answer and outbox, what comes back is read there.

an = Phone(store, "telegram:1", now)
assert "Đã ghi" in an.says("6.1.2 xong")
an.taps("Ghi nhầm, bỏ")
assert "kiểm tra" in coordinator.sees()
"""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from bot import answer
from bot.incoming import FileRef, Incoming, Kind
from bot.turn import Site, Turn, keep_answers
from jobs.outcome import Abilities
from locales.formats import VIETNAM
from locales.message import SECRET, Choice, Message, from_payload
from storage.access import passes
from storage.db import Connection, Store
from storage.messages import conversations
from storage.office import people
from storage.tables import Outbox
from tests.wishes import fulfil

_UPDATES = count(1_000_001)  # each thing done is an update of its own, whoever does it


class Phone:
    """One chat of one person (or, with `group`, what the person does in that group).

    Attributes:
        now: the moment of the next thing done; tests move it with `wait`.
        more: further fields of `Site`, such as `data_dir`, and what the channel can carry (`abilities`).
        messages: what came back at the last look, the newest last.
    """

    def __init__(self, store: Store, chat: str, now: datetime, *, group: str | None = None, **more: object) -> None:
        self.store, self.now = store, now
        self.sender, self.chat, self.more = chat, group or chat, more
        self.messages: list[Message] = []
        self._seen = self._newest()

    def says(self, text: str, **details: object) -> str:
        """Type a text; returns what came back. Details are further fields of `Incoming`, such as `is_forwarded`."""
        return self._does("text", text=text, **details)

    def taps(self, label: str) -> str:
        """Tap the button of that label on the newest message that has it; a part of the label will do if only one fits."""
        return self._does("tap", route=self.choice(label).route, message_id="700")

    def goes(self, route: str) -> str:
        """Tap a button with this very route, as an old message or a forger would."""
        return self._does("tap", route=route, message_id="700")

    def sends(self, *files: FileRef, caption: str = "", batch: str | None = None) -> str:
        """Send files."""
        return self._does("files", text=caption, files=files, batch=batch)

    def sees(self) -> str:
        """What came since the last look: answers, and what others caused."""
        self._look()
        return self.text

    def wait(self, **time: float) -> "Phone":
        """Let time pass on this phone: `wait(hours=2)`."""
        self.now += timedelta(**time)
        return self

    @property
    def text(self) -> str:
        return "\n\n".join(message.text for message in self.messages)

    @property
    def labels(self) -> list[str]:
        """The choices on offer, in the order in which a typed number picks them."""
        return [choice.label for message in self.messages for choice in message.choices]

    def choice(self, label: str) -> Choice:
        offered = [choice for message in reversed(self.messages) for choice in message.choices]
        fits = [one for one in offered if one.label == label] or [one for one in offered if label in one.label]
        assert fits, f"no button {label!r} among {self.labels} under: {self.text}"
        return fits[0]

    def _does(self, kind: Kind, **details: object) -> str:
        incoming = Incoming(kind, self.chat, self.sender, is_group=self.chat != self.sender, **details)  # type: ignore[arg-type]
        self._look()
        place = {name: one for name, one in self.more.items() if name != "abilities"}
        with self.store.transaction() as db:
            turn = Turn(
                db,
                self.now,
                Site(VIETNAM, **place),  # type: ignore[arg-type]
                incoming,
                next(_UPDATES),
                conversations.get(db, self.chat, self.now),
                people.by_chat(db, self.sender),
                self.more.get("abilities", Abilities()),  # type: ignore[arg-type]
            )
            keep_answers(turn, answer.answer(turn))
        return self.sees()

    def _look(self) -> None:
        if "data_dir" in self.more:
            fulfil(self.store, self.now, **self.more)  # type: ignore[arg-type]
        with self.store.transaction() as db:
            query = select(Outbox.id, Outbox.payload, Outbox.person_id).where(Outbox.chat == self.chat, Outbox.id > self._seen)
            rows = db.execute(query.order_by(Outbox.id)).all()
            self.messages = [self._read(db, row) for row in rows if "text" in row.payload]
        self._seen = max([self._seen, *(row.id for row in rows)])

    def _read(self, db: Connection, row: Any) -> Message:
        """The message as it would be sent, with the secret that is made at that moment."""
        message = from_payload(row.payload)
        minted = passes.mint(db, message.opens, row.person_id, self.now) if message.opens else None
        return replace(message, text=message.text.replace(SECRET, minted.shown)) if minted else message

    def _newest(self) -> int:
        with self.store.transaction() as db:
            return max(db.scalars(select(Outbox.id).where(Outbox.chat == self.chat)), default=0)
