"""The same table with its columns in any order, any usual heading, any separator and either form of Unicode gives the same rows."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.sheets.csv_ import grids
from bot.sheets.header import role_of
from bot.sheets.table import sheet_of

HEADINGS = {
    "code": ("Mã", "Mã số", "TC", "Ký hiệu", "Mục", "STT", "TT", "Mã tiêu chí", "SỐ TT"),
    "criterion": ("Tiêu chí", "Nội dung", "Nhiệm vụ", "Công việc", "Chỉ số", "Nội dung công việc", "Tên tiêu chí", "ĐẦU VIỆC"),
    "lead": (
        "Người phụ trách", "Người thực hiện", "Người chủ trì", "Cán bộ", "Công chức", "Đầu mối", "Ai làm", "Cán bộ phụ trách",
        "Chủ trì", "Công chức thực hiện", "Người chịu trách nhiệm chính", "Phân công", "Cá nhân phụ trách", "HỌ TÊN NGƯỜI PHỤ TRÁCH",
    ),
    "due": ("Thời hạn", "Hạn", "Thời gian hoàn thành", "Hoàn thành", "Mốc", "Deadline", "Hạn hoàn thành", "Thời gian", "Ngày hoàn thành", "HẠN NỘP"),
    "points": ("Điểm", "Điểm chuẩn", "Điểm tối đa", "Thang điểm", "Mức điểm", "ĐIỂM"),
    "evidence": ("Tài liệu kiểm chứng", "TLKC", "Minh chứng", "Hồ sơ", "Kết quả", "Sản phẩm", "Hồ sơ, tài liệu"),
    "supports": ("Phối hợp", "Người phối hợp", "Đơn vị phối hợp", "Cán bộ phối hợp", "Cùng thực hiện", "Hỗ trợ"),
    "unit": ("Bộ phận", "Đơn vị", "Phòng", "Phòng, ban"),
    "document": ("Văn bản giao", "Văn bản giao việc", "Căn cứ"),
}  # fmt: skip
ROWS = (
    ("1.1", "Ban hành kế hoạch", "Nguyễn Thị Thúy", "trước ngày 15/11/2026", "0,5", "Kế hoạch", "Văn phòng", "Phòng Kinh tế", "57/QĐ-UBND"),
    ("1.2", "Hòa giải ở cơ sở", "Trần Hoàng Oanh (chủ trì), Lê Văn Khỏe", "hằng quý", "1", "", "", "Phòng Kinh tế", ""),
    ("1.3", "Công khai thủ tục", "", "31/11/2026", "x", "Ảnh", "Các ấp", "", "57/QĐ-UBND"),
    ("1.4", "Rà soát văn bản", "Đỗ Thị Hà; Võ Quý", "thường xuyên", "1,25", "Báo cáo", "Lê Văn Khỏe", "Văn phòng", ""),
)  # fmt: skip
OPTIONAL = ("points", "evidence", "supports", "unit", "document")


def read(roles, headings, *, form="NFC", mark=";", encoding="utf-8"):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    places = [list(HEADINGS).index(role) for role in roles]
    writer.writerow(headings)
    writer.writerows([row[place] for place in places] for row in ROWS)
    return sheet_of("bang.csv", grids(unicodedata.normalize(form, out.getvalue()).encode(encoding)), 2026)


@pytest.mark.parametrize(("role", "heading"), [(role, heading) for role, many in HEADINGS.items() for heading in many])
def test_a_usual_heading_is_known(role, heading):
    found = role_of(heading)
    assert {"ordinal": "code", "completed_on": "due"}.get(found, found) == role


@settings(max_examples=120, deadline=None)
@given(data=some.data())
def test_order_wording_and_encoding_do_not_matter(data):
    left_out = data.draw(some.sets(some.sampled_from(OPTIONAL)))
    kept = [role for role in HEADINGS if role not in left_out]
    roles = data.draw(some.permutations(kept))
    headings = [data.draw(some.sampled_from(HEADINGS[role])) for role in roles]
    form, mark = data.draw(some.sampled_from(["NFC", "NFD"])), data.draw(some.sampled_from(";,\t"))
    encoding = data.draw(some.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    usual = read(kept, [HEADINGS[role][0] for role in kept])
    found = read(roles, headings, form=form, mark=mark, encoding=encoding)
    assert (found.rows, found.flags) == (usual.rows, usual.flags)
    assert [row.lead for row in found.rows] == ["Nguyễn Thị Thúy", "Trần Hoàng Oanh", None, "Đỗ Thị Hà"]
