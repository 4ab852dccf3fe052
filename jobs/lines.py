"""The channels as delivery sees them: each with its own pace, its own back-off, and for how long it has been away."""

import math
import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from jobs.outcome import Sender
from jobs.pace import Pacer
from storage.access import web_chats

SILENT = frozenset({web_chats.CHANNEL})  # whoever does not look there by themselves learns nothing
FIRST_RETRY, LAST_RETRY = 2.0, 300.0
CALM = 120.0  # seconds without a send of which nobody knows whether it arrived


class Lines:
    """One line a channel; one that is down holds nobody else up.

    Args:
        senders: channels by name.
        pacer: the limits and the clock that each line gets for itself.
    """

    def __init__(self, senders: Mapping[str, Sender], pacer: Pacer) -> None:
        self._senders, self._like, self.clock = senders, pacer, pacer.clock
        self._pacers: dict[str, Pacer] = {}
        self._failures: dict[str, int] = {}
        self._away_since: dict[str, float] = {}
        self._doubted_at: dict[str, float] = {}
        self._lost: set[str] = set()
        self._nothing_until: dict[str, float] = {}

    def pacer(self, channel: str) -> Pacer:
        if channel not in self._pacers:
            self._pacers[channel] = replace(self._like)
        return self._pacers[channel]

    def running(self) -> list[str]:
        """Channels on which people are written to, but those that were stopped."""
        return [name for name, one in self._senders.items() if one.abilities.messages and name not in self._lost]

    def usable(self) -> list[str]:
        """Channels to which others may fall over: those that ring somebody's phone and are not away themselves."""
        return [name for name in self.running() if name not in SILENT and name not in self._away_since]

    def free(self, most: int, *, early: bool = False) -> dict[str, int]:
        """How many sends, or answers (`early`), may start now on each channel."""
        rooms = {name: self.pacer(name).free(most, early=early) for name in self.running()} if most > 0 else {}
        return {name: room for name, room in rooms.items() if room > 0}

    def wait(self, *, early: bool = False) -> float:
        """Seconds until a slot is free on any channel, for an answer if `early`; 0 when there is one."""
        return min((self.pacer(name).wait(early=early) for name in self.running()), default=0.0)

    def next_free(self) -> float:
        """Seconds until a slot is free on a channel that has none now; endless when all have one."""
        waits = (self.pacer(name).wait() for name in self.running())
        return min((one for one in waits if one > 0), default=math.inf)

    def nothing(self, channels: Iterable[str], seconds: float) -> None:
        """A look found nothing to send on these channels, for so long unless somebody rings.

        Args:
            channels: by name.
            seconds: until the next message is due; below zero when one is, but waits behind another to its chat.
        """
        self._nothing_until |= dict.fromkeys(channels, self.clock() + seconds)

    def rung(self) -> None:
        """Something was committed: there may be something to send on any channel."""
        self._nothing_until.clear()

    def quiet(self) -> list[str]:
        """Channels that need no look yet."""
        return [name for name, end in list(self._nothing_until.items()) if end > self.clock()]

    def is_held(self) -> bool:
        """Whether a message that is due waits behind another."""
        return any(end <= self.clock() for end in list(self._nothing_until.values()))

    def silence(self, longest: float) -> float:
        """Seconds until a channel with a free slot needs a look."""
        now = self.clock()
        return min((self._nothing_until.get(name, now) - now for name in self.free(1)), default=longest)

    def works(self, channel: str) -> None:
        """The platform answered; a channel that was stopped stays so."""
        if channel in self._lost:
            return
        self._failures.pop(channel, None)
        self._away_since.pop(channel, None)

    def failed(self, channel: str) -> None:
        """No connection: pause the line, with full jitter from two seconds to five minutes."""
        self._away_since.setdefault(channel, self.clock())
        self._failures[channel] = count = self._failures.get(channel, 0) + 1
        most: float = min(LAST_RETRY, FIRST_RETRY * 2**count)
        self.pacer(channel).pause(max(1.0, random.random() * most))  # noqa: S311 - jitter

    def doubted(self, channel: str) -> None:
        """Nobody knows whether what was just sent arrived."""
        self._doubted_at[channel] = self.clock()

    def is_calm(self, channel: str) -> bool:
        """Whether what was sent lately was answered."""
        return self.clock() - self._doubted_at.get(channel, -math.inf) >= CALM

    def away(self, longer: timedelta) -> dict[str, timedelta]:
        """Channels that have not answered for longer than this, and for how long."""
        spans = {name: timedelta(seconds=self.clock() - since) for name, since in self._away_since.items()}
        return {name: span for name, span in spans.items() if span >= longer}

    def lose(self, channel: str, after: timedelta) -> bool:
        """Stop a channel for good; what waits for it need not wait any longer.

        Returns:
            Whether another one is left that rings somebody's phone.
        """
        self._lost.add(channel)
        self._away_since[channel] = self.clock() - after.total_seconds()
        return any(name not in SILENT for name in self.running())
