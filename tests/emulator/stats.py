"""Figures for benchmarks and faults: counts, sends in a second, time to answer."""

from collections import Counter, deque
from typing import Any


class Stats:
    """Counters of one run; times are seconds of the emulator's monotonic clock."""

    def __init__(self) -> None:
        self.methods: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.send_times: list[float] = []
        self.answers: list[float] = []
        self.refused = 0
        self._waiting: dict[int, deque[float]] = {}

    def called(self, method: str, status: int) -> None:
        self.methods[method] += 1
        self.statuses[status] += 1
        self.refused += status == 429

    def sent(self, chat: int, at: float, count: int = 1) -> None:
        self.send_times += [at] * count
        self.answered(chat, at)

    def asked(self, chat: int | None, at: float) -> None:
        """Note that a person of this chat waits for an answer."""
        if chat is not None:
            self._waiting.setdefault(chat, deque()).append(at)

    def answered(self, chat: int, at: float) -> None:
        if self._waiting.get(chat):
            self.answers.append(at - self._waiting[chat].popleft())

    def summary(self) -> dict[str, Any]:
        first, last = (self.send_times[0], self.send_times[-1]) if self.send_times else (None, None)
        return {
            "methods": dict(self.methods),
            "statuses": {str(code): n for code, n in self.statuses.items()},
            "sends": len(self.send_times),
            "first": first,
            "last": last,
            "span": last - first if first is not None and last is not None else 0.0,
            "most_in_a_second": busiest(self.send_times),
            "per_second": per_second(self.send_times),
            "refused_429": self.refused,
            "answers": [round(seconds, 6) for seconds in self.answers],
            "unanswered": sum(len(waiting) for waiting in self._waiting.values()),
        }


def busiest(times: list[float], window: float = 1.0) -> int:
    """Return the most events in any window of that length, wherever it starts."""
    most, start = 0, 0
    for end, at in enumerate(times):
        while at - times[start] >= window:
            start += 1
        most = max(most, end - start + 1)
    return most


def per_second(times: list[float]) -> list[int]:
    """Return the events of each whole second after the first one."""
    if not times:
        return []
    counts = Counter(int(at - times[0]) for at in times)
    return [counts[second] for second in range(int(times[-1] - times[0]) + 1)]
