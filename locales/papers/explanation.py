"""Công văn giải trình: the marks that the first verification took off, what the office asks for and why, the documents added."""

from pathlib import Path

from locales import formats
from locales.papers.letter import Letter
from locales.papers.names import body
from locales.papers.report import code_of, proof_name
from locales.say import explanation as say
from locales.say import letters, tables
from storage.papers import Facts, Proof, Row
from storage.rules.marks import Mark, Stage

COLUMNS = (
    ("code", 15.0, "c"),
    ("title", 53.0, "l"),
    ("max", 15.0, "r"),
    ("self", 14.0, "r"),
    ("verified", 16.0, "r"),
    ("asked", 14.0, "r"),
    ("explained", 45.0, "l"),
)


def write(path: Path, facts: Facts) -> None:
    """Write the letter.

    Args:
        path: of the file.
        facts: what it says.
    """
    letter = Letter(body(facts.office, facts.above), facts.frame)
    letter.head("", facts.today, say.subject(facts.year))
    letter.addressed(letters.addressed(), say.addressees())
    lowered = [row for row in facts.rows if _first(row) is not None and _taken(row)]
    asked = [row for row in lowered if _asks(row)]
    letter.text(say.opening(facts.office, facts.year, len(lowered), len(asked)), leads=bool(asked))
    if asked:
        letter.table(COLUMNS, [_row(row) for row in asked])
    rest = [code_of(row) for row in lowered if row not in asked]
    if rest:
        letter.text(say.accepted(rest))
    letter.text(say.closing(facts.office))
    letter.signed(letters.urging_recipients(letter.body.short), facts.chairperson)
    _documents(letter, facts, asked)
    letter.save(path)


def _first(row: Row) -> Mark | None:
    return row.marks.of(Stage.VERIFIED_1)


def _taken(row: Row) -> bool:
    first, office = _first(row), row.marks.office
    return first is not None and office is not None and office.points > first.points


def _asks(row: Row) -> bool:
    """Whether an explanation asks for more than was verified."""
    first, explained = _first(row), row.marks.explained
    return first is not None and explained is not None and explained.points > first.points


def _row(row: Row) -> list[str]:
    first, explained, office = _first(row), row.marks.explained, row.marks.office
    marks = (office, first, explained)
    return [
        code_of(row),
        tables.title(row),
        formats.points(row.line.most),
        *(formats.points(one.points) if one else "" for one in marks),
        (explained.reason if explained else None) or "",
    ]


def _documents(letter: Letter, facts: Facts, asked: list[Row]) -> None:
    """An annex of what was added for the explanation, kept apart from what was handed in first."""
    added = [(row, one) for row in asked for one in row.proofs if _is_added(row, one)]
    if not added:
        return
    enclosed = letters.enclosed(facts.office, letter.body.symbol, "CV", facts.today)
    letter.annex(letters.annex(-1), say.annex_about(facts.year), enclosed)
    columns = (("code", 20.0, "c"), ("title", 110.0, "l"), ("document", 87.0, "l"), ("added", 30.0, "c"))
    letter.table(columns, [[code_of(row), tables.title(row), proof_name(one), _day(facts, one)] for row, one in added])


def _is_added(row: Row, one: Proof) -> bool:
    first = _first(row)
    return first is not None and one.added_at > first.at


def _day(facts: Facts, one: Proof) -> str:
    return formats.day(one.added_at.astimezone(facts.zone).date())
