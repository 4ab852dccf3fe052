"""/tiendo: where the office stands, deeper and back; each person sees what their role covers."""

from collections import defaultdict
from decimal import Decimal

from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import progress as say
from locales.say import refusals
from locales.say.progress import Scope
from storage import audit, campaigns, people, progress, units
from storage.errors import Gone, NotAllowed
from storage.papers import Sight
from storage.rules.rollup import Late, Summary
from storage.rules.status import Role

PAGE = 8
OFFICE_WIDE = (Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR)
UNIT_WIDE = (Role.HEAD, Role.REVIEWER)


def show(turn: Turn, *where: object) -> Reply:
    """The summary, or one view of it: `fields`, `field:3`, `people`, `person:17`, `late`."""
    found = figures(turn)
    if found is None:
        return say.nothing_loaded()
    scope, summary = found
    if turn.incoming.is_group:
        return say.totals(scope, summary) if turn.person.holds(*OFFICE_WIDE) else refusals.privately()
    if not where:
        return say.summary(scope, summary)
    return _view(scope, summary, str(where[0]), where[1] if len(where) > 1 else None)


def _view(scope: Scope, summary: Summary, name: str, which: object) -> Message:
    if name == "fields":
        return say.by_field(scope, summary.fields)
    if name == "people":
        risky = sorted(summary.people, key=lambda one: (-one.parts.at_risk, -one.rows.overdue))
        return say.by_person(scope, risky, which if isinstance(which, int) else 0, PAGE)
    if name == "late":
        return say.all_late(scope, summary.overdue)
    if name == "blocked":
        return say.all_blocked(scope, summary.blocked)
    if name == "field" and isinstance(which, int) and 0 < which <= len(summary.fields):
        field = summary.fields[which - 1]
        late = [one for one in summary.overdue if one.leaf.field == field.name]
        blocked = [one for one in summary.blocked if one.field == field.name]
        return say.part(scope, field.name or "", field.parts, field.rows, late, blocked, "progress:fields")
    for person in summary.people:
        if name == "person" and person.person_id == which:
            late = [one for one in summary.overdue if one.leaf.person_id == which]
            blocked = [one for one in summary.blocked if one.person_id == which]
            return say.part(scope, person.name or "", person.parts, person.rows, late, blocked, "progress:people")
    raise Gone


def of_section(turn: Turn, unit_id: int) -> Reply:
    """ "Tiến độ phòng kinh tế", asked by those who see the whole office; others see what is theirs."""
    if not turn.person.holds(*OFFICE_WIDE):
        return show(turn)
    found = figures(turn, section=unit_id)
    return say.summary(*found) if found else say.nothing_loaded()


def figures(turn: Turn, *, section: int | None = None) -> tuple[Scope, Summary] | None:
    """What this person may see: the office (or one section of it), the own unit, or the own rows; None when nothing is loaded."""
    person = turn.person
    current = campaigns.current(turn.db, person.office_id, turn.today)
    if current is None:
        return None
    campaign_id, year = current
    office, settings = units.named_settings(turn.db, person.office_id)
    target = Decimal(str(settings["target"]))
    if section is None:
        sight = sight_of(turn, office)
    else:
        sight = Sight(units.name_of(turn.db, section), whole=False, within=units.below(turn.db, section))
    summary = progress.summary(
        turn.db, person.office_id, campaign_id, turn.today, within=sight.within, person=sight.person, settings=settings
    )
    role = "chairperson" if person.holds(Role.CHAIRPERSON) else "deputy" if person.holds(Role.DEPUTY) else ""
    may_urge = person.holds(*OFFICE_WIDE, Role.HEAD)
    return Scope(sight.name, year, turn.now, turn.zone, target, say.greeting(role), sight.whole, may_urge), summary


def sight_of(turn: Turn, office: str) -> Sight:
    """Which rows this person's roles cover, and what they are called."""
    person = turn.person
    if person.holds(*OFFICE_WIDE):
        return Sight(office)
    if person.holds(*UNIT_WIDE):
        within = {below for role, unit in person.roles if role in UNIT_WIDE for below in units.below(turn.db, unit)}
        whole = person.office_id in within
        return Sight(office if whole else people.unit_name(turn.db, person.id), whole, within)
    return Sight(person.full_name, whole=False, person=person.id)


def urge(turn: Turn, answer: str = "") -> Reply:
    """ "Đôn đốc": one message to each holder of late rows, in the leader's name; logged as urging.

    Raises:
        NotAllowed: officials do not urge each other.
    """
    found = figures(turn)
    if found is None or not found[0].may_urge:
        raise NotAllowed
    late = [one for one in found[1].overdue if one.leaf.person_id not in {None, turn.person.id}]
    by_person: dict[int, list[Late]] = defaultdict(list)
    for one in late:
        by_person[one.leaf.person_id or 0].append(one)
    role = "chairperson" if turn.person.holds(Role.CHAIRPERSON) else ""
    by = say.ordered_by(role, turn.person.full_name)
    if answer != "yes":
        return say.confirm_urge(late, len(by_person), by)
    return _send(turn, by, by_person)


def _send(turn: Turn, by: str, by_person: dict[int, list[Late]]) -> Message:
    unreached = []
    for person_id, rows in by_person.items():
        if people.chat_of(turn.db, person_id) is None:
            unreached.append(rows[0].person or "")
        turn.tell(person_id, say.urge(by, rows), f"urge:{turn.inbox_id}:{person_id}")
        subject = ",".join(str(one.leaf.assignment_id) for one in rows)
        audit.note(turn.db, "urge", f"assignments:{subject}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return say.urged(len(by_person) - len(unreached), unreached)
