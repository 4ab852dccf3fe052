"""All doubts of a table at once, as the desk shows them, and many answers in one go; each is taken as the chat takes it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.flows import staff
from bot.flows.documents import upload
from bot.flows.loading import load, load_columns, load_doubts, load_figures, load_people
from bot.flows.loading.sent_table import held_of, kept_of
from bot.sheets import columns, settle
from bot.turn import Turn
from locales.say import load_doubts as say_doubts
from locales.say import load_table as say
from locales.say.load import Preview
from locales.say.load_doubts import Doubt
from locales.say.load_table import AS_READ, Line
from storage.access import uploads
from storage.loading import twins, waiting
from storage.loading.compare import TWINS
from storage.loading.doubtful import Answer, Cell
from storage.loading.loads import ASKING, PREVIEW, Kept

CELLS = 50  # on one page


@dataclass(frozen=True, slots=True)
class Given:
    """Answers of a page, by the key of their line: what was chosen, what was typed, and what is to hold for all alike."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    same: frozenset[str] = frozenset()


@dataclass(slots=True)
class Outcome:
    """What came of them: how many doubts are settled, and what was typed but could not be read."""

    settled: int = 0
    done: set[str] = field(default_factory=set)
    unread: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubts:
    """A page of the doubts of a table.

    Attributes:
        lines: with their answers.
        later: those that only the office's list can tell; they are settled once the table is recorded.
        total: how many there are on all pages.
    """

    lines: list[Line]
    later: list[Doubt]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a file that was sent: what is said of it, and the number of its reading where it is a table."""

    name: str
    told: str
    load: int | None


def key_of(*parts: Any) -> str:
    """The same letters for the same parts, on every page and in every process."""
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


def key_of_cell(cell: Cell) -> str:
    """By which a form speaks of a cell: another once the cell says or is doubted for something else."""
    return key_of("cell", cell.sheet, cell.row, cell.column, cell.said, cell.reasons)


def sent(turn: Turn, key: str) -> Sent | None:
    """What came of one upload of this person; None where it is nobody's or another's."""
    part = uploads.get(turn.db, key, turn.person.id)
    if part is None:
        return None
    text, found = waiting.came_of(turn.db, part.key, staff.office_of(turn))
    return Sent(part.name, text or upload.told(turn.db, part)[1], found)


def doubts(turn: Turn, kept: Kept, one: Preview | None, number: int, unread: Mapping[str, str]) -> Doubts:
    """What is to be answered about a table: its columns and names first, then its cells.

    Args:
        turn: of a coordinator.
        kept: the table.
        one: its preview; None where columns have to be named before its rows are known.
        number: of the page.
        unread: what was typed just now and could not be read, by the key of its line.
    """
    cells = [cell for cell in settle.cells(kept.sheet) if not columns.is_guess(cell)] if one else []
    shown, page, pages = staff.page_of(cells, number, CELLS)
    known, kin = load_doubts.known(turn, kept), Counter(settle.likeness(cell) for cell in cells if cell.read)
    whole = _of_columns(kept) + (_of_names(turn, kept, one) if one else [])
    lines = list(whole) if page == 1 else []
    for cell in shown:
        key, more = key_of_cell(cell), max(0, kin[settle.likeness(cell)] - 1)
        lines.append(say.of_cell(key, cell, _answers(cell, kept, known), more, unread.get(key, "")))
    own = load_figures.doubts(kept, one.compared)[len(kept.sheet["must_flag"]) :] if one else []
    later = [each for each in own if not (one and one.twins and each.reason in TWINS)]
    return Doubts(lines, later, len(whole) + len(cells), page, pages)


def _answers(cell: Cell, kept: Kept, known: list[settle.Known]) -> list[tuple[str, Answer]]:
    return [(key_of(dict(one.values)), one) for one in settle.answers(cell, kept.year, known)]


def _of_columns(kept: Kept) -> list[Line]:
    unsure = kept.sheet.get(columns.UNSURE) or {}
    lines = [say.of_two_columns(key_of("column", role), role, both) for role, both in unsure.items()]
    for role, found in columns.to_name(kept.sheet).items():
        headings, is_guessed = [(key_of(one), one) for one in found], kept.state == PREVIEW
        none, other = load_columns.NO_COLUMN, load_columns.NO_TABLE
        lines.append(say.of_heading(key_of("heading", role), role, headings, none, other, is_guessed=is_guessed))
    return lines


def _of_names(turn: Turn, kept: Kept, one: Preview) -> list[Line]:
    several = twins.undecided(turn.db, kept) if one.twins else []
    return [
        *(say.of_name(key_of("name", each.name), each) for each in one.near),
        *(say.of_twins(key_of("twins", each.name), each, kept.rows[each.index].row or 0) for each in several),
    ]


def answer(turn: Turn, load_id: int, given: Given) -> Outcome:
    """Settle what was answered: columns first, since their cells change with them; what is stale by now is left alone."""
    outcome, kept = Outcome(), held_of(turn, load_id)
    if kept.state in {ASKING, PREVIEW}:
        _name_columns(turn, kept, given, outcome)
        kept = kept_of(turn, load_id)
    if kept.state == PREVIEW:
        _settle_cells(turn, kept, given, outcome)
        _settle_names(turn, load_id, given, outcome)
    return outcome


def _name_columns(turn: Turn, kept: Kept, given: Given, outcome: Outcome) -> None:
    for role in kept.sheet.get(columns.UNSURE) or {}:
        if (at := given.chosen.get(key := key_of("column", role))) in {"0", "1"}:
            load.choose_column(turn, kept.id, role, int(at))
            outcome.done.add(key)
    left = columns.to_name(kept.sheet)
    named: dict[str, str] = {}
    for role, headings in left.items():
        chosen = given.chosen.get(key := key_of("heading", role))
        if chosen in {load_columns.NO_COLUMN, load_columns.NO_TABLE}:  # nothing else is read of this file
            load_columns.choose(turn, kept.id, role, chosen)
            named, outcome.done = {}, outcome.done | {key}
            break
        heading = next((one for one in headings if key_of(one) == chosen and one not in named.values()), None)
        named |= {role: heading} if heading else {}
    if named:
        load_columns.choose_several(turn, kept.id, named)
        outcome.done |= {key_of("heading", role) for role in named}
    outcome.settled += len(outcome.done)


def _settle_cells(turn: Turn, kept: Kept, given: Given, outcome: Outcome) -> None:
    cells = {key_of_cell(cell): cell for cell in settle.cells(kept.sheet)}
    known = load_doubts.known(turn, kept)
    decided: dict[str, settle.Decided] = {}
    for key, cell in cells.items():
        typed = given.typed.get(key, "").strip()
        if typed and say_doubts.is_typed(cell):
            found = settle.typed(kept.sheet, cell, typed, kept.year)
            if found and not _is_given_twice(cell, found, decided.values()):
                decided[key] = cell, found
            else:
                outcome.unread[key] = typed
        elif given.chosen.get(key) == AS_READ:
            decided[key] = cell, None
        elif chosen := given.chosen.get(key):
            found = dict(_answers(cell, kept, known)).get(chosen)
            decided |= {key: (cell, found)} if found else {}
    outcome.done |= set(decided)
    for key in given.same & set(decided):
        cell, one = decided[key]
        for other, again in settle.spread(list(cells.values()), settle.likeness(cell), one.values if one else None):
            if (its := key_of_cell(other)) not in outcome.unread:
                decided.setdefault(its, (other, again))
    if decided:
        load_doubts.record(turn, kept, list(decided.values()))
        outcome.settled += len(decided)


def _is_given_twice(cell: Cell, answer: Answer, decided: Iterable[settle.Decided]) -> bool:
    """Whether another line of the page gives its row the same code."""
    return cell.column == "code" and any(other.column == "code" and one == answer for other, one in decided)


def _settle_names(turn: Turn, load_id: int, given: Given, outcome: Outcome) -> None:
    if not set(given.chosen) - outcome.done:
        return
    kept = kept_of(turn, load_id)
    for near in load_people.undecided(turn, kept):
        if given.chosen.get(key := key_of("name", near.name)) in {"0", str(near.person_id)}:
            load_people.say_who(turn, kept_of(turn, load_id), near, int(given.chosen[key]))
            outcome.done.add(key)
            outcome.settled += 1
    for one in twins.undecided(turn.db, kept):
        if (apart := given.chosen.get(key := key_of("twins", one.name))) in {"0", "1"}:
            load_people.say_how_many(turn, kept_of(turn, load_id), one, apart=apart == "1")
            outcome.done.add(key)
            outcome.settled += 1
