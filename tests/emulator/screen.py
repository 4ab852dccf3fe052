"""What a chat shows now, and waiting for what is yet to come."""

from dataclasses import dataclass
from typing import Any, overload

from tests.emulator.files import StoredFile
from tests.emulator.keyboards import buttons_of
from tests.emulator.people import Chat
from tests.emulator.world import World

Json = dict[str, Any]
WAIT = 5.0


@dataclass(frozen=True)
class Shown:
    """A message of the bot as it now stands on a screen."""

    message_id: int
    text: str
    buttons: list[str]
    data: dict[str, str]
    kind: str
    file: StoredFile | None
    edited: bool
    raw: Json


KINDS = ("photo", "document", "video", "audio", "voice", "animation", "sticker", "contact", "location")


def shown(world: World, message: Json) -> Shown:
    buttons = buttons_of(message.get("reply_markup"))
    kind = next((kind for kind in KINDS if kind in message), "text")
    content = message.get(kind)
    holder = content[-1] if isinstance(content, list) else content
    file = world.files.by_id.get(holder.get("file_id", "")) if isinstance(holder, dict) else None
    data = {button["text"]: button["callback_data"] for button in buttons if "callback_data" in button}
    text = str(message.get("text", message.get("caption", "")))
    labels = [button["text"] for button in buttons]
    return Shown(message["message_id"], text, labels, data, kind, file, "edit_date" in message, message)


class Screen:
    """What a chat shows, and waiting for what is yet to come."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world, self.chat = world, chat
        self._heard = len(chat.from_bot)

    @property
    def screen(self) -> list[Shown]:
        """Return the bot's messages as they now stand, oldest first, deleted ones gone."""
        messages = self.chat.messages
        return [shown(self.world, messages[mid]) for mid in self.chat.from_bot if mid in messages]

    @property
    def unheard(self) -> list[Shown]:
        """Return what came since the last `hears`."""
        fresh = self.chat.from_bot[self._heard :]
        return [shown(self.world, self.chat.messages[mid]) for mid in fresh if mid in self.chat.messages]

    @overload
    async def hears(self, contains: str = ..., *, timeout: float = ...) -> Shown: ...  # noqa: ASYNC109
    @overload
    async def hears(self, contains: str = ..., *, n: int, timeout: float = ...) -> list[Shown]: ...  # noqa: ASYNC109
    async def hears(self, contains: str = "", *, n: int | None = None, timeout: float = WAIT) -> Shown | list[Shown]:  # noqa: ASYNC109
        """Wait for the next message (that contains a text), or for the next n; what came before it counts as heard."""

        def look() -> list[Shown] | None:
            found = [message for message in self.unheard if contains in message.text]
            return found[: n or 1] if len(found) >= (n or 1) else None

        try:
            found = await self.world.bell.until(look, timeout)
        except TimeoutError:
            raise AssertionError(self._silence(contains, n or 1, timeout)) from None
        self._heard = self.chat.from_bot.index(found[-1].message_id) + 1
        return found[0] if n is None else found

    async def sees(self, contains: str, *, timeout: float = WAIT) -> Shown:  # noqa: ASYNC109
        """Wait until some message on the screen contains a text, by edit or anew; return the newest such."""
        look = lambda: next((m for m in reversed(self.screen) if contains in m.text), None)  # noqa: E731
        try:
            return await self.world.bell.until(look, timeout)
        except TimeoutError:
            raise AssertionError(self._silence(contains, 1, timeout)) from None

    def rewind(self) -> None:
        """Count nothing as heard."""
        self._heard = 0

    def hush(self) -> None:
        """Count everything that came so far as heard."""
        self._heard = len(self.chat.from_bot)

    def _silence(self, contains: str, n: int, timeout: float) -> str:
        wanted = f"{n} message(s)" + (f" with {contains!r}" if contains else "")
        return f"{self.chat.id} waited {timeout} s for {wanted}, got {[message.text for message in self.unheard]}"
