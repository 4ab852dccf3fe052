"""Who is behind a request: each way to be known is one function in a list, asked in order.

The upload door knows its own sessions, the chat page its devices; what a visitor may do is the same whichever way they were
known.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from bot.web import sessions
from bot.web.requests import OUR_HEADER
from bot.wiring import Wiring
from storage.access import doors
from storage.access.doors import Visitor

Way = Callable[[Wiring, Request], Awaitable[Visitor | None]]


def cookie_name(app: Wiring) -> str:
    """With https the name itself makes the browser insist on it: host, path and Secure cannot be loosened."""
    return "__Host-nhacviec-gui" if sessions.is_secure(app) else "nhacviec-gui"


async def by_door_session(app: Wiring, request: Request) -> Visitor | None:
    """A browser that came in by a link or a code."""
    cookie = request.cookies.get(cookie_name(app), "")
    if not 20 <= len(cookie) <= 100:
        return None
    return await app.store.read(lambda db: doors.visitor(db, cookie, app.now()))


async def by_device(_app: Wiring, request: Request) -> Visitor | None:
    """A signed-in device of the chat page."""
    device = await sessions.who(request)
    return Visitor(device.person, device.chat) if device is not None else None


ways: list[Way] = [by_door_session, by_device]


async def who(app: Wiring, request: Request) -> Visitor | None:
    """The visitor as things stand at this moment; None for a stranger.

    The upload page says in its header that it is the one who asks: then its own session counts first, else it counts last, so
    that a chat page in the same browser answers in its own chat.
    """
    at_door = request.headers.get(OUR_HEADER) == "gui"
    for way in ways if at_door else [*ways[1:], *ways[:1]]:
        if (found := await way(app, request)) is not None:
            return found
    return None


def let_in(app: Wiring, response: Response, cookie: str) -> None:
    """Give a browser its session until it is closed; the server ends it after `doors.SESSION_FOR` anyway."""
    response.set_cookie(cookie_name(app), cookie, path="/", httponly=True, samesite="strict", secure=sessions.is_secure(app))


def let_go(app: Wiring, response: Response) -> None:
    """Take the cookie of the upload page from the browser."""
    response.delete_cookie(cookie_name(app), path="/", httponly=True, samesite="strict", secure=sessions.is_secure(app))
