"""/tiendo: where the office stands, deeper and back; each person sees what their role covers."""

from bot import years
from bot.flows.arriving.start import coordinator_of
from bot.flows.leading import communes, views
from bot.flows.paperwork import handing
from bot.turn import Reply, Turn
from jobs.glance import Glance
from jobs.glance import glance as of_person
from locales.message import Message
from locales.say import progress as say
from locales.say import refusals
from locales.say.picture import sheet
from locales.say.progress import Scope
from storage.office import people
from storage.points import province
from storage.rules.rollup import Summary
from storage.rules.status import Role


def show(turn: Turn, name: str = "", which: int = 0, page: int = 0) -> Reply:
    """The summary, or one view of it: `more`, `fields`, `field:3`, `units`, `people`, `person:17`, `late`, `week` ..."""
    found = glance(turn)
    if found is None or (found.scope.whole and not found.leaves):
        return _communes(turn) or nothing_loaded(turn)
    if not found.leaves:
        return say.nothing_held(found.scope)
    if turn.incoming.is_group:
        return say.totals(found.scope, found.summary) if turn.person.holds(*people.TEAM) else refusals.privately()
    if not name:
        return _summary(turn, found)
    return views.view(turn, found, name, which, page)


def _summary(turn: Turn, found: Glance) -> Reply:
    """Under its picture, where a leader asks anew and the channel shows one; a tap changes the text in place."""
    in_place = turn.incoming.kind == "tap" and turn.incoming.message_id is not None
    more = years.others(turn, "progress") if found.scope.may_urge else ()
    if in_place or not turn.abilities.pictures or not found.scope.may_urge:
        return say.summary(found.scope, found.summary).with_choices(*more)
    shown = sheet(found.scope, found.summary)
    return say.captioned(found.scope, found.summary, handing.picture(turn, shown, found.scope.year)).with_choices(*more)


def _communes(turn: Turn) -> Reply:
    """A unit without rows of its own, such as a province, sees the offices below it."""
    is_above = not turn.incoming.is_group and turn.person.holds(*people.TEAM)
    return communes.show(turn) if is_above and province.below(turn.db, turn.person.office_id) else None


def of_section(turn: Turn, unit_id: int) -> Reply:
    """ "Tiến độ phòng kinh tế", asked by those who see the whole office; others see what is theirs."""
    if not turn.person.holds(*people.TEAM):
        return show(turn)
    found = glance(turn, section=unit_id)
    if found is None:
        return nothing_loaded(turn)
    return say.summary(found.scope, found.summary) if found.leaves else say.nothing_held(found.scope)


def nothing_loaded(turn: Turn) -> Message:
    """There is no list yet: the coordinator learns how to load one, others from whom it comes."""
    return say.nothing_loaded(loads=turn.person.holds(Role.COORDINATOR), call=coordinator_of(turn))


def figures(turn: Turn) -> tuple[Scope, Summary] | None:
    """The figures alone, with what they are of."""
    found = glance(turn)
    return (found.scope, found.summary) if found else None


def glance(turn: Turn, *, section: int | None = None) -> Glance | None:
    """What the person of this turn may see."""
    return of_person(turn.db, turn.person, turn.now, turn.zone, section=section, campaign=turn.campaign)
