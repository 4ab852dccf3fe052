"""What the coordinator must learn of: people who cannot be reached, messages that were never confirmed."""

from collections.abc import Collection
from datetime import datetime, tzinfo

from jobs.notice import notice
from locales.message import Message
from locales.say import refused_files
from locales.say import reminders as say
from storage.db import Connection
from storage.messages import outbox
from storage.messages.outbox import Claimed
from storage.office import addresses, people, units
from storage.office.people import Official
from storage.rules.status import Role

OFFICER = "security_officer"
"""Setting of an office: who is told of marks of secrecy."""


def undelivered(db: Connection, row: Claimed, now: datetime) -> None:
    """A message that was given up is shown to the coordinator."""
    if row.person_id is not None and not row.key.startswith("alarm:"):
        _tell_undelivered(db, row.person_id, now)


def given_up(db: Connection, row_id: int, now: datetime) -> None:
    """The same for a row that was given up at a start."""
    person_id, key = outbox.whose(db, row_id)
    if person_id is not None and not key.startswith("alarm:"):
        _tell_undelivered(db, person_id, now)


def _tell_undelivered(db: Connection, person_id: int, now: datetime) -> None:
    """At most one note a person and hour."""
    person = people.by_id(db, person_id)
    note = say.not_delivered([person.full_name], 1)
    tell_coordinators(db, person.unit_id, note, f"undelivered:{person.id}:{now:%Y%m%d%H}", now, but=person.id)


def tell_security(db: Connection, sender: Official, key: str, now: datetime, zone: tzinfo) -> None:
    """Who is responsible for state secrets, else the coordinators: who sent something marked, and when; never what."""
    named = units.settings(db, sender.office_id).get(OFFICER)
    message = refused_files.told_security(sender.full_name, now, zone)
    drafts = notice(db, named, message, f"alarm:{key}:{named}") if named else []
    if drafts:
        outbox.add(db, drafts, now)
    else:
        tell_coordinators(db, sender.unit_id, message, key, now)


def tell_coordinators(db: Connection, unit_id: int, message: Message, key: str, now: datetime, *, but: int | None = None) -> None:
    """One notice to each coordinator over a unit, kept once by its key."""
    staff = people.holders(db, units.office_of(db, unit_id) or unit_id, Role.COORDINATOR)
    outbox.add(db, [draft for one in staff if one != but for draft in notice(db, one, message, f"alarm:{key}:{one}")], now)


def chats_of_coordinators(db: Connection) -> list[str]:
    """Where the coordinators of every office are reminded, each once."""
    staff = (one for office_id, _name in units.offices(db) for one in people.holders(db, office_id, Role.COORDINATOR))
    return list(dict.fromkeys(chat for one in staff if (chat := people.chat_of(db, one)) is not None))


def tell_all_offices(
    db: Connection,
    message: Message,
    key: str,
    now: datetime,
    *,
    channels: Collection[str] | None = None,
    lane: int = outbox.NOTICE,
) -> list[int]:
    """What concerns everybody here, to the coordinators of every office.

    Args:
        db: open connection.
        message: the notice.
        key: keeps it from being told twice.
        now: the moment.
        channels: told in these alone, since the usual one may be what failed; None = where reminders go.
        lane: how urgent it is.

    Returns:
        The messages that are new.
    """
    drafts = []
    for office_id, _name in units.offices(db):
        for one in people.holders(db, office_id, Role.COORDINATOR):
            chat = people.chat_of(db, one)
            if channels is not None and (chat is None or chat.partition(":")[0] not in channels):
                chat = addresses.next_for(db, one, not_chat=chat or "", channels=channels)
            if chat is not None:
                drafts += notice(db, one, message, f"alarm:{key}:{one}", chat=chat, lane=lane)
    return outbox.add(db, drafts, now)
