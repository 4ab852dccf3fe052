"""What a person did, as flows see it: a text, a tap, files. No platform type goes further than the channel."""

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["text", "tap", "files", "contact", "unsupported", "joined", "left", "moved"]


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file on the platform's side.

    Attributes:
        ref: what the channel needs to fetch it.
        kind: photo or document.
        name: as the sender's phone called it.
        size: bytes, None when the platform does not say.
        via: the channel that hands out the bytes, where it is not the chat's own (`upload`).
    """

    ref: dict[str, Any]
    kind: Literal["photo", "document"]
    name: str
    mime: str | None = None
    size: int | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a person did in a chat.

    Attributes:
        kind: what it was.
        chat: where, as `telegram:123`.
        sender: who, as `telegram:123`; in a group not the chat. None for channels and anonymous admins.
        text: what was typed, or the caption of files; NFC.
        route: the address behind a tapped button.
        message_id: of this message, or of the one whose button was tapped.
        reply_to: the message that this one answers.
        batch: the album that a file came with.
        row: the assignment that was chosen beside the files, where the channel lets people choose.
        what: of an unsupported message: voice, sticker, location, poll ...
    """

    kind: Kind
    chat: str
    sender: str | None
    text: str = ""
    route: str | None = None
    message_id: str | None = None
    reply_to: str | None = None
    files: tuple[FileRef, ...] = ()
    batch: str | None = None
    what: str | None = None
    row: int | None = None
    is_group: bool = False
    is_forwarded: bool = False
    is_edited: bool = False
    tap_id: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
