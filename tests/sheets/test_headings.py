"""Headings as offices word them: each word alone, and any of them together in one header, in any order."""

import random

import pytest

from bot.sheets.grid import Cell, Grid
from bot.sheets.header import complete, header_at, role_of

WORDS = {
    "criterion": "Tiêu chí;Nội dung;Nhiệm vụ;Công việc;Chỉ số;Việc;Đầu việc;Nội dung, nhiệm vụ;Tên nhiệm vụ;Chỉ tiêu;Mục tiêu;Yêu cầu;Hạng mục;"
    "Danh mục;Nội dung thực hiện;Nội dung triển khai;Diễn giải;Tên tiêu chí;Lĩnh vực/Tiêu chí;Đầu mục công việc;Mảng việc;Nhiệm vụ được giao;"
    "Nội dung đánh giá;Nội dung công việc;Danh mục tiêu chí;Hoạt động;Nội dung chấm điểm;Nội dung tiêu chí chấm điểm;Giải pháp;Mô tả",
    "lead": "Người làm;Người đảm nhiệm;Đảm nhận;Giao cho;Giao ai;Tham mưu;Công chức tham mưu;Cán bộ, công chức;CBCC;CB, CC thực hiện;"
    "Phụ trách chính;Chịu trách nhiệm;Trách nhiệm thực hiện;Họ tên;Nhân sự;Người nhận việc;Chuyên trách;Đ/c phụ trách;Đồng chí;Ai;Phân công;"
    "Thành viên phụ trách;Chuyên viên thực hiện;Người được giao nhiệm vụ;Cán bộ được phân công;Chủ trì;Đầu mối thực hiện;Ông (bà);"
    "Trực tiếp thực hiện;Viên chức;Cá nhân chịu trách nhiệm;CT",
    "due": "Thời hạn;Kỳ hạn;Ngày đến hạn;Deadline;Thời gian;Kết thúc;Dự kiến hoàn thành;Ngày phải xong;Khi nào;Bao giờ;Hoàn thành trước ngày;"
    "Thời điểm báo cáo;Xong trước;Đến hạn;Hạn nộp sản phẩm;Hạn xử lý;Thời gian kết thúc;Phải xong;Xong khi nào;Mốc;Lộ trình;Thời hạn HT;T.gian;Chậm nhất",
    "evidence": "Sản phẩm;Kết quả;TLKC;Minh chứng;Hồ sơ minh chứng;Tài liệu;Căn cứ chứng minh;Sản phẩm/Kết quả;Văn bản chứng minh;Giấy tờ;"
    "Đầu ra;Kết quả cần đạt;Tệp minh chứng;Hồ sơ phải có;SP hoàn thành;Nộp gì;Yêu cầu kết quả;Phải nộp;Chứng cứ",
    "points": "Điểm;Thang điểm;Điểm chuẩn;Số điểm;Tổng điểm;Mức điểm;Điểm tối đa;Trọng số;Barem;Thang;Điểm quy định",
    "supports": "Phối hợp;Đơn vị phối hợp;Hỗ trợ;Người giúp;Người cùng làm;Đơn vị liên quan;Thành phần tham gia;Cùng thực hiện;Lực lượng phối hợp;PH",
    "leader": "Lãnh đạo phụ trách;Lãnh đạo UBND;Người chỉ đạo;PCT phụ trách;Phó Chủ tịch phụ trách;Thường trực UBND phụ trách;Người giám sát;LĐ phụ trách;LĐ UBND;Trưởng phòng phụ trách;Thủ trưởng đơn vị;Người kiểm soát;BCĐ phụ trách;Ủy viên UBND phụ trách",
    "document": "Văn bản giao;Văn bản phân công;Số văn bản giao;Quyết định giao;Văn bản chỉ đạo;Văn bản căn cứ",
    "code": "Mã;TC;Ký hiệu;Mã hiệu;Số TC;Mã số;Mã tiêu chí;Số hiệu;Mã TCTP;Tiêu chí số;Mã việc;Điều mục",
    "ignored": "Thẩm định;Ghi chú;Điểm điều tra XHH;Điểm chênh lệch;Lý do;Kinh phí;Ngày bắt đầu;Thời hạn cũ;Hạn trước khi điều chỉnh;Người thực hiện cũ;Số điện thoại;Kết quả năm 2025;Khó khăn, vướng mắc;Kiến nghị;Nhận xét;Số ĐT người phụ trách;Người liên hệ;Ngày nhắc",
}
SHORT = (("due", "Tiến độ"), ("due", "Ngày hoàn thành"), ("due", "Ngày nộp"), ("lead", "Theo dõi"))  # where nothing else is named


@pytest.mark.parametrize(("role", "heading"), [(role, heading) for role, listed in WORDS.items() for heading in listed.split(";")])
def test_a_heading_says_what_its_column_holds(role: str, heading: str):
    assert role_of(heading) == role


@pytest.mark.parametrize("seed", range(40))
def test_headings_of_any_wording_and_order_make_a_header(seed: int):
    chance = random.Random(seed)
    chosen = [(role, chance.choice(listed.split(";"))) for role, listed in WORDS.items() if role in {"criterion", "lead", "due"} or chance.random() < 0.6]
    if seed % 3 == 0:
        role, heading = SHORT[seed % len(SHORT)]
        chosen = [(each, heading if each == role else text) for each, text in chosen]
    chance.shuffle(chosen)
    header = header_at(Grid("A", {1: {at: Cell(heading) for at, (_role, heading) in enumerate(chosen, 1)}}), 1)
    assert complete(header)
    assert {role: header.columns.get(role) for role, _heading in chosen} == {role: at for at, (role, _heading) in enumerate(chosen, 1)}
