"""One raw update of Telegram -> `Incoming`; nothing of Telegram's types goes further."""

import unicodedata
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update

from bot.incoming import FileRef, Incoming

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
UNSUPPORTED = ("voice", "audio", "video", "video_note", "sticker", "location", "venue", "poll", "contact", "animation", "dice")
GROUPS = {"group", "supergroup"}


def lane_of(raw: dict[str, Any]) -> str:
    """The chat that an update belongs to, read without trusting its form: the lane in which it is worked on."""
    for key in ("message", "edited_message", "callback_query", "my_chat_member"):
        part = raw.get(key)
        if isinstance(part, dict):
            holder = part.get("message") if key == "callback_query" and isinstance(part.get("message"), dict) else part
            chat = holder.get("chat") if isinstance(holder, dict) else None
            sender = part.get("from")
            for source in (chat, sender):
                if isinstance(source, dict) and isinstance(source.get("id"), int):
                    return f"telegram:{source['id']}"
    return "telegram:unknown"


def parse(raw: dict[str, Any], bot: Bot) -> Incoming | None:
    """Read one update.

    Raises:
        Exception: python-telegram-bot cannot read it.
    """
    if (plain := _plain(raw)) is not None:
        return plain
    update = Update.de_json(raw, bot)
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    message = update.message or update.edited_message
    return _message(message, is_edited=update.edited_message is not None) if message else None


PLAIN = frozenset({"message_id", "date", "chat", "from", "text", "entities"})


def _plain(raw: dict[str, Any]) -> Incoming | None:
    """A text in a private chat, which most updates are, read without the library's objects; anything else is theirs to read."""
    message = raw.get("message")
    if not isinstance(message, dict) or raw.keys() != {"update_id", "message"} or not PLAIN.issuperset(message):
        return None
    chat, sender, text, number = (message.get(key) for key in ("chat", "from", "text", "message_id"))
    if not (isinstance(chat, dict) and isinstance(sender, dict) and isinstance(text, str) and isinstance(number, int)):
        return None
    ids = chat.get("id"), sender.get("id")
    if chat.get("type") != "private" or not all(isinstance(one, int) for one in ids):
        return None
    clean = unicodedata.normalize("NFC", text)
    return Incoming("text", f"telegram:{ids[0]}", f"telegram:{ids[1]}", clean, message_id=str(number))


def _tap(query: CallbackQuery) -> Incoming | None:
    chat = query.message.chat if query.message else None
    return Incoming(
        kind="tap",
        chat=f"telegram:{chat.id if chat else query.from_user.id}",
        sender=f"telegram:{query.from_user.id}",
        route=query.data or "nothing",
        message_id=str(query.message.message_id) if query.message else None,
        is_group=bool(chat and chat.type in GROUPS),
        tap_id=query.id,
    )


def _membership(change: ChatMemberUpdated) -> Incoming | None:
    status = change.new_chat_member.status
    kind = "left" if status in {"left", "kicked", "banned"} else "joined"
    return Incoming(
        kind=kind,  # type: ignore[arg-type]
        chat=f"telegram:{change.chat.id}",
        sender=f"telegram:{change.from_user.id}",
        is_group=change.chat.type in GROUPS,
    )


def _message(message: Message, *, is_edited: bool) -> Incoming | None:
    if message.migrate_to_chat_id:
        return Incoming("moved", f"telegram:{message.chat.id}", None, extra={"to": f"telegram:{message.migrate_to_chat_id}"})
    if message.chat.type == "channel" or message.sender_chat is not None or message.from_user is None:
        return None  # channels and anonymous admins have no role
    common: dict[str, Any] = {
        "chat": f"telegram:{message.chat.id}",
        "sender": f"telegram:{message.from_user.id}",
        "text": unicodedata.normalize("NFC", message.text or message.caption or ""),
        "message_id": str(message.message_id),
        "reply_to": str(message.reply_to_message.message_id) if message.reply_to_message else None,
        "is_group": message.chat.type in GROUPS,
        "is_forwarded": message.forward_origin is not None or message.via_bot is not None,
        "is_edited": is_edited,
    }
    if file := _file(message):
        return Incoming(kind="files", files=(file,), batch=message.media_group_id, **common)
    for what in UNSUPPORTED:
        if getattr(message, what):
            return Incoming(kind="unsupported", what=what, **common)
    return Incoming(kind="text", **common) if message.text else None


def _file(message: Message) -> FileRef | None:
    if message.photo:
        best = message.photo[-1]
        ref = {"file_id": best.file_id, "unique": best.file_unique_id}
        return FileRef(ref, "photo", f"anh-{message.message_id}.jpg", "image/jpeg", best.file_size)
    if message.document and not message.animation:
        document = message.document
        ref = {"file_id": document.file_id, "unique": document.file_unique_id}
        return FileRef(ref, "document", document.file_name or "tai-lieu", document.mime_type, document.file_size)
    return None
