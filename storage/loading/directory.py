"""Whom a name in the file means: people are matched by full name; post and section tell namesakes apart."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, and_, bindparam, select

from storage.loading.given import Given, key
from storage.names import name_key
from storage.tables import Person, Unit

_OF_OFFICE = (
    select(Person.id, Person.name_key, Person.post, Person.unit_id, Unit.name.label("unit"))
    .outerjoin(Unit, and_(Unit.id == Person.unit_id, Unit.is_office.is_(False)))
    .where(Person.office_id == bindparam("office"), Person.left_on.is_(None))
    .order_by(Person.id)
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the office; `unit` is the name of the section, None where none is known."""

    id: int
    name_key: str
    post: str | None
    unit_id: int
    unit: str | None


Directory = dict[str, list[Known]]
"""The office's people by the key of their names."""


@lru_cache(maxsize=8192)  # a table names the same few people on every row
def same_name(text: str | None) -> str:
    """A name as it is compared; empty for none."""
    return name_key(text) if text else ""


def of_office(db: Connection, office_id: int) -> Directory:
    found: Directory = {}
    for row in db.execute(_OF_OFFICE, {"office": office_id}):
        one = Known(*row)
        found.setdefault(one.name_key, []).append(one)
    return found


def named(directory: Directory, row: Given) -> list[Known]:
    """Those of the office that the lead of a row may mean: none, one, or namesakes that the row does not tell apart."""
    if row.lead is None:
        return []
    people = directory.get(same_name(row.lead), [])
    if len(people) < 2:
        return people
    if row.lead_post:
        people = [one for one in people if key(one.post) == key(row.lead_post)] or people
    if len(people) > 1 and row.lead_unit:
        people = [one for one in people if key(one.unit) == key(row.lead_unit)] or people
    return people


def knows(directory: Directory, row: Given) -> bool:
    """Whether somebody of the office bears the name of a row's lead, and the post where that tells people of one name apart."""
    people = directory.get(same_name(row.lead), [])
    is_told = bool(row.twins and row.lead_post)
    return any(not is_told or key(one.post) == key(row.lead_post) for one in people)


def supporter(directory: Directory, name: str) -> int | None:
    """The person who helps under that name; None for a unit, a stranger, or namesakes."""
    people = directory.get(same_name(name), [])
    return people[0].id if len(people) == 1 else None


def with_several_posts(rows: Iterable[Given]) -> frozenset[str]:
    """Names that the file gives with posts that do not belong together, perhaps two people, and nobody has said."""
    return _several((row.lead, row.lead_post) for row in rows if row.twins is None)


def with_several_units(rows: Collection[Given]) -> frozenset[str]:
    """Names that the file gives in several units and with no post: perhaps two people, mostly one."""
    with_post = {same_name(row.lead) for row in rows if row.lead_post}
    return _several((row.lead, row.lead_unit) for row in rows if row.twins is None and same_name(row.lead) not in with_post)


def _several(pairs: Iterable[tuple[str | None, str | None]]) -> frozenset[str]:
    places: dict[str, set[str]] = {}
    for name, place in pairs:
        if name and place:
            places.setdefault(same_name(name), set()).add(key(place))
    return frozenset(name for name, found in places.items() if _differ(found))


def _differ(places: set[str]) -> bool:
    """Whether two of the posts or units are more than a short and a long form of one."""
    longest = max(places, key=len)
    return any(place not in longest for place in places)
