"""Messages that go elsewhere: what surely was not sent moves to another chat of the same person, or is cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from storage.messages import outbox
from storage.tables import Outbox

_UNSENT = (Outbox.state == "pending", Outbox.attempt == 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of which surely no copy was sent."""

    id: int
    chat: str
    person_id: int


def waiting_in(db: Connection, chat: str, *, answers: bool = True) -> list[int]:
    """What waits for a chat, surely unsent."""
    lanes = Outbox.lane >= (outbox.ANSWER if answers else outbox.NOTICE)
    return list(db.scalars(select(Outbox.id).where(Outbox.chat == chat, lanes, *_UNSENT).order_by(Outbox.id)))


def waiting_on(db: Connection, channel: str) -> list[Waiting]:
    """Reminders and notices to people that wait for a channel, surely unsent; answers stay where the question came from."""
    query = select(Outbox.id, Outbox.chat, Outbox.person_id).where(
        Outbox.channel == channel, Outbox.lane > outbox.ANSWER, Outbox.person_id.is_not(None), *_UNSENT
    )
    return [Waiting(row.id, row.chat, row.person_id) for row in db.execute(query.order_by(Outbox.id)) if row.person_id]


def waiting_since(db: Connection) -> dict[str, datetime]:
    """By channel, the moment of the oldest message that waits to be sent."""
    query = select(Outbox.channel, func.min(Outbox.created_at)).where(Outbox.state == "pending").group_by(Outbox.channel)
    return {row[0]: row[1] for row in db.execute(query)}


def move_waiting(db: Connection, ids: Sequence[int], chat: str, now: datetime) -> int:
    """Surely unsent rows go to another chat of the same person at once; what they would have edited stays in the old one."""
    changed = {"chat": chat, "channel": chat.partition(":")[0], "edits": None, "not_before": now}
    query = update(Outbox).where(Outbox.id.in_(ids), *_UNSENT).values(**changed)
    return len(db.scalars(query.returning(Outbox.id)).all())


def move_row(db: Connection, row_id: int, chat: str, now: datetime) -> None:
    """A claimed row that surely was not sent goes to another chat of the same person."""
    outbox.give_back(db, row_id, now)
    move_waiting(db, [row_id], chat, now)


def move_chat(db: Connection, old: str, new: str) -> None:
    """A group became a supergroup: what waits goes to the new chat."""
    db.execute(update(Outbox).where(Outbox.chat == old, outbox.LIVE).values(chat=new))


def stop_person(db: Connection, person_id: int, chat: str, note: str) -> None:
    """Cancel what waits for a chat that cannot be reached."""
    db.execute(
        update(Outbox)
        .where(Outbox.chat == chat, Outbox.person_id == person_id, Outbox.state.in_(("pending", "unsure")))
        .values(state="cancelled", note=note)
    )
