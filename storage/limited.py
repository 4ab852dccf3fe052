"""A child process for one piece of work: what breaks it breaks nothing else. For a file from outside it has narrow limits."""

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from storage.at_rest import collector_at_rest

if TYPE_CHECKING:
    from subprocess import Popen

CPU_SECONDS = 9
MEMORY = 200 << 20
LARGEST = 1 << 26
WALL_SECONDS = 25  # the child stops itself after its seconds of work; a busy machine may take longer for them
EXPECTED = "expected"  # the argument of a child whose work is still on its way
_EXHAUSTED = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None  # how the child ends that used up its seconds of work
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.spawn")
_KEPT = ("PATH", "LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START")
_ROOT = Path(__file__).resolve().parents[1]
_waiting: "dict[str, Popen[bytes]]" = {}
"""Children that wait for their work, by module."""


class Died(Exception):
    """The child gave no answer: it reached its limits, or fell over the file."""


class TooSlow(Died):
    """It did not end in time."""


class Exhausted(Died):
    """It used up the seconds of work that it had."""


def expect(module: str) -> None:
    """Have one child load all it needs before its work is known, so that its first `ask` without arguments is answered sooner.

    Args:
        module: as of `ask`; with the argument EXPECTED it gets ready, then waits for its standard input.
    """
    if module not in _waiting:
        with contextlib.suppress(OSError):
            _waiting[module] = _started(module, [EXPECTED])


def dismiss(module: str) -> None:
    """End a child that still waits for its work, since none comes."""
    child = _taken(module)
    if child is not None:
        with child:  # waits for its end and closes its pipes
            child.kill()


def ask(
    module: str, arguments: Sequence[str] = (), *, told: bytes = b"", wall: float = WALL_SECONDS, is_ours: bool = False
) -> Any:
    """Run a module of ours on a file and read its answer; each child does one piece of work and ends.

    Args:
        module: whose `__main__` part calls `limit` first and prints one JSON value.
        arguments: handed to it; nothing of them is interpreted.
        told: what it reads from its standard input.
        wall: seconds after which it is ended.
        is_ours: whether it works on our own data alone, and so is given our environment and our folder.

    Raises:
        TooSlow: it did not end.
        Exhausted: it used up its seconds of work.
        Died: it printed no JSON.
    """
    waiting = None if arguments or is_ours else _taken(module)
    try:
        child = waiting or _started(module, arguments, is_ours=is_ours)
        return _heard(child, told, wall)
    except OSError as broken:
        raise Died from broken


def _taken(module: str) -> "Popen[bytes] | None":
    """The child that waits, unless it ended meanwhile."""
    child = _waiting.pop(module, None)
    if child is None or child.poll() is None:
        return child
    with child:  # closes its pipes
        return None


def _started(module: str, arguments: Sequence[str] = (), *, is_ours: bool = False) -> "Popen[bytes]":
    from subprocess import DEVNULL, PIPE, Popen  # the child itself starts nothing

    kept = {name: value for name, value in os.environ.items() if is_ours or name in _KEPT}
    kept |= {"PYTHONPATH": os.pathsep.join([str(_ROOT), *(part for part in sys.path if part)]), "PYTHONUTF8": "1"}
    bare = [] if "COVERAGE_PROCESS_START" in kept else ["-S"]  # its path is given; what `site` adds takes time, and is not ours
    return Popen(  # noqa: S603 - our own interpreter and module, what follows are arguments
        [sys.executable, "-P", *bare, "-m", module, *arguments],
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=kept,
        cwd=None if is_ours else _ROOT,
    )


def _heard(child: "Popen[bytes]", told: bytes, wall: float) -> Any:
    """What a child says, looked at while the child ends, as it does for sure."""
    from threading import Event, Timer

    late = Event()

    def end() -> None:
        late.set()
        child.kill()

    clock = Timer(wall, end)
    clock.start()
    try:
        with child:
            answer = _said(child, told)
            with collector_at_rest(), contextlib.suppress(ValueError):
                return orjson.loads(answer)
    finally:
        clock.cancel()
    if late.is_set():
        raise TooSlow
    raise Exhausted if child.returncode == _EXHAUSTED else Died


def _said(child: "Popen[bytes]", told: bytes) -> bytes:
    assert child.stdin
    assert child.stdout
    with contextlib.suppress(BrokenPipeError):  # it ended before it was told
        child.stdin.write(told)
        child.stdin.close()
    return child.stdout.read()


def limit(*, memory: int = MEMORY, seconds: int = CPU_SECONDS, largest: int = LARGEST) -> None:
    """In the child: allow the memory of now and some more, some seconds of work, no larger file, no network, no process."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # systems without it rely on the parent's clock
        return
    most = {
        resource.RLIMIT_AS: _address_space() + memory,
        resource.RLIMIT_FSIZE: largest,
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in most.items():
        resource.setrlimit(kind, (value, value))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # the first says why it ended, the second surely ends it


def _refuse(event: str, _arguments: object) -> None:
    """Stand before every call of the interpreter that would leave the child; a hook cannot be taken off again."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except (OSError, ValueError):
        return 512 << 20
