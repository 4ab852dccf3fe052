"""What leaders ask for in words, as a table: which list, whose state, whom to urge; and what is none of these."""

import pytest

from locales.hear import fold, leaders
from locales.hear.leaders import Urging
from tests.locales.hear.test_corpus import REPLIES


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("ai đang quá hạn?", "late"),
        ("những việc nào trễ hạn", "late"),
        ("tuần này việc gì đến hạn", "soon"),
        ("việc nào sắp đến hạn", "soon"),
        ("tiêu chí nào có thể mất điểm", "risk"),
        ("phòng nào đang vướng mắc", "blocked"),
        ("ai chưa báo cáo", "silent"),
        ("còn gì chưa làm", "not_started"),
        ("ai chậm nhất", "late"),
        ("co viec nao qua han khong", "late"),
        ("phòng nào chậm nhất", "units"),
        ("lĩnh vực nào thấp nhất", "fields"),
        ("so với năm ngoái", "last"),
        ("vì sao điểm giảm", "week"),
        ("tuần này hoàn thành được gì", "week"),
        ("tuần này em làm xong", None),
        ("điểm nào đang nguy cơ", "risk"),
        ("năm ngoái được bao nhiêu điểm", "last"),
        ("chậm thì việc nào bị trừ", None),
        ("tiêu chí này ai chấm vậy ạ", None),
        ("không có việc nào quá hạn", None),
        ("đã hoàn tất, không còn gì vướng", None),
        ("2.1.3 xong", None),
    ],
)
def test_a_question_for_a_list(text, view):
    assert leaders.wanted_list(text) == view


@pytest.mark.parametrize(
    ("text", "overall", "whose"),
    [
        ("tình hình chung thế nào", True, None),
        ("xã mình được bao nhiêu điểm rồi", True, None),
        ("cả xã được mấy điểm rồi", True, None),
        ("tiến độ phòng Kinh tế", False, "phong kinh te"),
        ("phòng Kinh tế thế nào rồi", False, "phong kinh te"),
        ("đ/c Hà làm đến đâu rồi", False, "ha"),
        ("xem việc của anh Quyết", False, "anh quyet"),
        ("dự kiến năm nay được bao nhiêu điểm", True, None),
        ("điểm dự kiến", True, None),
        ("xếp loại gì", True, None),
        ("có đạt mục tiêu không", True, None),
        ("có khả năng đạt 80 không", True, None),
        ("phòng văn hóa được bao nhiêu điểm", False, "phong van hoa"),
        ("điểm của phòng văn hóa", False, "phong van hoa"),
        ("còn thiếu bao nhiêu điểm nữa", True, None),
        ("mục tiêu năm nay bao nhiêu", True, None),
        ("dự kiến 25/11 hoàn thành", False, None),
        ("2.1.3 đang làm 60%", False, None),
    ],
)
def test_the_state_of_all_or_of_somebody(text, overall, whose):
    said = fold(text)
    assert leaders.asks_overall(said) is overall
    assert overall or leaders.whose_standing(said) == whose


def test_no_report_is_taken_for_a_question_of_a_leader():
    """Else it would be answered with a list, and nothing would be recorded."""
    reports = [one["text"] for one in REPLIES if one["expect"].get("intent") in {"status", "extension_request", "evidence_note", "blocker"}]
    assert len(reports) > 8000
    assert [one for one in reports if leaders.wanted_list(one) or leaders.asks_overall(fold(one)) or leaders.urging(fold(one))] == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("đôn đốc đồng chí Tín", Urging("tin", None, is_order=False)),
        ("đề nghị đôn đốc các việc chưa thực hiện", Urging("cac viec chua thuc hien", "not_started", is_order=False)),
        ("nhắc giúp tôi đ/c Tùng", Urging("tung", None, is_order=False)),
        ("Đ/c Tùng báo cáo tôi trước 16 giờ", Urging("tung", None, is_order=True)),
        ("yêu cầu đồng chí Khôi báo cáo tình hình 5.3", Urging("khoi", None, is_order=True)),
        ("đôn đốc những việc nguy cơ", Urging("nhung viec nguy co", "risk", is_order=False)),
        ("nhắc tôi lúc 16h30", None),
    ],
)
def test_whom_to_urge(text, asked):
    assert leaders.urging(fold(text)) == asked


@pytest.mark.parametrize(("text", "month"), [("việc của tôi tháng 12", 12), ("việc tháng 1", 1), ("việc của tôi", None), ("tháng 12 xong", None)])
def test_the_own_work_of_a_month(text, month):
    assert leaders.own_month(fold(text)) == month


@pytest.mark.parametrize(("said", "name"), [("đồng chí Hà", "ha"), ("anh Quyết", "quyet"), ("đ/c Tùng", "tung"), ("Bích", "bich")])
def test_a_name_without_its_address(said, name):
    assert leaders.bare(fold(said)) == name


@pytest.mark.parametrize(("text", "said"), [("đồng chí Tín", "dong chi tin"), ("xem anh Quyết.", "anh quyet"), ("Tín", None), ("đồng chí Tín: xong", None)])
def test_an_address_and_a_name_alone(text, said):
    assert leaders.only_addressed(fold(text)) == said
