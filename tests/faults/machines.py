"""Two machines with one database: `nhacviec run` twice behind a proxy, each with a line to PostgreSQL that can be cut."""

import asyncio
import contextlib
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from sqlalchemy import text

from storage.db import Store
from tests.emulator.remote import Remote
from tests.faults import kills
from tests.postgres import free_port

HOST = "127.0.0.1"


class Line:
    """A port that leads to the first of some others that takes the call, in turn: a proxy, or a cable that can be cut."""

    def __init__(self, *targets: int) -> None:
        self.port, self._targets, self._turn, self._is_cut = free_port(), list(targets), 0, False
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


class Machine:
    """One `nhacviec run` of several: an own port for webhooks, an own line to the database, a folder that all share."""

    def __init__(self, folder: Path, url: str, remote: Remote, port: int, door: int) -> None:
        database = int(url.rpartition("/")[0].rpartition(":")[2])
        self.port, self.line = port, Line(database)
        self.log = folder / f"machine-{self.port}.log"
        here = url.replace(f":{database}/", f":{self.line.port}/")
        webhook = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "bi-mat-thu", "WEB_URL": f"http://{HOST}:{door}"}
        self.program = kills.connected(remote, folder, here, WEB_BIND=f"{HOST}:{self.port}", **webhook)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot", "run"]
            self.process = subprocess.Popen(command, cwd=self.program.folder, env=self.program.environment, stdout=log, stderr=log)

    def gets(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.gets(number)
        assert self.process is not None
        return self.process.wait(60)


class Machines:
    """Two of them and the proxy in front, which gives webhooks to either."""

    def __init__(self, folder: Path, url: str, remote: Remote) -> None:
        self.store, ports = Store(url), (free_port(), free_port())
        self.proxy = Line(*ports)
        self.all = [Machine(folder, url, remote, port, self.proxy.port) for port in ports]

    def start(self) -> None:
        for one in self.all:
            one.start()
        self.waits(lambda: self.leader() is not None and all(answers(one.port) for one in self.all))

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


def answers(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(2)
        return one.connect_ex((HOST, port)) == 0
