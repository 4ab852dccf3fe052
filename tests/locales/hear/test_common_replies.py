"""What officials answer every day, in the ways they type it; and what must hold for any text at all."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.hear import fold, understand

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xong", {"intent": "status", "status": "done"}),
        ("Em làm xong rồi ạ", {"intent": "status", "status": "done"}),
        ("da nop roi", {"intent": "status", "status": "done"}),
        ("xog r nhé", {"intent": "status", "status": "done"}),
        ("đang làm 60%", {"intent": "status", "status": "in_progress", "percent": 60}),
        ("dang lam dc 60 phan tram", {"intent": "status", "status": "in_progress", "percent": 60}),
        ("cơ bản xong, còn ký", {"intent": "status", "status": "in_progress"}),
        ("chưa", {"intent": "status", "status": "not_started"}),
        ("chua lam", {"intent": "status", "status": "not_started"}),
        ("chưa xong", {"intent": "status", "status": "in_progress"}),
        ("2.1.3 xong", {"intent": "status", "status": "done", "criterion": "2.1.3"}),
        ("vướng kinh phí", {"intent": "blocker"}),
        ("xin lùi đến 15/12", {"intent": "extension_request", "date": "2026-12-15"}),
        ("cái này chuyển cho anh Nam rồi", {"intent": "reassign_request"}),
        ("ok", {"intent": "acknowledge"}),
        ("đã rõ", {"intent": "acknowledge"}),
    ],
)
def test_a_reply_is_understood(text: str, expected: dict[str, object]):
    assert understand(text, TODAY).as_dict() == expected


@pytest.mark.parametrize("text", ["bấm nhầm", "bam nham", "ghi nhầm"])
def test_a_mistake_is_taken_back(text: str):
    meaning = understand(text, TODAY)
    assert meaning.undo
    assert meaning.status is None


@pytest.mark.parametrize("text", ["ok rồi", "hình như xong rồi", "2", "mai"])
def test_what_is_unclear_gives_no_status(text: str):
    meaning = understand(text, TODAY)
    assert meaning.ambiguous
    assert meaning.status is None


@pytest.mark.parametrize(
    "text", ["chưa xong", "chưa hoàn thành", "không hoàn thành được", "chưa làm xong đâu", "sắp xong", "gần xong rồi"]
)
def test_what_is_not_done_never_becomes_done_without_its_marks(text: str):
    assert understand(text, TODAY).status != "done"
    assert understand(fold(text), TODAY).status != "done"


@given(st.text(alphabet="abcdeghiklmnopqrstuvxyăâđêôơưáàảãạ 0123456789.,/%<>&\"'\n", max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(text: str):
    assert isinstance(understand(text, TODAY).as_dict(), dict)


def test_a_flood_is_answered_with_nothing():
    meaning = understand("xong " * 600, TODAY)
    assert (meaning.intent, meaning.status) == ("other", None)


@pytest.mark.parametrize(
    ("text", "is_wish", "status"),
    [
        ("hôm nay còn gì", True, None),
        ("việc của tôi tháng 12", True, None),
        ("tôi còn việc gì đang làm", True, None),
        ("danh sách việc đang làm", True, "in_progress"),
        ("xong hết, không còn gì", False, "done"),
        ("da hoan tat, khong con gi vuong", False, "done"),
        ("không còn việc nào tồn, xong sạch", False, "done"),
        ("không còn gì vướng, cuối tuần xong", False, "in_progress"),
        ("xong phần việc của em, còn phần anh Tú", False, "in_progress"),
    ],
)
def test_what_reports_a_state_is_no_wish_for_the_list_of_work(text, is_wish, status):
    found = understand(text, TODAY)
    assert (found.list_request, found.status) == (is_wish, status)


@pytest.mark.parametrize(
    ("text", "criterion", "undo"),
    [
        ("2.1.3 xong, à nhầm, chưa làm", "2.1.3", False),
        ("2.1.3 xong à nhầm mới 50%", "2.1.3", False),
        ("1.2 xong, nhầm, 1.3 mới xong", "1.3", False),
        ("1.2 xong, 1.3 xong, à nhầm, chưa xong", None, False),
        ("bấm nhầm, chưa xong", None, True),
        ("nhầm, mới xong 50%", None, True),
    ],
)
def test_a_state_put_right_in_the_same_reply_keeps_its_code_and_takes_back_nothing_said_before(text, criterion, undo):
    meaning = understand(text, TODAY)
    assert (meaning.criterion, meaning.undo) == (criterion, undo)
