"""Documents of a row: moved, taken back, named by their number, listed and handed out again."""

from dataclasses import replace
from datetime import tzinfo

from bot.flows.documents import files, upload
from bot.turn import OtherWords, Reply, Turn
from jobs import receipts
from locales.message import Choice, Message
from locales.say import evidence as say
from locales.say import refused_files
from locales.say import required as say_required
from locales.say import upload as say_upload
from storage import audit
from storage.errors import Gone, NothingToUndo, NotYours
from storage.evidence import documents, fetches, last_documents, marks, named, numbers, opened, required, serving, targets
from storage.evidence.documents import Document
from storage.evidence.fetches import Batch
from storage.rules.status import OPEN
from storage.work import assignments
from storage.work.assignments import Work

OTHER = 0  # "Việc khác": no row has this number
HAND_OUT = 50 * 10**6  # bytes of a document that a bot may send on Telegram (Bot API, sendDocument)


def file_for(turn: Turn, first: int, assignment_id: int | None = None) -> Reply:
    """The answer to "which row?": a tap, or a typed code."""
    return _choose(turn, first, assignment_id, route="file_for")


def move_files(turn: Turn, first: int, assignment_id: int | None = None) -> Reply:
    """The files are for another row ("Sửa" on a receipt)."""
    return _choose(turn, first, assignment_id, route="move_files")


def _choose(turn: Turn, first: int, assignment_id: int | None, *, route: str) -> Reply:
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    if batch.refused_for:
        raise NothingToUndo
    moving = route == "move_files"
    if assignment_id == OTHER:
        return say.ask_code(first, moving=moving)
    if assignment_id is not None:
        return files.place(turn, batch, assignments.sendable(turn.db, turn.person, assignment_id))
    rows = [work for work in targets.rows_for(turn.db, turn.person.id, turn.today) if work.id != batch.assignment_id]
    if (typed := _awaited_text(turn, f"{route}:{first}")) is None:
        return say.ask(rows, first, moving=True) if moving else say.ask_code(first)
    if (code := numbers.only_code(typed)) is None:
        raise OtherWords
    found = [work for work in rows if work.code == code]
    if len(found) == 1:
        return files.place(turn, batch, found[0])
    return say.ask(found, first, moving=moving) if found else say.ask_code(first, moving=moving, unknown=code)


def drop_files(turn: Turn, first: int) -> Reply:
    """All that was sent together counts no more ("Ghi nhầm, bỏ")."""
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    live = withdraw(turn, batch)
    works = assignments.several(turn.db, [batch.assignment_id]) if batch.assignment_id else []
    return say.dropped(works[0] if works else None, live, batch.first)


def withdraw(turn: Turn, batch: Batch) -> int:
    """Let a batch count no more; returns how many files it has.

    Raises:
        NothingToUndo: it was dropped or refused already, or checked since.
    """
    live = len(batch.in_state("waiting", "stored"))
    if batch.refused_for or not live:
        raise NothingToUndo
    serving.withdraw(turn.db, documents.of_batch(turn.db, batch), turn.person.id, turn.now)
    fetches.withdraw(turn.db, batch, "dropped")
    return live


def erase_files(turn: Turn, first: int) -> Reply:
    """What was dropped should never have been sent (citizens' data): its bytes are destroyed at once, its name too.

    Raises:
        NothingToUndo: it was not dropped before.
    """
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    if batch.refused_for != "dropped":
        raise NothingToUndo
    fetches.withdraw(turn.db, batch, "erased")
    documents.forget_names(turn.db, [part.id for part in batch.parts])
    audit.note(turn.db, "erase_files", f"fetch:{batch.first}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return say.erased(len(batch.parts))


def drop_last(turn: Turn) -> Reply:
    """The same for what came last, when it is said in words ("bỏ file vừa rồi")."""
    newest = documents.last_sent(turn.db, turn.person.id)
    if newest is None:
        raise NothingToUndo
    return drop_files(turn, newest.id)


def drop_doc(turn: Turn, evidence_id: int) -> Reply:
    """Take back one document, or one number."""
    one = documents.get(turn.db, turn.person, evidence_id)
    rows = assignments.several(turn.db, documents.rows_of(turn.db, one.id))
    if one.person_id != turn.person.id:
        raise NotYours(code=one.name)
    serving.withdraw(turn.db, [one], turn.person.id, turn.now)
    return say.dropped(rows[0] if rows else None, 1)


def send(turn: Turn, assignment_id: int) -> Reply:
    """Say what is required ("Gửi tài liệu"); the next files, or the number typed, are for this row.

    Raises:
        OtherWords: what was typed is no number of a document.
    """
    work = assignments.sendable(turn.db, turn.person, assignment_id)
    typed = _awaited_text(turn, f"send:{assignment_id}")
    if typed is None:
        if not turn.abilities.files_in and not work.number_only:
            return upload.link(turn, work.id)
        standing, last = required.of_row(turn.db, work), bool(last_documents.of(turn.db, work))
        return say.prompt(work, door=turn.door is not None, standing=standing, last=last)
    if numbers.document_number(typed, turn.today) is None and numbers.address(typed) is None:
        raise OtherWords
    return number_given(turn, work)


def keep_named(turn: Turn, work: Work) -> Document | None:
    """Keep the document that the words name by its number, else by its address; None where they name none.

    A number beside files is that of the file, which keeps it. Where citizens' data may lie, an address is not kept.
    """
    text, is_beside = turn.incoming.text, turn.incoming.kind == "files" and not work.number_only
    found, address = None if is_beside else numbers.document_number(text, turn.today), numbers.address(text)
    if found is None and (address is None or work.number_only):
        return None
    work = assignments.sendable(turn.db, turn.person, work.id)
    if found is not None:
        issued_on = found.issued_on
        kept = named.keep_number(turn.db, turn.person, work.id, found.number, turn.now, issued_on=issued_on, words=text)
    else:
        kept = named.keep_link(turn.db, turn.person, work.id, address or "", turn.now, text)
    return documents.get(turn.db, turn.person, kept)


def refuse_secret(turn: Turn) -> Message | None:
    """Words with a mark of secrecy are not kept; the security officer is told without them."""
    if not marks.is_secret(turn.incoming.text):
        return None
    files.tell_security(turn)
    return refused_files.secret()


def number_given(turn: Turn, work: Work) -> Message:
    """A document known by its number: `số 45/BC-UBND ngày 10/11/2026`; asked for where the words hold none."""
    if refusal := refuse_secret(turn):
        return refusal
    work = assignments.sendable(turn.db, turn.person, work.id)
    kept = keep_named(turn, work)
    if kept is None:
        if work.number_only and numbers.address(turn.incoming.text):
            return say.number_only(work)
        unread = numbers.tries(turn.incoming.text)
        if not turn.abilities.files_in:
            link = upload.link(turn, work.id)
            return replace(link, text=f"{say.no_number().text}\n{link.text}") if unread else link
        return say.prompt(work, unread=unread, door=turn.door is not None, standing=required.of_row(turn.db, work))
    may_close = work.person_id == turn.person.id
    told = say.link_kept if kept.kind == named.LINK else say.number_kept
    return told(work, kept, may_close=may_close, further=_further(turn, kept))


def slot(turn: Turn, first: int, number: int) -> Reply:
    """Which of the required documents the files of a batch are, those of which it cannot be told."""
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    works = assignments.several(turn.db, [batch.assignment_id]) if batch.assignment_id else []
    kept = [one.id for one in documents.of_batch(turn.db, batch)]
    if not works or not kept or not 0 <= number < len(required.of_row(turn.db, works[0]).slots):
        raise Gone
    unplaced = required.unplaced_of(turn.db, works[0], kept)
    required.put(turn.db, unplaced or kept, works[0].id, number)
    may_close = works[0].person_id == turn.person.id and works[0].progress in OPEN
    return say_required.put(works[0], required.of_row(turn.db, works[0]), number, may_close=may_close)


def docs(turn: Turn, assignment_id: int) -> Reply:
    """What was sent for a row, for those who may look at it."""
    work = assignments.visible(turn.db, turn.person, assignment_id)
    may_send = work.person_id == turn.person.id or turn.person.id in assignments.helpers(turn.db, work.id)
    return say.listing(work, documents.of_assignment(turn.db, work.id), turn.zone, may_send=may_send)


def doc(turn: Turn, evidence_id: int) -> Reply:
    """A document handed back, to those who may see it."""
    one = documents.get(turn.db, turn.person, evidence_id)
    opened.note(turn.db, one, turn.person, turn.now)
    return hand_out(one, turn.zone, mine=one.person_id == turn.person.id, further=_further(turn, one))


def hand_out(one: Document, zone: tzinfo, *, mine: bool, further: tuple[Choice, ...] = ()) -> Message:
    """The document itself, to who may see it, which was asked before."""
    if one.sha256 is None:
        known = say.known_by_address if one.kind == named.LINK else say.known_by_number
        return known(one, zone, mine=mine, further=further)
    if (one.size or 0) > HAND_OUT:
        return say_upload.too_large_to_hand_out(one.name, one.size or 0)
    copy = one.copy or one.sha256
    return say.handed(one, f"evidence/{copy[:2]}/{copy[2:4]}/{copy}", zone, mine=mine, further=further)


def _further(turn: Turn, one: Document) -> tuple[Choice, ...]:
    served = documents.rows_of(turn.db, one.id)
    return receipts.further(turn.db, turn.person.id, f"also_doc:{one.id}", [one], served, turn.today)


def _awaited_text(turn: Turn, route: str) -> str | None:
    """What was typed in answer to this very question; None after a tap, or a number that picked a choice."""
    incoming = turn.incoming
    return incoming.text if incoming.kind == "text" and turn.talk.awaiting == route else None
