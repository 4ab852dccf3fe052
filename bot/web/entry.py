"""Coming in and leaving: invite codes as in the messengers, six digits for a new device, and one refusal for all that fails."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from ipaddress import ip_address, ip_network
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.answer import answer
from bot.flows import devices
from bot.incoming import Incoming
from bot.turn import Turn, keep_answers
from bot.web import pages, sessions
from bot.web.limits import body_or_none
from locales.say import refusals
from locales.say import web as say
from storage import conversations, inbox, invites, logins, people, web_chats, web_sessions
from storage.db import Connection
from storage.errors import BadCode
from storage.inbox import Raw

MOST_BYTES = 4096
FROM_ONE_ADDRESS = 30  # wrong codes an hour: an office has one address, so this is more than what one browser may
DIGITS_IN_ALL, DIGITS_WITHIN = 30, timedelta(minutes=10)  # wrong six digits of everybody together
ANYBODY = "web:digits"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who types a code.

    Attributes:
        browser: key under which wrong codes of this browser are counted; address: the same for the network address.
        device: what the device is, in words.
    """

    browser: str
    address: str
    device: str


@dataclass(frozen=True, slots=True)
class Door:
    """The moment and the place of coming in."""

    now: datetime
    zone: tzinfo
    web: str | None


def enter(db: Connection, typed: str, visitor: Visitor, door: Door) -> str | None:
    """Let a device in by an invite code or by six digits.

    Returns:
        The session's token; None for every reason not to, all alike.
    """
    code = invites.tidy(typed)
    by_digits = len(code) == logins.DIGITS and code.isdigit()
    if _is_throttled(db, visitor, door.now, by_digits=by_digits):
        return None
    chat_id = _by_digits(db, code, visitor, door) if by_digits else _by_invite(db, code, door)
    if chat_id is None:
        for key in (visitor.browser, visitor.address, *([ANYBODY] if by_digits else [])):
            invites.wrong(db, key, door.now)
        return None
    return web_sessions.begin(db, chat_id, visitor.device, door.now)


def _is_throttled(db: Connection, visitor: Visitor, now: datetime, *, by_digits: bool) -> bool:
    if invites.is_throttled(db, visitor.browser, now) or invites.is_throttled(db, visitor.address, now, FROM_ONE_ADDRESS):
        return True
    return by_digits and invites.is_throttled(db, ANYBODY, now, DIGITS_IN_ALL, DIGITS_WITHIN)


def _by_invite(db: Connection, code: str, door: Door) -> int | None:
    """The same step as `/start CODE` in a messenger."""
    person_id = invites.whose(db, code, door.now) if code else None
    if person_id is None:
        return None
    chat_id = web_chats.of_person(db, person_id) or web_chats.open_for(db, person_id, door.now)
    turn = _turn(db, chat_id, door, route=f"start:{code}")
    keep_answers(turn, answer(turn))
    return chat_id


def _by_digits(db: Connection, code: str, visitor: Visitor, door: Door) -> int | None:
    try:
        person_id = logins.use(db, code, door.now)
    except BadCode:
        logins.missed(db, door.now)
        return None
    known = web_chats.of_person(db, person_id)
    chat_id = known or web_chats.open_for(db, person_id, door.now)
    if known is None:
        people.link(db, person_id, web_chats.address(chat_id), door.now, preferred=not people.chats(db, person_id))
    turn = _turn(db, chat_id, door, route="web")
    keep_answers(turn, devices.signed_in(turn, visitor.device, is_new_chat=known is None))
    return chat_id


def _turn(db: Connection, chat_id: int, door: Door, *, route: str) -> Turn:
    """A turn of somebody who comes in: its row in the inbox is done with this very transaction and holds no code."""
    chat = web_chats.address(chat_id)
    row = Raw(f"in:{secrets.token_hex(8)}", chat, {"chat": chat_id, "kind": "in"})
    inbox_id = inbox.put_done(db, web_chats.CHANNEL, row, door.now)
    talk, person = conversations.get(db, chat, door.now), people.by_chat(db, chat)
    return Turn(db, door.now, door.zone, Incoming("tap", chat, chat, route=route), inbox_id, talk, person, web=door.web)


async def show(request: Request) -> Response:
    """The form; whoever is signed in already goes on to the chat."""
    if await sessions.who(request):
        return RedirectResponse("./", 303)
    return _form(request)


def _form(request: Request, refusal: str | None = None) -> Response:
    response = pages.page("join.html", 403 if refusal else 200, refusal=refusal)
    if sessions.token_of(request, "nhacviec_browser") is None:
        sessions.keep(request, response, secrets.token_urlsafe(16), "nhacviec_browser")
    return response


async def join(request: Request) -> Response:
    """A code was typed, or came with a link."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    if body is None:
        return Response(status_code=413)
    typed = parse_qs(body.decode(errors="replace")).get("code", [""])[0]
    visitor, door = _visitor(request), Door(app.now(), app.settings.zone, app.web_address)
    old = await sessions.who(request)

    def work(db: Connection) -> str | None:
        token = enter(db, typed, visitor, door)
        if token is not None and old is not None:
            web_sessions.end(db, old.session_id, door.now)
        return token

    token = await app.store.write(work)
    if token is None:
        return _form(request, refusals.bad_code().text)
    app.answered()
    response = RedirectResponse("./", 303)
    sessions.keep(request, response, token)
    return response


async def leave(request: Request) -> Response:
    """ "Đăng xuất": this device only."""
    app, device = sessions.app_of(request), await sessions.who(request)
    if device is not None:
        await app.store.write(lambda db: web_sessions.end(db, device.session_id, app.now()))
        if app.web is not None:
            app.web.bells.ring(device.chat_id)
    response = RedirectResponse("join", 303)
    sessions.forget(request, response)
    return response


def _visitor(request: Request) -> Visitor:
    place = _network(request.client.host if request.client else "")
    cookie = sessions.token_of(request, "nhacviec_browser")
    return Visitor(
        _key("browser", cookie or f"none {place}"), _key("address", place), say.device(request.headers.get("user-agent", ""))
    )


def _network(address: str) -> str:
    """The address as it counts: an IPv6 customer has a whole /64."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False))


def _key(kind: str, value: str) -> str:
    return f"web:{kind}:{hashlib.sha256(value.encode()).hexdigest()[:24]}"
