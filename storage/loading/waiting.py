"""Tables of an office that wait for a decision or can still be taken back, and what came of a file that was sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, or_, select

from storage.access.uploads import CHANNEL
from storage.loading.loads import APPLIED, ASKING, PREVIEW, Kept
from storage.loading.undo import WITHIN
from storage.tables import Fetch, Inbox, Load, Outbox, Person

KEPT = timedelta(days=30)
"""How long a table that nobody decided about is shown."""

MOST = 40
_OF_OFFICE = (
    select(Load.id, Load.name, Load.year, Load.sha256, Load.state, Load.created_at, Load.applied_at, Person.full_name)
    .outerjoin(Person, Person.id == Load.person_id)
    .where(
        Load.office_id == bindparam("office"),
        or_(
            and_(Load.state.in_((ASKING, PREVIEW)), Load.created_at >= bindparam("created")),
            and_(Load.state == APPLIED, Load.applied_at >= bindparam("applied")),
        ),
    )
    .order_by(Load.id.desc())
    .limit(MOST)
)
_NEXT = (
    select(Load.id)
    .where(
        Load.office_id == bindparam("office"),
        Load.sha256 == bindparam("sha256"),
        Load.created_at >= bindparam("since"),
        Load.state.in_((ASKING, PREVIEW, APPLIED)),
    )
    .order_by(Load.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A table as a list shows it; `sender` is None for the command line."""

    id: int
    name: str
    year: int
    sha256: str
    state: str
    created_at: datetime
    applied_at: datetime | None
    sender: str | None


def of_office(db: Connection, office_id: int, now: datetime) -> list[Entry]:
    """The tables to decide about and those recorded within a day, the newest first; of a file sent twice the later reading."""
    rows = db.execute(_OF_OFFICE, {"office": office_id, "created": now - KEPT, "applied": now - WITHIN})
    newest: dict[tuple[str, str, int], Entry] = {}
    for row in rows:
        one = Entry(*row)
        newest.setdefault((one.sha256, one.state, one.year), one)
    return list(newest.values())


def read_anew(db: Connection, kept: Kept) -> tuple[int | None, bool]:
    """What became of a table that was let go to be read again: its next reading, and whether that is still under way."""
    batch = f"load:{kept.id}"
    again = db.execute(select(Fetch.state, Fetch.received_at).where(Fetch.batch == batch, Fetch.purpose == "sheet")).first()
    if again is None:
        return None, False
    found = db.scalar(_NEXT, {"office": kept.office_id, "sha256": kept.sha256, "since": again.received_at})
    return found, again.state == "waiting"


def came_of(db: Connection, key: str, office_id: int) -> tuple[str, int | None]:
    """What was answered to a table that came by the page, and the number of its reading; empty and None where it was no table.

    Args:
        db: open connection.
        key: of the upload.
        office_id: whose tables are looked through.
    """
    brought = select(Inbox.id).where(Inbox.channel == CHANNEL, Inbox.update_id == key).scalar_subquery()
    file = db.execute(select(Fetch.id, Fetch.sha256, Fetch.received_at).where(Fetch.inbox_id == brought)).first()
    said = db.scalar(select(Outbox.payload).where(Outbox.key == f"sheet:{file.id}")) if file else None
    if file is None or said is None:
        return "", None
    return said["text"], db.scalar(_NEXT, {"office": office_id, "sha256": file.sha256, "since": file.received_at})
