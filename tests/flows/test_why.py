"""Who asks why they are reminded, or wishes it to stop, learns where the work comes from and what to tap."""

import pytest
from sqlalchemy import select, update

from bot.flows.reporting import why
from storage.tables import Assignment, Update
from tests.flows import small_office
from tests.locales.hear.test_corpus import REPLIES

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("sao lại nhắc tôi", True),
        ("sao cu nhac toi hoai the", True),
        ("Tại sao lại nhắc tôi việc này?", True),
        ("ủa sao nhắc em nữa vậy", True),
        ("nhắc gì mà nhắc hoài", True),
        ("nhắc tôi nhiều quá", True),
        ("đừng nhắc nữa", True),
        ("khỏi cần nhắc tôi nữa", True),
        ("ai giao việc này cho tôi", True),
        ("việc này ai giao vậy", True),
        ("không cần nhắc nữa, xong rồi", False),
        ("sao chưa nhắc tôi 2.1.3", False),
        ("đã nhắc phòng Kinh tế gửi số liệu", False),
        ("nhắc mãi thế", True),
        ("nhắc em mãi vậy", True),
        ("nhắc em mai nhé", False),
        ("nhac toi mai", False),
        ("nhắc mai em gửi báo cáo", False),
        ("làm sao nhắc mọi người", False),
        ("làm sao nhắc cán bộ", False),
        ("nhắc lại sau", False),
        ("sao nhắc lại sau không được", False),
        ("nhắc tôi lúc 16h30", False),
        ("ai giao nộp báo cáo này cho tỉnh rồi", False),
    ],
)
def test_only_words_that_ask_why_are_taken_for_it(said, asks, database_url):
    assert why.asks(said) == asks


def test_no_report_is_taken_for_a_question_why(database_url):
    reports = [one["text"] for one in REPLIES if one["expect"].get("intent") in {"status", "extension_request", "evidence_note", "blocker"}]
    assert [one for one in reports if why.asks(one)] == []


def test_the_answer_names_the_rows_their_document_and_the_taps(office, tung, ngan):
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == office.rows["2.1.3"]).values(document="15/QĐ-UBND ngày 20/01/2026."))
    told = ngan.says("sao lại nhắc tôi")
    assert "- 2.1.3 (Báo cáo kết quả thực hiện tiêu chí 2.1.3): hạn 25/11/2026, theo 15/QĐ-UBND ngày 20/01/2026.\n" in told
    assert "1.2.4" in told
    assert "3.1" not in told, "what is confirmed is reminded of by nobody"
    assert "đã chuyển lời" in ngan.taps("2.1.3 Không phải việc của tôi")
    assert '"Không phải việc của tôi"' in tung.sees()
    with office.store.transaction() as db:
        assert not db.scalars(select(Update)).all()


def test_of_the_row_on_the_screen_alone_it_may_be_put_off(ngan):
    ngan.says("1.2.4")
    assert "2.1.3" not in ngan.says("sao lai nhac toi")
    assert ngan.labels == ["Đã hoàn thành", "Không phải việc của tôi", "Nhắc lại sau", "Chọn giờ nhắc"]
    assert "nhắc lại lúc nào" in ngan.taps("Nhắc lại sau")


def test_who_holds_nothing_is_told_so(office):
    assert "không có việc nào hệ thống nhắc" in office.phone("telegram:3").says("sao lại nhắc tôi")


def test_words_about_no_row_reach_the_coordinator_by_one_tap(tung, ngan):
    ngan.says("em bận không dự được")
    assert small_office.TUNG in ngan.taps("Chuyển lời tới đầu mối")
    assert 'nhắn: "em bận không dự được"' in tung.sees()


def test_after_the_second_time_words_can_be_handed_on_once(tung, ngan):
    ngan.says("lorem ipsum")
    ngan.says("dolor sit")
    ngan.says("amet consectetur")
    assert ngan.labels.count("Chuyển lời tới đầu mối") == 1
    ngan.taps("Chuyển lời tới đầu mối")
    assert '"amet consectetur"' in tung.sees()


def test_the_only_coordinator_is_not_sent_to_themself(office, tung):
    with office.store.transaction() as db:
        small_office.row(db, office.id, office.id, "7.1", office.tung, due_on=office.now.date())
        small_office.row(db, office.id, office.id, "7.2", office.tung, due_on=office.now.date())
    tung.says("xong rồi")
    assert "Chuyển lời tới đầu mối" not in tung.labels


def test_a_wish_to_be_reminded_tomorrow_puts_the_row_off(ngan):
    ngan.says("1.2.4")
    told = ngan.says("nhắc em mai nhé")
    assert "nhắc vì" not in told
    assert "nhắc lại" in told
