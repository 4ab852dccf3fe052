"""Documents that no file came of: known by their number, or by the address at which they lie."""

from datetime import date, datetime

from sqlalchemy import exists, insert, select

from storage.db import Connection
from storage.evidence.documents import OF_ROW, Document, link
from storage.office.people import Official
from storage.tables import Evidence, EvidenceFor, Update

NUMBER, LINK = "number", "link"


def keep_number(
    db: Connection, person: Official, assignment_id: int, number: str, now: datetime, *, issued_on: date | None, words: str
) -> int:
    """A document known by its number alone."""
    return _keep(db, person, assignment_id, now, words, kind=NUMBER, name=number, number=number, issued_on=issued_on)


def keep_link(db: Connection, person: Official, assignment_id: int, address: str, now: datetime, words: str) -> int:
    """A document known by its address alone: what lies there is not looked at, and may be changed or taken away.

    The same one is kept once a row.
    """
    served = (EvidenceFor.assignment_id == assignment_id, EvidenceFor.evidence_id == Evidence.id)
    known = select(Evidence.id).where(
        Evidence.kind == LINK, Evidence.name == address, Evidence.withdrawn_at.is_(None), exists().where(*served)
    )
    if (found := db.scalar(known.limit(1))) is not None:
        return found
    return _keep(db, person, assignment_id, now, words, kind=LINK, name=address)


def _keep(db: Connection, person: Official, assignment_id: int, now: datetime, words: str, **values: object) -> int:
    values |= {"office_id": person.office_id, "person_id": person.id, "received_at": now, "caption": words[:500]}
    values |= {"batch": f"{values['kind']}:{now.timestamp():.0f}"}
    made: int = db.scalars(insert(Evidence).values(**values).returning(Evidence.id)).one()
    link(db, made, assignment_id, now)
    return made


def named_with(db: Connection, update_id: int) -> list[Document]:
    """What was named by its number or address in the very words of a report."""
    words = select(Update.at, Update.person_id, Update.assignment_id).where(Update.id == update_id)
    at, person_id, assignment_id = db.execute(words).one()
    told = (Evidence.kind.in_((NUMBER, LINK)), Evidence.received_at == at, Evidence.person_id == person_id)
    return [Document(*row) for row in db.execute(OF_ROW.where(*told), {"row": assignment_id})]
