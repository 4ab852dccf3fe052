"""An assignment table in the chat: what was read, what would change, and one tap that records it all or drops it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.flows import staff
from bot.flows.loading import amendments, load_figures
from bot.flows.loading.sent_table import SentTable, held_of, kept_of
from bot.flows.paperwork import handing
from bot.sheets import columns, settle
from bot.sheets.carrying import carried
from bot.sheets.model import Sheet
from bot.sheets.own import Own, short_names
from bot.turn import Reply, Turn
from jobs.making import Later
from locales.message import Message
from locales.papers import shelf
from locales.say import amendments as say_amendments
from locales.say import changes, load_columns, load_doubts, loaded, refusals
from locales.say import load as say
from storage import audit
from storage.db import Connection
from storage.errors import Gone
from storage.loading import headings, kinds, loads, past, standing, undo
from storage.loading.given import SAME, TWINS, key
from storage.loading.leaving import leaving
from storage.loading.loads import APPLIED, ASKING, PREVIEW, Kept
from storage.office import people, roster, units
from storage.rules.status import Role
from storage.work import campaigns, doubts

NO_ROWS = "no_rows"
PAGE = 10
DOUBTS = 6  # on one screen of a phone


def arrived(db: Connection, table: SentTable) -> Message:
    """A table that somebody sent was read; keep it and say what it would do. Nothing of it is recorded yet.

    Args:
        db: the transaction of the job that fetched the file.
        table: what came, and from whom.
    """
    sheet, office = table.sheet, table.office
    if not people.covers(db, table.person, office, Role.COORDINATOR):
        return refusals.told("not_allowed", {}, is_linked=True)
    if sheet.error is not None and sheet.asks is None:
        return say.refused(sheet.error, table.name)
    if is_bare(sheet):
        return say.refused(NO_ROWS, table.name)
    read = as_chosen(db, office, sheet.as_dict(extra=True), table.again) | {load_figures.YEAR_ASSUMED: table.is_year_assumed}
    kept_id = table.keep(db, sheet.year or table.today.year, read, ASKING if sheet.error else PREVIEW)
    channel = table.chat.partition(":")[0]
    audit.note(db, "sheet", f"load:{kept_id}", table.now, by=table.person.id, office=office, channel=channel)
    if sheet.error:
        return replace(ask_column(loads.get(db, kept_id)), edits=None)
    return replace(say.preview(load_figures.preview(db, loads.get(db, kept_id), table.today)), edits=None)


def is_bare(sheet: Sheet) -> bool:
    """Whether a table has its headings and nothing below: it would only empty the list."""
    return not (sheet.error or sheet.rows or sheet.flags)


def own_words(db: Connection, office_id: int) -> Own:
    """What the office calls its columns, and whose full names are short, for the reader."""
    said = Own.from_dict(headings.of_office(db, office_id))
    return replace(said, names=short_names(one.full_name for one in roster.entries(db, office_id)))


def as_chosen(db: Connection, office_id: int, sheet: dict[str, Any], again: int | None = None) -> dict[str, Any]:
    """Let the columns count that were chosen for a table of the same headings before, and settle what was settled before.

    Args:
        db: open connection.
        office_id: whose table it is.
        sheet: as read.
        again: the earlier reading of the same file that this one follows.
    """
    for role, second in loads.chosen_before(db, office_id, sheet.get(columns.LAYOUT)).items():
        if role in sheet[columns.UNSURE]:
            sheet = columns.choose(sheet, role, second=second)
    if not sheet.get("year"):
        return sheet
    earlier = loads.get(db, again).sheet if again else loads.waiting_sheet(db, office_id, sheet["year"])
    if earlier and earlier.get("year") == sheet["year"]:
        sheet = carried(sheet, earlier) | {SAME: earlier.get(SAME) or {}, TWINS: earlier.get(TWINS) or {}}
    last = loads.last_sheet(db, office_id, sheet["year"])
    if last is not None:
        twins = {**(last.get(TWINS) or {}), **(sheet.get(TWINS) or {})}
        sheet = carried(sheet, last)
        sheet |= {TWINS: twins, kinds.DECLINED: kinds.declined(sheet, last)}
    for name, apart in (sheet.get(TWINS) or {}).items():
        sheet = sheet if apart else settle.one_person(sheet, name)
    return sheet


def ask_column(kept: Kept) -> Message:
    """The next column to name."""
    role, found = next(iter(columns.to_name(kept.sheet).items()))
    return load_columns.ask(kept.id, kept.name, role, found)


def choose_column(turn: Turn, load_id: int, role: str, second: int) -> Reply:
    """One of two columns of a kind counts ("Lấy cột ..."), for this file and for those of the same headings."""
    kept = held_of(turn, load_id)
    if kept.state != PREVIEW:
        return say.not_waiting(kept.state == APPLIED)
    if role not in (kept.sheet.get(columns.UNSURE) or {}) or second not in {0, 1}:
        raise Gone
    loads.put_sheet(turn.db, kept.id, columns.choose(kept.sheet, role, second=second == 1))
    return view(turn, load_id)


def view(turn: Turn, load_id: int) -> Message:
    """The preview again."""
    kept = kept_of(turn, load_id)
    if kept.state != PREVIEW:
        return say.not_waiting(kept.state == APPLIED)
    return say.preview(load_figures.preview(turn.db, kept, turn.today))


def show(turn: Turn, load_id: int, number: int = 1) -> Reply:
    """The doubts, by sheet, row and column."""
    kept = kept_of(turn, load_id)
    one = load_figures.preview(turn.db, kept, turn.today)
    found, page, pages = staff.page_of(load_doubts.alike(load_figures.doubts(kept, one.compared)), number, DOUBTS)
    return load_doubts.doubts(one, found, page, pages, settles=bool(settle.cells(kept.sheet)))


def differences(turn: Turn, load_id: int, number: int = 1) -> Reply:
    """Mới, đổi, bỏ: row by row."""
    one = load_figures.preview(turn.db, kept_of(turn, load_id), turn.today)
    found, page, pages = staff.page_of(changes.lines(one.compared), number, PAGE)
    return say.differences(one, found, page, pages)


def apply(turn: Turn, load_id: int, last: int | None = None) -> Reply:
    """Record ("Ghi"): all of the file in one transaction; a list that changed since the preview is shown once more first."""
    kept = held_of(turn, load_id)
    if kept.state != PREVIEW:
        return _after(turn, kept) if kept.state == APPLIED else say.not_waiting(applied=False)
    if last is not None and last != loads.last_applied(turn.db, kept.office_id, kept.year):
        return replace(say.preview(load_figures.preview(turn.db, kept, turn.today, is_again=True)), edits=None)
    compared = loads.compare(turn.db, kept.office_id, kept.year, kept.rows)
    return loaded.ask_sure(kept.id, len(compared.dropped), kept.year) if compared.sweeps else _record(turn, kept)


def sure(turn: Turn, load_id: int) -> Reply:
    """Most of the list would go: the number of its rows was typed."""
    kept = held_of(turn, load_id)
    if kept.state != PREVIEW:
        return _after(turn, kept) if kept.state == APPLIED else say.not_waiting(applied=False)
    gone = len(loads.compare(turn.db, kept.office_id, kept.year, kept.rows).dropped)
    if turn.incoming.kind != "text" or turn.incoming.text.strip() != str(gone):
        return loaded.ask_sure(kept.id, gone, kept.year)
    return _record(turn, kept)


def _record(turn: Turn, kept: Kept) -> Reply:
    done = loads.apply_kept(turn.db, kept.id, by=turn.person.id, now=turn.now, zone=turn.zone)
    if done.leaves or done.dropped:  # the first load reaches nobody; a change of the list is seen by a second pair of eyes
        staff.tell_coordinators(turn, loaded.told_others(turn.person.full_name, kept.year, done))
    told = amendments.tell(turn.db, kept, done, turn.now)
    answer = _after(turn, loads.get(turn.db, kept.id), loaded.recorded(kept.year, done))
    return [say_amendments.told_count(kept.id, len(told)), answer] if told else answer


def template(turn: Turn) -> Reply:
    """/mau: the table to fill in."""
    from locales.papers import template as paper

    is_coordinator = any(role is Role.COORDINATOR for role, _ in turn.person.roles)
    has_list = is_coordinator and campaigns.current(turn.db, turn.person.office_id, turn.today) is not None
    return handing.hand(turn, say.template(paper.cached(turn.today.year), has_list=has_list))


def current(turn: Turn, campaign_id: int | None = None) -> Reply:
    """The list of a year as it stands, in the form of the template: edited, it is sent back like any other table."""
    found = _list_asked(turn, campaign_id)
    if found is None:
        return Message(say.no_list())
    campaign, year = found
    staff.note(turn, "export", f"campaign:{campaign}")
    return handing.later(turn, say.list_of(year), f"list_file:{campaign}")


def make_current(turn: Turn, campaign_id: int | None = None) -> Later:
    """The same, made."""
    from locales.papers import assignments as paper

    found = _list_asked(turn, campaign_id)
    if found is None:
        return list
    campaign, year = found
    leaves, data_dir = standing.of_campaign(turn.db, campaign), turn.data_dir
    rows = sum(not leaf.is_dropped for leaf in leaves)

    def later() -> list[Message]:
        path = paper.write(shelf.place(data_dir, ".xlsx"), year, leaves)
        return [say.current(Path(shelf.FOLDER) / path.name, year, rows)]

    return later


def _list_asked(turn: Turn, campaign_id: int | None) -> tuple[int, int] | None:
    """Id and year of the list that is meant."""
    office = staff.office_of(turn)
    if campaign_id is None:
        return campaigns.current(turn.db, office, turn.today)
    named = campaigns.get(turn.db, office, campaign_id)
    return named.id, named.year


def drop(turn: Turn, load_id: int) -> Reply:
    """Let the file go ("Bỏ")."""
    kept = held_of(turn, load_id)
    if kept.state == APPLIED:
        return say.not_waiting(applied=True)
    loads.drop(turn.db, kept.id)
    return say.dropped()


def after(turn: Turn, load_id: int) -> Reply:
    """What is still to be done once a file is recorded."""
    kept = kept_of(turn, load_id)
    if kept.state != APPLIED:
        raise Gone
    return _after(turn, kept)


def _after(turn: Turn, kept: Kept, recorded: str = "") -> Message:
    found = past.of_year(turn.db, kept.office_id, kept.year, turn.today)
    left = kinds.undecided(turn.db, kept)
    return loaded.after(
        loaded.After(
            id=kept.id,
            year=kept.year,
            recorded=recorded,
            past=len(found.all),
            unclear=len(found.unclear),
            kinds=len(left.kinds),
            to_split=len(left.to_split),
            is_split=left.split > 0,
            doubts=len(doubts.in_doubt(turn.db, kept.office_id)),
            is_sending=units.sending_since(turn.db, kept.office_id) is not None,
            may_undo=loads.may_undo(turn.db, kept, turn.now),
        )
    )


def take_back(turn: Turn, load_id: int, sure: str | None = None) -> Reply:
    """Take a recorded file back ("Hoàn tác"): what it would do first, then the deed."""
    kept = kept_of(turn, load_id)
    if not loads.may_undo(turn.db, kept, turn.now):
        return Message(loaded.too_late())
    lost = leaving(turn.db, kept.undo)
    if sure != "yes" or lost.rows:
        return loaded.ask_undo(kept.id, kept.name, undo.counts(turn.db, kept.undo), lost)
    return _taken_back(turn, kept)


def take_back_typed(turn: Turn, load_id: int) -> Reply:
    """Rows that would leave have answers or documents: the words were typed."""
    kept = kept_of(turn, load_id)
    if turn.incoming.kind != "text" or key(turn.incoming.text) not in loaded.SURE or not loads.may_undo(turn.db, kept, turn.now):
        return take_back(turn, load_id)
    return _taken_back(turn, kept)


def _taken_back(turn: Turn, kept: Kept) -> Message:
    told = loaded.undone(kept.name, loads.take_back(turn.db, kept.id, by=turn.person.id, now=turn.now))
    staff.tell_coordinators(turn, loaded.undone_by(turn.person.full_name, told))
    return Message(told)
