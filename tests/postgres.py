"""A private PostgreSQL server for tests: Debian's binaries, a free loopback port, a folder of its own."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any, Self

import psycopg

from storage import migrate
from storage.db import Store

WHERE = Path("/usr/lib/postgresql")
MISSING = "PostgreSQL is not installed (Debian: apt install postgresql)"
ROLE = "nhacviec"
OPTIONS = (
    "listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=64MB", "max_connections=60", "max_wal_size=256MB",
)


class NoPostgres(Exception):
    """There is no server program here, or nobody to run it as."""


class Postgres:
    """A running server; `with Postgres() as server: server.fresh()` gives the address of a new, migrated database.

    Args:
        below: where its folder is made; the system's place for temporary files when None.
        durable: wait for the disk at each commit; only a power cut of the machine tells the difference.
    """

    def __init__(self, below: str | None = None, *, durable: bool = True) -> None:
        self.bin, self._runs_as = binaries(), runner()
        self.folder = Path(tempfile.mkdtemp(prefix="nhacviec-pg-", dir=below))
        self.options = (*OPTIONS, f"fsync={'on' if durable else 'off'}")
        self._names = count(1)
        if self._runs_as:
            shutil.chown(self.folder, self._runs_as, self._runs_as)
        try:
            self._call("initdb", "-D", f"{self.folder}/data", "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
            self.port = free_port()
            self.process = self._start()
            self.template = self._make_template()
        except BaseException:
            self.close()
            raise

    def fresh(self) -> str:
        """A database that nobody has used, with all tables."""
        name = f"test_{next(self._names)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {self.template}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def url(self, name: str) -> str:
        return f"postgresql://{ROLE}@127.0.0.1:{self.port}/{name}"

    def execute(self, statement: str) -> list[Any]:
        """One statement of the server's owner, outside of any test's database."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            found = db.execute(statement)  # type: ignore[arg-type]
            return found.fetchall() if found.description else []

    def crash(self) -> None:
        """Kill the server and all that it serves, as a power cut of its machine would, and start it again."""
        self.process.send_signal(signal.SIGQUIT)  # immediate shutdown: nothing is written out, recovery at the start
        self.process.wait(30)
        self.process = self._start()

    def close(self) -> None:
        process = getattr(self, "process", None)
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)  # fast shutdown
            process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        settings = [part for option in self.options for part in ("-c", option)]
        command = [self.bin / "postgres", "-D", self.folder / "data", "-p", str(self.port), *settings]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, user=self._runs_as, group=self._runs_as, extra_groups=self._groups
            )
        until = time.monotonic() + 120  # a recovery on a busy machine
        while not self._answers():
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()[-2000:]}")
            time.sleep(0.05)
        return process

    @property
    def _groups(self) -> list[str] | None:
        return [] if self._runs_as else None

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _make_template(self) -> str:
        self.execute("CREATE DATABASE migrated")
        store = Store(self.url("migrated"))
        with store.transaction() as db:
            migrate.upgrade(db)
        store.close()
        return "migrated"

    def _call(self, program: str, *arguments: str) -> None:
        command = [self.bin / program, *arguments]
        owner = {"user": self._runs_as, "group": self._runs_as, "extra_groups": self._groups}
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder, env={"PATH": os.defpath}, **owner)  # type: ignore[call-overload]


def binaries() -> Path:
    """The newest server that Debian installed.

    Raises:
        NoPostgres: there is none.
    """
    found = [folder for folder in WHERE.glob("*/bin") if (folder / "initdb").exists() and (folder / "postgres").exists()]
    if not found:
        raise NoPostgres(MISSING)
    return max(found, key=lambda folder: int(folder.parent.name))


def runner() -> str | None:
    """Whom to run the server as: ourselves, but never root, since PostgreSQL refuses that."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise NoPostgres("PostgreSQL does not run as root, and there is no user postgres")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
