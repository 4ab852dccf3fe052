"""The next year made from this one, two years open with equal codes, and a new decision in mid-year."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable
from bot.sheets import Sheet
from locales.formats import VIETNAM
from storage.loading import loads
from storage.messages import outbox
from storage.office import people, units
from storage.points import scores
from storage.rules.marks import Mark, Stage
from storage.rules.status import Progress
from storage.rules.year import Phase, Window
from storage.tables import Assignment, Campaign, Criterion, Evidence, EvidenceFor, Score
from storage.work import campaigns
from tests.flows.phone import Phone
from tests.flows.small_office import NGAN, build
from tests.storage.assignment_table import row as table_row
from tests.storage.assignment_table import sheet


@pytest.fixture
def office(store, now):
    made = build(store, now)
    with store.transaction() as db:
        units.set_sending(db, made.id, now)
        scores.keep(db, made.rows["1.2.4"], Mark(Stage.SELF, Decimal(1), now, made.ngan))
        scores.keep(db, made.rows["1.2.4"], Mark(Stage.VERIFIED_1, Decimal("0.5"), now, made.tung, "thiếu báo cáo"))
    return made


def make(tung):
    tung.says("năm đánh giá")
    assert "thời hạn dời một năm" in tung.taps("Tạo năm 2027 từ năm 2026")
    return tung.taps("Tạo năm 2027")


def rows_of(store, year):
    with store.transaction() as db:
        query = (
            select(Criterion.code, Assignment.due_on, Assignment.progress, Assignment.person_id, Criterion.last_year)
            .join(Criterion, Criterion.id == Assignment.criterion_id)
            .join(Campaign, Campaign.id == Criterion.campaign_id)
            .where(Campaign.year == year, Assignment.dropped_at.is_(None))
            .order_by(Criterion.code)
        )
        return [tuple(one) for one in db.execute(query)]


def test_marks_that_come_after_the_next_year_was_made_stand_at_its_criteria(store, tung, office):
    make(tung)
    tung.goes("verify:1:verified_2")
    tung.says("1.2.4 0,75 bổ sung đủ")
    tung.taps("Ghi điểm 01 tiêu chí")
    assert rows_of(store, 2027)[0][4] == {"year": 2026, "points": "0.75", "lost": "0.25", "reason": "bổ sung đủ"}
    tung.taps("Ghi nhầm, bỏ")
    assert rows_of(store, 2027)[0][4] == {"year": 2026, "points": "0.5", "lost": "0.5", "reason": "thiếu báo cáo"}


def test_the_next_year_is_made_with_people_and_dates_and_last_years_losses(store, tung, office):
    assert "Đã tạo năm 2027: 03 dòng, thời hạn dời một năm.\n01 tiêu chí mất điểm năm trước" in make(tung)
    assert rows_of(store, 2027) == [
        ("1.2.4", date(2027, 12, 10), "not_started", office.ngan, {"year": 2026, "points": "0.5", "lost": "0.5", "reason": "thiếu báo cáo"}),
        ("2.1.3", date(2027, 11, 25), "not_started", office.ngan, {}),
        ("3.1", date(2027, 6, 30), "not_started", office.ngan, {}),
    ]
    assert [one[2] for one in rows_of(store, 2026)] == ["not_started", "in_progress", "confirmed"]
    tung.says("năm đánh giá")
    tung.taps("Năm 2026")
    assert "Tạo năm 2027 từ năm 2026" not in tung.labels
    assert tung.taps("Năm 2027").startswith("Năm 2027")
    assert "Tạo năm 2028 từ năm 2027" in tung.labels
    assert "Năm 2027 đã có" in tung.goes("next_year:1"), "an older message offers it still"


def test_it_is_taken_back_while_nothing_was_said_of_it(store, tung, office):
    make(tung)
    assert "Đã bỏ năm 2027, không còn gì." in tung.taps("Ghi nhầm, bỏ")
    assert rows_of(store, 2027) == []
    make(tung)
    with store.transaction() as db:
        new = db.scalars(select(Assignment.id).order_by(Assignment.id.desc())).first()
        scores.keep(db, new, Mark(Stage.SELF, Decimal(1), office.now, office.ngan))
    assert "không bỏ được nữa" in tung.taps("Ghi nhầm, bỏ")
    assert len(rows_of(store, 2027)) == 3


def test_who_has_gone_answers_for_nothing_in_the_next_year(store, tung, office):
    with store.transaction() as db:
        people.leave(db, office.ngan, office.now, office.now.date())
    assert "03 dòng chưa có người phụ trách" in make(tung)
    assert {one[3] for one in rows_of(store, 2027)} == {None}


def test_with_two_years_open_an_equal_code_is_asked_about(tung, ngan, store):
    make(tung)
    text = ngan.says("1.2.4 xong rồi")
    assert "2026" in text
    assert "2027" in text
    assert "reported" not in {one[2] for year in (2026, 2027) for one in rows_of(store, year)}


def row(code, title, **values):
    """A criterion that is scored itself, as those of the small office are."""
    return table_row(code, None, criterion=title, **values)


def decide(store, office, now, *rows):
    """A changed list is sent by the coordinator and recorded."""
    read = Sheet.from_dict(sheet(*rows))
    tung = Phone(store, "telegram:1", now)
    with store.transaction() as db:
        message = load.arrived(db, SentTable(people.by_id(db, office.tung), "telegram:1", "qd-moi.xlsx", read, str(now), now, VIETNAM))
        outbox.add(db, [outbox.Draft(f"sheet:{now}", "telegram:1", message.as_payload(), person_id=office.tung)], now)
    tung.sees()
    tung.taps("Ghi")
    return tung


TITLE = "Báo cáo kết quả thực hiện tiêu chí {}"


@pytest.fixture
def decided(store, office, now):
    """1.2.4 is now 1.2.5 and worth 1,5; 3.1 is gone; 1.2.4 is a new row; 2.1.3 as before."""
    with store.transaction() as db:
        values = {"office_id": office.id, "person_id": office.ngan, "batch": "b", "kind": "number", "name": "45/BC", "received_at": now}
        made = db.scalars(Evidence.__table__.insert().values(**values).returning(Evidence.id)).one()
        db.execute(EvidenceFor.__table__.insert().values(evidence_id=made, assignment_id=office.rows["1.2.4"], at=now))
    return decide(
        store,
        office,
        now,
        row("1.2.5", TITLE.format("1.2.4"), lead=NGAN, due="2026-12-10", max_points=1.5),
        row("2.1.3", TITLE.format("2.1.3"), lead=NGAN, due="2026-11-25", max_points=1),
        row("1.2.4", "Tổ chức đối thoại với người dân", lead=NGAN, due="2026-12-20"),
    )


def test_a_new_decision_keeps_states_and_documents_under_the_new_code(decided, store, office):
    with store.transaction() as db:
        moved = db.execute(
            select(Criterion.code, Criterion.max_points, func.count(EvidenceFor.id))
            .join(Assignment, Assignment.criterion_id == Criterion.id)
            .join(EvidenceFor, EvidenceFor.assignment_id == Assignment.id)
            .where(Assignment.id == office.rows["1.2.4"])
            .group_by(Criterion.code, Criterion.max_points)
        ).one()
        year = campaigns.get(db, office.id, campaigns.of_year(db, office.id, 2026))
    assert tuple(moved) == ("1.2.5", Decimal("1.5"), 1)
    assert year.version == 2
    assert year.settings["old_codes"].keys() == {"1.2.4"}
    assert "bộ tiêu chí bản thứ 2" in decided.says("năm đánh giá")


def test_holders_are_told_what_changed_and_confirm_and_the_coordinator_sees_who_has(ngan, decided, office, store):
    text = ngan.sees()
    assert "Bộ tiêu chí năm 2026 có thay đổi. Phần của đồng chí:" in text
    assert "- 1.2.4 nay là 1.2.5" in text
    assert "- 1.2.5: điểm chuẩn từ 1 thành 1,5" in text
    assert "- Thêm: 1.2.4 Tổ chức đối thoại với người dân, hạn 20/12/2026" in text
    assert "- Bỏ khỏi bộ tiêu chí: 3.1" in text
    assert "2.1.3" not in text
    assert "00/01 đồng chí đã rõ.\nChưa xác nhận: Võ Thị Kim Ngân." in decided.taps("Xem ai đã rõ")
    assert "Đã ghi: đồng chí đã rõ thay đổi." in ngan.taps("Đã rõ")
    assert "01/01 đồng chí đã rõ" in decided.goes(next(iter(loads_told(store))))
    assert "không còn hiệu lực" in office.phone("telegram:3").goes(next(iter(loads_told(store))).replace("told", "seen"))


def loads_told(store):
    with store.transaction() as db:
        return [f"list_told:{loads.last_applied(db, 1, 2026)}"]


def test_an_old_code_is_understood_and_asked_about_where_it_means_two_rows(decided, ngan, store, office):
    text = ngan.says("1.2.4 xong")
    assert "1.2.5" in text, "the row that was 1.2.4 before"
    assert "đối thoại" in text, "and the one that is so now"
    with store.transaction() as db:
        db.execute(Criterion.__table__.update().where(Criterion.code == "1.2.4").values(code="9.9"))
    assert "1.2.5" in ngan.says("1.2.4 xong")
    with store.transaction() as db:
        state = db.scalars(select(Assignment.progress).where(Assignment.id == office.rows["1.2.4"])).one()
    assert state == Progress.REPORTED.value


def test_a_list_that_comes_after_the_lock_brings_no_self_mark(store, office, now):
    with store.transaction() as db:
        campaign = campaigns.of_year(db, office.id, 2026)
        campaigns.set_window(db, campaign, Phase.SELF, Window(lock=now.replace(tzinfo=None), closes=None))
        before = db.scalar(select(func.count()).select_from(Score))
    decide(
        store, office, now,
        row("1.2.4", TITLE.format("1.2.4"), lead=NGAN, due="2026-12-10"),
        row("2.1.3", TITLE.format("2.1.3"), lead=NGAN, due="2026-11-25", self_score=0.5),
    )  # fmt: skip
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Score)) == before

