"""The methods about the bot itself, its menus, its chats, its files and its updates."""

import re
from typing import Any

from telegram.constants import BotCommandLimit

from tests.emulator.calls import Call
from tests.emulator.errors import WEBHOOK_TOOK_OVER, bad, too_many
from tests.emulator.methods import method, writable
from tests.emulator.people import Chat
from tests.emulator.world import World

Json = dict[str, Any]
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
WEB_ADDRESS = re.compile(r"(https?)://(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?")
LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
TEXTS = {"description": 512, "short_description": 120, "name": 64}


@method("getMe")
def get_me(world: World, call: Call) -> Json:
    can = {"can_join_groups": True, "can_read_all_group_messages": not world.privacy, "supports_inline_queries": False}
    return world.bot | can | {"can_connect_to_business": False, "has_main_web_app": False}


@method("getFile")
def get_file(world: World, call: Call) -> Json:
    return world.files.link(call.text("file_id"))


@method("setWebhook")
def set_webhook(world: World, call: Call) -> bool:
    url, now = call.text("url"), world.clock.monotonic()
    if url and now < world.next_webhook_at:
        raise too_many(1)
    if url:
        _check_address(url)
        world.next_webhook_at = now + 1.0
    if not SECRET.fullmatch(call.text("secret_token")):
        raise bad("secret token contains unallowed characters")
    world.updates.allow(call.json("allowed_updates"))
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    if (url, call.text("secret_token")) == (world.webhook.url, world.webhook.secret):
        return True
    world.webhook.clear()
    if url:
        world.updates.end_poll(WEBHOOK_TOOK_OVER)
        world.webhook.set(url, call.text("secret_token"), call.number("max_connections") or 40)
    return True


def _check_address(url: str) -> None:
    """Only loopback addresses are spared what Telegram demands of a webhook."""
    match = WEB_ADDRESS.match(url)
    if match is None:
        raise bad("bad webhook: invalid webhook URL specified")
    scheme, host, port = match.groups()
    if host in LOOPBACK:
        return
    if scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, "80", "88", "443", "8443"):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


@method("deleteWebhook")
def delete_webhook(world: World, call: Call) -> bool:
    set_webhook(world, Call("setWebhook", call.params | {"url": ""}))
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, call: Call) -> Json:
    return world.webhook.info()


def scope_key(scope: Json | None) -> str:
    """Return a name for a scope: its type, chat and user."""
    scope = scope or {"type": "default"}
    return ":".join(str(scope[part]) for part in ("type", "chat_id", "user_id") if part in scope)


@method("setMyCommands")
def set_my_commands(world: World, call: Call) -> bool:
    commands: list[Json] = call.json("commands") or []
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad("too many commands specified")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= BotCommandLimit.MAX_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    key = _checked_scope(world, call), call.text("language_code")
    world.commands[key] = [{"command": c["command"].removeprefix("/"), "description": c["description"]} for c in commands]
    return True


def _checked_scope(world: World, call: Call) -> str:
    scope: Json = call.json("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.find_chat(str(scope["chat_id"]))
    return scope_key(scope)


@method("getMyCommands")
def get_my_commands(world: World, call: Call) -> list[Json]:
    return world.commands.get((_checked_scope(world, call), call.text("language_code")), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, call: Call) -> bool:
    world.commands.pop((_checked_scope(world, call), call.text("language_code")), None)
    return True


@method("setMyDescription", "setMyShortDescription", "setMyName")
def set_my_text(world: World, call: Call) -> bool:
    name = _text_name(call.method)
    if len(call.text(name)) > TEXTS[name]:
        raise bad(f"{name} is too long")
    world.texts[name, call.text("language_code")] = call.text(name)
    return True


@method("getMyDescription", "getMyShortDescription", "getMyName")
def get_my_text(world: World, call: Call) -> Json:
    name = _text_name(call.method)
    default = world.bot["first_name"] if name == "name" else ""
    return {name: world.texts.get((name, call.text("language_code")), world.texts.get((name, ""), default))}


def _text_name(called: str) -> str:
    return {"description": "description", "shortdescription": "short_description", "name": "name"}[called.lower()[5:]]


@method("setChatMenuButton")
def set_menu_button(world: World, call: Call) -> bool:
    world.menu_buttons[call.chat] = call.json("menu_button") or {"type": "default"}
    return True


@method("getChatMenuButton")
def get_menu_button(world: World, call: Call) -> Json:
    return world.menu_buttons.get(call.chat, world.menu_buttons.get(None, {"type": "default"}))


@method("getChat")
def get_chat(world: World, call: Call) -> Json:
    chat = world.find_chat(call.text("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, True)}
    return chat.as_dict() | full


@method("leaveChat")
def leave_chat(world: World, call: Call) -> bool:
    chat = writable(world, call)
    if chat.kind == "private":
        raise bad("chat not found")
    chat.bot_status = "left"
    return True


@method("getChatMember")
def get_chat_member(world: World, call: Call) -> Json:
    chat, person = writable(world, call), call.number("user_id")
    if person == world.bot["id"]:
        return {"user": world.bot, "status": chat.bot_status}
    return {"user": _person(world, person).as_dict(), "status": "member"}


def _person(world: World, person: int | None) -> Any:
    chat: Chat | None = world.chats.get(person or 0)
    if chat is None or chat.person is None:
        raise bad("invalid user_id specified")
    return chat.person


@method("logOut", "close")
def done(world: World, call: Call) -> bool:
    return True
