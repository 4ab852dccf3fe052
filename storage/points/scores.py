"""Marks of rows: by the person in charge, by the office's council, from outside; each is kept beside the others."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, delete, insert, select

from storage.errors import Locked, NothingToUndo, NotOpen
from storage.rules import year as rules
from storage.rules.marks import COUNTED, FINAL, NO_MARKS, OWN, Mark, Marks, Stage
from storage.rules.year import Phase
from storage.tables import Assignment, Campaign, Criterion, Score, Update
from storage.work import campaigns
from storage.work.assignments import get

STRENGTH = case({stage.value: len(COUNTED) - at for at, stage in enumerate(COUNTED)}, value=Score.stage, else_=0)
"""Which of a row's marks counts: the strongest stage, of that the newest."""

_COLUMNS = (Score.assignment_id, Score.stage, Score.points, Score.at, Score.person_id, Score.reason)
_OF_CAMPAIGN: Select[*tuple[Any, ...]] = (
    select(*_COLUMNS)
    .join(Assignment, Assignment.id == Score.assignment_id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .where(Criterion.campaign_id == bindparam("campaign"))
    .order_by(Score.id)
)
_OF_ROW: Select[*tuple[Any, ...]] = select(*_COLUMNS).where(Score.assignment_id == bindparam("row")).order_by(Score.id)
_SETTLED = (
    select(Score.assignment_id)
    .join(Assignment, Assignment.id == Score.assignment_id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .where(Criterion.campaign_id == bindparam("campaign"), Score.stage.in_([stage.value for stage in FINAL]))
)


def of_campaign(db: Connection, campaign_id: int) -> dict[int, Marks]:
    """The marks of every row of a year that has any."""
    return _newest(db.execute(_OF_CAMPAIGN, {"campaign": campaign_id}))


def of_row(db: Connection, assignment_id: int) -> Marks:
    """The marks of one row."""
    return _newest(db.execute(_OF_ROW, {"row": assignment_id})).get(assignment_id, NO_MARKS)


def _newest(rows: Iterable[Any]) -> dict[int, Marks]:
    found: dict[int, dict[str, Mark]] = defaultdict(dict)
    for row in rows:
        found[row.assignment_id].pop(row.stage, None)  # the newest stands last
        found[row.assignment_id][row.stage] = Mark(Stage(row.stage), row.points, row.at, row.person_id, row.reason)
    return {one: Marks(tuple(marks.values())) for one, marks in found.items()}


def last_marked(db: Connection, office_id: int) -> tuple[int, int] | None:
    """`(campaign id, year)` of the newest year, open or closed, in which the office was marked."""
    query = (
        select(Campaign.id, Campaign.year)
        .join(Criterion, Criterion.campaign_id == Campaign.id)
        .join(Assignment, Assignment.criterion_id == Criterion.id)
        .join(Score, Score.assignment_id == Assignment.id)
        .where(Campaign.office_id == office_id)
        .order_by(Campaign.year.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    return (row.id, row.year) if row else None


def settled(db: Connection, campaign_id: int) -> set[int]:
    """The rows on which the last word from outside was spoken."""
    return set(db.scalars(_SETTLED, {"campaign": campaign_id}))


def keep_self(db: Connection, assignment_id: int, mark: Mark, local: datetime) -> int:
    """Keep a self mark; returns its number, for taking it back.

    Args:
        db: open connection.
        assignment_id: the row.
        mark: by the person in charge: a mark, or an estimate.
        local: its moment by the office's clock, without a zone: locks are written so.

    Raises:
        Locked: the office's or the province's lock has fallen.
        NotOpen: somebody else has marked the row already.
    """
    _open_for_own(db, assignment_id, local)
    taken = Score.stage.not_in([one.value for one in OWN])
    if db.scalar(select(Score.id).where(Score.assignment_id == assignment_id, taken).limit(1)):
        raise NotOpen(code=get(db, assignment_id).name)
    return keep(db, assignment_id, mark)


def _open_for_own(db: Connection, assignment_id: int, local: datetime) -> None:
    """Raises Locked where the person in charge may not mark any more."""
    if not rules.takes_own(campaigns.windows_of_row(db, assignment_id), Phase.SELF, local):
        raise Locked(code=get(db, assignment_id).name)


def keep(db: Connection, assignment_id: int, mark: Mark) -> int:
    """Keep a mark of any stage; who may is the caller's question. Returns its number."""
    made: int = db.scalars(insert(Score).values(assignment_id=assignment_id, **asdict(mark)).returning(Score.id)).one()
    return made


def last_own(db: Connection, person_id: int, *, after_line: int | None) -> int | None:
    """The newest self mark of a person, unless a report of theirs followed it.

    Args: db: open connection; person_id: whose; after_line: the person's newest report.
    """
    query = select(Score.id).where(Score.person_id == person_id, Score.stage.in_([one.value for one in OWN]))
    if after_line is not None:
        query = query.where(Score.at > select(Update.at).where(Update.id == after_line).scalar_subquery())
    found: int | None = db.scalar(query.order_by(Score.id.desc()).limit(1))
    return found


def drop_self(db: Connection, score_id: int, *, by: int, local: datetime) -> int:
    """Take back an own self mark that nothing followed; returns its row.

    Raises:
        NothingToUndo: somebody else's, gone already, or a later mark stands.
        Locked: the lock has fallen.
    """
    row = db.execute(select(Score.assignment_id, Score.person_id, Score.stage).where(Score.id == score_id)).first()
    if row is None or row.person_id != by or row.stage not in {one.value for one in OWN}:
        raise NothingToUndo
    if db.scalar(select(Score.id).where(Score.assignment_id == row.assignment_id, Score.id > score_id).limit(1)):
        raise NothingToUndo
    owner: int = row.assignment_id
    _open_for_own(db, owner, local)
    db.execute(delete(Score).where(Score.id == score_id))
    return owner


def drop_between(db: Connection, first: int, last: int, *, by: int, local: datetime) -> int:
    """Take back own self marks that were kept with one answer; those that something followed stay.

    Returns:
        How many went.

    Raises:
        NothingToUndo: none of them can be taken back any more.
        Locked: the lock has fallen.
    """
    query = select(Score.id).where(Score.id.between(first, last), Score.person_id == by).order_by(Score.id)
    gone = 0
    for one in list(db.scalars(query)):
        with suppress(NothingToUndo):
            drop_self(db, one, by=by, local=local)
            gone += 1
    if not gone:
        raise NothingToUndo
    return gone


def council_mark(db: Connection, score_id: int) -> int:
    """The row of a council's mark that nothing followed.

    Raises:
        NothingToUndo: there is none of that number, or a later mark stands.
    """
    query = select(Score.assignment_id).where(Score.id == score_id, Score.stage == Stage.COUNCIL.value)
    owner = db.scalar(query)
    if owner is None or db.scalar(select(Score.id).where(Score.assignment_id == owner, Score.id > score_id).limit(1)):
        raise NothingToUndo
    return owner


def drop_one(db: Connection, score_id: int) -> None:
    db.execute(delete(Score).where(Score.id == score_id))


def drop(db: Connection, assignment_ids: Collection[int], stage: Stage, at: datetime) -> None:
    """Take back marks of one stage that were given at one moment, such as a file of them."""
    db.execute(delete(Score).where(Score.assignment_id.in_(assignment_ids), Score.stage == stage.value, Score.at == at))
