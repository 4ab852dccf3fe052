"""Officials, the roles that they hold, and the chats that reach them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage import audit
from storage.errors import Gone, LastCoordinator
from storage.names import clean, name_key
from storage.office import units
from storage.rules.status import Role
from storage.statements import numbered
from storage.tables import Address, Person, RoleHeld, Unit

ROLES = {role.value: role for role in Role}
TEAM = frozenset({Role.COORDINATOR, Role.CHAIRPERSON, Role.DEPUTY})
SPEAK_FOR_ALL = frozenset({Role.COORDINATOR, Role.CHAIRPERSON})
"""Who may change or tell something for a whole part of the office."""
CHECKERS = frozenset({Role.HEAD, Role.REVIEWER, Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Official:
    """A person as the conversation knows them.

    Attributes:
        roles: `(role, unit id)` pairs; a role covers the unit and those of the same office below.
    """

    id: int
    office_id: int
    unit_id: int
    full_name: str
    post: str | None
    form_of_address: str | None
    hour: time | None
    locked: bool
    roles: frozenset[tuple[Role, int]]

    def holds(self, *roles: Role) -> bool:
        return any(role in roles for role, _ in self.roles)


_COLUMNS = (
    Person.id,
    Person.office_id,
    Person.unit_id,
    Person.full_name,
    Person.post,
    Person.form_of_address,
    Person.hour,
    Person.locked_at,
)
_ADD = insert(Person).returning(Person.id, sort_by_parameter_order=True)
_HELD = select(RoleHeld.id).where(
    RoleHeld.person_id == bindparam("person_id"), RoleHeld.unit_id == bindparam("unit_id"), RoleHeld.role == bindparam("role")
)
_GRANT = insert(RoleHeld)
_BY_CHATS = (
    select(Address.chat, *_COLUMNS, RoleHeld.role, RoleHeld.unit_id.label("held_in"))
    .join(Address, Address.person_id == Person.id)
    .outerjoin(RoleHeld, RoleHeld.person_id == Person.id)
    .where(Address.chat.in_(bindparam("chats", expanding=True)), Address.unlinked_at.is_(None), Person.left_on.is_(None))
)
_BY_ID = select(*_COLUMNS).where(Person.id == bindparam("person"))
_NAMES = select(Person.id, Person.full_name).where(Person.id.in_(bindparam("people", expanding=True)))
_ROLES = select(RoleHeld.role, RoleHeld.unit_id).where(RoleHeld.person_id == bindparam("person"))
_CHATS = (
    select(Address.chat)
    .where(Address.person_id == bindparam("person"), Address.unlinked_at.is_(None), Address.unreachable_since.is_(None))
    .order_by(Address.preferred.desc(), Address.id)
)
_CHAT = _CHATS.limit(1)
_HOLDERS = (
    select(RoleHeld.person_id)
    .join(Person)
    .where(
        RoleHeld.unit_id.in_(units.ABOVE),
        RoleHeld.role.in_(bindparam("roles", expanding=True)),
        Person.left_on.is_(None),
    )
    .distinct()
    .order_by(RoleHeld.person_id)
)


def _official(db: Connection, row: Any) -> Official:
    roles = frozenset((Role(role), unit_id) for role, unit_id in db.execute(_ROLES, {"person": row.id}))
    known: dict[str, Any] = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    locked = known.pop("locked_at") is not None
    return Official(**known, locked=locked, roles=roles)


def by_chat(db: Connection, chat: str) -> Official | None:
    """Who is linked to a chat such as `telegram:123`; None for a stranger."""
    return by_chats(db, [chat]).get(chat)


def by_chats(db: Connection, chats: Collection[str]) -> dict[str, Official]:
    """Who is linked to each of some chats; strangers are left out."""
    rows = db.execute(_BY_CHATS, {"chats": list(chats)}).all()
    roles: dict[str, set[tuple[Role, int]]] = {row.chat: set() for row in rows}
    for row in rows:
        if row.role:
            roles[row.chat].add((ROLES[row.role], row.held_in))
    return {row.chat: Official(*row[1:8], row.locked_at is not None, frozenset(roles[row.chat])) for row in rows}


def by_id(db: Connection, person_id: int) -> Official:
    return _official(db, db.execute(_BY_ID, {"person": person_id}).one())


def names_of(db: Connection, person_ids: Sequence[int]) -> list[str]:
    """Full names, in the order of the people."""
    names = {row.id: row.full_name for row in db.execute(_NAMES, {"people": list(person_ids)})}
    return [names[one] for one in person_ids]


def name_of(db: Connection, person_id: int) -> str:
    return names_of(db, [person_id])[0]


def of_office(db: Connection, office_id: int, person_id: int) -> Official:
    """Somebody of this office, by the number in a button.

    Raises:
        Gone: of another office, or no longer there.
    """
    query = select(*_COLUMNS).where(Person.id == person_id, Person.office_id == office_id, Person.left_on.is_(None))
    return _official(db, numbered(db, query))


def named(db: Connection, office_id: int, name: str) -> list[int]:
    """The people of that full name, whatever the case and the placement of tone marks."""
    query = select(Person.id).where(Person.office_id == office_id, Person.name_key == name_key(name), Person.left_on.is_(None))
    return list(db.scalars(query.order_by(Person.id)))


def add(db: Connection, office_id: int, full_name: str, *, unit_id: int | None = None, post: str | None = None) -> int:
    """A new person with the role of an official; nothing is sent to anybody."""
    return add_many(db, office_id, [(full_name, unit_id, post)])[0]


def add_many(db: Connection, office_id: int, new: Iterable[tuple[str, int | None, str | None]]) -> Sequence[int]:
    """The same for many, by name, unit and post; their numbers in the same order."""
    values: list[dict[str, Any]] = [
        {
            "office_id": office_id,
            "unit_id": unit_id or office_id,
            "full_name": clean(full_name),
            "name_key": name_key(full_name),
            "post": post,
        }
        for full_name, unit_id, post in new
    ]
    if not values:
        return []
    ids = db.scalars(_ADD, values).all()
    held = [
        {"person_id": one, "unit_id": said["unit_id"], "role": Role.OFFICIAL.value} for one, said in zip(ids, values, strict=True)
    ]
    db.execute(_GRANT, held)
    return ids


def place(person: Official, role: Role) -> int:
    """Where a role is held: that of an official or a head in the person's own section, every other one over the office."""
    return person.unit_id if role in {Role.OFFICIAL, Role.HEAD} else person.office_id


def grant(db: Connection, person_id: int, unit_id: int, role: Role) -> None:
    """Give a role over a unit and those of its office below; twice is once."""
    held = {"person_id": person_id, "unit_id": unit_id, "role": role.value}
    if db.scalar(_HELD, held) is None:
        db.execute(_GRANT, held)


def withdraw(db: Connection, person: Official, role: Role) -> None:
    """Take a role away, wherever in the office it is held.

    Raises:
        LastCoordinator: an office without a coordinator could not be helped from the chat.
    """
    if role is Role.COORDINATOR:
        keep_a_coordinator(db, person)
    db.execute(delete(RoleHeld).where(RoleHeld.person_id == person.id, RoleHeld.role == role.value))


def keep_a_coordinator(db: Connection, person: Official) -> None:
    """Refuse to lose the office's only coordinator.

    Raises:
        LastCoordinator: nobody else of the office is one.
    """
    query = (
        select(RoleHeld.id)
        .join(Person)
        .where(
            RoleHeld.role == Role.COORDINATOR.value,
            RoleHeld.unit_id == person.office_id,
            Person.office_id == person.office_id,
            Person.left_on.is_(None),
            Person.id != person.id,
        )
    )
    if person.holds(Role.COORDINATOR) and db.scalar(query.limit(1)) is None:
        raise LastCoordinator


def known_as(db: Connection, name: str) -> int:
    """The one person of that full name, of whatever office.

    Raises:
        Gone: nobody, or several.
    """
    found = list(db.scalars(select(Person.id).where(Person.name_key == name_key(name))))
    if len(found) != 1:
        raise Gone
    return found[0]


def listed(db: Connection, office_id: int) -> list[Official]:
    """Everyone of the office who still works there, in the order in which they came."""
    of_office = (Person.office_id == office_id, Person.left_on.is_(None))
    roles: dict[int, set[tuple[Role, int]]] = defaultdict(set)
    for held in db.execute(select(RoleHeld.person_id, RoleHeld.role, RoleHeld.unit_id).join(Person).where(*of_office)):
        roles[held.person_id].add((ROLES[held.role], held.unit_id))
    rows = db.execute(select(*_COLUMNS).where(*of_office).order_by(Person.id))
    return [Official(*row[:7], row.locked_at is not None, frozenset(roles[row.id])) for row in rows]


def holders(db: Connection, unit_id: int, *roles: Role) -> list[int]:
    """Who holds one of the roles in the unit or above it, up to its office."""
    return list(db.scalars(_HOLDERS, {"unit": unit_id, "roles": [role.value for role in roles]}))


def covers(db: Connection, person: Official, unit_id: int, *roles: Role) -> bool:
    """Whether the person holds one of the roles over a unit."""
    held = {unit for role, unit in person.roles if role in roles}
    return bool(held & set(units.above(db, unit_id))) if held else False


def chat_of(db: Connection, person_id: int) -> str | None:
    """The chat to write to: the preferred one that can be reached."""
    return db.scalar(_CHAT, {"person": person_id})


def chats(db: Connection, person_id: int) -> list[str]:
    return list(db.scalars(_CHATS, {"person": person_id}))


def is_linked(db: Connection, person_id: int) -> bool:
    query = select(Address.id).where(Address.person_id == person_id, Address.unlinked_at.is_(None)).limit(1)
    return db.scalar(query) is not None


def link(db: Connection, person_id: int, chat: str, now: datetime, *, preferred: bool = True) -> None:
    """Tie a chat to a person; the newest chat becomes the preferred one, unless it is one that cannot ring.

    Whoever held the chat before lets go.
    """
    unlink_chat(db, chat, now)
    if preferred:
        db.execute(update(Address).where(Address.person_id == person_id).values(preferred=False))
    values = {"person_id": person_id, "chat": chat, "preferred": preferred, "linked_at": now, "notice": 0}
    db.execute(insert(Address).values(**values))
    db.execute(update(Person).where(Person.id == person_id).values(locked_at=None))
    audit.note(db, "link", f"person:{person_id}", now, by=person_id, channel=chat.partition(":")[0])


def unlink_chat(db: Connection, chat: str, now: datetime) -> None:
    db.execute(update(Address).where(Address.chat == chat, Address.unlinked_at.is_(None)).values(unlinked_at=now))


def unlink(db: Connection, person_id: int, now: datetime) -> list[str]:
    """Let go of every chat of a person.

    Returns:
        The chats that were linked.
    """
    query = update(Address).where(Address.person_id == person_id, Address.unlinked_at.is_(None)).values(unlinked_at=now)
    return list(db.scalars(query.returning(Address.chat)))


def lock(db: Connection, person_id: int, now: datetime) -> list[str]:
    """The phone is lost ("Khóa máy"): nothing from it counts until a new code links the person again.

    Returns:
        The chats that were linked.
    """
    db.execute(update(Person).where(Person.id == person_id).values(locked_at=now))
    return unlink(db, person_id, now)


def leave(db: Connection, person_id: int, now: datetime, on: date) -> None:
    """The person no longer works here: no chat, no role counts; what was done stays under the name.

    Args:
        db: open connection.
        person_id: who.
        now: when the chats are let go.
        on: the office's local day.
    """
    unlink(db, person_id, now)
    db.execute(update(Person).where(Person.id == person_id).values(left_on=on))


def set_hour(db: Connection, person_id: int, hour: time | None) -> None:
    """The local hour of the morning message; None = that of the office."""
    db.execute(update(Person).where(Person.id == person_id).values(hour=hour))


def see_notice(db: Connection, chat: str, version: int) -> None:
    """The person of this chat has read this version of the privacy notice."""
    db.execute(update(Address).where(Address.chat == chat, Address.unlinked_at.is_(None)).values(notice=version))


def owner_of(db: Connection, chat: str) -> int | None:
    """Whose live chat it is."""
    return db.scalar(select(Address.person_id).where(Address.chat == chat, Address.unlinked_at.is_(None)))


def mark_unreachable(db: Connection, chat: str, reason: str, now: datetime) -> int | None:
    """A chat refuses us.

    Returns:
        The person, when this is news; None when it was known already.
    """
    query = (
        update(Address)
        .where(Address.chat == chat, Address.unlinked_at.is_(None), Address.unreachable_since.is_(None))
        .values(unreachable_since=now, unreachable_reason=reason)
        .returning(Address.person_id)
    )
    return db.scalar(query)


def mark_reachable(db: Connection, chat: str) -> None:
    db.execute(
        update(Address)
        .where(Address.chat == chat, Address.unreachable_since.is_not(None))
        .values(unreachable_since=None, unreachable_reason=None)
    )


def unit_name(db: Connection, person_id: int) -> str:
    query = select(Unit.name).join(Person, Person.unit_id == Unit.id).where(Person.id == person_id)
    return db.scalar(query) or ""
