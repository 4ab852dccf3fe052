"""A name that a file gives with several posts or units: one person or several; until somebody says, it is one."""

from dataclasses import dataclass

from sqlalchemy import Connection

from storage import loads
from storage.errors import Gone
from storage.loading.compare import Comparison
from storage.loading.directory import same_name, with_several_posts, with_several_units
from storage.loading.given import TWINS
from storage.loads import PREVIEW, Kept


@dataclass(frozen=True, slots=True)
class Twins:
    """A name that is new to the office; `index`: the first row that bears it."""

    index: int
    name: str
    places: tuple[str, ...]
    rows: int


def undecided(kept: Kept, found: Comparison) -> list[Twins]:
    """The new names that may be several people, as long as nobody has said how many people they are."""
    new, several = (
        {same_name(name) for name in found.unknown_people},
        with_several_posts(kept.rows) | with_several_units(kept.rows),
    )
    rows = [(index, row) for index, row in enumerate(kept.rows) if same_name(row.lead) in new & several]
    named: dict[str, list[int]] = {}
    for index, row in rows:
        named.setdefault(same_name(row.lead), []).append(index)
    return [_twins(kept, indexes) for indexes in named.values()]


def _twins(kept: Kept, indexes: list[int]) -> Twins:
    rows = [kept.rows[index] for index in indexes]
    has_posts = any(row.lead_post for row in rows)
    places = dict.fromkeys(place for row in rows if (place := row.lead_post if has_posts else row.lead_unit))
    return Twins(indexes[0], rows[0].lead or "", tuple(places), len(rows))


def decide(db: Connection, kept: Kept, one: Twins, *, apart: bool) -> None:
    """Say whether a name is several people, one for each post or unit.

    Raises:
        Gone: the file waits no more.
    """
    if kept.state != PREVIEW:
        raise Gone
    said = (kept.sheet.get(TWINS) or {}) | {one.name: apart}
    loads.put_sheet(db, kept.id, kept.sheet | {TWINS: said})
