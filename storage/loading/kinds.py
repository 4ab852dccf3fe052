"""Kinds of work that the text of a row suggests; a proposal becomes true by a tap, never by loading."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from storage import audit, campaigns, loads
from storage.errors import Gone
from storage.loading import standing
from storage.loading.match import match
from storage.loading.standing import Standing
from storage.loads import Kept
from storage.rules.status import Kind
from storage.tables import Criterion

DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that should perhaps be another kind of work; `index`: its place in the file."""

    index: int
    leaf: Standing
    kind: Kind


def proposals(db: Connection, kept: Kept) -> list[Proposal]:
    """What is still to be decided of a file that was applied."""
    campaign = campaigns.of_year(db, kept.office_id, kept.year)
    if campaign is None or not any(row.proposed for row in kept.rows):
        return []
    declined = set(kept.sheet.get(DECLINED, ()))
    rows = kept.rows
    leaves = match(rows, standing.of_campaign(db, campaign))
    return [
        Proposal(index, leaf, kind)
        for index, leaf in sorted(leaves.items())
        if (kind := rows[index].proposed)
        and index not in declined
        and rows[index].kind is None
        and leaf.kind is Kind.PRODUCT
        and kind is not Kind.PRODUCT
        and not leaf.is_dropped
    ]


def decide(db: Connection, kept: Kept, indexes: set[int], *, accepted: bool, by: int, now: datetime) -> None:
    """Accept or decline what was proposed for rows of a file.

    Raises:
        Gone: one of them was decided already.
    """
    found = [one for one in proposals(db, kept) if one.index in indexes]
    if len(found) != len(indexes):
        raise Gone
    if not accepted:
        declined = sorted({*kept.sheet.get(DECLINED, ()), *indexes})
        loads.put_sheet(db, kept.id, kept.sheet | {DECLINED: declined})
        return
    for one in found:
        db.execute(update(Criterion).where(Criterion.id == one.leaf.id).values(kind=one.kind.value))
        audit.note(db, "kind", f"criterion:{one.leaf.id}", now, by=by, office=kept.office_id, kind=one.kind.value)
