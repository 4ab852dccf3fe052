"""The methods that send: texts, files, albums, copies."""

import secrets
from typing import Any

from telegram.constants import MediaGroupLimit

from tests.emulator.calls import Call
from tests.emulator.errors import PHOTO_LIMIT, bad
from tests.emulator.files import StoredFile
from tests.emulator.images import size_of
from tests.emulator.methods import caption_of, deliver, markup_of, method, text_of, writable
from tests.emulator.people import Chat
from tests.emulator.world import World

Json = dict[str, Any]
KINDS = {f"send{kind.capitalize()}": kind for kind in ("photo", "document", "video", "audio", "voice", "animation", "sticker")}
SINGLE = {"document", "audio"}
ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
           "choose_sticker", "find_location", "record_video_note", "upload_video_note"}  # fmt: skip


@method("sendMessage")
def send_message(world: World, call: Call) -> Json:
    chat = writable(world, call)
    return deliver(world, chat, call, text_of(call))


@method(*KINDS)
def send_file(world: World, call: Call) -> Json:
    chat = writable(world, call)
    kind = next(kind for name, kind in KINDS.items() if name.lower() == call.method.lower())
    content = media(given_file(world, call, kind, call.text(kind) or f"attach://{kind}"), kind)
    return deliver(world, chat, call, content | caption_of(call))


@method("sendMediaGroup")
def send_media_group(world: World, call: Call) -> list[Json]:
    chat = writable(world, call)
    items: list[Json] = call.json("media") or []
    if not MediaGroupLimit.MIN_MEDIA_LENGTH <= len(items) <= MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise bad("wrong number of messages to send as an album")
    kinds = {item.get("type") for item in items}
    if len(kinds) > 1 and kinds & SINGLE:
        raise bad(f"{'documents' if 'document' in kinds else 'audio'} can't be mixed with other media types")
    if call.json("reply_markup"):
        raise bad("reply markup isn't supported in albums")
    group = str(secrets.randbits(60))
    contents = [_album_item(world, call, item) | {"media_group_id": group} for item in items]
    return [deliver(world, chat, call, content) for content in contents]


def _album_item(world: World, call: Call, item: Json) -> Json:
    kind = str(item.get("type"))
    return media(given_file(world, call, kind, str(item.get("media", ""))), kind) | caption_of(Call("", item))


def given_file(world: World, call: Call, kind: str, value: str) -> StoredFile:
    """Return the file meant by a parameter: an upload, or one that Telegram has."""
    if not value.startswith("attach://"):
        if value not in world.files.by_id:
            raise bad("wrong file identifier/HTTP URL specified")
        return world.files.find(value)
    upload = call.uploads.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad("there is no " + kind + " in the request")
    if not upload.data:
        raise bad("file must be non-empty")
    if kind == "photo":
        _check_photo(upload.data)
    return world.files.keep(StoredFile(upload.data, kind, upload.name, upload.mime))


def _check_photo(data: bytes) -> None:
    size = size_of(data)
    if len(data) > PHOTO_LIMIT:
        raise bad("file is too big")
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def media(file: StoredFile, kind: str) -> Json:
    """Return the part of a message that describes a file."""
    if kind == "photo":
        width, height = size_of(file.data) or (1280, 960)
        small = {"file_id": file.file_id + "s", "file_unique_id": file.unique_id + "s", "file_size": min(file.size, 1500)}
        return {"photo": [small | {"width": 90, "height": 67}, file.ids() | {"width": width, "height": height}]}
    named = {k: v for k, v in (("file_name", file.name), ("mime_type", file.mime)) if v and kind != "sticker"}
    facts: Json = file.ids() | named
    if kind in ("voice", "video", "audio", "animation"):
        facts["duration"] = 3
    if kind in ("video", "animation", "sticker"):
        facts |= {"width": 512, "height": 512}
    if kind == "sticker":
        facts |= {"type": "regular", "is_animated": False, "is_video": False}
    if kind == "voice":
        facts.pop("file_name", None)
    document = {"document": file.ids() | named} if kind == "animation" else {}
    return {kind: facts} | document


@method("sendContact", "sendLocation")
def send_card(world: World, call: Call) -> Json:
    chat = writable(world, call)
    if call.method.lower() == "sendlocation":
        place = {name: float(call.text(name, "0")) for name in ("latitude", "longitude")}
        return deliver(world, chat, call, {"location": place})
    names = ("phone_number", "first_name", "last_name", "vcard")
    return deliver(world, chat, call, {"contact": {name: call.text(name) for name in names if call.text(name)}})


@method("forwardMessage", "copyMessage")
def pass_on(world: World, call: Call) -> Json:
    chat = writable(world, call)
    source = world.find_chat(call.text("from_chat_id"))
    original = source.message(call.number("message_id"), f"message to {call.method[:-7].lower()} not found")
    if original.get("has_protected_content"):
        raise bad("message can't be " + ("copied" if call.method.lower() == "copymessage" else "forwarded"))
    hidden = {"message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "media_group_id"}
    content = {key: value for key, value in original.items() if key not in hidden}
    if call.method.lower() == "copymessage":
        return {"message_id": deliver(world, chat, call, content)["message_id"]}
    origin = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    return deliver(world, chat, call, content | {"forward_origin": origin})


@method("sendChatAction")
def send_chat_action(world: World, call: Call) -> bool:
    chat = _acting(world, call)
    if call.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat.actions.append(call.text("action"))
    world.bell.ring()
    return True


def _acting(world: World, call: Call) -> Chat:
    chat = writable(world, call)
    markup_of(call, chat)
    return chat
