"""What reminders are planned from: who is to be reminded, what they hold, and how far planning has come."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, func, select, true, update

from storage.reminders import snoozes
from storage.rules.reminders import Fact
from storage.tables import Address, Assignment, ChannelState, Inbox, Outage, Outbox, Person, Snooze
from storage.work import assignments, updates
from storage.work.assignments import Work

BEAT = "clock"  # the row of channel_state that the clock keeps alive


@dataclass(frozen=True, slots=True)
class Reader:
    """A person as planning sees them.

    Attributes:
        chat: where to write; None when no phone is linked or reachable.
        linked_at: when that chat was linked.
    """

    id: int
    name: str
    chat: str | None
    linked_at: datetime | None
    hour: time | None
    planned_to: date | None
    noon_planned_on: date | None
    first_listed_at: datetime | None


_PEOPLE = (
    select(Person.id, Person.full_name, Person.hour, Person.planned_to, Person.noon_planned_on, Person.first_listed_at)
    .where(Person.left_on.is_(None))
    .order_by(Person.id)
)
_REACHABLE = (
    select(Address.person_id, Address.chat, Address.linked_at)
    .join(Person, Person.id == Address.person_id)
    .where(Address.unlinked_at.is_(None), Address.unreachable_since.is_(None), Person.locked_at.is_(None))
    .order_by(Address.preferred, Address.id.desc())
)


def readers(db: Connection, office_id: int, people: Collection[int] | None = None) -> list[Reader]:
    """Everyone who works in the office, or some of them, with the chat that reaches them."""
    asked = (Person.office_id == office_id, true() if people is None else Person.id.in_(people))
    chats = {row.person_id: (row.chat, row.linked_at) for row in db.execute(_REACHABLE.where(*asked))}
    rows = db.execute(_PEOPLE.where(*asked))
    return [_reader(row, *chats.get(row.id, (None, None))) for row in rows]


def _reader(row: Any, chat: str | None, linked_at: datetime | None) -> Reader:
    return Reader(row.id, row.full_name, chat, linked_at, row.hour, row.planned_to, row.noon_planned_on, row.first_listed_at)


def held(db: Connection, office_id: int, people: Collection[int] | None = None) -> dict[int, list[Work]]:
    """The dated rows of each person, or of some."""
    found: dict[int, list[Work]] = defaultdict(list)
    for work in assignments.dated(db, office_id, people):
        if work.person_id is not None and work.due_on is not None:
            found[work.person_id].append(work)
    return found


def facts(db: Connection, works: Iterable[Work], now: datetime, since: datetime) -> list[Fact]:
    """What the rules need to know of rows; `since` = the beginning of the local day."""
    rows = list(works)
    ids = [work.id for work in rows]
    answered = updates.answered_since(db, ids, since) if ids else set()
    put_off = _put_off(db, ids, now)
    return [
        Fact(
            work.id,
            work.kind,
            work.progress,
            work.due_on,
            listed_late_on=work.listed_late_on,
            answered_on_due_day=work.id in answered,
            paused=work.id in put_off,
        )
        for work in rows
    ]


def _put_off(db: Connection, ids: list[int], now: datetime) -> set[int]:
    """Rows that the person asked to be reminded of later: the wish itself brings them back."""
    return {one for one in snoozes.held(db, now) if one in set(ids)}


def planned(db: Connection, person_id: int, to: date, *, first_at: datetime | None = None) -> None:
    """Steps up to a day are planned; with `first_at` the first message was among them."""
    values: dict[str, Any] = {"planned_to": to} | ({"first_listed_at": first_at} if first_at else {})
    db.execute(update(Person).where(Person.id == person_id).values(**values))


def noon_planned(db: Connection, person_id: int, day: date) -> None:
    """The day's second question was planned, so that it is not asked twice."""
    db.execute(update(Person).where(Person.id == person_id).values(noon_planned_on=day))


def list_late(db: Connection, ids: list[int], day: date) -> None:
    """These rows were listed once as late before sending began: the late steps do not follow."""
    if ids:
        db.execute(update(Assignment).where(Assignment.id.in_(ids)).values(listed_late_on=day))


def withdraw_unsent(db: Connection, person_id: int) -> list[list[Any]]:
    """Take back reminders of a person that never left, so that one message says it all.

    Returns:
        Their rows, as `[assignment, step]`.
    """
    query = (
        update(Outbox)
        .where(Outbox.person_id == person_id, Outbox.kind == "reminders", Outbox.state == "pending", Outbox.attempt == 0)
        .values(state="cancelled", note="told in a later message")
        .returning(Outbox.payload)
    )
    return [row for payload in db.scalars(query) for row in payload["rows"]]


def beat(db: Connection, now: datetime) -> datetime | None:
    """The clock is alive.

    Returns:
        When it was last alive; None at the very first time.
    """
    last = db.scalar(select(ChannelState.alive_at).where(ChannelState.channel == BEAT))
    if last is None:
        db.execute(ChannelState.__table__.insert().values(channel=BEAT, next_offset=0, alive_at=now))  # type: ignore[attr-defined]
    else:
        db.execute(update(ChannelState).where(ChannelState.channel == BEAT).values(alive_at=now))
    return last


def note_outage(db: Connection, began_at: datetime, ended_at: datetime) -> None:
    """Keep that the clock stood still between two moments: what fell due meanwhile counts against nobody."""
    db.execute(Outage.__table__.insert().values(began_at=began_at, ended_at=ended_at))  # type: ignore[attr-defined]


def outage_since(db: Connection, since: datetime) -> tuple[datetime, datetime] | None:
    """The outages that ended after a moment, as one span."""
    row = db.execute(select(func.min(Outage.began_at), func.max(Outage.ended_at)).where(Outage.ended_at > since)).one()
    return (row[0], row[1]) if row[0] else None


def due_snoozes(db: Connection, office_id: int, now: datetime) -> list[tuple[int, int, int]]:
    """`(snooze, assignment, person)` of an office's "Nhắc lại sau" whose time has come."""
    query = (
        select(Snooze.id, Snooze.assignment_id, Snooze.person_id)
        .join(Person, Person.id == Snooze.person_id)
        .where(Person.office_id == office_id, Snooze.planned.is_(False), Snooze.remind_at <= now)
        .order_by(Snooze.id)
    )
    return [(row[0], row[1], row[2]) for row in db.execute(query)]


def talking_at(db: Connection, since: datetime) -> list[str]:
    """Chats in which somebody wrote or tapped since a moment; a reminder that we sent is no talk."""
    return list(db.scalars(select(Inbox.chat).where(Inbox.received_at >= since).distinct()))
