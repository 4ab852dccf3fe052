"""More time: an extension that is asked for and decided, and a reminder put off."""

import re
from datetime import date, datetime, time, timedelta

from bot.flows import lines
from bot.flows.dates import numbered
from bot.turn import Reply, Turn
from locales.hear import coming_day, fold, later_today
from locales.say import acting as say_acting
from locales.say import time_off as say
from storage.checking import extensions
from storage.checking.decisions import DECIDERS, waiting_for
from storage.checking.extensions import Request
from storage.errors import Gone, NotAllowed, OwnWork
from storage.office import people, units
from storage.office.people import TEAM
from storage.reminders import snoozes, terms
from storage.rules.calendar import add_working_days, is_working_day
from storage.rules.hours import next_slot, within
from storage.rules.policy import inside
from storage.rules.status import OPEN, Role
from storage.work import assignments
from storage.work.assignments import Work

WHY = re.compile(r"\b(?:vì|vi|do|tại|tai|chờ|cho s|đợi|doi|vướng|vuong|chưa|chua|thiếu|thieu|bận|ban|nên|kẹt|ket)\b")
"""Words that give a reason."""
BECAUSE = re.compile(
    r"\b(?:lý do(?: là)?|(?<!tien )do(?! đó| vậy)|vì(?! vậy| thế)|bởi(?: vì)?)\b:?\s+(\S.*)", re.IGNORECASE | re.DOTALL
)
""" "xin lùi 7.2 sang 30/12 do chờ phần mềm": what follows is the reason."""
BECAUSE_BARE = re.compile(r"\b(?:ly do(?: la)?|(?<=\d )(?:do|vi))\b:?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
"""The same without diacritics, where "do" may be half of "tiến độ" and "vi" of "đơn vị": only right after the day."""

SICK = re.compile(r"\b(?:om|bi benh|bi sot|nam vien|cap cuu)\b")

NOON, EVENING = time(13, 45), time(16, 30)


def extend(turn: Turn, assignment_id: int, day: int | None = None, said: int = 0) -> Reply:
    """ "Xin gia hạn": before the due date a new date is asked for; after it, a reason. `said` numbers earlier words with one."""
    work = assignments.owned(turn.db, turn.person, assignment_id)
    if work.due_on is None or work.due_on < turn.today:
        return say.too_late_to_extend(work)
    typed = turn.incoming.text if turn.incoming.kind == "text" else ""
    wanted = numbered(day) if day else coming_day(typed, turn.today) if typed else None
    if wanted is None and typed:
        return say.ask_date_again(work, turn.talk.awaiting or f"extend:{work.id}")
    if wanted is None or wanted <= work.due_on:
        offers = [add_working_days(work.due_on, days, turn.calendar) for days in (2, 5, 10)]
        return say.ask_extension(work, offers, official=work.official_due_on, said=said)
    return ask(turn, work, wanted, _reason(turn, said, typed))


def _reason(turn: Turn, said: int, typed: str) -> str | None:
    """The person's own words: those typed with the day, and the earlier request where it held a reason or nothing was typed."""
    earlier = [one.text for one in turn.talk.said if one.key == said and (not typed or WHY.search(one.text.casefold()))]
    reasons = [because(words) for words in (*earlier, typed) if any(map(str.isalpha, words))]  # a mere date is none
    return "; ".join(reasons)[:500] or None


def because(text: str) -> str:
    """The reason within somebody's words; the words as they are where none can be told apart."""
    found = (BECAUSE_BARE if text.isascii() else BECAUSE).search(text)
    return (found[1] if found else text).strip()[:500]


def ask(turn: Turn, work: Work, wanted: date, reason: str | None) -> Reply:
    """Keep the request and put it before those who decide; no more often than the office allows."""
    most = units.settings(turn.db, work.office_id)["extensions_most"]
    if extensions.granted_of(turn.db, work.id) >= most:
        return say_acting.no_more_time(work, most)
    request_id, recorded = extensions.ask(turn.db, work.id, wanted, reason, turn.stamp)
    question = say.decide_extension(work, request_id, turn.person.full_name, wanted, reason)
    for one in deciders(turn, work):
        turn.tell(one, question, f"extension:{request_id}:{one}")
    return say.extension_asked(work, wanted, recorded.id)


def deciders(turn: Turn, work: Work) -> list[int]:
    """The head of the unit; where there is none (or the head asks or holds the row), the leaders and the coordinator."""
    own = {turn.person.id, work.person_id}
    heads = [one for one in people.holders(turn.db, work.unit_id, Role.HEAD) if one not in own]
    return heads or [one for one in people.holders(turn.db, work.unit_id, *TEAM) if one not in own]


def deciding(turn: Turn, request_id: int) -> Reply:
    """A request of somebody else as its question, for who opens it from the list."""
    request, work = decidable(turn, request_id)
    if request.granted is not None:
        return say.already_decided()
    asker = people.name_of(turn.db, request.person_id)
    return say.decide_extension(work, request.id, asker, request.wanted_on, request.reason)


def decidable(turn: Turn, request_id: int) -> tuple[Request, Work]:
    request = extensions.get(turn.db, request_id)
    work = assignments.get(turn.db, request.assignment_id)
    require_decider(turn, work, request.person_id, work.person_id)
    return request, work


def require_decider(turn: Turn, work: Work, *own: int | None) -> None:
    """Whoever decides leads the unit of the row, and is none of those whose `own` matter it is.

    Raises:
        OwnWork: nobody decides on their own row or request.
        Gone: the row is not of this person's units.
    """
    if turn.person.id in own:
        raise OwnWork(code=work.name)
    if not people.covers(turn.db, turn.person, work.unit_id, *DECIDERS):
        raise Gone


def decide(turn: Turn, request_id: int, answer: str) -> Reply:
    """Grant or refuse a request of somebody else.

    Raises:
        OwnWork: nobody decides on their own request, nor on a row that they hold now.
        Gone: the row is not of this person's units.
    """
    request, work = decidable(turn, request_id)
    if answer not in {"yes", "no"}:
        raise Gone
    return settle(turn, request, work, granted=answer == "yes")


def settle(turn: Turn, request: Request, work: Work, *, granted: bool) -> Reply:
    """Grant or refuse a request that this person may decide on, once."""
    if not extensions.decide(turn.db, request, granted=granted, by=turn.person.id, at=turn.now):
        return say.already_decided()
    told = say.extension_decided(work, request.wanted_on, turn.person.full_name, granted=granted)
    turn.tell(request.person_id, told, f"extension-decided:{request.id}")
    asker = people.name_of(turn.db, request.person_id)
    told = say.extension_settled(work, request.wanted_on, asker, granted=granted)
    return say_acting.decided(told, len(waiting_for(turn.db, turn.person, turn.today)), ungrant=request.id if granted else None)


def ungrant(turn: Turn, request_id: int) -> Reply:
    """More time that was just granted is taken back, by who granted it or by the chairperson; the owner learns of it.

    Raises:
        NotAllowed: somebody else granted it.
        NothingToUndo: a day has passed, or somebody reported on the row since.
    """
    request, work = decidable(turn, request_id)
    if turn.person.id != request.decided_by and not turn.person.holds(Role.CHAIRPERSON):
        raise NotAllowed
    after = extensions.take_back(turn.db, request, turn.stamp).after
    told = say_acting.ungranted(after, work.due_on, turn.person.full_name)
    for one in {request.person_id, work.person_id, request.decided_by} - {turn.person.id}:
        if one is not None:
            turn.tell(one, told, f"ungranted:{request.id}:{one}")
    return say_acting.decided(told, len(waiting_for(turn.db, turn.person, turn.today)))


def may_ungrant(turn: Turn, work: Work) -> int | None:
    """The request whose grant this person can still take back."""
    found = extensions.just_granted(turn.db, work.id, turn.now)
    may = found and (turn.person.id == found.decided_by or turn.person.holds(Role.CHAIRPERSON))
    return found.id if found and may and turn.person.id not in {found.person_id, work.person_id} else None


def snooze(turn: Turn, assignment_id: int, when: str | None = None) -> Reply:
    """ "Nhắc lại sau": one more reminder; the due date stays."""
    work = assignments.held(turn.db, turn.person, assignment_id, turn.today)
    times = snooze_times(turn)
    if when not in times:
        offers = [(say.snooze_label(key, at.astimezone(turn.zone)), key) for key, at in times.items()]
        return say.ask_snooze(work, offers)
    return put_off(turn, work, times[when])


def put_off(turn: Turn, work: Work, at: datetime) -> Reply:
    """Remind again then; what was reported done is not reminded of at all."""
    if work.progress not in OPEN:
        return say.nothing_to_put_off(work)
    snoozes.add(turn.db, work.id, turn.person.id, at)
    return say.snoozed(lines.one(turn, work), at, turn.zone)


def later(turn: Turn, text: str) -> datetime:
    """The hour of today that the words name, else in an hour, for who is ill the next morning; never outside office hours."""
    local = turn.now.astimezone(turn.zone)
    named = later_today(text, local)
    if named is None and SICK.search(fold(text)):
        return snooze_times(turn)["tomorrow"]
    at = named or local + timedelta(hours=1)
    if not within(at, terms.hours(turn.db, turn.person.office_id), turn.calendar):
        slots = (terms.hour(turn.db, turn.person.office_id, one) for one in (turn.person.hour, NOON))
        at = min(next_slot(at, hour, turn.calendar) for hour in slots).replace(tzinfo=turn.zone)
    return at.astimezone(turn.now.tzinfo)


def snooze_times(turn: Turn) -> dict[str, datetime]:
    """What "later" may mean now: in an hour and at the end of the day while the office is open, the next morning."""
    local = turn.now.astimezone(turn.zone)
    hours, calendar = terms.hours(turn.db, turn.person.office_id), turn.calendar
    evening = datetime.combine(local.date(), inside(EVENING, hours), turn.zone)
    found = {}
    if is_working_day(local.date(), calendar) and local + timedelta(hours=1) < evening:
        found = {"hour": local + timedelta(hours=1), "evening": evening}
    morning = terms.hour(turn.db, turn.person.office_id, turn.person.hour)
    after = datetime.combine(local.date(), hours.afternoon[1])
    found["tomorrow"] = next_slot(after, morning, calendar).replace(tzinfo=turn.zone)
    return {key: at.astimezone(turn.now.tzinfo) for key, at in found.items()}


def on_day(turn: Turn, day: date) -> datetime:
    """The person's reminder hour on a day."""
    hour = terms.hour(turn.db, turn.person.office_id, turn.person.hour)
    return datetime.combine(day, hour, turn.zone).astimezone(turn.now.tzinfo)
