"""All that is kept about one person, for that person to take along."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.tables import Address, Assignment, Audit, Criterion, Evidence, Update

MOST = 20_000  # lines a sheet


@dataclass(frozen=True, slots=True)
class OwnData:
    """Lines as they are kept: chats `(channel, linked, unlinked, notice)`, work `(code, title, due, progress)`, reports
    `(at, code, kind, after, note)`, documents `(at, name, number, issued)`, history `(at, action, subject)`.
    """

    chats: list[tuple[str, datetime, datetime | None, int]]
    work: list[Any]
    reports: list[Any]
    documents: list[Any]
    history: list[Any]


def of_person(db: Connection, person_id: int) -> OwnData:
    chats = select(Address.chat, Address.linked_at, Address.unlinked_at, Address.notice).where(Address.person_id == person_id)
    named = select(Criterion.code, Criterion.title, Assignment.due_on, Assignment.progress)
    work = named.join(Assignment, Assignment.criterion_id == Criterion.id).where(Assignment.person_id == person_id)
    told = select(Update.at, Criterion.code, Update.kind, Update.after, Update.note)
    told = told.join(Assignment, Assignment.id == Update.assignment_id).join(Criterion, Criterion.id == Assignment.criterion_id)
    papers = select(Evidence.received_at, Evidence.name, Evidence.number, Evidence.issued_on)
    papers = papers.where(Evidence.person_id == person_id, Evidence.withdrawn_at.is_(None))
    did = select(Audit.at, Audit.action, Audit.subject).where(Audit.person_id == person_id)
    return OwnData(
        [(row[0].partition(":")[0], *row[1:]) for row in db.execute(chats.order_by(Address.id))],
        list(db.execute(work.order_by(Criterion.id).limit(MOST))),
        list(db.execute(told.where(Update.person_id == person_id).order_by(Update.id).limit(MOST))),
        list(db.execute(papers.order_by(Evidence.id).limit(MOST))),
        list(db.execute(did.order_by(Audit.id).limit(MOST))),
    )
