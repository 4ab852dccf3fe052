"""A table that comes a second time: what changed is seen first, what was decided is not asked again, what was not decided is."""

from tests.flows.test_load_chat import HA, KINDS, QUYNH, TABLE, office, sends  # noqa: F401 - fixtures
from tests.storage.assignment_table import row


def test_a_kind_that_nobody_decided_is_asked_again_after_the_list_came_back_and_a_declined_one_is_not(sends):  # noqa: F811
    tung = sends(*KINDS)
    tung.taps("Ghi")
    tung.taps("Xem 02 việc nên đổi loại")
    tung.taps("Thôi")
    back = [one | {"kind": "product"} for one in KINDS]  # as the list that the product writes says it of every row
    sends(*back[:5], back[5] | {"max_points": 1.5}, phone=tung)
    assert "01 dòng nên tách kỳ. 01 dòng nên đổi loại việc." in tung.text
    tung.taps("Ghi")
    assert tung.taps("Xem 01 việc nên đổi loại").startswith("1.1.6: Tỷ lệ hồ sơ đúng hạn")


def test_what_changed_comes_before_what_is_only_to_be_checked(sends):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Ghi")
    doubt = ["points: điểm ghi thành khoảng"]
    doubted = [one | {"needs_check": [*one["needs_check"], *doubt]} for one in TABLE[:4]]
    moved = TABLE[4] | {"due": {"kind": "date", "date": "2026-07-15", "strict": False}}
    sends(*doubted, moved, TABLE[5], row("1.2", "Việc mới", lead=HA, due="2026-12-20"), phone=tung)
    lines = tung.text.split("\n")
    told = next(at for at, line in enumerate(lines) if line.startswith("So với danh sách hiện có"))
    assert lines[told].endswith("mới 01, đổi 01, bỏ 00, giữ nguyên 01; 04 dòng chỉ khác chỗ cần kiểm tra.")
    assert [line.split(":")[0] for line in lines[told + 1 : told + 4]] == ["- Đổi 1.1.5", "- Mới 1.2", "- 1.1.1, 1.1.2, 1.1.3, 1.1.4"]


def test_rows_that_change_alike_stand_on_one_line_before_those_that_are_to_be_checked(sends):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Ghi")
    lost = TABLE[0] | {"lead": None, "needs_check": ["lead: chỉ ghi đơn vị"]}
    handed = [one | {"lead": HA} for one in TABLE[2:5]]
    sends(lost, TABLE[1], *handed, TABLE[5], phone=tung)
    assert tung.taps("Xem thay đổi").split("\n")[1:] == [
        f"- Đổi 1.1.3, 1.1.4, 1.1.5: người phụ trách {QUYNH} → {HA}",
        f"- Đổi 1.1.1: người phụ trách {HA} → (trống); cần kiểm tra: người phụ trách: chỉ ghi đơn vị",
    ]
