"""Many rows accepted at once ("Chấp nhận hết"): shown first, one confirmation, one message to each owner, and a way back.

Own rows never; what must be looked at by itself stays; documents that the checker never opened are named.
"""

from dataclasses import dataclass

from bot.flows import bulk, said
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import accepting as say
from storage.checking import checks as rules
from storage.checking import opinions
from storage.errors import Gone
from storage.evidence import documents, named, opened, readings, required
from storage.evidence.documents import Document
from storage.work import assignments, updates
from storage.work import bulk as changes
from storage.work.assignments import Work

ALL, FIELD, PERSON = "all", "field", "person"
SEEN, ANY = "seen", "any"


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, as far as it is meant: what may be accepted at once, which of it was not opened, and what stays and why."""

    ready: list[Work]
    unopened: list[Work]
    apart: list[tuple[Work, str]]


def preview(turn: Turn, what: str = ALL, which: int = 0) -> Reply:
    """How many, which, whose: before anything is recorded."""
    return _shown(what, which, _queue(turn, what, which))


def accept(turn: Turn, what: str, which: int, how: str, seal: int) -> Reply:
    """Accept the rows that were shown; where others wait by now, they are shown first.

    Raises:
        Gone: a forged button.
    """
    if how not in {SEEN, ANY}:
        raise Gone
    queue = _queue(turn, what, which)
    works = [work for work in queue.ready if how == ANY or work not in queue.unopened]
    if not works or bulk.seal(works) != seal:
        return _shown(what, which, queue, changed=True)
    return _accepted(turn, works)


def take_back(turn: Turn, first: int, last: int) -> Reply:
    """ "Ghi nhầm, bỏ": the rows wait for a check again, but those that somebody touched since.

    Raises:
        NothingToUndo: a day has passed, or nothing is left of it.
    """
    back, left = changes.take_back(turn.db, first, last, changes.CHECK, turn.stamp)
    changes.note(turn.db, "accept_undo", back, turn.stamp, turn.person.office_id)
    for person_id, works in bulk.by_holder(back).items():
        turn.tell(person_id, say.told_back(works, turn.person.full_name), f"accept-back:{turn.inbox_id}:{person_id}")
    return say.taken_back(back, left)


def _queue(turn: Turn, what: str, which: int) -> Queue:
    meant = _meant(turn, what, which)
    instead = rules.substitutes(turn.db, meant)
    works = [work for work in meant if instead.get(work.id) != turn.person.id]
    sent = documents.of_assignments(turn.db, [work.id for work in works])
    why = _apart(turn, works, sent)
    ready = [work for work in works if not why[work.id]][: bulk.MOST]
    seen = opened.by(turn.db, turn.person.id, {one for work in ready for one in _to_open(sent[work.id])})
    unopened = [work for work in ready if not _is_opened(sent[work.id], seen)]
    return Queue(ready, unopened, [(work, why[work.id]) for work in works if why[work.id]])


def _meant(turn: Turn, what: str, which: int) -> list[Work]:
    works = rules.waiting(turn.db, turn.person)
    if what == PERSON:
        return [work for work in works if work.person_id == which]
    if what == FIELD:
        fields = rules.fields_of(turn.db, works)
        return [work for work in works if fields.get(work.id, (0, ""))[0] == which]
    if what != ALL:
        raise Gone
    return works


def _apart(turn: Turn, works: list[Work], sent: dict[int, list[Document]]) -> dict[int, str]:
    """Why each row is to be looked at by itself; empty where nothing speaks against accepting it."""
    ids = [work.id for work in works]
    standings, words = required.standings(turn.db, ids), updates.last_words(turn.db, ids)
    asked = opinions.unanswered(turn.db, ids)

    def why(work: Work) -> str:
        if work.completed_on is None:
            return say.NO_DATE
        if not sent[work.id] and not work.result_document:
            return say.NOTHING_SENT
        if standings[work.id].missing_words:
            return say.MISSING
        if any(readings.of(one, work).warnings for one in sent[work.id]):
            return say.DOUBT
        if said.says_nil(words.get(work.id) or ""):
            return say.NIL
        return say.OPINION if work.id in asked else ""

    return {work.id: why(work) for work in works}


def _is_opened(sent: list[Document], seen: set[int]) -> bool:
    """Whether one of the files or links was opened."""
    found = _to_open(sent)
    return not found or any(one in seen for one in found)


def _to_open(sent: list[Document]) -> list[int]:
    """What is known by its number alone has nothing to open."""
    return [one.id for one in sent if one.sha256 or one.kind == named.LINK]


def _shown(what: str, which: int, queue: Queue, *, changed: bool = False) -> Message:
    looked = [work for work in queue.ready if work not in queue.unopened]
    ways = {ANY: queue.ready} if not queue.unopened or not looked else {SEEN: looked, ANY: queue.ready}
    routes = {how: (f"accept_these:{what}:{which}:{how}:{bulk.seal(works)}", len(works)) for how, works in ways.items() if works}
    people = bulk.by_holder(queue.ready) if what != PERSON else {}
    return say.preview(queue.ready, queue.unopened, queue.apart, routes, people, changed=changed)


def _accepted(turn: Turn, works: list[Work]) -> Message:
    substitutes = rules.substitutes(turn.db, works)
    first, last = rules.accept_many(turn.db, turn.person, works, turn.now)
    after = assignments.several(turn.db, [work.id for work in works])
    changes.note(turn.db, "accept_all", after, turn.stamp, turn.person.office_id)
    for person_id, own in bulk.by_holder(after).items():
        turn.tell(person_id, say.told(own, turn.person.full_name), f"accepted:{turn.inbox_id}:{person_id}")
    for person_id in set(substitutes.values()):
        own = [work for work in after if substitutes.get(work.id) == person_id]
        turn.tell(person_id, say.told_substitute(own, turn.person.full_name), f"accepted-for:{turn.inbox_id}:{person_id}")
    left = len(rules.waiting(turn.db, turn.person))
    return say.accepted(after, f"accept_back:{first}:{last}", left)
