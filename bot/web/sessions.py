"""Who is at the other end of a request: the cookie of a signed-in device."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.wiring import Wiring
from storage.access import web_sessions
from storage.access.web_sessions import Device

MOST = 100  # characters of a cookie that are looked at


def app_of(request: Request) -> Wiring:
    app: Wiring = request.app.state.app
    return app


def is_secure(app: Wiring) -> bool:
    return (app.settings.web_url or "").startswith("https://")


def _name(app: Wiring, kind: str) -> str:
    """A `__Host-` name where the browser allows one: no other site of the domain can set it."""
    return f"__Host-{kind}" if is_secure(app) else kind


def token_of(request: Request, kind: str = "nhacviec") -> str | None:
    """The token in the cookie of this kind; one that is too long to be ours is none."""
    token = request.cookies.get(_name(app_of(request), kind))
    return token if token and len(token) <= MOST else None


async def who(request: Request) -> Device | None:
    """The signed-in device and its person (`.person`, `.chat` as `web:7`), or None: unknown, too old, signed out, unlinked."""
    token, app = token_of(request), app_of(request)
    if token is None:
        return None
    device = await app.store.read(lambda db: web_sessions.who(db, token, app.now()))
    if device is not None and device.is_unseen:
        await app.store.write(lambda db: web_sessions.touch(db, device.session_id, app.now()))
    return device


def signed_in(page: Callable[[Request, Device], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A page for who is signed in; anybody else is led to where a code is typed."""

    @wraps(page)
    async def shown(request: Request) -> Response:
        device = await who(request)
        if device is not None:
            return await page(request, device)
        path: str = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
        return RedirectResponse("../" * (path.count("/") - 1) + "join", 303)

    return shown


def _path(request: Request) -> str:
    """Where the room stands: below a path in the demo, else at the root."""
    return f"{request.scope.get('root_path', '')}/"


def keep(request: Request, response: Response, token: str, kind: str = "nhacviec", path: str | None = None) -> None:
    """Give the browser its token; scripts cannot read it, other sites cannot send it along with a change."""
    app = app_of(request)
    age = int(web_sessions.LONGEST.total_seconds())
    response.set_cookie(
        _name(app, kind), token, max_age=age, path=path or _path(request), secure=is_secure(app), httponly=True, samesite="lax"
    )


def forget(request: Request, response: Response) -> None:
    """Take the cookie of the session from the browser."""
    app = app_of(request)
    response.delete_cookie(_name(app, "nhacviec"), path=_path(request), secure=is_secure(app), httponly=True, samesite="lax")
