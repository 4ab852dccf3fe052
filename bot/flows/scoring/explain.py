"""Explanation (giải trình): the rows on which points were taken off, each explained once, with its documents."""

from decimal import Decimal

from bot.flows.reporting.report import late_rows
from bot.flows.scoring import marks
from bot.flows.scoring.council import MEMBERS
from bot.turn import Reply, Turn
from locales.say import explain as say
from storage.errors import Gone, NotAllowed, NotYours
from storage.office import people
from storage.points import explaining, marking
from storage.points.marking import Line
from storage.rules.marks import Mark, Stage
from storage.work import assignments, campaigns
from storage.work.campaigns import Year

LONGEST, MOST_LATE = 1000, 3
SHORTEST = 10
"""Letters below which words are no explanation."""


def screen(turn: Turn) -> Reply:
    """What this person has to explain, in the year in which there is something; else, for the council, the whole office's."""
    is_member = people.covers(turn.db, turn.person, turn.person.office_id, *MEMBERS)
    for year, lines in _years(turn, turn.person.id):
        if judged := _judged(lines):
            return say.screen(year, judged, turn.local, office=is_member)
    return office(turn) if is_member else say.nothing(late_rows(turn)[:MOST_LATE])


def office(turn: Turn) -> Reply:
    """Who of the office has to explain what, and what is explained.

    Raises:
        NotAllowed: the role does not cover the office.
    """
    if not people.covers(turn.db, turn.person, turn.person.office_id, *MEMBERS):
        raise NotAllowed
    for year, lines in _years(turn, None):
        if judged := _judged(lines):
            return say.office(year, judged, turn.local)
    return say.nothing_in_office(late_rows(turn)[:MOST_LATE])


def _judged(lines: list[Line]) -> list[Line]:
    """The rows on which points were taken off."""
    return [one for one in lines if one.must_explain or one.marks.explained]


def _years(turn: Turn, person: int | None) -> list[tuple[Year, list[Line]]]:
    """The open years with the rows of one person, or of all."""
    years = [
        campaigns.get(turn.db, turn.person.office_id, one) for one, _ in campaigns.open_years(turn.db, turn.person.office_id)
    ]
    return [(year, marking.sheet(turn.db, year.id, turn.today, person)) for year in years]


def row(turn: Turn, assignment_id: int) -> Reply:
    """One row: what was taken off and why; the explanation is typed, documents are sent beside it."""
    year, line = _own(turn, assignment_id)
    if not line.must_explain:
        raise Gone
    return say.row(year, line)


def _own(turn: Turn, assignment_id: int) -> tuple[Year, Line]:
    """An own row.

    Raises:
        NotYours: somebody else answers for it.
    """
    work = assignments.get(turn.db, assignment_id)
    if work.person_id != turn.person.id:
        raise NotYours(code=work.name)
    return marks.line_of(turn, assignment_id)


def write(turn: Turn, assignment_id: int) -> Reply:
    """The explanation was typed: it asks for the office's own mark."""
    year, line = _own(turn, assignment_id)
    text = " ".join(turn.incoming.text.split())[:LONGEST] if turn.incoming.kind == "text" else ""
    office = line.marks.office
    if office is None or sum(ch.isalpha() for ch in text) < SHORTEST:
        return say.row(year, line, unread=True)
    return _keep(turn, year, line, office.points, text)


def accept(turn: Turn, assignment_id: int) -> Reply:
    """The mark is accepted as it was verified; that is kept as the explanation."""
    year, line = _own(turn, assignment_id)
    final = line.marks.final
    if final is None:
        raise Gone
    return _keep(turn, year, line, final.points, say.accepted())


def _keep(turn: Turn, year: Year, line: Line, points: Decimal, reason: str) -> Reply:
    mark = Mark(Stage.EXPLAINED, points, turn.now, turn.person.id, reason)
    kept = explaining.keep(turn.db, line, mark, turn.local)
    lines = marking.sheet(turn.db, year.id, turn.today, turn.person.id)
    return say.kept(line, points, kept, left=sum(one.must_explain for one in lines))


def take_back(turn: Turn, score_id: int) -> Reply:
    """ "Ghi nhầm, bỏ" under an explanation, until the lock."""
    owner = explaining.drop(turn.db, score_id, by=turn.person.id, local=turn.local)
    return say.dropped(assignments.get(turn.db, owner))
