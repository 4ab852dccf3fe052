"""What the points of an office are held against, set by the coordinator; each change is noted."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.flows import staff
from bot.flows.leading import parts
from bot.turn import Reply, Turn
from jobs.glance import DEPUTY_FIELDS
from locales.hear import fold
from locales.say import progress as say_progress
from locales.say import rules as say
from storage.errors import Gone
from storage.office import people, units
from storage.points import progress
from storage.reminders import terms
from storage.rules.points import caps_of
from storage.rules.status import Role
from storage.work import campaigns

MOST = Decimal(1000)
CAPS = ("most_bonus", "most_penalty")
NO_CAP = frozenset({"khong", "ko", "-"})


def menu(turn: Turn, what: str = "", value: int = 0) -> Reply:
    """The settings; with a value, the changed ones.

    Raises:
        Gone: there is no such setting or value.
    """
    office = staff.office_of(turn)
    if what:
        _change(turn, office, what, value)
    settings = units.settings(turn.db, office)
    deputies = [(one, people.name_of(turn.db, one)) for one in people.holders(turn.db, office, Role.DEPUTY)]
    return say.menu(
        Decimal(str(settings["target"])),
        terms.of_settings(settings),
        excluded=settings["not_arising"] == "excluded",
        cut=settings.get("percent") == "cut",
        caps=caps_of(settings),
        extensions=settings["extensions_most"],
        deputies=deputies,
    )


def _change(turn: Turn, office: int, what: str, value: int) -> None:
    known: dict[str, tuple[str, dict[int, Any]]] = {
        "arising": ("not_arising", {0: "full", 1: "excluded"}),
        "cut": ("percent", {0: "rounded", 1: "cut"}),
        "extensions": ("extensions_most", {1: 1, 2: 2, 3: 3}),
    }
    key, values = known.get(what, ("", {}))
    if value not in values:
        raise Gone
    units.set_setting(turn.db, office, key, values[value])
    staff.note(turn, "rules", f"unit:{office}", key=key, value=str(value))


def target(turn: Turn) -> Reply:
    """The points to reach were typed, or are asked for."""
    office = staff.office_of(turn)
    if turn.incoming.kind != "text":
        return say.ask_target()
    wanted = _points(turn.incoming.text)
    if not wanted:
        return say.ask_target(unread=True)
    _keep(turn, office, wanted)
    return menu(turn)


def ordered(turn: Turn, wanted: Decimal) -> Reply:
    """ "Mục tiêu 85": asked once more, since the whole office is held against it."""
    office = turn.person.office_id
    if not 0 < wanted <= MOST:
        return say.ask_target(unread=True)
    return say.confirm_target(Decimal(str(units.settings(turn.db, office)["target"])), wanted, int(wanted * 1000))


def target_set(turn: Turn, thousandths: int) -> Reply:
    """Another target, of who speaks for the office; the coordinators learn of it.

    Raises:
        NotAllowed: the role does not cover the office.
        Gone: no such target can be.
    """
    office, wanted = parts.require(turn), Decimal(thousandths) / 1000
    if not 0 < wanted <= MOST:
        raise Gone
    _keep(turn, office, wanted)
    told = say.target_is(turn.person.full_name, wanted)
    turn.tell_holders(told, f"target:{turn.inbox_id}", office, Role.COORDINATOR)
    return told


def _keep(turn: Turn, office: int, wanted: Decimal) -> None:
    units.set_setting(turn.db, office, "target", str(wanted))
    staff.note(turn, "rules", f"unit:{office}", key="target", value=str(wanted))


def caps(turn: Turn) -> Reply:
    """How much bonuses add and penalties take off at most was typed, or is asked for."""
    office = staff.office_of(turn)
    if turn.incoming.kind != "text":
        return say.ask_caps(caps_of(units.settings(turn.db, office)))
    found = [_cap(one) for one in re.split(r"[;/\s]+", turn.incoming.text.strip())]
    if len(found) != len(CAPS) or None in found:
        return say.ask_caps(caps_of(units.settings(turn.db, office)), unread=True)
    for key, value in zip(CAPS, found, strict=True):
        units.set_setting(turn.db, office, key, value or None)
        staff.note(turn, "rules", f"unit:{office}", key=key, value=value)
    return menu(turn)


def _cap(text: str) -> str | None:
    """A cap as the settings keep it, empty for none of its own; None where it cannot be read."""
    if fold(text) in NO_CAP:
        return ""
    points = _points(text)
    return None if points is None else str(points)


def _points(text: str) -> Decimal | None:
    """Points as people type them, `85,5`; None where it is no such number."""
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= MOST else None


def charge(turn: Turn, person_id: int, number: int = 0) -> Reply:
    """The fields of a deputy; a tapped one is added or taken away."""
    person = staff.person_of(turn, person_id)
    current = campaigns.current(turn.db, person.office_id, turn.today)
    if current is None or not person.holds(Role.DEPUTY):
        return say_progress.nothing_loaded(loads=True)
    fields = list(dict.fromkeys(leaf.field for leaf in progress.leaves(turn.db, current[0]) if leaf.field))
    kept = units.settings(turn.db, person.office_id).get(DEPUTY_FIELDS, {})
    held = list(kept.get(str(person.id), ()))
    if number:
        if not 0 < number <= len(fields):
            raise Gone
        tapped = fields[number - 1]
        held = [one for one in held if one != tapped] if tapped in held else [*held, tapped]
        units.set_setting(turn.db, person.office_id, DEPUTY_FIELDS, kept | {str(person.id): held})
        staff.note(turn, "charge", f"person:{person.id}", fields=len(held))
    return say.charge(person.id, person.full_name, fields, held)
