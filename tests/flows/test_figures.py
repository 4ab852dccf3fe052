"""Figures: read as people type them, held against the rule, asked first, and counted in the parts; marks of the council."""

from decimal import Decimal as D

import pytest
from sqlalchemy import select, update

from bot.flows.reporting.figures import read
from storage.office import people
from storage.points import progress
from storage.rules.scoring import Rule, Way
from storage.rules.status import Kind, Role
from storage.tables import Assignment, Criterion, Score
from storage.work import campaigns, figures
from tests.flows.small_office import Office

RATE = Rule("Từ 98% trở lên: đủ điểm", Way.RATIO, full=D(98), floor=D(80))
LEVELS = Rule(way=Way.STEPS, steps=(("Tốt", D(100)), ("Khá", D(75))))


@pytest.mark.parametrize(
    "text, told",
    [
        ("1182/1204", "1182/1204"),
        ("1.182 / 1.204", "1182/1204"),
        ("đạt 1182 trên 1204", "1182/1204"),
        ("98,17%", "98.17"),
        ("dat 98.2 %", "98.2"),
        ("12.345.678/20.000.000", "12345678/20000000"),
        ("3", "3"),
        ("0", "0"),
        ("5/0", None),
        ("xong", None),
        ("98% và 97%", None),
        ("", None),
        ("9" * 60, None),
    ],
)
def test_a_figure_as_people_type_it(text, told):
    assert read(text) == told


def give(office: Office, code: str, rule: Rule, kind: Kind = Kind.FIGURE, points: str = "5") -> int:
    """The row becomes one that is marked by this rule."""
    row = office.rows[code]
    with office.store.transaction() as db:
        criterion = db.scalar(select(Assignment.criterion_id).where(Assignment.id == row))
        db.execute(update(Criterion).where(Criterion.id == criterion).values(kind=kind.value, max_points=D(points)))
        figures.set_rule(db, criterion, rule)
    return row


def parts(office: Office):
    with office.store.transaction() as db:
        campaign = campaigns.of_year(db, office.id, 2026)
        return progress.summary(db, office.id, campaign, office.now.date()).parts


def test_a_figure_is_asked_before_it_is_recorded_and_moves_the_points(office: Office):
    give(office, "1.2.4", RATE)
    ngan = office.phone("telegram:2")
    before = parts(office)
    assert (before.open, before.at_risk) == (6, 0)  # 1.2.4 with 5, 2.1.3 with 1
    told = ngan.says("1.2.4 1182/1230")
    assert told.startswith("1.2.4: 1.182/1.230 = 96,1 %.\nCách chấm: từ 98 % trở lên đủ điểm")
    assert "Theo số này được 4,804/5 điểm; nguy cơ mất 0,196 điểm." in told
    assert parts(office) == before, "nothing is recorded yet"
    assert "đã ghi số liệu 1.182/1.230 = 96,1 %. Tình trạng: đang thực hiện." in ngan.taps("Số đến nay").replace("Đang", "đang")
    assert (parts(office).open, parts(office).at_risk) == (1, 5), "short of the full mark: the whole row is at risk"
    ngan.says("1.2.4 đạt 98,2%")
    ngan.taps("Số chốt, báo hoàn thành")
    assert (parts(office).waiting, parts(office).at_risk, parts(office).lost) == (5, 0, 0)
    assert parts(office).maximum == 7


def test_a_mistaken_figure_is_taken_back(office: Office):
    row = give(office, "1.2.4", RATE)
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4 99%")
    ngan.taps("Số đến nay")
    ngan.says("1.2.4 900/1000")
    ngan.taps("Số chốt")
    assert (parts(office).waiting, parts(office).lost) == (D("4.5"), D("0.5"))
    ngan.taps("Ghi nhầm, bỏ")
    with office.store.transaction() as db:
        kept = db.execute(select(Assignment.figure, Assignment.foreseen, Assignment.progress).where(Assignment.id == row)).one()
    assert tuple(kept) == ("99", D(5), "in_progress")


def test_what_is_accepted_keeps_the_mark_of_its_figure_and_more_asked_never_raises_the_forecast(office: Office):
    row = give(office, "1.2.4", RATE)
    ngan, tung = office.phone("telegram:2"), office.phone("telegram:1")
    ngan.goes(f"figured:{row}:900/1000:final")
    forecast = parts(office).forecast
    tung.goes(f"accept:{row}")
    assert (parts(office).accepted, parts(office).lost) == (D("5.5"), D("0.5"))  # 3.1 was accepted before
    assert parts(office).forecast == forecast
    tung.goes(f"more_because:{row}:1")
    assert parts(office).forecast < forecast
    assert parts(office).at_risk == 5


def test_levels_are_tapped(office: Office):
    row = give(office, "1.2.4", LEVELS, Kind.PRODUCT, "2")
    ngan = office.phone("telegram:2")
    ngan.goes(f"row:{row}")
    assert "kết quả đạt mức nào" in ngan.taps("Nhập số liệu")
    assert "Theo số này được 1,5/2 điểm" in ngan.taps("Khá")
    ngan.taps("Số chốt")
    assert (parts(office).waiting, parts(office).lost) == (D("1.5"), D("0.5"))


@pytest.mark.parametrize("route", ["figured:{}:abc:now", "figured:{}:@9:now", "figured:{}:@²:now", "level:{}:0", "figured:{}:5/0:now"])
def test_a_forged_figure_changes_nothing(office: Office, route: str):
    row = give(office, "1.2.4", LEVELS)
    office.phone("telegram:2").goes(route.format(row))
    with office.store.transaction() as db:
        assert db.scalar(select(Assignment.figure).where(Assignment.id == row)) is None


def test_late_work_earns_what_its_rule_says(office: Office):
    row = give(office, "2.1.3", Rule(way=Way.DEADLINE, late=D(50)), Kind.PRODUCT, "2")  # due 25/11
    ngan, tung = office.phone("telegram:2"), office.phone("telegram:1")
    for phone in (ngan, tung):
        phone.wait(days=7)
    ngan.goes(f"status:{row}:done")
    tung.goes(f"accept:{row}")
    assert (parts(office).accepted, parts(office).lost) == (2, 1)
    ngan.goes(f"row:{row}")


def test_a_date_stays_a_date(office: Office):
    give(office, "1.2.4", RATE)
    assert "Theo số này" not in office.phone("telegram:2").says("1.2.4 15/11")


def test_a_self_score_above_the_rule_is_not_taken(office: Office):
    row = give(office, "1.2.4", RATE)
    ngan = office.phone("telegram:2")
    ngan.goes(f"figured:{row}:900/1000:now")
    assert "được 4,5 điểm, không phải 5" in ngan.says("1.2.4 tự chấm 5 điểm")
    with office.store.transaction() as db:
        assert db.scalars(select(Score.id)).all() == []


def test_what_others_give_is_entered_late_with_its_source_and_never_for_oneself(office: Office):
    row, ordinary = give(office, "1.2.4", Rule(), Kind.BONUS, "2"), office.rows["3.1"]
    with office.store.transaction() as db:
        people.grant(db, office.ngan, office.id, Role.COUNCIL)
    ngan, tung, ha = (office.phone(f"telegram:{n}") for n in (2, 1, 3))
    assert "Nhắn điểm và lý do" in tung.goes(f"given:{row}")
    assert "lớn hơn điểm chuẩn" in tung.says("2,5 thừa")
    assert "cần ghi điểm và lý do" in tung.says("0,75")
    assert "đã ghi điểm 0,75. Lý do: Sở Nội vụ công nhận." in tung.says("0,75 Sở Nội vụ công nhận")
    assert "đã ghi điểm 0,75" in ngan.sees()
    ngan.goes(f"given:{row}")
    ngan.says("2 của tôi")
    tung.goes(f"given:{ordinary}")
    tung.says("0 lỗi")
    assert "dành cho vai trò khác" in ha.goes(f"given:{row}")
    with office.store.transaction() as db:
        assert [str(one) for one in db.scalars(select(Score.points))] == ["0.75"]


def test_a_survey_gets_its_mark_late(office: Office):
    row = give(office, "1.2.4", Rule(), Kind.SURVEY, "5")
    assert parts(office).survey == 5
    tung = office.phone("telegram:1")
    tung.goes(f"given:{row}")
    tung.says("4,55 Sở Nội vụ công bố")
    assert (parts(office).survey, parts(office).accepted, parts(office).lost) == (0, D("5.55"), D("0.45"))
