"""The council (Hội đồng): where the office's marks stand; a mark changed with a reason until the province locks."""

from collections.abc import Callable

from bot.flows import staff
from bot.flows.scoring import marks
from bot.turn import Reply, Turn
from locales.say import council as say
from storage.errors import Gone, NotAllowed, OwnWork, Sealed
from storage.evidence import numbers
from storage.office import people
from storage.points import marking, scores
from storage.points.marking import Line
from storage.rules import year as rules
from storage.rules.marks import Basis, Mark, Stage
from storage.rules.points import BESIDE
from storage.rules.status import Role
from storage.rules.year import Phase
from storage.work import assignments
from storage.work.campaigns import Year

MEMBERS = people.TEAM | {Role.COUNCIL}
KINDS: dict[str, Callable[[Line], bool]] = {
    "missing": lambda one: not one.is_marked,
    "estimated": lambda one: one.is_estimated,
    "weak": lambda one: one.is_marked and one.basis is Basis.UNFOUNDED,
    "changed": lambda one: one.marks.council is not None,
}
"""The rows that a council looks at, by why."""


def screen(turn: Turn, campaign_id: int | None = None) -> Reply:
    """The sums, and the rows that need a look."""
    year = year_of(turn, campaign_id)
    if year is None:
        return say.no_year()
    sheet = marking.sheet(turn.db, year.id, marks.day_of(turn, year))
    lines = [one for one in sheet if one.basis is not None]
    counts = {name: sum(map(wanted, lines)) for name, wanted in KINDS.items()}
    beside = sum(not one.is_marked and one.leaf.kind in BESIDE for one in lines)
    return say.screen(year, marking.totals_of(sheet), counts, turn.local, beside=beside)


def year_of(turn: Turn, campaign_id: int | None) -> Year | None:
    """The year asked for, or the one that is marked now.

    Raises:
        NotAllowed: the role does not cover the office.
    """
    if not people.covers(turn.db, turn.person, turn.person.office_id, *MEMBERS):
        raise NotAllowed
    return marks.year_of(turn, campaign_id)


def lines_of(turn: Turn, year: Year) -> list[Line]:
    """The rows that are marked by the office itself."""
    return [one for one in marking.sheet(turn.db, year.id, marks.day_of(turn, year)) if one.basis is not None]


def listing(turn: Turn, campaign_id: int, name: str, number: int = 1) -> Reply:
    """Rows of one sort, a page at a time."""
    year = year_of(turn, campaign_id)
    if year is None or name not in KINDS:
        raise Gone
    found = [one for one in lines_of(turn, year) if KINDS[name](one)]
    shown, page, pages = staff.page_of(found, number)
    return say.listing(year, name, shown, page, pages)


def find(turn: Turn, campaign_id: int) -> Reply:
    """A code was typed."""
    year = year_of(turn, campaign_id)
    codes = numbers.codes(turn.incoming.text)
    found = [one for one in lines_of(turn, year) if one.leaf.code in codes] if year and codes else []
    if not found or year is None:
        return say.not_found(campaign_id)
    return row(turn, found[0].id) if len(found) == 1 else say.listing(year, "missing", found[: staff.PAGE], 1, 1)


def row(turn: Turn, assignment_id: int) -> Reply:
    """One row: the person's mark, its reason, whether documents are there; the council's is typed."""
    _, line = _open(turn, assignment_id)
    return say.row(line, assignments.guidance(turn.db, line.id).rule)


def _open(turn: Turn, assignment_id: int) -> tuple[Year, Line]:
    """A row that the council may change.

    Raises:
        NotAllowed: the role does not cover the office.
        OwnWork: nobody decides on their own row.
        Sealed: the province has locked.
    """
    if not people.covers(turn.db, turn.person, turn.person.office_id, *MEMBERS):
        raise NotAllowed
    year, line = marks.line_of(turn, assignment_id)
    if line.leaf.person_id == turn.person.id:
        raise OwnWork(code=line.name)
    if not rules.takes_office(year.windows, Phase.SELF, turn.local):
        raise Sealed(code=line.name)
    return year, line


def decide(turn: Turn, assignment_id: int) -> Reply:
    """The council's mark and its reason were typed; the person in charge learns of both."""
    year, line = _open(turn, assignment_id)
    given = marks.typed(turn, line)
    points, reason = given or (None, None)
    if points is None or reason is None or (line.leaf.max_points is not None and points > line.most):
        return say.row(line, None, unread=True)
    kept = scores.keep(turn.db, line.id, Mark(Stage.COUNCIL, points, turn.now, turn.person.id, reason))
    staff.note(turn, "council_mark", f"assignment:{line.id}", points=str(points))
    if line.leaf.person_id is not None:
        turn.tell(line.leaf.person_id, say.told(line, points, reason), f"council:{kept}")
    return say.decided(year, line, points, reason, kept)


def take_back(turn: Turn, score_id: int) -> Reply:
    """ "Ghi nhầm, bỏ" under a mark of the council: the person's own counts again."""
    found = scores.council_mark(turn.db, score_id)
    year, line = _open(turn, found)
    scores.drop_one(turn.db, score_id)
    staff.note(turn, "council_undo", f"assignment:{line.id}")
    if line.leaf.person_id is not None:
        turn.tell(line.leaf.person_id, say.told_undone(line), f"council:{score_id}:undone")
    return say.undone(year, line)
