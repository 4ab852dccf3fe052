"""A person's phone on Zalo: text, photos, what cannot be read; no buttons, so choices are picked by their numbers."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.emulator_zalo.server import ZaloEmulator

Json = dict[str, Any]
LINE = re.compile(r"(?m)^(\d)\. (.+)$")


class ZaloPhone:
    """Attributes:
    screen: the texts that the bot sent, oldest first.
    """

    def __init__(self, zalo: "ZaloEmulator", person: str, name: str) -> None:
        self.zalo, self.id, self.name = zalo, person, name
        self.screen: list[str] = []
        self._heard = 0

    @property
    def unheard(self) -> list[str]:
        return self.screen[self._heard :]

    def hush(self) -> None:
        self._heard = len(self.screen)

    async def says(self, text: str, **more: Any) -> Json:
        return await self._does("message.text.received", {"text": text} | more)

    async def sends_photo(self, data: bytes, caption: str = "", *, name: str = "photo_url", album: int = 1) -> list[Json]:
        """Send photos: one event each, an album says nothing of itself; `name` is the field as the pages or the traffic have it."""
        events = []
        for number in range(album):
            content: Json = {name: self.zalo.publish(data), "message_type": "CHAT_PHOTO"}
            if caption and number == 0:
                content["caption"] = caption
            events.append(await self._does("message.image.received", content))
        return events

    async def sends_unreadable(self, what: str = "unsupported", **content: Any) -> Json:
        """A document, a video, a card: an event without content. Or a sticker, a voice message."""
        return await self._does(f"message.{what}.received", content)

    async def picks(self, label: str) -> Json:
        """Type the number before these words in the newest message that shows them, as somebody who reads does."""
        return await self.says(self.number_of(label))

    def number_of(self, label: str) -> str:
        for text in reversed(self.screen):
            found = [number for number, words in LINE.findall(text) if words == label]
            found = found or [number for number, words in LINE.findall(text) if words.startswith(f"{label}:")]
            if found:
                return str(found[-1])
        raise LookupError(f"no line {label!r} on the screen of {self.name}: {self.screen[-1:]}")

    def event(self, name: str, content: Json) -> Json:
        sender = {"id": self.id, "display_name": self.name, "is_bot": False}
        chat = {"id": self.id, "chat_type": "PRIVATE"}
        head = {"message_id": self.zalo.new_id(), "date": 1_795_000_000_000 + self.zalo.count, "from": sender, "chat": chat}
        return {"event_name": name, "message": head | content}

    async def _does(self, name: str, content: Json) -> Json:
        event = self.event(name, content)
        await self.zalo.happens(event)
        return event
