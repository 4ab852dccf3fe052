"""Biên bản bàn giao: the rows that changed hands, how they stand, the documents that are there; two sign."""

from locales import formats
from locales.papers.letter import Letter
from locales.papers.report import code_of, proof_name
from locales.say import handing as say
from locales.say import tables
from storage.papers import Facts, Row


def fill(letter: Letter, facts: Facts) -> None:
    """Write the minutes of the last handover; without one, a form to fill in."""
    handed = facts.staff.handed
    letter.head("BB", facts.today)
    letter.title(say.title(), say.about(facts.year))
    letter.text(say.opening(facts.office, handed.on if handed else None, facts.today))
    giver, taker = (handed.giver, handed.taker) if handed else (None, None)
    letter.text(say.side(taking=False, name=giver))
    letter.text(say.side(taking=True, name=taker))
    rows = [row for row in facts.rows if handed and row.leaf.assignment_id in handed.rows]
    letter.text(say.what(len(rows)), leads=bool(rows))
    if rows:
        columns = (("code", 15.0, "c"), ("title", 60.0, "l"), ("due", 24.0, "c"), ("state", 29.0, "l"), ("blocked", 32.0, "l"))
        letter.table(columns, [_row(row) for row in rows])
    proofs = [f"{code_of(row)}: {proof_name(one)}" for row in rows for one in row.proofs]
    letter.text(say.documents(len(proofs)) if rows else say.documents_blank())
    for line in proofs:
        letter.text(say.document(line))
    for line in say.closing():
        letter.text(line)
    letter.signatures((say.giver(), giver), (say.taker(), taker), (say.witness(), None))


def _row(row: Row) -> list[str]:
    due = formats.day(row.leaf.due_on) if row.leaf.due_on else row.due_text or ""
    return [code_of(row), tables.title(row), due, tables.state(row), row.blocked or ""]
