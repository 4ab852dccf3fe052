"""Two years open at once: figures, papers and self-marking of either are said or tapped, and what is offered stays in that year."""

from datetime import timedelta

import pytest
from docx import Document
from sqlalchemy import select, update

from storage.office import units
from storage.tables import Assignment, Audit, Outbox
from tests.flows.phone import Phone
from tests.flows.small_office import build


@pytest.fixture
def office(store, now):
    made = build(store, now)
    with store.transaction() as db:
        units.set_sending(db, made.id, now)
    tung = made.phone("telegram:1")
    tung.says("năm đánh giá")
    tung.taps("Tạo năm 2027 từ năm 2026")
    tung.taps("Tạo năm 2027")
    return made


@pytest.fixture
def tung(office, store, now, tmp_path) -> Phone:
    return Phone(store, "telegram:1", now, data_dir=tmp_path)


@pytest.mark.parametrize("words", ["tiến độ năm 2027", "tien do 2027", "/tiendo 2027", "Tiến độ của năm 2027?", "tap"])
def test_the_figures_of_the_other_year_are_a_word_or_a_tap_away(tung, words):
    told = tung.says("tien do")
    assert "năm 2026" in told and "Năm 2027" in tung.labels and "Năm 2026" not in tung.labels
    told = tung.taps("Năm 2027") if words == "tap" else tung.says(words)
    assert "năm 2027" in told and "năm 2026" not in told
    assert "Năm 2026" in tung.labels
    assert "năm 2027" in tung.taps("Xem thêm") or "Hoàn thành 0/3" in tung.text
    assert all("@2027" in one.route for message in tung.messages for one in message.choices if one.route.startswith("progress"))


def test_a_paper_is_made_of_the_year_that_was_chosen(tung, store, tmp_path):
    assert "Năm đánh giá 2026." in tung.says("hồ sơ")
    assert "Năm đánh giá 2027." in tung.taps("Năm 2027")
    tung.taps("Báo cáo tiến độ (Word)")
    file = next(message.file for message in tung.messages if message.file)
    text = "\n".join(one.text for one in Document(str(tmp_path / file["path"])).paragraphs)
    assert "năm 2027" in text and "2027" in file["name"]
    assert "năm 2027" in tung.taps("Tiến độ"), "what stands below the paper stays in its year"
    with store.transaction() as db:
        assert db.scalars(select(Audit.subject).where(Audit.action == "paper")).all()


def test_own_marks_of_the_other_year_are_a_word_away(office, store, now):
    ngan = Phone(store, "telegram:2", now)
    assert "năm 2026" in ngan.says("tự chấm")
    assert "Tự chấm điểm năm 2027" in ngan.taps("Năm 2027")
    assert "Tự chấm điểm năm 2026" in ngan.says("tự chấm năm 2026")


def test_who_is_urged_of_the_other_year_is_late_in_that_year(office, tung, store, now):
    with store.transaction() as db:
        newest = db.scalars(select(Assignment.id).order_by(Assignment.id.desc()).limit(1)).one()
        db.execute(update(Assignment).where(Assignment.id == newest).values(due_on=(now - timedelta(days=9)).date(), progress="not_started"))
    tung.says("tiến độ năm 2027")
    tung.taps("Đôn đốc 01 việc")
    tung.taps("Gửi")
    with store.transaction() as db:
        assert db.scalars(select(Outbox.id).where(Outbox.key.like("urge%"), Outbox.chat == "telegram:2")).all()


@pytest.mark.parametrize("route", ["progress@2031", "progress@", "progress@2027x", "status:1:done@2027", "make:zip@99999999999", "nothing@2027"])
def test_a_forged_year_is_gone(office, store, now, route):
    assert "không còn hiệu lực" in Phone(store, "telegram:1", now).goes(route)


@pytest.mark.parametrize("words", ["tiến độ năm 2031", "xong 2027", "báo cáo kết quả năm 2027"])
def test_words_with_another_number_are_heard_as_ever(office, store, now, words):
    told = Phone(store, "telegram:1", now).says(words)
    assert "Tiến độ CCHC năm 2027" not in told and "cần lập văn bản nào" not in told
