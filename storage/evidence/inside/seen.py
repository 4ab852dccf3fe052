"""What one module tells of a file."""

from collections.abc import Callable
from dataclasses import dataclass, field


def _nothing() -> str:
    return ""


@dataclass(slots=True)
class Seen:
    """A file that was not refused: what to warn of, how its text is had, whether a copy for showing was written."""

    text: Callable[[], str] = _nothing
    warnings: list[str] = field(default_factory=list)
    shown: bool = False
