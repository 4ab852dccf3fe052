"""The file that was loaded last, and what is known by now of each of its rows: what her own workbook is returned with."""

from dataclasses import dataclass

from sqlalchemy import Connection

from storage.loading import loads, standing
from storage.loading.loads import Kept
from storage.loading.match import match
from storage.loading.standing import Standing
from storage.work import campaigns


@dataclass(frozen=True, slots=True)
class Original:
    """A file that was applied; `leaves`: by sheet and row number, those in the list still."""

    kept: Kept
    leaves: dict[tuple[str | None, int], Standing]


def newest(db: Connection, office_id: int, year: int) -> Kept | None:
    """The file of a year that was applied last."""
    found = loads.last_applied(db, office_id, year)
    return loads.get(db, found) if found else None


def of_year(db: Connection, office_id: int, year: int) -> Original | None:
    """That file with its rows as they stand."""
    kept = newest(db, office_id, year)
    if kept is None:
        return None
    rows = kept.rows
    leaves = match(rows, standing.of_campaign(db, campaigns.of_year(db, office_id, year) or 0))
    return Original(kept, {rows[index].place: leaf for index, leaf in leaves.items() if not leaf.is_dropped})
