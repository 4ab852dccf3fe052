"""The console channel: the same flows in a terminal, with numbered choices; for the demo and for trying things out."""

import unicodedata
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from bot.incoming import FileRef, Incoming
from jobs.outcome import Abilities, Outcome, Sent
from locales.message import Message
from storage.rules.prompts import QUIET

Shown = Callable[[str, Message, bool], None]


class Console:
    """Every chat is a name.

    Args:
        show: told of each message: the chat, the message, whether it changes an earlier one.
    """

    name = "console"
    abilities = Abilities(buttons=False, edits=True, numbers_live=QUIET)

    def __init__(self, show: Shown) -> None:
        self._show = show
        self._count = 0

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """`{"chat": "an", "text": "...", "files": [path, ...]}`."""
        files = tuple(_file(Path(path)) for path in raw.get("files", ()))
        chat = f"console:{raw['chat']}"
        text = unicodedata.normalize("NFC", raw.get("text", ""))
        kind = "files" if files else "text"
        return Incoming(kind, chat, chat, text, message_id=str(raw["id"]), files=files, batch=raw.get("batch"))  # type: ignore[arg-type]

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:
        self._count += 1
        self._show(chat_id, message, edits is not None)
        return Sent(edits or f"c{self._count}")

    def cost(self, message: Message) -> int:  # noqa: ARG002 - a terminal has no limits
        return 1

    async def acknowledge(self, incoming: Incoming) -> None:
        """A terminal has no taps."""

    async def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        with Path(file_ref["path"]).open("rb") as file:  # noqa: ASYNC230 - a terminal serves one person
            while piece := file.read(64 * 1024):
                yield piece


def _file(path: Path) -> FileRef:
    kind = "photo" if path.suffix.lower() in {".jpg", ".jpeg", ".png"} else "document"
    return FileRef({"path": str(path)}, kind, path.name, None, path.stat().st_size)  # type: ignore[arg-type]
