"""The methods that change or remove what was sent, and answers to taps."""

from typing import Any

from telegram.constants import CallbackQueryLimit

from tests.emulator.calls import Call
from tests.emulator.errors import NOT_MODIFIED, TOO_OLD, bad
from tests.emulator.methods import caption_of, inline, markup_of, method, text_of, writable
from tests.emulator.people import Chat
from tests.emulator.sending import given_file, media
from tests.emulator.world import World

Json = dict[str, Any]
DELETE_LIMIT = 48 * 3600
FILES = ("photo", "document", "video", "audio", "animation", "voice")
WORDS = ("text", "entities", "caption", "caption_entities")


@method("editMessageText")
def edit_text(world: World, call: Call) -> Json:
    chat, message = _own(world, call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, call, _without(message, WORDS) | text_of(call))


@method("editMessageCaption")
def edit_caption(world: World, call: Call) -> Json:
    chat, message = _own(world, call)
    if not any(kind in message for kind in FILES):
        raise bad("there is no caption in the message to edit")
    return _change(world, chat, call, _without(message, WORDS) | caption_of(call))


@method("editMessageMedia")
def edit_media(world: World, call: Call) -> Json:
    chat, message = _own(world, call)
    item: Json = call.json("media") or {}
    kind = str(item.get("type"))
    content = media(given_file(world, call, kind, str(item.get("media", ""))), kind) | caption_of(Call("", item))
    return _change(world, chat, call, _without(message, (*WORDS, *FILES)) | content)


@method("editMessageReplyMarkup")
def edit_markup(world: World, call: Call) -> Json:
    chat, message = _own(world, call)
    return _change(world, chat, call, message)


def _own(world: World, call: Call) -> tuple[Chat, Json]:
    chat = writable(world, call)
    message = chat.message(call.number("message_id"), "message to edit not found")
    if message["from"]["id"] != world.bot["id"]:
        raise bad("message can't be edited")
    return chat, message


def _without(message: Json, parts: tuple[str, ...]) -> Json:
    return {key: value for key, value in message.items() if key not in parts}


def _change(world: World, chat: Chat, call: Call, message: Json) -> Json:
    """Put the changed message in place of the old one; the keyboard is always replaced."""
    markup = markup_of(call, chat)
    if markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    changed = _without(message, ("reply_markup",)) | inline(markup)
    if changed == chat.messages[message["message_id"]]:
        raise bad(NOT_MODIFIED)
    chat.messages[message["message_id"]] = changed | {"edit_date": world.today}
    world.bell.ring()
    return chat.messages[message["message_id"]]


@method("deleteMessage")
def delete_message(world: World, call: Call) -> bool:
    chat = writable(world, call)
    message = chat.message(call.number("message_id"), "message to delete not found")
    own = message["from"]["id"] == world.bot["id"]
    allowed = own or chat.kind == "private" or chat.bot_status == "administrator"
    if not allowed or world.clock.now() - message["date"] > DELETE_LIMIT:
        raise bad("message can't be deleted" if not allowed else "message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    world.bell.ring()
    return True


@method("deleteMessages")
def delete_messages(world: World, call: Call) -> bool:
    """Delete many at once; the ones that cannot be found are skipped."""
    chat = writable(world, call)
    for message_id in call.json("message_ids") or []:
        if message_id in chat.messages:
            delete_message(world, Call("deleteMessage", {"chat_id": chat.id, "message_id": message_id}))
    return True


@method("answerCallbackQuery")
def answer_tap(world: World, call: Call) -> bool:
    tap = world.open_tap(call.text("callback_query_id"))
    if tap is None:
        raise bad(TOO_OLD)
    if len(call.text("text")) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    tap.toast = {"text": call.text("text"), "alert": call.flag("show_alert")}
    world.bell.ring()
    return True


@method("pinChatMessage", "unpinChatMessage", "unpinAllChatMessages", "setMessageReaction")
def mark_message(world: World, call: Call) -> bool:
    chat = writable(world, call)
    if call.params.get("message_id"):
        chat.message(call.number("message_id"), "message to pin not found" if "Pin" in call.method else "message not found")
    return True
