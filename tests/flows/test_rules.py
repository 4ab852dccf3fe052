"""What points are held against is data that the coordinator sets: each tap counts at once, and nobody else may."""

import pytest

from storage.office import people, units
from storage.rules.status import Role
from tests.flows.small_office import Office


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
    assert "(mục tiêu 85,5)" in office.phone("telegram:4").goes("progress")


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
