"""Pictures that go with a text: drawn just before they leave, beside the loop; an answer never waits long for one."""

import asyncio
import contextlib
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from locales.message import Message

log = logging.getLogger(__name__)
MOST = 4  # pictures being drawn or waiting for it; beyond that the texts go alone


class Pictures:
    """Draws what `Message.file["draws"]` says, once for all who are sent the same.

    Attributes:
        patience: seconds that an answer waits for its picture.
    """

    def __init__(self) -> None:
        self.patience = 5.0
        self._drawing: dict[Path, asyncio.Future[None]] = {}
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="draw")  # one at a time: each holds 25 MB while it is drawn

    async def drawn(self, message: Message) -> Message:
        """The message with its picture on the disk; without it where drawing fails or takes too long.

        What was begun is finished: the next one who asks gets it at once.
        """
        if message.file is None or "draws" not in message.file:
            return message
        path = Path(message.file["path"])
        with contextlib.suppress(FileNotFoundError):
            os.utime(path)  # it is wanted: its term begins anew
            return message
        return message if await self._draw(path, message.file["draws"]) else replace(message, file=None)

    async def _draw(self, path: Path, sheet: dict[str, Any]) -> bool:
        task = self._drawing.get(path)
        if task is None:
            if len(self._drawing) >= MOST:
                return False
            task = self._drawing[path] = asyncio.get_running_loop().run_in_executor(self._hand, _write, path, sheet)
            task.add_done_callback(lambda done: self._ended(path, done))
        await asyncio.wait({task}, timeout=self.patience)
        return task.done() and not task.cancelled() and task.exception() is None

    def _ended(self, path: Path, task: asyncio.Future[None]) -> None:
        del self._drawing[path]
        if not task.cancelled() and (error := task.exception()):
            log.error("a picture was not drawn", exc_info=error)


def _write(path: Path, sheet: dict[str, Any]) -> None:
    from locales.papers import picture, shelf  # Pillow is read when the first picture is wanted

    half = shelf.place(path.parent.parent, ".png")
    picture.draw(half, sheet)
    half.replace(path)
