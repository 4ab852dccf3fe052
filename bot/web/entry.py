"""Coming in and leaving: invite codes as in the messengers, six digits for a new device, and one refusal for all that fails."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.answer import answer
from bot.flows.arriving import devices
from bot.turn import Site, Turn, keep_answers
from bot.web import guessing, pages, sessions
from bot.web.limits import body_or_none
from bot.web.turns import taken
from locales.say import refusals
from locales.say import upload as say_upload
from locales.say import web as say
from storage.access import guesses, invites, passes, web_chats, web_sessions
from storage.access.guesses import Guesser
from storage.db import Connection
from storage.office import people

MOST_BYTES = 4096
CHANNEL = web_chats.CHANNEL


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who types a code.

    Attributes:
        who: as wrong codes are counted.
        device: what the device is, in words.
    """

    who: Guesser
    device: str


@dataclass(frozen=True, slots=True)
class Door:
    """The moment and the place of coming in."""

    now: datetime
    site: Site


ComeIn = Callable[[Connection, str, Door, str], str | None]
"""From what was given (a proof, a secret) and the words for the device to a session's token, or None."""


def enter(db: Connection, typed: str, visitor: Visitor, door: Door) -> str | None:
    """Let a device in by an invite code or by six digits.

    Returns:
        The session's token; None for every reason not to, all alike.
    """
    code = invites.tidy(typed)
    digits = passes.is_code(code)
    if guesses.must_wait(db, visitor.who, door.now, digits=digits):
        return None
    chat_id = _by_digits(db, code, visitor, door) if digits else _by_invite(db, code, door)
    if chat_id is None:
        guessing.missed(db, visitor.who, door.now, digits=digits)
        return None
    return web_sessions.begin(db, chat_id, visitor.device, door.now)


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
    spent = passes.spend(db, passes.LOGIN, code, door.now)
    if spent is None:
        return None
    web_chats.strike(db, spent.shown)
    return let_in(db, spent.person.id, visitor.device, door)


def let_in(db: Connection, person_id: int, device: str | None, door: Door) -> int:
    """Somebody who is known comes in on one more device.

    Args:
        db: open connection.
        person_id: who.
        device: what the person is told of it; None where they cannot but know.
        door: when and where.

    Returns:
        The person's chat in the web room, opened where there was none.
    """
    known = web_chats.of_person(db, person_id)
    chat_id = known or web_chats.open_for(db, person_id, door.now)
    if known is None:
        people.link(db, person_id, web_chats.address(chat_id), door.now, preferred=not people.chats(db, person_id))
    turn = _turn(db, chat_id, door, route="web")
    keep_answers(turn, devices.signed_in(turn, device, is_new_chat=known is None))
    return chat_id


def _turn(db: Connection, chat_id: int, door: Door, *, route: str) -> Turn:
    """A turn of somebody who comes in."""
    return taken(db, chat_id, f"in:{secrets.token_hex(8)}", door.now, door.site, route=route)


def device_of(request: Request) -> str:
    """What the device is, in words."""
    return say.device(request.headers.get("user-agent", ""))


async def show(request: Request) -> Response:
    """The form; whoever is signed in already goes on to the chat."""
    if await sessions.who(request):
        return RedirectResponse("./", 303)
    return _form(request)


def _form(request: Request, refusal: str | None = None, status: int = 200) -> Response:
    plain = not sessions.is_secure(sessions.app_of(request))
    response = pages.page("join.html", status, refusal=refusal, plain=plain)
    guessing.mark(request, response)
    return response


async def join(request: Request) -> Response:
    """A code was typed, or came with a link."""
    app = sessions.app_of(request)
    if not request.app.state.joining.allows(guessing.neighbourhood(guessing.address_of(request))):
        return _form(request, say_upload.refused("slow_down", {}), 429)
    body = await body_or_none(request, MOST_BYTES)
    if body is None:
        return Response(status_code=413)
    typed = parse_qs(body.decode(errors="replace")).get("code", [""])[0]
    visitor = Visitor(guessing.guesser(request), device_of(request))
    door = Door(app.now(), app.site)
    old = await sessions.who(request)

    def work(db: Connection) -> str | None:
        token = enter(db, typed, visitor, door)
        if token is not None and old is not None:
            web_sessions.end(db, old.session_id, door.now)
        return token

    token = await app.store.write(work)
    app.answered()
    if token is None:
        return _form(request, refusals.bad_code().text, 403)
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
