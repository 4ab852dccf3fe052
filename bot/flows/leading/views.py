"""Behind "Xem thêm": the figures by field, unit and person, the rows that leaders ask for, this week against the last."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.message import Message
from locales.say import glance as say
from locales.say import last_year as say_last
from locales.say import progress as say_progress
from storage.checking import decisions
from storage.errors import Gone
from storage.loading import loads
from storage.office import units
from storage.office.people import SPEAK_FOR_ALL
from storage.points import last_year
from storage.rules import compared
from storage.rules import glance as rules
from storage.rules.rollup import FieldLine, Late, Leaf, PersonLine, sections_of, summary_of
from storage.work import history

PAGE, ROWS = 8, 8
T = TypeVar("T", Late, Leaf)
WEEK, LOOK_BACK = timedelta(days=7), timedelta(days=60)


def view(turn: Turn, found: Glance, name: str, which: int, page: int) -> Reply:
    """One view; an old or forged one is gone.

    Raises:
        Gone: there is no such view, field, unit or person.
    """
    if name == "more":
        sections = len({leaf.unit_id for leaf in found.leaves})
        return say.more(found.scope, _counts(turn, found), found.summary, sections, board=turn.web is not None)
    if name in rules.VIEWS:
        rows = rows_in(turn, found, name)
        return say.rows(found.scope, name, rows, which, ROWS, today=turn.today, cal=turn.calendar)
    if name == "week":
        return _week(turn, found)
    if name == "remedies":
        return _remedies(turn, found)
    if name == "last":
        return _last(turn, found, which, page)
    if name in _OF:
        return _open_of(turn, found, name, which, page)
    groups = {"fields": _fields, "units": _units, "people": _people, "field": _of_field, "unit": _of_unit, "person": _of_person}
    if name not in groups:
        raise Gone
    return groups[name](turn, found, which)


def rows_in(turn: Turn, found: Glance, name: str) -> list[Leaf]:
    """The rows of one view."""
    view_ = next((one for one in rules.VIEWS if one == name), None)
    if view_ is None:
        raise Gone
    silent = _silent(turn, found.leaves) if view_ == "silent" else ()
    return rules.rows_of(view_, found.leaves, turn.today, turn.calendar, silent)


def _silent(turn: Turn, leaves: list[Leaf]) -> set[int]:
    return history.silent(turn.db, {leaf.person_id for leaf in leaves if leaf.person_id}, turn.now - LOOK_BACK)


def _counts(turn: Turn, found: Glance) -> dict[str, int]:
    silent, cal = _silent(turn, found.leaves), turn.calendar
    return {name: len(rules.rows_of(name, found.leaves, turn.today, cal, silent)) for name in rules.VIEWS}


def _week(turn: Turn, found: Glance) -> Message:
    """Today against the same hour a week ago, from the reports since then."""
    moment = turn.now - WEEK
    began = loads.first_applied_at(turn.db, turn.person.office_id)
    first = began.astimezone(turn.zone).date() if began is not None and began > moment else None
    since = moment.astimezone(turn.zone).date()
    then = history.as_of(turn.db, found.campaign_id, found.leaves, moment)
    before = summary_of(then, since, turn.calendar, found.settings["not_arising"])
    return say.week(found.scope, rules.week(since, turn.today, (before, then), (found.summary, found.leaves)), first)


def _remedies(turn: Turn, found: Glance) -> Message:
    """What was lost the year before, of the rows that this person sees."""
    shown = {leaf.assignment_id for leaf in found.leaves}
    lost = [one for one in last_year.remedies(turn.db, found.campaign_id) if one.assignment_id in shown]
    result = last_year.result(turn.db, turn.person.office_id, found.scope.year) if found.scope.whole else None
    return say_last.remedies(found.scope, result, lost, found.scope.grade.shown if found.scope.grade else None)


def _last(turn: Turn, found: Glance, field: int, page: int) -> Message:
    """This year against the last: the fields, or the criteria of one, what fell most first."""
    then = last_year.of_criteria(turn.db, found.campaign_id)
    both = compared.compare(found.leaves, then, turn.today, found.settings["not_arising"])
    if not field:
        result = last_year.result(turn.db, turn.person.office_id, found.scope.year) if found.scope.whole else None
        return say_last.compared(found.scope, both, result.index if result else None)
    if not 0 < field <= len(both.fields):
        raise Gone
    return say_last.compared_field(found.scope, both, field, page, ROWS)


def _fields(_turn: Turn, found: Glance, _page: int) -> Message:
    return say_progress.by_field(found.scope, found.summary.fields)


def _sections(turn: Turn, found: Glance) -> list[tuple[FieldLine, list[Leaf]]]:
    return sections_of(found.leaves, turn.today, turn.calendar, found.settings["not_arising"])


def _units(turn: Turn, found: Glance, _page: int) -> Message:
    return say_progress.by_unit(found.scope, [line for line, _rows in _sections(turn, found)])


def number_of_section(turn: Turn, found: Glance, unit_id: int) -> int | None:
    """The place of a section in the list; None where no row of it is seen."""
    return next((n for n, (_line, rows) in enumerate(_sections(turn, found), 1) if rows[0].unit_id == unit_id), None)


def section(turn: Turn, found: Glance, number: int) -> tuple[FieldLine, list[Leaf]]:
    """A section by its place in the list, with its rows."""
    sections = _sections(turn, found)
    if not 0 < number <= len(sections):
        raise Gone
    return sections[number - 1]


_LISTS = {"field": "fields", "unit": "units", "person": "people"}
_OF = {"field_open": "field", "unit_open": "unit", "person_open": "person"}
"""Views of what is still to be done in one field, section or by one person, and the view that each belongs to."""


def _open_of(turn: Turn, found: Glance, name: str, which: int, page: int) -> Message:
    of = _OF[name]
    line, leaves = part(turn, found, of, which)
    route = (f"progress:{name}:{which}", f"progress:{of}:{which}")
    return say.open_rows(found.scope, line.name or "", rules.owed(leaves), page, ROWS, route, today=turn.today, cal=turn.calendar)


def _field(found: Glance, number: int) -> tuple[FieldLine, list[Leaf]]:
    """A field by its place in the list, with its rows."""
    fields = found.summary.fields
    if not 0 < number <= len(fields):
        raise Gone
    line = fields[number - 1]
    return line, [leaf for leaf in found.leaves if leaf.field == line.name]


def _person(found: Glance, person_id: int) -> tuple[PersonLine, list[Leaf]]:
    line = next((one for one in found.summary.people if one.person_id == person_id and person_id), None)
    if line is None:
        raise Gone
    return line, [leaf for leaf in found.leaves if leaf.person_id == person_id]


def part(turn: Turn, found: Glance, of: str, which: int) -> tuple[FieldLine | PersonLine, list[Leaf]]:
    """A field, a section or a person, with its rows.

    Raises:
        Gone: there is none such.
    """
    if of == "unit":
        return section(turn, found, which)
    return _field(found, which) if of == "field" else _person(found, which)


def _of_unit(turn: Turn, found: Glance, number: int) -> Message:
    line, leaves = section(turn, found, number)
    message, section_id = _in_full(found, "unit", number, line, leaves), leaves[0].unit_id
    known = dict(units.sections(turn.db, turn.person.office_id))
    return _for_all(turn, message, "unit", section_id) if section_id in known else message


def _of_field(turn: Turn, found: Glance, number: int) -> Message:
    return _for_all(turn, _in_full(found, "field", number, *_field(found, number)), "field", number)


def _of_person(turn: Turn, found: Glance, person_id: int) -> Message:
    line, leaves = _person(found, person_id)
    blocked = among(found.summary.blocked, leaves)
    since = history.blocked_since(turn.db, [one.assignment_id for one in blocked])
    days = {one: at.astimezone(turn.zone).date() for one, at in since.items()}
    return say.with_waiting(_in_full(found, "person", person_id, line, leaves), blocked, days, turn.today, turn.calendar)


def _in_full(found: Glance, of: str, which: int, line: FieldLine | PersonLine, leaves: list[Leaf]) -> Message:
    late, blocked = among(found.summary.overdue, leaves), among(found.summary.blocked, leaves)
    message = say_progress.part(found.scope, line, late, blocked, back=f"progress:{_LISTS[of]}", urge=f"urge:{of}:{which}")
    return say.with_open(message, len(rules.owed(leaves)), f"progress:{of}_open:{which}")


def among(found: Sequence[T], leaves: list[Leaf]) -> list[T]:
    """Those of a list that are among some rows."""
    shown = {leaf.assignment_id for leaf in leaves}
    return [one for one in found if one.assignment_id in shown]


def _for_all(turn: Turn, message: Message, what: str, which: int) -> Message:
    return say_progress.for_all(message, what, which) if turn.person.holds(*SPEAK_FOR_ALL) else message


def _people(turn: Turn, found: Glance, page: int) -> Message:
    """Those with the largest part of their own points late come first; what waits for others counts for nobody."""
    held = rules.held_by(found.leaves, turn.today)
    ranked = sorted(found.summary.people, key=lambda one: _fair_order(held.get(one.person_id or 0)))
    return say_progress.by_person(found.scope, ranked, held, page, PAGE)


def _fair_order(held: rules.Held | None) -> tuple[object, ...]:
    return (-held.share, -held.late_points, -held.points) if held else (1,)


def pending(turn: Turn) -> Reply:
    """ "Chờ tôi quyết": what waits for this person's decision."""
    return say.pending(decisions.waiting_for(turn.db, turn.person, turn.today))
