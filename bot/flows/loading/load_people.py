"""Names of a file that nobody bears: the person whose name comes nearest, or somebody new; one tap each, before recording."""

from dataclasses import replace

from bot.flows import staff
from bot.flows.loading import load
from bot.flows.loading.sent_table import held_of, kept_of
from bot.sheets import settle
from bot.turn import Reply, Turn
from locales.say import load as say
from locales.say import twins as say_twins
from storage.errors import Gone
from storage.loading import loads, near
from storage.loading import twins as decided
from storage.loading.loads import PREVIEW, Kept
from storage.loading.near import Near
from storage.loading.twins import Twins


def listing(turn: Turn, load_id: int) -> Reply:
    """The next name to decide; the preview where none is left."""
    kept = kept_of(turn, load_id)
    if kept.state != PREVIEW:
        return load.view(turn, load_id)
    found = undecided(turn, kept)
    return say.near(kept.id, found[0], len(found)) if found else load.view(turn, load_id)


def decide(turn: Turn, load_id: int, index: int, person_id: int) -> Reply:
    """ "Là <người>" or "Thêm mới"."""
    kept = held_of(turn, load_id)
    one = next((each for each in undecided(turn, kept) if each.index == index), None)
    if one is None or person_id not in {0, one.person_id}:
        raise Gone
    say_who(turn, kept, one, person_id)
    return listing(turn, kept.id)


def twins(turn: Turn, load_id: int, index: int | None = None, apart: int = 0) -> Reply:
    """The next name that may be several people: "Một người" or one for each post or unit; the preview where none is left."""
    kept = held_of(turn, load_id)
    found = decided.undecided(turn.db, kept) if kept.state == PREVIEW else []
    one = next((each for each in found if each.index == index), None)
    if one is not None and apart in {0, 1}:
        say_how_many(turn, kept, one, apart=apart == 1)
        found = decided.undecided(turn.db, kept_of(turn, load_id))
    return say_twins.ask(kept.id, found[0], len(found)) if found else load.view(turn, load_id)


def say_who(turn: Turn, kept: Kept, one: Near, person_id: int) -> None:
    """Keep whom a name of the file means; 0 = somebody new."""
    near.decide(turn.db, kept, one.index, one.full_name if person_id else None)
    staff.note(turn, "same_person", f"load:{kept.id}", row=one.row, person=person_id)


def say_how_many(turn: Turn, kept: Kept, one: Twins, *, apart: bool) -> None:
    """Keep whether a name is several people."""
    told = kept if apart else replace(kept, sheet=settle.one_person(kept.sheet, one.name))
    decided.decide(turn.db, told, one, apart=apart)
    staff.note(turn, "twins", f"load:{kept.id}", row=kept.rows[one.index].row, apart=apart)


def undecided(turn: Turn, kept: Kept) -> list[Near]:
    """The names that are like somebody's, as long as nobody has said whom they mean."""
    found = loads.compare(turn.db, kept.office_id, kept.year, kept.rows)
    return near.undecided(turn.db, kept, found.unknown_people)
