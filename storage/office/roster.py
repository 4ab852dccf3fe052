"""The people of an office as its coordinator sees them: who has a phone, who cannot be reached, what is kept of whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, delete, func, select, update

from storage.names import clean, name_key
from storage.office import people
from storage.rules.status import Role
from storage.tables import Address, Assignment, Evidence, Inbox, Person, RoleHeld, Unit, Update


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list.

    Attributes:
        linked: whether a chat is tied to the person.
        unreachable_since: since when none of the chats takes our messages.
        rows: how many rows the person answers for.
    """

    id: int
    full_name: str
    post: str | None
    unit_id: int
    unit: str
    locked: bool
    chats: int
    reachable_chats: int
    unreachable_since: datetime | None
    rows: int

    @property
    def linked(self) -> bool:
        return self.chats > 0

    @property
    def unreachable(self) -> bool:
        return self.linked and not self.reachable_chats


@dataclass(frozen=True, slots=True)
class Link:
    """A chat that is tied to a person: the channel's name, never the id."""

    channel: str
    linked_at: datetime
    unreachable_since: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of a person's doing is kept."""

    reports: int
    documents: int


_live = (
    select(
        Address.person_id,
        func.count().label("chats"),
        func.sum(case((Address.unreachable_since.is_(None), 1), else_=0)).label("reachable"),
        func.max(Address.unreachable_since).label("since"),
    )
    .where(Address.unlinked_at.is_(None))
    .group_by(Address.person_id)
    .subquery()
)
_held = (
    select(Assignment.person_id, func.count().label("rows"))
    .where(Assignment.dropped_at.is_(None))
    .group_by(Assignment.person_id)
    .subquery()
)
_ENTRIES: Select[Any] = (
    select(
        Person.id,
        Person.full_name,
        Person.post,
        Person.unit_id,
        Unit.name,
        Person.locked_at.is_not(None),
        func.coalesce(_live.c.chats, 0),
        func.coalesce(_live.c.reachable, 0),
        _live.c.since,
        func.coalesce(_held.c.rows, 0),
    )
    .join(Unit, Unit.id == Person.unit_id)
    .outerjoin(_live, _live.c.person_id == Person.id)
    .outerjoin(_held, _held.c.person_id == Person.id)
    .where(Person.office_id == bindparam("office"), Person.left_on.is_(None))
    .order_by(Person.id)
)
_LINKS = (
    select(Address.chat, Address.linked_at, Address.unreachable_since)
    .where(Address.person_id == bindparam("person"), Address.unlinked_at.is_(None))
    .order_by(Address.preferred.desc(), Address.id)
)


def entries(db: Connection, office_id: int) -> list[Entry]:
    """Everyone who works in the office, in the order in which they came."""
    return [Entry(*row) for row in db.execute(_ENTRIES, {"office": office_id})]


def entry(db: Connection, office_id: int, person_id: int) -> Entry:
    """The line of one person."""
    return Entry(*db.execute(_ENTRIES.where(Person.id == person_id), {"office": office_id}).one())


def without_phone(people: Iterable[Entry]) -> list[Entry]:
    return [one for one in people if not one.linked]


def links(db: Connection, person_id: int) -> list[Link]:
    rows = db.execute(_LINKS, {"person": person_id})
    return [Link(row.chat.partition(":")[0], row.linked_at, row.unreachable_since) for row in rows]


def last_seen(db: Connection, person_id: int) -> datetime | None:
    """When something last came from the person: a message that is still kept, or a report."""
    chats = [row.chat for row in db.execute(_LINKS, {"person": person_id})]
    heard = db.scalar(select(func.max(Inbox.received_at)).where(Inbox.chat.in_(chats)))
    reported = db.scalar(select(func.max(Update.at)).where(Update.person_id == person_id))
    return max((moment for moment in (heard, reported) if moment), default=None)


def reported_since(db: Connection, person_id: int, since: datetime) -> list[int]:
    """The rows that the person reported on since a moment: to be confirmed again when a phone was lost."""
    query = select(Update.assignment_id).where(Update.person_id == person_id, Update.at >= since).order_by(Update.id)
    return list(dict.fromkeys(db.scalars(query)))


def kept_of(db: Connection, person_id: int) -> Kept:
    reports = db.scalar(select(func.count()).select_from(Update).where(Update.person_id == person_id)) or 0
    of_person = (Evidence.person_id == person_id, Evidence.withdrawn_at.is_(None))
    documents = db.scalar(select(func.count()).select_from(Evidence).where(*of_person)) or 0
    return Kept(reports, documents)


def holding(db: Connection, office_id: int, role: Role) -> list[str]:
    """The full names of those of the office who hold a role."""
    query = (
        select(Person.full_name)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(Person.office_id == office_id, Person.left_on.is_(None), RoleHeld.role == role.value)
        .order_by(Person.id)
    )
    return list(dict.fromkeys(db.scalars(query)))


def move(db: Connection, person_id: int, unit_id: int) -> None:
    """The person now works in another section: what was held in the old one (head of it) is held no more."""
    bound = [Role.OFFICIAL.value, Role.HEAD.value]
    db.execute(delete(RoleHeld).where(RoleHeld.person_id == person_id, RoleHeld.role.in_(bound)))
    db.execute(update(Person).where(Person.id == person_id).values(unit_id=unit_id))
    people.grant(db, person_id, unit_id, Role.OFFICIAL)


def rename(db: Connection, person_id: int, name: str) -> None:
    """The name was wrong, or changed."""
    db.execute(update(Person).where(Person.id == person_id).values(full_name=clean(name), name_key=name_key(name)))
