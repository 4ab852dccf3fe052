"""Programs under measurement, seen from outside: started, timed, weighed, ended by their own handle."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456:bench"
TICKS = os.sysconf("SC_CLK_TCK")
Json = dict[str, Any]


class Program:
    """A child process of this benchmark.

    Args:
        command: what to start, below the checkout.
        environment: what it is told beside our own.
        log: file for what it says; None = nowhere.
    """

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None, log: Path | None = None) -> None:
        self._log = log.open("wb") if log else subprocess.DEVNULL
        settings = os.environ | (environment or {})
        self.process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=self._log, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(40)
        if self.process.stdout:
            self.process.stdout.close()
        if not isinstance(self._log, int):
            self._log.close()

    def alive(self) -> bool:
        return self.process.poll() is None

    def cpu(self) -> float:
        """Seconds of user and system time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> int:
        """The most memory so far, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) // 1024


class Platform(Program):
    """The fast emulator as a process of its own."""

    def __init__(self) -> None:
        super().__init__(["-m", "tests.benchmarks.server"])
        assert self.process.stdout is not None
        self.port = int(json.loads(self.process.stdout.readline())["port"])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, order: str, **ask: Any) -> Any:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", f"/control/{order}", json.dumps(ask))
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def figures(self) -> Json:
        found: Json = self.ask("figures")
        return found

    def until(self, sends: int, bot: Program, patience: float = 120.0) -> Json:
        """Wait until so many messages came out.

        Raises:
            RuntimeError: the bot ended, or never got so far.
        """
        end = time.monotonic() + patience
        while (found := self.figures())["sends"] < sends:
            if not bot.alive() or time.monotonic() > end:
                raise RuntimeError(f"{found['sends']} of {sends} messages came, bot alive: {bot.alive()}")
            time.sleep(0.02)
        return found

    def until_polled(self, bot: Program) -> None:
        """Wait until the bot asks for updates: it is ready."""
        end = time.monotonic() + 60
        while not self.figures()["parked"]:
            if not bot.alive() or time.monotonic() > end:
                raise RuntimeError("the bot never polled")
            time.sleep(0.01)
