"""Role x step x kind of chat, every cell: whoever the one table does not name is let into no step."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from functools import wraps
from typing import Any, Literal, get_args, get_origin

import pytest

from bot import answer, routes
from bot.arguments import shape
from bot.incoming import Incoming
from bot.rule import Rule
from bot.turn import Site, Turn
from locales.formats import VIETNAM
from storage.errors import Gone, NotAllowed
from storage.messages import conversations
from storage.office import people
from storage.rules.status import Role
from tests.flows.small_office import build

STRANGER = "stranger"
WHO = [STRANGER, *Role]


class Reached(Exception):
    """The step itself was entered."""


@pytest.fixture
def table(monkeypatch):
    """The real table, with steps that only say that they were entered; their signatures stay."""

    def marked(rule: Rule) -> Rule:
        @wraps(rule.step)
        def step(*_: object) -> None:
            raise Reached

        return replace(rule, step=step)

    found = {name: marked(rule) for name, rule in routes.ROUTES.items()}
    monkeypatch.setattr(answer, "ROUTES", found)
    return found


@pytest.fixture
def enters(store, now, table):
    """Whether somebody with one role gets into a step, in a private chat or in a group."""
    office = build(store, now)
    with store.transaction() as db:
        person = people.by_id(db, office.ngan)
        talk = conversations.get(db, "telegram:2", now)

        def enter(name: str, who: str, *, group: bool) -> bool:
            route = ":".join([name, *anything(table[name].step)])
            held = None if who == STRANGER else replace(person, roles=frozenset({(Role(who), person.office_id)}))
            chat = "telegram:-100" if group else "telegram:2"
            incoming = Incoming("tap", chat, "telegram:2", is_group=group, route=route)
            try:
                answer.take(Turn(db, now, Site(VIETNAM), incoming, 1, talk, held), route)
            except Reached:
                return True
            except (Gone, NotAllowed):
                return False
            return False

        yield enter


def anything(step: Callable[..., object]) -> list[str]:
    """The fewest arguments that a step takes, of the kinds that it declares."""
    least, kinds, _rest = shape(step)
    return [_any_of(kind) for kind in kinds[:least]]


def _any_of(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if get_origin(kind) is Literal:
        return str(get_args(kind)[0])
    return "999999" if isinstance(999999, kind) else "x"


def may(rule: Rule, who: str) -> bool:
    """What the table says."""
    if rule.who in {"anyone", "linked"}:
        return rule.who == "anyone" or who != STRANGER
    return who in {role.value for role in rule.who}


def test_no_two_areas_declare_the_same_step():
    assert len(routes.ROUTES) == sum(len(area.ROUTES) for area in routes.AREAS)


@pytest.mark.fault(63)
def test_every_cell_is_as_the_table_says(enters, table):
    wrong = [
        (name, str(who), group)
        for name, rule in table.items()
        for who in WHO
        for group in (False, True)
        if enters(name, who, group=group) != (may(rule, who) and (rule.groups or not group))
    ]
    assert wrong == []


def test_what_is_open_to_strangers_and_groups_is_next_to_nothing(enters, table):
    assert {name for name in table if enters(name, STRANGER, group=False)} == {"start", "help"}
    for who in WHO:
        assert {name for name in table if enters(name, who, group=True)} <= {"help", "files", "progress"}


def test_what_concerns_other_people_is_closed_to_an_official(enters, table):
    """Said apart from the table: these change or show what is not one's own."""
    closed = {"people", "person", "new_person", "role", "lock", "unlink", "invite", "invite_all", "paper", "left", "handover", "rename"}
    closed |= {"load_apply", "load_undo", "sending_yes", "right", "right_erase_typed", "publish_as", "verify_record", "council_mark"}
    closed |= {"accept", "more", "granting", "urge_send", "cause_set", "reassign", "set_lock", "set_window", "set_day", "unsplit"}
    assert {name for name in closed if enters(name, Role.OFFICIAL.value, group=False)} == set()
    assert closed <= set(table)
