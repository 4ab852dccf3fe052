"""The marks of every row in a workbook: by whom and why; verified marks are typed into it and the file is sent back."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from locales import formats
from locales.papers.self_report import counted
from locales.papers.sheet import Column, Styles, Value, table, workbook
from locales.say import mark_sheet as say
from locales.say import tables
from storage.papers import Facts, Row
from storage.rules.marks import Stage

WIDTHS: dict[str, tuple[float, str]] = {  # together so wide that letters of 11 are printed as 8 on A4
    "code": (7.5, "middle"),
    "title": (36, "text"),
    "person": (16, "text"),
    "max": (8, "points"),
    "self": (8, "points"),
    "council": (8, "points"),
    "why": (20, "text"),
    "verified_1": (9, "points"),
    "taken": (20, "text"),
    "asked": (9, "points"),
    "explained": (24, "text"),
    "verified_2": (9, "points"),
    "published": (9, "points"),
    "gap": (8, "points"),
}


def write(path: Path, facts: Facts) -> None:
    """Write the workbook.

    Args:
        path: of the file.
        facts: what it says.
    """
    with workbook(path, facts.at.astimezone(facts.zone)) as book:
        sheet(book, Styles(book), facts)


def sheet(book: object, styles: Styles, facts: Facts) -> None:
    """One sheet of marks in a workbook."""
    under = tables.as_of(facts.name, formats.moment(facts.at, facts.zone))
    columns = [Column(say.head(name), width, look) for name, (width, look) in WIDTHS.items()]
    rows = [_row(row) for row in facts.rows]
    table(book, styles, say.name(), (say.heading(facts.year), under), columns, rows, _total(facts))


def _row(row: Row) -> tuple[Value, ...]:
    marks = row.marks
    council, asked = marks.council, marks.explained
    first, second, published = (marks.of(one) for one in (Stage.VERIFIED_1, Stage.VERIFIED_2, Stage.PUBLISHED))
    outside = marks.outside
    return (
        row.leaf.code,
        tables.title(row),
        row.leaf.person,
        row.leaf.max_points,
        marks.own.points if marks.own else None,
        council.points if council else None,
        (council.reason if council else None) or (marks.own.reason if marks.own else None),
        first.points if first else None,
        outside.reason if outside else None,
        asked.points if asked else None,
        asked.reason if asked else None,
        second.points if second else None,
        published.points if published else None,
        row.line.gap if marks.final else None,
    )


def _total(facts: Facts) -> tuple[Value, ...]:
    """Sums of the marks within the maximum; bonus and penalty stand outside."""
    columns = zip(*(_row(row) for row in counted(facts)), strict=True)
    sums: list[Value] = [
        _sum(column) if look == "points" else None for column, (_width, look) in zip(columns, WIDTHS.values(), strict=True)
    ]
    return (None, tables.total(), *sums[2:])


def _sum(column: Iterable[Value]) -> Decimal:
    return sum((one for one in column if isinstance(one, Decimal)), Decimal(0))
