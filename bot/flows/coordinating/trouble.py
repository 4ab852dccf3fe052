"""What did not arrive and what could not be read, shown to the coordinator without a word of what people wrote."""

from datetime import date

from bot.flows import staff
from bot.flows.documents import placing
from bot.turn import Reply, Turn
from locales.say import trouble as say
from storage.errors import Gone
from storage.messages import trouble
from storage.office import roster
from storage.office.roster import Entry
from storage.rules.calendar import add_working_days
from storage.rules.status import NOBODYS_WORK, OPEN
from storage.work import assignments
from storage.work.assignments import Work

SOON = 7  # working days: what falls due by then stands in the text for the Zalo group


def overview(turn: Turn) -> Reply:
    office = staff.office_of(turn)
    loose = staff.unplaced_of(turn, office)
    mine = len(placing.waiting(turn))
    told = trouble.stuck(turn.db, office), trouble.undelivered(turn.db, office)
    return say.overview(*told, _silent(turn), loose, turn.zone, to_place=mine)


def _silent(turn: Turn) -> list[Entry]:
    """Those whose phones take no messages of ours, and those for whom messages have been waiting for too long."""
    office = staff.office_of(turn)
    waiting = trouble.not_received(turn.db, office, turn.now)
    return [one for one in roster.entries(turn.db, office) if one.unreachable or one.id in waiting]


def handled(turn: Turn, what: str, up_to: int) -> Reply:
    """Those that the coordinator has seen, up to the newest of them, are no longer shown ("Đã xử lý")."""
    if what not in {"message", "update"}:
        raise Gone
    if what == "message":
        count = trouble.close_messages(turn.db, staff.office_of(turn), up_to)
    else:
        count = trouble.close_updates(turn.db, staff.office_of(turn), up_to, turn.now)
    staff.note(turn, "trouble_handled", f"{what}:{up_to}", count=count)
    return say.handled(count)


def not_received(turn: Turn) -> Reply:
    """A text to paste into the office's Zalo group, for those whom the system does not reach."""
    silent = _silent(turn)
    if not silent:
        return say.all_reached()
    until = add_working_days(turn.today, SOON, turn.calendar)
    lines = [(one.full_name, _pressing(turn, one.id, until)) for one in silent]
    return [say.to_paste(lines, turn.person.full_name), say.after_paste(silent)]


def _pressing(turn: Turn, person_id: int, until: date) -> list[Work]:
    return [work for work in assignments.of_person(turn.db, person_id) if _presses(work, until)]


def _presses(work: Work, until: date) -> bool:
    return work.progress in OPEN and work.kind not in NOBODYS_WORK and work.due_on is not None and work.due_on <= until
