"""A name that a file gives with several posts or units: one person or several; until somebody says, it is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import Connection

from storage.errors import Gone
from storage.loading import directory, loads
from storage.loading.directory import Known
from storage.loading.given import TWINS, Given, key
from storage.loading.loads import PREVIEW, Kept


@dataclass(frozen=True, slots=True)
class Twins:
    """A name that may be several people; `index`: the first row that bears it."""

    index: int
    name: str
    places: tuple[str, ...]
    rows: int


def undecided(db: Connection, kept: Kept) -> list[Twins]:
    """The names that may be several people, as long as nobody has said how many they are."""
    rows, people = kept.rows, directory.of_office(db, kept.office_id)
    named: dict[str, list[int]] = {}
    for name in directory.with_several_posts(rows) | directory.with_several_units(rows):
        named[name] = [index for index, row in enumerate(rows) if directory.same_name(row.lead) == name]
    found = [_twins(rows, indexes) for _, indexes in sorted(named.items(), key=itemgetter(1))]
    return [one for one in found if _is_open(one, people.get(directory.same_name(one.name), ()))]


def _twins(rows: Sequence[Given], indexes: Sequence[int]) -> Twins:
    mine = [rows[index] for index in indexes]
    has_posts = any(row.lead_post for row in mine)
    places = dict.fromkeys(place for row in mine if (place := row.lead_post if has_posts else row.lead_unit))
    return Twins(indexes[0], mine[0].lead or "", tuple(places), len(mine))


def _is_open(one: Twins, known: Sequence[Known]) -> bool:
    """Whether the office knows nobody of that name yet, or one of them by the post."""
    return not known or (len(known) == 1 and key(known[0].post) in set(map(key, one.places)) - {""})


def decide(db: Connection, kept: Kept, one: Twins, *, apart: bool) -> None:
    """Say whether a name is several people, one for each post or unit.

    Raises:
        Gone: the file waits no more.
    """
    if kept.state != PREVIEW:
        raise Gone
    said = (kept.sheet.get(TWINS) or {}) | {one.name: apart}
    loads.put_sheet(db, kept.id, kept.sheet | {TWINS: said})
