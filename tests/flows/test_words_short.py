"""What people type first of all: commands by their bare names, a group's code, a day long past, an hour, "thôi"."""

import pytest

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


def test_what_was_finished_since_a_day_is_done_on_that_day(ngan):
    told = ngan.says("2.1.3 xong tu 20/1")
    assert told.startswith('2.1.3: đã ghi "Đã báo hoàn thành, chờ kiểm tra". Hoàn thành ngày 20/01/2026')


def test_the_code_of_a_group_asks_which_row_and_keeps_what_was_said(ngan):
    assert "việc nào" in ngan.says("1.2 xong"), "even where only one row of the group is one's own"
    assert ngan.taps("1.2.4").startswith('1.2.4: đã ghi "Đã báo hoàn thành')
    assert "không do đồng chí phụ trách" in ngan.says("9.9 xong")
    assert ngan.labels == ["Việc của tôi"], "a refusal is no dead end"


@pytest.mark.parametrize("word", ["THONGTIN", "trogiup", "TroGiup.", "hoso", "kenh"])
def test_a_command_is_understood_without_its_stroke(ngan, word):
    assert "chưa hiểu" not in ngan.says(word)


def test_a_choice_of_none_says_that_nothing_was_recorded(ngan):
    ngan.says("xong rồi")
    assert "không ghi gì" in ngan.says("thôi")


def test_tasks_of_a_month_are_listed_without_saying_whose(ngan):
    assert "1.2.4" in ngan.says("việc tháng 12")


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("nhắc lại sau 2h", "17 giờ 00 ngày 20/11/2026"),
        ("2.1.3 nhac lai 30 phut nua", "15 giờ 30 ngày 20/11/2026"),
        ("nhắc lại lúc 16h30", "16 giờ 30 ngày 20/11/2026"),
        ("nhắc lại sau 5 tiếng nữa", "07 giờ 45 ngày 23/11/2026"),
    ],
)
def test_asking_again_keeps_to_the_hour_that_was_named(ngan, words, at):
    ngan.says("2.1.3 đang làm 20%")
    assert at in ngan.says(words)


@pytest.mark.parametrize("words", ["đồng chí Ngân làm đến đâu rồi", "d/c Ngan the nao?", "tiến độ của Võ Thị Kim Ngân", "việc của chị Ngân"])
def test_a_leader_asks_how_far_a_colleague_is(office, ngan, words):
    assert "Võ Thị Kim Ngân" in office.phone("telegram:4").says(words)
    assert "Đã đạt" not in ngan.says(words), "nobody else is told"


@pytest.mark.parametrize(("words", "told"), [("cho tôi xem báo cáo", "Hồ sơ, báo cáo"), ("việc nào có nguy cơ mất điểm", "guy cơ mất điểm")])
def test_a_leader_asks_in_whole_sentences(office, words, told):
    assert told in office.phone("telegram:4").says(words)


def test_late_rows_of_one_person_bear_their_titles(office):
    told = office.phone("telegram:2").wait(days=30).says("tiendo")
    assert "- 1.2.4 Báo cáo kết quả thực hiện tiêu chí 1.2.4: " in told
    assert "- 1.2.4 Võ Thị Kim Ngân" in office.phone("telegram:4").wait(days=30).says("tiendo")


def test_the_coordinator_is_not_told_to_call_the_coordinator(office):
    tung = office.phone("telegram:1")
    assert "đầu mối" not in tung.says("bao giờ có lương") + tung.says("abc xyz") + tung.says("abc xyz")
