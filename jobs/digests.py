"""What leaders get without asking, on working days only: late work that climbs the ladder, Mondays, the eve of a sitting."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jobs.glance import DEPUTY_FIELDS, Glance, glance
from jobs.making import Later
from jobs.notice import notice
from jobs.plan import Desk, desk
from locales.message import Message
from locales.say import digests as say
from locales.say import placing as say_placing
from locales.say import unplaced as say_unplaced
from storage import audit
from storage.db import Connection
from storage.evidence import documents, unplaced
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.names import in_order
from storage.office import people, units
from storage.office.people import Official
from storage.office.units import Sending
from storage.reminders import escalations, terms
from storage.rules.calendar import add_working_days, is_working_day, working_day_on_or_before
from storage.rules.deadlines import days_late
from storage.rules.escalation import DEFAULT_AFTER, rung, told
from storage.rules.glance import is_late
from storage.rules.hours import slot_on, within
from storage.rules.policy import inside
from storage.rules.rollup import Leaf
from storage.rules.status import NOBODYS_WORK, Kind, Progress, Role, is_owed
from storage.work import causes
from storage.work.assignments import Work

MORNING_DONE, EVENING_DONE, SITTINGS = "leaders_morning", "leaders_evening", "sittings"
EVENING = time(16, 30)
LEADERS = (Role.CHAIRPERSON, Role.DEPUTY, Role.HEAD)
WARNED = 5
"""Working days before a cut-off from which it stands in the Monday digest."""


class Asks(Protocol):
    """Of a turn: who asks, of which moment, and where papers lie."""

    db: Connection
    now: datetime

    @property
    def zone(self) -> tzinfo: ...
    @property
    def data_dir(self) -> Path: ...
    @property
    def person(self) -> Official: ...


Holders = Callable[[int, Role], list[int]]  # unit and role -> people; late rows of one unit ask for the same ones


def tick(db: Connection, now: datetime, zone: tzinfo, *, papers: bool = False) -> int:
    """Plan what has become due for the leaders of every office that sends; each morning and each evening once.

    Args:
        db: open connection.
        now: the moment.
        zone: the office's time zone.
        papers: whether somebody makes them here; else the week's workbook is left out.

    Returns:
        How many messages were added.
    """
    return sum(_office(db, one, now, zone, papers=papers) for one in units.sending(db))


def _office(db: Connection, sending: Sending, now: datetime, zone: tzinfo, *, papers: bool) -> int:
    office_id, settings, local = sending.office_id, sending.settings, now.astimezone(zone).replace(tzinfo=None)
    day = f"{local:%Y-%m-%d}"
    morning = local >= slot_on(local.date(), terms.policy_of(settings).morning) and settings.get(MORNING_DONE) != day
    hours = terms.hours_of(settings)
    evening = local.time() >= inside(EVENING, hours) and settings.get(EVENING_DONE) != day
    if not (morning or evening):
        return 0
    at = desk(db, office_id, now, zone)
    if not within(local, hours, at.calendar):
        return 0
    drafts: list[Draft] = []
    if morning:
        units.set_setting(db, office_id, MORNING_DONE, day)
        drafts += _escalate(at, settings, sending.since.astimezone(zone).date())
        if _first_of_week(at):
            drafts += _monday(at, papers=papers)
        drafts += _sitting(at, settings, eve=False)
    if evening:
        units.set_setting(db, office_id, EVENING_DONE, day)
        drafts += _sitting(at, settings, eve=True)
    return len(outbox.add(db, drafts, now)) if drafts else 0


def _first_of_week(at: Desk) -> bool:
    """Monday, or the first working day after it where Monday is off."""
    monday = at.today - timedelta(days=at.today.weekday())
    before = [monday + timedelta(days=n) for n in range((at.today - monday).days)]
    return not any(is_working_day(day, at.calendar) for day in before)


def _draft(at: Desk, person_id: int, message: Message, key: str, kind: str = "message") -> list[Draft]:
    evening = datetime.combine(at.today + timedelta(days=1), time(), at.zone).astimezone(UTC)
    return notice(at.db, person_id, message, f"{key}:{person_id}", kind=kind, expires_at=evening)


def _escalate(at: Desk, settings: dict[str, Any], since: date) -> list[Draft]:
    """Rows that have climbed a rung since the last time; what was late before sending began is left to the digests."""
    after = tuple(settings.get(escalations.AFTER) or DEFAULT_AFTER)
    known = escalations.known(at.db, at.office_id)
    holders: Holders = cache(lambda unit_id, role: people.holders(at.db, unit_id, role))
    by_person: dict[int, list[tuple[Work, int]]] = defaultdict(list)
    for works in at.works.values():
        for work in works:
            days = _days(at, work, since)
            place = rung(days, after)
            subject = f"{place}:{work.id}:{work.due_on}"
            if place is None or subject in known:
                continue
            for one in told(place, _ladder(at, work, settings, holders), work.person_id):
                by_person[one].append((work, days))
            audit.note(at.db, escalations.ACTION, subject, at.now, office=at.office_id)
    return [draft for one, rows in by_person.items() for draft in _draft(at, one, _split(at, rows), f"escalate:{at.today}")]


def _days(at: Desk, work: Work, since: date) -> int:
    """Working days late; 0 for what was late before sending began, which is left to the digests."""
    if work.due_on is None or not since <= work.due_on < at.today or not is_owed(work.kind, work.progress):
        return 0
    return days_late(work.due_on, at.today, at.calendar)


def _ladder(at: Desk, work: Work, settings: dict[str, Any], holders: Holders) -> tuple[list[int], list[int], list[int]]:
    """Head of the unit, deputy in charge of the field (all deputies where none is named), chairperson."""
    charge = settings.get(DEPUTY_FIELDS, {})
    deputies = holders(work.unit_id, Role.DEPUTY)
    if charge and work.person_id not in deputies:
        field = escalations.field_of(at.db, work.id)
        deputies = [one for one in deputies if field in charge.get(str(one), [field])]
    return holders(work.unit_id, Role.HEAD), deputies, holders(work.unit_id, Role.CHAIRPERSON)


def _split(at: Desk, rows: Sequence[tuple[Work, int]]) -> Message:
    ordered = sorted(rows, key=lambda one: -one[1])
    why = causes.standing(at.db, [work.id for work, _days in ordered])
    return say.escalated([one for one in ordered if one[0].blocked], [one for one in ordered if not one[0].blocked], why)


def _monday(at: Desk, *, papers: bool) -> list[Draft]:
    """The digest to each leader, and the week's work as a workbook to the coordinator."""
    drafts = []
    for person in _holders(at, *LEADERS):
        found = glance(at.db, person, at.now, at.zone)
        if found is not None and found.leaves:
            message = say.monday(found.scope, found.summary, cut_offs(at, found.leaves))
            drafts += _draft(at, person.id, message, f"monday:{at.today}")
    for person in _holders(at, Role.COORDINATOR) if papers else ():
        drafts += _workbook(at, person)
    return drafts


def _holders(at: Desk, *roles: Role) -> list[Official]:
    return [one for one in people.listed(at.db, at.office_id) if one.holds(*roles)]


def cut_offs(at: Desk, leaves: Sequence[Leaf]) -> list[tuple[date, int]]:
    """Days on which figures close soon, and how many indicators still need one."""
    horizon = add_working_days(at.today, WARNED, at.calendar)
    open_ones = [leaf for leaf in leaves if leaf.kind is Kind.FIGURE and is_owed(leaf.kind, leaf.progress)]
    days = Counter(leaf.due_on for leaf in open_ones if leaf.due_on is not None and at.today <= leaf.due_on <= horizon)
    return sorted((day, count) for day, count in days.items() if day is not None)


def _workbook(at: Desk, person: Official) -> list[Draft]:
    """The wish for it: it is made beside the clock."""
    from locales.say import office_papers as say_papers

    found = glance(at.db, person, at.now, at.zone)
    if found is None or not found.leaves:
        return []
    wish = say_papers.not_made(say.week_name(at.today), "week", (), None)
    return _draft(at, person.id, wish, f"week:{at.today}", outbox.WISH)


def make_week(turn: Asks) -> Later:
    """The week's work of this moment as a workbook."""
    at = desk(turn.db, turn.person.office_id, turn.now, turn.zone)
    found = glance(at.db, turn.person, at.now, at.zone)
    if found is None or not found.leaves:
        return list
    rows, data_dir = due_this_week(at, found), turn.data_dir
    loose = unplaced.long_open(at.db, at.office_id, at.today, at.zone, at.calendar)
    to_place = len(unplaced.to_place(at.db, turn.person, at.today, at.zone, at.calendar))

    def later() -> list[Message]:
        from locales.papers import shelf, week

        path = shelf.place(data_dir, ".xlsx")
        week.write(path, found.scope, rows)
        file = {"path": str(Path(shelf.FOLDER) / path.name), "name": say.week_file(at.today, found.scope.name)}
        return [say_placing.beside(say.week(at.today, file, say_unplaced.for_coordinator(loose, at.zone)), to_place)]

    return later


def due_this_week(at: Desk, found: Glance) -> list[Leaf]:
    """What is late or due before the next Monday, by person and date."""
    sunday = at.today + timedelta(days=6 - at.today.weekday())
    rows = [leaf for leaf in found.leaves if leaf.due_on and leaf.due_on <= sunday and is_owed(leaf.kind, leaf.progress)]
    return sorted(rows, key=lambda leaf: (leaf.person is None, in_order(leaf.person or ""), leaf.due_on or at.today, leaf.name))


def _sitting(at: Desk, settings: dict[str, Any], *, eve: bool) -> list[Draft]:
    """On the last working day before a sitting: what is to be spoken of, to chairperson and coordinator.

    In the morning of the sitting itself whoever has not got it: nothing could be sent the day before, or it was not yet known.
    """
    days = [date.fromisoformat(one) for one in settings.get(SITTINGS, ())]
    coming = [day for day in days if day == at.today]
    if eve:
        coming = [day for day in days if working_day_on_or_before(day - timedelta(days=1), at.calendar) == at.today]
    drafts = []
    for person in _holders(at, *people.SPEAK_FOR_ALL) if coming else ():
        found = glance(at.db, person, at.now, at.zone)
        if found is not None:
            drafts += _draft(at, person.id, agenda(at, found, coming[0], person.id), f"sitting:{coming[0]}")
    return drafts


def agenda(at: Desk, found: Glance, day: date, reader: int) -> Message:
    """The list for a sitting; nobody notes a decision on an own row."""
    done = [leaf for leaf in found.leaves if leaf.progress is Progress.REPORTED and leaf.kind not in NOBODYS_WORK]
    counted = documents.counts(at.db, [leaf.assignment_id for leaf in done])
    lacking = [leaf for leaf in done if not counted.get(leaf.assignment_id)]
    returned = [leaf for leaf in found.leaves if leaf.progress is Progress.RETURNED]
    late = [leaf for leaf in found.leaves if is_late(leaf, at.today) and leaf.progress is not Progress.RETURNED]
    return say.sitting(day, lacking, returned, late, reader)
