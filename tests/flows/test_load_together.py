"""Two coordinators answer the doubts of one table at the same time: nobody's answer is lost, on either database."""

from concurrent.futures import ThreadPoolExecutor

from bot.flows.loading import load_table
from bot.flows.loading.load_table import Given
from bot.incoming import Incoming
from bot.sheets import settle
from bot.turn import Turn
from locales.formats import VIETNAM
from locales.say.load_table import AS_READ
from storage import conversations, loads, people, units
from storage.rules.status import Role
from tests.storage.assignment_table import row, sheet

MANY = 12
REASON = "chỉ ghi tên gọi"


def test_answers_given_at_once_are_all_kept(store, now):
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        tung = people.add(db, office, "Trần Minh Tùng")
        people.grant(db, tung, office, Role.COORDINATOR)
        rows = [row(f"1.{at}", f"Việc số {at}", lead=None, due="2026-12-15", needs_check=[f"lead: {REASON}"]) for at in range(MANY)]
        flags = tuple(
            {"sheet": "Phân công", "row": at + 2, "column": "lead", "reason": REASON, "value": f"đ/c thứ {at}"} for at in range(MANY)
        )
        table = loads.keep(db, office, by=tung, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows, flags=flags), now=now)
        keys = [load_table.key_of_cell(cell) for cell in settle.cells(loads.get(db, table).sheet)]

    def answer(key):
        with store.transaction() as db:
            talk = conversations.get(db, "web:1", now)
            turn = Turn(db, now, VIETNAM, Incoming("tap", "web:1", "web:1"), 0, talk, people.by_id(db, tung))
            return load_table.answer(turn, table, Given({key: AS_READ})).settled

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(answer, keys)) == [1] * MANY
    with store.transaction() as db:
        kept = loads.get(db, table)
    assert settle.cells(kept.sheet) == []
    assert len(settle.given(kept.sheet)) == MANY
