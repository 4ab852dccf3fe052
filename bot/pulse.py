"""Whether the process itself still moves: the lag of its loop, and a watchdog that ends it so that the service manager starts
it anew. With systemd (`Type=notify`) it also says when it is ready and, as long as it moves, that it is.
"""

import asyncio
import logging
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

log = logging.getLogger(__name__)
BEAT = 1.0  # seconds
KEPT = 60  # beats whose lag is remembered
STUCK = 60  # beats in a row without a sign of life after which the process ends
SOFTWARE_FAULT = 70  # sysexits: something inside is wrong


class Pulse:
    """Beats in the loop; the clock and the loop are watched from a thread, which a blocked loop cannot hold up.

    The thread counts its own beats, not seconds: a process that was frozen (a suspended machine) and goes on is not stuck.

    Args:
        end: ends the process; None: only said in the log.
        stuck: beats without a sign of life after which it is called.
        beat: seconds.
    """

    def __init__(self, end: Callable[[int], object] | None = None, *, stuck: int = STUCK, beat: float = BEAT) -> None:
        self._end, self._stuck, self._beat = end, stuck, beat
        self._lags: deque[float] = deque([0.0], maxlen=KEPT)
        self._signs = {"loop": 0, "clock": 0}
        self._over = threading.Event()

    @property
    def lag(self) -> float:
        """The longest that the loop was held up during the last minute, in seconds."""
        return max(self._lags)

    def sign(self, part: str) -> None:
        """A part says that it is alive."""
        self._signs[part] += 1

    async def run(self) -> None:
        """Beat until cancelled."""
        watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        watcher.start()
        notify("READY=1")
        try:
            while True:
                due = time.monotonic() + self._beat
                await asyncio.sleep(self._beat)
                self._lags.append(max(0.0, time.monotonic() - due))
                self.sign("loop")
        finally:
            self._over.set()

    def _watch(self) -> None:
        silent, before = dict.fromkeys(self._signs, 0), dict(self._signs)
        while not self._over.wait(self._beat):
            for part, count in self._signs.items():
                silent[part] = silent[part] + 1 if count == before[part] else 0
            before = dict(self._signs)
            if max(silent.values()) >= self._stuck:
                stuck = [part for part, beats in silent.items() if beats * 2 >= self._stuck]
                log.critical("watchdog: no sign of life from the %s, the process has to be started anew", ", ".join(stuck))
                if self._end is not None:
                    self._end(SOFTWARE_FAULT)
                return
            notify("WATCHDOG=1")


def notify(what: str) -> None:
    """Tell systemd, if it listens: a datagram to the socket that it names (sd_notify(3))."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    place = "\0" + address[1:] if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        try:
            line.sendto(what.encode(), place)
        except OSError as wrong:
            log.warning("the service manager was not told %s: %s", what, wrong.strerror)
