"""The queue of updates and the rules of getUpdates."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.emulator.clock import Bell, Clock
from tests.emulator.errors import OTHER_POLL, ApiError

Json = dict[str, Any]
MESSAGE_LIFE, TAP_LIFE = 86400.0, 150.0
FUTURE = 10
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def kind_of(update: Json) -> str:
    return next((key for key in update if key != "update_id"), "")


def chat_of(update: Json) -> int | None:
    """Return the chat an update belongs to, if it says so."""
    body = update.get(kind_of(update))
    if not isinstance(body, dict):
        return None
    chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
    found = chat.get("id") if isinstance(chat, dict) else None
    return found if isinstance(found, int) else None


@dataclass
class Waiting:
    """An update and when Telegram forgets it."""

    update: Json
    expires_at: float


class UpdateQueue:
    """Updates not yet confirmed; a confirmed one is remembered for a while so that a fault can repeat it."""

    def __init__(self, clock: Clock, bell: Bell, *, first_id: int = 700_000_001, repeat_wait: float = 3.0) -> None:
        self.clock, self.bell, self.next_id, self.repeat_wait = clock, bell, first_id, repeat_wait
        self.waiting: dict[int, Waiting] = {}
        self.confirmed: dict[int, Json] = {}
        self.allowed: frozenset[str] = frozenset()
        self.tap_life = TAP_LIFE
        self.on_push: list[Callable[[Json], None]] = []
        self._poll: asyncio.Future[None] | None = None
        self._last = (0, float("-inf"))
        self._next_conflict = 0.0
        self._soonest = float("inf")

    @property
    def polled(self) -> bool:
        """Say whether the bot waits in getUpdates now."""
        return self._poll is not None

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in LEFT_OUT_BY_DEFAULT

    def allow(self, kinds: list[str] | None) -> None:
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def push(self, update: Json) -> int | None:
        """Queue an update under the next id, unless the bot asked not to get its kind."""
        kind = kind_of(update)
        if not self.wants(kind):
            return None
        update = {"update_id": update.get("update_id", self.next_id)} | update
        self.next_id = update["update_id"] + 1
        self._put(update, self.tap_life if kind == "callback_query" else MESSAGE_LIFE)
        return int(update["update_id"])

    def _put(self, update: Json, life: float) -> None:
        item = self.waiting[update["update_id"]] = Waiting(update, self.clock.now() + life)
        self._soonest = min(self._soonest, item.expires_at)
        self.wake()
        for told in self.on_push:
            told(update)

    def redeliver(self, *update_ids: int) -> None:
        """Put confirmed updates back under their old ids, as a lost confirmation does."""
        for update_id in update_ids:
            self._put(self.confirmed[update_id], MESSAGE_LIFE)

    def forget(self, update_id: int) -> None:
        if found := self.waiting.pop(update_id, None):
            self.confirmed[update_id] = found.update
            if len(self.confirmed) > 20_000:
                self.confirmed.pop(next(iter(self.confirmed)))

    def drop(self, kind: str = "") -> int:
        """Lose what waits (of one kind), as an outage does; return how many."""
        gone = [uid for uid, item in self.waiting.items() if not kind or kind_of(item.update) == kind]
        for uid in gone:
            del self.waiting[uid]
        return len(gone)

    def live(self) -> dict[int, Waiting]:
        """Return what waits, after forgetting what expired."""
        if (now := self.clock.now()) >= self._soonest:
            self.waiting = {uid: item for uid, item in self.waiting.items() if item.expires_at > now}
            self._soonest = min((item.expires_at for item in self.waiting.values()), default=float("inf"))
        return self.waiting

    async def get(self, offset: int, limit: int, wait: float) -> list[Json]:
        """Answer getUpdates; an older poll that still waits ends with 409 when this one has to wait too."""
        limit, wait = self._tempered(offset, limit, wait)
        self._confirm(offset)
        if not (batch := self._batch(limit)) and wait > 0:
            self.end_poll(OTHER_POLL)
            await self._wait(wait)
            batch = self._batch(limit)
        return batch

    def end_poll(self, description: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(ApiError(409, description))

    async def conflict_pause(self) -> None:
        """Hold a 409 back if there was one a moment ago, so that two pollers do not spin."""
        now = self.clock.monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(self.repeat_wait)
        else:
            self._next_conflict = now + self.repeat_wait

    def wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _tempered(self, offset: int, limit: int, wait: float) -> tuple[int, float]:
        """Slow a caller down who asks for the same offset again at once."""
        limit, wait = min(max(limit, 1), 100), min(max(wait, 0), 50)
        now, (last_offset, last_at) = self.clock.monotonic(), self._last
        self._last = offset, now
        if offset == last_offset and now < last_at + self.repeat_wait:
            return (1 if now < last_at + self.repeat_wait / 6 else limit), max(wait, self.repeat_wait)
        return limit, wait

    def _confirm(self, offset: int) -> None:
        """Forget what lies before the offset: counted from the end if negative, ignored if far in the future."""
        offset = self.next_id + offset if offset < 0 else offset
        if offset > self.next_id + FUTURE:
            return
        for uid in [uid for uid in self.live() if uid < offset]:
            self.forget(uid)

    def _batch(self, limit: int) -> list[Json]:
        live = self.live()
        return [live[uid].update for uid in sorted(live)[:limit]]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        self.bell.ring()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
