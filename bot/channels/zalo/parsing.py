"""One event of Zalo -> `Incoming`; wrapped or flat, with fields that the pages name otherwise than the traffic."""

import hashlib
import json
import unicodedata
from typing import Any

from bot.incoming import FileRef, Incoming
from storage.messages.inbox import Raw

MOST_OF_ID = 128  # seen: 20 hex digits
TEXT = "message.text.received"


def event_of(body: Any) -> dict[str, Any] | None:
    """The event itself: the pages show `{ok, result}` around it, live webhooks send it flat. None for anything else."""
    if isinstance(body, dict) and isinstance(body.get("result"), dict) and "event_name" not in body:
        body = body["result"]
    return body if isinstance(body, dict) and body and ("event_name" in body or "message" in body) else None


def events_of(body: Any) -> list[dict[str, Any]]:
    """One event as a rule; a list is read too, should the platform ever send one."""
    inner = body.get("result") if isinstance(body, dict) and isinstance(body.get("result"), list) else body
    bodies = inner if isinstance(inner, list) else [inner]
    return [event for one in bodies if (event := event_of(one))]


def row_of(event: dict[str, Any]) -> Raw:
    """The inbox row of an event: its message's id keeps it from being done twice; one without an id is known by its content."""
    message = event.get("message")
    known = _id(message.get("message_id")) if isinstance(message, dict) else None
    return Raw(known or hashlib.sha256(json.dumps(event, sort_keys=True).encode()).hexdigest(), _lane(message), event)


def _id(given: Any) -> str | None:
    """An id as the platform gives them; anything else is none."""
    text = str(given) if isinstance(given, str | int) else ""
    return text if text and len(text) <= MOST_OF_ID and text.isascii() and text.isprintable() else None


def _lane(message: Any) -> str:
    """The chat that an event belongs to, read without trusting its form."""
    for key in ("chat", "from"):
        source = message.get(key) if isinstance(message, dict) else None
        if isinstance(source, dict) and (known := _id(source.get("id"))):
            return f"zalo:{known}"
    return "zalo:unknown"


def parse(event: dict[str, Any]) -> Incoming | None:
    """Read an event; None for what concerns nobody (no message, our own, no sender)."""
    message = event.get("message")
    if not isinstance(message, dict):
        return None
    sender = message.get("from")
    if not isinstance(sender, dict) or (known := _id(sender.get("id"))) is None or sender.get("is_bot") is True:
        return None
    chat = message.get("chat") if isinstance(message.get("chat"), dict) else {}
    kind = str(chat.get("chat_type", "PRIVATE")).upper() if isinstance(chat, dict) else "PRIVATE"
    common: dict[str, Any] = {
        "chat": _lane(message),
        "sender": f"zalo:{known}",
        "message_id": str(message.get("message_id") or "") or None,
        "is_group": kind != "PRIVATE",
        "text": _clean(message.get("text") or message.get("caption")),
    }
    return _content(event.get("event_name"), message, common)


def _content(name: Any, message: dict[str, Any], common: dict[str, Any]) -> Incoming:
    """What was said or sent: judged by what is there, since names of events come and go."""
    if photo := _photo(message):
        return Incoming("files", files=(photo,), **common)
    if name in {TEXT, None} and common["text"].strip():
        return Incoming("text", **common)
    what = str(name or "").removeprefix("message.").removesuffix(".received")
    return Incoming("unsupported", what=what or "unknown", **common)


def _photo(message: dict[str, Any]) -> FileRef | None:
    """`photo` in the pages, `photo_url` in the traffic."""
    for key in ("photo_url", "photo"):
        address = message.get(key)
        if isinstance(address, str) and address.startswith(("https://", "http://")):
            number = str(message.get("message_id") or "")[-8:] or "zalo"
            return FileRef({"url": address}, "photo", f"anh-{number}.jpg", None)
    return None


def _clean(text: Any) -> str:
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else ""
