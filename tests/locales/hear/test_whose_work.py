"""What another body, another time or hearsay says of the work is no report of the writer's."""

from datetime import date

import pytest

from locales.hear import fold, understand

TODAY = date(2026, 11, 10)
TOLD = ["xong rồi", "làm xong rồi", "nộp rồi", "gửi báo cáo rồi", "đã hoàn thành", "đang làm", "chưa làm", "chưa xong", "mới được 50%"]


def told(frame: str, state: str) -> str | None:
    return understand(frame.format(state), TODAY).status


@pytest.mark.parametrize("state", TOLD)
@pytest.mark.parametrize(
    "frame",
    [
        "sếp bảo là {}",
        "chị Lan bảo {}",
        "họ nói {}",
        "bên xã kia {}",
        "2.1.3 xã bạn {}",
        "viettel {}",
        "huyện {}",
        "cái kia {}",
        "việc khác {}",
        "năm ngoái {}",
        "đợt trước {}",
        "phần mềm báo {}",
        "em lỡ bấm {}",
        "{}, đùa thôi",
        "nếu {} thì tốt",
        "sếp nói là phần lớn {}",
    ],
)
def test_no_status_is_taken_from_what_others_are_said_to_have_done(frame, state):
    assert told(frame, state) is None


@pytest.mark.parametrize("state", [state for state in TOLD if state.endswith("rồi")])
@pytest.mark.parametrize(
    "frame",
    [
        "giá mà {}",
        "mong {}",
        "đáng lẽ {}",
        "chị ghi nhầm là {}",
        "bấm nhầm {}",
        "cứ ghi là {}",
        "ghi giúp em là {}",
        "{} thì em mới được về",
        "sau khi {} em báo",
        "không rõ chị Lan {} chưa",
    ],
)
def test_no_status_is_taken_from_wishes_orders_slips_and_conditions(frame, state):
    assert told(frame, state) is None
    assert understand(fold(frame.format(state)), TODAY).status is None


@pytest.mark.parametrize("state", [state for state in TOLD if state != "gửi báo cáo rồi"])
@pytest.mark.parametrize("frame", ["{} phải không anh", "{} đúng không", "em {} à?", "anh {} hả"])
def test_no_status_is_taken_from_a_question_that_ends_in_a_tag(frame, state):
    assert told(frame, state) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("sở chưa gửi mẫu nhưng em làm xong rồi", "done"),
        ("xã bạn chưa làm, xã mình xong rồi", "done"),
        ("năm ngoái chậm, năm nay em xong rồi", "done"),
        ("anh cứ yên tâm, em xong rồi", "done"),
        ("chị Lan làm hộ em xong rồi", "done"),
        ("mới có 3 thôn nộp", "in_progress"),
        ("sếp bảo sửa lại", "in_progress"),
        ("làm được phân nửa thôi à", "in_progress"),
        ("bữa trước em nộp rồi mà chị quên hả", "done"),
    ],
)
def test_the_writer_s_own_work_beside_it_counts(text, status):
    assert understand(text, TODAY).status == status
