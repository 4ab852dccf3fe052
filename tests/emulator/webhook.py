"""Delivery of updates to a webhook: one at a time per chat, again and again until a 2xx."""

import asyncio
import random
from collections import deque
from contextlib import suppress
from typing import Any

import aiohttp
import orjson

from tests.emulator.journal import Journal
from tests.emulator.updates import UpdateQueue, chat_of

Json = dict[str, Any]
GONE_LIMIT = 23 * 3600.0


class Webhook:
    """The address that gets the updates while it is set; `base_delay` is the first pause after a failure."""

    def __init__(self, queue: UpdateQueue, journal: Journal, *, base_delay: float = 1.0) -> None:
        self.queue, self.journal, self.base_delay = queue, journal, base_delay
        self.url, self.secret, self.max_connections = "", "", 40
        self.last_error: tuple[int, str] | None = None
        self._gone_since: float | None = None
        self._lanes: dict[int, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._http: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(self.max_connections)
        queue.on_push.append(self._take)

    def set(self, url: str, secret: str = "", max_connections: int = 40) -> None:
        self.clear()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._slots = asyncio.Semaphore(max_connections)
        for item in self.queue.live().values():
            self._take(item.update)

    def clear(self) -> None:
        self.url, self._gone_since, self.last_error = "", None, None
        self._lanes.clear()
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        self.clear()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._http is not None:
            await self._http.close()

    def info(self) -> Json:
        failed = {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]} if self.last_error else {}
        place = {"max_connections": self.max_connections, "ip_address": "127.0.0.1"} if self.url else {}
        allowed = {"allowed_updates": sorted(self.queue.allowed)} if self.queue.allowed else {}
        pending = len(self.queue.live())
        return {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending, **failed, **place, **allowed}

    def _take(self, update: Json) -> None:
        if not self.url:
            return
        key = chat_of(update) or update["update_id"]
        if key in self._lanes:
            self._lanes[key].append(update["update_id"])
            return
        self._lanes[key] = deque([update["update_id"]])
        task = asyncio.get_running_loop().create_task(self._work(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, key: int) -> None:
        lane = self._lanes[key]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        if self._lanes.get(key) is lane:
            del self._lanes[key]

    async def _deliver(self, update_id: int) -> None:
        """Try until it is taken, expires, or the webhook goes away."""
        for attempt in range(1_000_000):
            item = self.queue.live().get(update_id)
            if item is None or not self.url:
                return
            async with self._slots:
                status, wait = await self._post(item.update)
            taken = 200 <= status < 300
            if taken:
                self._gone_since = None
                self.queue.forget(update_id)
            else:
                self._note_failure(status)
            self.journal.write("webhook", self.queue.clock.now(), update_ids=[update_id], status=status, attempt=attempt + 1)
            if taken:
                return
            await asyncio.sleep(wait if wait is not None else self._pause(attempt))

    def _pause(self, attempt: int) -> float:
        return min(self.base_delay * float(2 ** min(attempt, 10)), random.uniform(60, 120))

    async def _post(self, update: Json) -> tuple[int, float | None]:
        """Return the status (0: nobody answered) and the Retry-After, if any."""
        self._http = self._http or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        headers = {"Content-Type": "application/json"} | ({"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {})
        with suppress(aiohttp.ClientError, TimeoutError):
            async with self._http.post(self.url, data=orjson.dumps(update), headers=headers, allow_redirects=False) as answer:
                await answer.read()
                wait = answer.headers.get("Retry-After", "")
                return answer.status, min(float(wait), 3600.0) if wait.isdigit() else None
        return 0, None

    def _note_failure(self, status: int) -> None:
        now = self.queue.clock.now()
        text = f"Wrong response from the webhook: {status}" if status else "Connection refused"
        self.last_error = int(now), text
        if status != 410:
            self._gone_since = None
            return
        self._gone_since = self._gone_since or now
        if now - self._gone_since > GONE_LIMIT:
            self.url = ""
