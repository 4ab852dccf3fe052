"""Biên bản họp Hội đồng tự chấm điểm: who sat, what the persons in charge gave, what the council changed and why, the sum."""

from locales import formats
from locales.papers.letter import Letter
from locales.papers.report import code_of
from locales.papers.self_report import counted
from locales.say import minutes as say
from locales.say import tables
from storage.papers import Facts, Row
from storage.rules.status import Role

SEATS = (Role.CHAIRPERSON, Role.DEPUTY, Role.COUNCIL)


def fill(letter: Letter, facts: Facts) -> None:
    """Write the minutes; hours, places and votes are left blank for the secretary."""
    letter.head("BB", facts.today)
    letter.title(say.title(), say.about(facts.year))
    letter.text(say.opening(facts.office, facts.today))
    _present(letter, facts)
    _business(letter, facts)
    letter.heading(say.part(2))
    letter.text(say.result(facts.marks))
    for line in say.conclusion():
        letter.text(line)
    letter.signatures((say.secretary(), _one(facts, Role.COORDINATOR)), (say.chair(), None))


def _one(facts: Facts, role: Role) -> str | None:
    found = [one.name for one in facts.staff.team if role in one.roles]
    return found[0] if len(found) == 1 else None


def _present(letter: Letter, facts: Facts) -> None:
    letter.heading(say.part(0))
    letter.text(say.present())
    council = [one for one in facts.staff.team if one.roles & frozenset(SEATS)]
    council.sort(key=lambda one: min(at for at, role in enumerate(SEATS) if role in one.roles))
    for one in council:
        letter.text(say.member(one.name, one.post))
    if not council:
        letter.text(say.blank())
    secretaries = [one for one in facts.staff.team if Role.COORDINATOR in one.roles and one not in council]
    letter.text(say.secretaries([one.name for one in secretaries]))
    letter.text(say.absent())


def _business(letter: Letter, facts: Facts) -> None:
    letter.heading(say.part(1))
    rows = counted(facts)
    letter.text(say.handed_in(facts.marks))
    changed = [row for row in rows if row.marks.council]
    letter.text(say.changed(len(changed)), leads=bool(changed))
    if changed:
        marks = (("max", 15.0, "r"), ("self", 15.0, "r"), ("council", 16.0, "r"))
        letter.table(
            (("code", 15.0, "c"), ("title", 54.0, "l"), *marks, ("reason", 45.0, "l")), [_changed(row) for row in changed]
        )
    estimated = [code_of(row) for row in rows if row.line.is_estimated]
    letter.text(say.estimated(estimated, facts.marks.estimated))
    bare = [code_of(row) for row in rows if row.line.basis is not None and not row.line.is_marked]
    letter.text(say.unmarked(bare))


def _changed(row: Row) -> list[str]:
    own, council = row.marks.own, row.marks.council
    return [
        code_of(row),
        tables.title(row),
        formats.points(row.line.most),
        formats.points(own.points) if own else "-",
        formats.points(council.points) if council else "",
        (council.reason if council else None) or "",
    ]
