"""Units form a tree: province > office > section. Settings of an office are data with defaults."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, insert, select, update
from sqlalchemy.orm import aliased

from storage.names import name_key
from storage.tables import Unit

DEFAULTS: dict[str, Any] = {
    "target": "80",
    "office_hours": ["07:30-11:30", "13:30-17:00"],
    "not_arising": "full",
    "extensions_most": 1,  # of one row; Đồng Tháp grants one (QĐ 790/QĐ-UBND-HC)
    "policy": {},
    "calendar_version": "",
}


@dataclass(frozen=True, slots=True)
class Sending:
    """An office in which "Bắt đầu gửi" was pressed, since when, and its settings."""

    office_id: int
    since: datetime
    settings: dict[str, Any]


_PATH = select(Unit.id, Unit.parent_id, Unit.is_office).where(Unit.id == bindparam("unit")).cte("path", recursive=True)
_PATH = _PATH.union_all(select(Unit.id, Unit.parent_id, Unit.is_office).where(Unit.id == _PATH.c.parent_id, ~_PATH.c.is_office))
ABOVE = select(_PATH.c.id)
"""The unit and those above it up to its office: a province leads its communes, yet does none of their work."""


def _tree(*inside: ColumnElement[bool]) -> Select[tuple[int]]:
    tree = select(Unit.id).where(Unit.id == bindparam("unit")).cte("below", recursive=True)
    tree = tree.union_all(select(Unit.id).where(Unit.parent_id == tree.c.id, *inside))
    return select(tree.c.id)


_BELOW, _TREE = _tree(~Unit.is_office), _tree()
_PARENT = aliased(Unit)
_HIGHER = select(_PARENT.name).join(Unit, Unit.parent_id == _PARENT.id).where(Unit.id == bindparam("unit"))
_OFFICE = select(_PATH.c.id).where(_PATH.c.is_office)
_NAME = select(Unit.name).where(Unit.id == bindparam("unit"))
_NAMED = select(Unit.name, Unit.settings).where(Unit.id == bindparam("unit"))
_SETTINGS = select(Unit.settings).where(Unit.id == bindparam("unit"))


def add(db: Connection, name: str, *, parent_id: int | None = None, is_office: bool = False) -> int:
    """A new unit below another, or at the top; returns its number."""
    values: dict[str, Any] = {"name": name, "parent_id": parent_id, "is_office": is_office, "settings": {}}
    made: int = db.scalars(insert(Unit).values(**values).returning(Unit.id)).one()
    return made


def named(db: Connection, name: str, *, parent_id: int | None = None) -> int | None:
    """The unit of this very name; with `parent_id` only right below that one."""
    query = select(Unit.id).where(Unit.name == name)
    return db.scalar(query if parent_id is None else query.where(Unit.parent_id == parent_id))


def matching(db: Connection, name: str) -> list[int]:
    """The units that a person may mean by a name, whatever the case and the placement of tone marks."""
    rows = db.execute(select(Unit.id, Unit.name).order_by(Unit.id))
    return [row.id for row in rows if name_key(row.name) == name_key(name)]


def sections(db: Connection, office_id: int) -> list[tuple[int, str]]:
    """The sections (phòng, bộ phận) right below an office."""
    rows = db.execute(select(Unit.id, Unit.name).where(Unit.parent_id == office_id, ~Unit.is_office).order_by(Unit.id))
    return [(row.id, row.name) for row in rows]


def make_office(db: Connection, unit_id: int) -> None:
    """From now on the unit has people, a calendar and work of its own."""
    db.execute(update(Unit).where(Unit.id == unit_id).values(is_office=True))


def section(db: Connection, office_id: int, name: str) -> int:
    """The section of that name in the office, added when it is new."""
    return named(db, name, parent_id=office_id) or add(db, name, parent_id=office_id)


def offices(db: Connection) -> list[tuple[int, str]]:
    rows = db.execute(select(Unit.id, Unit.name).where(Unit.is_office).order_by(Unit.id))
    return [(row.id, row.name) for row in rows]


def offices_called(db: Connection, name: str | None) -> list[tuple[int, str]]:
    """The offices of that name or number, whatever the case and the placement of tone marks; without one, all."""
    known = offices(db)
    found = [one for one in known if name in {None, one[1], str(one[0])}]
    return found or [one for one in known if name_key(one[1]) == name_key(name or "")]


def office_named(db: Connection, name: str | None) -> tuple[int, str] | None:
    """The office of that name or number; without one, the first that was made."""
    found = offices_called(db, name)
    return found[0] if found and (name is None or len(found) == 1) else None


def name_of(db: Connection, unit_id: int) -> str:
    return db.scalar(_NAME, {"unit": unit_id}) or ""


def above(db: Connection, unit_id: int) -> list[int]:
    """The unit and those above it up to its office: a role held in any of these covers it."""
    return list(db.scalars(ABOVE, {"unit": unit_id}))


def below(db: Connection, unit_id: int) -> list[int]:
    """The unit and those of the same office below it."""
    return list(db.scalars(_BELOW, {"unit": unit_id}))


def tree(db: Connection, unit_id: int) -> list[int]:
    """The unit and all below it, other offices too."""
    return list(db.scalars(_TREE, {"unit": unit_id}))


def higher(db: Connection, unit_id: int) -> str | None:
    """The name of the unit right above."""
    return db.scalar(_HIGHER, {"unit": unit_id})


def office_of(db: Connection, unit_id: int) -> int | None:
    """The office that a unit belongs to."""
    return db.scalar(_OFFICE, {"unit": unit_id})


def settings(db: Connection, office_id: int) -> dict[str, Any]:
    return DEFAULTS | (db.scalar(_SETTINGS, {"unit": office_id}) or {})


def set_setting(db: Connection, office_id: int, key: str, value: Any) -> None:
    """Change one setting of an office; the others stay."""
    changed = (db.scalar(_SETTINGS, {"unit": office_id}) or {}) | {key: value}
    db.execute(update(Unit).where(Unit.id == office_id).values(settings=changed))


def named_settings(db: Connection, office_id: int) -> tuple[str, dict[str, Any]]:
    """Name and settings in one look."""
    row = db.execute(_NAMED, {"unit": office_id}).one()
    return row.name, DEFAULTS | row.settings


def sending(db: Connection) -> list[Sending]:
    """The offices from which reminders go out: in one look, since the clock asks it all day long."""
    query = select(Unit.id, Unit.sending_since, Unit.settings).where(Unit.is_office, Unit.sending_since.is_not(None))
    return [Sending(row[0], row[1], DEFAULTS | row.settings) for row in db.execute(query.order_by(Unit.id))]


def sending_since(db: Connection, office_id: int) -> datetime | None:
    """When "Bắt đầu gửi" was pressed; None = no reminder goes out."""
    return db.scalar(select(Unit.sending_since).where(Unit.id == office_id))


def set_sending(db: Connection, office_id: int, since: datetime | None) -> None:
    """Let reminders go out from a moment on, or (None) not at all."""
    db.execute(update(Unit).where(Unit.id == office_id).values(sending_since=since))
