"""Who answers for each loaded row and which unit it belongs to; people and sections that are new are added."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlalchemy import Connection, update

from storage.loading import directory
from storage.loading.directory import Directory, Known, same_name
from storage.loading.given import Given, Who, told
from storage.office import people, units
from storage.tables import Person

Owner = tuple[int | None, int]
"""Person and unit of a row."""


def added(db: Connection, office_id: int, names: Iterable[str], said: Mapping[Who, Given]) -> Directory:
    """Add the people of those names as officials without a phone, with the post and section that the file gives.

    Args:
        db: open connection.
        office_id: whose list it is.
        names: of those who are not known yet.
        said: what the rows tell of their leads, as `leads` gives it.

    Returns:
        The people of the office, the new ones among them.
    """
    section = cache(lambda name: units.section(db, office_id, name))
    led: dict[str, list[Given]] = {}
    for row in said.values():
        led.setdefault(same_name(row.person), []).append(row)
    new: list[tuple[str, int | None, str | None]] = []
    for name in names:
        mine = led[same_name(name)]
        unit = next((row.lead_unit for row in mine if row.lead_unit), None)
        post = next((row.lead_post for row in mine if row.lead_post), None)
        new.append((mine[0].lead or name, section(unit) if unit else None, post))
    people.add_many(db, office_id, new)
    known = directory.of_office(db, office_id)
    _complete(db, office_id, said.values(), known)
    return known


def owners(db: Connection, office_id: int, rows: Sequence[Given], said: Mapping[Who, Given], known: Directory) -> list[Owner]:
    """Person and unit of each row, by what `leads` says; nobody where the file names none, or does not tell namesakes apart."""
    section = cache(lambda name: units.section(db, office_id, name))
    made: dict[Who, Owner] = {}
    for who, row in said.items():
        found = directory.named(known, row)
        person = found[0] if len(found) == 1 else None
        unit = section(row.lead_unit) if row.lead_unit else person.unit_id if person else office_id
        made[who] = (person.id if person else None, unit)
    return list(map(made.__getitem__, map(told, rows)))


def _complete(db: Connection, office_id: int, rows: Iterable[Given], known: Directory) -> None:
    """Give people the post and section that nobody had told of them yet; what is known stays."""
    seen: set[int] = set()
    for row in rows:
        found = directory.named(known, row)
        if len(found) == 1 and found[0].id not in seen and (values := _news(db, office_id, row, found[0])):
            seen.add(found[0].id)
            db.execute(update(Person).where(Person.id == found[0].id).values(**values))


def _news(db: Connection, office_id: int, row: Given, person: Known) -> dict[str, object]:
    values: dict[str, object] = {}
    if person.post is None and row.lead_post:
        values["post"] = row.lead_post
    if person.unit_id == office_id and row.lead_unit:
        values["unit_id"] = units.section(db, office_id, row.lead_unit)
    return values
