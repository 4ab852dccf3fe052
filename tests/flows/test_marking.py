"""How a row is marked, said in the chat: row, way, figures, an example reckoned by the rule itself, one tap; audited."""

from decimal import Decimal

import pytest
from sqlalchemy import select, update

from storage.office import units
from storage.points import progress
from storage.rules.scoring import Rule, Way
from storage.tables import Assignment, Audit, Criterion
from storage.work import campaigns, figures
from tests.flows import small_office


@pytest.fixture
def office(store, now):
    made = small_office.build(store, now)
    with store.transaction() as db:
        db.execute(update(Criterion).where(Criterion.code == "1.2.4").values(title="Tỷ lệ hồ sơ giải quyết đúng hạn", max_points=Decimal(5)))
        db.execute(update(Criterion).where(Criterion.code == "3.1").values(rule={"text": "Có kế hoạch: 1 điểm"}))
    return made


def rule(office, code="1.2.4"):
    with office.store.transaction() as db:
        return figures.basis(db, office.rows[code]).rule


def test_the_rows_that_seem_measured_stand_first(tung):
    told = tung.says("cách chấm")
    assert told.split("\n")[:3] == [
        "Cách chấm: 03 việc chưa ghi, được đủ điểm khi tài liệu được chấp nhận.",
        "01 việc trong số đó có vẻ là tỷ lệ, số liệu; xếp lên đầu.",
        "- 1.2.4 Tỷ lệ hồ sơ giải quyết đúng hạn: chưa ghi",
    ]
    assert tung.labels[0] == "1.2.4"


def test_a_ratio_is_typed_shown_with_an_example_and_recorded_by_a_tap(office, tung):
    tung.says("cách chấm")
    tung.taps("1.2.4")
    assert "Đang chấm: đủ điểm khi tài liệu được chấp nhận." in tung.text
    assert tung.taps("Theo tỷ lệ").endswith("Nhắn số liệu, ví dụ: 98; 70")
    assert tung.says("khoảng chín mươi tám").startswith("Chưa đọc được số liệu này, chưa ghi gì.")
    told = tung.says("98; 70")
    assert "Ví dụ, với 5 điểm: 98 %: 5 điểm; 97 %: 4,85 điểm; 69 %: 0 điểm." in told
    assert rule(office) == Rule()
    assert tung.taps("Đúng").startswith("1.2.4: đã ghi cách chấm: ")
    assert rule(office) == Rule(way=Way.RATIO, full=Decimal(98), floor=Decimal(70))
    with office.store.transaction() as db:
        noted = db.execute(select(Audit.person_id, Audit.detail).where(Audit.action == "rule")).one()
    assert (noted.person_id, noted.detail["after"]["full"]) == (office.tung, "98")


@pytest.mark.parametrize(
    ("way", "typed", "shown", "kept"),
    [
        ("Theo mức", "Xuất sắc: 100; Tốt: 75", "Xuất sắc: 5 điểm; Tốt: 3,75 điểm", Rule(way=Way.STEPS, steps=(("Xuất sắc", Decimal(100)), ("Tốt", Decimal(75))))),
        ("Trừ theo lỗi", "0,25", "01 lỗi: 4,75 điểm; 02 lỗi: 4,5 điểm", Rule(way=Way.FAULTS, each=Decimal("0.25"))),
        ("Theo số lượng", "0,5; tối đa 2", "01 kết quả: 0,5 điểm; 03 kết quả: 1,5 điểm", Rule(way=Way.COUNT, each=Decimal("0.5"), cap=Decimal(2))),
        ("Theo thời hạn", "50", "đúng hạn: 5 điểm; chậm: 2,5 điểm", Rule(way=Way.DEADLINE, late=Decimal(50))),
    ],
)
def test_each_way_asks_for_its_figures_and_shows_what_they_give(office, tung, way, typed, shown, kept):
    tung.goes(f"rule:{office.rows['1.2.4']}")
    tung.taps(way)
    assert shown in tung.says(typed)
    tung.taps("Đúng")
    assert rule(office) == kept


def test_ways_without_figures_need_none_and_the_words_of_the_set_stay(office, tung):
    tung.goes(f"rule:{office.rows['3.1']}")
    assert "Đang chấm: Có kế hoạch: 1 điểm." in tung.text
    tung.taps("Phải có tài liệu")
    assert "có tài liệu: 1 điểm; không có: 0 điểm" in tung.text
    tung.taps("Đúng")
    assert rule(office, "3.1") == Rule("Có kế hoạch: 1 điểm", Way.EVIDENCE)
    tung.taps("Sửa")
    tung.taps("Khi có phát sinh")
    tung.taps("Loại khỏi tổng")
    tung.taps("Đúng")
    assert rule(office, "3.1") == Rule("Có kế hoạch: 1 điểm", Way.NOT_ARISING, not_arising="excluded")
    tung.taps("Sửa")
    assert tung.taps("Bỏ cách chấm").startswith("3.1: không còn cách chấm riêng")
    assert rule(office, "3.1") == Rule("Có kế hoạch: 1 điểm")


@pytest.mark.parametrize("own, office_says, maximum", [("excluded", "full", "6"), ("full", "excluded", "7"), (None, "excluded", "6")])
def test_what_did_not_arise_earns_what_its_own_rule_says_before_that_of_the_office(office, own, office_says, maximum):
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "not_arising", office_says)
        db.execute(update(Criterion).where(Criterion.code == "3.1").values(rule={"not_arising": own} if own else {}))
        db.execute(update(Assignment).where(Assignment.id == office.rows["3.1"]).values(progress="not_arising"))
        found = progress.summary(db, office.id, campaigns.of_year(db, office.id, 2026), office.now.date())
    assert found.parts.maximum == Decimal(maximum)
    assert f"/{maximum} điểm" in office.phone("telegram:4").goes("progress")


def test_only_the_coordinator_says_how_rows_are_marked(office, tung):
    ngan = office.phone("telegram:2")
    row = office.rows["1.2.4"]
    for route in ("marking", f"rule:{row}", f"rule_way:{row}:yes_no", f"rule_set:{row}:yes_no", f"rule_none:{row}"):
        assert "vai trò khác" in ngan.goes(route) or "không" in ngan.text
    for forged in (f"rule_set:{row}:ratio:999", f"rule_set:{row}:nonsense", "rule:99999", f"rule_counts:{row}:all", f"rule_way:{row}:"):
        tung.goes(forged)
    assert rule(office) == Rule()
