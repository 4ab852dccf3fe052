"""The web channel: messages are rows that every page of a person shows; a bell tells open pages that there is something new."""

import asyncio
import contextlib
import hashlib
import os
import shutil
import struct
import unicodedata
import uuid
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.incoming import Incoming
from jobs.fetch import NeverFetchable
from jobs.outcome import Abilities, Outcome, Rejected, Sent
from locales.message import Message
from locales.papers import shelf
from storage.access import web_chats
from storage.db import Connection, Store


class Bells:
    """Who waits for news of which chat."""

    def __init__(self) -> None:
        self._waiting: dict[int, set[asyncio.Event]] = {}
        self.closed = False

    @contextlib.contextmanager
    def listen(self, chat_id: int) -> Any:
        """An event that is set at each change of the chat."""
        event = asyncio.Event()
        self._waiting.setdefault(chat_id, set()).add(event)
        try:
            yield event
        finally:
            self._waiting[chat_id].discard(event)
            if not self._waiting[chat_id]:
                del self._waiting[chat_id]

    def listeners(self, chat_id: int) -> int:
        return len(self._waiting.get(chat_id, ()))

    def ring(self, chat_id: int) -> None:
        for event in self._waiting.get(chat_id, ()):
            event.set()

    def close(self) -> None:
        """The room closes: whoever waits may go."""
        self.closed = True
        for chat_id in list(self._waiting):
            self.ring(chat_id)


class Web:
    """The pages as a messenger.

    Args:
        store: the office's memory.
        now: the wall clock.
        data_dir: where files to hand over lie.
    """

    name = web_chats.CHANNEL
    abilities = Abilities(text_length=20_000, pictures=True)

    def __init__(self, store: Store, now: Callable[[], datetime], data_dir: Path) -> None:
        self.store, self.now, self.data_dir = store, now, data_dir.absolute()
        self.bells = Bells()

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """`{"chat": 7, "kind": "text" | "tap", "id": 12, ...}`, as `bot.web.chat` puts it into the inbox."""
        chat = web_chats.address(int(raw["chat"]))
        if raw["kind"] == "tap":
            return Incoming("tap", chat, chat, route=str(raw["route"]), message_id=raw["message"])
        text = unicodedata.normalize("NFC", raw["text"])
        return Incoming("text", chat, chat, text, message_id=str(raw["id"]), reply_to=raw.get("reply_to"))

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:
        """The message is there as soon as its row is; open pages are told at once."""
        chat = int(chat_id)
        try:
            payload = await asyncio.to_thread(self._payload, message)
        except FileNotFoundError:
            return Rejected("the file to hand over is gone")
        kept = await self.store.write(partial(self._keep, chat=chat, payload=payload, edits=edits, until=message.holds_until))
        self.bells.ring(chat)
        return Sent(str(kept))

    def _keep(self, db: Connection, chat: int, payload: dict[str, Any], edits: str | None, until: datetime | None) -> int:
        if edits and edits.isdigit():
            before = web_chats.one(db, chat, int(edits))
            shown = before.payload.get("file") if before else None
            if shown and shown.get("picture") and not payload["file"]:
                payload = payload | {"file": shown}  # the text under a picture changes, the picture stays
            if before and "codes" not in before.payload and web_chats.is_tapped(db, chat, before.id):
                # the answer stands below the tap, as in any talk: above, it would leave the screen after a few taps
                web_chats.change(db, chat, before.id, before.payload | {"choices": []}, edited=False)
            elif web_chats.change(db, chat, int(edits), payload):
                return int(edits)
        return web_chats.add(db, chat, "office", payload, self.now(), holds_until=until)

    def _payload(self, message: Message) -> dict[str, Any]:
        """What is kept of a message; its file by a path below the data folder, so that a restored copy finds it too."""
        payload = message.as_payload()
        if message.file is not None:
            path = Path(message.file["path"])
            payload["file"] = {"name": message.file["name"], "path": self._inside(path), "size": path.stat().st_size}
            if message.file.get("as") == "photo":
                payload["file"]["picture"] = _size(path)
        return payload

    def _inside(self, path: Path) -> str:
        if path.absolute().is_relative_to(self.data_dir):
            return path.absolute().relative_to(self.data_dir).as_posix()
        with path.open("rb") as file:
            copy = self.data_dir / shelf.HANDED / hashlib.file_digest(file, "sha256").hexdigest()
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.utime(copy)  # handed over anew, its term begins anew
        except FileNotFoundError:
            half = copy.with_suffix(f".{uuid.uuid4().hex}")
            shutil.copyfile(path, half)
            half.replace(copy)
        return copy.relative_to(self.data_dir).as_posix()

    def cost(self, message: Message) -> int:  # noqa: ARG002 - a page of our own counts no messages
        return 1

    async def acknowledge(self, incoming: Incoming) -> None:
        """The page knows already: the answer to its request is the acknowledgement."""

    def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:  # noqa: ARG002 - the protocol names it
        """Messages of a page carry no files: those come by an upload, which hands out its own bytes.

        Raises:
            NeverFetchable: always.
        """
        raise NeverFetchable("gone")


def _size(path: Path) -> list[int]:
    """Width and height of a PNG, from its first chunk."""
    with path.open("rb") as file:
        return list(struct.unpack(">II", file.read(24)[16:]))
