"""Sums of many offices in the database: the same figures as each office's own, whatever the states, marks and instances."""

import random
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from sqlalchemy import insert, select

from storage.office import people, units
from storage.points import progress, province, scores
from storage.rules.marks import Mark, Stage
from storage.rules.points import Parts
from storage.rules.rollup import Counts, Summary
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion, Extension
from storage.work import campaigns
from tests.flows import small_office
from tests.flows.phone import Phone

TODAY = date(2026, 11, 20)
COMMUNES = ("Phường An Khánh", "Xã Bình Minh", "Xã Chưa Nạp")


def build(db, now) -> tuple[int, list[int]]:
    """A province with three communes, one of them without a list."""
    tinh = units.add(db, "UBND tỉnh", is_office=True)
    offices = [units.add(db, name, parent_id=tinh, is_office=True) for name in COMMUNES]
    dice = random.Random(6)
    for number, office in enumerate(offices[:2]):
        if number:
            units.set_setting(db, office, "not_arising", "excluded")
        campaign = campaigns.ensure(db, office, 2026)
        person = people.add(db, office, f"Lê Văn {'AB'[number]}")
        for position in range(80):
            _leaf(db, campaign, office, person, position, dice, now)
    return tinh, offices


def _leaf(db, campaign: int, office: int, person: int, position: int, dice: random.Random, now) -> None:
    kind = dice.choice(list(Kind))
    points = dice.choice([D(1), D("0.5"), D(2), None])
    leaf = {"campaign_id": campaign, "level": "leaf", "code": f"{position}", "title": "Việc", "position": position, "kind": kind.value}
    rule = {"not_arising": own} if (own := dice.choice([None, None, "full", "excluded"])) else {}
    leaf |= {"max_points": points, "rule": rule, "number_only": False, "last_year": {}}
    criterion = db.scalars(insert(Criterion).values(**leaf).returning(Criterion.id)).one()
    for period in ("Quý I", "Quý II", "Quý III") if kind is Kind.RECURRING else ("",):
        work = {"criterion_id": criterion, "period": period, "person_id": dice.choice([person, None]), "unit_id": office, "strict": False}
        work |= {"needs_check": [], "progress": dice.choice(list(Progress)).value, "blocked": dice.choice([None, None, "kinh phí"])}
        work |= {"due_on": dice.choice([None, TODAY, TODAY - timedelta(days=9), TODAY + timedelta(days=9)])}
        work |= {"foreseen": dice.choice([None, None, D("0.25"), D(1)]) if kind is Kind.FIGURE else None}
        one = db.scalars(insert(Assignment).values(**work).returning(Assignment.id)).one()
        for stage in dice.sample(list(Stage), dice.choice([0, 0, 1, 2])):
            scores.keep(db, one, Mark(stage, dice.choice([D(0), D("0.3"), D(1), D(5)]), now, person))


def test_every_office_has_its_own_figures(store, now):
    with store.transaction() as db:
        tinh, offices = build(db, now)
        found = {line.office_id: line for line in province.lines(db, province.below(db, tinh), 2026, TODAY)}
        assert set(found) == set(offices)
        for office in offices[:2]:
            own = progress.summary(db, office, campaigns.of_year(db, office, 2026), TODAY)
            line = found[office]
            assert line.parts == own.parts
            assert line.rows == own.rows
            assert (line.grade.bonus, line.grade.penalty) == (own.bonus, own.penalty)
            assert line.grade == progress.grade(own, units.settings(db, office))
            assert 0 < line.complete < 100
        assert found[offices[2]].rows.all == 0


@pytest.fixture
def chief(store, now) -> Phone:
    """Who leads the province."""
    with store.transaction() as db:
        tinh, offices = build(db, now)
        leader = people.add(db, tinh, "Trần Thị Tỉnh")
        people.grant(db, leader, tinh, Role.CHAIRPERSON)
        people.link(db, leader, "telegram:9", now)
        below = people.add(db, offices[0], "Đầu Mối Xã")
        people.grant(db, below, offices[0], Role.COORDINATOR)
        people.link(db, below, "telegram:8", now)
    return Phone(store, "telegram:9", now)


def test_a_province_reads_the_ranking_and_names_only_where_they_are_granted(chief: Phone, store, now):
    text = chief.says("tiến độ")
    assert "Tiến độ CCHC năm 2026, UBND tỉnh, 03 đơn vị" in text
    assert "Xã Chưa Nạp: chưa nạp danh sách" in text
    assert "Dự kiến theo xếp loại" in text
    opened = chief.taps("Phường An Khánh")
    assert "Phường An Khánh: chỉ số dự kiến " in opened
    assert " % số việc có người phụ trách và thời hạn." in opened
    assert "Không hiện tên cán bộ" in opened
    assert "Lê Văn A" not in opened
    commune = Phone(store, "telegram:8", now)
    commune.goes("names_shown")
    assert "tên cán bộ: có hiện" in commune.taps("Cho phép hiện tên")
    chief.goes("communes")
    assert "Lê Văn A" in chief.taps("Phường An Khánh")


@pytest.mark.parametrize("route", ["communes:one:999", "communes:one:1", "communes:magic:1"])
def test_no_other_office_is_opened(chief: Phone, route: str):
    assert "không còn" in chief.goes(route)


def test_the_first_page_leads_back_only_where_there_is_something_behind_it(chief: Phone, store, now):
    chief.goes("communes")
    assert "Quay lại" not in chief.labels, "the province itself has no list"
    chief.goes("communes:page:1")
    assert chief.choice("Quay lại").route == "communes"
    with store.transaction() as db:
        office = people.by_chat(db, chief.chat).office_id
        small_office.row(db, office, office, "1.1", None, due_on=TODAY)
    chief.goes("communes")
    assert chief.choice("Quay lại").route == "progress"


def test_a_commune_sees_no_sisters(chief: Phone, store, now):
    commune = Phone(store, "telegram:8", now)
    text = commune.goes("communes") + commune.says("tiến độ")
    assert "Xã Bình Minh" not in text


def test_a_province_does_none_of_the_work_of_its_communes_and_hears_nothing_of_it(chief: Phone, store, now):
    with store.transaction() as db:
        office = units.named(db, COMMUNES[0])
        holder = people.named(db, office, "Lê Văn A")[0]
        people.link(db, holder, "telegram:7", now)
        row = db.scalars(
            select(Assignment.id).where(
                Assignment.person_id == holder, Assignment.due_on > TODAY, Assignment.progress == "in_progress", Assignment.period == ""
            )
        ).first()
        assert people.holders(db, office, Role.CHAIRPERSON) == []
        assert people.holders(db, office, Role.COORDINATOR) == people.named(db, office, "Đầu Mối Xã")
    official, commune = Phone(store, "telegram:7", now), Phone(store, "telegram:8", now)
    official.goes(f"extend:{row}:20261210")
    assert "Lê Văn A" in commune.sees()
    assert chief.sees() == ""
    official.goes(f"status:{row}:done")
    for route in ("pending", "deciding:1", "granting:1:yes", f"row:{row}", f"accept:{row}", f"reassign:{row}", f"remark:{row}", "checks"):
        assert "Lê Văn A" not in chief.goes(route), route
    with store.transaction() as db:
        assert db.scalars(select(Extension.granted)).all() == [None]
        assert db.scalar(select(Assignment.progress).where(Assignment.id == row)) == "reported"


def test_a_class_and_the_percent_printed_beside_it_never_contradict_each_other():
    parts = Parts(accepted=D("79.995"), at_risk=D("20.005"))
    grade = progress.grade(Summary(parts, Counts(), (), (), ()), units.DEFAULTS)
    assert (grade.key, str(grade.shown)) == ("fair", "79.99")
