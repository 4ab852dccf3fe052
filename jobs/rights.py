"""Requests about one's own data are chased by the clock, and erasures that nobody took back happen."""

from datetime import datetime, time, tzinfo

from jobs import alarm
from locales.say import rights as say
from locales.say import start
from storage.db import Connection
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import addresses, calendar, roster
from storage.personal import erasing, rights
from storage.rules.rights import is_chased
from storage.rules.status import Role

FROM, TO = time(8), time(17)


def tick(db: Connection, now: datetime, zone: tzinfo) -> int:
    """Erase what is due for it, then remind the coordinators, once a day each.

    Returns:
        How many people were erased.
    """
    local = now.astimezone(zone)
    doomed = rights.to_erase(db, now)
    for one in doomed:
        _erase(db, one, now, local)
    if FROM <= local.time() < TO:
        for office_id in rights.offices_asked(db):
            _chase(db, office_id, now, local)
        for office_id in addresses.offices_with_older_notice(db, start.NOTICE):
            _show_new_notice(db, office_id, now)
    return len(doomed)


def _erase(db: Connection, one: rights.Request, now: datetime, local: datetime) -> None:
    if erasing.is_needed(db, one.person_id):  # since it was decided: it is decided anew
        rights.stop_erasing(db, one, now, by=None)
        return
    erasing.erase(db, one.person_id, now, local.date(), by=None)
    rights.settle(db, one, rights.DONE, now, by=None)
    alarm.tell_coordinators(db, one.office_id, say.erased(erasing.code_of(one.person_id)), f"erased:{one.id}", now)


def _chase(db: Connection, office_id: int, now: datetime, local: datetime) -> None:
    waiting = [one for one in rights.of_office(db, office_id) if one.state == rights.OPEN]
    days, today = calendar.of_office(db, office_id), local.date()
    due = [one for one in waiting if is_chased(one.asked_at.astimezone(local.tzinfo).date(), one.due_on, today, days)]
    if due:
        alarm.tell_coordinators(db, office_id, say.chased(due, today), f"data_requests:{today}", now)


def _show_new_notice(db: Connection, office_id: int, now: datetime) -> None:
    """Once a chat and version."""
    older = addresses.with_older_notice(db, office_id, start.NOTICE)
    names = roster.holding(db, office_id, Role.COORDINATOR)
    message = start.notice_again(names[0] if names else None).as_payload()
    keyed = [(f"notice:{start.NOTICE}:{one.id}", one) for one in older]
    outbox.add(db, [Draft(key, one.chat, message, lane=outbox.BULK, person_id=one.person_id) for key, one in keyed], now)
