"""What a request to the upload door is held to: its origin, its size, its pace."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.requests import Request

OUR_HEADER = "x-nhacviec"  # a page of another site cannot send it without asking first (CORS), and we never answer that
MOST_KEYS = 10_000


def is_foreign(request: Request, web_url: str | None) -> bool:
    """Whether a request that changes something may come from another site's page.

    Our own pages send a header of their own, which a foreign page cannot; what the browser says of the origin must agree.
    """
    if request.headers.get(OUR_HEADER) is None:
        return True
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return True
    origin = request.headers.get("origin")
    ours = {request.headers.get("host", ""), urlsplit(web_url or "").netloc}
    return origin is not None and (origin == "null" or urlsplit(origin).netloc not in ours)


class TooLong(Exception):
    """More bytes came than may."""


async def body_of(request: Request, most: int) -> bytes:
    """The body, counted while reading.

    Raises:
        TooLong: it is longer, or says so.
        ClientDisconnect: the connection broke; nothing of it counts.
    """
    told = request.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told[:18]) > most:
        raise TooLong
    pieces, size = [], 0
    async for piece in request.stream():
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise TooLong
    return b"".join(pieces)


async def json_of(request: Request, most: int = 64 * 1024) -> Any:
    """The body as JSON; None when it is none.

    Raises:
        TooLong: it is longer.
        ClientDisconnect: the connection broke.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return None
    try:
        return orjson.loads(await body_of(request, most))
    except orjson.JSONDecodeError:
        return None


class Pace:
    """At most so many requests of one key within a span, counted in this process.

    Args:
        most: requests.
        span: seconds.
        clock: seconds, never running backwards.
    """

    def __init__(self, most: int, span: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.span, self.clock = most, span, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Count one request, unless there were too many."""
        now = self.clock()
        times = self._seen.setdefault(key, deque())
        self._seen.move_to_end(key)
        while len(self._seen) > MOST_KEYS:
            self._seen.popitem(last=False)
        while times and times[0] <= now - self.span:
            times.popleft()
        if len(times) >= self.most:
            return False
        times.append(now)
        return True
