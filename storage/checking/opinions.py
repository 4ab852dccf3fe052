"""A checker asks a colleague about a row's documents; the colleague answers, the checker decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.checking import checks
from storage.errors import Gone, NotAllowed
from storage.office.people import Official
from storage.tables import Opinion, Person
from storage.work.assignments import Work, get


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and its answer."""

    id: int
    assignment_id: int
    asked_by: int
    asked_id: int
    name: str
    answer: str | None


def colleagues(db: Connection, person: Official, work: Work) -> list[int]:
    """Who may be asked: those who may check the row themselves."""
    return [one for one in checks.checkers_of(db, work) if one != person.id]


def ask(db: Connection, person: Official, assignment_id: int, colleague_id: int, now: datetime) -> int:
    """Keep the question.

    Raises:
        NotAllowed: the colleague may not look at the row.
    """
    work = checks.checkable(db, person, assignment_id)
    if colleague_id not in colleagues(db, person, work):
        raise NotAllowed
    values = {"assignment_id": work.id, "asked_by": person.id, "asked_id": colleague_id, "at": now}
    made: int = db.scalars(insert(Opinion).values(**values).returning(Opinion.id)).one()
    return made


def answer(db: Connection, person: Official, opinion_id: int, words: str, now: datetime) -> Asked:
    """Keep the answer; once.

    Raises:
        Gone: no such question to this person, or it was answered.
    """
    where = (Opinion.id == opinion_id, Opinion.asked_id == person.id, Opinion.answered_at.is_(None))
    done = db.scalar(update(Opinion).where(*where).values(answer=words, answered_at=now).returning(Opinion.id))
    if done is None:
        raise Gone
    found = next(one for one in _read(db, Opinion.id == done))
    get(db, found.assignment_id)
    return found


def of_row(db: Connection, assignment_id: int) -> list[Asked]:
    """What colleagues were asked of a row, the oldest first."""
    return _read(db, Opinion.assignment_id == assignment_id)


def unanswered(db: Connection, assignment_ids: Sequence[int]) -> set[int]:
    """The rows of which a colleague was asked and has not answered."""
    query = select(Opinion.assignment_id).where(Opinion.assignment_id.in_(assignment_ids), Opinion.answered_at.is_(None))
    return set(db.scalars(query))


def waiting(db: Connection, person: Official, opinion_id: int) -> Asked:
    """A question that this person has not answered.

    Raises:
        Gone: there is none.
    """
    rows = _read(db, (Opinion.id == opinion_id) & (Opinion.asked_id == person.id))
    if not rows or rows[0].answer is not None:
        raise Gone
    return rows[0]


def _read(db: Connection, where: object) -> list[Asked]:
    query = (
        select(Opinion.id, Opinion.assignment_id, Opinion.asked_by, Opinion.asked_id, Person.full_name, Opinion.answer)
        .join(Person, Person.id == Opinion.asked_id)
        .where(where)  # type: ignore[arg-type]
        .order_by(Opinion.id)
    )
    return [Asked(*row) for row in db.execute(query)]
