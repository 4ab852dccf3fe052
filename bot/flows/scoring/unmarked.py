"""Who has not marked all of their own rows yet ("ai chưa tự chấm"): by person, and one tap reminds them all, once a day."""

from collections import defaultdict

from bot.flows import staff
from bot.flows.scoring import council
from bot.turn import Reply, Turn
from locales.say import labels
from locales.say import marks as say
from locales.say import unmarked as say_unmarked
from storage.errors import Gone
from storage.messages.outbox import NOTICE, Draft, message_of
from storage.office import people
from storage.points.marking import Line
from storage.rules import year as rules
from storage.rules.calendar import working_days_between
from storage.rules.year import Phase
from storage.work.campaigns import Year


def show(turn: Turn, campaign_id: int | None = None) -> Reply:
    """Each person with the codes that have no mark; the coordinator may remind them while marking is open."""
    year = council.year_of(turn, campaign_id)
    if year is None:
        return say.no_year()
    return say_unmarked.show(year, list(_missing(turn, year).values()), may_remind=_may_remind(turn, year))


def remind(turn: Turn, campaign_id: int) -> Reply:
    """What the clock sends before a lock, now; in the morning where phones rest.

    Raises:
        Gone: the year is locked, or none of this office.
    """
    year = council.year_of(turn, campaign_id)
    if year is None or not _may_remind(turn, year):
        raise Gone
    told, unreached, already = [], [], 0
    for person, lines in _missing(turn, year).items():
        chat = people.chat_of(turn.db, person) if person else None
        if person == turn.person.id:
            continue
        if person is None or chat is None:
            unreached.append(lines[0].leaf.person or labels.nobody())
        elif message_of(turn.db, (draft := _draft(turn, year, person, chat, lines)).key):
            already += 1
        else:
            turn.drafts.append(draft)
            told.append(lines[0].leaf.person or "")
    staff.note(turn, "remind_to_mark", f"campaign:{year.id}", people=len(told))
    return say_unmarked.reminded(year, told, unreached, already, turn.rest_until)


def _draft(turn: Turn, year: Year, person: int, chat: str, lines: list[Line]) -> Draft:
    """One a person and day; what did not arrive by the lock is not worth sending."""
    later, lock = turn.rest_until, rules.lock_of(year.window(Phase.SELF))
    return Draft(
        f"unmarked:{year.id}:{(later or turn.local).date()}:{person}",
        chat,
        say.warning(year, lines, _left(turn, year)).as_payload(),
        lane=NOTICE,
        person_id=person,
        not_before=later and later.astimezone(turn.now.tzinfo),
        expires_at=lock and lock.replace(tzinfo=turn.zone).astimezone(turn.now.tzinfo),
    )


def _missing(turn: Turn, year: Year) -> dict[int | None, list[Line]]:
    """The rows without a mark, by who answers for them, who has most of them first."""
    found: dict[int | None, list[Line]] = defaultdict(list)
    for one in council.lines_of(turn, year):
        if not one.is_marked:
            found[one.leaf.person_id].append(one)
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))


def _may_remind(turn: Turn, year: Year) -> bool:
    """Whether people can still mark their own rows (where no window is set, they can), and this one may urge them to."""
    lock = rules.lock_of(year.window(Phase.SELF))
    urges = people.covers(turn.db, turn.person, turn.person.office_id, *people.SPEAK_FOR_ALL)
    return urges and (lock is None or turn.local < lock)


def _left(turn: Turn, year: Year) -> int | None:
    lock = rules.lock_of(year.window(Phase.SELF))
    return working_days_between(turn.today, lock.date(), turn.calendar) if lock else None
