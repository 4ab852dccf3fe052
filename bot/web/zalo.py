"""Zalo's webhook: who knows the secret is heard, what they bring is committed before it is answered."""

from collections.abc import Awaitable, Callable
from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.zalo.channel import keep
from bot.channels.zalo.client import json_of
from bot.web.limits import body_or_none
from bot.wiring import Wiring
from storage.db import PASSING

SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105 - the name of a header

Door = Callable[[Request], Awaitable[Response]]


def door(app: Wiring, most: int) -> Door:
    """The handler of `/zalo/webhook`.

    Args:
        app: whose secret, store and clock.
        most: bytes of a body that are read.
    """
    secret = (app.settings.zalo_webhook_secret or "").encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not secret or not compare_digest(given.encode(), secret):
            return Response(status_code=403)
        body = await body_or_none(request, most)
        if body is None:
            return Response(status_code=413)
        if not body.strip():
            return Response(status_code=200)  # the platform's own probe of the address has no body
        try:
            found = json_of(body)
        except ValueError:
            return Response(status_code=400)
        try:
            new = await app.store.write(lambda db: keep(db, found, app.now(), app.settings.zone))
        except PASSING:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if new:
            app.arrived()
        return Response(status_code=200)

    return receive
