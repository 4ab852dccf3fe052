"""Không phát sinh: an official says that nothing came up; whoever checks confirms it, and only then do its points follow."""

from dataclasses import replace

from bot.flows import lines
from bot.flows.checking import check
from bot.flows.reporting import report
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import check as say_check
from locales.say import not_arising as say
from storage.checking import checks
from storage.rules.status import Progress
from storage.work import assignments
from storage.work.updates import Report


def say_so(turn: Turn, assignment_id: int, sure: str = "") -> Reply:
    """Asked once, then reported: it waits for a check like what is done."""
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    if sure != "yes":
        return say.ask(work)
    recorded = report.write(turn, work.id, Report(Progress.REPORTED, note=say.claim()))
    return say.recorded(lines.one(turn, recorded.after), recorded.id)


def confirm(turn: Turn, assignment_id: int) -> Reply:
    """Who checks confirms that it did not arise."""
    if isinstance(work := check.checkable(turn, assignment_id), Message):
        return work
    if work.progress is not Progress.REPORTED:
        return say_check.not_waiting(work)
    recorded = checks.accept_nil(turn.db, turn.person, work.id, turn.now)
    told = say.confirmed(recorded.after, turn.person.full_name)
    if work.person_id is not None:
        turn.tell(work.person_id, told, f"checked:{recorded.id}")
    return replace(told, choices=say_check.go_on(len(checks.waiting(turn.db, turn.person))))
