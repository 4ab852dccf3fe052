"""A part of the office that a leader means as a whole: all of it, a lĩnh vực, a section; chosen from a list or said in words."""

import re
from dataclasses import dataclass

from bot.flows import naming
from bot.flows.leading.progress import glance
from bot.turn import Turn
from jobs.glance import Glance
from locales.hear import fold
from storage.errors import Gone, NotAllowed
from storage.office import people, units
from storage.office.people import SPEAK_FOR_ALL
from storage.rules.rollup import Leaf

ALL, FIELD, UNIT, ROW = "all", "field", "unit", "row"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
NUMBERED = re.compile(rf"linh vuc (?:so )?(\d|{'|'.join(ROMAN)})")
KIND = re.compile(r"^linh vuc ")


@dataclass(frozen=True, slots=True)
class Part:
    """What is meant, by the words of its button, and its rows of the current year."""

    what: str
    which: int
    name: str
    leaves: list[Leaf]


def require(turn: Turn) -> int:
    """The office for which this person may speak.

    Raises:
        NotAllowed: the role does not cover the whole office.
    """
    office = turn.person.office_id
    if not people.covers(turn.db, turn.person, office, *SPEAK_FOR_ALL):
        raise NotAllowed
    return office


def every(turn: Turn) -> list[Part]:
    """The fields in the order of the list, then the sections, each with its rows."""
    found = glance(turn)
    return [*_fields(found), *sections(turn, found)]


def _fields(found: Glance | None) -> list[Part]:
    """The lĩnh vực of the list; rows that stand under none are no part."""
    named = {n: line.name for n, line in enumerate(found.summary.fields, 1) if line.name} if found else {}
    leaves = found.leaves if found else []
    return [Part(FIELD, n, name, [leaf for leaf in leaves if leaf.field == name]) for n, name in named.items()]


def sections(turn: Turn, found: Glance | None) -> list[Part]:
    """Each section with the rows that a leader sees of it; without a list all of them are empty."""
    leaves = found.leaves if found else []
    parts = []
    for one, name in units.sections(turn.db, turn.person.office_id):
        within = units.below(turn.db, one)
        parts.append(Part(UNIT, one, name, [leaf for leaf in leaves if leaf.unit_id in within]))
    return parts


def named(turn: Turn, said: str) -> Part | None:
    """The one that folded words name: "linh vuc ii", "linh vuc the che", "phong kinh te"; None where none or two fit."""
    found = every(turn)
    number = NUMBERED.fullmatch(said)
    if number:
        return next((one for one in found if one.what == FIELD and one.which == _count(number[1])), None)
    near = naming.nearest(KIND.sub("", said), {n: fold(one.name) for n, one in enumerate(found)})
    return found[near] if near is not None else None


def _count(said: str) -> int:
    return int(said) if said.isdigit() else ROMAN.index(said) + 1


def part(turn: Turn, what: str, which: int) -> Part:
    """The one that a button means.

    Raises:
        Gone: there is none such.
    """
    if what == ROW:
        return row(turn, which)
    found = next((one for one in every(turn) if (one.what, one.which) == (what, which)), None)
    if found is None:
        raise Gone
    return found


def row(turn: Turn, assignment_id: int) -> Part:
    """One row by itself.

    Raises:
        Gone: this person sees no such row.
    """
    found = glance(turn)
    leaves = [leaf for leaf in found.leaves if leaf.assignment_id == assignment_id] if found else []
    if not leaves:
        raise Gone
    return Part(ROW, assignment_id, leaves[0].name, leaves)


def coded(turn: Turn, code: str) -> Part | None:
    """The one row of that code which somebody else answers for; None where none or several bear it."""
    found = glance(turn)
    leaves = [leaf for leaf in found.leaves if leaf.code == code] if found else []
    is_theirs = len(leaves) == 1 and leaves[0].person_id != turn.person.id
    return Part(ROW, leaves[0].assignment_id, leaves[0].name, leaves) if is_theirs else None
