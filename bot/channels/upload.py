"""Files that came by the upload door, read as if they had been sent in the chat; nothing is ever sent by this channel."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from typing import Any

from bot.incoming import FileRef, Incoming
from jobs.fetch import NeverFetchable
from jobs.outcome import Abilities, Outcome, Rejected
from locales.message import Message
from storage.access import uploads
from storage.evidence.parts import Parts


class Upload:
    """The door's side of the inbox.

    Args:
        parts: where whole files wait to be taken as evidence.
    """

    name = uploads.CHANNEL
    abilities = Abilities(buttons=False, edits=False, files_out=False, repeats=False, messages=False)

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """One whole file, as a message of the person's own chat."""
        file = FileRef({"key": raw["key"]}, "document", raw["name"], raw["mime"], raw["size"], via=self.name)
        return Incoming(
            "files",
            raw["chat"],
            raw["chat"],
            unicodedata.normalize("NFC", raw["caption"]),
            reply_to=raw["reply_to"],
            files=(file,),
            batch=f"{raw['batch']}:{raw['assignment_id'] or ''}",
            row=raw["assignment_id"],
        )

    async def acknowledge(self, incoming: Incoming) -> None:
        """A page has no taps."""

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:  # noqa: ARG002
        return Rejected("the upload door carries nothing out")

    def cost(self, message: Message) -> int:  # noqa: ARG002 - nothing is sent
        return 0

    async def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        """The bytes, which lie on this machine's disk already.

        Raises:
            NeverFetchable: they are gone.
        """
        pieces = self.parts.read(file_ref["key"])
        try:
            while piece := await asyncio.to_thread(next, pieces, b""):
                yield piece
        except (FileNotFoundError, ValueError):
            raise NeverFetchable("gone") from None
        finally:
            pieces.close()
