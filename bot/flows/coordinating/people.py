"""The office's people: the list, the card, somebody new, another section; and what is kept about oneself."""

import re

from bot.flows import staff
from bot.sheets.names import PERSON, kind_of, without_title
from bot.turn import OtherWords, Reply, Turn
from locales.hear import fold, leaders
from locales.say import people as say
from storage.errors import Gone
from storage.names import clean
from storage.office import people, roster, units
from storage.office.people import Official
from storage.office.roster import Entry
from storage.rules.status import Role

NAME = re.compile(r"[^\W\d_]+(?:['.-]?[^\W\d_]+)*(?: [^\W\d_]+(?:['.-]?[^\W\d_]+)*){1,7}")
LONGEST = 60


def listing(turn: Turn, number: int = 1) -> Reply:
    """A page of the list; a name that is typed opens its person, of several one is chosen.

    Raises:
        OtherWords: what was typed is nobody's name.
    """
    everybody = roster.entries(turn.db, staff.office_of(turn))
    if turn.incoming.kind == "text":
        return _named(turn, everybody)
    page, number, pages = staff.page_of(everybody, number)
    return say.listing(page, everybody, number, pages)


def _named(turn: Turn, everybody: list[Entry]) -> Reply:
    """Whoever is called so: by the whole name before a part of it, with or without diacritics and form of address."""
    said = " ".join(re.findall(r"\w+", leaders.bare(fold(turn.incoming.text))))
    names = {one.id: fold(one.full_name) for one in everybody}
    found = [one for one in everybody if names[one.id] == said] or [
        one for one in everybody if said and f" {said} " in f" {names[one.id]} "
    ]
    if not found:
        raise OtherWords
    return card(turn, found[0].id) if len(found) == 1 else say.which(found)


def card(turn: Turn, person_id: int) -> Reply:
    person = staff.person_of(turn, person_id)
    entry = roster.entry(turn.db, person.office_id, person.id)
    links, seen = roster.links(turn.db, person.id), roster.last_seen(turn.db, person.id)
    return say.card(entry, roles_of(person), links, seen, zone=turn.zone, own=person.id == turn.person.id)


def roles_of(person: Official) -> list[Role]:
    """Each role once, in the usual order."""
    held = {role for role, _ in person.roles}
    return [role for role in Role if role in held]


def add_person(turn: Turn) -> Reply:  # noqa: ARG001 - every step is given its turn
    return say.ask_name()


def new_person(turn: Turn) -> Reply:
    """The name was typed, perhaps with a post behind a comma or a dash."""
    name, post = _name_and_post(turn.incoming.text)
    if turn.incoming.kind != "text" or len(name) > LONGEST or not NAME.fullmatch(name) or _is_somebody(post):
        return say.bad_name()
    if same := people.named(turn.db, staff.office_of(turn), name):
        return say.same_name([roster.entry(turn.db, staff.office_of(turn), one) for one in same])
    return _add(turn, name, post)


def _name_and_post(text: str) -> tuple[str, str]:
    """ "Nguyễn Văn Bé, công chức địa chính": the name, and what the person is."""
    name, *rest = re.split(r",| [-–] ", text, maxsplit=1)
    post = clean(rest[0]) if rest else ""
    return clean(name), post[:1].upper() + post[1:LONGEST]


def _is_somebody(post: str) -> bool:
    """Tell a second person, behind the comma, from a post."""
    return kind_of(without_title(post)[0]) == PERSON


def add_twin(turn: Turn, person_id: int) -> Reply:
    """There are really two people of that name."""
    return _add(turn, staff.person_of(turn, person_id).full_name)


def _add(turn: Turn, name: str, post: str = "") -> Reply:
    office = staff.office_of(turn)
    person_id = people.add(turn.db, office, name, post=post or None)
    staff.note(turn, "add_person", f"person:{person_id}")
    return say.added(person_id, name, ", ".join(part for part in (post, units.name_of(turn.db, office)) if part))


def rename(turn: Turn, person_id: int) -> Reply:
    return say.ask_new_name(staff.entry_of(turn, person_id))


def renamed(turn: Turn, person_id: int) -> Reply:
    """The right name was typed; the person learns of it."""
    entry, name = staff.entry_of(turn, person_id), clean(turn.incoming.text)
    if turn.incoming.kind != "text" or len(name) > LONGEST or not NAME.fullmatch(name):
        return say.ask_new_name(entry)
    if [one for one in people.named(turn.db, staff.office_of(turn), name) if one != entry.id]:
        return say.name_is_taken(entry, name)
    roster.rename(turn.db, entry.id, name)
    staff.note(turn, "rename", f"person:{entry.id}")
    if entry.id != turn.person.id:
        turn.tell(entry.id, say.told_renamed(name, turn.person.full_name), f"renamed:{turn.inbox_id}")
    return say.renamed(roster.entry(turn.db, staff.office_of(turn), entry.id))


def section(turn: Turn, person_id: int, unit_id: int | None = None) -> Reply:
    """Another section of the office: chosen from those that there are."""
    entry = staff.entry_of(turn, person_id)
    places = [(staff.office_of(turn), units.name_of(turn.db, staff.office_of(turn)))]
    places += units.sections(turn.db, staff.office_of(turn))
    if unit_id is None:
        return say.ask_unit(entry, places)
    if unit_id not in dict(places):
        raise Gone
    return _move(turn, entry.id, int(str(unit_id)))


def new_section(turn: Turn, person_id: int) -> Reply:
    """Another section: its name was typed, known or new."""
    entry = staff.entry_of(turn, person_id)
    name = clean(turn.incoming.text)
    if turn.incoming.kind != "text" or not 3 <= len(name) <= LONGEST:
        return section(turn, person_id)
    return _move(turn, entry.id, units.section(turn.db, staff.office_of(turn), name))


def _move(turn: Turn, person_id: int, unit_id: int) -> Reply:
    roster.move(turn.db, person_id, unit_id)
    staff.note(turn, "move", f"person:{person_id}", unit=unit_id)
    return say.moved(roster.entry(turn.db, staff.office_of(turn), person_id))


def my_data(turn: Turn) -> Reply:
    """/thongtin: what is kept about the person who asks, and whom to ask for correction or erasure."""
    person = turn.person
    return say.my_data(
        roster.entry(turn.db, person.office_id, person.id),
        roles_of(person),
        roster.links(turn.db, person.id),
        roster.kept_of(turn.db, person.id),
        coordinators=roster.holding(turn.db, person.office_id, Role.COORDINATOR),
        zone=turn.zone,
    )
