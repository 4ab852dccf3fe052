"""What may come of a send, and what a channel promises: the border between the clock's jobs and the messengers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from locales.message import Message


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it."""

    message_id: str | None


@dataclass(frozen=True, slots=True)
class NotSent:
    """Surely not sent, for a passing reason; try again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many requests: everything pauses for so many seconds; no try is counted."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nobody knows whether it arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This person cannot be reached in this chat: blocked, deactivated, never started."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The platform will never take this message; our fault, or an unknown refusal."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has another id now."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class QuotaSpent:
    """The platform says that the month's quota is used up; surely not sent."""

    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The channel itself is refused (token revoked): stop, do not retry."""

    reason: str


Outcome = Sent | NotSent | Wait | Unsure | Unreachable | Rejected | Moved | QuotaSpent | Broken

PACKAGE_MB = 45
"""Megabytes of a package of a dossier: what the narrowest messenger carries, since Telegram takes 50 from a bot."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can do, as data.

    Attributes:
        text_length: UTF-16 units of one message.
        repeats: whether an unsure send may be repeated (no quota).
        messages: whether people are written to here; a door for files alone is no channel to fall back on.
        pictures: whether a picture can stand above a text, with the choices below it.
        files_in: whether documents can be sent in the chat (photos always can).
        albums: whether files that were sent together say so.
        numbers_live: how long a typed number means what was shown.
        monthly: messages a month; None without a quota.
        counts_received: whether what people send counts against the quota too.
        tells_blocks: whether the platform says when somebody blocks the bot, or takes it back.
        one_digest: at most one message of reminders a person and day.
        file_mb: megabytes that a file may have on its way out; None without a limit of its own.
    """

    buttons: bool = True
    edits: bool = True
    files_out: bool = True
    pictures: bool = False
    text_length: int = 4096
    repeats: bool = True
    messages: bool = True
    files_in: bool = True
    albums: bool = True
    numbers_live: timedelta = timedelta(hours=12)
    monthly: int | None = None
    counts_received: bool = False
    tells_blocks: bool = True
    one_digest: bool = False
    file_mb: int | None = None


class Sender(Protocol):
    """A channel as delivery sees it."""

    name: str
    abilities: Abilities

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:
        """Send a message, or change the one that it edits."""
        ...

    def cost(self, message: Message) -> int:
        """How many of the platform's messages it takes: long ones are split."""
        ...


class Downloads(Protocol):
    """A channel as the file fetcher sees it."""

    def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        """The bytes of a file that was sent in a chat."""
        ...
