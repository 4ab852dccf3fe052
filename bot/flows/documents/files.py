"""Files as they arrive in the chat: refused, kept to be fetched, and given to the row that they are for, or asked about once."""

from collections.abc import Sequence
from datetime import timedelta

from bot.flows.documents import row_of_files
from bot.flows.documents.row_of_files import Guess
from bot.incoming import FileRef
from bot.turn import Reply, Turn
from jobs import alarm, receipts
from locales.message import Message
from locales.say import evidence as say
from locales.say import refused_files
from storage import audit
from storage.access import uploads
from storage.evidence import documents, fetches, kinds, likely, marks, numbers, serving
from storage.evidence.fetches import Arrival, Batch
from storage.evidence.files import CAP
from storage.rules.status import Role
from storage.work import assignments
from storage.work.assignments import Work

TOGETHER = timedelta(seconds=60)
HEADINGS = "headings"
"""A choice that only the message has which says how a table is sent."""


def arrived(turn: Turn) -> Reply:
    """Files arrived: refuse what cannot be taken, remember the rest, and ask for the row once if nobody can tell."""
    if turn.incoming.is_group:
        return None
    key = key_of(turn)
    before = fetches.of_message(turn.db, turn.chat, key)
    if marks.is_secret(turn.incoming.text, *(one.name for one in turn.incoming.files)):
        return _secret(turn, before)
    if before is not None and before.refused_for:
        return None
    if before is not None and _names_another(turn, before):
        key = f"{key}/{turn.incoming.message_id}"
        before = fetches.of_message(turn.db, turn.chat, key)
    if (before is None or before.purpose == "sheet") and _is_assignment_table(turn):
        _keep(turn, key, turn.incoming.files, purpose="sheet")
        return None if before else say.reading()
    if before is None and _is_picture_of_a_table(turn):
        return _no_table(turn)
    return _take(turn, key, before)


def key_of(turn: Turn) -> str:
    """What was sent together. Where albums do not say so, photos without a caption that follow each other belong together."""
    incoming = turn.incoming
    if incoming.batch is None and not turn.abilities.albums and not incoming.text:
        before = fetches.latest(turn.db, turn.chat, turn.now - TOGETHER)
        if before is not None and not before.refused_for and not _awaited_elsewhere(turn, before):
            return before.key
    return incoming.batch or incoming.message_id or f"in{turn.inbox_id}"


def _awaited_elsewhere(turn: Turn, before: Batch) -> bool:
    """Whether documents were asked for since then, for another row."""
    return row_of_files.asked_for(turn) not in {None, before.assignment_id}


def _take(turn: Turn, key: str, before: Batch | None) -> list[Message]:
    fit, told = _sorted_out(turn.incoming.files, has_door=turn.door is not None)
    if before is not None and turn.incoming.is_edited:
        fit = []  # an edit changes the caption; the file itself is here already
    guess = row_of_files.guess(turn, before)
    if before is None and not guess.rows:
        is_coordinator = turn.person.holds(Role.COORDINATOR) and not _names_a_row(turn)
        return [*told, _no_table(turn) if is_coordinator else say.no_rows()] if fit else told
    known = before.assignment_id if before else None
    _keep(turn, key, fit, before=before)
    batch = fetches.of_message(turn.db, turn.chat, key)
    if batch is None:
        return told
    if guess.work is not None and guess.work.id != known:
        placed = place(turn, batch, guess.work, position=len(told))
        return [*told, placed] if placed else told
    return told if before or guess.work else [*told, _question(guess, batch)]


def _question(guess: Guess, batch: Batch) -> Message:
    note = say.not_your_code(guess.foreign) if guess.foreign else ""
    names = likely.Traits(tuple(text for part in batch.parts for text in (part.name, part.caption) if text))
    return say.ask(likely.ordered(guess.rows, names), batch.first, note=note, named=guess.is_named)


def _sorted_out(sent: tuple[FileRef, ...], *, has_door: bool) -> tuple[list[FileRef], list[Message]]:
    """What can be taken, and a word for each file that cannot."""
    fit, told = [], []
    for one in sent:
        size = one.size or 0
        if size > CAP and one.via is None:  # what came by the upload door was measured there
            told.append(refused_files.too_big(kinds.shown_name(one.name), size, door=has_door))
        elif one.kind != "photo" and kinds.family(one.name, one.mime) is None:
            told.append(refused_files.wrong_kind(kinds.shown_name(one.name)))
        else:
            fit.append(one)
    return fit, told


def _keep(turn: Turn, key: str, sent: Sequence[FileRef], *, purpose: str = "evidence", before: Batch | None = None) -> None:
    """Remember the files; what is known of their batch holds for them too."""
    arrivals = [
        Arrival(
            inbox_id=turn.inbox_id,
            position=position,
            chat=turn.chat,
            person_id=turn.person.id,
            batch=key,
            file_ref=one.ref,
            kind=one.kind,
            name=kinds.shown_name(one.name),
            mime=one.mime,
            size=one.size,
            caption=turn.incoming.text[:1024] or None,
            assignment_id=before.assignment_id if before else None,
            also=before.also if before else (),
            purpose=purpose,
            receipt=before.receipt if before else None,
            channel=one.via,
        )
        for position, one in enumerate(sent)
    ]
    fetches.keep(turn.db, arrivals, turn.now)


def _is_assignment_table(turn: Turn) -> bool:
    """A coordinator's table, sent on its own: no reply, no code, no documents awaited for a row."""
    incoming = turn.incoming
    if not turn.person.holds(Role.COORDINATOR):
        return False
    if (incoming.batch or "").startswith(uploads.TABLE):
        return True
    return not _names_a_row(turn) and all(_may_be_table(one) for one in incoming.files)


def _names_a_row(turn: Turn) -> bool:
    incoming = turn.incoming
    is_said = incoming.reply_to or numbers.codes(incoming.text) or incoming.row is not None
    return bool(is_said) or row_of_files.asked_for(turn) is not None


def _is_picture_of_a_table(turn: Turn) -> bool:
    """A coordinator was told how a table is sent, and sends what none can be read from: it is no document of a row either."""
    is_asked = any(route == HEADINGS for _label, route in turn.talk.offered) and all(
        one.via is None for one in turn.incoming.files
    )
    return is_asked and turn.person.holds(Role.COORDINATOR) and not _names_a_row(turn)


def _no_table(turn: Turn) -> Message:
    """Nothing of it is kept; one answer for an album."""
    _remember_refused(turn)
    if batch := fetches.of_message(turn.db, turn.chat, key_of(turn)):
        fetches.withdraw(turn.db, batch, "no_table")
    return refused_files.no_table()


def _may_be_table(one: FileRef) -> bool:
    return one.kind == "document" and (one.size or 0) <= CAP and kinds.is_sheet(one.name, one.mime)


def _names_another(turn: Turn, before: Batch) -> bool:
    """Whether two captions of one album name different rows: then each goes its own way."""
    codes = set(numbers.codes(turn.incoming.text))
    earlier = {code for part in before.parts for code in numbers.codes(part.caption or "")}
    return bool(codes and earlier and not codes & earlier)


def _secret(turn: Turn, before: Batch | None) -> Message | None:
    """Keep nothing of it, not even the name; what came of it before is destroyed. One answer for an album."""
    told = before is not None and before.refused_for == "secret"
    if before is None:
        _remember_refused(turn)
        before = fetches.of_message(turn.db, turn.chat, key_of(turn))
    if before is not None:
        serving.withdraw(turn.db, documents.of_batch(turn.db, before), turn.person.id, turn.now, must=True)
        fetches.withdraw(turn.db, before, "secret")
    tell_security(turn)
    return None if told else refused_files.secret()


def tell_security(turn: Turn) -> None:
    """Who is responsible for state secrets learns that something was sent, once an album."""
    audit.note(turn.db, "secret_mark", f"inbox:{turn.inbox_id}", turn.now, by=turn.person.id, office=turn.person.office_id)
    alarm.tell_security(turn.db, turn.person, f"secret:{turn.chat}:{key_of(turn)}", turn.now, turn.zone)


def _remember_refused(turn: Turn) -> None:
    """A row without a name, which only remembers that this album is refused."""
    kind = turn.incoming.files[0].kind
    arrival = Arrival(turn.inbox_id, 0, turn.chat, turn.person.id, key_of(turn), {}, kind, "", None, None, None)
    fetches.keep(turn.db, [arrival], turn.now)


def place(turn: Turn, batch: Batch, work: Work, *, position: int = 0) -> Message | None:
    """Give the batch to a row; an answer only if somebody waits for one: after a question, or when files are safe already."""
    if work.number_only:
        serving.withdraw(turn.db, documents.of_batch(turn.db, batch), turn.person.id, turn.now, must=True)
        fetches.assign(turn.db, batch, work.id)
        fetches.withdraw(turn.db, batch, "number_only")
        return say.number_only(work, named=numbers.document_number(turn.incoming.text, turn.today) is not None)
    serving.place(turn.db, batch, work.id, turn.now)
    fetches.assign(turn.db, batch, work.id)
    stored = batch.in_state("stored")
    if not stored and turn.incoming.kind == "files":
        return None
    fetches.set_receipt(turn.db, batch, f"in:{turn.inbox_id}:{position}")
    if not stored:
        names = [one.name for one in assignments.several(turn.db, list(batch.also))]
        return say.receiving(work, batch.first, len(batch.in_state("waiting")), names)
    receipts.tell_owner(turn.db, batch, work, turn.now)
    return receipts.receipt_of(turn.db, batch, work, turn.today)
