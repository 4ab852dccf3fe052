"""Doubtful cells of a table that waits to be recorded: where, what was read, why it is doubted, and what it may mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from locales import formats, words
from locales.message import Choice, Message
from locales.say import dues, labels
from locales.say.load import Preview, column, paged, place_of
from storage.loading.doubtful import Answer, Cell, is_out

_ = words("load_doubts")
VALUE = 40  # letters of a doubtful cell that a line shows
SHORT = 24  # of the one that a button shows


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell, row or table that the reader was not sure of."""

    sheet: str | None
    row: int | None
    column: str
    reason: str
    value: str | None = None


Doubts = tuple[Doubt, list[int]]
"""A doubt without its row, and all rows that share it."""


def doubt_lines(found: Sequence[Doubt]) -> list[str]:
    """All doubts of a table, for a terminal."""
    return _by_sheet(alike(found))


def alike(found: Sequence[Doubt]) -> list[Doubts]:
    """Put the rows of a sheet with one and the same doubt together."""
    rows: dict[Doubt, list[int]] = {}
    for one in found:
        rows.setdefault(replace(one, row=None), []).extend([one.row] if one.row else [])
    return list(rows.items())


def doubts(one: Preview, found: Sequence[Doubts], page: int, pages: int, *, settles: bool) -> Message:
    """Where the reader was not sure, as the file's own program counts sheets and rows; `settles`: some can be settled now."""
    told = paged("load_show", _("To check"), one, _by_sheet(found), page=page, pages=pages)
    if not settles:
        return replace(told, text="\n".join([told.text, _("These are settled row by row once the table is recorded.")]))
    return replace(told, choices=(Choice(_("Settle them one by one"), f"load_doubt:{one.id}", wide=True), *told.choices))


def _by_sheet(found: Sequence[Doubts]) -> list[str]:
    """The doubts below the name of their sheet."""
    lines = []
    for name, listed in groupby(found, key=lambda each: each[0].sheet):
        lines += [f"{name}:"] if name else []
        lines += [_doubt(one, rows) for one, rows in listed]
    return lines


def _doubt(one: Doubt, rows: Sequence[int]) -> str:
    """`Dòng 26, người phụ trách "Ông A, bà B": nhiều người, không ghi ai chủ trì`; a reason may name the column itself."""
    numbers = ", ".join(map(str, rows))
    named = one.column in {"row", "table"} or column(one.column) in one.reason
    place = [_("Row {number}").format(number=numbers)] if rows else []
    place += [] if named else [column(one.column)]
    said = f' "{formats.shortened(one.value, VALUE)}"' if one.value else ""
    return f"{', '.join(place)}{said}: {one.reason}" if place else f"{one.reason}{said}"


def card(load_id: int, cell: Cell, answers: Sequence[Answer], total: int, told: str = "") -> Message:
    """One cell with its answers, below what was just decided."""
    head = _("{total} left: {place}.")
    lines = [told, ""] if told else []
    lines += [head.format(total=formats.count(total), place=place_of(cell.sheet, cell.row, cell.column)), *row_of(cell)]
    lines += [_("The file has: {text}.").format(text=formats.shortened(cell.said, 200))] if cell.said else []
    lines += [read] if (read := read_as(cell)) else []
    lines.append(_("Why: {reasons}.").format(reasons="; ".join(cell.reasons)))
    awaiting = f"load_said:{load_id}:{cell.at}:{total}" if is_typed(cell) else None
    return Message("\n".join(lines), _choices(load_id, cell, answers, total), edits="tapped", awaiting=awaiting)


def options(cell: Cell, answers: Sequence[Answer]) -> list[tuple[int | None, str]]:
    """What a cell may be, each with its place among the answers; None: as it was read.

    Right as read comes first; where nothing was read, what it may mean comes before leaving it empty.
    """
    likely: list[tuple[int | None, str]] = [(at, _value(cell, one)) for at, one in enumerate(answers)]
    if value_of(cell.column, cell.read) or cell.column not in _COLUMNS:
        return [(None, labels.button("right")), *likely]
    return [*likely, (None, _("Leave it empty"))]


def _value(cell: Cell, answer: Answer) -> str:
    return _("Leave this row out") if is_out(answer) else value_of(cell.column, answer.values)


def is_typed(cell: Cell) -> bool:
    """Whether the right words may be typed."""
    return cell.read is not None and cell.column in _TYPED


def with_last(shown: Message, load_id: int, count: int, alike: Sequence[Cell]) -> Message:
    """A card with what may be done about the answer just given: the same for all that say the same, or take it back.

    Args:
        shown: the card.
        load_id: of the file.
        count: how many answers were given, 0 where the last cannot be taken back.
        alike: the cells that say what that one said.
    """
    same = (Choice(_the_same(alike), f"load_alike:{load_id}:{count}", wide=True),) if alike and count else ()
    return replace(shown, choices=(*shown.choices, *same, *_back(load_id, count)))


def _the_same(alike: Sequence[Cell]) -> str:
    """Below the question about another cell it must be plain which cells are meant: by what they say, else by the doubt."""
    said = formats.shortened(alike[0].said or alike[0].reasons[0], SHORT)
    return _('The same for {count} more "{said}"').format(count=formats.count(len(alike)), said=said)


def none_left(preview: Message, told: str, load_id: int, back: int) -> Message:
    """The last doubtful cell is settled: what was decided, then the whole table with what comes next.

    Names that may be several people are asked by themselves, so places to check may still be left.
    """
    are_left = any(choice.route.startswith("load_show:") for choice in preview.choices)
    text = "\n".join([told, *([] if are_left else [_("All places of the table are checked.")]), "", preview.text])
    return replace(preview, text=text, choices=(*preview.choices, *_back(load_id, back)))


def _back(load_id: int, back: int) -> tuple[Choice, ...]:
    return (Choice(_("See the last one again"), f"load_reopen:{load_id}:{back}"),) if back else ()


def _choices(load_id: int, cell: Cell, answers: Sequence[Answer], total: int) -> tuple[Choice, ...]:
    base = f"{load_id}:{cell.at}:{total}"
    return (
        *(
            Choice(label, f"load_cell:{base}:{'as_read' if at is None else at}", wide=at is not None)
            for at, label in options(cell, answers)
        ),
        *([Choice(labels.button("edit"), f"load_fix:{base}")] if is_typed(cell) else []),
        *_skip(load_id, cell, total),
        Choice(labels.button("back"), f"load_view:{load_id}"),
    )


def _skip(load_id: int, cell: Cell, total: int) -> tuple[Choice, ...]:
    return (Choice(_("Skip"), f"load_doubt:{load_id}:{(cell.at + 1) % total}"),) if total > 1 else ()


def read_as(cell: Cell) -> str:
    """What was read in a cell; empty where no value was looked for."""
    if cell.read is None or cell.column not in _COLUMNS:
        return ""
    value = value_of(cell.column, cell.read)
    post = cell.read.get("lead_post") if cell.column == "lead" and not value and not cell.said else None
    if post:
        return _("Only the post is given: {post}.").format(post=post)
    return _("Read as: {value}.").format(value=value) if value else _("Nothing could be read.")


def row_of(cell: Cell) -> list[str]:
    """The row that a cell belongs to, by code and text."""
    if cell.read is None:
        return []
    text = cell.read.get("subcriterion") or cell.read.get("criterion") or _("(no text)")
    return [" ".join(part for part in (cell.read.get("code"), formats.shortened(text, 100)) if part)]


_TYPED = frozenset({"code", "criterion", "points", "lead", "due", "evidence", "document", "field", "supports"})
_COLUMNS = frozenset({"code", "criterion", "points", "lead", "due", "evidence", "document", "field", "supports"})


def value_of(name: str, row: Mapping[str, Any] | None) -> str:
    """What a row has in a column, in the office's words."""
    if row is None or name not in _COLUMNS:
        return ""
    if name == "lead":
        post = f" ({row['lead_post']})" if row.get("lead_post") else ""
        return f"{row['lead']}{post}" if row["lead"] else ""
    if name == "due":
        return _due(row["due"])
    if name == "points":
        return "" if row["max_points"] is None else formats.points(Decimal(str(row["max_points"])))
    if name == "supports":
        return ", ".join(row["supports"])
    key = "subcriterion" if name == "criterion" and row.get("subcriterion") else name
    return str(row.get(key) or "")


def _due(due: Mapping[str, Any]) -> str:
    day = date.fromisoformat(due["date"]) if due["kind"] == "date" else None
    rule = {"continuous": "continuous", "recurring": due.get("rule")}.get(due["kind"])
    return dues.written(day, rule, None, strict=bool(due.get("strict")))


def settled(cell: Cell, answer: Answer | None) -> str:
    """What was just decided."""
    if cell.row is None:
        return _("Sheet {name}: left as it is.").format(name=cell.sheet) if cell.sheet else _("The whole table: left as it is.")
    if answer and is_out(answer):
        return _("Row {row}: left out, it will not be recorded.").format(row=cell.row)
    if cell.column not in _COLUMNS:
        return _("Row {row}: left as it is.").format(row=cell.row)
    return _("Row {row}, {column}: {value}.").format(row=cell.row, column=column(cell.column), value=_decided(cell, answer))


def settled_alike(cell: Cell, answer: Answer | None, count: int) -> str:
    """What was just decided for several rows that say the same."""
    if answer and is_out(answer):
        return _("{count} more rows: left out.").format(count=formats.count(count))
    if cell.column not in _COLUMNS:
        return _("{count} more rows: left as they are.").format(count=formats.count(count))
    values = {"count": formats.count(count), "column": column(cell.column), "value": _decided(cell, answer)}
    return _("{count} more rows, {column}: {value}.").format(**values)


def _decided(cell: Cell, answer: Answer | None) -> str:
    read = {**cell.read, **(answer.values if answer else {})} if cell.read else None
    return value_of(cell.column, read) or _("left empty")


def ask(load_id: int, cell: Cell, total: int, *, again: bool = False) -> Message:
    """The right value is typed."""
    how = {
        "lead": _("the full name of the person in charge"),
        "due": _("the due date (dd/mm/yyyy, or words such as every quarter)"),
        "points": _("the points, a number"),
        "code": _("the code"),
        "supports": _("the full names of those who help"),
    }.get(cell.column, _("the right text"))
    text = _("That could not be read. {place}: please type {how}.") if again else _("{place}: please type {how}.")
    if again and cell.column == "code":  # it may be another row's
        text = _("{place}: this code cannot be used; please type one that no other row has.")
    base = f"{load_id}:{cell.at}:{total}"
    back = Choice(labels.button("back"), f"load_doubt:{load_id}:{cell.at}")
    return Message(
        text.format(place=formats.sentence(place_of(cell.sheet, cell.row, cell.column)), how=how),
        (*_skip(load_id, cell, total), back),
        awaiting=f"load_typed:{base}",
    )
