"""Replies that were asked back, not understood or taken back: kept without names and numbers for the coordinator to hand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.tables import Misheard

MOST = 2000
"""Rows kept of an office; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A masked reply: `why` is asked, unknown or corrected; `heard` what was read."""

    on: date
    why: str
    words: str
    heard: Mapping[str, Any]


def keep(db: Connection, office_id: int, reply: Reply) -> None:
    """Keep a masked reply."""
    values = {"office_id": office_id, "said_on": reply.on, "why": reply.why, "words": reply.words, "heard": dict(reply.heard)}
    made = db.scalars(insert(Misheard).values(**values).returning(Misheard.id)).one()
    if made % 100 == 0:
        newest = select(Misheard.id).where(Misheard.office_id == office_id).order_by(Misheard.id.desc()).limit(MOST)
        kept = list(db.scalars(newest))
        db.execute(delete(Misheard).where(Misheard.office_id == office_id, Misheard.id < kept[-1]))


def of_office(db: Connection, office_id: int) -> list[Reply]:
    """Everything kept of an office, the oldest first."""
    query = select(Misheard.said_on, Misheard.why, Misheard.words, Misheard.heard).where(Misheard.office_id == office_id)
    return [Reply(*row) for row in db.execute(query.order_by(Misheard.id))]
