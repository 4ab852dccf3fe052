"""The smallest request class of python-telegram-bot over aiohttp, for the floors: the stock one would flatter the product."""

from typing import Any

import aiohttp
import orjson
from telegram.request import BaseRequest, RequestData


class FloorRequest(BaseRequest):
    read_timeout = 40.0

    def __init__(self, pool: int) -> None:
        self._pool = pool
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._pool, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        return orjson.loads(payload)

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        assert self._session is not None, "initialize() comes first"
        data = request_data.json_parameters if request_data else None
        async with self._session.request(method, url, data=data) as answer:
            return answer.status, await answer.read()
