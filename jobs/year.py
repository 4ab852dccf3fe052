"""The year's locks as the clock sees them: who still has to mark or explain is told before, the office before and at the lock."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, tzinfo

from jobs.notice import notice
from locales.message import Message
from locales.say import explain as say_explain
from locales.say import marks as say
from storage.db import Connection
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import calendar, people, units
from storage.points import marking
from storage.points.marking import Line
from storage.reminders import terms
from storage.rules import year as rules
from storage.rules.hours import slot_on, within
from storage.rules.status import Role
from storage.rules.year import Phase
from storage.work import campaigns
from storage.work.campaigns import Year

TOLD = "told"
"""Key of a year's settings under which lies what was told last of each lock, so that a tick costs nothing afterwards."""
DESK = (Role.COORDINATOR, Role.COUNCIL)


@dataclass(frozen=True, slots=True)
class Bell:
    """What is to be told of a lock.

    Attributes:
        left: working days to the lock; None at the lock itself.
        lines: the year's sheet of marks.
    """

    year: Year
    phase: Phase
    lock: datetime
    left: int | None
    lines: list[Line]

    @property
    def missing(self) -> list[Line]:
        """The rows that somebody still has to mark, or to explain."""
        if self.phase is Phase.EXPLAIN:
            return [one for one in self.lines if one.must_explain]
        return [one for one in self.lines if one.basis is not None and not one.is_marked]

    @property
    def mark(self) -> str:
        return mark_of(self.lock, self.left)


def mark_of(lock: datetime, left: int | None) -> str:
    """What was told last of a window: its lock, and how many rows were still unmarked, or that it has fallen."""
    return f"{lock:%Y%m%d%H%M}:{'locked' if left is None else left}"


def tick(db: Connection, now: datetime, zone: tzinfo) -> int:
    """Tell what has become due in every office that sends; returns how many messages were added."""
    added = 0
    local = now.astimezone(zone).replace(tzinfo=None)
    for one in units.sending(db):
        for campaign_id, _year in campaigns.open_years(db, one.office_id):
            for phase in rules.OWN_LOCK:
                added += _ring(db, _bell(db, campaigns.get(db, one.office_id, campaign_id), phase, local), now, local)
    return added


def _ring(db: Connection, bell: Bell | None, now: datetime, local: datetime) -> int:
    if bell is None:
        return 0
    campaigns.set_setting(db, bell.year.id, TOLD, bell.year.settings.get(TOLD, {}) | {bell.phase.value: bell.mark})
    return len(outbox.add(db, [*_to_people(db, bell, now, local), *_to_office(db, bell, local)], now))


def _bell(db: Connection, year: Year, phase: Phase, local: datetime) -> Bell | None:
    """What is to be told now of a lock; None while nothing is, or it was told already."""
    window = year.window(phase)
    lock = rules.lock_of(window)
    if lock is None:
        return None
    cal = calendar.of_office(db, year.office_id)
    left = rules.warns(window, local.date(), cal) if local < lock else None
    if (local < lock and left is None) or year.settings.get(TOLD, {}).get(phase.value) == mark_of(lock, left):
        return None
    settings = units.settings(db, year.office_id)
    morning = terms.policy_of(settings).morning
    if not within(local, terms.hours_of(settings), cal) or local < slot_on(local.date(), morning):
        return None
    return Bell(year, phase, lock, left, marking.sheet(db, year.id, lock.date()))


def _to_people(db: Connection, bell: Bell, now: datetime, local: datetime) -> list[Draft]:
    """Each person who has not marked everything; what did not arrive by the lock is not worth sending."""
    by_person: dict[int, list[Line]] = defaultdict(list)
    for one in bell.missing:
        if one.leaf.person_id is not None and bell.left is not None:
            by_person[one.leaf.person_id].append(one)
    until = now + (bell.lock - local)
    words = say_explain.warning if bell.phase is Phase.EXPLAIN else say.warning
    return [
        one
        for person, lines in by_person.items()
        for one in _draft(db, bell, person, words(bell.year, lines, bell.left or 0), until)
    ]


def _to_office(db: Connection, bell: Bell, local: datetime) -> list[Draft]:
    """Coordinators and council: who is missing, and at the lock what they meet on."""
    missing = Counter(one.leaf.person or "" for one in bell.missing).most_common()
    is_locked = bell.left is None
    may_change = rules.takes_office(bell.year.windows, Phase.SELF, local)  # after an outage the province may have locked too
    message = say.standing(bell.year, missing, marking.totals_of(bell.lines), locked=is_locked, may_change=may_change)
    if bell.phase is Phase.EXPLAIN:
        message = say_explain.standing(bell.year, missing, locked=is_locked)
    desk = people.holders(db, bell.year.office_id, *DESK)
    return [one for person in desk for one in _draft(db, bell, person, message, None, "desk:")]


def _draft(db: Connection, bell: Bell, person: int, message: Message, until: datetime | None, kind: str = "") -> list[Draft]:
    key = f"year:{bell.year.id}:{bell.phase.value}:{bell.mark}:{kind}{person}"
    return notice(db, person, message, key, expires_at=until)
