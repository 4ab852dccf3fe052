"""Names of a file that nobody in the office bears, beside the person whose name comes nearest, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.errors import Gone
from storage.loading import loads
from storage.loading.given import SAME
from storage.loading.loads import PREVIEW, Kept
from storage.names import folded, name_key
from storage.tables import Person

_ALIKE = 0.84  # of the letters; below it two names of three words differ in more than a slip of the hand
_PEOPLE = (
    select(Person.id, Person.full_name, Person.post)
    .where(Person.office_id == bindparam("office"), Person.left_on.is_(None))
    .order_by(Person.id)
)


class Reason(StrEnum):
    """How two names differ."""

    MARKS = "marks"
    WORD = "word"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Near:
    """A name of the file, the first row that bears it, and the person whom it may mean."""

    index: int
    name: str
    row: int
    person_id: int
    full_name: str
    post: str | None
    reason: Reason


def reason_of(name: str, other: str) -> Reason | None:
    """Say how a name differs from another; None where they are not alike."""
    one, two = folded(name), folded(other)
    if one == two:
        return Reason.MARKS
    few, many = sorted((one.split(), two.split()), key=len)
    if len(many) == len(few) + 1 and len(few) > 1 and any(many[:at] + many[at + 1 :] == few for at in range(len(many))):
        return Reason.WORD
    return Reason.LETTERS if SequenceMatcher(None, one, two).ratio() >= _ALIKE else None


def undecided(db: Connection, kept: Kept, unknown: Sequence[str]) -> list[Near]:
    """The unknown names of a file that are like somebody's, as long as nobody has said whom they mean."""
    said = kept.sheet.get(SAME) or {}
    people = list(db.execute(_PEOPLE, {"office": kept.office_id}))
    first: dict[str, tuple[int, dict[str, Any]]] = {}
    for index, row in enumerate(kept.sheet["rows"]):
        if row.get("lead"):
            first.setdefault(name_key(row["lead"]), (index, row))
    found = []
    for name in unknown:
        index, row = first.get(name_key(name), (-1, {}))
        best = _nearest(name, people)
        if best and index >= 0 and row["lead"] not in said:
            found.append(Near(index, row["lead"], row["row"], *best))
    return found


def _nearest(name: str, people: Iterable[Any]) -> tuple[int, str, str | None, Reason] | None:
    order = list(Reason)
    alike = [(order.index(reason), one, reason) for one in people if (reason := reason_of(name, one.full_name))]
    if not alike:
        return None
    _, one, reason = min(alike, key=lambda each: each[0])
    return one.id, one.full_name, one.post, reason


def decide(db: Connection, kept: Kept, index: int, full_name: str | None) -> None:
    """Say whom a name of the file means; None = somebody new.

    Raises:
        Gone: the file waits no more, or has no such row.
    """
    rows = kept.sheet["rows"]
    if kept.state != PREVIEW or not 0 <= index < len(rows) or not rows[index].get("lead"):
        raise Gone
    said = (kept.sheet.get(SAME) or {}) | {rows[index]["lead"]: full_name or ""}
    loads.put_sheet(db, kept.id, kept.sheet | {SAME: said})
