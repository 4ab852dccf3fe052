"""The chats of one person: which is preferred, which comes next when it cannot be reached."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update

from storage.errors import Gone
from storage.tables import Address, Person


@dataclass(frozen=True, slots=True)
class Link:
    """A live chat of a person."""

    id: int
    person_id: int
    chat: str
    preferred: bool
    linked_at: datetime
    unreachable_since: datetime | None

    @property
    def channel(self) -> str:
        return self.chat.partition(":")[0]


_LIVE: Any = (
    select(Address.id, Address.person_id, Address.chat, Address.preferred, Address.linked_at, Address.unreachable_since)
    .where(Address.unlinked_at.is_(None))
    .order_by(Address.preferred.desc(), Address.id)
)


def of_person(db: Connection, person_id: int) -> list[Link]:
    """The live chats, the preferred one first."""
    return [Link(*row) for row in db.execute(_LIVE.where(Address.person_id == person_id))]


def own(db: Connection, person_id: int, address_id: int) -> Link:
    """One of a person's own chats, by the number in a button.

    Raises:
        Gone: somebody else's, or no longer linked.
    """
    found = [one for one in of_person(db, person_id) if one.id == address_id]
    if not found:
        raise Gone
    return found[0]


def prefer(db: Connection, link: Link) -> None:
    """This chat gets what the system sends by itself; answers go to where the question came from, always."""
    db.execute(update(Address).where(Address.person_id == link.person_id).values(preferred=False))
    db.execute(update(Address).where(Address.id == link.id).values(preferred=True))


def count_on(db: Connection, channel: str) -> int:
    """How many people are linked on a channel."""
    live = (Address.chat.startswith(f"{channel}:"), Address.unlinked_at.is_(None))
    return db.scalar(select(func.count(func.distinct(Address.person_id))).where(*live)) or 0


def next_for(db: Connection, person_id: int, *, not_chat: str, channels: Collection[str] | None = None) -> str | None:
    """The chat to fall back on: live, reachable, of somebody who still works here and whose phone is not locked.

    Args:
        db: open connection.
        person_id: whose.
        not_chat: the chat that failed.
        channels: those that can send now; None = any.
    """
    works = select(Person.id).where(Person.id == person_id, Person.left_on.is_(None), Person.locked_at.is_(None))
    query = _LIVE.where(Address.person_id.in_(works), Address.unreachable_since.is_(None), Address.chat != not_chat)
    found = [Link(*row) for row in db.execute(query)]
    fit = [one for one in found if channels is None or one.channel in channels]
    return fit[0].chat if fit else None


def with_older_notice(db: Connection, office_id: int, version: int) -> list[Link]:
    """The preferred chats of an office whose holder has read an older version of the notice."""
    ours = select(Person.id).where(Person.office_id == office_id, Person.left_on.is_(None))
    return [Link(*row) for row in db.execute(_LIVE.where(*_has_older(version), Address.person_id.in_(ours)))]


def offices_with_older_notice(db: Connection, version: int) -> list[int]:
    """The offices in which somebody has read an older version of the notice."""
    query = select(Person.office_id).join(Address, Address.person_id == Person.id).distinct()
    return list(db.scalars(query.where(*_has_older(version), Address.unlinked_at.is_(None), Person.left_on.is_(None))))


def _has_older(version: int) -> tuple[ColumnElement[bool], ...]:
    return Address.notice > 0, Address.notice < version, Address.preferred.is_(True)
