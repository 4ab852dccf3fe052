"""Files that were sent in a chat: kept as rows in the turn that saw them, fetched until their bytes are safe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.errors import Gone
from storage.tables import Evidence, Fetch, Outbox

HOLD = timedelta(minutes=5)  # a claimed row is due again after this, should its process have died
BACK_OFF = (5, 30, 120, 600, 1800, 3600)  # seconds after the first, second ... failure
MAX_TRIES = len(BACK_OFF) + 1
BURNT = ("secret", "number_only", "erased")  # reasons for which bytes are destroyed at once
TELL_AFTER = 3  # failures after which the person learns that it takes longer


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as a turn saw it; the fields are those of the table. `channel` has the bytes: None = the one of the chat."""

    inbox_id: int
    position: int
    chat: str
    person_id: int
    batch: str
    file_ref: dict[str, Any]
    kind: str
    name: str
    mime: str | None
    size: int | None
    caption: str | None
    assignment_id: int | None = None
    purpose: str = "evidence"
    receipt: str | None = None
    channel: str | None = None
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A file whose bytes are to be fetched; position: among those that came with one message."""

    id: int
    position: int
    channel: str
    chat: str
    person_id: int
    batch: str
    file_ref: dict[str, Any]
    kind: str
    name: str
    mime: str | None
    size: int | None
    caption: str | None
    received_at: datetime
    assignment_id: int | None
    purpose: str
    tries: int


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a batch."""

    id: int
    name: str
    mime: str | None
    state: str
    error: str | None
    caption: str | None


@dataclass(frozen=True, slots=True)
class Batch:
    """What was sent together: one question and one receipt for all of it.

    Attributes:
        first: its oldest row; buttons name the batch by it.
        receipt: key of the outbox row to edit, once something was told.
        also: further assignments that it serves.
    """

    first: int
    chat: str
    key: str
    person_id: int
    purpose: str
    assignment_id: int | None
    receipt: str | None
    parts: tuple[Part, ...]
    also: tuple[int, ...] = ()

    def in_state(self, *states: str) -> tuple[Part, ...]:
        return tuple(one for one in self.parts if one.state in states)

    @property
    def refused_for(self) -> str | None:
        """Why nothing of this batch is taken (`secret`, `number_only`, `dropped`, `no_table`); None as a rule."""
        return next((one.error for one in self.parts if one.state == "withdrawn"), None)


_JOB = tuple(getattr(Fetch, name) for name in Job.__slots__)
_BATCH = (
    select(Fetch.id, Fetch.name, Fetch.mime, Fetch.state, Fetch.error, Fetch.caption)
    .add_columns(Fetch.chat, Fetch.batch, Fetch.person_id, Fetch.purpose, Fetch.assignment_id, Fetch.receipt, Fetch.also)
    .where(Fetch.chat == bindparam("chat"), Fetch.batch == bindparam("batch"))
    .order_by(Fetch.id)
    .with_for_update()  # on PostgreSQL siblings are recorded side by side: all take the rows of a batch in one order
)
_DUE = (
    select(Fetch.id)
    .where(
        Fetch.state == "waiting",
        Fetch.not_before <= bindparam("now"),
        Fetch.channel.in_(bindparam("channels", expanding=True)),
    )
    .order_by(Fetch.not_before, Fetch.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_SET = update(Fetch).where(Fetch.id == bindparam("row"), Fetch.state == "waiting")


def keep(db: Connection, arrivals: Sequence[Arrival], now: datetime) -> list[int]:
    """Remember files to fetch; nothing of them is safe yet."""
    rows = [
        {name: getattr(one, name) for name in Arrival.__slots__}
        | {
            "also": list(one.also),
            "channel": one.channel or one.chat.partition(":")[0],
            "received_at": now,
            "state": "waiting",
            "tries": 0,
            "not_before": now,
        }
        for one in arrivals
    ]
    return list(db.scalars(insert(Fetch).returning(Fetch.id), rows)) if rows else []


def of_message(db: Connection, chat: str, key: str) -> Batch | None:
    """The batch of an album or message, if anything of it came before."""
    rows = db.execute(_BATCH, {"chat": chat, "batch": key}).all()
    if not rows:
        return None
    head = rows[0]
    assignment = next((row.assignment_id for row in rows if row.assignment_id), None)
    receipt = next((row.receipt for row in rows if row.receipt), None)
    parts = tuple(Part(*row[:6]) for row in rows)
    also = tuple(dict.fromkeys(one for row in rows for one in row.also))
    return Batch(head.id, head.chat, head.batch, head.person_id, head.purpose, assignment, receipt, parts, also)


def latest(db: Connection, chat: str, since: datetime) -> Batch | None:
    """The batch that a chat sent last, if its newest file came after a moment."""
    newest = select(Fetch.batch, Fetch.received_at).where(Fetch.chat == chat).order_by(Fetch.id.desc()).limit(1)
    row = db.execute(newest).first()
    return of_message(db, chat, row.batch) if row and row.received_at >= since else None


def batch_of(db: Connection, fetch_id: int, person_id: int) -> Batch:
    """The batch that a button names by one of its rows, for the person who sent it.

    Raises:
        Gone: there is none, or somebody else sent it.
    """
    query = select(Fetch.chat, Fetch.batch).where(Fetch.id == fetch_id, Fetch.person_id == person_id)
    row = db.execute(query).first()
    found = of_message(db, row.chat, row.batch) if row else None
    if found is None:
        raise Gone
    return found


def sender_of(db: Connection, fetch_id: object) -> int | None:
    """Who sent the file; None where there is none of that number."""
    return db.scalar(select(Fetch.person_id).where(Fetch.id == fetch_id)) if isinstance(fetch_id, int) else None


def lock(db: Connection, job: Job) -> None:
    """Take hold of the whole batch before a row of it is changed, so that siblings never wait for each other crosswise."""
    db.execute(_BATCH, {"chat": job.chat, "batch": job.batch})


def _of(batch: Batch) -> Any:
    return (Fetch.chat == batch.chat, Fetch.batch == batch.key)


def assign(db: Connection, batch: Batch, assignment_id: int) -> None:
    """Say what all files of the batch are for, those still to be fetched included."""
    db.execute(update(Fetch).where(*_of(batch)).values(assignment_id=assignment_id, purpose="evidence"))


def unassign(db: Connection, batch: Batch) -> None:
    """Nobody knows any more what the files of the batch are for."""
    db.execute(update(Fetch).where(*_of(batch)).values(assignment_id=None, also=[]))


def set_also(db: Connection, batch: Batch, assignment_ids: Sequence[int]) -> None:
    """Say what else all files of the batch are for, those still to be fetched included."""
    db.execute(update(Fetch).where(*_of(batch)).values(also=list(assignment_ids)))


def set_receipt(db: Connection, batch: Batch, key: str) -> None:
    """Remember what was told of the batch: the key of the outbox row that later words edit."""
    db.execute(update(Fetch).where(*_of(batch)).values(receipt=key))


def withdraw(db: Connection, batch: Batch, why: str) -> None:
    """Take no file of this batch, whatever has come of it: `secret`, `number_only` or `dropped`."""
    db.execute(update(Fetch).where(*_of(batch), Fetch.state != "failed").values(state="withdrawn", error=why))
    if why in {"secret", "erased"}:
        db.execute(update(Fetch).where(*_of(batch)).values(name="", caption=None, file_ref={}))


def claim(db: Connection, channels: Sequence[str], most: int, now: datetime) -> list[Job]:
    """Take up to `most` files to fetch; each try counts as soon as it is begun, so that a fatal file ends some day."""
    ids = list(db.scalars(_DUE, {"now": now, "channels": list(channels), "most": most}))
    if not ids:
        return []
    db.execute(update(Fetch).where(Fetch.id.in_(ids)).values(tries=Fetch.tries + 1, not_before=now + HOLD))
    return [Job(*row) for row in db.execute(select(*_JOB).where(Fetch.id.in_(ids)).order_by(Fetch.id))]


def recover(db: Connection, now: datetime) -> None:
    """At a start: what the last process held is due at once."""
    db.execute(update(Fetch).where(Fetch.state == "waiting", Fetch.not_before > now).values(not_before=now))


def give_back(db: Connection, job: Job, error: str, now: datetime, *, wait: float | None = None) -> bool:
    """The bytes did not come whole: try again later, or give up after the last try.

    Returns:
        Whether it was given up.
    """
    if job.tries >= MAX_TRIES:
        return fail(db, job, error)
    pause = timedelta(seconds=BACK_OFF[job.tries - 1] if wait is None else wait)
    db.execute(_SET.values(not_before=now + pause, error=error[:300]), {"row": job.id})
    return False


def fail(db: Connection, job: Job, error: str) -> bool:
    """The bytes will never come; returns whether this is news."""
    done = db.scalar(_SET.values(state="failed", error=error[:300]).returning(Fetch.id), {"row": job.id})
    return done is not None


def store(db: Connection, job: Job, sha256: str, size: int) -> bool:
    """The bytes are safe; returns False when the file was withdrawn meanwhile."""
    values = {"state": "stored", "sha256": sha256, "stored_size": size, "error": None}
    return db.scalar(_SET.values(**values).returning(Fetch.id), {"row": job.id}) is not None


def as_evidence(db: Connection, job: Job) -> None:
    """It was no assignment table after all."""
    db.execute(update(Fetch).where(Fetch.id == job.id).values(purpose="evidence"))


def to_burn(db: Connection) -> list[tuple[int, str]]:
    """`(fetch, hash)` of what came home before it was known that it must not be kept."""
    query = (
        select(Fetch.id, Fetch.sha256, Evidence.shown_sha256)
        .outerjoin(Evidence, Evidence.fetch_id == Fetch.id)
        .where(Fetch.state == "withdrawn", Fetch.error.in_(BURNT), Fetch.sha256.is_not(None))
    )
    return [(row.id, one) for row in db.execute(query) for one in (row.sha256, row.shown_sha256) if one]


def burnt(db: Connection, fetch_ids: Sequence[int]) -> None:
    db.execute(update(Fetch).where(Fetch.id.in_(fetch_ids)).values(sha256=None, stored_size=None))


def forget_edits(db: Connection, batch: Batch) -> None:
    """A newer count is about to be told: older ones that have not left yet need not."""
    stale = (Outbox.chat == batch.chat, Outbox.edits == f"row:{batch.receipt}", Outbox.state == "pending")
    db.execute(update(Outbox).where(*stale).values(state="cancelled", note="a newer count follows"))
