"""How fast may be sent: one slot every 1/rate seconds in all, a burst and then a trickle per chat. Monotonic time only."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

EARLY = 0.9  # of a gap: so much before its time an answer may use the coming slot; any second still holds at most rate + 1 sends


@dataclass(frozen=True, slots=True)
class Limits:
    """Sends per second in all (0 = no limit), and per chat a burst refilled at a rate.

    Source: Telegram's bots FAQ (about 30/s in all, 1/s a chat with bursts, 20 a minute a group).
    """

    rate: float = 29
    burst: int = 20
    chat_rate: float = 1.0
    group_burst: int = 3
    group_rate: float = 18 / 60


@dataclass(slots=True)
class Pacer:
    """Grants slots.

    Answers come first, because whoever sends picks the most urgent row when a slot is free, and do not wait for the slot's time:
    in a broadcast that wait was most of an answer's delay (measured: benchmarks, "room").
    """

    limits: Limits = Limits()
    clock: Callable[[], float] = time.monotonic
    _slot: float = field(default=0.0, init=False)
    _paused_until: float = field(default=0.0, init=False)
    _chats: dict[str, tuple[float, float]] = field(default_factory=dict, init=False)

    def wait(self, *, early: bool = False) -> float:
        """Seconds until the next slot; 0 when one is free, which for an answer it is `early`."""
        slot = self._slot - EARLY / self.limits.rate if early and self.limits.rate else self._slot
        return max(0.0, max(slot, self._paused_until) - self.clock())

    def free(self, most: int, *, early: bool = False) -> int:
        """How many sends, or answers, may start now."""
        if self.wait(early=early) > 0:
            return 0
        return most if not self.limits.rate else min(most, 1)

    def take(self) -> None:
        """Use one slot; a late start keeps the timetable as long as it is less than a slot late."""
        if self.limits.rate:
            now, gap = self.clock(), 1 / self.limits.rate
            self._slot = (self._slot if now - self._slot < gap else now) + gap

    def pause(self, seconds: float) -> None:
        """The platform asked for silence; nothing that finishes meanwhile ends it early."""
        self._paused_until = max(self._paused_until, self.clock() + seconds)

    def chat_wait(self, chat: str, now: float) -> float:
        """Take a slot of one chat, or say in how many seconds there will be one.

        Args:
            chat: with its channel.
            now: by our clock; the same moment for all that are claimed together, so that none overtakes another of its chat.
        """
        if not self.limits.rate:
            return 0.0
        is_group = chat.partition(":")[2].startswith("-")
        burst, rate = (
            (self.limits.group_burst, self.limits.group_rate) if is_group else (self.limits.burst, self.limits.chat_rate)
        )
        tokens, at = self._chats.get(chat, (float(burst), now))
        tokens = min(burst, tokens + (now - at) * rate)
        if tokens < 1:
            self._chats[chat] = (tokens, now)
            return (1 - tokens) / rate
        self._chats[chat] = (tokens - 1, now)
        self._forget(now)
        return 0.0

    def _forget(self, now: float) -> None:
        """Chats that have long been quiet have a full burst anyway."""
        if len(self._chats) > 5_000:
            self._chats = {chat: value for chat, value in self._chats.items() if now - value[1] < 60}
