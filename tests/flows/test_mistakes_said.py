"""What is taken back in words is what was meant: the photo just sent, not yesterday's report; and what is said beside it is kept."""

import pytest

from bot.incoming import FileRef

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage
PHOTO = FileRef({"id": "f1"}, "photo", "anh.jpg", "image/jpeg", 1200)


def test_a_photo_that_came_last_is_what_was_sent_by_mistake(ngan):
    ngan.says("1.2.4 đang làm 20%")
    for words in ("lấy lại ảnh vừa gửi", "xoa anh vua gui", "cho em rut tep do", "gui nham roi", "bấm nhầm"):
        ngan.wait(minutes=3).sends(PHOTO, caption="1.2.4")
        ngan.says("2.1.3")
        assert "1.2.4: đã bỏ 01 tài liệu" in ngan.wait(minutes=1).says(words), words
    assert "Đang thực hiện (20 %)" in ngan.says("1.2.4"), "the report stays"


def test_files_stay_where_nobody_wants_them_gone_and_one_of_several_is_chosen_from_the_list(ngan):
    ngan.sends(PHOTO, caption="1.2.4")
    for words in ("đừng xoá ảnh vừa gửi", "chưa lấy lại tệp đó"):
        assert "đã bỏ" not in ngan.says(words), words
    told = ngan.says("xoá ảnh thứ 2")
    assert "1.2.4" in told
    assert "đã bỏ" not in told


def test_what_was_reported_long_ago_is_shown_before_it_is_taken_back(ngan):
    ngan.says("2.1.3 xong")
    ngan.wait(hours=20).says("1.2.4")
    told = ngan.says("bấm nhầm")
    assert "2.1.3" in told
    assert "Bỏ báo cáo này?" in told
    assert "2.1.3: đã bỏ" in ngan.taps("Ghi nhầm, bỏ")


def test_the_answer_of_yesterday_is_still_taken_back_at_once(ngan):
    ngan.says("2.1.3 xong")
    assert "2.1.3: đã bỏ" in ngan.wait(hours=20).says("bam nham")


def test_what_is_said_beside_the_mistake_is_recorded(ngan):
    ngan.says("2.1.3 xong")
    told = ngan.says("nhầm, mới xong 50%")
    assert "2.1.3: đã bỏ" in told
    assert '2.1.3: đã ghi "Đang thực hiện (50 %)"' in told


def test_another_code_beside_the_mistake_is_recorded(ngan):
    ngan.says("2.1.3 xong")
    told = ngan.says("nhầm rồi, 1.2.4 xong rồi")
    assert "2.1.3: đã bỏ" in told
    assert '1.2.4: đã ghi "Đã báo hoàn thành' in told


def test_words_about_the_mistake_itself_record_nothing(ngan):
    for words in ("nhầm, tôi bấm xong 2.1.3", "nhầm rồi, chưa xong"):
        ngan.says("2.1.3 xong")
        told = ngan.says(words)
        assert "2.1.3: đã bỏ" in told, words
        assert "đã ghi" not in told, words


def test_thanks_after_a_report_do_not_ask_for_it_again(ngan):
    ngan.says("2.1.3 xong")
    thanked = ngan.says("cam on em")
    assert thanked.startswith("Đã nhận; không ghi gì thêm.") and "hoàn thành" not in thanked


def test_done_said_once_more_keeps_its_day(ngan):
    ngan.says("2.1.3 xong ngày 16/11/2026")
    assert "Hoàn thành ngày 16/11/2026" in ngan.wait(hours=72).says("2.1.3 xong rồi nhé")
    assert "Hoàn thành ngày 17/11/2026" in ngan.says("2.1.3 xong ngày 17/11/2026")


def test_what_is_put_right_in_the_same_reply_is_about_the_row_named_there_and_takes_back_nothing_else(ngan):
    ngan.says("1.2.4 đang làm 20%")
    assert ngan.says("2.1.3 xong, à nhầm, mới 50%").startswith('2.1.3: đã ghi "Đang thực hiện (50 %)"')
    assert ngan.says("1.2.4 xong, à nhầm, chưa làm").startswith('1.2.4: đã ghi "Chưa thực hiện"')
    assert "Đang thực hiện (50 %)" in ngan.says("2.1.3")
