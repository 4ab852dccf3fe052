"""Questions about criteria: kept as asked, perhaps put to the Sở, and the answer kept for everybody who holds the criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select, update

from storage.statements import numbered
from storage.tables import Assignment, Campaign, Criterion, Person, Question, Support


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands.

    Attributes:
        put_on: the day on which the Sở was asked.
        answered_by: full name of who answered.
    """

    id: int
    assignment_id: int
    person_id: int
    words: str
    put_on: date | None
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


_ASKED: Select[*tuple[Any, ...]] = select(
    Question.id,
    Question.assignment_id,
    Question.person_id,
    Question.words,
    Question.put_on,
    Question.answer,
    Person.full_name.label("answered_by"),
    Question.answered_at,
).join(Person, Person.id == Question.answered_by, isouter=True)


def ask(db: Connection, assignment_id: int, words: str, *, by: int, at: datetime) -> int:
    """Keep a question with the criterion of a row; returns its number."""
    criterion = select(Assignment.criterion_id).where(Assignment.id == assignment_id).scalar_subquery()
    values = {"assignment_id": assignment_id, "criterion_id": criterion, "person_id": by, "words": words, "at": at}
    made: int = db.scalars(insert(Question).values(**values).returning(Question.id)).one()
    return made


def get(db: Connection, question_id: int) -> Asked:
    """A question.

    Raises:
        Gone: there is none of that number.
    """
    return Asked(*numbered(db, _ASKED.where(Question.id == question_id)))


def put(db: Connection, question_id: int, on: date) -> None:
    """The Sở was asked on a day."""
    db.execute(update(Question).where(Question.id == question_id).values(put_on=on))


def answer(db: Connection, question_id: int, words: str, *, by: int, at: datetime) -> None:
    """Keep the answer; a later one takes the place of an earlier."""
    db.execute(update(Question).where(Question.id == question_id).values(answer=words, answered_by=by, answered_at=at))


def known(db: Connection, assignment_id: int, most: int = 3) -> list[Asked]:
    """What was put to the Sở or answered about the criterion of a row, the newest first."""
    criterion = select(Assignment.criterion_id).where(Assignment.id == assignment_id).scalar_subquery()
    query = _ASKED.where(Question.criterion_id == criterion, or_(Question.put_on.is_not(None), Question.answer.is_not(None)))
    return _read(db, query.order_by(Question.id.desc()).limit(most))


def unanswered(db: Connection, office_id: int) -> list[Asked]:
    """The questions of an office that nobody has answered yet, the newest first."""
    query = (
        _ASKED.join(Criterion, Criterion.id == Question.criterion_id)
        .join(Campaign, Campaign.id == Criterion.campaign_id)
        .where(Campaign.office_id == office_id, Question.answer.is_(None))
    )
    return _read(db, query.order_by(Question.id.desc()))


def _read(db: Connection, query: Select[*tuple[Any, ...]]) -> list[Asked]:
    return [Asked(*row) for row in db.execute(query)]


def holders(db: Connection, assignment_id: int) -> Sequence[int]:
    """Everybody who answers for the criterion of a row, in any of its instances, or helps with it."""
    criterion = select(Assignment.criterion_id).where(Assignment.id == assignment_id).scalar_subquery()
    rows = select(Assignment.id).where(Assignment.criterion_id == criterion, Assignment.dropped_at.is_(None))
    owners = db.scalars(select(Assignment.person_id).where(Assignment.id.in_(rows)).order_by(Assignment.id))
    helpers = db.scalars(select(Support.person_id).where(Support.assignment_id.in_(rows)).order_by(Support.id))
    return [one for one in dict.fromkeys([*owners, *helpers]) if one is not None]
