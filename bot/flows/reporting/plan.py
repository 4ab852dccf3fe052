"""Kế hoạch chi tiết: two to five dated steps under an own row, typed one a line; remedies for a row at risk the same way."""

import re
from datetime import date

from bot.turn import Reply, Turn
from locales.hear import coming_day
from locales.say import acting as say
from storage.errors import Gone, NotYours
from storage.rules.status import OPEN, Role
from storage.work import assignments, plans
from storage.work.assignments import Work
from storage.work.plans import LEAST, MOST, PLAN, REMEDY

LONGEST = 200
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*])\s+")
_FIRST = re.compile(
    r"^\s*(?:(?:hạn|han|ngày|ngay|đến|den|trước|truoc)\s+)?(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)[\s,;:–-]+(?=\S)", re.IGNORECASE
)
_DAY = re.compile(
    r"[\s,;:–-]*(?:hạn|han|ngày|ngay|đến|den|trước|truoc|xong)?[\s,;:–-]*(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)\s*\.?\s*$"
)


def show(turn: Turn, assignment_id: int, purpose: str = PLAN) -> Reply:
    """The plan of a row; its holder is asked for one where there is none."""
    work = assignments.visible(turn.db, turn.person, assignment_id)
    mine, purpose = work.person_id == turn.person.id, _purpose(purpose)
    if turn.incoming.kind == "text" and turn.talk.awaiting == f"plan:{work.id}:{purpose}":
        return _set(turn, work, purpose)
    steps = plans.of_row(turn.db, work.id)
    if mine and not any(one.purpose == purpose for one in steps):
        return say.ask_plan(work, purpose, steps)
    return say.plan(work, purpose, steps, mine=mine)


def _purpose(purpose: str) -> str:
    if purpose not in {PLAN, REMEDY}:
        raise Gone
    return purpose


def new(turn: Turn, assignment_id: int, purpose: str = PLAN) -> Reply:
    """Another plan, instead of the one that stands."""
    work = assignments.owned(turn.db, turn.person, assignment_id)
    return say.ask_plan(work, _purpose(purpose), plans.of_row(turn.db, work.id))


def _set(turn: Turn, work: Work, purpose: str) -> Reply:
    if work.person_id != turn.person.id:
        raise NotYours(code=work.name)
    steps = read(turn.incoming.text, turn.today)
    if steps is None or work.progress not in OPEN:
        return say.ask_plan(work, purpose, (), unread=True)
    plans.put(turn.db, work.id, steps, purpose=purpose, by=turn.person.id, at=turn.now)
    kept = plans.of_row(turn.db, work.id)
    turn.tell_holders(say.plan_for_head(work, purpose, kept), f"plan:{turn.inbox_id}", work.unit_id, Role.HEAD)
    return say.plan(work, purpose, kept, mine=True)


def read(text: str, today: date) -> list[tuple[str, date]] | None:
    """The steps of a typed plan, `Thu thập số liệu - 28/11`, one a line; None where they are no plan."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_step(line, today) for line in lines]
    steps = [one for one in found if one is not None]
    return sorted(steps, key=lambda one: one[1]) if len(steps) == len(lines) and LEAST <= len(steps) <= MOST else None


def _step(line: str, today: date) -> tuple[str, date] | None:
    """The day stands last, or else first."""
    plain = _NUMBERED.sub("", line)
    if found := _DAY.search(plain):
        words = plain[: found.start()]
    elif found := _FIRST.match(plain):
        words = plain[found.end() :]
    else:
        return None
    day = today if _is_today(found[1], today) else coming_day(found[1], today)
    title = " ".join(words.split())[:LONGEST]
    return (title, day) if title and day else None


def _is_today(text: str, today: date) -> bool:
    return text.replace(".", "/").split("/")[:2] in ([f"{today.day}", f"{today.month}"], [f"{today:%d}", f"{today:%m}"])


def done(turn: Turn, step_id: int) -> Reply:
    """A step is ticked off by who holds the row."""
    step = plans.get(turn.db, step_id)
    if step is None:
        raise Gone
    work = assignments.owned(turn.db, turn.person, step.assignment_id)
    plans.finish(turn.db, step.id, turn.now)
    return say.plan(work, step.purpose, plans.of_row(turn.db, work.id), mine=True)
