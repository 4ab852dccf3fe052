"""The program with crash points: it ends itself, without a word, at the n-th passage of a named point.

`python -m tests.faults.crashing` keeps everything imported and forks a process for each order that it reads (a line of JSON), so that
a point can be tried for n = 1, 2, 3 ... until a run completes, as SQLite's own tests do it.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from tests.checkout import ROOT

STATUS = 137  # what a shell shows for kill -9
POINTS = ("before a commit", "after a commit", "before a request", "after an answer", "before a statement", "before a file is named")


def arm(point: str, n: int) -> None:
    """Let this very process end at the n-th passage of a point."""
    passed = [0]

    def passage() -> None:
        passed[0] += 1
        if passed[0] == n:
            os._exit(STATUS)

    {
        "before a commit": _around_commit,
        "after a commit": _around_commit,
        "before a request": _around_request,
        "after an answer": _around_request,
        "before a statement": _before_statement,
        "before a file is named": _before_naming,
    }[point](passage, point.startswith("after"))


def _around_commit(passage: Callable[[], None], is_after: bool) -> None:
    from sqlalchemy.engine.default import DefaultDialect

    commit = DefaultDialect.do_commit

    def do_commit(self: Any, connection: Any) -> None:
        if not is_after:
            passage()
        commit(self, connection)
        if is_after:
            passage()

    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]


def _around_request(passage: Callable[[], None], is_after: bool) -> None:
    from bot.channels.telegram.request import AiohttpRequest

    request = AiohttpRequest.do_request

    async def do_request(self: Any, *args: Any, **how: Any) -> tuple[int, bytes]:
        if not is_after:
            passage()
        answer = await request(self, *args, **how)
        if is_after:
            passage()
        return answer

    AiohttpRequest.do_request = do_request  # type: ignore[method-assign]


def _before_statement(passage: Callable[[], None], _is_after: bool) -> None:
    from sqlalchemy import Engine, event

    event.listen(Engine, "before_cursor_execute", lambda *_: passage())


def _before_naming(passage: Callable[[], None], _is_after: bool) -> None:
    replace = Path.replace

    def named(self: Path, target: Any) -> Path:
        passage()
        return replace(self, target)

    Path.replace = named  # type: ignore[method-assign]


def _run(order: dict[str, Any]) -> int:
    """The child's whole life."""
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    if order["point"]:
        arm(order["point"], order["n"])
    from bot.__main__ import main

    return main(order["words"])


def serve() -> None:
    for name in ("bot.app", "bot.commands.run", "bot.web.server", "storage.migrate"):
        import_module(name)  # once, here

    for line in sys.stdin:
        child = os.fork()
        if not child:
            status = 1
            try:
                status = _run(json.loads(line))
            except SystemExit as end:
                status = int(end.code or 0)
            finally:
                os._exit(status)
        print(json.dumps({"pid": child}), flush=True)
        print(json.dumps({"status": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}), flush=True)


class Crashing:
    """Starts the program as often as asked; one at a time."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment, self.child = folder, dict(environment), 0
        self.status: int | None = None
        command = [sys.executable, "-m", "tests.faults.crashing"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment, bufsize=0)

    def start(self, point: str = "", n: int = 0, words: tuple[str, ...] = ("run",)) -> None:
        order = {"folder": str(self.folder), "environment": self.environment, "log": str(self.folder / "run.log"), "point": point}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order | {"n": n, "words": words}).encode() + b"\n")
        self.child, self.status = self._told()["pid"], None

    def ended(self, seconds: float = 0.0) -> int | None:
        """The exit code, once it has ended."""
        assert self._process.stdout is not None
        if self.status is None and select.select([self._process.stdout], [], [], seconds)[0]:
            self.status = self._told()["status"]
        return self.status

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal; the exit code, since a crash point may lie on the way out too."""
        if self.ended() is None:
            with contextlib.suppress(ProcessLookupError):  # it may be dying at this moment
                os.kill(self.child, number)
        status = self.ended(60)
        assert status is not None, "it did not stop"
        return status

    def _told(self) -> dict[str, int]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process that forks has ended"
        found: dict[str, int] = json.loads(line)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What still runs, because a test failed, is killed."""
        if self.child and self.ended() is None:
            self.stop(signal.SIGKILL)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.kill()  # it holds nothing; to tidy all that it has imported can take it a minute on a busy machine
        self._process.wait(30)


if __name__ == "__main__":
    serve()
