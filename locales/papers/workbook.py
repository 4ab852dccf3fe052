"""The report as a workbook: the summary, every criterion, by field, by person, what is late, what was reported, the marks."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from locales import formats
from locales.papers import mark_sheet
from locales.papers.sheet import Column, Styles, Value, table, workbook
from locales.say import labels
from locales.say import tables as say
from storage.papers import Facts, Row
from storage.rules.points import Parts
from storage.rules.rollup import Counts


def write(path: Path, facts: Facts) -> None:
    """Write the workbook.

    Args:
        path: of the file.
        facts: what it says.
    """
    with workbook(path, facts.at.astimezone(facts.zone)) as book:
        styles = Styles(book)
        under = say.as_of(facts.name, formats.moment(facts.at, facts.zone))
        sheets = (
            ("summary", _summary_columns(), _summary(facts), None),
            ("rows", _row_columns(), map(_row, facts.rows), None),
            ("fields", _group_columns("field"), _fields(facts), _total(facts)),
            ("people", _group_columns("person"), _people(facts), _total(facts)),
            ("late", _late_columns(), _late(facts), None),
            ("history", _history_columns(), _history(facts), None),
        )
        for name, columns, rows, total in sheets:
            table(book, styles, say.sheet(name), (say.heading(name, facts.year), under), columns, rows, total)
        if facts.marks.marked or facts.marks.judged:
            mark_sheet.sheet(book, styles, facts)


def rate(part: Decimal | int, whole: Decimal | int) -> float:
    """A share to four decimals, rounded as `formats.percent` rounds."""
    return float((Decimal(part) / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP)) if whole else 0.0


def _summary_columns() -> tuple[Column, ...]:
    return (Column(say.column("figure"), 52), Column(say.column("value"), 16, "points"), Column(say.column("share"), 20, "rate"))


def _summary(facts: Facts) -> Iterable[tuple[Value, ...]]:
    parts, rows = facts.summary.parts, facts.summary.rows
    for name, points in say.figures(parts, facts.target if facts.whole else None):
        yield name, points, rate(points, parts.maximum)
    for name, number in say.counts(rows):
        yield name, number, None
    yield say.rate(of_due=False), None, rate(rows.done, rows.all)
    yield say.rate(of_due=True), None, rate(rows.done_of_due, rows.due)


def _row_columns() -> tuple[Column, ...]:
    wide = {"code": 7, "field": 17, "title": 36, "kind": 9, "person": 15, "section": 17, "supports": 14}
    found = [Column(say.column(name), width, "middle" if name in {"code", "kind"} else "text") for name, width in wide.items()]
    return (
        *found,
        Column(say.column("due"), 11, "date"),
        Column(say.column("state"), 14),
        Column(say.column("completed"), 11, "date"),
        Column(say.column("max"), 8, "points"),
        Column(say.column("self"), 8, "points"),
        Column(say.column("result"), 16),
        Column(say.column("count"), 7, "count"),
        Column(say.column("blocked"), 16),
    )


def _row(row: Row) -> tuple[Value, ...]:
    leaf = row.leaf
    return (
        leaf.code,
        leaf.field,
        say.title(row),
        labels.kind(leaf.kind),
        leaf.person,
        leaf.unit,
        ", ".join(row.supports),
        leaf.due_on or row.due_text,
        say.state(row),
        leaf.completed_on,
        leaf.max_points,
        row.self_score,
        row.result_document,
        len(row.proofs),
        row.blocked,
    )


def _group_columns(first: str) -> tuple[Column, ...]:
    numbers = [Column(say.column(name), 9, "count") for name in ("all", "done", "doing", "none", "late")]
    points = [Column(name, 9, "points") for _key, name in say.part_names()]
    return (
        Column(say.column(first), 32),
        *numbers,
        Column(say.column("rate"), 10, "rate"),
        Column(say.column("max"), 8, "points"),
        *points,
        Column(say.column("forecast"), 8, "points"),
    )


def _group(name: str, parts: Parts, rows: Counts) -> tuple[Value, ...]:
    counted = (rows.all, rows.done, rows.in_progress, rows.not_started, rows.overdue, rate(rows.done, rows.all))
    return (name, *counted, parts.maximum, *(getattr(parts, key) for key, _name in say.part_names()), parts.forecast)


def _fields(facts: Facts) -> Iterable[tuple[Value, ...]]:
    return (_group(one.name or say.unnamed(), one.parts, one.rows) for one in facts.summary.fields)


def _people(facts: Facts) -> Iterable[tuple[Value, ...]]:
    return (_group(one.name or say.nobody(), one.parts, one.rows) for one in facts.summary.people)


def _total(facts: Facts) -> tuple[Value, ...]:
    return _group(say.total(), facts.summary.parts, facts.summary.rows)


def _late_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("code"), 8, "middle"),
        Column(say.column("title"), 50),
        Column(say.column("person"), 22),
        Column(say.column("section"), 26),
        Column(say.column("due"), 12, "date"),
        Column(say.column("days"), 12, "count"),
        Column(say.column("points"), 9, "points"),
        Column(say.column("why"), 30),
    )


def _late(facts: Facts) -> Iterable[tuple[Value, ...]]:
    for one in facts.summary.overdue:
        person = one.person or say.nobody()
        yield one.code, one.title, person, one.leaf.unit, one.due_on, one.days_late, one.points, say.why_late(one.leaf)


def _history_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("at"), 17, "moment"),
        Column(say.column("code"), 8, "middle"),
        Column(say.column("title"), 44),
        Column(say.column("who"), 22),
        Column(say.column("what"), 18),
        Column(say.column("change"), 36),
        Column(say.column("note"), 36),
    )


def _history(facts: Facts) -> Iterable[tuple[Value, ...]]:
    for one in facts.history:
        at = one.at.astimezone(facts.zone)
        yield at, one.code, one.title, one.person, say.event(one.kind), say.change(one), one.note
