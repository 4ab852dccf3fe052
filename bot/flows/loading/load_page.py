"""One table on the coordinator's desk: what its page shows in each state, and what is decided about it there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.flows.loading import load, load_after, load_columns, load_doubts, load_figures, load_table
from bot.flows.loading.load_table import Doubts, Given, Outcome
from bot.flows.loading.sent_table import held_of, kept_of
from bot.sheets import settle
from bot.sheets.left_out import SETTLED
from bot.turn import Reply, Turn, keep_answers, messages_of
from locales.say import changes, loaded
from locales.say import load as say
from locales.say import load_doubts as say_doubts
from locales.say import load_table as say_table
from storage.errors import Gone
from storage.loading import loads, waiting
from storage.loading.loads import APPLIED, ASKING, DROPPED, PREVIEW, Kept
from storage.work import campaigns

ANSWERS = 40  # given before, that are shown to be asked again


@dataclass(slots=True)
class Seen:
    """What the page of a table shows.

    Attributes:
        name: of the file.
        state: as kept.
        lines: of the preview, of what was recorded, or of what became of it.
        doubts: what is to be answered; None where nothing is.
        title: above them, where they are no doubts.
        later: doubts that are settled once the table is recorded.
        differences: row by row, where a list stands already.
        last: the table that was recorded last when this one was compared.
        records: whether there is anything to record.
        sure: the question whose answer is the number of rows that go; empty where few go.
        years: the open years, where there are several; `year` is the table's.
        answers: given before: place among all, words.
        count: how many were given.
        undo: what taking it back would do; empty where it cannot be.
        is_typed: whether words are typed for that.
        moved_to: the next reading of the same file.
        is_read: whether it is being read again.
    """

    name: str
    state: str
    lines: list[str] = field(default_factory=list)
    doubts: Doubts | None = None
    title: str = ""
    later: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    last: int = 0
    records: bool = False
    sure: str = ""
    year: int = 0
    years: list[int] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0
    undo: str = ""
    is_typed: bool = False
    moved_to: int | None = None
    is_read: bool = False


def seen(turn: Turn, load_id: int, number: int, unread: Mapping[str, str]) -> Seen:
    """The page as things stand at this moment.

    Args:
        turn: of a coordinator.
        load_id: of the table.
        number: of the page of doubts.
        unread: what was typed just now and could not be read.

    Raises:
        Gone, NotAllowed: as every step of the table.
    """
    kept = kept_of(turn, load_id)
    one = Seen(kept.name, kept.state, year=kept.year)
    if kept.state == PREVIEW:
        return _to_decide(turn, kept, one, number, unread)
    if kept.state == APPLIED:
        return _recorded(turn, kept, one, number, unread)
    if kept.state == ASKING:
        doubts = load_table.doubts(turn, kept, None, 1, unread)
        return replace(one, lines=[say_table.asked(kept.name)], doubts=doubts)
    moved_to, is_read = waiting.read_anew(turn.db, kept) if kept.state == DROPPED else (None, False)
    told = say_table.reading(kept.name) if is_read else say_table.over(kept.name, undone=kept.state != DROPPED)
    return replace(one, lines=[told], moved_to=moved_to, is_read=is_read)


def _to_decide(turn: Turn, kept: Kept, one: Seen, number: int, unread: Mapping[str, str]) -> Seen:
    preview = load_figures.preview(turn.db, kept, turn.today)
    found, years = preview.compared, [year for _id, year in campaigns.open_years(turn.db, kept.office_id)]
    doubts = load_table.doubts(turn, kept, preview, number, unread)
    given = settle.given(kept.sheet)
    return replace(
        one,
        lines=say.preview(preview).text.split("\n"),
        doubts=doubts,
        later=say_doubts.doubt_lines(doubts.later),
        differences=[] if preview.is_first or found.is_nothing else changes.lines(found),
        last=preview.last,
        records=not found.is_nothing,
        sure=loaded.ask_sure(kept.id, len(found.dropped), kept.year).text if found.sweeps else "",
        years=sorted({*years, kept.year}) if len(years) > 1 else [],
        answers=[(at, say_table.answered_line(cell, answer)) for at, cell, answer in reversed(given[-ANSWERS:])],
        count=len(kept.sheet.get(SETTLED) or ()),
    )


def _recorded(turn: Turn, kept: Kept, one: Seen, number: int, unread: Mapping[str, str]) -> Seen:
    left = load_after.left(turn, kept, number, unread)
    lines = messages_of(load.after(turn, kept.id))[0].text.split("\n")
    one = replace(one, lines=lines, doubts=left, title=say_table.left_title(left.total))
    if not loads.may_undo(turn.db, kept, turn.now):
        return one
    ask = messages_of(load.take_back(turn, kept.id))[-1]
    return replace(one, undo=ask.text, is_typed=ask.awaiting is not None)


def answer(turn: Turn, load_id: int, given: Given) -> Outcome:
    """Take the answers of a form: doubts of a table that waits, or what a recorded one leaves to be decided."""
    kept = held_of(turn, load_id)
    return load_after.answer(turn, kept, given) if kept.state == APPLIED else load_table.answer(turn, load_id, given)


def decide(turn: Turn, load_id: int, what: str, value: str, count: int) -> list[str]:
    """What is to become of a table, or of an answer given before; what changes it is told in the chat too.

    Args:
        turn: of a coordinator; its drafts are kept.
        load_id: of the table.
        what: a key of `DECISIONS`.
        value: what was typed, or which answer or year is meant.
        count: the table that was recorded last, or how many answers were given, when the page was made.

    Returns:
        Words for the page.

    Raises:
        Gone: there is no such decision, or not for this table any more.
    """
    if what not in DECISIONS:
        raise Gone
    before = kept_of(turn, load_id).state
    turn.incoming = replace(turn.incoming, kind="text", text=value) if what in TYPED else turn.incoming
    reply = DECISIONS[what](turn, load_id, value, count)
    if kept_of(turn, load_id).state == before or reply is None:
        words = _UNCHANGED.get((what, before))
        return [words()] if words else []
    keep_answers(turn, reply)
    return [line for message in messages_of(reply) for line in message.text.split("\n")]


def _reopen(turn: Turn, load_id: int, value: str, count: int) -> Reply:
    load_doubts.ask_again(turn, load_id, int(value) if value.isdecimal() and len(value) < 7 else -1, count)
    return None


def _for_year(turn: Turn, load_id: int, value: str, _count: int) -> Reply:
    load_columns.for_year(turn, load_id, int(value) if value.isdecimal() and len(value) == 4 else 0)
    return None


DECISIONS: dict[str, Callable[[Turn, int, str, int], Reply]] = {
    "apply": lambda turn, load_id, _value, count: load.apply(turn, load_id, count),
    "sure": lambda turn, load_id, _value, _count: load.sure(turn, load_id),
    "drop": lambda turn, load_id, _value, _count: load.drop(turn, load_id),
    "undo": lambda turn, load_id, _value, _count: load.take_back(turn, load_id, "yes"),
    "undo_typed": lambda turn, load_id, _value, _count: load.take_back_typed(turn, load_id),
    "reopen": _reopen,
    "year": _for_year,
}
TYPED = frozenset({"sure", "undo_typed"})
_UNCHANGED = {
    ("apply", PREVIEW): say_table.changed_meanwhile,
    ("sure", PREVIEW): say_table.not_as_asked,
    ("undo_typed", APPLIED): say_table.not_as_asked,
}
"""Why a table stands as before, by decision and state."""
