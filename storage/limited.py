"""A child process for one piece of work: what breaks it breaks nothing else. For a file from outside it has narrow limits."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from storage.at_rest import collector_at_rest

CPU_SECONDS = 9
MEMORY = 200 << 20
LARGEST = 1 << 26
WALL_SECONDS = 25  # the child stops itself after its seconds of work; a busy machine may take longer for them
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.spawn")
_KEPT = ("PATH", "LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START")
_ROOT = Path(__file__).resolve().parents[1]


class Died(Exception):
    """The child gave no answer: it reached its limits, or fell over the file."""


class TooSlow(Died):
    """It did not end in time."""


def ask(module: str, arguments: Sequence[str], *, told: bytes = b"", wall: float = WALL_SECONDS, is_ours: bool = False) -> Any:
    """Run a module of ours on a file and read its answer.

    Args:
        module: whose `__main__` part calls `limit` first and prints one JSON value.
        arguments: handed to it; nothing of them is interpreted.
        told: what it reads from its standard input.
        wall: seconds after which it is ended.
        is_ours: whether it works on our own data alone, and so is given our environment and our folder.

    Raises:
        TooSlow: it did not end.
        Died: it printed no JSON.
    """
    import subprocess  # the child itself starts nothing

    kept = {name: value for name, value in os.environ.items() if is_ours or name in _KEPT}
    kept |= {"PYTHONPATH": os.pathsep.join([str(_ROOT), *(part for part in sys.path if part)]), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, what follows are arguments
            [sys.executable, "-P", "-m", module, *arguments],
            capture_output=True,
            timeout=wall,
            check=False,
            env=kept,
            cwd=None if is_ours else _ROOT,
            input=told,
        )
        with collector_at_rest():
            return orjson.loads(done.stdout)
    except subprocess.TimeoutExpired as late:
        raise TooSlow from late
    except (OSError, ValueError) as broken:
        raise Died from broken


def limit(*, memory: int = MEMORY, seconds: int = CPU_SECONDS) -> None:
    """In the child: allow the memory of now and some more, some seconds of work, no large file, no network, no process."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # systems without it rely on the parent's clock
        return
    most = {
        resource.RLIMIT_AS: _address_space() + memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: LARGEST,
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in most.items():
        resource.setrlimit(kind, (value, value))


def _refuse(event: str, _arguments: object) -> None:
    """Stand before every call of the interpreter that would leave the child; a hook cannot be taken off again."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except (OSError, ValueError):
        return 512 << 20
