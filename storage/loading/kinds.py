"""Kinds of work that the text of a row suggests; a proposal becomes true by a tap, never by loading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, update

from storage import audit
from storage.errors import Gone
from storage.loading import loads, standing
from storage.loading.given import Given, key
from storage.loading.loads import Kept
from storage.loading.match import match
from storage.loading.standing import Standing
from storage.rules.status import Kind
from storage.tables import Criterion
from storage.work import campaigns

DECLINED = "declined"
OPEN = frozenset({None, Kind.PRODUCT})
"""What a file says of the kind where a proposal may still be made; a product is what nobody has decided."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that should perhaps be another kind of work; `index`: its place in the file."""

    index: int
    leaf: Standing
    kind: Kind


@dataclass(frozen=True, slots=True)
class Undecided:
    """What a file that was applied leaves to be decided: other kinds of work, rows to split; and how many are split already."""

    kinds: list[Proposal]
    to_split: list[Proposal]
    split: int


def undecided(db: Connection, kept: Kept) -> Undecided:
    """Match a file with the list as it stands, once."""
    campaign = campaigns.of_year(db, kept.office_id, kept.year)
    if campaign is None:
        return Undecided([], [], 0)
    declined, rows, leaves = set(kept.sheet.get(DECLINED, ())), kept.rows, standing.of_campaign(db, campaign)
    found = sorted((index, leaf) for index, leaf in match(rows, leaves).items() if index not in declined and not leaf.is_dropped)
    return Undecided(
        [Proposal(index, leaf, kind) for index, leaf in found if (kind := _other_kind(rows[index], leaf))],
        [Proposal(index, leaf, Kind.RECURRING) for index, leaf in found if not leaf.is_split and _recurs(rows[index], leaf)],
        sum(leaf.is_split for leaf in leaves),
    )


def proposals(db: Connection, kept: Kept) -> list[Proposal]:
    """Rows of a file that was applied that should perhaps be another kind of work."""
    return undecided(db, kept).kinds


def to_split(db: Connection, kept: Kept) -> list[Proposal]:
    """Rows of a file that was applied whose text hides several periods, or that are recurring work of one date still."""
    return undecided(db, kept).to_split


def _other_kind(row: Given, leaf: Standing) -> Kind | None:
    is_open = row.kind in OPEN and leaf.kind is Kind.PRODUCT
    return row.proposed if is_open and row.proposed not in {Kind.PRODUCT, Kind.RECURRING} else None


def _recurs(row: Given, leaf: Standing) -> bool:
    hidden = row.kind in OPEN and row.proposed is Kind.RECURRING and leaf.kind is Kind.PRODUCT
    return hidden or leaf.kind is Kind.RECURRING


def declined(sheet: Mapping[str, Any], before: Mapping[str, Any]) -> list[int]:
    """Rows of a file of which the same was said in the one before: they stay as they are, and nobody is asked twice."""
    known = {_key(before["rows"][at]) for at in before.get(DECLINED, ())}
    return [at for at, row in enumerate(sheet["rows"]) if _key(row) in known] if known else []


def _key(row: Mapping[str, Any]) -> tuple[str | None, str]:
    return row["code"], key(row["subcriterion"] or row["criterion"] or "")


def decline(db: Connection, kept: Kept, *indexes: int) -> None:
    """These rows stay as they are."""
    loads.put_sheet(db, kept.id, kept.sheet | {DECLINED: sorted({*kept.sheet.get(DECLINED, ()), *indexes})})


def decide(db: Connection, kept: Kept, indexes: set[int], *, accepted: bool, by: int, now: datetime) -> None:
    """Accept or decline what was proposed for rows of a file.

    Raises:
        Gone: one of them was decided already.
    """
    found = [one for one in proposals(db, kept) if one.index in indexes]
    if len(found) != len(indexes):
        raise Gone
    if not accepted:
        decline(db, kept, *indexes)
        return
    for one in found:
        db.execute(update(Criterion).where(Criterion.id == one.leaf.id).values(kind=one.kind.value))
        audit.note(db, "kind", f"criterion:{one.leaf.id}", now, by=by, office=kept.office_id, kind=one.kind.value)


def reopen(db: Connection, kept: Kept, index: int, *, by: int, now: datetime) -> Standing:
    """Make a row of a file undecided again, whatever was decided of its kind or its periods ("Ghi nhầm, bỏ").

    Raises:
        Gone: nothing was decided, or the row is another one by now.
    """
    campaign = campaigns.of_year(db, kept.office_id, kept.year)
    leaf = match(kept.rows, standing.of_campaign(db, campaign)).get(index) if campaign else None
    declined = set(kept.sheet.get(DECLINED, ()))
    if leaf is None or leaf.is_dropped:
        raise Gone
    if index in declined:
        loads.put_sheet(db, kept.id, kept.sheet | {DECLINED: sorted(declined - {index})})
        return leaf
    row = kept.rows[index]
    if row.kind not in OPEN or row.proposed in {None, Kind.PRODUCT, Kind.RECURRING} or leaf.kind is not row.proposed:
        raise Gone
    db.execute(update(Criterion).where(Criterion.id == leaf.id).values(kind=Kind.PRODUCT.value))
    audit.note(db, "kind", f"criterion:{leaf.id}", now, by=by, office=kept.office_id, kind=Kind.PRODUCT.value)
    return leaf
