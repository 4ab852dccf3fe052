"""The emulator as a process of its own, driven from a test by plain blocking calls."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from tests.emulator.journal import read_journal

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]


class Remote:
    """Orders to a running emulator; each method is one order of control.py."""

    def __init__(self, url: str, control_url: str, token: str) -> None:
        self.url, self.control_url, self.token = url, control_url, token

    def ask(self, order: str, patience: float = 60.0, /, **ask: Any) -> Any:
        address = urlsplit(self.control_url)
        connection = HTTPConnection(address.hostname or "", address.port, timeout=patience)
        try:
            connection.request("POST", f"/_control/{order}", json.dumps(ask), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise AssertionError(f"{order}: {body.decode()}")
        return json.loads(body)

    def phone(self, person: int, name: str = "") -> "RemotePhone":
        return RemotePhone(self, person, name)

    def push(self, *updates: Json) -> list[int]:
        """Queue raw updates, good or broken."""
        found: list[int] = self.ask("push", updates=updates)
        return found

    def arrive(self, n: int, chats: int | list[int] = 1, texts: str | list[str] = "/tiendo", **how: Any) -> int:
        """Queue n updates over chats; see bulk() for kind and data; `rate` a second, wait=False not to wait for them."""
        patience = 60.0 + (n / how["rate"] if how.get("rate") else 0.0)
        return int(self.ask("arrive", patience, n=n, chats=chats, texts=texts, **how))

    def meet(self, ids: list[int], *, started: bool = True) -> None:
        self.ask("meet", ids=ids, started=started)

    def stats(self) -> Json:
        found: Json = self.ask("stats")
        return found

    def journal(self, since: int = 0) -> list[Json]:
        found: list[Json] = self.ask("journal", since=since)
        return found

    def delivered(self, chat: int | None = None) -> list[Json]:
        found: list[Json] = self.ask("delivered", chat=chat)
        return found

    def until(self, *, delivered: int | None = None, pending: int | None = None, timeout: float = 30.0) -> Json:
        """Wait until so many messages came out, or at most so many updates are left; return the figures."""
        found: Json = self.ask("until", timeout + 5, delivered=delivered, pending=pending, timeout=timeout)
        return found

    def fault(self, **spec: Any) -> None:
        """Add one fault (the fields of Fault, or `lasts` seconds)."""
        self.ask("faults", add=[spec])

    def clear_faults(self) -> None:
        self.ask("faults", clear=True)

    def set(self, **values: Any) -> None:
        """Set latency, limits={...}, advance (of the clock), tap_life, repeat_wait, webhook_delay, revoked."""
        self.ask("settings", **values)

    def drop_taps(self) -> int:
        return int(self.ask("drop", kind="callback_query"))

    def drop(self) -> int:
        return int(self.ask("drop"))

    def redeliver(self, *ids: int) -> None:
        self.ask("redeliver", ids=ids)

    def pending(self) -> list[Json]:
        found: list[Json] = self.ask("pending")
        return found

    def unplug(self) -> None:
        self.ask("plug", **{"in": False})

    def plug_in(self) -> None:
        self.ask("plug", **{"in": True})

    def violations(self) -> list[str]:
        found: list[str] = self.ask("violations")
        return found

    def reset(self) -> None:
        self.ask("reset")


class RemotePhone:
    """A phone in the other process: the verbs of Phone, blocking."""

    def __init__(self, remote: Remote, person: int, name: str) -> None:
        self.remote, self.id, self.name = remote, person, name

    def does(self, do: str, *args: Any, **how: Any) -> Any:
        wait = float(how.get("timeout", 5.0)) + 10
        return self.remote.ask("phone", wait, id=self.id, name=self.name, do=do, args=args, how=how)

    def says(self, text: str) -> Json:
        found: Json = self.does("says", text)
        return found

    def starts(self, payload: str = "") -> Json:
        found: Json = self.does("starts", payload)
        return found

    def taps(self, button: str, message: int | None = None) -> str:
        return str(self.does("taps", button, message))

    def hears(self, contains: str = "", *, timeout: float = 5.0) -> Json:
        """Wait for the next message (that contains a text); return it as a dict of the fields of Shown."""
        found: Json = self.does("hears", contains, timeout=timeout)
        return found

    def sees(self, contains: str, *, timeout: float = 5.0) -> Json:
        found: Json = self.does("sees", contains, timeout=timeout)
        return found

    def blocks(self) -> None:
        self.does("blocks")

    def unblocks(self) -> None:
        self.does("unblocks")

    @property
    def screen(self) -> list[Json]:
        found: list[Json] = self.does("screen")
        return found


class EmulatorProcess(Remote):
    """Starts `python -m tests.emulator`, ends it by its own handle; the journal file stays.

    Args:
        journal: what was asked and delivered, a line each.
        options: of its command line.
        environment: added to our own.
    """

    def __init__(self, journal: Path, *options: str, environment: Mapping[str, str] | None = None) -> None:
        self.journal_path = journal
        command = [sys.executable, "-m", "tests.emulator", "--journal", str(journal), *options]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | (environment or {}))
        line = self.process.stdout.readline() if self.process.stdout else ""
        if not line:
            raise RuntimeError(f"the emulator did not start (exit {self.process.wait(5)})")
        address = json.loads(line)
        super().__init__(address["url"], address["control"], address["token"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def written(self) -> list[Json]:
        """Return the journal from the file, the oracle after kills."""
        return read_journal(self.journal_path)
