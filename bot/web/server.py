"""The web room's server: Starlette under uvicorn, in the same loop as everything else."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from bot.web import board, chat, desk, dossier, entry, handing, live, load, opening, pages, paper, webhooks
from bot.web.door import DoorRoom
from bot.web.guard import Guard
from bot.web.limits import Buckets
from bot.web.requests import Pace
from bot.web.vitals import Watch
from bot.wiring import Wiring

MOST_OPEN = 800  # connections at once: below what one process may have open, so that a flood leaves the database its files
JOINS = (120, 60.0)  # tries to come in from one place, in seconds: an office of 100 behind one address comes in at once


def make(app: Wiring) -> Starlette:
    """The routes of the web room."""
    routes: list[BaseRoute] = [*Watch(app).routes(), *DoorRoom(app).routes(), *handing.ROUTES, *webhooks.routes(app)]
    guard = Middleware(Guard, app.settings.web_url, framed=bool(app.more_pages))
    made = Starlette(routes=[*app.more_pages, *routes, *PAGES], middleware=[guard])
    made.state.app, made.state.sending = app, Buckets(burst=20, rate=1.0)
    made.state.joining = Pace(*JOINS)
    return made


PAGES = [
    Route("/", chat.home),
    Route("/join", entry.show, methods=["GET"]),
    Route("/join", entry.join, methods=["POST"]),
    Route("/leave", entry.leave, methods=["POST"]),
    Route("/chat/look", chat.look),
    Route("/chat/events", live.events),
    Route("/chat/send", chat.send, methods=["POST"]),
    Route("/chat/read", chat.read, methods=["POST"]),
    Route("/chat/files/{message_id:int}", chat.file),
    Route("/board", board.show),
    *opening.ROUTES,
    *load.ROUTES,
    Route("/desk", desk.show),
    Route("/desk/say", desk.tell, methods=["POST"]),
    Route("/desk/dossier", dossier.take, methods=["POST"]),
    Route("/desk/doc/{row:int}/{document:int}", desk.document),
    Route("/paper", paper.ask, methods=["GET"]),
    Route("/paper", paper.show, methods=["POST"]),
    Mount("/static", pages.Static()),
]


class Server(uvicorn.Server):
    """uvicorn that leaves signals to the composition root."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(app: Wiring, stop: asyncio.Event) -> str | None:
    """Serve until stopped; open requests are finished first, also when the task is cancelled meanwhile.

    Returns:
        Why it cannot listen; None once it was stopped.
    """
    host, _, port = app.settings.web_bind.rpartition(":")
    try:
        listener = socket.create_server((host or "127.0.0.1", int(port)))
    except OSError as wrong:
        return f"WEB_BIND {app.settings.web_bind}: {wrong.strerror}"
    config = uvicorn.Config(
        make(app),
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=10,
        limit_concurrency=MOST_OPEN,
    )
    server = Server(config)
    running = asyncio.ensure_future(server.serve(sockets=[listener]))
    stopper = asyncio.ensure_future(stop.wait())
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait([running, stopper], return_when=asyncio.FIRST_COMPLETED)
    if app.web is not None:
        app.web.bells.close()
    server.should_exit = True
    stopper.cancel()
    while not running.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait([running])
    running.result()
    return None
