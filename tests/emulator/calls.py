"""One request of the bot: its method, its parameters in whatever encoding, its uploads."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, web

from tests.emulator.errors import UPLOAD_LIMIT, ApiError, bad

Json = dict[str, Any]


@dataclass
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str

    def as_dict(self, part: str) -> Json:
        facts = {"part": part, "name": self.name, "mime": self.mime}
        return facts | {"size": len(self.data), "sha256": sha256(self.data).hexdigest()}


@dataclass
class Call:
    """A method with parameters; forms carry strings, so each accessor says what it expects."""

    method: str
    params: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name)
        return default if value is None else str(value)

    def number(self, name: str, default: int | None = None) -> int | None:
        value = self.params.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad(f'invalid parameter "{name}" value specified: integer expected') from None

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in ("true", "1", "yes", "y", "t")

    def json(self, name: str, default: Any = None) -> Any:
        value = self.params.get(name)
        if value is None or value == "":
            return default
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad(f"can't parse {name} JSON object") from None

    @property
    def chat(self) -> int | None:
        """Return the chat id, if the request names one by number."""
        value = str(self.params.get("chat_id", ""))
        return int(value) if value.removeprefix("-").isdigit() else None

    @property
    def words(self) -> str:
        """Return the text by which a fault may pick this request."""
        return self.text("text") or self.text("caption") or self.text("media")


async def read_call(method: str, request: web.Request) -> Call:
    """Read a request: query string, form, JSON or multipart."""
    call = Call(method, dict(request.query))
    if request.content_type.startswith("multipart/"):
        await _read_parts(request, call)
    elif request.can_read_body:
        body = await request.read()
        if request.content_type == "application/json":
            call.params |= _json_body(body)
        else:
            call.params |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return call


def _json_body(body: bytes) -> Json:
    try:
        found = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        raise bad("can't parse request JSON object") from None
    if not isinstance(found, dict):
        raise bad("can't parse request JSON object")
    return found


async def _read_parts(request: web.Request, call: Call) -> None:
    reader = await request.multipart()
    while isinstance(part := await reader.next(), BodyPartReader):
        data = bytes(await part.read(decode=False))
        if len(data) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            call.params[part.name or ""] = data.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            call.uploads[part.name or ""] = Upload(part.filename, data, mime)
