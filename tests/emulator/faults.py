"""The script of faults: what goes wrong, for which method and chat, how often."""

import math
import random
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import Any, Literal

from tests.emulator.clock import Clock
from tests.emulator.errors import ApiError, too_many

Json = dict[str, Any]
PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"


@dataclass
class Fault:
    """One thing that goes wrong. First come, first served: the oldest fault that matches and has times left acts.

    Matching: `method` is a pattern (`send*`; `download` for files), `chat`, `contains` a part of the text.
    `after` lets that many matches pass first; `times` None lasts until cleared; `chance` draws from a seeded source;
    `until` is a time of the emulator's monotonic clock at which it ends.
    Effect: wait `delay` seconds, then one of `cut` (the connection, before or after the request was applied), `hang`
    (never answer), `status` with `body` (text, or JSON), else answer normally. `applied` does the work despite `status`.
    `twist` repeats, reverses or shuffles what getUpdates answers. `cut_at` (0 to 1), `rate` (bytes a second) and `length`
    (a lying Content-Length) belong to `download`.
    """

    method: str = "*"
    chat: int | None = None
    contains: str = ""
    after: int = 0
    times: int | None = 1
    chance: float = 1.0
    until: float | None = None
    delay: float = 0.0
    cut: Literal["", "before", "after"] = ""
    hang: bool = False
    status: int = 0
    body: str | Json | None = None
    content_type: str = "application/json"
    applied: bool = False
    twist: Literal["", "repeat", "reverse", "shuffle"] = ""
    cut_at: float | None = None
    rate: int | None = None
    length: int | None = None
    hits: int = 0

    def matches(self, method: str, chat: int | None, text: str) -> bool:
        return fnmatchcase(method, self.method) and self.chat in (None, chat) and self.contains in text

    @classmethod
    def answering(cls, error: ApiError, **how: Any) -> "Fault":
        """A refusal in the Bot API's own form."""
        return cls(status=error.code, body=error.body(), **how)


class Faults:
    """The faults still to come, oldest first."""

    def __init__(self, clock: Clock, seed: int = 1) -> None:
        self.clock, self.random = clock, random.Random(seed)
        self.script: list[Fault] = []

    def add(self, *faults: Fault, **how: Any) -> None:
        self.script += list(faults) if faults else [Fault(**how)]

    def add_json(self, spec: Json) -> None:
        """Add a fault that came over the control interface; `lasts` seconds stands for `until`."""
        known = {item.name for item in fields(Fault)}
        lasts, spec = spec.get("lasts"), {key: value for key, value in spec.items() if key in known}
        self.add(Fault(**spec | ({"until": self.clock.monotonic() + lasts, "times": None} if lasts else {})))

    def clear(self) -> None:
        self.script.clear()

    def meet(self, method: str, chat: int | None = None, text: str = "") -> Fault | None:
        """Return the fault that befalls this request and count it."""
        self.script = [fault for fault in self.script if fault.until is None or fault.until > self.clock.monotonic()]
        for fault in self.script:
            if not fault.matches(method, chat, text) or (fault.chance < 1 and self.random.random() >= fault.chance):
                continue
            fault.hits += 1
            if fault.hits <= fault.after:
                continue
            if fault.times is not None and fault.hits >= fault.after + fault.times:
                self.script.remove(fault)
            return fault
        return None

    def refuse(self, error: ApiError, method: str = "send*", **how: Any) -> None:
        """Answer with an error of the Bot API: `refuse(forbidden("bot was blocked by the user"), chat=5)`."""
        self.add(Fault.answering(error, method=method, **how))

    def flood(self, seconds: float, method: str = "send*", **how: Any) -> None:
        """429 to every such call from now on for so many seconds; the retry_after counts down."""
        error = too_many(math.ceil(seconds))
        self.add(Fault.answering(error, method=method, times=None, until=self.clock.monotonic() + seconds, **how))

    def proxy_error(self, status: int = 502, method: str = "*", **how: Any) -> None:
        """An HTML page of a proxy between the bot and Telegram, also a 429 without parameters."""
        self.add(Fault(method=method, status=status, body=PROXY_PAGE, content_type="text/html", **how))

    def cut(self, when: Literal["before", "after"], method: str = "send*", **how: Any) -> None:
        """Cut the connection before the request is applied, or after it was (the bot cannot know which)."""
        self.add(Fault(method=method, cut=when, **how))

    def black_hole(self, method: str = "*", **how: Any) -> None:
        """Take requests and never answer, until the faults are cleared."""
        self.add(Fault(method=method, hang=True, times=how.pop("times", None), **how))

    def body_of(self, fault: Fault) -> str | Json:
        """Return the body to answer with; the wait in a 429 that lasts counts down."""
        if fault.body is None:
            return ApiError(fault.status, f"Fault {fault.status}").body()
        if fault.until is not None and isinstance(fault.body, dict) and "retry_after" in fault.body.get("parameters", {}):
            return too_many(max(1, math.ceil(fault.until - self.clock.monotonic()))).body()
        return fault.body
