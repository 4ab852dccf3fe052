"""Marks from outside: typed line by line or sent as a table; shown first, then kept, and each person told what was taken off."""

import re
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from bot.flows import staff
from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable, kept_of
from bot.flows.scoring.year import year_of
from bot.sheets import Sheet
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import verify as say
from storage.db import Connection
from storage.errors import Gone
from storage.loading import amendments, loads
from storage.loading.loads import Kept
from storage.office import people
from storage.points import marking, next_year, verifying
from storage.points.verifying import Given, Judged, Matched
from storage.rules.marks import Stage
from storage.rules.status import Role
from storage.rules.year import Phase
from storage.work import campaigns
from storage.work.campaigns import Year

SHOWN, DONE, DROPPED = "marks", "marks_applied", "marks_undone"
"""States of kept marks; an assignment table has others, so that neither can be taken for the other."""
WITHIN = timedelta(hours=24)
LINE = re.compile(
    r"\s*(\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)\s*[:;,=-]?\s+(\d{1,4})(?:[.,](\d{1,3}))?\s*(?:đ|điểm)?(?=$|[\s,;:-])[\s,;:-]*(.*)"
)


def stage_of(name: str) -> Stage:
    """A stage by its name in a button.

    Raises:
        Gone: there is none of that name.
    """
    if name not in {one.value for one in verifying.STAGES}:
        raise Gone
    return Stage(name)


def ask(turn: Turn, campaign_id: int, name: str | None = None) -> Reply:
    """How marks come in: typed here, or as a table with a column of them."""
    year = year_of(turn, campaign_id)
    if name is None:
        return say.which(year)
    return say.ask(year, stage_of(name))


def typed(turn: Turn, campaign_id: int, name: str) -> Reply:
    """Lines of code, points and reason were typed."""
    year, stage = year_of(turn, campaign_id), stage_of(name)
    lines = turn.incoming.text.splitlines() if turn.incoming.kind == "text" else []
    read = [LINE.fullmatch(line) for line in lines if line.strip()]
    given = [Given(one[1], Decimal(f"{one[2]}.{one[3] or 0}"), one[4].strip()[:500] or None) for one in read if one]
    if not given or len(given) < len(read):
        return say.ask(year, stage, unread=[line for line in lines if line.strip() and not LINE.fullmatch(line)])
    rows = [[one.code, str(one.points), one.reason] for one in given]
    sheet = {"rows": [], "marks": {"stage": stage.value, "rows": rows}}
    by, at = turn.person.id, turn.now
    kept = loads.keep(turn.db, year.office_id, by=by, name="", sha256="", year=year.year, sheet=sheet, now=at, state=SHOWN)
    return _preview(turn.db, loads.get(turn.db, kept), year, turn.today)


def arrived(db: Connection, table: SentTable) -> Message | None:
    """A table with verified marks came; it may be an assignment table as well, so that is offered beside.

    Args:
        db: the transaction of the job that fetched the file.
        table: what came, and from whom.

    Returns:
        None where it is for something else: no coordinator sent it, or nothing of its year has a self mark yet.
    """
    office, sheet = table.office, table.sheet
    found = _year_of(db, office, sheet)
    if found is None or not people.covers(db, table.person, office, Role.COORDINATOR) or not marking.totals(db, found.id).marked:
        return None
    marks = table.keep(db, found.year, {"rows": [], "marks": dict(sheet.marks)}, SHOWN)
    other = None
    if sheet.error is None:
        other = table.keep(db, found.year, load.as_chosen(db, office, sheet.as_dict(extra=True)))
    return _preview(db, loads.get(db, marks), found, table.today, other)


def _year_of(db: Connection, office: int, sheet: Sheet) -> Year | None:
    """The year that the table names, else the one whose marks are being verified, else this one."""
    if sheet.year and (named := campaigns.of_year(db, office, sheet.year)):
        return campaigns.get(db, office, named)
    found = [campaigns.get(db, office, one) for one, _ in campaigns.open_years(db, office)]
    marked = [one for one in found if one.published is None and marking.totals(db, one.id).marked]
    return next(iter(marked or found), None)


def _preview(db: Connection, kept: Kept, year: Year, today: date, other: int | None = None) -> Message:
    return say.preview(kept.id, year, _stage(kept), _matched(db, kept, year, today), other)


def _stage(kept: Kept) -> Stage:
    return Stage(kept.sheet["marks"]["stage"])


def _matched(db: Connection, kept: Kept, year: Year, today: date) -> Matched:
    given = [Given(code, Decimal(points), reason) for code, points, reason in kept.sheet["marks"]["rows"]]
    return verifying.match(given, marking.sheet(db, year.id, today), amendments.current_codes(db, year.id))


def _kept(turn: Turn, load_id: int, state: str) -> tuple[Kept, Year]:
    """Marks that were shown or kept, of this coordinator's office.

    Raises:
        Gone: of another office, or in another state.
    """
    kept = kept_of(turn, load_id, state)
    campaign = campaigns.of_year(turn.db, kept.office_id, kept.year)
    if campaign is None:
        raise Gone
    return kept, year_of(turn, campaign)


def record(turn: Turn, load_id: int) -> Reply:
    """Keep what was shown; whoever loses points learns of it with the day by which to explain."""
    kept, year = _kept(turn, load_id, SHOWN)
    matched, stage = _matched(turn.db, kept, year, turn.today), _stage(kept)
    if not matched.rows:
        raise Gone
    loads.move(turn.db, kept.id, SHOWN, DONE, turn.now)
    verifying.keep(turn.db, matched.rows, stage, by=turn.person.id, at=turn.now)
    next_year.tell_losses(turn.db, year.office_id, year.id, turn.today)
    staff.note(turn, "verified", f"campaign:{year.id}", stage=stage.value, rows=len(matched.rows))
    told = _tell(turn, year, stage, matched)
    return say.recorded(kept.id, year, stage, matched, marking.totals(turn.db, year.id), told)


def _tell(turn: Turn, year: Year, stage: Stage, matched: Matched) -> int:
    """Tell each person what was taken off; after the last word nobody is asked to explain."""
    by_person: dict[int, list[Judged]] = defaultdict(list)
    for one in matched.rows:
        if one.taken and one.line.leaf.person_id is not None:
            by_person[one.line.leaf.person_id].append(one)
    explains = stage is Stage.VERIFIED_1
    for person, rows in by_person.items():
        message = say.told(year, stage, rows, year.window(Phase.EXPLAIN), explains=explains)
        turn.tell(person, message, f"verified:{year.id}:{stage.value}:{turn.inbox_id}:{person}")
    return len(by_person)


def take_back(turn: Turn, load_id: int) -> Reply:
    """ "Ghi nhầm, bỏ": the marks of one table, within a day."""
    kept, year = _kept(turn, load_id, DONE)
    if kept.applied_at is None or turn.now - kept.applied_at > WITHIN:
        raise Gone
    loads.move(turn.db, kept.id, DONE, DROPPED, turn.now)
    verifying.drop(turn.db, _matched(turn.db, kept, year, turn.today).rows, _stage(kept), kept.applied_at)
    next_year.tell_losses(turn.db, year.office_id, year.id, turn.today)
    staff.note(turn, "verified_undo", f"campaign:{year.id}")
    return say.taken_back(year)
