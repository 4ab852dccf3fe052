"""The program as a process of its own: what an administrator types, and what comes back."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OURS = ("TELEGRAM_", "ZALO_", "WEB_", "DATABASE_URL", "DATA_DIR", "TIMEZONE", "SEND_RATE")


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def table(self) -> list[list[str]]:
        """Lines of columns with tabs between."""
        return [line.split("\t") for line in self.out.splitlines()]


class Program:
    """`python -m bot` in an empty folder, so that nobody's `.env` is read."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        clean = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
        base = {"DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
        self.environment = clean | base | settings

    def __call__(self, *words: str, **settings: str) -> Ran:
        command = [sys.executable, "-m", "bot", *words]
        environment = self.environment | settings
        done = subprocess.run(
            command,
            check=False,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    @contextmanager
    def running(self, **settings: str) -> Iterator[subprocess.Popen[str]]:
        """`nhacviec run` in the background; SIGTERM at the end, which must exit 0."""
        with (self.folder / "run.log").open("a") as log:
            command = [sys.executable, "-m", "bot", "run"]
            process = subprocess.Popen(
                command, cwd=self.folder, env=self.environment | settings, stdout=log, stderr=log, text=True
            )
        try:
            yield process
        except BaseException:
            process.kill()
            process.wait(10)
            raise
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0, (self.folder / "run.log").read_text()[-3000:]
