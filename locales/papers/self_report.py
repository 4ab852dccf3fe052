"""Báo cáo kết quả tự đánh giá, chấm điểm: what the office hands in, with the table of every criterion."""

from collections import defaultdict
from decimal import Decimal

from locales import formats
from locales.papers.by_field import by_field
from locales.papers.letter import Letter
from locales.papers.report import MOST_IN_BODY, code_of, grounds, proofs_of
from locales.papers.word_table import ColumnSpec
from locales.say import letters, tables
from locales.say import self_report as say
from storage.papers import Facts, Row
from storage.rules.points import BESIDE
from storage.rules.status import Kind

LOW_COLUMNS = (
    ("code", 15.0, "c"),
    ("title", 55.0, "l"),
    ("max", 14.0, "r"),
    ("self", 14.0, "r"),
    ("lacking", 14.0, "r"),
    ("reason", 48.0, "l"),
)
LOW_ACROSS = (*LOW_COLUMNS[:1], ("title", 110.0, "l"), *LOW_COLUMNS[2:-1], ("reason", 90.0, "l"))
LATER_COLUMNS = (("code", 15.0, "c"), ("title", 63.0, "l"), ("person", 40.0, "l"), ("self", 15.0, "r"), ("by", 27.0, "c"))


def fill(letter: Letter, facts: Facts) -> None:
    """Write the report."""
    letter.head("BC", facts.today)
    letter.title(letters.report_title(), say.about(facts.year, facts.office))
    letter.text(say.opening(facts.office, facts.year, grounds(facts)))
    letter.heading(say.part(0))
    people = {row.leaf.person_id for row in facts.rows} - {None}
    letter.text(say.organised(len(facts.rows), len(people)))
    changed = [row for row in facts.rows if row.marks.council]
    letter.text(say.council(len(changed), facts.year))
    letter.heading(say.part(1))
    letter.text(say.results(facts.marks, _points_of(facts, Kind.SURVEY)))
    letter.numbered_caption(say.table_name("fields"))
    letter.table(*_fields(facts))
    _below(letter, facts)
    _estimated(letter, facts)
    letter.heading(say.part(4))
    letter.text(say.request(facts.office))
    letter.text(say.closing(facts.office, facts.year))
    letter.signed(letters.report_recipients(letter.body.short, letter.body.drafter), facts.staff.chairperson)
    _annexes(letter, facts)


def _points_of(facts: Facts, kind: Kind) -> Decimal:
    return sum((row.line.most for row in facts.rows if row.leaf.kind is kind), Decimal(0))


def counted(facts: Facts) -> list[Row]:
    """The rows within the maximum, surveys too."""
    return [row for row in facts.rows if row.leaf.kind not in BESIDE]


def _fields(facts: Facts) -> tuple[list[ColumnSpec], list[list[str]], list[str]]:
    by_field: dict[str, list[Row]] = defaultdict(list)
    for row in counted(facts):
        by_field[row.leaf.field or tables.unnamed()].append(row)
    marks = (("max", 17.0, "r"), ("self", 17.0, "r"), ("share", 19.0, "r"), ("estimated", 16.0, "r"), ("unmarked", 16.0, "c"))
    columns = [("number", 11.0, "c"), ("field", 49.0, "l"), ("all", 15.0, "c"), *marks]
    lines = [[str(at), name, *_sums(rows)] for at, (name, rows) in enumerate(by_field.items(), 1)]
    return columns, lines, ["", tables.total(), *_sums(counted(facts))]


def _sums(rows: list[Row]) -> list[str]:
    most = sum((row.line.most for row in rows), Decimal(0))
    own = sum((row.self_score for row in rows if row.self_score is not None), Decimal(0))
    estimated = sum((row.self_score or Decimal(0) for row in rows if row.line.is_estimated), Decimal(0))
    bare = sum(row.line.basis is not None and not row.line.is_marked for row in rows)
    points = [formats.points(one) for one in (most, own)]
    return [str(len(rows)), *points, formats.share(own, most), formats.points(estimated), str(bare)]


def _below(letter: Letter, facts: Facts) -> None:
    """Rows marked below their maximum, with the reason; then those without a mark."""
    letter.heading(say.part(2))
    below = below_most(facts)
    lost = sum((row.line.most - (row.self_score or Decimal(0)) for row in below), Decimal(0))
    annex = _annex_of("below", facts)
    letter.text(say.below(len(below), lost, annex), leads=bool(below) and annex is None)
    if below and annex is None:
        letter.table(LOW_COLUMNS, map(_low, below))
    bare = [code_of(row) for row in counted(facts) if row.line.basis is not None and not row.line.is_marked]
    letter.text(say.unmarked(bare))


def below_most(facts: Facts) -> list[Row]:
    """Rows whose own mark stands below the maximum."""
    return [row for row in counted(facts) if row.self_score is not None and row.self_score < row.line.most]


def _low(row: Row) -> list[str]:
    office = row.marks.office
    own = row.self_score or Decimal(0)
    points = [formats.points(one) for one in (row.line.most, own, row.line.most - own)]
    return [code_of(row), tables.title(row), *points, (office.reason if office else None) or row.blocked or ""]


def _estimated(letter: Letter, facts: Facts) -> None:
    """Rows marked as they are expected to end, and by when documents follow."""
    letter.heading(say.part(3))
    found, annex = estimated(facts), _annex_of("estimates", facts)
    letter.text(say.estimates(len(found), facts.marks.estimated, annex), leads=bool(found) and annex is None)
    if found and annex is None:
        letter.table(LATER_COLUMNS, map(_later, found))


def estimated(facts: Facts) -> list[Row]:
    """Rows whose documents are still to come."""
    return [row for row in counted(facts) if row.line.is_estimated]


def _later(row: Row) -> list[str]:
    by = formats.day(row.leaf.due_on) if row.leaf.due_on else row.due_text or ""
    return [code_of(row), tables.title(row), row.leaf.person or "", formats.points(row.self_score or Decimal(0)), by]


def _annex_names(facts: Facts) -> list[str]:
    """The annexes of this report: every row, and lists too long to stand between the words."""
    long = {"below": below_most(facts), "estimates": estimated(facts)}
    return ["rows", *(name for name, rows in long.items() if len(rows) > MOST_IN_BODY)]


def _annex_of(name: str, facts: Facts) -> str | None:
    names = _annex_names(facts)
    return letters.annex(names.index(name)) if name in names else None


def _annexes(letter: Letter, facts: Facts) -> None:
    names = _annex_names(facts)
    enclosed = letters.enclosed(facts.office, letter.body.sign("BC"), "BC", facts.today)
    for at, name in enumerate(names):
        letter.annex(letters.annex(at), say.annex_about(name, facts.year), enclosed)
        if name == "rows":
            letter.table(*_every_row(facts))
        elif name == "below":
            letter.table(LOW_ACROSS, map(_low, below_most(facts)))
        else:
            letter.table(LATER_COLUMNS, map(_later, estimated(facts)))


def _every_row(facts: Facts) -> tuple[list[ColumnSpec], list[list[str]], list[str]]:
    marks = (("max", 16.0, "r"), ("self", 16.0, "r"))
    columns = [
        ("code", 16.0, "c"),
        ("title", 80.0, "l"),
        *marks,
        ("evidence", 62.0, "l"),
        ("person", 37.0, "l"),
        ("note", 30.0, "l"),
    ]
    sums = [formats.points(facts.marks.maximum), formats.points(facts.marks.own)]
    return columns, by_field(facts, columns, _row), ["", tables.total(), *sums, "", "", ""]


def _row(row: Row) -> list[str]:
    proofs = proofs_of(row)
    return [
        row.leaf.code or "",
        tables.title(row),
        formats.points(row.line.most) if row.leaf.max_points is not None else "",
        formats.points(row.self_score) if row.self_score is not None else "",
        "; ".join(proofs),
        row.leaf.person or tables.nobody(),
        say.note(row.line),
    ]
