"""The files that people and the bot sent: ids, paths for download, sizes that may lie."""

import secrets
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from tests.emulator.clock import Clock
from tests.emulator.errors import DOWNLOAD_LIMIT, ApiError, bad

Json = dict[str, Any]
LINK_LIFE = 3600.0
FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "sticker": "stickers"}


@dataclass
class StoredFile:
    """Bytes with the names the Bot API gives them; `declared` is the size it says they have."""

    data: bytes
    kind: str
    name: str = ""
    mime: str = ""
    declared: int | None = None
    file_id: str = field(default_factory=lambda: "BQAC" + secrets.token_urlsafe(36))
    unique_id: str = field(default_factory=lambda: "AgAD" + secrets.token_urlsafe(8))

    @property
    def size(self) -> int:
        return len(self.data) if self.declared is None else self.declared

    def ids(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """All files by id, and the links that getFile gave out."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.by_id: dict[str, StoredFile] = {}
        self.links: dict[str, tuple[StoredFile, float]] = {}

    def keep(self, file: StoredFile) -> StoredFile:
        self.by_id[file.file_id] = file
        return file

    def find(self, file_id: str) -> StoredFile:
        if file_id not in self.by_id:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return self.by_id[file_id]

    def link(self, file_id: str) -> Json:
        """Answer getFile: the link is good for an hour."""
        file = self.find(file_id)
        if file.size > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        suffix = PurePath(file.name).suffix or (".jpg" if file.kind == "photo" else "")
        path = f"{FOLDERS.get(file.kind, 'documents')}/file_{len(self.links)}{suffix}"
        self.links[path] = file, self.clock.now()
        return file.ids() | {"file_path": path}

    def behind(self, path: str) -> StoredFile:
        file, given_at = self.links.get(path, (None, 0.0))
        if file is None or self.clock.now() - given_at > LINK_LIFE:
            raise ApiError(404, "Not Found")
        return file
