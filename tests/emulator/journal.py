"""What the emulator saw, one JSON line an event, written at once so that it outlives the bot."""

import os
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import orjson

Json = dict[str, Any]


def messages_in(result: object) -> list[Json]:
    """Return the messages of a result: none, one, or the items of an album."""
    items = result if isinstance(result, list) else [result]
    return [item for item in items if isinstance(item, dict) and "message_id" in item and "chat" in item]


class Journal:
    """Entries in memory and, with a path, in a file."""

    def __init__(self, path: Path | str | None = None, on_write: Callable[[], None] = lambda: None) -> None:
        self._on_write = on_write
        self.entries: list[Json] = []
        self._count = 0
        self._fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600) if path else None

    def write(self, event: str, at: float, **facts: Any) -> Json:
        self._count += 1
        entry = {"n": self._count, "at": round(at, 6), "event": event, **facts}
        self.entries.append(entry)
        if self._fd is not None:
            os.write(self._fd, orjson.dumps(entry, default=str) + b"\n")
        self._on_write()
        return entry

    def close(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def since(self, n: int) -> list[Json]:
        return [entry for entry in self.entries if entry["n"] > n]

    def calls(self, method: str = "*", chat: int | None = None) -> list[Json]:
        """Return the calls of a method (a pattern) to a chat, refused and cut ones included."""
        return [
            entry
            for entry in self.entries
            if entry["event"] == "call" and fnmatchcase(entry["method"], method) and chat in (None, entry.get("chat"))
        ]

    def delivered(self, chat: int | None = None) -> list[Json]:
        """Return the messages that reached people, in order, whether or not the bot was told so."""
        return list(delivered(self.entries, chat))


def delivered(entries: list[Json], chat: int | None = None) -> Iterator[Json]:
    for entry in entries:
        if entry["event"] == "call" and entry.get("applied") and entry["method"].startswith(("send", "copy", "forward")):
            yield from (m for m in messages_in(entry.get("result")) if chat in (None, m["chat"]["id"]))


def read_journal(path: Path | str) -> list[Json]:
    """Read a journal file; a last line cut short by a kill is left out."""
    lines = Path(path).read_bytes().split(b"\n")
    return [orjson.loads(line) for line in lines[:-1]]
