"""The history as a chain: each line's hash covers its own content and the hash before it, so that a line which somebody
changed, took out or moved is found and named.

Lines are linked when their transaction ends, under a lock that lasts no longer than the commit; several processes may write.
People are ids, so that erasing a person leaves the chain whole.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select, update

from storage.statements import insert
from storage.tables import Audit, AuditHead

START = "0" * 64
HEAD = 1  # there is one row
NOTED = "noted"  # in the connection's own notes: lines were written that are not linked yet
MOST_NAMED = 20
_CONTENT = (Audit.id, Audit.at, Audit.office_id, Audit.person_id, Audit.action, Audit.subject, Audit.detail)


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that is wrong.

    Attributes:
        row: the id of the line; None when it is gone.
        place: where in the chain.
        why: `changed`, `missing`, `unlinked` (written past the program), or `end` (the newest lines are gone).
    """

    row: int | None
    place: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at the whole chain found.

    Attributes:
        lines: how many there are.
        root: the newest hash; who has written it down can prove later that nothing before it was changed.
        knows: whether a root that was asked for stands in the chain.
        breaks: the first of what is wrong.
    """

    lines: int
    root: str
    knows: bool
    breaks: tuple[Break, ...]


def link(before: str, place: int, line: Row[*tuple[Any, ...]]) -> str:
    """The hash of a line: of the hash before it, its place and its whole content in one spelling."""
    content = [
        before,
        place,
        line.id,
        line.at.isoformat(),
        line.office_id,
        line.person_id,
        line.action,
        line.subject,
        line.detail,
    ]
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


def seal(db: Connection) -> None:
    """Link what this transaction has noted; the last thing before its commit."""
    if not db.info.pop(NOTED, False):
        return
    db.execute(insert(AuditHead).values(id=HEAD, place=0, hash=START).on_conflict_do_nothing())
    head = db.execute(select(AuditHead.place, AuditHead.hash).with_for_update()).one()  # whoever else ends waits here
    place, last = head.place, head.hash
    for line in db.execute(select(*_CONTENT).where(Audit.place.is_(None)).order_by(Audit.id)).all():
        place += 1
        last = link(last, place, line)
        db.execute(update(Audit).where(Audit.id == line.id).values(place=place, hash=last))
    db.execute(update(AuditHead).values(place=place, hash=last))


def verify(db: Connection, known: str | None = None) -> Looked:
    """Reckon every hash again.

    Args:
        db: open connection.
        known: a root, or its first characters, that was written down earlier.
    """
    head = db.execute(select(AuditHead.place, AuditHead.hash)).first()
    place, last, knows = 0, START, known is None
    breaks: list[Break] = []
    query = select(*_CONTENT, Audit.place, Audit.hash).where(Audit.place.is_not(None)).order_by(Audit.place)
    for line in db.execute(query.execution_options(yield_per=1000)):
        breaks += _wrong(line, place, last)
        place, last = line.place, line.hash
        knows = knows or last.startswith(known or "-")
    if (head.place if head else 0, head.hash if head else START) != (place, last):
        breaks.append(Break(None, head.place if head else None, "end"))
    unlinked = db.scalars(select(Audit.id).where(Audit.place.is_(None)).order_by(Audit.id).limit(MOST_NAMED))
    breaks += [Break(row, None, "unlinked") for row in unlinked]
    return Looked(place, last, knows, tuple(breaks[:MOST_NAMED]))


def _wrong(line: Row[*tuple[Any, ...]], before: int, last: str) -> Iterator[Break]:
    """What is wrong with a line, given the place and the hash of the one before it; after a gap the hash cannot be reckoned."""
    if line.place != before + 1:
        yield Break(None, before + 1, "missing")
    elif link(last, line.place, line) != line.hash:
        yield Break(line.id, line.place, "changed")
