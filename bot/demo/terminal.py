"""Beside the three phones the terminal speaks for anybody: `Cao Minh Nhật: 7.2 xong`, and shows what they get."""

import asyncio
import sys
from collections.abc import Mapping

from bot.demo.office import Office
from locales.hear import fold
from locales.message import Message
from locales.say import demo as say
from locales.say.choices import as_text
from storage.access import web_chats
from storage.db import Connection
from storage.messages import inbox
from storage.messages.inbox import Raw


class Terminal:
    """What is typed, line by line.

    Args:
        office: the sample office; its program must run.
        phones: the chats of those who are on the pages, by name; everybody else is on the console channel.
    """

    def __init__(self, office: Office, phones: Mapping[str, int]) -> None:
        self.office, self.phones = office, phones
        self.names = office.names()
        self._count = 0

    def listen(self) -> None:
        """Read lines as they come, beside everything else of this event loop."""
        asyncio.get_running_loop().add_reader(sys.stdin, self._readable)

    def _readable(self) -> None:
        line = sys.stdin.readline()
        if not line:
            asyncio.get_running_loop().remove_reader(sys.stdin)
        elif line.strip():
            self.hears(line.strip())

    def hears(self, line: str) -> None:
        """Somebody speaks; who is not known gets the list of names."""
        said, _, text = line.partition(":")
        found = [name for name in self.names if fold(name).endswith(fold(said))] if text else []
        if len(found) == 1:
            self.office.app.store.run(lambda db: self._keep(db, found[0], text.strip()))
            self.office.app.arrived()
            self._ring(found[0])
        else:
            print(say.who_speaks(self.names))

    def _keep(self, db: Connection, name: str, text: str) -> None:
        self._count += 1
        number, now = f"terminal-{self._count}", self.office.now()
        if name not in self.phones:
            inbox.put(db, "console", [Raw(number, f"console:{name}", {"id": number, "chat": name, "text": text})], now)
            return
        chat = self.phones[name]
        kept = web_chats.add(db, chat, "person", {"text": text}, now)
        row = Raw(number, web_chats.address(chat), {"id": kept, "chat": chat, "kind": "text", "text": text})
        inbox.put(db, web_chats.CHANNEL, [row], now)

    def _ring(self, name: str) -> None:
        if self.office.app.web is not None and name in self.phones:
            self.office.app.web.bells.ring(self.phones[name])

    def shows(self, name: str, message: Message, _edited: bool) -> None:
        """A message to somebody on the console channel."""
        print(f"\n  → {name}:\n" + "\n".join(f"      {line}" for line in as_text(message).splitlines()))
