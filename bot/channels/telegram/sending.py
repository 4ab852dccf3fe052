"""A message -> Telegram's calls, and Telegram's refusals -> outcomes (the error table, each row a test)."""

import re
from collections.abc import Sequence
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
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

from bot.channels.telegram.request import NotConnected, Throttled
from jobs.outcome import Broken, Moved, NotSent, Outcome, Rejected, Sent, Unreachable, Unsure, Wait
from locales.message import Choice, Message

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
GONE_PEOPLE = re.compile(
    r"blocked by the user|user is deactivated|can't initiate conversation|chat not found|kicked|not a member|bot can't send",
    re.IGNORECASE,
)
NOT_EDITABLE = re.compile(r"message to edit not found|message can't be edited|MESSAGE_ID_INVALID", re.IGNORECASE)
UNCHANGED = re.compile(r"message is not modified", re.IGNORECASE)
LINE_UNITS, SHORT, MOST_IN_ROW = 30, 8, 4
CAPTION = 1024


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Buttons in lines that a phone can show: wide ones alone, others side by side while they fit."""
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
    rows = [[InlineKeyboardButton(one.label, callback_data=one.route) for one in line] for line in lines]
    return InlineKeyboardMarkup(rows) if rows else None


async def send(bot: Bot, chat_id: str, message: Message, edits: str | None) -> Outcome:
    """Send, or edit in place; a message that can no longer be edited is sent anew."""
    try:
        if edits:
            try:
                return await _edit(bot, chat_id, message, edits)
            except BadRequest as refusal:
                if UNCHANGED.search(refusal.message):
                    return Sent(edits)
                if not NOT_EDITABLE.search(refusal.message):
                    raise
        return await _new(bot, chat_id, message)
    except TelegramError as error:
        return outcome_of(error)


async def _edit(bot: Bot, chat_id: str, message: Message, message_id: str) -> Outcome:
    await bot.edit_message_text(
        message.text,
        chat_id=int(chat_id),
        message_id=int(message_id),
        reply_markup=keyboard(message.choices),
        link_preview_options=NO_PREVIEW,
    )
    return Sent(message_id)


async def _new(bot: Bot, chat_id: str, message: Message) -> Outcome:
    if message.file:
        document = Path(message.file["path"]).read_bytes()
        sent = await bot.send_document(
            int(chat_id),
            document,
            caption=message.text[:CAPTION],
            filename=message.file["name"],
            reply_markup=keyboard(message.choices),
        )
    else:
        sent = await bot.send_message(
            int(chat_id), message.text, reply_markup=keyboard(message.choices), link_preview_options=NO_PREVIEW
        )
    return Sent(str(sent.message_id))


def outcome_of(error: TelegramError) -> Outcome:
    """What a refusal means for the row.

    `BadRequest` and `TimedOut` are kinds of `NetworkError` in python-telegram-bot, so the order matters.
    """
    if isinstance(error, RetryAfter):
        seconds = error.retry_after
        return Wait(seconds if isinstance(seconds, int) else seconds.total_seconds())
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
