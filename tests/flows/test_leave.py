"""Leave in words: the rows that fall due meanwhile, a substitute, the agreement of who decides; nothing without all three."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from storage import assignments
from storage.db import Store
from storage.tables import Support
from tests.flows import small_office
from tests.flows.phone import Phone


@pytest.fixture
def office(store: Store, now: datetime) -> small_office.Office:
    return small_office.build(store, now)


@pytest.fixture
def ngan(office: small_office.Office) -> Phone:
    return office.phone("telegram:2")


def test_leave_names_a_substitute_whom_the_head_and_the_substitute_agree_to(office, ngan):
    ha, chu = office.phone("telegram:3"), office.phone("telegram:4")
    told = ngan.says("em nghỉ phép 7-11/12")
    assert "1.2.4" in told
    assert "2.1.3" not in told
    assert "Ai làm thay" in told
    assert "Chờ" in ngan.taps(small_office.HA)
    assert "từ 07/12/2026 đến 11/12/2026" in chu.sees()
    assert "đồng ý" in chu.taps("Đồng ý")
    assert "1.2.4" in ha.sees()
    ha.taps("Nhận làm thay")
    for one in (ngan, chu):
        assert "làm thay 01 việc; hạn giữ nguyên" in one.sees()
    assert "1.2.4" in ha.says("việc của tôi")
    with office.store.transaction() as db:
        assert assignments.get(db, office.rows["1.2.4"]).due_on == date(2026, 12, 10)


def test_nobody_agrees_to_an_own_leave_or_takes_rows_unasked(office, ngan):
    ha, chu, tung = office.phone("telegram:3"), office.phone("telegram:4"), office.phone("telegram:1")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    route = chu.choice("Đồng ý").route
    for other in (ngan, ha):
        assert "đã đồng ý" not in other.goes(route).lower()
    take = route.replace("leave_ok", "leave_take")
    for other in (ha, tung):
        other.goes(take)
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []
    chu.goes(route)
    tung.goes(take)
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []


def test_who_declines_or_refuses_leaves_everything_as_it_was(office, ngan):
    ha, chu = office.phone("telegram:3"), office.phone("telegram:4")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    chu.taps("Không đồng ý")
    assert "chưa đồng ý" in ngan.sees()
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    chu.taps("Đồng ý")
    ha.sees()
    ha.taps("Không nhận được")
    assert small_office.HA in ngan.sees()
    assert "Ai làm thay" in ngan.taps("Chọn lại")
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []


def test_days_in_which_nothing_falls_due_need_no_substitute(office, ngan):
    told = ngan.says("em nghỉ phép 14-15/12")
    assert "từ 14/12/2026 đến 15/12/2026" in told
    assert "Ai làm thay" not in told
