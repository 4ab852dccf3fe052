"""The coordinator's screen: who is told of marks of secrecy, and how long documents of closed years are kept."""

from datetime import date

import pytest
from sqlalchemy import select, update

from jobs import housekeeping
from storage.db import Store
from storage.office import people, units
from storage.tables import Audit, Campaign, Evidence
from tests.evidence import hostile
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    return Office(store, tmp_path, now)


def settings(office: Office) -> tuple[object, object]:
    with office.store.transaction() as db:
        found = units.settings(db, office.id)
    return found.get("security_officer"), found.get("evidence_years")


def test_the_security_officer_is_chosen_told_and_from_then_on_alarmed(office: Office):
    chi, ha = office.phones["chi"], office.phones["ha"]
    chi.goes("office")
    assert "Chưa chọn người phụ trách bí mật nhà nước: đầu mối được báo." in chi.taps("Lưu giữ, bảo mật")
    chi.taps("Người phụ trách bí mật nhà nước")
    assert "đồng chí Đỗ Thị Hà được báo" in chi.taps("Đỗ Thị Hà")
    assert "Đồng chí Huỳnh Thanh Chi đã chọn đồng chí là người phụ trách bí mật nhà nước" in ha.sees()
    office.phones["an"].sends(office.platform.file("CV MẬT.pdf"), caption="2.1.3")
    assert "dấu chỉ độ mật" in ha.sees()
    assert chi.sees() == ""
    with office.store.transaction() as db:
        people.leave(db, office.people["ha"], office.now, office.now.date())
    assert "Chưa chọn người phụ trách" in chi.goes("keeping"), "who has gone is nobody"
    office.phones["an"].sends(office.platform.file("CV TỐI MẬT.pdf"), caption="2.1.3", batch="2")
    assert "dấu chỉ độ mật" in chi.sees()
    chi.goes("security_officer")
    chi.taps("Không chọn ai, báo đầu mối")
    assert settings(office)[0] is None


async def test_what_would_be_deleted_is_counted_and_asked_before(office: Office, tmp_path):
    office.phones["an"].sends(office.platform.file("a.pdf", hostile.pdf()), caption="2.1.3")
    await office.fetcher.run_once()
    with office.store.transaction() as db:
        db.execute(update(Campaign).values(closed_on=date(2021, 1, 31)))
    chi = office.phones["chi"]
    assert "Tài liệu được giữ không thời hạn." in chi.goes("keeping")
    chi.taps("Thời gian giữ tài liệu")
    assert "Hôm nay có 01 tài liệu thuộc diện này" in chi.taps("05 năm")
    assert settings(office)[1] is None, "asked first"
    assert "Tài liệu được giữ 05 năm sau khi đóng năm đánh giá" in chi.taps("Giữ 05 năm")
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now)
    assert office.column(select(Evidence.withdrawn_at)) != [None]
    assert {"retention", "retire_document"} <= set(office.column(select(Audit.action)))
    chi.taps("Thời gian giữ tài liệu")
    assert "không thời hạn" in chi.taps("Không thời hạn")


@pytest.mark.parametrize("route", ["keeping", "security_officer", "security_officer:1:1", "keeping_years", "keeping_years:5:1"])
def test_nobody_but_the_coordinator_sees_or_changes_them(office: Office, route: str):
    for who in ("an", "dung"):
        assert "dành cho vai trò khác" in office.phones[who].goes(route)
    assert settings(office) == (None, None)
    assert "không còn hiệu lực" in office.phones["chi"].goes("keeping_years:3:1")
    assert "không còn hiệu lực" in office.phones["chi"].goes("security_officer:1:999")
