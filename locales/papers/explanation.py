"""Công văn giải trình: the marks that the first verification took off, what the office asks for and why, the documents added."""

from locales import formats
from locales.papers.letter import Letter
from locales.papers.report import MOST_IN_BODY, code_of, proof_name
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
ACROSS = (*COLUMNS[:1], ("title", 70.0, "l"), *COLUMNS[2:-1], ("explained", 113.0, "l"))
ADDED = (("code", 20.0, "c"), ("title", 110.0, "l"), ("document", 87.0, "l"), ("added", 30.0, "c"))


def fill(letter: Letter, facts: Facts) -> None:
    """Write the letter."""
    letter.head("CV", facts.today, say.subject(facts.year))
    letter.addressed(letters.addressed(), say.addressees())
    lowered = [row for row in facts.rows if _first(row) is not None and _taken(row)]
    asked = [row for row in lowered if _asks(row)]
    below = asked if len(asked) <= MOST_IN_BODY else []
    added = _added(asked)
    annexes = [name for name, found in (("asked", asked if not below else []), ("documents", added)) if found]
    in_annex = _annex(annexes, "asked") if "asked" in annexes else None
    letter.text(say.opening(facts.office, facts.year, len(lowered), len(asked), in_annex), leads=bool(below))
    if below:
        letter.table(COLUMNS, [_row(row) for row in below])
    rest = [code_of(row) for row in lowered if row not in asked]
    if rest:
        letter.text(say.accepted(rest))
    letter.text(say.closing(facts.office))
    letter.signed(letters.urging_recipients(letter.body.short, letter.body.drafter), facts.staff.chairperson)
    enclosed = letters.enclosed(facts.office, letter.body.sign("CV"), "CV", facts.today)
    for name in annexes:
        letter.annex(_annex(annexes, name), say.annex_about(name, facts.year), enclosed)
        if name == "asked":
            letter.table(ACROSS, [_row(row) for row in asked])
        else:
            letter.table(ADDED, [[code_of(row), tables.title(row), proof_name(one), _day(facts, one)] for row, one in added])


def _annex(names: list[str], name: str) -> str:
    """`Phụ lục II`, or without a number where it is the only one."""
    return letters.annex(names.index(name) if len(names) > 1 else -1)


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


def _added(asked: list[Row]) -> list[tuple[Row, Proof]]:
    """What was added for the explanation, kept apart from what was handed in first."""
    return [(row, one) for row in asked for one in row.proofs if _is_added(row, one)]


def _is_added(row: Row, one: Proof) -> bool:
    first = _first(row)
    return first is not None and one.added_at > first.at


def _day(facts: Facts, one: Proof) -> str:
    return formats.day(one.added_at.astimezone(facts.zone).date())
