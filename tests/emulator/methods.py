"""The table of methods, and what every method that writes into a chat has in common."""

from collections.abc import Callable
from typing import Any

from telegram.constants import MessageLimit

from tests.emulator.calls import Call
from tests.emulator.errors import ApiError, bad
from tests.emulator.keyboards import check_markup
from tests.emulator.people import Chat
from tests.emulator.texts import formatted, trimmed, units
from tests.emulator.world import World

Json = dict[str, Any]
Method = Callable[[World, Call], Any]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    """Enter a function into the table; the Bot API does not care about the case of names."""

    def enter(function: Method) -> Method:
        METHODS.update({name.lower(): function for name in names})
        return function

    return enter


def run(world: World, call: Call) -> Any:
    """Apply a call and return its result, or raise ApiError."""
    function = METHODS.get(call.method.lower())
    if function is None:
        world.unemulated.append(call.method)
        raise ApiError(404, "Not Found")
    return function(world, call)


def writable(world: World, call: Call) -> Chat:
    chat = world.find_chat(call.text("chat_id"))
    chat.check_writable()
    return chat


def text_of(call: Call) -> Json:
    """Return text and entities as shown, checked for length."""
    text, entities = _words(call, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_of(call: Call) -> Json:
    text, entities = _words(call, "caption", "caption_entities")
    if units(text) > MessageLimit.CAPTION_LENGTH:
        raise bad("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def _words(call: Call, name: str, entities_name: str) -> tuple[str, list[Json]]:
    given = call.json(entities_name)
    if given is not None:
        return trimmed(call.text(name), given)
    return trimmed(*formatted(call.text(name), call.text("parse_mode") or None))


def markup_of(call: Call, chat: Chat) -> Json | None:
    markup: Json | None = call.json("reply_markup")
    check_markup(markup, private=chat.kind == "private")
    return markup


def inline(markup: Json | None) -> Json:
    """Return the part of a keyboard that a message carries: only an inline one is echoed."""
    return {"reply_markup": markup} if markup and markup.get("inline_keyboard") else {}


def deliver(world: World, chat: Chat, call: Call, content: Json) -> Json:
    """Put a message of the bot into a chat, with what any send method may ask for."""
    markup = markup_of(call, chat)
    extra: Json = {"has_protected_content": True} if call.flag("protect_content") else {}
    message = world.post(chat, world.bot, content | answered(call, chat) | extra | inline(markup))
    if markup and "inline_keyboard" not in markup:
        chat.keyboards[message["message_id"]] = markup
    return message


def answered(call: Call, chat: Chat) -> Json:
    """Return the message that this one replies to."""
    wanted: Json = call.json("reply_parameters") or {}
    target = wanted.get("message_id", call.number("reply_to_message_id"))
    if target is None:
        return {}
    if target not in chat.messages:
        if wanted.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    original = {k: v for k, v in chat.messages[target].items() if k != "reply_to_message"}
    return {"reply_to_message": original}
