"""From the grids of a file to its Sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.sheets import check, errors
from bot.sheets import columns as two
from bot.sheets.dues import Context
from bot.sheets.grid import Grid
from bot.sheets.lines import Lacking, Table, tables_of
from bot.sheets.matrix import unfolded
from bot.sheets.model import Flag, Row, Sheet
from bot.sheets.namesakes import Official, namesakes, officials
from bot.sheets.outline import Item, outline
from bot.sheets.own import NOTHING, Own, short_names
from bot.sheets.owner import OF_SHEET, owned
from bot.sheets.people import Whole
from bot.sheets.rows import Draft, drafts_of, duplicates, restarts_by_sheet, years_written
from bot.sheets.short_names import told_by

HIDDEN_SHEET = "trang tính ẩn, không nạp"
OTHER_YEAR = "bảng của năm khác, không nạp"


def sheet_of(name: str, grids: Sequence[Grid], option: int | None, own: Own = NOTHING) -> Sheet:
    """Read all tables of a file; refuse a file without an assignment table, asking for a column where that would help."""
    flags = [Flag(grid.name, None, "table", HIDDEN_SHEET) for grid in grids if grid.hidden and grid.rows]
    shown = [owned(unfolded(grid), own) for grid in grids if not grid.hidden]
    tables, lacking = tables_of(shown, own)
    if not tables:
        raise _refusal(lacking)
    titled = _title_year(tables, option)
    kept = [table for table in tables if not _foreign(table, titled)]
    flags += [Flag(table.grid.name, None, "table", OTHER_YEAR) for table in tables if _foreign(table, titled)]
    listed = [*officials(grid for grid in shown if all(grid is not table.grid for table in tables))]
    runs = outline(kept)
    year = titled or option or _commonest(runs)
    known = own.names | short_names(one.name for one in listed)
    drafts, more = _drafts(runs, year, known)
    if told := told_by(drafts):
        drafts, more = _drafts(runs, year, known | told)
    _whole(drafts, year, listed)
    flags += [Flag(table.grid.name, None, "table", OF_SHEET, table.grid.owner) for table in kept if table.grid.owner]
    flags += more + duplicates(drafts) + _guesses(kept)
    return replace(_sheet(name, year, drafts, flags, kept), officials=tuple(dict.fromkeys(listed)))


def _guesses(tables: Sequence[Table]) -> list[Flag]:
    """Show each column that only its cells explain."""
    return [
        Flag(table.grid.name, None, "table", two.GUESSED[role], headings[0])
        for table in tables
        if table.question is not None
        for role, headings in table.question.headings.items()
    ]


def _refusal(lacking: Lacking) -> errors.Refused:
    if lacking.question is not None:
        return errors.Unsure(lacking.question)
    return errors.Refused(errors.NO_PERSON_COLUMN if lacking.person else errors.NO_TABLE)


def _title_year(tables: Sequence[Table], option: int | None) -> int | None:
    """Give the year that most titles name; an option decides between several."""
    named = Counter(year for table in tables for year in set(table.own_years))
    if option in named:
        return option
    return max(named, key=lambda year: (named[year], year)) if named else None


def _foreign(table: Table, year: int | None) -> bool:
    return bool(year and table.own_years and year not in table.own_years)


def _commonest(runs: Sequence[Sequence[Item]]) -> int | None:
    years = sum(map(years_written, runs), Counter[int]())
    return max(years, key=lambda year: (years[year], year)) if years else None


def _drafts(runs: Sequence[Sequence[Item]], year: int | None, whole: Whole) -> tuple[list[Draft], list[Flag]]:
    drafts: list[Draft] = []
    flags: list[Flag] = []
    restarting = restarts_by_sheet(runs)
    for items in runs:
        issued = next((item.line.titles.issued for item in items if item.line.titles.issued), None)
        found, more = drafts_of(items, Context(year or 0, issued), drafts, whole, restarting=restarting)
        drafts += found
        flags += more
    return drafts, flags


def _whole(drafts: Sequence[Draft], year: int | None, listed: Sequence[Official]) -> None:
    """Look at all rows together."""
    check.swapped(drafts, Context(year or 0))
    check.unmarked(drafts)
    namesakes(drafts, listed)


def _sheet(name: str, year: int | None, drafts: Sequence[Draft], flags: Sequence[Flag], tables: Sequence[Table]) -> Sheet:
    order = {grid: place for place, grid in enumerate(dict.fromkeys(table.grid.name for table in tables))}
    found = [*(flag for draft in drafts for flag in draft.flags), *flags]
    found = list(dict.fromkeys(found))
    found.sort(key=lambda flag: (order.get(flag.sheet, len(order)), flag.row or 0))
    reasons = {
        place: tuple(dict.fromkeys(f"{flag.column}: {flag.reason}" for flag in group))
        for place, group in groupby(sorted(found, key=_place), key=_place)
    }
    rows: list[Row] = [
        replace(draft.row, needs_check=why) if (why := reasons.get((str(draft.row.sheet), draft.row.row))) else draft.row
        for draft in drafts
    ]
    columns = frozenset(role for table in tables for role in table.header.columns)
    unsure = two.unsure(tables, [row.other or {} for row in rows])
    asks = next((table.question.as_dict() for table in tables if table.question is not None), None)
    return Sheet(name, year, tuple(rows), tuple(found), None, columns, two.layout_of(tables), unsure, asks=asks)


def _place(flag: Flag) -> tuple[str, int]:
    return str(flag.sheet), flag.row or 0
