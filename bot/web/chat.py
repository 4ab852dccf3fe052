"""The chat page and what its script asks for: history, news, sending, files."""

import json
import re
from datetime import datetime, tzinfo
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.flows.arriving.help_ import commands_for
from bot.routes import COMMANDS
from bot.web import pages, sessions
from bot.web.handing import attached, drawn, inside
from bot.web.limits import body_or_none
from locales import formats
from locales.say import web as say
from storage.access import web_chats, web_sessions
from storage.access.web_chats import Line
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.messages import inbox
from storage.messages.inbox import Raw
from storage.office import units

MOST_BYTES = 32 * 1024
MOST_TEXT = 4000
MOST_NAMES = 50
MOST_NUMBER = 2**31 - 1  # of a row, on every database
CLIENT_ID = re.compile(r"[0-9a-f]{8,40}")
OUR_HEADER = "x-nhacviec"  # a form of another site cannot set it
GONE = "gone"  # a route that leads nowhere: an old button is answered in words


def shown(line: Line, zone: tzinfo) -> dict[str, Any]:
    """A message as the page draws it."""
    local = line.created_at.astimezone(zone)
    file = line.payload.get("file")
    return {
        "id": line.id,
        "seq": line.seq,
        "mine": line.side == "person",
        "client": line.client_id,
        "text": _text(line.payload),
        "choices": line.payload.get("choices", []),
        "file": _file(file, line.id) if file else None,
        "edited": line.edited,
        "time": formats.clock(local.time()),
        "day": formats.sentence(f"{formats.WEEKDAYS[local.weekday()]} {formats.day(local.date())}"),
    }


def _file(file: dict[str, Any], line_id: int) -> dict[str, Any]:
    told = {"name": file["name"], "size": file.get("size", 0), "url": f"chat/files/{line_id}"}
    return told | ({"picture": file["picture"]} if file.get("picture") else {})


def _text(payload: dict[str, Any]) -> str:
    text = str(payload.get("text", ""))
    return f"{text}\n{say.struck()}" if payload.get("codes") == [] else text


@sessions.signed_in
async def home(request: Request, device: Device) -> Response:
    """The chat, with its newest messages in the page itself."""
    app = sessions.app_of(request)

    def work(db: Connection) -> tuple[tuple[int, int], list[Line], str]:
        """The number first: what is written meanwhile is then asked for again, never passed over (PostgreSQL)."""
        standing = web_chats.standing(db, device.chat_id)
        return standing, web_chats.before(db, device.chat_id), units.name_of(db, device.person.office_id)

    (seq, read), lines, office = await app.store.read(work)
    start = {
        "chat": device.chat_id,
        "seq": seq,
        "read": read,
        "more": len(lines) == web_chats.PAGE,
        "lines": [shown(one, app.settings.zone) for one in lines],
    }
    commands = commands_for({role for role, _ in device.person.roles})
    return pages.page("chat.html", person=device.person.full_name, office=office, start=start, commands=commands)


async def look(request: Request) -> Response:
    """What is new after a number (`after`), or what stands above a message (`above`)."""
    app, device = sessions.app_of(request), await sessions.who(request)
    if device is None:
        return JSONResponse({"error": "session"}, 401)
    above, after = _number(request, "above"), _number(request, "after")

    def work(db: Connection) -> list[Line]:
        return web_chats.before(db, device.chat_id, above) if above else web_chats.since(db, device.chat_id, after)

    lines = await app.store.read(work)
    return JSONResponse({"lines": [shown(one, app.settings.zone) for one in lines], "more": len(lines) == web_chats.PAGE})


def _number(request: Request, name: str) -> int:
    return number_of(request.query_params.get(name))


def number_of(text: str | None) -> int:
    """A number of a message or a change, as it stands in an address; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 and int(text) <= MOST_NUMBER else 0


async def send(request: Request) -> Response:
    """A text or a tap: in the inbox and in the chat in one transaction, once however often the page sends it."""
    app, token = sessions.app_of(request), sessions.token_of(request)
    if OUR_HEADER not in request.headers:
        return JSONResponse({"error": "header"}, 403)
    body = await body_or_none(request, MOST_BYTES)
    if body is None:
        return JSONResponse({"error": "long"}, 413)
    given = _read(body)
    now = app.now()
    device = await app.store.read(lambda db: web_sessions.who(db, token, now)) if token else None
    if device is None:
        return JSONResponse({"error": "session"}, 401)
    if given is None:
        return JSONResponse({"error": "form"}, 400)
    if wait := request.app.state.sending.wait(device.session_id):
        return JSONResponse({"error": "slow"}, 429, {"Retry-After": str(int(wait) + 1)})
    kept = await app.store.write(lambda db: keep(db, device, given, now))
    app.arrived()
    if app.web is not None:
        app.web.bells.ring(device.chat_id)
    return JSONResponse({"id": kept})


def _read(body: bytes) -> dict[str, Any] | None:
    """A message of the page: `{"id", "kind": "text" | "tap" | "note", "text" | "route" and "message" | "names", "reply_to"?}`.

    A note is what the page has done by another way, sending files: it only stands in the conversation.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or not CLIENT_ID.fullmatch(str(given.get("id", ""))):
        return None
    if given.get("kind") == "note":
        names = given.get("names")
        fits = isinstance(names, list) and 0 < len(names) <= MOST_NAMES and all(isinstance(one, str) for one in names)
    elif given.get("kind") == "tap":
        fits = isinstance(given.get("route"), str) and _is_number(given.get("message")) and len(given["route"]) <= 64
    else:
        text = given.get("text")
        fits = given.get("kind") == "text" and isinstance(text, str) and 0 < len(text.strip()) <= MOST_TEXT and "\0" not in text
    return given if fits and _is_number(given.get("reply_to", 0)) else None


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value <= MOST_NUMBER


def keep(db: Connection, device: Device, given: dict[str, Any], now: datetime) -> int:
    """Put what the page sent into the chat and into the inbox; the same number again changes nothing.

    Returns:
        The id of the message in the chat.
    """
    text, route = str(given.get("text", "")).strip(), None
    if given["kind"] == "note":
        return _add(db, device, given, say.files_sent([one[:100] for one in given["names"]]), now)
    if given["kind"] == "tap":
        text, route = _offered(db, device, given)
    message = _add(db, device, given, said(text), now)
    raw: dict[str, Any] = {"chat": device.chat_id, "kind": given["kind"], "id": message, "text": "" if route else text}
    if route:
        raw |= {"route": route, "message": str(given["message"])}
    if given.get("reply_to"):
        raw["reply_to"] = str(given["reply_to"])
    inbox.put(db, web_chats.CHANNEL, [Raw(f"{device.chat_id}:{given['id']}", device.chat, raw)], now)
    return message


def _add(db: Connection, device: Device, given: dict[str, Any], text: str, now: datetime) -> int:
    tapped = {web_chats.TAPPED: given["message"]} if given["kind"] == "tap" else {}
    return web_chats.add(db, device.chat_id, "person", {"text": text, "choices": [], **tapped}, now, str(given["id"]))


def said(text: str) -> str:
    """What the conversation shows of a text: of a command its meaning; what follows /start is a code and stands nowhere."""
    name, _, rest = text.removeprefix("/").partition(" ")
    is_command = text.startswith("/") and name in COMMANDS and (not rest or name == "start")
    return say.command(name) if is_command else text


def _offered(db: Connection, device: Device, given: dict[str, Any]) -> tuple[str, str]:
    """What the tapped button says and where it leads: only what this very message offers now leads anywhere."""
    line = web_chats.one(db, device.chat_id, given["message"])
    for label, route, *_ in line.payload.get("choices", []) if line and line.side == "office" else []:
        if route == given["route"]:
            return label, route
    return say.old_button(), GONE


async def read(request: Request) -> Response:
    """The chat is before somebody's eyes, up to a number."""
    app, device = sessions.app_of(request), await sessions.who(request)
    if device is None or OUR_HEADER not in request.headers:
        return JSONResponse({"error": "session"}, 401)
    seq = _number(request, "seq")
    await app.store.write(lambda db: web_chats.read(db, device.chat_id, seq))
    return Response(status_code=204)


@sessions.signed_in
async def file(request: Request, device: Device) -> Response:
    """A paper or document that was handed over in this very chat."""
    app = sessions.app_of(request)
    message_id = number_of(str(request.path_params["message_id"]))
    line = await app.store.read(lambda db: web_chats.one(db, device.chat_id, message_id))
    given = line.payload.get("file") if line and line.side == "office" else None
    path = inside(app.settings.data_dir, given["path"]) if given else None
    if given is None or path is None:
        return pages.page("gone.html", 404)
    return drawn(path) if given.get("picture") else attached(path, given["name"])
