"""/tiendo: where the office stands, deeper and back; each person sees what their role covers."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.turn import Reply, Turn
from locales.say import progress as say
from locales.say import refusals
from locales.say.progress import Scope
from storage import calendar, campaigns, decisions, people, progress, units
from storage.papers import Sight
from storage.rules.rollup import Leaf, Summary, summary_of
from storage.rules.status import Role

OFFICE_WIDE = (Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR)
UNIT_WIDE = (Role.HEAD, Role.REVIEWER)
DEPUTY_FIELDS = "deputy_fields"
"""Setting of an office: which fields (lĩnh vực) each deputy answers for, `{"17": ["Cải cách thể chế"]}`; none = all."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What one person sees at one moment.

    Attributes:
        leaves: the rows of which `summary` is the sum.
    """

    scope: Scope
    summary: Summary
    leaves: list[Leaf]
    campaign_id: int
    settings: dict[str, Any]


def show(turn: Turn, *where: object) -> Reply:
    """The summary, or one view of it: `more`, `fields`, `field:3`, `units`, `people`, `person:17`, `late`, `week` ..."""
    found = glance(turn)
    if found is None:
        return say.nothing_loaded()
    if turn.incoming.is_group:
        return say.totals(found.scope, found.summary) if turn.person.holds(*OFFICE_WIDE) else refusals.privately()
    if not where:
        return say.summary(found.scope, found.summary)
    from bot.flows import views

    return views.view(turn, found, str(where[0]), where[1] if len(where) > 1 else 0)


def of_section(turn: Turn, unit_id: int) -> Reply:
    """ "Tiến độ phòng kinh tế", asked by those who see the whole office; others see what is theirs."""
    if not turn.person.holds(*OFFICE_WIDE):
        return show(turn)
    found = glance(turn, section=unit_id)
    return say.summary(found.scope, found.summary) if found else say.nothing_loaded()


def figures(turn: Turn) -> tuple[Scope, Summary] | None:
    """The figures alone, with what they are of."""
    found = glance(turn)
    return (found.scope, found.summary) if found else None


def glance(turn: Turn, *, section: int | None = None) -> Glance | None:
    """What this person may see: the office (or one section of it), the own fields, unit, or rows; None when nothing is loaded."""
    person = turn.person
    current = campaigns.current(turn.db, person.office_id, turn.today)
    if current is None:
        return None
    campaign_id, year = current
    office, settings = units.named_settings(turn.db, person.office_id)
    if section is None:
        sight = sight_of(turn, office, settings)
    else:
        sight = Sight(units.name_of(turn.db, section), whole=False, within=units.below(turn.db, section))
    leaves = progress.seen(turn.db, campaign_id, within=sight.within, person=sight.person, fields=sight.fields)
    cal = calendar.of_office(turn.db, person.office_id, settings)
    summary = summary_of(leaves, turn.today, cal, settings["not_arising"])
    role = "chairperson" if person.holds(Role.CHAIRPERSON) else "deputy" if person.holds(Role.DEPUTY) else ""
    scope = Scope(
        sight.name,
        year,
        turn.now,
        turn.zone,
        Decimal(str(settings["target"])),
        say.greeting(role),
        sight.whole,
        may_urge=person.holds(*OFFICE_WIDE, Role.HEAD),
        grade=progress.grade(summary, settings) if sight.whole else None,
        deciding=len(decisions.waiting_for(turn.db, person)) if person.holds(*decisions.DECIDERS) else None,
    )
    return Glance(scope, summary, leaves, campaign_id, settings)


def sight_of(turn: Turn, office: str, settings: dict[str, Any] | None = None) -> Sight:
    """Which rows this person's roles cover, and what they are called."""
    person = turn.person
    if person.holds(*OFFICE_WIDE):
        fields = _own_fields(turn, settings)
        return Sight(", ".join(fields), whole=False, fields=fields) if fields else Sight(office)
    if person.holds(*UNIT_WIDE):
        within = {below for role, unit in person.roles if role in UNIT_WIDE for below in units.below(turn.db, unit)}
        whole = person.office_id in within
        return Sight(office if whole else people.unit_name(turn.db, person.id), whole, within)
    return Sight(person.full_name, whole=False, person=person.id)


def _own_fields(turn: Turn, settings: dict[str, Any] | None) -> tuple[str, ...]:
    """The fields of a deputy; who leads or coordinates the office sees all of it."""
    if turn.person.holds(Role.CHAIRPERSON, Role.COORDINATOR):
        return ()
    settings = settings or units.settings(turn.db, turn.person.office_id)
    return tuple(settings.get(DEPUTY_FIELDS, {}).get(str(turn.person.id), ()))
