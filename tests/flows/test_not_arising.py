"""Không phát sinh: the official says it, whoever checks confirms it, and only then the points follow; never one's own word alone."""

from dataclasses import astuple
from decimal import Decimal

import pytest
from sqlalchemy import select

from storage.office import people, units
from storage.points import progress
from storage.rules.status import Role
from storage.tables import Assignment, Update
from storage.work import campaigns
from tests.flows import small_office
from tests.flows.small_office import Office


@pytest.fixture
def office(store, now) -> Office:
    """Hà heads the section of Ngân's rows."""
    made = small_office.build(store, now)
    with store.transaction() as db:
        people.grant(db, made.ha, people.by_id(db, made.ha).unit_id, Role.HEAD)
    return made


def state(office: Office) -> str:
    with office.store.transaction() as db:
        return db.scalar(select(Assignment.progress).where(Assignment.id == office.rows["1.2.4"]))


def parts(office: Office) -> tuple[Decimal, ...]:
    """Accepted, waiting, open, at risk, survey, lost."""
    with office.store.transaction() as db:
        return astuple(progress.summary(db, office.id, campaigns.of_year(db, office.id, 2026), office.now.date()).parts)


@pytest.mark.parametrize("words", ["1.2.4 không phát sinh", "1.2.4 khong phat sinh a", "1.2.4 năm nay không có phát sinh hồ sơ"])
def test_it_is_asked_reported_and_confirmed_by_who_checks(office: Office, words: str):
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    assert "năm nay không phát sinh, đúng không?" in ngan.says(words)
    assert state(office) == "not_started", "asked first"
    assert ngan.taps("Đúng, không phát sinh").startswith("1.2.4: đã ghi không phát sinh, chờ kiểm tra. Hạn 10/12/2026")
    assert (state(office), parts(office)[:2]) == ("reported", (1, 1)), "an own word earns nothing before the check"
    assert "1.2.4" in ha.sees()
    assert '"Không phát sinh trong năm"' in ha.goes(f"check:{office.rows['1.2.4']}")
    assert "đã xác nhận không phát sinh" in ha.taps("Xác nhận không phát sinh")
    assert "đã xác nhận không phát sinh" in ngan.sees()
    assert (state(office), parts(office)[:2]) == ("not_arising", (2, 0))
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "not_arising", "excluded")
    assert sum(parts(office)) == 2, "the office leaves it out of the maximum"


def test_nobody_confirms_an_own_row_and_a_mistake_is_taken_back(office: Office):
    row, ngan = office.rows["1.2.4"], office.phone("telegram:2")
    ngan.goes(f"row:{row}")
    ngan.taps("Không phát sinh")
    ngan.taps("Đúng, không phát sinh")
    assert "dành cho vai trò khác" in ngan.goes(f"nil_confirm:{row}")
    with office.store.transaction() as db:
        people.grant(db, office.ngan, office.id, Role.COORDINATOR)
    ngan.goes(f"nil_confirm:{row}")
    assert state(office) == "reported"
    assert "1.2.4" in ngan.says("bấm nhầm")
    assert state(office) == "not_started"
    with office.store.transaction() as db:
        assert db.scalars(select(Update.id).where(Update.kind == "check")).all() == []


def test_nothing_in_the_way_is_no_word_about_the_work(office: Office):
    ngan = office.phone("telegram:2")
    assert "không phát sinh, đúng không" not in ngan.says("1.2.4 không phát sinh vướng mắc")
    assert state(office) == "not_started"
