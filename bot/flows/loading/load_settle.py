"""After a table is recorded: rows that were past due before anybody spoke of them, and kinds that their texts suggest."""

from bot.flows import staff
from bot.flows.loading import load
from bot.flows.loading.sent_table import held_of, how_to_send, kept_of, newest
from bot.turn import Reply, Turn
from locales.say import loaded as say
from storage.errors import Gone
from storage.loading import kinds, past
from storage.loading.loads import Kept
from storage.work.assignments import Work

ROWS = 3
STATES = {"done": True, "open": False}


def listing(turn: Turn, load_id: int, number: int = 1) -> Reply:
    """Past rows without a state, a page of them, each with two answers."""
    return _page(turn, kept_of(turn, load_id), number)


def of_newest(turn: Turn) -> Reply:
    """ "Xử lý việc quá hạn" said in words: the past rows of the table that was applied last."""
    applied = newest(turn)
    return listing(turn, applied) if applied else how_to_send(turn)


def to_settle(turn: Turn) -> tuple[int, int]:
    """The table that was applied last, and how many of its past rows have no state; two noughts where nothing waits."""
    applied = newest(turn)
    return (applied, len(_unclear(turn, kept_of(turn, applied)))) if applied else (0, 0)


def _page(turn: Turn, kept: Kept, number: int = 1, told: str = "", last: Work | None = None) -> Reply:
    found = _unclear(turn, kept)
    works, page, pages = staff.page_of(found, number, ROWS)
    return say.past(kept.id, works, total=len(found), page=page, pages=pages, told=told, last=last)


def _unclear(turn: Turn, kept: Kept) -> tuple[Work, ...]:
    return past.of_year(turn.db, kept.office_id, kept.year, turn.today).unclear


def settle(turn: Turn, load_id: int, assignment_id: int, state: str) -> Reply:
    """One row: "Đã hoàn thành" or "Chưa xong"."""
    kept, work = kept_of(turn, load_id), staff.row_of(turn, assignment_id)
    if state not in STATES or work not in _unclear(turn, kept):
        raise Gone
    done = STATES[state]
    past.settle(turn.db, [work], done=done, by=turn.person.id, at=turn.now)
    after = staff.row_of(turn, work.id)
    return _page(turn, kept, told=say.settled(after, done=done), last=after)


def take_back(turn: Turn, load_id: int, assignment_id: int) -> Reply:
    """Take back what was just settled ("Ghi nhầm, bỏ")."""
    kept, work = kept_of(turn, load_id), staff.row_of(turn, assignment_id)
    after = past.take_back(turn.db, work.id, by=turn.person.id, at=turn.now)
    return _page(turn, kept, told=say.taken_back(after))


def settle_all(turn: Turn, load_id: int, count: int | None = None) -> Reply:
    """Settle all as done ("Cả N việc đã hoàn thành"): asked first, and again when there are not N any more."""
    kept = kept_of(turn, load_id)
    found = _unclear(turn, kept)
    if not found:
        return load.after(turn, kept.id)
    if count != len(found):
        return say.confirm_all(kept.id, found)
    past.settle(turn.db, found, done=True, by=turn.person.id, at=turn.now)
    staff.note(turn, "settle", f"load:{kept.id}", rows=[work.id for work in found])
    return say.all_settled(kept.id, len(found))


def proposed(turn: Turn, load_id: int, *, told: str = "", last: int | None = None) -> Reply:
    """The next row that should perhaps be another kind of work; `last`: the place in the file of the one just decided."""
    kept = kept_of(turn, load_id)
    found = kinds.proposals(turn.db, kept)
    if not found:
        return say.no_more_kinds(kept.id, told, last=last)
    one = found[0]
    return say.kind(kept.id, one.index, one.leaf, one.kind, left=len(found), told=told, last=last)


def decide(turn: Turn, load_id: int, index: int, answer: str) -> Reply:
    """Decide one row ("Đúng" or "Thôi"); the next follows."""
    kept = kept_of(turn, load_id)
    one = next((each for each in kinds.proposals(turn.db, kept) if each.index == index), None)
    if one is None or answer not in {"yes", "no"}:
        raise Gone
    accepted = answer == "yes"
    kinds.decide(turn.db, kept, {one.index}, accepted=accepted, by=turn.person.id, now=turn.now)
    return proposed(turn, kept.id, told=say.decided(one.leaf, one.kind, accepted=accepted), last=one.index)


def decide_again(turn: Turn, load_id: int, index: int) -> Reply:
    """Take back what was just decided of a row's kind ("Ghi nhầm, bỏ"): it is asked again."""
    kept = held_of(turn, load_id)
    leaf = kinds.reopen(turn.db, kept, index, by=turn.person.id, now=turn.now)
    return proposed(turn, kept.id, told=say.asked_again(leaf))


def accept_all(turn: Turn, load_id: int, count: int | None = None) -> Reply:
    """Accept all kinds ("Đúng cả N việc"): the list by kind is shown first."""
    kept = kept_of(turn, load_id)
    found = kinds.proposals(turn.db, kept)
    if not found:
        return proposed(turn, kept.id)
    if count != len(found):
        return say.confirm_kinds(kept.id, [(one.leaf, one.kind) for one in found])
    kinds.decide(turn.db, kept, {one.index for one in found}, accepted=True, by=turn.person.id, now=turn.now)
    return say.no_more_kinds(kept.id, say.kinds_recorded(len(found)))
