"""What is inside a file that somebody sent, looked at in a limited child process: is it safe, what does it say, does it open?

`look` is the way in; `child` is the process; one module for each kind of file. Nothing here opens the database.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from storage import limited
from storage.evidence.heading import Heading

WALL = 13.0  # seconds; with the fetch an answer comes within 15


@dataclass(frozen=True, slots=True)
class Found:
    """What was seen in a file.

    Attributes:
        refused: why it must not be kept, one of the codes of `storage.evidence.refusals`; None as a rule.
        secret: whether its text layer bears a mark of state secrets.
        warnings: `blank`, `dark`, `small`, `unopenable`: it is kept, and the person is told.
        heading: what stands at the head of the paper.
        shown: whether a copy for showing was written, without place data or in a form that every office PC opens.
    """

    refused: str | None = None
    secret: bool = False
    warnings: tuple[str, ...] = ()
    heading: Heading = field(default_factory=Heading)
    shown: bool = False

    def as_dict(self) -> dict[str, Any]:
        """What a row keeps of it; empty where there is nothing to say."""
        day = self.heading.issued_on
        told = {name: getattr(self.heading, name) for name in ("number", "agency", "subject", "paper")}
        told |= {"issued_on": day.isoformat() if day else None, "warnings": list(self.warnings)}
        return {name: value for name, value in told.items() if value}


class Busy(Exception):
    """The machine had no time for it now."""


def look(path: Path, family: str, extension: str, shown: Path) -> Found:
    """Look into a file.

    Args:
        path: of the bytes.
        family: what it was announced as: photo, pdf, word, sheet, slides, text.
        extension: the ending of its name.
        shown: where a copy for showing is written, if one is needed.

    Raises:
        Busy: no answer in time; try again.
    """
    try:
        return _found(
            limited.ask(
                "storage.evidence.inside.child", [str(path.resolve()), family, extension, str(shown.resolve())], wall=WALL
            )
        )
    except limited.TooSlow as slow:
        raise Busy from slow
    except limited.Died:
        return Found(refused="bomb")


def _found(told: dict[str, Any]) -> Found:
    heading = dict(told["heading"])
    if heading.get("issued_on"):
        heading["issued_on"] = date.fromisoformat(heading["issued_on"])
    return Found(told["refused"], told["secret"], tuple(told["warnings"]), Heading(**heading), told["shown"])
