"""What happens at the emulated platform: updates waiting, sends counted and timed, and a limit that is enforced."""

import asyncio
import itertools
import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

import orjson

CHAT = re.compile(rb'(?:(?:^|&)chat_id=|name="chat_id".*?\r\n\r\n)(-?\d+)', re.DOTALL)  # a form, or one with a file
PHOTO = [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]
TEXT = re.compile(rb"(?:^|&)text=([^&]*)")
OFFSET = re.compile(rb"offset=(-?\d+)")
MOST = 100
BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
WRITES = {"sendMessage", "editMessageText", "sendPhoto"}
Json = dict[str, Any]


class Scene:
    """One bot's platform.

    Attributes:
        limit: sends allowed in any second; the next one is refused with 429. 0 = no limit.
    """

    def __init__(self) -> None:
        self.limit, self.next_update, self.message = 0, 1, 1_000_000
        self.waiting: deque[tuple[int, bytes]] = deque()
        self._parked: list[Callable[[], None]] = []
        self._timers: set[asyncio.TimerHandle] = set()
        self.forget()

    def forget(self) -> None:
        """Start counting anew."""
        self.calls: Counter[str] = Counter()
        self.sends: list[float] = []
        self.refused = 0
        self.seconds: list[float] = []
        self._asked: defaultdict[int, deque[float]] = defaultdict(deque)

    def call(self, method: str, body: bytes) -> tuple[int, bytes]:
        """Answer one method of the Bot API."""
        self.calls[method] += 1
        if method in WRITES:
            return self._write(body)
        if method == "getMe":
            return 200, orjson.dumps({"ok": True, "result": BOT})
        return 200, b'{"ok":true,"result":true}'

    def _write(self, body: bytes) -> tuple[int, bytes]:
        now, chat = time.monotonic(), int(CHAT.search(body)[1])  # type: ignore[index]
        if self.limit and len(self.sends) >= self.limit and now - self.sends[-self.limit] < 1:
            self.refused += 1
            return 429, b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1}}'
        self.sends.append(now)
        if self._asked[chat]:
            self.seconds.append(now - self._asked[chat].popleft())
        self.message += 1
        text = TEXT.search(body)
        whose = {"id": chat, "type": "private", "first_name": "X"}
        result = {"message_id": self.message, "from": BOT, "chat": whose, "date": int(time.time())}
        result |= {"text": unquote_plus(text[1].decode())} if text else {"photo": PHOTO}
        return 200, orjson.dumps({"ok": True, "result": result})

    def updates(self, body: bytes) -> list[bytes]:
        """What waits from the asked offset on; everything before it is forgotten."""
        offset = OFFSET.search(body)
        while self.waiting and self.waiting[0][0] < int(offset[1] if offset else 0):
            self.waiting.popleft()
        return [update for _, update in itertools.islice(self.waiting, MOST)]

    def park(self, seconds: float, answer: Callable[[], None]) -> None:
        """Keep a poll until something comes or its time is over."""

        def once() -> None:
            timer.cancel()
            self._timers.discard(timer)
            if once in self._parked:
                self._parked.remove(once)
                answer()

        timer = asyncio.get_running_loop().call_later(seconds, once)
        self._timers.add(timer)
        self._parked.append(once)

    def order(self, name: str, ask: Json) -> Any:
        """Take an order of the benchmark: reset, arrive or figures."""
        return {"reset": self._reset, "arrive": self._arrive, "figures": self._figures}[name](**ask)

    def _reset(self, limit: int = 0) -> None:
        self.forget()
        self.waiting.clear()
        self.limit = limit

    def _arrive(self, chats: list[int], text: str = "", data: list[str] | None = None) -> float:
        """One update of each chat, all at once: a text, or a tap on a button with the data of that chat."""
        now = time.monotonic()
        for i, chat in enumerate(chats):
            update = self._update(chat, text, data[i] if data else "")
            self.waiting.append((self.next_update, orjson.dumps(update)))
            self.next_update += 1
            self._asked[chat].append(now)
        for answer in list(self._parked):
            answer()
        return now

    def _update(self, person: int, text: str, data: str) -> Json:
        who = {"id": person, "is_bot": False, "first_name": f"Cán bộ {person}", "language_code": "vi"}
        chat = {"id": person, "first_name": who["first_name"], "type": "private"}
        message: Json = {"message_id": self.next_update, "date": int(time.time()), "chat": chat}
        if data:
            tap = {"id": str(self.next_update), "from": who, "message": message | {"from": BOT, "text": "…"}, "data": data}
            return {"update_id": self.next_update, "callback_query": tap | {"chat_instance": "1"}}
        command = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]} if text[0] == "/" else {}
        return {"update_id": self.next_update, "message": message | {"from": who, "text": text} | command}

    def _figures(self) -> Json:
        return {
            "calls": self.calls,
            "sends": len(self.sends),
            "first": self.sends[0] if self.sends else 0.0,
            "last": self.sends[-1] if self.sends else 0.0,
            "most_in_a_second": busiest(self.sends),
            "refused": self.refused,
            "answers": self.seconds,
            "parked": len(self._parked),
        }


def busiest(times: list[float]) -> int:
    """The most sends in any second, wherever it starts."""
    most = start = 0
    for end, at in enumerate(times):
        while at - times[start] >= 1:
            start += 1
        most = max(most, end - start + 1)
    return most
