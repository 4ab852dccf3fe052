"""The last look before a message leaves: the facts as they are now make its words, or cancel it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from pathlib import Path

from jobs.outcome import Abilities
from locales.message import SECRET, Message, from_payload
from locales.say import choices
from locales.say import reminders as say
from locales.say import unplaced as say_unplaced
from locales.say import urging as say_urging
from locales.say.work import Line
from storage.access import passes
from storage.db import Connection
from storage.evidence import unplaced
from storage.messages import conversations
from storage.messages.conversations import Notice
from storage.messages.outbox import URGING, Claimed
from storage.office import calendar, people
from storage.office.people import Official
from storage.reminders import terms
from storage.rules.calendar import Calendar, add_working_days
from storage.rules.deadlines import days_late, days_left, last_day_to_finish
from storage.rules.status import NOBODYS_WORK, OPEN, Kind
from storage.work import assignments, plans
from storage.work.assignments import Work

ANYTHING = Abilities()


@dataclass(frozen=True, slots=True)
class Ready:
    """A message with its words, or None with the reason why it is not sent any more."""

    message: Message | None
    note: str = ""


def line(work: Work, today: date, cal: Calendar) -> Line:
    """A row with what today makes of it: working days left, and by when it should be done; what nobody owes is never late."""
    if work.due_on is None or work.kind in NOBODYS_WORK:
        return Line(work)
    late = today > work.due_on
    if late and work.kind is Kind.BONUS:
        return Line(work)
    days = -days_late(work.due_on, today, cal) if late else days_left(work.due_on, today, cal)
    finish = last_day_to_finish(work.due_on, cal)
    return Line(work, days, finish if finish != work.due_on and not late else None)


def ready(
    db: Connection, row: Claimed, now: datetime, zone: tzinfo, can: Abilities = ANYTHING, *, foreseen: Ready | None = None
) -> Ready:
    """What to send for an outbox row, looked at again at the moment of sending, for a channel that can so much.

    Args:
        db: open connection, able to write.
        row: as it was claimed.
        now: the moment of sending.
        zone: the office's time zone.
        can: what the channel can do.
        foreseen: its words, if they were made an instant ago.
    """
    if row.expires_at is not None and row.expires_at < now:
        return Ready(None, "expired")
    made = foreseen or WORDS.get(row.kind, _unlocked)(db, row, now, zone)
    message = made.message
    if message is not None and message.choices and (row.lane or "offers" in row.payload):
        message = _offered(db, row, message, now, can)
    if message is not None and row.attempt:
        message = replace(message, text=say.again_mark(message.text))
    return replace(made, message=message)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Rows as they are about to be claimed, and the words of the reminders among them."""

    rows: Mapping[int, Claimed]
    words: Mapping[int, Ready]

    def of(self, row: Claimed) -> Ready | None:
        """The words of a row that is still what it was."""
        return self.words.get(row.id) if self.rows.get(row.id) == row else None


NOTHING = Foreseen({}, {})


def foresee(db: Connection, rows: Sequence[Claimed], now: datetime, zone: tzinfo) -> Foreseen:
    """Word the reminders among rows that are about to be claimed: that takes many looks, which need not hold up the writer."""
    words = {}
    for row in rows:
        if row.kind == "reminders":
            with suppress(Exception):  # a row that cannot be read is told of when it is claimed
                words[row.id] = _reminder(db, row, now, zone)
    return Foreseen({row.id: row for row in rows}, words)


def _unlocked(db: Connection, row: Claimed, now: datetime, _zone: tzinfo) -> Ready:
    """The secret of a link or a code is made at this moment and put into the words."""
    message = from_payload(row.payload)
    if message.opens is None:
        return Ready(message)
    minted = passes.mint(db, message.opens, row.person_id, now)
    if minted is None:
        return Ready(None, "used, revoked or run out")
    text = message.text.replace(SECRET, minted.shown)
    return Ready(replace(message, text=text, codes=(minted.shown,), holds_until=minted.until))


def _offered(db: Connection, row: Claimed, message: Message, now: datetime, can: Abilities) -> Message:
    """A number typed after this message picks one of its choices, unless a question is open in the chat."""
    since = row.payload.get("offers")
    notice = Notice(
        text=message.text,
        offered=message.offered,
        after=datetime.fromisoformat(since) if since else None,
        about=message.about or tuple(row.about),
        asks=row.kind == "reminders",
    )
    takes = conversations.offer_in_passing(db, row.chat, notice, now)
    return message if takes or can.buttons else choices.waits(message)


def located(message: Message, data_dir: Path) -> Message:
    """The file's path as this machine has it; the outbox keeps it relative, so that a restored copy may lie elsewhere."""
    if message.file is None:
        return message
    return replace(message, file=message.file | {"path": str(data_dir / message.file["path"])})


def is_gone(message: Message) -> bool:
    """Whether a file is no longer there, as the papers of a restored copy, or cut; what is drawn as it leaves never is."""
    if message.file is None or "draws" in message.file:
        return False
    path, size = Path(message.file["path"]), message.file.get("size")
    return not path.exists() or (size is not None and path.stat().st_size != size)


def _reminder(db: Connection, row: Claimed, now: datetime, zone: tzinfo) -> Ready:
    """Rows done, handed over or dropped since planning are left out; nothing left = nothing sent."""
    assert row.person_id is not None, "a reminder is for somebody"
    if people.chat_of(db, row.person_id) is None:
        return Ready(None, "no chat reaches the person any more")
    today = now.astimezone(zone).date()
    person = people.by_id(db, row.person_id)
    items = _items(db, person, dict(row.payload["rows"]), today)
    loose = unplaced.of_person(db, person.id) if row.payload["slot"] == "morning" else []
    if not items:
        return Ready(say_unplaced.alone(person.full_name, loose, zone)) if loose else Ready(None, "nothing left to remind of")
    span = row.payload.get("outage")
    outage = say.outage(datetime.fromisoformat(span[0]), datetime.fromisoformat(span[1]), zone) if span else ""
    in_full = terms.policy(db, person.office_id).rows_in_full
    message = say.grouped(person.full_name, items, today=today, in_full=in_full, outage=outage)
    return Ready(say_unplaced.added(message, loose, zone) if loose else message)


def _items(db: Connection, person: Official, steps: dict[int, str], today: date) -> list[say.Item]:
    """The rows that the person still has to do, own ones and those of colleagues on leave."""
    held = {work.id for work in assignments.stood_in_by(db, person.id, today)}
    works = [
        work
        for work in assignments.several(db, list(steps))
        if (work.person_id == person.id or work.id in held) and work.progress in OPEN
    ]
    cal = calendar.of_office(db, person.office_id)
    planned = plans.open_by(db, [work.id for work in works], add_working_days(today, 1, cal)) if works else []
    return [
        say.Item(
            line(work, today, cal),
            steps[work.id],
            tuple(one for one in planned if one.assignment_id == work.id),
            instead_of=work.person if work.id in held else None,
        )
        for work in works
    ]


def _urging(db: Connection, row: Claimed, now: datetime, zone: tzinfo) -> Ready:
    """What a leader asked at night: rows done, handed over or dropped since are left out, lateness is counted anew."""
    today = now.astimezone(zone).date()
    works = [one for one in assignments.several(db, row.about) if one.person_id == row.person_id and one.progress in OPEN]
    if not works:
        return Ready(None, "nothing left to urge about")
    cal = calendar.of_office(db, works[0].office_id)
    rows = [say_urging.Row(one.id, one.name, one.title, one.due_on, max(0, -(line(one, today, cal).days or 0))) for one in works]
    order = row.payload["order"]
    return Ready(say_urging.urge(order["by"], rows, order["sentence"]))


WORDS = {"reminders": _reminder, URGING: _urging}
"""Who words a message of which kind when it leaves; of every other kind the words are kept."""
