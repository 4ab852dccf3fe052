"""All that the emulated Telegram knows: people, chats, files, updates, menus, and its clock."""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.emulator.clock import Bell, Clock
from tests.emulator.errors import bad
from tests.emulator.files import FileStore, StoredFile
from tests.emulator.images import png
from tests.emulator.journal import Journal
from tests.emulator.people import Chat, User
from tests.emulator.stats import Stats
from tests.emulator.updates import TAP_LIFE, UpdateQueue, chat_of
from tests.emulator.webhook import Webhook

Json = dict[str, Any]
TOKEN = "7000000001:AAEmulatorEmulatorEmulatorEmulator_"


@dataclass
class Tap:
    """A press of a button that waits for its answer."""

    person: int
    at: float
    toast: Json | None = None


class World:
    """The state behind the Bot API of one bot."""

    def __init__(self, *, token: str = TOKEN, username: str = "nhacviec_test_bot", journal: Path | str | None = None) -> None:
        self.token, self.username, self.privacy = token, username, True
        self.clock, self.bell = Clock(), Bell()
        self.journal = Journal(journal, self.bell.ring)
        self.stats, self.files = Stats(), FileStore(self.clock)
        self.updates = UpdateQueue(self.clock, self.bell)
        self.webhook = Webhook(self.updates, self.journal)
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int | None, Json] = {}
        self.next_webhook_at = 0.0
        self.unemulated: list[str] = []
        self.on_update: Callable[[Json], None] | None = None

    @property
    def bot(self) -> Json:
        return {"id": int(self.token.partition(":")[0]), "is_bot": True, "first_name": "Nhắc việc", "username": self.username}

    @property
    def today(self) -> int:
        """Return the time in whole seconds, as messages carry it."""
        return int(self.clock.now())

    def meet(self, ids: Iterable[int], *, started: bool = True) -> None:
        """Make people known, by default as ones who pressed Start."""
        for person in ids:
            chat = self.chats.setdefault(person, Chat(person, person=User(person, f"Cán bộ {person}")))
            chat.started = chat.started or started

    def find_chat(self, chat_id: str) -> Chat:
        if not chat_id:
            raise bad("chat_id is empty")
        if chat_id.startswith("@"):
            named = (c for c in self.chats.values() if c.person and c.person.username == chat_id[1:])
            found = next(named, None)
        else:
            found = self.chats.get(int(chat_id)) if chat_id.removeprefix("-").isdigit() else None
        if found is None:
            raise bad("chat not found")
        return found

    def push(self, update: Json, *, checked: bool = True) -> int | None:
        """Queue an update; a raw one (not checked) may be broken."""
        if checked and self.on_update is not None:
            self.on_update({"update_id": 1} | update)
        self.stats.asked(chat_of(update), self.clock.monotonic())
        return self.updates.push(update)

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a message into a chat and return it as the Bot API shows it."""
        message = {"message_id": chat.next_id(), "from": sender, "chat": chat.as_dict(), "date": self.today, **content}
        chat.messages[message["message_id"]] = message
        if sender["is_bot"]:
            chat.from_bot.append(message["message_id"])
        self.bell.ring()
        return message

    def tapped(self, person: int, **query: Any) -> str:
        """Queue a press of a button; return the id of the query."""
        query_id = self.tap_id(person)
        self.push({"callback_query": {"id": query_id, **query}})
        return query_id

    def tap_id(self, person: int) -> str:
        query_id = str(secrets.randbits(62))
        self.taps[query_id] = Tap(person, self.clock.now())
        return query_id

    def sample_photo(self) -> StoredFile:
        """Return one picture that many messages may share."""
        found = next((file for file in self.files.by_id.values() if file.kind == "photo"), None)
        return found or self.files.keep(StoredFile(png(), "photo"))

    def open_tap(self, query_id: str) -> Tap | None:
        tap = self.taps.get(query_id)
        return tap if tap and self.clock.now() - tap.at < TAP_LIFE else None

    async def arrive(self, updates: list[Json], rate: float = 0.0) -> None:
        """Queue updates all at once, or so many a second whether or not the bot keeps up."""
        loop, start = asyncio.get_running_loop(), asyncio.get_running_loop().time()
        for n, update in enumerate(updates):
            if rate and (wait := start + n / rate - loop.time()) > 0:
                await asyncio.sleep(wait)
            self.push(update, checked=False)
