"""What leaders order in one sentence: more time, another person in charge, a target, a message; shown before anything is done."""

from dataclasses import replace
from datetime import date

from bot.flows import naming
from bot.flows.leading import acting, announcing, moving, parts, views
from bot.flows.leading.progress import glance
from bot.flows.scoring import rules
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.hear import coming_day, orders
from locales.hear.orders import MoreTime
from locales.say import moving as say
from storage.checking.decisions import DECIDERS, waiting_for
from storage.office import roster
from storage.office.people import SPEAK_FOR_ALL
from storage.rules.calendar import add_working_days
from storage.rules.glance import owed
from storage.rules.rollup import Leaf

MOST = 8


def in_words(turn: Turn, text: str) -> Reply:
    """None where the folded words are no such order of this person, so that they are heard as usual."""
    if not turn.person.holds(*DECIDERS):
        return None
    if asked := orders.more_time(text):
        return _more_time(turn, asked)
    if given := orders.given(text):
        return _give(turn, *given)
    return _for_all(turn, text) if turn.person.holds(*SPEAK_FOR_ALL) else None


def _for_all(turn: Turn, text: str) -> Reply:
    """ "Mục tiêu 85"; "nhắn chung phòng Kinh tế: 14 giờ họp", asked back where no such part is known."""
    if (wanted := orders.target(text)) is not None:
        return rules.ordered(turn, wanted)
    told = orders.announced(turn.incoming.text)
    if told is None:
        return None
    name, message = told
    part = parts.named(turn, name) if name else None
    if name and part is None:
        return announcing.choose(turn)
    turn.incoming = replace(turn.incoming, text=message)
    return announcing.ask(turn, part.what, part.which) if part else announcing.ask(turn, parts.ALL, 0)


def _more_time(turn: Turn, asked: MoreTime) -> Reply:
    """A request that waits is granted until that day; without one the row's date is moved, once it was shown."""
    found = glance(turn)
    rows = _meant(turn, found, asked) if found else []
    dated = [(leaf, day) for leaf in rows if (day := _until(turn, asked, leaf))]
    ids = {leaf.assignment_id: day for leaf, day in dated}
    waiting = [one for one in waiting_for(turn.db, turn.person, turn.today) if one.wanted_on and one.assignment_id in ids]
    if len(waiting) == 1:
        return acting.grant(turn, int(waiting[0].route.partition(":")[2]), ids[waiting[0].assignment_id])
    if not dated:
        return None
    if waiting or not turn.person.holds(*SPEAK_FOR_ALL):
        return views.pending(turn)
    if len(dated) == 1:
        leaf, day = dated[0]
        return moving.preview(turn, parts.row(turn, leaf.assignment_id), day)
    return say.which(dated[0][0].person or "", dated[:MOST])


def _meant(turn: Turn, found: Glance, asked: MoreTime) -> list[Leaf]:
    """The rows of others that may be meant, soonest first: of that code, or of the one person whose name ends so."""
    others = [one for one in owed(found.leaves) if one.person_id != turn.person.id and one.due_on and not one.period]
    rows = [one for one in others if one.code == asked.of]
    if not rows:
        rows = [one for one in others if naming.is_called(one.person or "", asked.of)]
        rows = rows if len({one.person_id for one in rows}) == 1 else []
    return [one for one in rows if asked.code in (None, one.code)]


def _until(turn: Turn, asked: MoreTime, leaf: Leaf) -> date | None:
    """The day named; or so many working days after the due date, where that has passed after today."""
    if asked.until:
        return coming_day(asked.until, turn.today)
    start = max(leaf.due_on or turn.today, turn.today)
    return add_working_days(start, asked.days, turn.calendar) if asked.days else None


def _give(turn: Turn, code: str, to: str) -> Reply:
    """ "Giao 6.2 cho đồng chí Khôi": confirmed before it is done; asked whom, where none or two of that name work here."""
    part = parts.coded(turn, code)
    if part is None:
        return None
    people = roster.entries(turn.db, turn.person.office_id)
    named = [one.id for one in people if naming.is_called(one.full_name, to) and one.id != part.leaves[0].person_id]
    return acting.reassign(turn, part.which, named[0] if len(named) == 1 else 0)
