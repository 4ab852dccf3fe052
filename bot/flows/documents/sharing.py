"""One document for many criteria: what was sent for a row serves others too, those offered first that are likely meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.flows.documents import files
from bot.turn import OtherWords, Reply, Turn
from locales.message import Message
from locales.say import evidence as say_evidence
from locales.say import sharing as say
from storage.errors import Gone, NothingToUndo
from storage.evidence import documents, fetches, likely, numbers, required, serving, targets
from storage.evidence.documents import Document
from storage.evidence.fetches import Batch
from storage.evidence.likely import Traits
from storage.rules.status import OPEN
from storage.work import assignments
from storage.work.assignments import Work

_SEVERAL = re.compile(r"\d{1,2}(?:\s*(?:,|;|\+|&|và|va|\s)\s*\d{1,2})+")


@dataclass(frozen=True, slots=True)
class Sent:
    """Documents that may serve further rows.

    Attributes:
        name: of the route, with what it names: `also:12` a batch, `also_doc:7` one document.
        batch: None for a single document.
        rows: that they serve already.
    """

    name: str
    documents: tuple[Document, ...]
    rows: tuple[int, ...]
    batch: Batch | None = None

    @property
    def has_files(self) -> bool:
        return any(one.sha256 for one in self.documents)

    @property
    def traits(self) -> Traits:
        return likely.traits_of(self.documents, [part.caption for part in self.batch.parts] if self.batch else ())


def of_batch(turn: Turn, first: int, assignment_id: int | None = None) -> Reply:
    """ "Dùng cho tiêu chí khác" on a receipt: which ones, by taps, codes or numbers."""
    return _answer(turn, _batch(turn, first), assignment_id)


def of_document(turn: Turn, evidence_id: int, assignment_id: int | None = None) -> Reply:
    """The same for one document, or one that is known by its number."""
    return _answer(turn, _document(turn, evidence_id), assignment_id)


def not_batch(turn: Turn, first: int, assignment_id: int) -> Reply:
    """The files serve that row no more."""
    return _drop(turn, _batch(turn, first), assignment_id)


def not_document(turn: Turn, evidence_id: int, assignment_id: int) -> Reply:
    """The document serves that row no more."""
    return _drop(turn, _document(turn, evidence_id), assignment_id)


def all_named(turn: Turn, first: int) -> Reply:
    """Every row that the caption names gets the files, those still on their way too."""
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    codes = [code for part in batch.parts for code in numbers.codes(part.caption or "")]
    rows = [work for work in targets.rows_for(turn.db, turn.person.id, turn.today) if work.code in codes]
    if batch.refused_for or not rows:
        raise Gone
    taking = sorted((work for work in rows if not work.number_only), key=lambda work: codes.index(work.code or ""))
    main, rest = (taking or rows)[0], taking[1:]
    for work in rest:
        serving.share(turn.db, documents.of_batch(turn.db, batch), work.id, turn.person.id, turn.now)
    fetches.set_also(turn.db, batch, [work.id for work in rest])
    _tell_owners(turn, f"{first}", rest)
    return files.place(turn, fetches.batch_of(turn.db, first, turn.person.id), main)


def _batch(turn: Turn, first: int) -> Sent:
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    kept = tuple(documents.of_batch(turn.db, batch))
    if batch.refused_for or not kept or batch.assignment_id is None:
        raise Gone
    return Sent(f"also:{first}", kept, (batch.assignment_id, *batch.also), batch)


def _document(turn: Turn, evidence_id: int) -> Sent:
    one = documents.get(turn.db, turn.person, evidence_id)
    return Sent(f"also_doc:{evidence_id}", (one,), tuple(documents.rows_of(turn.db, one.id)))


def _answer(turn: Turn, sent: Sent, assignment_id: int | None) -> Reply:
    if assignment_id is not None:
        return _share(turn, sent, [assignments.sendable(turn.db, turn.person, assignment_id)])
    rows = targets.further(turn.db, turn.person.id, turn.today, sent.rows, files=sent.has_files)
    is_answer = turn.incoming.kind == "text" and turn.talk.awaiting == sent.name
    if not is_answer:
        return say.which(sent.name, _names(turn, sent), likely.ordered(rows, sent.traits))
    codes = numbers.codes(turn.incoming.text)
    picked = [work for work in rows if work.code in codes] or _picked(turn, sent, rows)
    if picked:
        return _share(turn, sent, picked)
    if not codes:
        raise OtherWords
    return say.which(sent.name, _names(turn, sent), likely.ordered(rows, sent.traits), unknown=codes[0])


def _picked(turn: Turn, sent: Sent, rows: Sequence[Work]) -> list[Work]:
    """Several of the numbered choices at once: "1, 3"."""
    if not _SEVERAL.fullmatch(turn.incoming.text.strip()):
        return []
    routes = [route for _, route in turn.talk.offered]
    wanted = {routes[number - 1] for number in map(int, re.findall(r"\d+", turn.incoming.text)) if 0 < number <= len(routes)}
    return [work for work in rows if f"{sent.name}:{work.id}" in wanted]


def _names(turn: Turn, sent: Sent) -> list[str]:
    return [work.name for work in assignments.several(turn.db, list(sent.rows))]


def _share(turn: Turn, sent: Sent, works: Sequence[Work]) -> Message:
    if sent.has_files and (refused := [work for work in works if work.number_only]):
        return say_evidence.number_only(refused[0], kept=True)
    new = [work for work in works if work.id not in sent.rows]
    for work in new:
        serving.share(turn.db, sent.documents, work.id, turn.person.id, turn.now)
    served = (*sent.rows, *(work.id for work in new))
    if sent.batch:
        fetches.set_also(turn.db, sent.batch, [one for one in served if one != sent.batch.assignment_id])
    _tell_owners(turn, sent.name, new)
    rest = targets.further(turn.db, turn.person.id, turn.today, served, files=sent.has_files)
    shared = [
        say.Shared(work, required.of_row(turn.db, work), may_close=work.person_id == turn.person.id and work.progress in OPEN)
        for work in works
    ]
    return say.shared(sent.name, shared, len(sent.documents), likely.likely(rest, sent.traits))


def _tell_owners(turn: Turn, key: str, works: Sequence[Work]) -> None:
    """Who answers for a row learns that a helper has given it documents."""
    for work in works:
        if work.person_id not in {None, turn.person.id}:
            turn.tell(work.person_id, say_evidence.helper_sent(work, turn.person.full_name), f"helped:{key}:{work.id}")


def _drop(turn: Turn, sent: Sent, assignment_id: int) -> Message:
    work = assignments.sendable(turn.db, turn.person, assignment_id)
    others = [one for one in sent.rows if one != work.id]
    if work.id not in sent.rows or not others:
        raise NothingToUndo
    if sent.batch and work.id == sent.batch.assignment_id:
        raise NothingToUndo
    serving.unshare(turn.db, sent.documents, work.id, turn.person.id, turn.now)
    if sent.batch:
        fetches.set_also(turn.db, sent.batch, [one for one in sent.batch.also if one != work.id])
    return say.not_shared(work, [one.name for one in assignments.several(turn.db, others)])
