"""Which row and which day plain words mean, and what a good clerk makes of several rows, of figures, leave and lists."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from storage.db import Store
from storage.rules.scoring import Rule, Way
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Criterion
from storage.work import assignments, figures
from tests.flows import small_office
from tests.flows.phone import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(store: Store, now: datetime) -> small_office.Office:
    made = small_office.build(store, now)
    titles = {"1.2.4": "Niêm yết công khai thủ tục hành chính", "2.1.3": "Số hóa hồ sơ lưu trữ đất đai"}
    with store.transaction() as db:
        section = db.scalar(select(Assignment.unit_id).where(Assignment.id == made.rows["1.2.4"]))
        made.rows["4.1"] = small_office.row(db, made.id, section, "4.1", made.ngan, due_on=date(2026, 2, 1))
        for code, title in titles.items():
            db.execute(update(Criterion).where(Criterion.code == code).values(title=title))
    return made


@pytest.fixture
def ngan(office: small_office.Office) -> Phone:
    return office.phone("telegram:2")


def row(office: small_office.Office, code: str) -> assignments.Work:
    with office.store.transaction() as db:
        return assignments.get(db, office.rows[code])


@pytest.mark.parametrize("words", ["1,2,4 xong", "1-2-4 xong", "1 2 4 xong", "124 xong"])
def test_a_code_however_it_is_written_wins_over_the_row_just_spoken_of(office, ngan, words):
    ngan.says("2.1.3 đang làm 20%")
    assert ngan.says(words).startswith("1.2.4: đã ghi")
    assert row(office, "2.1.3").percent == 20


@pytest.mark.parametrize("words", ["41 xong", "4-1 xong", "4 1 xong", "4,1 xong"])
def test_two_digits_are_the_code_that_reads_so_and_no_day(office, ngan, words):
    ngan.says("2.1.3 đang làm 20%")
    assert ngan.says(words).startswith('4.1: đã ghi "Đã báo hoàn thành')


@pytest.mark.parametrize("words", ["42 xong", "214 chưa làm", "1 2 5 xong"])
def test_a_number_like_a_code_that_none_bears_is_asked_about(office, ngan, words):
    ngan.says("2.1.3 đang làm 20%")
    assert "Chưa ghi gì" in ngan.says(words) or "chưa ghi gì" in ngan.text
    assert row(office, "2.1.3").percent == 20


def test_how_far_the_work_is_stays_a_percentage(office, ngan):
    ngan.says("2.1.3 đang làm")
    assert "(80 %)" in ngan.says("80 rồi")


def test_the_title_of_a_finished_row_is_never_taken_for_the_row_just_spoken_of(office, ngan):
    ngan.says("1.2.4 xong")
    ngan.says("4.1 đang làm")
    assert ngan.says("niem yet cong khai thu tuc hanh chinh chua xong").startswith("1.2.4: ")
    assert row(office, "4.1").progress is Progress.IN_PROGRESS


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4.1 xong 20/1 rồi", date(2026, 1, 20)),
        ("4.1 đã nộp hôm thứ 2", date(2026, 11, 16)),
        ("4.1 nộp thứ sáu tuần trước rồi", date(2026, 11, 13)),
    ],
)
def test_a_day_gone_by_is_the_completion_date(office, ngan, words, day):
    ngan.says(words)
    assert row(office, "4.1").completed_on == day


def test_a_day_of_this_year_that_may_be_a_promise_for_the_next_is_asked(office, ngan):
    assert "hoàn thành ngày 20/01/2026, đúng không" in ngan.says("4.1 xong 20/1")
    assert row(office, "4.1").progress is Progress.NOT_STARTED
    assert "Hẹn xong 20/01/2027" in ngan.says("4.1 xong 20/1/2027")
    assert "Hẹn xong 20/12/2026" in ngan.says("4.1 xong 20/12")


def test_what_was_done_some_time_ago_is_asked_for_its_day(office, ngan):
    assert "đề nghị nhắn ngày hoàn thành" in ngan.says("4.1 xong từ tháng trước rồi")
    assert "Hoàn thành ngày khác" in ngan.labels


def test_a_journey_of_some_days_asks_for_a_substitute_as_leave_does(ngan):
    assert "Ai làm thay?" in ngan.says("em đi công tác từ 23/11 đến 25/11")


def test_one_of_several_rows_may_be_held_up(office, ngan):
    told = ngan.says("1.2.4 xong, 2.1.3 thì vướng kinh phí")
    assert '1.2.4: "Đã báo hoàn thành' in told
    assert row(office, "2.1.3").blocked == "vướng kinh phí"


def test_more_time_is_asked_for_several_rows_at_once(office, ngan):
    told = ngan.says("1.2.4 và 2.1.3 em xin lùi đến 20/12")
    assert told.count("đã chuyển đề nghị gia hạn đến 20/12/2026") == 2


def test_a_figure_among_words_is_held_against_its_rule_and_asked_first(office, ngan):
    with office.store.transaction() as db:
        criterion = db.scalar(select(Assignment.criterion_id).where(Assignment.id == office.rows["2.1.3"]))
        db.execute(update(Criterion).where(Criterion.id == criterion).values(kind=Kind.FIGURE.value, max_points=Decimal(5)))
        figures.set_rule(db, criterion, Rule("", Way.RATIO, full=Decimal(98), floor=Decimal(80)))
    for words in ("2.1.3 đạt 1182 trên 1204", "tỷ lệ 2.1.3 là 98,17%", "2.1.3 xong, đạt 98,17%"):
        assert "98,17 %" in ngan.says(words)
        assert "Số chốt, báo hoàn thành" in ngan.labels
    assert row(office, "2.1.3").percent is None
    assert "(60 %)" in ngan.says("2.1.3 đang làm 60%")


@pytest.mark.parametrize("words", ["ai đang quá hạn", "việc nào đang trễ hạn", "danh sách việc quá hạn"])
def test_an_official_who_asks_who_is_late_sees_the_own_rows_and_is_told_so(ngan, words):
    told = ngan.says(words)
    assert "4.1" in told
    assert "Đồng chí xem được việc của mình" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("tình hình chung thế nào", "Dự kiến"),
        ("báo cáo tôi tình hình", "Dự kiến"),
        ("được bao nhiêu điểm rồi", "Dự kiến"),
        ("còn bao nhiêu việc quá hạn", "Quá hạn"),
        ("tuần này có gì đến hạn", "Sắp đến hạn"),
        ("ai chưa làm", "Chưa thực hiện"),
        ("1.2.4 đến đâu rồi", "Niêm yết công khai"),
        ("phòng vhxh đến đâu rồi", "Phòng Văn hóa - Xã hội"),
        ("nhắc đồng chí Ngân", "Nội dung gửi"),
    ],
)
def test_a_leader_asks_as_one_asks_a_clerk(office, words, told):
    answer = office.phone("telegram:4").says(words)
    assert told in answer
    assert "Đồng chí xem được việc của mình" not in answer


def test_the_day_of_what_was_done_long_ago_is_typed_at_once_and_other_words_are_heard_as_usual(office, ngan):
    assert "đề nghị nhắn ngày hoàn thành" in ngan.says("2.1.3 xong từ tháng 10")
    ngan.says("cảm ơn em")
    assert "Hoàn thành ngày 15/10/2026" in ngan.says("15/10")
    ngan.says("2.1.3 xong từ tháng 10")
    assert "1.2.4" in ngan.says("1.2.4 đang làm 30%")
    ngan.says("2.1.3 xong từ tháng 10")
    assert "vướng" in ngan.says("vướng kinh phí").lower()
