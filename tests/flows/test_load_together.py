"""Answers that meet at one table, of two coordinators or two lines of a page: none is lost, and each is told what became of it."""

from concurrent.futures import ThreadPoolExecutor

from bot.flows.loading import load, load_table
from bot.flows.loading.load_table import Given
from bot.incoming import Incoming
from bot.sheets import settle
from bot.turn import Site, Turn
from locales.formats import VIETNAM
from locales.say import load as say
from locales.say.load_table import AS_READ
from storage.loading import loads
from storage.messages import conversations
from storage.office import people, units
from storage.rules.status import Role
from tests.storage.assignment_table import row, sheet

MANY = 12
REASON = "chỉ ghi tên gọi"


def an_office(db):
    """An office and its coordinator."""
    office = units.add(db, "UBND phường Minh Tân", is_office=True)
    tung = people.add(db, office, "Trần Minh Tùng")
    people.grant(db, tung, office, Role.COORDINATOR)
    return office, tung


def turn_of(db, person, now):
    talk = conversations.get(db, "web:1", now)
    return Turn(db, now, Site(VIETNAM), Incoming("tap", "web:1", "web:1"), 0, talk, people.by_id(db, person))


def test_a_table_that_was_recorded_while_one_waited_to_drop_it_is_not_called_dropped(store, now, monkeypatch):
    with store.transaction() as db:
        office, tung = an_office(db)
        who = {"by": tung, "now": now}
        rows = sheet(row("1.1", "Việc số 1", lead="Trần Minh Tùng", due="2026-12-15"))
        table = loads.keep(db, office, name="a.xlsx", sha256="0", year=2026, sheet=rows, **who)

        def waited(db, load_id):
            """The other one's transaction ends meanwhile."""
            loads.apply_kept(db, load_id, zone=VIETNAM, **who)

        monkeypatch.setattr(loads, "hold", waited)
        assert load.drop(turn_of(db, tung, now), table) == say.not_waiting(applied=True)
        assert loads.get(db, table).state == loads.APPLIED


def test_answers_given_at_once_are_all_kept(store, now):
    with store.transaction() as db:
        office, tung = an_office(db)
        rows = [row(f"1.{at}", f"Việc số {at}", lead=None, due="2026-12-15", needs_check=[f"lead: {REASON}"]) for at in range(MANY)]
        flags = tuple(
            {"sheet": "Phân công", "row": at + 2, "column": "lead", "reason": REASON, "value": f"đ/c thứ {at}"} for at in range(MANY)
        )
        table = loads.keep(db, office, by=tung, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows, flags=flags), now=now)
        keys = [load_table.key_of_cell(cell) for cell in settle.cells(loads.get(db, table).sheet)]

    def answer(key):
        with store.transaction() as db:
            return load_table.answer(turn_of(db, tung, now), table, Given({key: AS_READ})).settled

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(answer, keys)) == [1] * MANY
    with store.transaction() as db:
        kept = loads.get(db, table)
    assert settle.cells(kept.sheet) == []
    assert len(settle.given(kept.sheet)) == MANY


def test_of_two_lines_that_give_one_code_the_second_is_asked_again(store, now):
    with store.transaction() as db:
        office, tung = an_office(db)
        rows = [row(None, f"Việc số {at}", lead="Trần Minh Tùng", due="2026-12-15", needs_check=["code: thiếu mã"]) for at in range(2)]
        flags = tuple({"sheet": "Phân công", "row": at + 2, "column": "code", "reason": "thiếu mã"} for at in range(2))
        table = loads.keep(db, office, by=tung, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows, flags=flags), now=now)
        first, second = (load_table.key_of_cell(cell) for cell in settle.cells(loads.get(db, table).sheet))
        outcome = load_table.answer(turn_of(db, tung, now), table, Given(typed={first: "1.1", second: "1.1"}))
        assert (outcome.settled, outcome.unread) == (1, {second: "1.1"})
        assert [one["code"] for one in loads.get(db, table).sheet["rows"]] == ["1.1", None]
