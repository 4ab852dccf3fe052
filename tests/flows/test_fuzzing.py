"""Whoever makes up buttons, codes and figures: no step breaks, nothing of other people's moves, and no name of theirs comes back.

Straight at the steps, so that thousands of tries take seconds; `stories/test_guessing.py` plays the same over the wire.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.routes import COMMANDS, ROUTES
from storage.db import Connection, Store, savepoint
from storage.office import calendar, people, units
from storage.rules.status import Role
from storage.tables import Address, Assignment
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.flows.small_office import build
from tests.stories.office import OFFICE, WORK

AT_ONCE = 25
NAMES = (small_office.TUNG, small_office.NGAN, small_office.CHU, small_office.KHOA)
DIGITS = "0123456789²٣１೫"


def often(tries: int) -> settings:
    """So many examples, the same ones each time."""
    return settings(max_examples=tries, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


numbers = st.one_of(st.integers(-2, 40), st.integers(), st.sampled_from([2**31, 2**63, 10**40, 20261130, 20260229])).map(str)
words = st.sampled_from(["yes", "no", "done", "doing", "all", "sure", "off", "coordinator", "chairperson", "2026", "2026-13-45", "before_3", "1.2.4", "-"])
texts = st.text(st.characters(codec="utf-8", exclude_characters=":"), max_size=20)
arguments = st.lists(st.one_of(numbers, numbers, words, texts), max_size=4)
routes = st.builds(lambda name, rest: ":".join([name, *rest]).encode()[:64].decode(errors="ignore"), st.sampled_from(sorted(ROUTES)) | texts, arguments)
figures = st.one_of(
    st.from_regex(r"\s?[-+]?[0-9]{1,25}([.,][0-9]{1,12})?\s?(%|/\d{1,3}|tr|k|e9)?", fullmatch=True),
    st.text(DIGITS + ".,/-%: ", min_size=1, max_size=24),
    st.from_regex(r"[0-9]{1,4}[./-][0-9]{1,4}([./-][0-9]{1,6})?", fullmatch=True),
    st.sampled_from(["NaN", "inf", "-0", "0x10", "1_000", "½", "١٢", "9" * 400, "1e400", "\u202e12", "12\u200b"]),
)
OWN = {"notme", "sethour", "noticed"}  # what somebody may do about oneself alone
ABOUT = ("figure", "percent", "done_on", "extend", "snooze", "block", "send", "status", "said")


class Undone(Exception):
    """Ends a transaction, so that the next example finds everything as it was."""


class Within:
    """Stands for a store inside one transaction that is never committed: thousands of turns without a disk."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        with savepoint(self.db):
            yield self.db


@pytest.fixture
def house(sqlite_template, tmp_path, now):
    """The small office with all its rows, and beside it another one whose coordinator is `telegram:77`."""
    shutil.copy(sqlite_template, tmp_path / "fuzz.db")
    store = Store(f"sqlite:///{tmp_path / 'fuzz.db'}")
    made = build(store, now)
    with store.transaction() as db:
        ours = kept(db)
        other = units.add(db, "UBND xã Bên Kia", is_office=True)
        calendar.seed(db, other)
        person = people.add(db, other, "Ngô Văn Khác")
        for role in (Role.COORDINATOR, Role.CHAIRPERSON):
            people.grant(db, person, other, role)
        people.link(db, person, "telegram:77", now)
    yield made, ours
    store.close()


@contextmanager
def undone(house) -> Iterator[tuple[Callable[[str], Phone], Callable[..., list[set[tuple]]]]]:
    """Phones whose doings are taken back at the end, and a look at what is kept meanwhile."""
    office, _ours = house
    with suppress(Undone), office.store.transaction() as db:
        yield lambda chat: Phone(Within(db), chat, office.now), partial(kept, db)
        raise Undone


def kept(db: Connection, tables=OFFICE, but: frozenset[int] = frozenset()) -> list[set[tuple]]:
    """Every row of some tables as it stands, but rows with these numbers."""
    return [{tuple(map(str, row)) for row in db.execute(select(table.__table__)) if row[0] not in but} for table in tables]


def taps(phone: Phone, some: list[str]) -> str:
    return "\n".join(phone.goes(route) for route in some if route.partition(":")[0] not in OWN)


def named(told: str, *more: str) -> list[str]:
    return [name for name in (*NAMES, *more) if name in told]


how_often = pytest.mark.parametrize("tries", [pytest.param(6, id="quick"), pytest.param(400, id="full", marks=[pytest.mark.slow, pytest.mark.timeout(1800)])])
several_routes = st.lists(routes, min_size=AT_ONCE, max_size=AT_ONCE)


@pytest.fixture
def tried(house, tries, record_property):
    """Play a check with many made-up things, each time with everything as it was."""

    def play(things: st.SearchStrategy, check: Callable[[Callable[[str], Phone], Callable[..., list[set[tuple]]], list], None]) -> None:
        @often(tries)
        @given(things)
        def once(some):
            with undone(house) as (phone, look):
                check(phone, look, some)

        once()
        record_property("found", f"{tries * AT_ONCE} made-up ones: no effect, no fault")

    return play


@pytest.mark.fault(62)
@how_often
def test_made_up_buttons_of_an_official_without_work_move_nothing(tried):
    def check(phone, look, some):
        before = look()
        taps(phone("telegram:3"), some)
        assert look() == before

    tried(several_routes, check)


@pytest.mark.fault(62)
@how_often
def test_made_up_buttons_of_a_stranger_move_nothing_and_tell_no_name(tried):
    def check(phone, look, some):
        before = look((*OFFICE, Address))
        assert not named(taps(phone("telegram:99"), some))
        assert look((*OFFICE, Address)) == before

    tried(several_routes, check)


@pytest.mark.fault(62)
@how_often
def test_made_up_buttons_of_another_offices_coordinator_move_nothing_here_and_tell_no_name(tried, house):
    def check(phone, look, some):
        work = look(WORK)
        assert not named(taps(phone("telegram:77"), some), small_office.HA)
        assert look(WORK) == work
        assert all(here <= there for here, there in zip(house[1], look(), strict=True))

    tried(several_routes, check)


@how_often
def test_made_up_codes_let_nobody_in(tried):
    commands = st.builds("/{} {}".format, st.sampled_from(sorted(COMMANDS)), texts | figures)
    links = texts.map("https://t.me/nhacviec_bot?start={}".format)

    def check(phone, look, some):
        before = look((Address,))
        assert not named("\n".join(phone(f"telegram:{chat}").says(text) for text, chat in some))
        assert look((Address,)) == before

    tried(st.lists(st.tuples(commands | links | texts | figures, st.integers(100, 10**12)), min_size=AT_ONCE, max_size=AT_ONCE), check)


@how_often
def test_made_up_figures_break_no_question_and_reach_the_row_that_was_asked_about_alone(tried, house):
    row = house[0].rows["1.2.4"]

    def check(phone, look, some):
        before, ngan = look((Assignment,), frozenset({row})), phone("telegram:2")
        for step, text in some:
            ngan.goes(f"{step}:{row}")
            assert ngan.says(text)
        assert look((Assignment,), frozenset({row})) == before

    tried(st.lists(st.tuples(st.sampled_from(ABOUT), figures), min_size=AT_ONCE, max_size=AT_ONCE), check)
