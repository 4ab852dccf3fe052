"""Units, the first people, invitations, and the start of sending, from the command line.

Standard output carries one line a person: full name, roles, code, link, with tabs between; all else goes to stderr.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.commands.office import DONE, Refused, refusable
from bot.flows.coordinating.people import roles_of
from bot.settings import Settings
from locales.say import enrol as say
from locales.say import paper as say_paper
from locales.say import terminal
from storage import audit, migrate
from storage.access import invites
from storage.db import Connection, Store
from storage.names import clean, folded
from storage.office import calendar, people, roster, units
from storage.office.sending import start, stop
from storage.rules.status import Role

OFFICES = ("ubnd ", "uy ban ", "xa ", "phuong ", "dac khu ", "thi tran ", "so ", "tinh ", "thanh pho ")
"""How the names of offices begin; anything else below a unit is a section of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person's invitation, as printed."""

    name: str
    roles: list[Role]
    code: str
    link: str | None

    def __str__(self) -> str:
        return "\t".join([self.name, ",".join(self.roles), self.code, self.link or ""])


def init(args: argparse.Namespace, store: Store, now: datetime, settings: Settings | None = None) -> int:
    """The database, the office and its first people; again: only fresh codes for those of them without a phone."""

    def work(db: Connection, notes: list[str]) -> list[Line]:
        if not clean(args.unit) or not clean(args.admin):
            raise Refused(say.blank_name())
        migrate.upgrade(db)
        office, is_new = _ensure_office(db, clean(args.unit))
        calendar.seed(db, office)
        named = [(args.admin, Role.COORDINATOR), (getattr(args, "chairperson", None), Role.CHAIRPERSON)]
        first = [_first(db, office, clean(name), role, now) for name, role in named if name]
        told = say.office_made(clean(args.unit)) if is_new else say.office_known(clean(args.unit))
        notes.append(told)
        return _invite(db, [one for one in dict.fromkeys(first) if not people.is_linked(db, one)], now, notes)

    done = _run(store, work)
    if done == DONE:
        print(say.next_step((settings or Settings()).room_address), file=sys.stderr)
    return done


def _ensure_office(db: Connection, name: str) -> tuple[int, bool]:
    found = _units(db, name, most=1)
    if found:
        units.make_office(db, found[0])
        return found[0], False
    return units.add(db, name, is_office=True), True


def _first(db: Connection, office: int, name: str, role: Role, now: datetime) -> int:
    """The person who holds the role; named again they are the same, and a role that somebody else holds is not given twice."""
    same = people.named(db, office, name)
    if len(same) > 1:
        raise Refused(say.several_people(name))
    holds = bool(same) and people.by_id(db, same[0]).holds(role)
    if not holds and roster.holding(db, office, role):
        raise Refused(say.role_taken(name, role))
    person = same[0] if same else people.add(db, office, name)
    if not holds:
        _grant(db, person, role, now)
    return person


def unit_add(args: argparse.Namespace, store: Store, now: datetime) -> int:
    """A unit below another: an office by the look of its name, else a section."""

    def work(db: Connection, notes: list[str]) -> list[Line]:
        name, parent = clean(args.name), _unit(db, clean(args.under))
        if units.named(db, name, parent_id=parent):
            notes.append(say.unit_known(name))
            return []
        is_office = folded(name).startswith(OFFICES)
        made = units.add(db, name, parent_id=parent, is_office=is_office)
        if is_office:
            calendar.seed(db, made)
        audit.note(db, "unit_add", f"unit:{made}", now)
        notes.append(say.unit_made(name, units.name_of(db, parent), is_office=is_office))
        return []

    return _run(store, work)


def invite(args: argparse.Namespace, store: Store, now: datetime, settings: Settings | None = None) -> int:
    """Fresh codes: for the people named, or for everyone without a phone; printed as lines, or on paper only."""

    def give(db: Connection, ids: Iterable[int], notes: list[str]) -> list[Line]:
        if not getattr(args, "paper", None):
            return _invite(db, ids, now, notes)
        notes.append(_on_paper(db, args, list(ids), now, settings or Settings()))
        return []

    def work(db: Connection, notes: list[str]) -> list[Line]:
        names = [clean(name) for name in args.names or []]
        role = _role(args.role)
        if bool(names) == bool(args.all) or (role and not names):
            raise Refused(say.invite_usage())
        if not units.offices(db):
            raise Refused(terminal.no_unit(None))
        if args.all:
            everybody = [one for office in _offices(db, args) for one in roster.entries(db, office)]
            return give(db, [one.id for one in roster.without_phone(everybody)], notes)
        found = [_person(db, args, name, role) for name in names]
        for one in found if role else []:
            _grant(db, one, role, now)
        return give(db, dict.fromkeys(found), notes)

    return _run(store, work)


def _on_paper(db: Connection, args: argparse.Namespace, ids: list[int], now: datetime, settings: Settings) -> str:
    """The sheet as a file of its own, for its owner's eyes; no code is printed anywhere else. Returns what to say of it."""
    from bot.web import paper

    place = paper.Place(_one_office(db, args), now, settings.zone, settings.web_url)
    made = paper.sheet(db, ids, place, inline=True)
    path = Path(args.paper)
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(made, encoding="utf-8")
    except OSError as wrong:
        raise Refused(say_paper.not_written(args.paper, wrong.strerror or type(wrong).__name__)) from None
    return say_paper.written(len(ids), args.paper)


def sending(args: argparse.Namespace, store: Store, now: datetime) -> int:
    """Reminders go out from now on, or no more; what is so already stays as it is."""

    def work(db: Connection, notes: list[str]) -> list[Line]:
        office, on = _one_office(db, args), args.state == "on"
        since = units.sending_since(db, office)
        if on:
            held = start(db, office, since or now)
            notes += [say.released(held)] if held else []
        else:
            stop(db, office)
        if on != (since is not None):
            audit.note(db, "sending", f"unit:{office}", now, office=office, on=on)
        notes.append(say.sending(units.name_of(db, office), on=on))
        return []

    return _run(store, work)


@refusable
def _run(store: Store, work: Callable[[Connection, list[str]], list[Line]]) -> int:
    """One transaction; a refusal undoes all of it. Notes and codes are printed after the commit, so they hold."""

    def whole(db: Connection) -> tuple[list[str], list[Line]]:
        notes: list[str] = []
        lines = work(db, notes)
        return notes, lines

    notes, lines = store.run(whole)
    for note in notes:
        print(note, file=sys.stderr)
    for line in lines:
        print(line)
    return DONE


def _invite(db: Connection, ids: Iterable[int], now: datetime, notes: list[str]) -> list[Line]:
    name = invites.bot_name(db)
    lines = []
    for one in ids:
        person, code = people.by_id(db, one), invites.make(db, one, now)
        lines.append(Line(person.full_name, roles_of(person), code, invites.link(code, name)))
    notes.append(say.codes_given(len(lines)))
    return lines


def _grant(db: Connection, person_id: int, role: Role | None, now: datetime) -> None:
    if role is not None:
        person = people.by_id(db, person_id)
        people.grant(db, person_id, people.place(person, role), role)
        audit.note(db, "grant", f"person:{person_id}", now, office=person.office_id, role=role.value)


def _person(db: Connection, args: argparse.Namespace, name: str, role: Role | None) -> int:
    """The person of that name; with a role, somebody not known yet is added."""
    offices = _offices(db, args)
    found = [one for office in offices for one in people.named(db, office, name)]
    if len(found) > 1:
        raise Refused(say.several_people(name))
    if found:
        return found[0]
    if role is None:
        close = [
            one.full_name for office in offices for one in roster.entries(db, office) if folded(one.full_name) == folded(name)
        ]
        raise Refused(say.unknown_person(name, close))
    return people.add(db, _one_office(db, args), name)


def _role(name: str | None) -> Role | None:
    if name is None:
        return None
    known = {role.value: role for role in Role} | {"admin": Role.COORDINATOR}
    if name.strip().lower() not in known:
        raise Refused(say.unknown_role(name, [role.value for role in Role]))
    return known[name.strip().lower()]


def _offices(db: Connection, args: argparse.Namespace) -> list[int]:
    if getattr(args, "unit", None):
        return [_one_office(db, args)]
    return [office for office, _ in units.offices(db)]


def _one_office(db: Connection, args: argparse.Namespace) -> int:
    """The office meant: the one named, or the only one that there is."""
    known = units.offices(db)
    if getattr(args, "unit", None):
        office = units.office_of(db, _unit(db, clean(args.unit)))
        if office is None:
            raise Refused(say.unknown_unit(args.unit, [name for _, name in known]))
        return office
    if len(known) != 1:
        raise Refused(say.which_office([name for _, name in known]))
    return known[0][0]


def _unit(db: Connection, name: str) -> int:
    found = _units(db, name, most=1)
    if not found:
        raise Refused(say.unknown_unit(name, [other for _, other in units.offices(db)]))
    return found[0]


def _units(db: Connection, name: str, *, most: int) -> list[int]:
    found = units.matching(db, name)
    if len(found) > most:
        raise Refused(say.several_units(name))
    return found
