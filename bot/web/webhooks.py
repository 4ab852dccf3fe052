"""The webhooks of the messengers: who knows the secret is heard, what they bring is committed before it is answered."""

import json
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram import Telegram
from bot.channels.telegram.parsing import lane_of
from bot.channels.zalo import Zalo
from bot.channels.zalo.channel import keep
from bot.channels.zalo.client import json_of
from bot.web.limits import body_or_none
from bot.wiring import Wiring
from storage.db import PASSING, Connection
from storage.messages import inbox
from storage.messages.inbox import Raw

MOST_BYTES = 1024 * 1024
SECRET_HEADERS = {Telegram.name: "x-telegram-bot-api-secret-token", Zalo.name: "x-bot-api-secret-token"}

Reads = Callable[[bytes], Callable[[Connection], int]]
"""What a body brings, as the work that keeps it and counts what is new; raises ValueError where nobody of ours sent it."""


def routes(app: Wiring) -> list[Route]:
    """A route for each messenger that is to call us."""

    def telegram(body: bytes) -> Callable[[Connection], int]:
        row = _row_of(body)
        return lambda db: inbox.put(db, Telegram.name, [row], app.now())

    def zalo(body: bytes) -> Callable[[Connection], int]:
        found = json_of(body) if body.strip() else {}  # the platform's own probe of the address has no body
        return lambda db: keep(db, found, app.now(), app.settings.zone)

    reads = {Telegram.name: telegram, Zalo.name: zalo}
    return [
        Route(f"/{name}/webhook", _door(app, SECRET_HEADERS[name], webhook[1].encode(), read), methods=["POST"])
        for name, read in reads.items()
        if (webhook := app.settings.webhook(name)) is not None
    ]


def _row_of(body: bytes) -> Raw:
    try:
        update: Any = json.loads(body)
    except RecursionError as deep:
        raise ValueError("nested too deep") from deep
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        raise ValueError("no update")
    return Raw(str(update["update_id"]), lane_of(update), update)


def _door(app: Wiring, header: str, secret: bytes, read: Reads) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        if not secret or not compare_digest(request.headers.get(header, "").encode(), secret):
            return Response(status_code=403)
        body = await body_or_none(request, MOST_BYTES)
        if body is None:
            return Response(status_code=413)
        try:
            work = read(body)
        except ValueError:
            return Response(status_code=400)
        try:
            new = await app.store.write(work)
        except PASSING:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if new:
            app.arrived()
        return Response(status_code=200)

    return receive
