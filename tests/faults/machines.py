"""Two machines with one database, as compose.yaml starts them: `nhacviec run` twice behind its proxy, each with a line to
PostgreSQL that can be cut.
"""

import asyncio
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.request import urlopen

from sqlalchemy import text

from storage.db import Store
from tests.emulator.remote import Remote
from tests.faults import kills
from tests.faults.compose import Container, containers, placed
from tests.postgres import free_port
from tests.program import OURS, ROOT

HOST = "127.0.0.1"
OURS_TOO = ("POSTGRES_", "BACKUP_", "METRICS_", "LOG_FORMAT", "CLAMAV_", "UPLOAD_", "FORWARDED_")


class Line:
    """A port that leads to the first of some others that takes the call, in turn: a proxy, or a cable that can be cut."""

    def __init__(self, *targets: int, port: int = 0) -> None:
        self.port, self._targets, self._turn, self._is_cut = port or free_port(), list(targets), 0, False
        self._ends: set[asyncio.StreamWriter] = set()
        self._die, self._word, self._one_of, self.lost = random.Random(52), b"", 0, 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._taken, HOST, self.port))

    def cut(self) -> None:
        """Break what is under way and refuse what comes."""
        self._do(self._cut())

    def mend(self) -> None:
        self._is_cut = False

    def loses_answers(self, to: bytes, one_of: int) -> None:
        """Take one in so many requests that hold a word, and break the line before the answer is through; 0: none."""
        self._word, self._one_of = to, one_of

    def close(self) -> None:
        self.cut()
        self._server.close()
        self._do(self._settle())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _cut(self) -> None:
        self._is_cut = True
        for end in self._ends:
            end.transport.abort()

    async def _settle(self) -> None:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = {writer}
        self._ends.add(writer)
        with contextlib.suppress(OSError):
            if not self._is_cut and (far := await self._call()):
                ends.add(far[1])
                self._ends.add(far[1])
                mute = asyncio.Event()
                await asyncio.gather(self._pour(reader, far[1], mute.set), self._pour(far[0], writer, is_mute=mute.is_set))
        for end in ends:
            end.transport.abort()
        self._ends -= ends

    async def _pour(self, reader, writer, lose=None, is_mute=lambda: False) -> None:
        with contextlib.suppress(OSError):
            while (piece := await reader.read(1 << 16)) and not is_mute():
                if lose and self._one_of and self._word in piece and not self._die.randrange(self._one_of):
                    self.lost += 1
                    lose()
                writer.write(piece)
                await writer.drain()
        writer.transport.abort()

    async def _call(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for _ in self._targets:
            self._turn += 1
            with contextlib.suppress(OSError):
                return await asyncio.open_connection(HOST, self._targets[self._turn % len(self._targets)])
        return None


class Caddy:
    """The proxy of compose.yaml itself, with its own configuration.

    Args:
        folder: where the configuration is put.
        config: its text, the places in it those of this machine.
        port: where it listens.
    """

    def __init__(self, folder: Path, config: str, port: int) -> None:
        self.port = port
        (folder / "Caddyfile").write_text(config)
        with (folder / "caddy.log").open("ab") as log:
            home = {"PATH": os.environ["PATH"], "HOME": str(folder)}
            command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
            self.process = subprocess.Popen(command, cwd=folder, env=home, stdout=log, stderr=log)

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)


class Machine:
    """One container that runs our program: its command and its environment, a port and a line to the database of its own.

    Args:
        folder: where it runs; the volume is its folder `data`, which all share.
        container: as compose.yaml and the image say.
        url: the address of the database as it is here.
    """

    def __init__(self, folder: Path, container: Container, url: str) -> None:
        server, _, database = url.rpartition("/")
        self.container, self.folder = container, folder
        self.port, self.line = free_port(), Line(int(server.rpartition(":")[2]))
        self.log = folder / f"{container.name}.log"
        self.places = {
            "0.0.0.0:8000": f"{HOST}:{self.port}",
            "postgres/nhacviec": f"{HOST}:{self.line.port}/{database}",
            "/data": str(folder / "data"),
        }
        theirs = {key: value for key, value in os.environ.items() if not key.startswith((*OURS, *OURS_TOO))}
        ours = {key: placed(value, self.places) for key, value in container.environment.items()}
        self.environment = theirs | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"} | ours
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program, *words = self.container.command
        assert program == "nhacviec"
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot", *words]
            self.process = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)

    def gets(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End it, within the time that it is given there; at its end it stood within its limits."""
        assert self.process is not None
        status = (Path("/proc") / str(self.process.pid) / "status").read_text()
        found = dict(line.split(":", 1) for line in status.splitlines())
        assert int(found["VmHWM"].split()[0]) << 10 < self.container.memory
        assert int(found["Threads"]) < self.container.processes
        self.gets(number)
        return self.process.wait(self.container.grace)


class Machines:
    """Those of the profile `two`, and the proxy in front, which gives webhooks to either.

    Attributes:
        all: the machines, in the order in which compose.yaml names them.
    """

    def __init__(self, folder: Path, url: str, remote: Remote) -> None:
        self.store, door = Store(url), free_port()
        (folder / "data").mkdir()
        told = {"TELEGRAM_API_URL": remote.url, "TELEGRAM_BOT_TOKEN": remote.token, "WEB_URL": f"http://{HOST}:{door}"}
        hooked = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "bi-mat-thu"}
        database = {"DATABASE_URL": "postgresql://nhacviec:mat-khau@postgres/nhacviec", "POSTGRES_PASSWORD": "mat-khau"}
        self.started = containers("two", **told, **hooked, **database)
        self.all = [Machine(folder, one, url) for one in self.started.values() if one.command[:1] == ("nhacviec",)]
        self.proxy = self._proxy(folder, self.started["proxy"], door)

    def _proxy(self, folder: Path, container: Container, door: int) -> "Caddy | Line":
        """Caddy where it is installed, else a stand-in that asks the next one when nobody takes the call."""
        places = {f"{one.container.name}:8000": f"{HOST}:{one.port}" for one in self.all}
        assert all(place in container.config for place in (*places, ":8080 {"))
        if shutil.which("caddy") is None:
            return Line(*(one.port for one in self.all), port=door)
        return Caddy(folder, placed(container.config, places | {":8080 {": f":{door} {{"}), door)

    def start(self) -> None:
        for one in self.all:
            one.start()
        doors = (*(one.port for one in self.all), self.proxy.port)
        self.waits(lambda: all(health(port) == 200 for port in doors) and self.leader() is not None)

    def leader(self) -> Machine | None:
        """Who holds the lease now, as the database sees it."""
        with self.store.transaction() as db:
            owner = db.scalar(text("SELECT owner FROM lease WHERE name = 'sender' AND expires_at > clock_timestamp()"))
        return next((one for one in self.all if one.process and owner and owner.startswith(f"{one.process.pid}-")), None)

    def waits(self, is_so: Callable[[], bool], seconds: float = 90) -> None:
        assert kills.wait_until(is_so, seconds), "\n".join(one.log.read_text()[-1500:] for one in self.all)

    def close(self) -> None:
        for one in self.all:
            if one.process is not None and one.process.poll() is None:
                one.process.kill()
                one.process.wait(30)
            one.line.close()
        self.proxy.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def health(port: int) -> int:
    """The status of `/healthz`; 0 when nobody answers in time."""
    try:
        with urlopen(f"http://{HOST}:{port}/healthz", timeout=15) as told:
            return int(told.status)
    except HTTPError as refused:
        return refused.code
    except (OSError, HTTPException):
        return 0
