"""Plain words in the chat: the row they mean, all that was said applied to it, and a question back where it is not clear."""

import json
from argparse import Namespace
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select, update

from bot.commands import replies
from bot.settings import Settings
from storage.db import Store
from storage.evidence import documents
from storage.rules.status import Progress
from storage.tables import Assignment, Criterion, Extension, Question, Score, Support, Update
from storage.work import assignments, campaigns
from tests.flows import small_office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


@pytest.fixture
def office(store: Store, now: datetime) -> small_office.Office:
    made = small_office.build(store, now)
    name(made, "1.2.4", "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa")
    name(made, "2.1.3", "Số hóa hồ sơ lưu trữ đất đai")
    return made


def name(office: small_office.Office, code: str, title: str, **values: object) -> None:
    with office.store.transaction() as db:
        db.execute(update(Criterion).where(Criterion.code == code).values(title=title, **values))


def row(office: small_office.Office, code: str) -> assignments.Work:
    with office.store.transaction() as db:
        return assignments.get(db, office.rows[code])


def notes(office: small_office.Office, code: str) -> list[str]:
    with office.store.transaction() as db:
        query = select(Update.note).where(Update.assignment_id == office.rows[code], Update.note.is_not(None))
        return list(db.scalars(query.order_by(Update.id.desc())))


def test_all_that_was_said_is_kept_while_the_row_is_asked(office, ngan):
    assert "việc nào" in ngan.says("đang làm được 60%, thứ 6 tuần sau xong")
    told = ngan.taps("1.2.4")
    assert told.startswith('1.2.4: đã ghi "Đang thực hiện (60 %)"')
    assert "Hẹn xong 27/11/2026" in told
    assert notes(office, "1.2.4") == ["đang làm được 60%, thứ 6 tuần sau xong"]


def test_the_day_on_which_it_was_said_counts_not_the_day_of_the_tap(office, ngan):
    ngan.says("mai xong")
    assert "Hẹn xong 21/11/2026" in ngan.wait(days=3).taps("1.2.4")


def test_an_older_question_stays_answerable(office, ngan):
    ngan.says("đang làm 30%")
    first = ngan.choice("1.2.4").route
    ngan.says("vướng kinh phí")
    assert "30 %" in ngan.goes(first)


def test_a_completion_date_and_a_document_number_are_kept_while_the_row_is_asked(office, ngan):
    ngan.says("xong rồi, quyết định số 15/QĐ-UBND ngày 5/11/2026 kèm theo")
    told = ngan.taps("1.2.4")
    assert "15/QĐ-UBND" in told
    assert "Hoàn thành ngày 05/11/2026" in told
    assert row(office, "1.2.4").completed_on == date(2026, 11, 5)


def test_a_reason_is_kept_while_row_and_day_of_an_extension_are_asked(office, ngan):
    ngan.says("xin lùi vì chưa có số liệu của thuế")
    ngan.taps("1.2.4")
    ngan.says("15/12")
    with office.store.transaction() as db:
        asked = db.execute(select(Extension.wanted_on, Extension.reason)).one()
    assert asked.wanted_on == date(2026, 12, 15)
    assert asked.reason == "chưa có số liệu của thuế"


def test_progress_said_beside_a_request_for_more_time_is_recorded_too(office, ngan):
    told = ngan.says("1.2.4 đang làm được 60%, xin lùi đến 20/12")
    assert "60 %" in told
    assert "gia hạn đến 20/12/2026" in told
    assert row(office, "1.2.4").percent == 60


def test_a_difficulty_is_kept_in_the_own_words_with_the_progress(office, ngan):
    assert "máy in hỏng" in ngan.says("1.2.4 đang làm nhưng máy in hỏng")
    assert (row(office, "1.2.4").progress, row(office, "1.2.4").blocked) == (
        Progress.IN_PROGRESS,
        "đang làm nhưng máy in hỏng",
    )


@pytest.mark.parametrize(
    "words",
    [
        "niêm yết thủ tục xong rồi",
        "niem yet thu tuc lam xong roi",
        "niêm yêt thủ tuc xong",
        "phần niem yet cong khai em làm xong rồi",
    ],
)
def test_words_of_the_title_name_the_row(office, ngan, words):
    assert ngan.says(words).startswith('1.2.4: đã ghi "Đã báo hoàn thành')


def test_words_that_two_titles_hold_are_asked_back(office, ngan):
    name(office, "2.1.3", "Niêm yết công khai thủ tục đất đai")
    assert "việc nào" in ngan.says("niêm yết thủ tục xong rồi")
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED


def test_nobody_elses_title_is_ever_meant(office, now):
    section = row(office, "1.2.4").unit_id
    with office.store.transaction() as db:
        small_office.row(db, office.id, section, "5.5.5", office.ha, due_on=date(2026, 12, 20))
    name(office, "5.5.5", "Khảo sát hài lòng người dân")
    ha, ngan = office.phone("telegram:3"), office.phone("telegram:2")
    assert "5.5.5" not in ngan.says("khảo sát hài lòng người dân xong rồi")
    assert "không do đồng chí phụ trách" in ngan.says("5.5.5 xong rồi")
    assert ha.says("xong rồi").startswith('5.5.5: đã ghi "Đã báo hoàn thành')


@pytest.mark.parametrize("words", ["124 xong", "tc 124 xong rồi", "TC 1.2.4 xong", "một chấm hai chấm bốn xong rồi"])
def test_a_code_is_known_in_any_spelling(office, ngan, words):
    assert ngan.says(words).startswith('1.2.4: đã ghi "Đã báo hoàn thành')


def test_the_row_just_spoken_of_is_meant_for_some_hours(office, ngan):
    ngan.says("1.2.4")
    assert ngan.says("đang làm 20%").startswith("1.2.4: đã ghi")
    assert "việc nào" in ngan.wait(days=2).says("xong rồi")


def test_several_rows_in_one_sentence_get_one_answer_with_a_way_back_for_each(office, ngan):
    told = ngan.says("1.2.4 xong rồi, còn 2.1.3 đang làm 70%")
    assert told.splitlines()[0] == "Đã ghi 02 việc:"
    assert "1.2.4" in told
    assert "70 %" in told
    assert len(ngan.messages) == 1
    ngan.taps("2.1.3: Ghi nhầm")
    assert row(office, "2.1.3").percent is None
    assert row(office, "1.2.4").progress is Progress.REPORTED


def test_where_one_of_several_is_not_clear_none_is_recorded(office, ngan):
    assert "2.1.3" in ngan.says("1.2.4 xong rồi, 2.1.3 hình như xong")
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED


def test_a_question_gets_what_the_list_says_and_one_tap_passes_it_on(office, ngan):
    name(
        office,
        "1.2.4",
        "Niêm yết công khai",
        required_evidence="Ảnh chụp bảng niêm yết",
        rule={"text": "Đủ 100 % thủ tục: 1 điểm"},
    )
    tung = office.phone("telegram:1")
    told = ngan.says("1.2.4 chấm thế nào ạ")
    for part in ("Ảnh chụp bảng niêm yết", "Điểm chuẩn: 1", "Đủ 100 % thủ tục", "Chưa ghi gì"):
        assert part in told
    ngan.taps("Chuyển câu hỏi")
    assert "1.2.4 chấm thế nào ạ" in tung.sees()


def test_a_question_that_names_no_row_says_whom_to_call_and_offers_the_rows(office, ngan):
    told = ngan.says("chấm điểm thế nào ạ")
    assert f"liên hệ đồng chí {small_office.TUNG}" in told
    assert "Điểm chuẩn: 1" in ngan.taps("1.2.4")


def test_a_self_score_is_held_against_the_maximum(office, ngan):
    assert "lớn hơn điểm tối đa" in ngan.says("1.2.4 tự chấm 3 điểm")
    assert "0,75" in ngan.says("1.2.4 tự chấm 0,75 điểm")
    with office.store.transaction() as db:
        assert list(db.scalars(select(Score.points))) == [Decimal("0.75")]
    ngan.taps("Ghi nhầm")
    with office.store.transaction() as db:
        assert list(db.scalars(select(Score.points))) == []


def test_bấm_nhầm_in_words_takes_a_self_score_back_too(office, ngan):
    ngan.says("1.2.4 đang làm 30%")
    ngan.says("1.2.4 tự chấm 0,75 điểm")
    assert ngan.says("bam nham").startswith("1.2.4: đã bỏ điểm tự chấm")
    assert row(office, "1.2.4").percent == 30
    assert ngan.says("bấm nhầm").startswith("1.2.4: đã bỏ. Trở lại")
    assert row(office, "1.2.4").percent is None
    ngan.says("1.2.4 tự chấm 0,5 điểm")
    ngan.says("2.1.3")
    assert ngan.wait(minutes=5).says("bấm nhầm rồi").startswith("1.2.4: đã bỏ điểm tự chấm")


def test_the_date_of_a_document_is_offered_as_the_completion_date(office, ngan):
    told = ngan.says("1.2.4 báo cáo số 45/BC-UBND ngày 10/11/2026")
    assert "Việc này hoàn thành ngày 10/11/2026?" in told
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED
    ngan.taps("Hoàn thành ngày 10/11/2026")
    assert row(office, "1.2.4").completed_on == date(2026, 11, 10)


def test_a_report_that_names_its_document_gets_one_answer_and_is_taken_back_whole(office, ngan):
    told = ngan.says("2.1.3 xong rồi, thông báo số 87/TB-UBND ngày 19/11/2026")
    assert told.startswith('2.1.3: đã ghi "Đã báo hoàn thành, chờ kiểm tra". Văn bản số 87/TB-UBND ngày 19/11/2026. Hoàn thành')
    assert [ngan.labels.count(one) for one in ("Sửa", "Ghi nhầm, bỏ", "Đã hoàn thành")] == [1, 1, 0]
    with office.store.transaction() as db:
        assert [one.number for one in documents.of_assignment(db, office.rows["2.1.3"])] == ["87/TB-UBND"]
    assert "Đang thực hiện" in ngan.says("bam nham")
    with office.store.transaction() as db:
        assert documents.of_assignment(db, office.rows["2.1.3"]) == []


def test_leave_is_passed_on_with_its_days(office, ngan):
    tung = office.phone("telegram:1")
    assert "từ 07/12/2026 đến 11/12/2026" in ngan.says("em nghỉ phép 7-11/12")
    assert "Nghỉ từ 07/12/2026 đến 11/12/2026" in tung.sees()


def test_after_two_messages_that_were_not_understood_there_is_a_name_to_call(office, ngan):
    assert small_office.TUNG not in ngan.says("lorem ipsum dolor")
    assert small_office.TUNG in ngan.says("sit amet blah")
    assert small_office.TUNG not in ngan.wait(days=1).says("consectetur elit")


def test_thanks_change_nothing_and_get_one_line(office, ngan):
    ngan.says("1.2.4")
    told = ngan.says("ok anh")
    assert "\n" not in told
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED


def test_leaders_ask_in_words(office):
    chu = office.phone("telegram:4")
    assert "quá hạn" in chu.says("ai đang quá hạn").lower()
    assert "Phòng Văn hóa - Xã hội" in chu.says("tiến độ phòng văn hoá xã hội")
    assert "Vướng mắc: không có việc nào." in chu.says("ai đang vướng")
    office.phone("telegram:2").says("1.2.4 vướng máy in hỏng")
    assert "1.2.4 Võ Thị Kim Ngân: vướng máy in hỏng" in chu.says("việc nào đang vướng mắc")


def test_an_official_lists_the_work_of_a_month(office, ngan):
    told = ngan.says("việc của tôi tháng 12")
    assert "1.2.4" in told
    assert "2.1.3" not in told


def test_the_same_code_in_two_open_years_is_asked_with_the_year(office, ngan):
    section = row(office, "1.2.4").unit_id
    with office.store.transaction() as db:
        other = small_office.row(db, office.id, section, "9.9", office.ngan, due_on=date(2027, 3, 1))
        year = campaigns.ensure(db, office.id, 2027)
        criterion = db.scalar(select(Assignment.criterion_id).where(Assignment.id == other))
        db.execute(update(Criterion).where(Criterion.id == criterion).values(campaign_id=year, code="1.2.4"))
    told = ngan.says("1.2.4 đang làm 40%")
    assert "(2026)" in told
    assert "(2027)" in told
    ngan.taps("1.2.4 (2027)")
    with office.store.transaction() as db:
        assert (assignments.get(db, other).percent, assignments.get(db, office.rows["1.2.4"]).percent) == (40, None)


def test_another_persons_words_cannot_be_recalled(office, ngan):
    ngan.says("đang làm 30%")
    forged = ngan.choice("1.2.4").route
    ha = office.phone("telegram:3")
    assert "không do đồng chí phụ trách" in ha.goes(forged)
    assert row(office, "1.2.4").percent is None


def test_words_about_another_row_are_no_answer_to_what_was_asked_of_the_first(office, ngan):
    ngan.says("1.2.4 đang làm")
    assert ngan.says("2.1.3 60%").startswith("2.1.3: đã ghi")
    assert (row(office, "1.2.4").percent, row(office, "2.1.3").percent) == (None, 60)
    ngan.says("1.2.4 vướng mắc")
    assert ngan.says("2.1.3 xong").startswith("2.1.3: đã ghi")
    assert row(office, "1.2.4").blocked is None


def test_a_difficulty_without_a_reason_is_asked_for_one_and_done_is_no_reason(office, ngan):
    assert "đang vướng gì" in ngan.says("1.2.4 vướng mắc")
    assert ngan.says("xong rồi").startswith("1.2.4: đã ghi")
    assert (row(office, "1.2.4").blocked, row(office, "1.2.4").progress) == (None, Progress.REPORTED)


@pytest.mark.parametrize("words", ["2.1.3 đang làm 150%", "2.1.3 200%", "2.1.3 ngày 10/11 xong"])
def test_what_cannot_be_so_is_asked_back(office, ngan, words):
    assert "Chưa ghi gì" in ngan.says(words)
    assert row(office, "2.1.3").progress is Progress.IN_PROGRESS


def test_a_day_that_has_just_gone_by_is_the_completion_date_after_a_tap(office, ngan):
    ngan.says("2.1.3 ngày 10/11 xong")
    assert "Hoàn thành ngày 10/11/2026" in ngan.taps("Đúng")


def test_what_is_told_done_on_a_day_that_has_just_gone_by_is_recorded_with_it(office, ngan):
    assert "Hoàn thành ngày 10/11/2026" in ngan.says("2.1.3 xong ngày 10/11")
    assert row(office, "2.1.3").completed_on == date(2026, 11, 10)


@pytest.mark.parametrize(("words", "told"), [("Tien  do!", "Tiến độ CCHC"), ("trợ giúp.", "Đầu mối CCHC"), ("giup toi voi", "Đầu mối CCHC")])
def test_commands_in_words_bear_punctuation(office, ngan, words, told):
    assert told in ngan.says(words)


def test_all_done_is_shown_as_a_list_first_and_taken_back_with_one_word(office, ngan):
    with office.store.transaction() as db:
        for code in ("4.1", "4.2"):
            office.rows[code] = small_office.row(db, office.id, office.id, code, office.ngan, due_on=date(2026, 9, 30))
    ngan.says("2.1.3 đang làm")
    told = ngan.says("tất cả xong")
    assert "4.1" in told
    assert "4.2" in told
    assert "30/09/2026" in told
    assert row(office, "4.1").progress is Progress.NOT_STARTED
    assert "4.2: đã báo hoàn thành, chờ kiểm tra; hoàn thành ngày 30/09/2026" in ngan.taps("Đúng")
    assert "Đã bỏ 02 việc" in ngan.says("bam nham")
    assert [row(office, code).progress for code in ("4.1", "4.2")] == [Progress.NOT_STARTED] * 2


def test_points_of_a_survey_take_no_report(office, ngan):
    with office.store.transaction() as db:
        db.execute(update(Criterion).where(Criterion.code == "1.2.4").values(kind="survey"))
    for words in ("1.2.4 đang làm 60%", "1.2.4 xong"):
        assert "điểm khảo sát" in ngan.says(words)
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED


def test_an_answer_of_the_coordinator_is_kept_with_the_criterion_and_read_by_all_its_holders(office, ngan):
    tung, ha = office.phone("telegram:1"), office.phone("telegram:3")
    with office.store.transaction() as db:
        db.execute(insert(Support).values(assignment_id=office.rows["1.2.4"], person_id=office.ha, name="Hà"))
    ngan.says("1.2.4 chấm thế nào ạ")
    ngan.taps("Chuyển câu hỏi")
    assert "1.2.4 chấm thế nào ạ" in tung.sees()
    assert "Đã hỏi Sở ngày 18/11/2026" not in ngan.says("1.2.4 cần minh chứng gì ạ")
    assert "hỏi Sở ngày 18/11/2026" in tung.says("đã hỏi Sở ngày 18/11")
    assert "hỏi Sở ngày 18/11/2026" in ngan.sees()
    assert "Đã hỏi Sở ngày 18/11/2026" in ngan.says("1.2.4 cần minh chứng gì ạ")
    tung.taps("Trả lời")
    assert small_office.NGAN in tung.says("Chấm theo tỷ lệ thủ tục đã niêm yết")
    for holder in (ngan, ha):
        assert "Chấm theo tỷ lệ thủ tục đã niêm yết" in holder.sees()
    assert "Chấm theo tỷ lệ thủ tục đã niêm yết" in ngan.says("1.2.4 cách tính điểm thế nào")
    assert row(office, "1.2.4").progress is Progress.NOT_STARTED


def test_which_question_was_put_to_the_department_is_asked_where_several_are_open(office, ngan):
    tung = office.phone("telegram:1")
    for code in ("1.2.4", "2.1.3"):
        ngan.says(f"{code} chấm thế nào ạ")
        ngan.taps("Chuyển câu hỏi")
    assert "Chưa ghi gì" in tung.says("đã hỏi Sở ngày 18/11")
    tung.taps("2.1.3")
    assert tung.taps("Đã hỏi Sở hôm nay").startswith("2.1.3: đã ghi đã hỏi Sở ngày 20/11/2026")
    assert "1.2.4: đã ghi đã hỏi Sở ngày 19/11/2026" in tung.says("1.2.4 đã hỏi Sở ngày 19/11")


def test_nobody_but_the_coordinator_answers_a_question(office, ngan):
    tung = office.phone("telegram:1")
    ngan.says("1.2.4 chấm thế nào ạ")
    ngan.taps("Chuyển câu hỏi")
    tung.sees()
    route = tung.choice("Trả lời").route
    for other in (ngan, office.phone("telegram:3"), office.phone("telegram:4")):
        assert "trả lời" not in other.goes(route).lower()
    with office.store.transaction() as db:
        assert db.scalar(select(Question.answer)) is None


def test_what_was_asked_back_or_taken_back_is_exported_without_names_and_numbers(office, ngan, tmp_path):
    tung = office.phone("telegram:1")
    assert "Chưa có câu trả lời nào" in tung.says("câu chưa hiểu")
    ngan.says(f"1.2.4 hình như đ/c {small_office.NGAN} nộp rồi, đt {'0' + '9' * 9}")
    ngan.says("2.1.3 xong rồi, anh Bình ký")
    ngan.says("bấm nhầm")
    ngan.says("lorem ipsum dolor")
    told = tung.goes("replies")
    assert "03 câu trả lời" in told
    sheet = load_workbook(tung.messages[-1].file["path"]).active
    words = [values[2] for values in sheet.iter_rows(min_row=5, values_only=True)]
    assert words == ["0.0.0 hình như đ/c [tên] nộp rồi, đt 0000000000", "0.0.0 xong rồi, anh [tên] ký", "lorem ipsum dolor"]
    assert "câu trả lời" not in ngan.goes("replies")
    lines = tmp_path / "replies.jsonl"
    assert replies.run(Namespace(file=str(lines), unit=None), office.store, Settings()) == 0
    kept = [json.loads(line) for line in lines.read_text().splitlines()]
    assert [(one["text"], one["why"]) for one in kept] == list(zip(words, ("asked", "corrected", "unknown"), strict=True))
    assert "guess" in kept[0]["heard"]["rests_on"]
    assert replies.run(Namespace(file="replies.csv", unit=None), office.store, Settings()) == 1
