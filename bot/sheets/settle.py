"""Doubts of one cell, settled before anything is recorded: what may be meant, and the table with the answer in it."""

import calendar
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.sheets import check, codes, dues, left_out, people, points, posts
from bot.sheets.left_out import SETTLED, WAY_BACK
from bot.sheets.names import GROUP, PERSON, UNIT, is_surely, kind_of, without_title
from bot.sheets.namesakes import NAMESAKES
from bot.sheets.own import short_names
from bot.sheets.recurring import weekday_in
from bot.sheets.rows import HIDDEN_ROW
from bot.sheets.text import clean, has_marks, words
from storage.loading.doubtful import OUT, Answer, Cell, is_out

MOST = 5  # answers beside "as read"
_SAME = frozenset({"lead", "due", "points", "supports"})  # columns in which the same words mean the same on every row
_UNASKED = frozenset({"lead", "due", "supports"})
_TEXTS = {"evidence": "evidence", "document": "document", "field": "field"}
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\D{1,8}(\d{1,2})(?!\d)")
Sheet = Mapping[str, Any]
Values = dict[str, Any]
Place = tuple[str | None, int | None, str]
Likeness = tuple[str, str | None, tuple[str, ...]]
Decided = tuple[Cell, Answer | None]
Known = tuple[str, str | None, str | None]
"""Somebody's name, post and unit."""


def cells(sheet: Sheet) -> list[Cell]:
    """Give the doubtful cells in the order of the file."""
    rows = {(row["sheet"], row["row"]): row for row in sheet["rows"]}
    return [
        Cell(
            at,
            name,
            number,
            column,
            tuple(flag["reason"] for flag in flags),
            next((flag["value"] for flag in flags if flag.get("value")), None),
            rows.get((name, number)),
        )
        for at, ((name, number, column), flags) in enumerate(_flags(sheet).items())
    ]


def _flags(sheet: Sheet) -> dict[Place, list[Mapping[str, Any]]]:
    """The doubts of each cell, in the order of the file."""
    found: dict[Place, list[Mapping[str, Any]]] = {}
    for flag in sheet["must_flag"]:
        found.setdefault((flag["sheet"], flag["row"], flag["column"]), []).append(flag)
    return found


def _place(cell: Cell) -> Place:
    return cell.sheet, cell.row, cell.column


def named_in(sheet: Sheet) -> list[Known]:
    """Give the people that the table itself names in full, with their posts and units: on the first day the office's list has none."""
    leads = [(row["lead"], row.get("lead_post"), row.get("lead_unit")) for row in sheet["rows"] if row["lead"]]
    helpers = [(name, None, None) for row in sheet["rows"] for name in row["supports"] if kind_of(name) == PERSON]
    listed = [(name, post or None, unit or None) for name, post, unit in sheet.get("officials") or ()]
    return list(dict.fromkeys([*listed, *leads, *helpers]))


def answers(cell: Cell, year: int, known: Sequence[Known]) -> list[Answer]:
    """Give what the cell may mean beside what was read.

    Args:
        cell: in doubt.
        year: năm đánh giá.
        known: people of the office and of the table.
    """
    if cell.read is None:
        return []
    if cell.column == "lead":
        others = [_led_by(cell.read, name) for name in _leads(cell, known)]
        return [*_namesakes(cell, known), *others][:MOST]
    if cell.column == "due":
        found = [day for day in _days(cell, year) if day.isoformat() != cell.read["due"].get("date")]
        return [_due_on(day, strict=bool(cell.read["due"].get("strict"))) for day in dict.fromkeys(found)]
    if cell.column == "supports":
        return _helped_by(cell.read, known)
    return [Answer({OUT: True})] if cell.column == "row" and HIDDEN_ROW in cell.reasons else []


def typed(sheet: Sheet, cell: Cell, text: str, year: int) -> Answer | None:
    """Read what somebody types for a cell of the table; None where it cannot be read without a doubt."""
    if cell.read is None:
        return None
    if cell.column == "lead":
        who = people.parse(text, short_names([clean(text)]))  # whoever answers with two words means them in full
        return None if who.lead is None or who.doubts else _led_by(cell.read, who.lead)
    if cell.column == "due":
        reading = dues.parse(text, None, dues.Context(year))
        return None if reading.reasons else Answer({"due": dict(reading.due)})
    if cell.column == "supports":
        names, doubts = people.parse_supports(text)
        return Answer({"supports": list(names)}) if names and not doubts else None
    if cell.column == "points":
        worth, _why = points.parse(text)
        return None if worth is None else Answer({"max_points": float(worth)})
    if cell.column == "code":
        return _coded(sheet, cell, codes.read(clean(text)).text)
    return _said(cell, clean(text))


def told(sheet: Sheet, cell: Cell, text: str, year: int, known: Sequence[Known]) -> Answer | None:
    """Read what somebody types while a cell is shown, unasked: a deadline, or somebody known by this name or with a usual surname."""
    answer = typed(sheet, cell, text, year) if cell.column in _UNASKED else None
    if answer is None or cell.column == "due":
        return answer
    named = (answer.values["lead"],) if cell.column == "lead" else answer.values["supports"]
    names = {words(name) for name, _post, _unit in known}
    return answer if all(words(name) in names or is_surely(name) for name in named) else None


def _coded(sheet: Sheet, cell: Cell, code: str | None) -> Answer | None:
    """Take a code that no other row of the table has, since only one of the two could keep it."""
    others = {row["code"] for row in sheet["rows"] if (row["sheet"], row["row"]) != (cell.sheet, cell.row)}
    return Answer({"code": code}) if code and code not in others else None


def _said(cell: Cell, text: str) -> Answer | None:
    if cell.column == "criterion" and cell.read is not None:
        return Answer({"subcriterion" if cell.read.get("subcriterion") else "criterion": text})
    return Answer({_TEXTS[cell.column]: text}) if cell.column in _TEXTS else None


def is_of(row: Mapping[str, Any], code: str | None, title: str) -> bool:
    """Tell whether a row of the file is the one of this code and text."""
    return row.get("code") == code and words(row.get("subcriterion") or row.get("criterion") or "") == words(title)


def settled(sheet: Sheet, decided: Sequence[Decided]) -> Values:
    """Put answers into the table and take the doubts of their cells away; None = right as it was read."""
    decided = [*_freed(sheet, decided), *decided]
    gone = {_place(cell) for cell, _answer in decided}
    by_row: dict[tuple[str | None, int | None], list[Decided]] = {}
    for cell, answer in decided:
        by_row.setdefault((cell.sheet, cell.row), []).append((cell, answer))
    flags = _flags(sheet)
    notes = [note_of(cell, answer) | {WAY_BACK: _way_back(cell, answer, flags[_place(cell)])} for cell, answer in decided]
    out = frozenset((cell.sheet, cell.row) for cell, answer in decided if is_out(answer))
    settled_rows = [_settled_row(row, by_row.get((row["sheet"], row["row"]), ())) for row in sheet["rows"]]
    found = {
        **sheet,
        "rows": settled_rows,
        "must_flag": [one for place, flagged in flags.items() if place not in gone for one in flagged],
        SETTLED: [*(sheet.get(SETTLED) or ()), *notes],
    }
    return left_out.without(found, out) if out else found


def _freed(sheet: Sheet, decided: Sequence[Decided]) -> list[Decided]:
    """Give the cells whose code was doubted only because another row had it, which has another now."""
    changed = {
        (cell.sheet, cell.row): reason
        for cell, answer in decided
        for reason in cell.reasons
        if reason.startswith(codes.DUPLICATE) and answer and "code" in answer.values
    }
    if not changed:
        return []
    kept = Counter(row["code"] for row in sheet["rows"] if (row["sheet"], row["row"]) not in changed)
    done = {_place(cell) for cell, _answer in decided}
    reasons = {(reason,) for reason in changed.values()}
    alike = [cell for cell in cells(sheet) if cell.reasons in reasons and cell.read and _place(cell) not in done]
    return [(cell, None) for cell in alike if cell.read and kept[cell.read["code"]] == 1]


def _way_back(cell: Cell, answer: Answer | None, flags: list[Mapping[str, Any]]) -> Values:
    """What brings the doubt about a cell back: its flags, and the row's own reasons and values."""
    read = cell.read or {}
    reasons = [reason for reason in read.get("needs_check", ()) if reason.partition(": ")[0] == cell.column]
    was = {name: read.get(name) for name in answer.values} if answer else {}
    return {"flags": flags, "needs_check": reasons, "was": was}


def answered(sheet: Sheet) -> int:
    """Count the answers about doubtful cells, the last of which can be taken back; 0 where it cannot."""
    notes = sheet.get(SETTLED) or ()
    return len(notes) if notes and WAY_BACK in notes[-1] else 0


def given(sheet: Sheet) -> list[tuple[int, Cell, Answer | None]]:
    """Give the answers that can be taken back, each with its place among all and with its row as it is now."""
    rows = {(row["sheet"], row["row"]): row for row in sheet["rows"]}
    found: list[tuple[int, Cell, Answer | None]] = []
    for at, note in enumerate(sheet.get(SETTLED) or ()):
        flags = note.get(WAY_BACK, {}).get("flags") or ()
        for flag in flags[:1]:
            place = flag["sheet"], flag["row"]
            reasons = tuple(one["reason"] for one in flags)
            cell = Cell(at, *place, note["column"], reasons, note["said"], rows.get(place))
            found.append((at, cell, Answer(note["values"]) if note["values"] else None))
    return found


def reopened(sheet: Sheet, at: int = -1) -> Values:
    """Take an answer back, the last as a rule: its cell is the first doubtful one again."""
    notes = list(sheet[SETTLED])
    back = notes.pop(at)[WAY_BACK]
    if left_out.ROW in back:
        return left_out.put_back({**sheet, SETTLED: notes}, back)
    place = {(one["sheet"], one["row"]) for one in back["flags"]}
    rows = [
        {**row, **back["was"], "needs_check": [*row["needs_check"], *back["needs_check"]]}
        if (row["sheet"], row["row"]) in place
        else row
        for row in sheet["rows"]
    ]
    return {**sheet, "rows": rows, "must_flag": [*back["flags"], *sheet["must_flag"]], SETTLED: notes}


def alike(sheet: Sheet) -> list[Decided]:
    """Give the cells that say what the one settled last said, and are doubted for the same reasons, with its answer for each."""
    notes = sheet.get(SETTLED) or ()
    if not notes or WAY_BACK not in notes[-1]:
        return []
    last = notes[-1]
    reasons = tuple(flag["reason"] for flag in last[WAY_BACK]["flags"])
    return spread(cells(sheet), (last["column"], last["said"], reasons), last["values"])


def likeness(cell: Cell) -> Likeness:
    """Give what two cells share that may be answered alike: column, words, doubts."""
    return cell.column, cell.said, cell.reasons


def spread(found: Sequence[Cell], like: Likeness, values: Mapping[str, Any] | None) -> list[Decided]:
    """Give the cells of one likeness, each with the same answer; None = right as it was read.

    Where the cell says nothing, only leaving it as it is can be meant for all.
    """
    column, said, _reasons = like
    if values and OUT not in values and (said is None or column not in _SAME):
        return []
    return [(cell, _again(cell, values) if values else None) for cell in found if cell.read and likeness(cell) == like]


def _again(cell: Cell, values: Mapping[str, Any]) -> Answer:
    """The same answer for another row, which keeps its own helpers."""
    if cell.read is None or "supports" not in values:
        return Answer(values)
    others = [name for name in (cell.read["lead"], *cell.read["supports"]) if name and name != values["lead"]]
    return Answer({**values, "supports": others})


def note_of(cell: Cell, answer: Answer | None) -> Values:
    """What is kept of an answer: the row by its text, the column, what the cell said, and the values."""
    read = cell.read or {"criterion": cell.sheet}
    text = words(read.get("subcriterion") or read.get("criterion") or "")
    return {"text": text, "column": cell.column, "said": cell.said, "values": dict(answer.values) if answer else None}


def _settled_row(row: Mapping[str, Any], decided: Sequence[Decided]) -> Values:
    if not decided:
        return dict(row)
    values = {name: value for _cell, answer in decided if answer for name, value in answer.values.items()}
    columns = {cell.column for cell, _answer in decided}
    left = [reason for reason in row["needs_check"] if reason.partition(": ")[0] not in columns]
    return {**row, **values, "needs_check": left}


def _namesakes(cell: Cell, known: Sequence[Known]) -> list[Answer]:
    """The people of the name that the cell has, each by the post."""
    name = words(cell.read["lead"] or "") if cell.read and NAMESAKES in cell.reasons else ""
    by_post = {words(post): post for other, post, _unit in known if name and post and words(other) == name}
    return [Answer({"lead": cell.read["lead"], "lead_post": post}) for post in by_post.values()] if cell.read else []


def one_person(sheet: Sheet, name: str) -> Values:
    """Take a name for one person, whatever posts it stands beside: which of two a row means is no doubt any more."""
    asked = [one for one in sheet["must_flag"] if one["reason"] == NAMESAKES and words(one.get("value") or "") == words(name)]
    places = {(one["sheet"], one["row"]) for one in asked}
    rows = [
        row | {"needs_check": [why for why in row["needs_check"] if why != f"lead: {NAMESAKES}"]}
        if (row["sheet"], row["row"]) in places
        else row
        for row in sheet["rows"]
    ]
    return {**sheet, "rows": rows, "must_flag": [one for one in sheet["must_flag"] if one not in asked]}


def _led_by(row: Mapping[str, Any], name: str) -> Answer:
    others = [one for one in (row["lead"], *row["supports"]) if one and one != name]
    post = row.get("lead_post") if row["lead"] in {None, name} else None
    return Answer({"lead": name, "supports": others, "lead_post": post})


def _leads(cell: Cell, known: Sequence[Known]) -> list[str]:
    """Those of the row who may lead it, then those of the office whose given name or post the cell says, or whose unit."""
    assert cell.read is not None
    of_row = [name for name in cell.read["supports"] if kind_of(name) == PERSON]
    named = cell.said or cell.read.get("lead_post") or ""
    said = f" {words(named)} "
    rest = cell.said or ""
    for name in filter(None, (cell.read["lead"], *cell.read["supports"])):
        rest = rest.replace(name, " ")  # the given name within a full one calls nobody else
    called = [name for name, _post, _unit in known if _is_called(name, rest)]
    posted = [name for name, post, unit in known if post and (f" {words(post)} " in said or posts.heads(post, unit, named))]
    found: dict[str, str] = {}
    for name in (*of_row, *called, *posted):
        found.setdefault(words(name), name)
    return [name for name in found.values() if words(name) != words(cell.read["lead"] or "")][:MOST]


def _helped_by(row: Mapping[str, Any], known: Sequence[Known]) -> list[Answer]:
    """The helpers of a row in full, where one of them is called by the given name and somebody bears it."""
    for at, helper in enumerate(row["supports"]):
        if kind_of(without_title(helper)[0]) in {PERSON, UNIT, GROUP}:
            continue
        called = dict.fromkeys(name for name, _post, _unit in known if _is_called(name, helper) and name != row["lead"])
        return [Answer({"supports": [*row["supports"][:at], name, *row["supports"][at + 1 :]]}) for name in [*called][:MOST]]
    return []


def _is_called(name: str, said: str) -> bool:
    """Tell whether a cell says somebody's given name: "đ/c Toàn", but not the "toán" of "Kế toán"."""
    if not said.strip():
        return False
    if has_marks(said):
        return name.rsplit(maxsplit=1)[-1].lower() in re.findall(r"\w+", clean(said).lower())
    return words(name).split()[-1] in words(said).split()


def _due_on(day: date, *, strict: bool) -> Answer:
    return Answer({"due": {"kind": "date", "date": day.isoformat(), "strict": strict}})


def _days(cell: Cell, year: int) -> list[date]:
    """The days that a doubtful deadline may mean."""
    due = cell.read["due"] if cell.read else {}
    why = " ".join(cell.reasons)
    if due["kind"] == "date":
        return _other_days(date.fromisoformat(due["date"]), why, year, "" if due.get("strict") else cell.said or "")
    if due["kind"] == "recurring" and due["rule"].startswith("dates "):
        return [date.fromisoformat(due["rule"].split()[-1])]
    found = _DAY_AND_MONTH.search(cell.said or "") if dues.IMPOSSIBLE in why else None
    months = [month for month in map(int, found.groups()) if 1 <= month <= 12] if found else []
    return [date(year, month, calendar.monthrange(year, month)[1]) for month in reversed(months)]


def _other_days(day: date, why: str, year: int, said: str) -> list[date]:
    found = []
    if dues.OUTSIDE in why and (day.month, day.day) != (2, 29):
        found.append(day.replace(year=year))
    if dues.BEFORE_ISSUE in why:
        found.append(day + timedelta(days=365 + calendar.isleap(day.year + (day.month > 2))))
    if dues.WEEKDAY in why and (weekday := weekday_in(said)) is not None:
        found.append(day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3))
    if check.SWAPPED in why and day.day <= 12:
        found.append(day.replace(day=day.month, month=day.day))
    return found
