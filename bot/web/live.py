"""Live updates by Server-Sent Events: what a page has not seen yet, then every change, until the device is signed out.

Each event carries the number of its change; after a lost connection the browser names the last one it saw
(`Last-Event-ID`) and gets what came since (WHATWG HTML, section 9.2).
"""

import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.web import sessions
from bot.web.chat import number_of, shown
from bot.wiring import Wiring
from jobs.waiting import until
from storage.access import web_chats, web_sessions
from storage.access.web_chats import Line
from storage.db import PASSING, Connection

BEAT = 20.0  # seconds: proxies cut lines on which nothing is said
OTHERS = 2.0  # seconds between looks where other processes write too
OPENING = 2**16  # bytes of an upload that cost as much as opening a page
MOST_PAGES = 12  # open at once for one chat
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def events(request: Request) -> Response:
    app, device, token = sessions.app_of(request), await sessions.who(request), sessions.token_of(request)
    if device is None or token is None or app.web is None:
        return JSONResponse({"error": "session"}, 401)
    if app.web.bells.listeners(device.chat_id) >= MOST_PAGES:
        return JSONResponse({"error": "slow"}, 429)
    await app.bulk.turn(OPENING)  # after a restart every page comes back at once
    after = max(number_of(request.headers.get("last-event-id")), number_of(request.query_params.get("after")))
    return StreamingResponse(_stream(app, device.chat_id, token, after), media_type="text/event-stream", headers=HEADERS)


async def _stream(app: Wiring, chat_id: int, token: str, after: int) -> AsyncIterator[str]:
    assert app.web is not None, "asked before"
    bells, silent = app.web.bells, 0.0
    yield "retry: 2000\n\n"
    with bells.listen(chat_id) as bell:
        while not bells.closed:
            bell.clear()
            lines = await _news(app, chat_id, token, after)
            if lines is None:
                yield "event: end\ndata: {}\n\n"
                return
            for line in lines:
                yield f"id: {line.seq}\nevent: line\ndata: {json.dumps(shown(line, app.settings.zone))}\n\n"
                after, silent = line.seq, 0.0
            if len(lines) < web_chats.PAGE:
                pause = BEAT if app.store.is_sqlite else OTHERS
                silent += 0.0 if await until(bell, pause) else pause
            if silent >= BEAT:
                yield ": still here\n\n"
                silent = 0.0


async def _news(app: Wiring, chat_id: int, token: str, after: int) -> list[Line] | None:
    """What changed; None when this device is no longer signed in."""

    def work(db: Connection) -> list[Line] | None:
        device = web_sessions.who(db, token, app.now())
        return web_chats.since(db, chat_id, after) if device and device.chat_id == chat_id else None

    try:
        return await app.store.read(work)
    except PASSING:
        return []
