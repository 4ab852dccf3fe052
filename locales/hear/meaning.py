"""What a reply means: the answer of the package, as plain data."""

import datetime  # noqa: ICN001 - the contract speaks of datetime.date
from dataclasses import dataclass
from typing import Any

NOT_STARTED, IN_PROGRESS, DONE = "not_started", "in_progress", "done"


@dataclass(frozen=True)
class Item:
    """What one of several criteria in a reply is said to be; without a code it is the one that was asked about."""

    criterion: str | None = None
    status: str | None = None
    percent: int | None = None
    date: datetime.date | None = None

    def as_dict(self) -> dict[str, Any]:
        return _present(
            {
                "criterion": self.criterion,
                "status": self.status,
                "percent": self.percent,
                "date": self.date.isoformat() if self.date else None,
            }
        )


@dataclass(frozen=True)
class Meaning:
    """What a reply means; a slot is None where the words do not say it.

    `undo`, `list_request` and `leave` serve the product only and are not part of `as_dict`.
    """

    intent: str | None = None
    status: str | None = None
    percent: int | None = None
    date: datetime.date | None = None
    score: float | None = None
    criterion: str | None = None
    items: tuple[Item, ...] = ()
    ambiguous: bool = False
    undo: bool = False
    list_request: bool = False
    leave: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Give the known slots under the names that the labelled replies use."""
        return _present(
            {
                "intent": self.intent,
                "status": self.status,
                "percent": self.percent,
                "date": self.date.isoformat() if self.date else None,
                "score": self.score,
                "criterion": self.criterion,
                "items": [item.as_dict() for item in self.items] or None,
                "ambiguous": self.ambiguous or None,
            }
        )


def _present(slots: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in slots.items() if value is not None}
