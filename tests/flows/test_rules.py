"""What points are held against is data that the coordinator sets: each tap counts at once, and nobody else may."""

from decimal import Decimal

import pytest
from sqlalchemy import update

from storage.office import people, units
from storage.points import progress
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from tests.flows.small_office import Office, row


def settings(office: Office) -> dict:
    with office.store.transaction() as db:
        return units.settings(db, office.id)


def test_each_setting_is_a_tap(office: Office):
    tung = office.phone("telegram:1")
    assert "Xếp loại: Xuất sắc 90 %, Tốt 80 %, Khá 65 %, Trung bình 50 %; thấp hơn là Yếu." in tung.says("thiết lập điểm")
    assert "Hiện nay xếp loại: Xuất sắc 90 %" in tung.taps("Mức xếp loại")
    assert "Khá 65 %" in tung.says("90, 80, 70, 50"), "what it is stands beside what it would be"
    assert "Đã ghi. Từ nay xếp loại: Xuất sắc 90 %, Tốt 80 %, Khá 70 %" in tung.taps("Đồng ý")
    tung.goes("rules")
    assert "trừ khỏi tổng điểm" in tung.taps("Không phát sinh: trừ ra")
    assert "cắt bớt" in tung.taps("Cắt số lẻ")
    assert "tối đa 02 lần" in tung.taps("Gia hạn: 02 lần")
    tung.taps("Mục tiêu khác")
    assert "Chưa đọc được số điểm" in tung.says("cao nhất")
    assert "Mục tiêu: 85,5 điểm." in tung.says("85,5")
    kept = settings(office)
    assert ["fair", "70"] in kept["classes"]
    assert (kept["not_arising"], kept["percent"], kept["extensions_most"], kept["target"]) == ("excluded", "cut", 2, "85.5")
    assert "(mục tiêu 85,5; còn thiếu 82,5)" in office.phone("telegram:4").goes("progress")


@pytest.mark.parametrize("route", ["policy_set:classes:=50 65 80 90", "policy_set:hours:=1h-2h 3h-4h", "policy_set:magic:=1", "rules:magic:1", "rules:extensions:99", "charge:4:1"])
def test_a_forged_setting_changes_nothing(office: Office, route: str):
    before = settings(office)
    office.phone("telegram:1").goes(route)
    office.phone("telegram:2").goes("rules:cut:1")
    assert settings(office) == before


def test_a_deputy_is_given_fields_by_taps(office: Office):
    with office.store.transaction() as db:
        people.grant(db, office.ha, office.id, Role.DEPUTY)
    tung = office.phone("telegram:1")
    tung.goes("rules")
    assert "Lĩnh vực đồng chí Lê Thu Hà phụ trách: tất cả." in tung.taps("Lĩnh vực của Lê Thu Hà")


def test_what_bonuses_add_and_penalties_take_off_at_most_is_typed_and_counts_at_once(office: Office):
    with office.store.transaction() as db:
        row(db, office.id, office.id, "T1", office.ngan, due_on=None, kind=Kind.BONUS, progress=Progress.CONFIRMED)
        db.execute(update(Criterion).where(Criterion.code == "T1").values(max_points=Decimal("0.9")))
        db.execute(update(Assignment).where(Assignment.id == office.rows["2.1.3"]).values(progress="returned"))
    tung = office.phone("telegram:1")
    assert "Điểm thưởng được cộng tối đa: không giới hạn; điểm trừ tối đa: không giới hạn." in tung.goes("rules")
    before = index(office)
    tung.taps("Mức thưởng, trừ")
    for words in ("ba", "3", "3 5 7", "-1 2", "3 nhiều"):
        assert "Cần hai số; chưa thay đổi gì." in tung.says(words)
    assert "Điểm thưởng được cộng tối đa: 0,5; điểm trừ tối đa: 5." in tung.says("0,5 5")
    assert (settings(office)["most_bonus"], settings(office)["most_penalty"]) == ("0.5", "5")
    assert index(office) < before
    tung.goes("rules_caps")
    assert "được cộng tối đa: không giới hạn; điểm trừ tối đa: 2." in tung.says("không 2")
    assert index(office) == before
    assert "dành cho vai trò khác" in office.phone("telegram:2").goes("rules_caps")


def index(office: Office) -> Decimal:
    with office.store.transaction() as db:
        campaign = campaigns.of_year(db, office.id, 2026)
        assert campaign is not None
        return progress.grade(progress.summary(db, office.id, campaign, office.now.date()), units.settings(db, office.id)).index
