"""A message -> Telegram's calls, and Telegram's refusals -> outcomes (the error table, each row a test)."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.request import AiohttpRequest, NotConnected, Throttled
from jobs.outcome import Broken, Moved, NotSent, Outcome, Rejected, Sent, Unreachable, Unsure, Wait
from locales.message import CAPTION, Choice, Message, fitting, units

NO_PREVIEW = {"is_disabled": True}
GONE_PEOPLE = re.compile(
    r"blocked by the user|user is deactivated|can't initiate conversation|chat not found|kicked|not a member|bot can't send",
    re.IGNORECASE,
)
NOT_EDITABLE = re.compile(
    r"message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no (?:text|caption) in the message to edit",
    re.IGNORECASE,
)
UNDER_PICTURE = re.compile(r"no text in the message to edit", re.IGNORECASE)
FILE_GONE = re.compile(r"wrong (?:remote )?file|file reference|file_id|FILE_REFERENCE", re.IGNORECASE)
UNCHANGED = re.compile(r"message is not modified", re.IGNORECASE)
LINE_UNITS, SHORT, MOST_IN_ROW = 30, 8, 4
MOST_PICTURES = 500
TEXT = 4096  # UTF-16 units that a message may have
OPENS = {"board": "app"}
"""Steps whose page Telegram opens by itself, and where that page is; only in private chats (a group has no such buttons)."""


def keyboard(choices: Sequence[Choice], pages: str | None = None) -> list[list[dict[str, Any]]]:
    """Buttons in lines that a phone can show: wide ones alone, others side by side while they fit.

    Args:
        choices: what to tap.
        pages: the address of our pages where Telegram may open them by a button.
    """
    lines: list[list[Choice]] = []
    for choice in choices:
        line = lines[-1] if lines else []
        together = sum(len(one.label) for one in line) + len(choice.label)
        fits = line and not choice.wide and not line[-1].wide and together <= LINE_UNITS
        many = all(len(one.label) <= SHORT for one in [*line, choice])
        if fits and len(line) < (MOST_IN_ROW if many else 2):
            line.append(choice)
        else:
            lines.append([choice])
    return [[_button(one, pages) for one in line] for line in lines]


def _button(choice: Choice, pages: str | None) -> dict[str, Any]:
    """A button that says its step, or opens the page of the step inside Telegram (a Mini App)."""
    if pages is not None and choice.route in OPENS:
        return {"text": choice.label, "web_app": {"url": f"{pages}/{OPENS[choice.route]}"}}
    return {"text": choice.label, "callback_data": choice.route}


@dataclass(frozen=True, slots=True)
class Api:
    """The bot, and a short way to it: texts go out by thousands, so they are asked for without making the library's objects.

    Attributes:
        bot: python-telegram-bot's client, for all else.
        request: its transport.
        pages: the address of our pages, where Telegram may open them.
        pictures: what Telegram calls the pictures that it has already, by their paths (which follow from their content).
    """

    bot: Bot
    request: AiohttpRequest
    pages: str | None = None
    pictures: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, values: dict[str, Any]) -> Any:
        return await self.request.ask(f"{self.bot.base_url}/{method}", values, self.request.read_timeout)


async def send(api: Api, chat_id: str, message: Message, edits: str | None) -> Outcome:
    """Send, or edit in place; a message that can no longer be edited is sent anew, a long one in parts."""
    *parts, last = fitting(message, CAPTION if message.file else TEXT)
    try:
        if edits and not parts:
            try:
                return await _edit(api, chat_id, message, edits)
            except BadRequest as refusal:
                if UNCHANGED.search(refusal.message):
                    return Sent(edits)
                if not NOT_EDITABLE.search(refusal.message):
                    raise
        for part in parts:
            await _new(api, chat_id, part)
        return await _new(api, chat_id, last)
    except TelegramError as error:
        return outcome_of(error)


def _text(api: Api, chat_id: str, message: Message) -> dict[str, Any]:
    values = {"chat_id": int(chat_id), "text": message.text, "link_preview_options": NO_PREVIEW}
    return values | _buttons(api, chat_id, message)


def _captioned(api: Api, chat_id: str, message: Message) -> dict[str, Any]:
    return {"chat_id": int(chat_id), "caption": message.text} | _buttons(api, chat_id, message)


def _buttons(api: Api, chat_id: str, message: Message) -> dict[str, Any]:
    buttons = keyboard(message.choices, None if chat_id.startswith("-") else api.pages)
    return {"reply_markup": {"inline_keyboard": buttons}} if buttons else {}


async def _edit(api: Api, chat_id: str, message: Message, message_id: str) -> Outcome:
    """Change a text, or the text under a picture where it fits there."""
    try:
        await api.ask("editMessageText", _text(api, chat_id, message) | {"message_id": int(message_id)})
    except BadRequest as refusal:
        if not UNDER_PICTURE.search(refusal.message) or units(message.text) > CAPTION:
            raise
        await api.ask("editMessageCaption", _captioned(api, chat_id, message) | {"message_id": int(message_id)})
    return Sent(message_id)


async def _new(api: Api, chat_id: str, message: Message) -> Outcome:
    if message.file is None:
        sent = await api.ask("sendMessage", _text(api, chat_id, message))
        return Sent(str(sent["message_id"]))
    path = Path(message.file["path"])
    if message.file.get("as") == "photo":
        return await _photo(api, chat_id, path, message)
    content = await asyncio.to_thread(path.read_bytes)  # a dossier takes a moment
    kept = await api.bot.send_document(int(chat_id), content, **_below(api, chat_id, message))
    return Sent(str(kept.message_id))


def _below(api: Api, chat_id: str, message: Message) -> dict[str, Any]:
    """What stands under a file, as python-telegram-bot takes it."""
    markup = _buttons(api, chat_id, message).get("reply_markup")
    name = message.file["name"] if message.file else None
    return {"caption": message.text, "filename": name, "reply_markup": InlineKeyboardMarkup.de_json(markup) if markup else None}


async def _photo(api: Api, chat_id: str, path: Path, message: Message) -> Outcome:
    """A picture; one that Telegram has already is named, not sent again."""
    if known := api.pictures.get(str(path)):
        try:
            sent = await api.ask("sendPhoto", _captioned(api, chat_id, message) | {"photo": known})
            return Sent(str(sent["message_id"]))
        except BadRequest as refusal:
            if not FILE_GONE.search(refusal.message):
                raise
    kept = await api.bot.send_photo(int(chat_id), path.read_bytes(), **_below(api, chat_id, message))
    if len(api.pictures) >= MOST_PICTURES:
        api.pictures.clear()
    api.pictures[str(path)] = kept.photo[-1].file_id
    return Sent(str(kept.message_id))


def pause_of(error: RetryAfter) -> float:
    """Seconds of silence that the platform asks for; python-telegram-bot says them as a number or as a span."""
    asked = error.retry_after
    return float(asked if isinstance(asked, int) else asked.total_seconds())


def outcome_of(error: TelegramError) -> Outcome:
    """What a refusal means for the row.

    `BadRequest` and `TimedOut` are kinds of `NetworkError` in python-telegram-bot, so the order matters.
    """
    if isinstance(error, RetryAfter):
        return Wait(pause_of(error))
    if isinstance(error, Throttled):
        return Wait(30)
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, InvalidToken | EndPointNotFound | Conflict):
        return Broken(type(error).__name__)
    if isinstance(error, Forbidden | BadRequest):
        return Unreachable(error.message) if GONE_PEOPLE.search(error.message) else Rejected(error.message)
    if isinstance(error, NotConnected):
        return NotSent(str(error))
    return Unsure(type(error).__name__) if isinstance(error, NetworkError) else Rejected(type(error).__name__)
