"""Loading the office's assignment table: a file is kept as read, compared with the list, and applied in one transaction."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from storage import audit
from storage.at_rest import collector_at_rest
from storage.errors import Gone
from storage.loading import amendments, directory, given, standing, undo
from storage.loading.compare import Before, Comparison, compared
from storage.loading.given import Given
from storage.loading.rows import Rows
from storage.loading.write import write
from storage.rules import year as windows_of_year
from storage.rules.year import ZONE, Phase
from storage.tables import Load, Unit
from storage.work import campaigns
from storage.work.updates import Stamp

ASKING, PREVIEW, APPLIED, DROPPED, UNDONE = "asking", "preview", "applied", "dropped", "undone"
REMEMBERED = 50  # files of an office that are looked through for an answer given before
_GET: Select[Any] = select(Load).where(Load.id == bindparam("load"))
_LOCK = select(Unit.id).where(Unit.id == bindparam("office")).with_for_update()  # one load of an office at a time
_HOLD = select(Load.id).where(Load.id == bindparam("load")).with_for_update()
_LAST: Select[Any] = (
    select(Load.id, Load.sheet, Load.applied_at)
    .where(Load.office_id == bindparam("office"), Load.year == bindparam("year"), Load.state == APPLIED)
    .order_by(Load.applied_at.desc(), Load.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was read, awaiting a decision or applied; `undo`: the way back, empty where it was not applied."""

    id: int
    office_id: int
    person_id: int | None
    name: str
    sha256: str
    year: int
    sheet: dict[str, Any]
    state: str
    created_at: datetime
    applied_at: datetime | None
    undo: dict[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> list[Given]:
        return given.read(self.sheet)


def keep(
    db: Connection,
    office_id: int,
    *,
    by: int | None,
    name: str,
    sha256: str,
    year: int,
    sheet: dict[str, Any],
    now: datetime,
    state: str = PREVIEW,
    zone: tzinfo = ZONE,
) -> int:
    """Keep a file that was read, for the decision that follows.

    Args:
        db: open connection.
        office_id: whose table it is.
        by: who sent it; None for the command line.
        name: of the file.
        sha256: of its bytes.
        year: năm đánh giá.
        sheet: rows and flags in the form of `load --dry-run --json`.
        now: when.
        state: PREVIEW for an assignment table; ASKING where a column has to be named before its rows are known.
        zone: the office's, by whose clock self marks are locked.

    Returns:
        The number by which buttons speak of it.
    """
    if is_locked(db, office_id, year, windows_of_year.local(now, zone)):
        sheet = sheet | {"rows": [row | {"self_score": None} for row in sheet["rows"]]}
    values = {"office_id": office_id, "person_id": by, "name": name, "sha256": sha256, "year": year, "sheet": _packed(sheet)}
    made: int = db.scalars(insert(Load).values(**values, state=state, created_at=now).returning(Load.id)).one()
    return made


def _packed(sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet as it is kept."""
    return sheet | {"rows": Rows.of(sheet["rows"]).packed()}


def _unpacked(sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet as it was before it was kept."""
    return sheet | {"rows": Rows.unpacked(sheet["rows"])}


def is_locked(db: Connection, office_id: int, year: int, local: datetime) -> bool:
    """Whether self marks of a year are locked by the office's clock, so no file brings any: the council changes them."""
    campaign = campaigns.of_year(db, office_id, year)
    if campaign is None:
        return False
    windows = campaigns.get(db, office_id, campaign).windows
    return not windows_of_year.takes_own(windows, Phase.SELF, local)


def move(db: Connection, load_id: int, before: str, after: str, now: datetime) -> None:
    """Bring a kept file from one state to the next, once.

    Raises:
        Gone: it is in another state already.
    """
    moved = update(Load).where(Load.id == load_id, Load.state == before).values(state=after, applied_at=now)
    if db.scalar(moved.returning(Load.id)) is None:
        raise Gone


def get(db: Connection, load_id: int) -> Kept:
    """A file that was kept.

    Raises:
        Gone: there is none of that number.
    """
    row = db.execute(_GET, {"load": load_id}).first()
    if row is None:
        raise Gone
    kept = Kept(*row)
    return replace(kept, sheet=_unpacked(kept.sheet), undo=kept.undo or kept.sheet.get(undo.KEY, {}))


def hold(db: Connection, load_id: int) -> None:
    """Keep everybody else from changing a file until this transaction ends; on SQLite there is one writer anyway."""
    db.execute(_HOLD, {"load": load_id})


def last_applied(db: Connection, office_id: int, year: int) -> int:
    """The number of the file that was applied last; 0 where none was."""
    row = db.execute(_LAST, {"office": office_id, "year": year}).first()
    return row.id if row else 0


def first_applied_at(db: Connection, office_id: int) -> datetime | None:
    """When the office's list was first loaded; None where it did not come from a file."""
    return db.scalar(select(func.min(Load.applied_at)).where(Load.office_id == office_id, Load.state == APPLIED))


def last_sheet(db: Connection, office_id: int, year: int) -> dict[str, Any] | None:
    """The rows of the file that was applied last, with what was decided about them."""
    row = db.execute(_LAST, {"office": office_id, "year": year}).first()
    return _unpacked(row.sheet) if row else None


def waiting_sheet(db: Connection, office_id: int, year: int) -> dict[str, Any] | None:
    """The rows of the newest file of a year that waits for a decision, with the answers given so far."""
    waiting = (Load.office_id == office_id, Load.year == year, Load.state == PREVIEW)
    sheet = db.scalar(select(Load.sheet).where(*waiting).order_by(Load.id.desc()).limit(1))
    return _unpacked(sheet) if sheet else None


def chosen_before(db: Connection, office_id: int, layout: str | None) -> dict[str, bool]:
    """What was answered about the columns of a table with the same headings: role -> whether the second one counts."""
    query = select(Load.sheet).where(Load.office_id == office_id).order_by(Load.id.desc()).limit(REMEMBERED)
    for sheet in db.scalars(query) if layout else ():
        if sheet.get("layout") == layout and sheet.get("chosen"):
            return dict(sheet["chosen"])
    return {}


def drop(db: Connection, load_id: int) -> None:
    """The file is not wanted after all."""
    db.execute(update(Load).where(Load.id == load_id, Load.state.in_((PREVIEW, ASKING))).values(state=DROPPED))


def put_sheet(db: Connection, load_id: int, sheet: dict[str, Any]) -> None:
    """Keep what was decided about single rows of a file beside them."""
    db.execute(update(Load).where(Load.id == load_id).values(sheet=_packed(sheet)))


@collector_at_rest()
def compare(db: Connection, office_id: int, year: int, rows: Sequence[Given]) -> Comparison:
    """What applying these rows would do; nothing is written."""
    campaign = campaigns.of_year(db, office_id, year)
    leaves = standing.of_campaign(db, campaign) if campaign else []
    last = db.execute(_LAST, {"office": office_id, "year": year}).first() if leaves else None
    before = Before(tuple(given.read(_unpacked(last.sheet))), last.applied_at) if last else Before()
    return compared(rows, leaves, directory.of_office(db, office_id), before)


@collector_at_rest()
def apply_kept(db: Connection, load_id: int, *, by: int | None, now: datetime, zone: tzinfo = ZONE) -> Comparison:
    """Apply a file that was kept; it is compared again, since the list may have changed since the preview.

    Raises:
        Gone: it was applied or dropped already.
    """
    kept = get(db, load_id)
    db.execute(_LOCK, {"office": kept.office_id})
    done = _differences(db, kept.office_id, kept.year, kept.rows, now, zone)
    before = undo.photograph(db, done)
    new = _write(db, kept.office_id, kept.year, done, Stamp(by, now, "sheet"))
    way_back = undo.record(db, before, done, new)
    taken = update(Load).where(Load.id == load_id, Load.state == PREVIEW).values(state=APPLIED, applied_at=now, undo=way_back)
    if db.scalar(taken.returning(Load.id)) is None:
        raise Gone
    return done


def may_undo(db: Connection, kept: Kept, now: datetime) -> bool:
    """Whether a file can be taken back: it is the newest of its year, recorded within the last 24 hours."""
    if kept.state != APPLIED or kept.applied_at is None or not kept.undo:
        return False
    return now - kept.applied_at <= undo.WITHIN and last_applied(db, kept.office_id, kept.year) == kept.id


def take_back(db: Connection, load_id: int, *, by: int | None, now: datetime) -> undo.Undone:
    """Take a file back ("Hoàn tác"): the list is as it was before, what people said since then stays.

    Raises:
        Gone: a day has passed, or another file was recorded since.
    """
    kept = get(db, load_id)
    db.execute(_LOCK, {"office": kept.office_id})
    if not may_undo(db, kept, now) or kept.applied_at is None:
        raise Gone
    taken = update(Load).where(Load.id == load_id, Load.state == APPLIED).values(state=UNDONE)
    if db.scalar(taken.returning(Load.id)) is None:
        raise Gone
    done = undo.take_back(db, kept.undo, Stamp(by, now, "sheet"), kept.applied_at)
    audit.note(db, "load_undo", f"load:{load_id}", now, by=by, office=kept.office_id, **asdict(done))
    return done


def _differences(db: Connection, office_id: int, year: int, rows: Sequence[Given], now: datetime, zone: tzinfo) -> Comparison:
    """What the rows change at this moment: once self marks are locked, none of theirs."""
    if is_locked(db, office_id, year, windows_of_year.local(now, zone)):
        rows = [replace(row, self_score=None) for row in rows]
    return compare(db, office_id, year, rows)


def _write(db: Connection, office_id: int, year: int, done: Comparison, stamp: Stamp) -> Sequence[int]:
    """Write what a comparison says, with its line in the audit; the new leaves."""
    campaign = campaigns.ensure(db, office_id, year)
    new = write(db, office_id, campaign, done, stamp)
    amendments.remember(db, campaign, done)
    counts = {"new": len(done.new), "dropped": len(done.dropped), "people": len(done.unknown_people)}
    changed = [[change.leaf.id, *sorted(change.columns)] for change in done.changed]
    audit.note(db, "load", f"campaign:{campaign}", stamp.at, by=stamp.by, office=office_id, changed=changed, **counts)
    return new
