"""A file by which most of the list would go: to be typed, not tapped; the first load is one tap."""

from storage.loading import loads
from tests.flows.phone import Phone
from tests.flows.test_load_chat import HA, office, sends  # noqa: F401 - fixtures
from tests.storage.assignment_table import row


def test_a_file_that_leaves_out_most_of_the_list_is_recorded_by_a_typed_number_only(store, sends, now):  # noqa: F811
    long = [row(f"2.1.{number}", f"Việc {number}", lead=HA, due="2026-12-15") for number in range(1, 13)]
    tung = sends(*long)
    assert tung.taps("Ghi").startswith("Đã ghi"), "the first load is one tap"
    sends(*long[:1], row("3.1.1", "Việc khác", lead=HA, due="2026-12-15"), phone=tung, name="nham.xlsx")
    asked = tung.taps("Ghi")
    assert "bỏ 11 dòng" in asked and "nhập số 11" in asked
    assert "nhập số 11" in tung.says("ok")
    ngan = Phone(store, "telegram:2", now)
    with store.transaction() as db:
        assert loads.last_applied(db, 1, 2026) == 1
    assert "bỏ 11, giữ nguyên 01" in tung.says("11")
    assert "bỏ 11" in ngan.sees(), "the other coordinator learns of it"
    assert "Ghi nhầm, bỏ lần ghi này" in tung.labels
