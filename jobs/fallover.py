"""A chat or a whole channel fails: what surely was not delivered goes to the person's next chat, once, and the person is told.

Only rows of which no copy can have arrived are moved (`attempt` 0, waiting): the row itself changes its chat, so that no
message can go out twice. Answers wait for the chat where the question was asked, unless that very chat refuses us.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta, tzinfo

from jobs import alarm
from jobs.lines import SILENT
from locales.say import channels as say
from storage.db import Connection
from storage.messages import outbox, rerouting
from storage.messages.outbox import Claimed, Draft
from storage.messages.rerouting import Waiting
from storage.office import addresses, people, units

AFTER = timedelta(minutes=30)  # a channel that is away for so long lets others do its work


def chat_lost(db: Connection, chat: str, reason: str, now: datetime, usable: Collection[str] | None = None) -> str | None:
    """A chat refuses us: what waits for it goes to the person's next chat; when none of them rings a phone, the coordinators
    are told, once.

    Returns:
        The next chat, if there is one.
    """
    news = people.mark_unreachable(db, chat, reason, now)
    person_id = news or people.owner_of(db, chat)
    if person_id is None:
        return None
    following = _next(db, person_id, chat, usable)
    if news is not None and (following is None or following.partition(":")[0] in SILENT):
        person = people.by_id(db, person_id)
        key = f"unreachable:{person_id}:{now:%Y%m%d}"
        alarm.tell_coordinators(db, person.unit_id, say.unreachable(person.full_name), key, now, but=person_id)
    if following is None:
        rerouting.stop_person(db, person_id, chat, reason)
        return None
    _tell_person(db, person_id, chat, following, now)
    rerouting.move_waiting(db, rerouting.waiting_in(db, chat), following, now)
    return following


def _next(db: Connection, person_id: int, chat: str, usable: Collection[str] | None) -> str | None:
    """The next chat that rings, else a silent one: better there than nowhere."""
    ringing = addresses.next_for(db, person_id, not_chat=chat, channels=usable) if usable is not None else None
    return ringing or addresses.next_for(db, person_id, not_chat=chat)


def row_to_next(db: Connection, row: Claimed, now: datetime, usable: Collection[str], *, other_channel: bool) -> bool:
    """A claimed row that surely was not delivered goes to the person's next chat.

    Args:
        db: open connection.
        row: as claimed.
        now: the moment.
        usable: channels that can send.
        other_channel: whether the channel failed, not just the chat.
    """
    if row.person_id is None or row.attempt:
        return False
    if other_channel:
        others = [name for name in usable if name != row.channel]
        following = addresses.next_for(db, row.person_id, not_chat=row.chat, channels=others)
    else:
        following = _next(db, row.person_id, row.chat, usable)
    if following is None:
        return False
    _tell_person(db, row.person_id, row.chat, following, now, once_a="%Y%m" if other_channel else "%Y%m%d")
    rerouting.move_row(db, row.id, following, now)
    return True


def channels_gone(db: Connection, running: Collection[str], now: datetime) -> dict[str, datetime]:
    """Channels that are not set up any more, though messages have been waiting for them for long; and since when."""
    return {name: since for name, since in rerouting.waiting_since(db).items() if name not in running and now - since >= AFTER}


def channel_away(db: Connection, channel: str, since: datetime, now: datetime, zone: tzinfo, usable: Collection[str]) -> int:
    """A channel has been away for long: reminders and notices of people with another chat go there; the coordinators learn
    once who could not be reached.

    Returns:
        How many rows were moved.
    """
    others = [name for name in usable if name != channel]
    found = _following(db, channel, others)
    if found:
        _tell_coordinators(db, channel, since, now, zone, found)
    rows = 0
    for person_id, (theirs, following) in _following(db, channel, others).items():  # what the coordinators are told, too
        if following is not None:
            _tell_person(db, person_id, theirs[0].chat, following, now)
            rows += rerouting.move_waiting(db, [one.id for one in theirs], following, now)
    return rows


def _following(db: Connection, channel: str, others: Collection[str]) -> dict[int, tuple[list[Waiting], str | None]]:
    """By person: what waits for them on the channel, and their next chat on another one."""
    waiting: dict[int, list[Waiting]] = defaultdict(list)
    for one in rerouting.waiting_on(db, channel):
        waiting[one.person_id].append(one)
    return {
        person_id: (theirs, addresses.next_for(db, person_id, not_chat=theirs[0].chat, channels=others))
        for person_id, theirs in waiting.items()
    }


def _tell_coordinators(
    db: Connection,
    channel: str,
    since: datetime,
    now: datetime,
    zone: tzinfo,
    found: Mapping[int, tuple[list[Waiting], str | None]],
) -> None:
    """At most once a day and channel."""
    for office_id, _name in units.offices(db):
        staff = [one for one in people.listed(db, office_id) if one.id in found]
        left = [one.full_name for one in staff if found[one.id][1] is None]
        if staff:
            note = say.channel_away(channel, since, len(staff) - len(left), left, zone)
            alarm.tell_coordinators(db, office_id, note, f"away:{channel}:{since:%Y%m%d}", now)


def _tell_person(db: Connection, person_id: int, old: str, new: str, now: datetime, once_a: str = "%Y%m%d") -> None:
    """At most once a day and chat; once a month when the month's quota is the reason."""
    message = say.moved_to_you(old.partition(":")[0])
    key = f"moved:{person_id}:{old}:{now:{once_a}}"
    outbox.add(db, [Draft(key, new, message.as_payload(), lane=outbox.ANSWER, person_id=person_id)], now)
