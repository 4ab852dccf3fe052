"""Two doors straight to the dashboard: `/app`, opened inside Telegram with its proof of who opens it, and `/vao`, a link that
serves once. Both proofs stand behind the "#", so that nothing which looks at links on its own uses them up.
"""

import hashlib
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web import entry, guessing, pages, sessions
from bot.web.entry import Door
from bot.web.guard import POLICY
from bot.web.limits import body_or_none
from bot.web.proof import LONGEST, Opened, opened
from locales.say import web as say
from storage.access import passes, web_sessions
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.messages import inbox
from storage.messages.inbox import Raw
from storage.office import people

MOST_BYTES = 4 * LONGEST  # a body is percent-encoded
IN_TELEGRAM = {"Content-Security-Policy": POLICY.format(frames="'none'", ancestors="https://web.telegram.org")}
"""Telegram in a browser shows pages in a frame; there ours only offers to open itself in a tab of its own."""


async def app_page(_request: Request) -> Response:
    """What Telegram's button opens; its script hands the proof over."""
    response = pages.page("open.html", words=say.opening(telegram=True), to="app", refused=False)
    response.headers.update(IN_TELEGRAM)
    return response


async def app(request: Request) -> Response:
    """Somebody opened the page in Telegram: who, is what the proof says; with the rights of that chat, and once."""

    def come_in(db: Connection, given: str, door: Door, device: str) -> str | None:
        token = sessions.app_of(request).settings.telegram_bot_token
        proof = opened(given, token, door.now) if token else None
        return by_telegram(db, proof, door, device) if proof else None

    return await _enter(request, come_in, telegram=True)


async def link_page(_request: Request) -> Response:
    """The page of a link, with its one button."""
    return pages.page("open.html", words=say.opening(telegram=False), to="vao", refused=False)


async def link(request: Request) -> Response:
    """A link from a chat, used up by the tap on its page."""
    return await _enter(request, by_link, telegram=False)


def by_telegram(db: Connection, proof: Opened, door: Door, device: str) -> str | None:
    """A session for who opened the page; None for a stranger, somebody who is locked out, or a proof that served already."""
    person = people.by_chat(db, f"telegram:{proof.user_id}")
    mark = f"app:{hashlib.sha256(proof.hash.encode()).hexdigest()}"
    seen = Raw(mark, f"telegram:{proof.user_id}", {"kind": "app"})
    if person is None or person.locked or inbox.put_done(db, entry.CHANNEL, seen, door.now) is None:
        return None
    return web_sessions.begin(db, entry.let_in(db, person.id, None, door), device, door.now)


def by_link(db: Connection, secret: str, door: Door, device: str) -> str | None:
    """A session for whom a link was made; the person is told of the device wherever they can be reached."""
    spent = passes.spend(db, passes.PAGE, secret, door.now) if secret else None
    if spent is None:
        return None
    return web_sessions.begin(db, entry.let_in(db, spent.person.id, device, door), device, door.now)


async def _enter(request: Request, come_in: "entry.ComeIn", *, telegram: bool) -> Response:
    """Begin a session and go to the dashboard; whoever is signed in already goes there as they are."""
    room, old = sessions.app_of(request), await sessions.who(request)
    if not request.app.state.joining.allows(guessing.neighbourhood(guessing.address_of(request))):
        return _refused(telegram=telegram, status=429)
    body = await body_or_none(request, MOST_BYTES)
    given = parse_qs((body or b"").decode(errors="replace")).get("proof", [""])[0]
    door, device = Door(room.now(), room.site), entry.device_of(request)
    token = await room.store.write(lambda db: _swap(db, come_in(db, given, door, device), old, door))
    room.answered()
    if token is None:
        return _refused(telegram=telegram) if old is None else RedirectResponse("board", 303)
    response = RedirectResponse("board", 303)
    sessions.keep(request, response, token)
    return response


def _swap(db: Connection, token: str | None, old: Device | None, door: Door) -> str | None:
    """The new session takes the place of the browser's old one."""
    if token is not None and old is not None:
        web_sessions.end(db, old.session_id, door.now)
    return token


def _refused(*, telegram: bool, status: int = 403) -> Response:
    return pages.page("open.html", status, words=say.opening(telegram=telegram), to="", refused=True)


ROUTES = [
    Route("/app", app_page, methods=["GET"]),
    Route("/app", app, methods=["POST"]),
    Route("/vao", link_page, methods=["GET"]),
    Route("/vao", link, methods=["POST"]),
]
