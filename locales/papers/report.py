"""Báo cáo tiến độ thực hiện các tiêu chí CCHC: the report that goes up, with its annexes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from locales import formats
from locales.papers.by_field import by_field
from locales.papers.letter import Letter
from locales.papers.word_table import ColumnSpec
from locales.say import letters as say
from locales.say import tables
from storage.papers import Facts, Proof, Row
from storage.rules.points import Parts
from storage.rules.rollup import Counts
from storage.rules.status import DONE, NOBODYS_WORK, OPEN

SOON = timedelta(days=30)
MOST_GROUNDS = 3  # assigning documents that the opening names
MOST_IN_BODY = 20  # rows of a list between the words; a longer one is an annex

SOON_COLUMNS = (("due", 25.0, "c"), ("code", 15.0, "c"), ("title", 60.0, "l"), ("person", 33.0, "l"), ("state", 27.0, "l"))
PROOF_COLUMNS = (("code", 20.0, "c"), ("title", 110.0, "l"), ("person", 45.0, "l"), ("evidence", 82.0, "l"))
ROW_COLUMNS = (
    ("code", 15.0, "c"),
    ("title", 83.0, "l"),
    ("person", 36.0, "l"),
    ("due", 25.0, "c"),
    ("state", 32.0, "l"),
    ("max", 16.0, "r"),
    ("result", 50.0, "l"),
)


def fill(letter: Letter, facts: Facts) -> None:
    """Write the report."""
    letter.head("BC", facts.today)
    letter.title(say.report_title(), say.report_about(facts.year, facts.today))
    letter.text(say.opening(facts.name, facts.year, grounds(facts), facts.at, facts.zone))
    _organisation(letter, facts)
    _results(letter, facts)
    _shortcomings(letter, facts)
    _to_come(letter, facts)
    _requests(letter, facts)
    letter.text(say.closing(facts.name, facts.year))
    letter.signed(say.report_recipients(letter.body.short, letter.body.drafter), facts.staff.chairperson)
    _annexes(letter, facts)


def grounds(facts: Facts) -> list[str]:
    """The papers by which most of the rows were assigned, as an opening cites them."""
    named = Counter(row.document for row in facts.rows if row.document)
    return [say.cited(name) for name, _times in named.most_common(MOST_GROUNDS)]


def _organisation(letter: Letter, facts: Facts) -> None:
    letter.heading(say.part(0))
    people = {row.leaf.person_id for row in facts.rows} - {None}
    letter.text(say.organised(len(facts.rows), len(people), facts.target if facts.whole else None))


def _results(letter: Letter, facts: Facts) -> None:
    summary = facts.summary
    letter.heading(say.part(1))
    letter.text(say.results(summary.rows))
    letter.text(say.points(summary.parts, facts.target if facts.whole else None))
    total = _group("", tables.total(), summary.parts, summary.rows)
    groups = (
        ("field", [(one.name or tables.unnamed(), one.parts, one.rows) for one in summary.fields]),
        ("section", [(one.name or tables.unnamed(), one.parts, one.rows) for one in facts.sections]),
        ("person", [(one.name or tables.nobody(), one.parts, one.rows) for one in summary.people]),
    )
    for name, lines in groups:
        letter.table_name(name)
        rows = [_group(str(number), *line) for number, line in enumerate(lines, 1)]
        letter.table(_group_columns(name), rows, total)


def _group_columns(first: str) -> list[ColumnSpec]:
    counted = [(name, 14.0, "c") for name in ("all", "done", "doing", "none", "late")]
    points = [("rate", 18.0, "r"), ("max", 14.0, "r"), ("forecast", 14.0, "r")]
    return [("number", 12.0, "c"), (first, 32.0, "l"), *counted, *points]


def _group(number: str, name: str, parts: Parts, rows: Counts) -> list[str]:
    counted = [str(one) for one in (rows.all, rows.done, rows.in_progress, rows.not_started, rows.overdue)]
    rate = formats.percent(rows.done, rows.all)
    return [number, name, *counted, rate, formats.points(parts.maximum), formats.points(parts.forecast)]


def _shortcomings(letter: Letter, facts: Facts) -> None:
    late = facts.summary.overdue
    lost = sum((one.points or Decimal(0) for one in late), Decimal(0))
    annex = _annex_of("late", facts)
    letter.heading(say.part(2))
    letter.text(say.late(len(late), lost, annex), leads=bool(late) and annex is None)
    if late and annex is None:
        letter.table_name("late")
        letter.table(*late_table(facts))
    done = [row for row in facts.rows if row.leaf.progress in DONE and row.leaf.kind not in NOBODYS_WORK]
    letter.text(say.unproven([code_of(row) for row in done if not row.proofs and not row.result_document], len(done)))
    letter.text(say.risk(facts.summary.parts.at_risk))


def late_table(facts: Facts) -> tuple[list[ColumnSpec], list[list[str]]]:
    """Columns and rows of what is late, the longest first; no column for reasons where nobody gave one."""
    reasons = [tables.why_late(one.leaf) for one in facts.summary.overdue]
    columns = [
        ("code", 14.0, "c"),
        ("title", 50.0, "l"),
        ("person", 27.0, "l"),
        ("due", 22.0, "c"),
        ("days", 13.0, "c"),
        ("points", 13.0, "r"),
    ]
    rows = [
        [
            one.code or "",
            one.title,
            one.person or tables.nobody(),
            formats.day_or(one.due_on, ""),
            str(one.days_late),
            formats.points(one.points or Decimal(0)),
        ]
        for one in facts.summary.overdue
    ]
    if not any(reasons):
        return columns, rows
    return [*columns, ("why", 28.0, "l")], [[*row, reason] for row, reason in zip(rows, reasons, strict=True)]


def code_of(row: Row) -> str:
    return row.leaf.code or formats.shortened(row.leaf.title, 40)


def _to_come(letter: Letter, facts: Facts) -> None:
    letter.heading(say.part(3))
    if facts.summary.overdue:
        letter.text(say.finish_late())
    soon, annex = coming(facts), _annex_of("soon", facts)
    letter.text(say.coming(len(soon), annex), leads=bool(soon) and annex is None)
    if soon and annex is None:
        letter.table_name("soon")
        letter.table(SOON_COLUMNS, map(_soon_line, soon))


def coming(facts: Facts) -> list[Row]:
    """Open rows that fall due soon, the next first."""
    return sorted((row for row in facts.rows if _is_soon(row, facts)), key=lambda row: str(row.leaf.due_on))


def _is_soon(row: Row, facts: Facts) -> bool:
    leaf, today = row.leaf, facts.today
    wanted = leaf.progress in OPEN and leaf.kind not in NOBODYS_WORK
    return wanted and leaf.due_on is not None and today <= leaf.due_on <= today + SOON


def _soon_line(row: Row) -> list[str]:
    leaf = row.leaf
    due = formats.day_or(leaf.due_on, "")
    return [due, leaf.code or "", tables.title(row), leaf.person or tables.nobody(), tables.state(row)]


def _requests(letter: Letter, facts: Facts) -> None:
    letter.heading(say.part(4))
    blocked = [row for row in facts.rows if row.blocked]
    letter.text(say.obstacles() if blocked else say.no_requests())
    for row in blocked:
        letter.text(say.obstacle(code_of(row), row.leaf.person or tables.nobody(), row.blocked or ""))


def _annex_names(facts: Facts) -> list[str]:
    """The annexes that this report has, in their order."""
    long = {
        "late": len(facts.summary.overdue) > MOST_IN_BODY,
        "soon": len(coming(facts)) > MOST_IN_BODY,
        "proofs": any(proofs_of(row) for row in facts.rows),
    }
    return ["rows", *(name for name, is_there in long.items() if is_there)]


def _annex_of(name: str, facts: Facts) -> str | None:
    """`Phụ lục II`, where this list is an annex."""
    names = _annex_names(facts)
    return say.annex(names.index(name)) if name in names else None


def _annexes(letter: Letter, facts: Facts) -> None:
    with_ = say.enclosed(facts.office, letter.body.sign("BC"), "BC", facts.today)
    lists: dict[str, Callable[[], tuple[Sequence[ColumnSpec], Iterable[list[str]]]]] = {
        "rows": lambda: (ROW_COLUMNS, by_field(facts, ROW_COLUMNS, _row)),
        "late": lambda: late_table(facts),
        "soon": lambda: (SOON_COLUMNS, map(_soon_line, coming(facts))),
        "proofs": lambda: (PROOF_COLUMNS, _proof_lines(facts)),
    }
    for at, name in enumerate(_annex_names(facts)):
        letter.annex(say.annex(at), say.annex_about(name, facts.year), with_)
        letter.table(*lists[name]())


def proof_name(one: Proof) -> str:
    """`118/BC-UBND ngày 16/09/2026`, or the name of the file."""
    return tables.of_day(one.number or one.name, one.issued_on)


def proofs_of(row: Row) -> list[str]:
    """The documents of a row; where none was sent, the one that the person in charge named."""
    return [proof_name(one) for one in row.proofs] or ([tables.completed(row)] if row.result_document else [])


def _proof_lines(facts: Facts) -> Iterator[list[str]]:
    for row in facts.rows:
        for name in proofs_of(row):
            yield [code_of(row), tables.title(row), row.leaf.person or "", name]


def _row(row: Row) -> list[str]:
    return [
        row.leaf.code or "",
        tables.title(row),
        row.leaf.person or tables.nobody(),
        formats.day(row.leaf.due_on) if row.leaf.due_on else row.due_text or "",
        tables.state(row),
        formats.points(row.leaf.max_points) if row.leaf.max_points is not None else "",
        tables.completed(row),
    ]
