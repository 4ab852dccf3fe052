"""What one person sees of the office at one moment: asked for in the chat, or told by the clock."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from locales.say import progress as say
from locales.say.progress import Scope
from storage.checking import decisions
from storage.db import Connection
from storage.office import calendar, people, units
from storage.office.people import Official
from storage.papers import Sight
from storage.points import last_year, progress
from storage.rules.escalation import spared
from storage.rules.rollup import Leaf, Summary, summary_of
from storage.rules.status import Role
from storage.work import campaigns, lateness

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


def glance(
    db: Connection,
    person: Official,
    now: datetime,
    zone: tzinfo,
    *,
    section: int | None = None,
    campaign: tuple[int, int] | None = None,
) -> Glance | None:
    """What a person may see: the office (or one section of it), the own fields, unit, or rows; None when nothing is loaded.

    campaign: number and year; the one that "now" means where none is given.
    """
    today = now.astimezone(zone).date()
    current = campaign or campaigns.current(db, person.office_id, today)
    if current is None:
        return None
    campaign_id, year = current
    office, settings = units.named_settings(db, person.office_id)
    sight = _of_section(db, section) if section is not None else sight_of(db, person, office, settings)
    leaves = progress.seen(db, campaign_id, within=sight.within, person=sight.person, fields=sight.fields)
    cal = calendar.of_office(db, person.office_id, settings)
    summary = summary_of(leaves, today, cal, settings["not_arising"])
    grade = progress.grade(summary, settings) if sight.whole else None
    may_urge = person.holds(*people.TEAM, Role.HEAD)
    scope = Scope(
        sight.name,
        year,
        now,
        zone,
        Decimal(str(settings["target"])),
        _greeting(person),
        sight.whole,
        may_urge,
        spared=_spared(db, person) if may_urge else frozenset(),
        grade=grade,
        deciding=len(decisions.waiting_for(db, person, today)) if person.holds(*decisions.DECIDERS) else 0,
        before=tuple(_before(db, person.office_id, campaign_id, year, grade)) if sight.whole else (),
    )
    lateness.note_taken(db, summary.overdue, zone)
    if may_urge:
        lateness.note_causes(db, summary.overdue)
    return Glance(scope, summary, leaves, campaign_id, settings)


def _greeting(person: Official) -> str:
    return say.greeting("chairperson" if person.holds(Role.CHAIRPERSON) else "deputy" if person.holds(Role.DEPUTY) else "")


def _of_section(db: Connection, section: int) -> Sight:
    return Sight(units.name_of(db, section), whole=False, within=units.below(db, section))


def _spared(db: Connection, person: Official) -> frozenset[int]:
    """Whom a leader does not urge."""
    roles = spared({role for role, _unit in person.roles})
    return frozenset({person.id, *people.holders(db, person.unit_id, *roles)})


def _before(db: Connection, office_id: int, campaign_id: int, year: int, grade: progress.Grade | None) -> list[str]:
    """The lines about the year before; nothing where nothing is known of it."""
    from locales.say import last_year as say_last

    result = last_year.result(db, office_id, year)
    if result is None:
        return []
    return say_last.line(year, result, last_year.remedies(db, campaign_id), grade.shown if grade else None)


def sight_of(db: Connection, person: Official, office: str, settings: dict[str, Any] | None = None) -> Sight:
    """Which rows this person's roles cover, and what they are called."""
    if person.holds(*people.TEAM):
        fields = own_fields(person, settings or units.settings(db, person.office_id))
        return Sight(", ".join(fields), whole=False, fields=fields) if fields else Sight(office)
    if person.holds(*UNIT_WIDE):
        within = {below for role, unit in person.roles if role in UNIT_WIDE for below in units.below(db, unit)}
        whole = person.office_id in within
        return Sight(office if whole else people.unit_name(db, person.id), whole, within)
    return Sight(person.full_name, whole=False, person=person.id)


def own_fields(person: Official, settings: dict[str, Any]) -> tuple[str, ...]:
    """The fields of a deputy; who leads or coordinates the office sees all of it."""
    if person.holds(*people.SPEAK_FOR_ALL):
        return ()
    return tuple(settings.get(DEPUTY_FIELDS, {}).get(str(person.id), ()))
