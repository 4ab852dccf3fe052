"""Self-marking (tự chấm điểm): one screen a person, agreed to with one tap; a row by itself; the way back until the lock."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot import years
from bot.flows import staff
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import heard as say_heard
from locales.say import marks as say
from storage.errors import Gone, Locked, NotYours
from storage.points import marking, scores
from storage.points.marking import Line
from storage.rules import year as rules
from storage.rules.marks import Basis, Mark, Stage
from storage.rules.year import Phase
from storage.work import assignments, campaigns
from storage.work.campaigns import Year

POINTS = re.compile(
    r"\s*(\d{1,4})(?:[.,](\d{1,3}))?\s*(?:đ|điểm|d|diem)?(?=$|[\s,;:.-])[\s,;:.-]*(.*)", re.IGNORECASE | re.DOTALL
)
NUMBER = re.compile(
    r"(?<![\d.,])(\d+(?:[.,]\d+)?)(?![.,]?\d)(?:\s*/\s*\d+(?:[.,]\d+)?)?\s*(?:điểm|diem|đ|d)?(?!\w)", re.IGNORECASE
)
GIVES = r"\s*[:,;-]?\s+(?:(?:tự|tu)\s+)?(?:(?:chấm|cham|cho|là|la)\s+)?(?:điểm\s+|diem\s+)?(?=\d)"
"""What stands between a code and its points."""
SCALE = 1000
"""Buttons write points in thousandths."""


def screen(turn: Turn, campaign_id: int | None = None) -> Reply:
    """What this person is to mark, grouped by what the mark can rest on."""
    year = year_of(turn, campaign_id)
    if year is None:
        return say.no_year()
    return _screen(turn, year)


def year_of(turn: Turn, campaign_id: int | None) -> Year | None:
    """The year asked for; else the one whose self-marking is set and not over; else this year's."""
    office = turn.person.office_id
    if campaign_id is not None:
        return campaigns.get(turn.db, office, campaign_id)
    if turn.year is not None and turn.campaign is not None:
        return campaigns.get(turn.db, office, turn.campaign[0])
    found = [campaigns.get(turn.db, office, one) for one, _ in campaigns.open_years(turn.db, office)]
    going = [one for one in found if rules.state(one.window(Phase.SELF), turn.local) in {"before", "open", "locked"}]
    if going:
        return going[0]
    now = campaigns.current(turn.db, office, turn.today)
    return campaigns.get(turn.db, office, now[0]) if now else None


def day_of(turn: Turn, year: Year) -> date:
    """The day against which rows are late: that of the lock, or today where it has passed or is not set."""
    lock = rules.lock_of(year.window(Phase.SELF))
    return max(turn.today, lock.date()) if lock else turn.today


def own_lines(turn: Turn, year: Year) -> list[Line]:
    lines = marking.sheet(turn.db, year.id, day_of(turn, year), turn.person.id)
    return [one for one in lines if one.basis is not None]


def _screen(turn: Turn, year: Year, told: str = "") -> Message:
    lines = own_lines(turn, year)
    if not lines:
        return say.nothing_to_mark(year).with_choices(*years.others(turn, "marks", year.id))
    if not rules.takes_own(year.windows, Phase.SELF, turn.local):
        return say.locked(year, lines).with_choices(*years.others(turn, "marks", year.id))
    return say.screen(year, _offered(year, lines), lines, told).with_choices(*years.others(turn, "marks", year.id))


def _offered(year: Year, lines: Sequence[Line]) -> list[Line]:
    """The unmarked rows that one tap may agree to: those with documents, and estimates where the province takes them."""
    bases = {Basis.READY, Basis.ESTIMATE} if year.estimates else {Basis.READY}
    return [one for one in lines if not one.is_marked and one.basis in bases]


def agree(turn: Turn, campaign_id: int, count: int) -> Reply:
    """ "Đồng ý cả 08": all that was offered; asked again where it is not the same any more.

    Raises:
        Locked: the lock has fallen since.
    """
    year = campaigns.get(turn.db, turn.person.office_id, campaign_id)
    if not rules.takes_own(year.windows, Phase.SELF, turn.local):
        raise Locked(code=say.name(year))
    offered = _offered(year, own_lines(turn, year))
    if len(offered) != count or not offered:
        return _screen(turn, year)
    kept = [
        scores.keep_self(turn.db, one.id, Mark(_stage(year, one), one.proposed, turn.now, turn.person.id), turn.local)
        for one in offered
    ]
    left = [one for one in own_lines(turn, year) if not one.is_marked]
    return say.agreed(year, offered, left, min(kept), max(kept))


def _stage(year: Year, line: Line) -> Stage:
    return Stage.ESTIMATED if line.basis is Basis.ESTIMATE and year.estimates else Stage.SELF


def take_back(turn: Turn, first: int, last: int) -> Reply:
    """ "Ghi nhầm, bỏ" under what one tap agreed to."""
    gone = scores.drop_between(turn.db, first, last, by=turn.person.id, local=turn.local)
    return say.taken_back(gone)


def listing(turn: Turn, campaign_id: int, number: int = 1) -> Reply:
    """ "Sửa": every row with its mark, a page at a time."""
    year = campaigns.get(turn.db, turn.person.office_id, campaign_id)
    shown, page, pages = staff.page_of(own_lines(turn, year), number)
    return say.listing(year, shown, page, pages)


def row(turn: Turn, assignment_id: int) -> Reply:
    """One row: its maximum, its rule, what it has; its mark is tapped or typed."""
    year, line = _own(turn, assignment_id)
    if not rules.takes_own(year.windows, Phase.SELF, turn.local):
        raise Locked(code=line.name)
    return say.row(year, line, assignments.guidance(turn.db, line.id).rule, taps=turn.abilities.buttons)


def _own(turn: Turn, assignment_id: int) -> tuple[Year, Line]:
    """An own row that is marked.

    Raises:
        NotYours: somebody else answers for it.
        Gone: nobody marks it.
    """
    work = assignments.get(turn.db, assignment_id)
    if work.person_id != turn.person.id:
        raise NotYours(code=work.name)
    return line_of(turn, assignment_id)


def reason_beside(text: str, points: Decimal) -> str | None:
    """The words after the points in a whole sentence, which are the reason of a mark; None where there are none."""
    said = next((one for one in NUMBER.finditer(text) if Decimal(one[1].replace(",", ".")) == points), None)
    rest = text[said.end() :].strip(" ,;:.-") if said else ""
    return rest[:500] if any(ch.isalpha() for ch in rest) else None


def line_of(turn: Turn, assignment_id: int) -> tuple[Year, Line]:
    """The year and the line of a row of this person's office.

    Raises:
        Gone: of another office, or a row that nobody of the office marks.
    """
    year = campaigns.get(turn.db, turn.person.office_id, campaigns.of_row(turn.db, assignment_id))
    lines = marking.sheet(turn.db, year.id, day_of(turn, year))
    found = next((one for one in lines if one.id == assignment_id and one.basis is not None), None)
    if found is None:
        raise Gone
    return year, found


def set_mark(turn: Turn, assignment_id: int, thousandths: int | None = None) -> Reply:
    """The mark of one row, tapped or typed, with words that are kept as its reason."""
    year, line = _own(turn, assignment_id)
    given = (Decimal(thousandths) / SCALE, None) if thousandths is not None else typed(turn, line)
    if given is None:
        rule = assignments.guidance(turn.db, line.id).rule
        return say.row(year, line, rule, taps=turn.abilities.buttons, unread=True)
    points, reason = given
    if line.leaf.max_points is not None and points > line.most:
        told = say_heard.too_many_points(assignments.get(turn.db, line.id), points)
        return replace(told, awaiting=f"mark_as:{line.id}")
    scores.keep_self(turn.db, line.id, Mark(_stage(year, line), points, turn.now, turn.person.id, reason), turn.local)
    return _screen(turn, year, say.marked(line, points))


def typed(turn: Turn, line: Line) -> tuple[Decimal, str | None] | None:
    """Points and the words after them, `0,5 thiếu báo cáo quý III`, also behind the row's own code: `6.1 tự chấm 4`."""
    text = turn.incoming.text
    behind = re.match(rf"\s*{re.escape(line.leaf.code or '')}{GIVES}", text, re.IGNORECASE) if line.leaf.code else None
    found = POINTS.fullmatch(text[behind.end() :] if behind else text) if turn.incoming.kind == "text" else None
    if not found:
        return None
    reason = " ".join(found[3].split())[:500].rstrip(".")
    return Decimal(f"{found[1]}.{found[2] or 0}"), reason or None
