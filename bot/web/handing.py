"""The page `/tai`: a file by a link that serves once. What looks at links on its own, as messengers do, uses nothing up:
the secret stands behind the "#", and the file comes only to a tap.
"""

from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.web import pages, sessions
from bot.web.limits import body_or_none
from locales.papers import shelf
from storage.access import passes

MOST_BYTES = 4096
HEADERS = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, no-store"}  # of a file


async def show(_request: Request) -> Response:
    """The page with its one button."""
    return pages.page("fetch.html", refused=False)


async def give(request: Request) -> Response:
    """The file, once; one and the same refusal for every reason not to."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    secret = parse_qs((body or b"").decode(errors="replace")).get("secret", [""])[0]
    now = app.now()
    spent = await app.store.write(lambda db: passes.spend(db, passes.FILE, secret, now)) if secret else None
    found = shelf.kept(app.settings.data_dir, spent.id) if spent else None
    return attached(*found) if found else pages.page("fetch.html", 403, refused=True)


def attached(path: Path, name: str) -> FileResponse:
    """A file to keep, that no browser opens by itself."""
    return FileResponse(path, media_type="application/octet-stream", filename=name, headers=HEADERS)


def drawn(path: Path) -> FileResponse:
    """A picture that this program has drawn itself, to be shown in the page."""
    return FileResponse(path, media_type="image/png", headers=HEADERS)


def inside(data_dir: Path, path: str) -> Path | None:
    """A file of the office's data; None for one that is gone or lies elsewhere."""
    root, found = data_dir.resolve(), (data_dir / path).resolve()
    return found if found.is_relative_to(root) and found.is_file() else None


ROUTES = [Route("/tai", show, methods=["GET"]), Route("/tai", give, methods=["POST"])]
