"""Kế hoạch khắc phục: every criterion that lost points, why, who is in charge; measures and dates are left to the office."""

from locales import formats
from locales.papers.letter import Letter
from locales.papers.report import code_of
from locales.say import letters, publish, tables
from locales.say import remedy as say
from storage.papers import Facts, Row
from storage.rules.points import BESIDE

COLUMNS = (
    ("code", 15.0, "c"),
    ("title", 68.0, "l"),
    ("lost", 15.0, "r"),
    ("cause", 50.0, "l"),
    ("measure", 55.0, "l"),
    ("person", 32.0, "l"),
    ("due", 22.0, "c"),
)
"""Across, since measures and dates are written into it by hand."""


def fill(letter: Letter, facts: Facts) -> None:
    """Write the plan."""
    letter.head("KH", facts.today)
    letter.title(say.title(), say.about(facts.year, facts.office))
    letter.heading(say.part(0))
    for line in say.purpose(facts.year):
        letter.text(line)
    letter.heading(say.part(1))
    published = facts.campaign.published
    letter.text(say.published(facts.year, publish.published(published) if published else None))
    result = facts.result
    if result.judged:
        letter.text(say.result(result))
    rows = losing(facts)
    letter.heading(say.part(2))
    letter.text(say.tasks(len(rows)))
    letter.heading(say.part(3))
    for line in say.organisation(facts.office):
        letter.text(line)
    letter.signed(letters.report_recipients(letter.body.short, letter.body.drafter), facts.staff.chairperson)
    if rows:
        _tasks(letter, facts, rows)


def losing(facts: Facts) -> list[Row]:
    """The rows that lost points, in the order of the list."""
    return [row for row in facts.rows if row.line.lost > 0 and row.leaf.kind not in BESIDE]


def _tasks(letter: Letter, facts: Facts, rows: list[Row]) -> None:
    letter.annex(
        letters.annex(-1), say.annex_about(facts.year), letters.enclosed(facts.office, letter.body.sign("KH"), "KH", facts.today)
    )
    total = ["", tables.total(), formats.points(sum(row.line.lost for row in rows)), "", "", "", ""]
    letter.table(COLUMNS, [_row(row) for row in rows], total)


def _row(row: Row) -> list[str]:
    outside = row.marks.outside
    why = (outside.reason if outside else None) or row.blocked or ""
    return [code_of(row), tables.title(row), formats.points(row.line.lost), why, "", row.leaf.person or "", ""]
