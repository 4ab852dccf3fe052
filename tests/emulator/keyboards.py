"""What Telegram accepts as a keyboard."""

from typing import Any

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from tests.emulator.errors import bad

Json = dict[str, Any]
ACTIONS = {"callback_data", "url", "web_app", "copy_text", "switch_inline_query", "switch_inline_query_current_chat", "login_url",
           "switch_inline_query_chosen_chat", "pay", "callback_game"}  # fmt: skip


def check_markup(markup: Json | None, *, private: bool) -> None:
    """Raise what Telegram answers to a keyboard it does not like."""
    if markup is None:
        return
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard", markup.get("keyboard", []))
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse reply keyboard markup JSON object")
    if sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad("reply markup is too long")
    if any(len(row) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows):
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check_button(button, inline="inline_keyboard" in markup, private=private)


def _check_button(button: Any, *, inline: bool, private: bool) -> None:
    text = button if isinstance(button, str) else button.get("text")
    if not text or not text.strip():
        raise bad("text of a keyboard button must be non-empty")
    if not isinstance(button, dict):
        return
    if inline:
        _check_action(button)
    elif button.get("request_contact") and not private:
        raise bad("phone number can be requested in private chats only")


def _check_action(button: Json) -> None:
    if len(ACTIONS & set(button)) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data, url = button.get("callback_data"), button.get("url")
    if data is not None and not 1 <= len(data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if url is not None and not url.startswith(("https://", "http://", "tg://")):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def buttons_of(markup: Json | None) -> list[Json]:
    """Return the inline buttons of a message in reading order."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]
