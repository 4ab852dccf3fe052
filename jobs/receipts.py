"""What people are told of their files: one receipt a batch, written with the row that makes it true, then edited."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from jobs import alarm
from jobs.notice import notice
from locales.message import Choice, Message
from locales.say import evidence as say
from locales.say import refused_files
from locales.say import sharing as say_sharing
from locales.say import unplaced as say_unplaced
from storage import audit
from storage.db import Connection
from storage.evidence import documents, fetches, kinds, likely, readings, required, targets, unplaced
from storage.evidence.documents import Document
from storage.evidence.fetches import Batch, Job
from storage.messages import conversations, outbox
from storage.messages.conversations import Notice
from storage.messages.outbox import Draft
from storage.office import people
from storage.work import assignments
from storage.work.assignments import Work


def receipt_of(db: Connection, batch: Batch, work: Work, today: date) -> Message:
    """The receipt of a batch as the facts stand now."""
    kept = documents.of_batch(db, batch)
    facts = say.Receipt(
        first=batch.first,
        code=receipt_code(batch),
        families=tuple("photo" if one.kind == "photo" else kinds.family(one.name, one.mime) or "text" for one in kept),
        coming=len(batch.in_state("waiting")),
        doubles=tuple((name, other.name) for name, other in documents.elsewhere(db, batch)),
        may_close=work.person_id == batch.person_id,
        readings=tuple(readings.of(one, work) for one in kept),
        standing=required.of_row(db, work),
        asks=bool(required.unplaced_of(db, work, [one.id for one in kept])),
        also=tuple(other.name for other in assignments.several(db, list(batch.also))),
        further=(
            *further(db, batch.person_id, f"also:{batch.first}", kept, (work.id, *batch.also), today, batch=batch),
            *_others(db, batch.person_id),
        ),
    )
    return say.receipt(work, facts)


def further(
    db: Connection,
    person_id: int,
    route: str,
    kept: Sequence[Document],
    served: Sequence[int],
    today: date,
    *,
    batch: Batch | None = None,
) -> tuple[Choice, ...]:
    """What is offered for documents that may serve more than these rows; nothing to who has no other row."""
    rows = targets.further(db, person_id, today, served, files=any(one.sha256 for one in kept))
    traits = likely.traits_of(kept, [part.caption for part in batch.parts] if batch else ())
    return say_sharing.offers(route, likely.likely(rows, traits), others=bool(rows))


def _others(db: Connection, person_id: int) -> tuple[Choice, ...]:
    """The way to what the person has sent besides and nobody knows yet what it proves."""
    loose = unplaced.of_person(db, person_id)
    return (say_unplaced.rest(len(loose)),) if loose else ()


def receipt_code(batch: Batch) -> str:
    """Four characters to quote on the phone; the same in every edit of the receipt."""
    return hashlib.sha256(f"{batch.chat} {batch.key}".encode()).hexdigest()[:4].upper()


def tell(db: Connection, job: Job, now: datetime, zone: tzinfo) -> None:
    """One more file is safe: the first of a batch makes the receipt, the others edit it; nothing while the row is unknown."""
    batch = fetches.of_message(db, job.chat, job.batch)
    work = _row(db, batch.assignment_id) if batch else None
    if batch is None or work is None:
        return
    key = f"receipt:{batch.first}:{job.id}"
    message = receipt_of(db, batch, work, now.astimezone(zone).date())
    if batch.receipt is None:
        fetches.set_receipt(db, batch, key)
        _say(db, job, key, message, now, offers=True)
    else:
        fetches.forget_edits(db, batch)
        _say(db, job, key, message, now, edits=f"row:{batch.receipt}")
    tell_owner(db, batch, work, now)


def tell_owner(db: Connection, batch: Batch, work: Work, now: datetime) -> None:
    """Who answers for a row learns, once a batch, that a helper sent something for it."""
    if work.person_id is None or work.person_id == batch.person_id:
        return
    message = say.helper_sent(work, people.name_of(db, batch.person_id))
    outbox.add(db, notice(db, work.person_id, message, f"helped:{batch.first}:{work.id}"), now)


def ask(db: Connection, job: Job, note: str, now: datetime, zone: tzinfo) -> None:
    """Which row is it for? Asked here only of what was taken for an assignment table first."""
    rows = targets.rows_for(db, job.person_id, now.astimezone(zone).date())
    message = say.ask(rows, job.id, note=note) if rows else say.no_rows()
    _say(db, job, f"ask:{job.id}", message, now, offers=True)


def slow(db: Connection, job: Job, now: datetime) -> None:
    """Once a batch: it takes longer than it should."""
    batch = fetches.of_message(db, job.chat, job.batch)
    _say(db, job, f"slow:{batch.first if batch else job.id}", refused_files.slow(job.name), now)


def secret(db: Connection, job: Job, batch: Batch, now: datetime, zone: tzinfo) -> None:
    """A mark of state secrets was found inside: said once to the sender, and without the content to who is responsible."""
    person = people.by_id(db, job.person_id)
    _say(db, job, f"secret:{batch.first}", refused_files.secret_inside(), now)
    audit.note(db, "secret_mark", f"fetch:{job.id}", now, by=person.id, office=person.office_id)
    alarm.tell_security(db, person, f"secret:{batch.first}", now, zone)


def gave_up(db: Connection, job: Job, reason: str, now: datetime) -> None:
    """The file will never come: say so, and what to do."""
    work = _row(db, job.assignment_id)
    _say(db, job, f"failed:{job.id}", refused_files.failed(job.name, reason, work.name if work else None), now)


def _row(db: Connection, assignment_id: int | None) -> Work | None:
    found = assignments.several(db, [assignment_id]) if assignment_id is not None else []
    return found[0] if found else None


def _say(
    db: Connection, job: Job, key: str, message: Message, now: datetime, *, edits: str | None = None, offers: bool = False
) -> None:
    """Queue a message to the sender; what a new one offers can be picked by number, what is awaited stays awaited."""
    payload = message.as_payload() | ({"offers": job.received_at.isoformat()} if offers else {})
    draft = Draft(key, job.chat, payload, person_id=job.person_id, about=message.about, edits=edits)
    if outbox.add(db, [draft], now) and offers:
        talk = conversations.get(db, job.chat, now)
        about = message.about[0] if message.about else talk.about
        conversations.put(db, job.chat, replace(talk, awaiting=message.awaiting or talk.awaiting, about=about), now)
        conversations.offer_in_passing(db, job.chat, Notice(message.text, message.offered, after=job.received_at), now)
