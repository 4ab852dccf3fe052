"""Roles are given and taken by coordinators alone, never the last coordinator's; the others learn of it."""

from bot.flows import staff
from bot.flows.coordinating.people import roles_of
from bot.turn import Reply, Turn
from locales.say import roles as say
from storage.errors import Gone
from storage.office import people
from storage.office.people import Official
from storage.rules.status import Role

GRANTABLE = (Role.HEAD, Role.DEPUTY, Role.CHAIRPERSON, Role.COORDINATOR, Role.REVIEWER, Role.COUNCIL)


def roles(turn: Turn, person_id: int) -> Reply:
    person = staff.person_of(turn, person_id)
    return say.choose(person.id, person.full_name, roles_of(person), GRANTABLE)


def role(turn: Turn, person_id: int, name: str, state: str | None = None) -> Reply:
    """Asked first with what the role may do, then given ("on") or taken ("off")."""
    person, wanted = staff.person_of(turn, person_id), _role(name)
    has = (wanted, people.place(person, wanted)) in person.roles
    if state not in {"on", "off"}:
        return say.ask(person.id, person.full_name, wanted, held=has)
    held = state == "on"
    if held != has:
        _change(turn, person, wanted, held=held)
    return say.changed(person.id, person.full_name, wanted, held=held)


def _role(name: str) -> Role:
    if name not in {one.value for one in GRANTABLE}:
        raise Gone
    return Role(name)


def _change(turn: Turn, person: Official, role: Role, *, held: bool) -> None:
    if held:
        people.grant(turn.db, person.id, people.place(person, role), role)
    else:
        people.withdraw(turn.db, person, role)
    staff.note(turn, "grant" if held else "withdraw", f"person:{person.id}", role=role.value)
    by = turn.person.full_name
    if person.id != turn.person.id:
        turn.tell(person.id, say.told(role, by, held=held), f"role:{turn.inbox_id}:{person.id}")
    staff.tell_coordinators(turn, say.told_others(person.full_name, role, by, held=held), but=person.id)
