"""Telegram's flood limits: counted always, enforced when strict."""

import math
from collections import deque
from dataclasses import dataclass, field

from tests.emulator.clock import Clock
from tests.emulator.errors import ApiError, too_many


@dataclass
class Limits:
    """About 30 messages a second in all, 1 a second in a chat after a burst, 20 a minute in a group."""

    clock: Clock
    strict: bool = False
    per_second: int = 30
    chat_rate: float = 1.0
    chat_burst: int = 20
    group_per_minute: int = 20
    penalty: int = 1
    broken: int = 0
    _all: deque[float] = field(default_factory=deque)
    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def set(self, **values: float) -> None:
        for name, value in values.items():
            if name not in {"strict", "per_second", "chat_rate", "chat_burst", "group_per_minute", "penalty"}:
                raise ValueError(f"no such limit: {name}")
            setattr(self, name, value)

    def check(self, chat: int, count: int = 1) -> ApiError | None:
        """Count `count` messages to a chat; return the 429 if that is too many and the limits are strict."""
        now = self.clock.monotonic()
        wait = max(self._overall(now, count), self._in_chat(chat, now, count), self._in_group(chat, now, count))
        if wait > 0:
            self.broken += 1
            if self.strict:
                return too_many(max(self.penalty, math.ceil(wait)))
        self._count(chat, now, count)
        return None

    def _overall(self, now: float, count: int) -> float:
        return _window(self._all, now, 1.0, self.per_second, count)

    def _in_group(self, chat: int, now: float, count: int) -> float:
        return _window(self._groups.setdefault(chat, deque()), now, 60.0, self.group_per_minute, count) if chat < 0 else 0.0

    def _tokens(self, chat: int, now: float) -> float:
        tokens, at = self._buckets.get(chat, (float(self.chat_burst), now))
        return min(float(self.chat_burst), tokens + (now - at) * self.chat_rate)

    def _in_chat(self, chat: int, now: float, count: int) -> float:
        return max(0.0, min(count, self.chat_burst) - self._tokens(chat, now)) / self.chat_rate

    def _count(self, chat: int, now: float, count: int) -> None:
        self._all.extend([now] * count)
        self._buckets[chat] = (self._tokens(chat, now) - count, now)
        if chat < 0:
            self._groups[chat].extend([now] * count)


def _window(times: deque[float], now: float, length: float, most: int, count: int) -> float:
    """Return how long until `count` more fit into the window."""
    while times and now - times[0] >= length:
        times.popleft()
    over = len(times) + min(count, most) - most
    return times[over - 1] + length - now if over > 0 else 0.0
