"""Phụ lục phân công: who answers for which criterion by when, across; the annex of the decision that assigns."""

from locales import formats
from locales.papers.by_field import by_field
from locales.papers.letter import Letter
from locales.say import letters as say
from locales.say import tables
from storage.papers import Facts, Row

COLUMNS = (
    ("code", 15.0, "c"),
    ("title", 78.0, "l"),
    ("max", 16.0, "r"),
    ("person", 34.0, "l"),
    ("supports", 34.0, "l"),
    ("due", 25.0, "c"),
    ("evidence", 55.0, "l"),
)


def fill(letter: Letter, facts: Facts) -> None:
    """Write the annex."""
    letter.across(letter.word.sections[0])
    with_ = say.enclosed(facts.office, letter.body.sign("QĐ"), "QĐ", facts.today)
    letter.annex_title(say.annex(-1), say.annex_about("assignments", facts.year), with_)
    sums = ["", tables.total(), formats.points(facts.summary.parts.maximum), "", "", "", ""]
    letter.table(COLUMNS, by_field(facts, COLUMNS, _line), sums)


def _line(row: Row) -> list[str]:
    leaf = row.leaf
    return [
        leaf.code or "",
        tables.title(row),
        formats.points(leaf.max_points) if leaf.max_points is not None else "",
        leaf.person or tables.nobody(),
        ", ".join(row.supports),
        formats.day(leaf.due_on) if leaf.due_on else row.due_text or "",
        row.required_evidence or "",
    ]
