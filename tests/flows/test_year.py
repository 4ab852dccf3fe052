"""Windows set in the chat, one screen of self-marking a person, the lock, and what each hears of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from jobs import year as clock
from locales.formats import VIETNAM
from storage.office import units
from storage.rules.marks import Stage
from storage.tables import Score
from tests.flows.small_office import build


@pytest.fixture
def office(store, now):
    made = build(store, now)
    with store.transaction() as db:
        units.set_sending(db, made.id, now)
    return made


def marks(store):
    with store.transaction() as db:
        return [(row.stage, row.points) for row in db.execute(select(Score.stage, Score.points).order_by(Score.id))]


def set_window(tung):
    """Self-marking to the end of Wednesday 25/11; the office locks on the day before, at 17:00."""
    tung.says("quản lý")
    tung.taps("Năm đánh giá")
    tung.taps("Tự chấm điểm")
    return tung.says("05/11 - 25/11/2026")


def test_the_coordinator_sets_a_window_and_the_office_locks_the_day_before(tung, ngan):
    text = set_window(tung)
    assert "Đã đặt Tự chấm điểm năm 2026: từ 05/11/2026 đến hết thứ Tư 25/11/2026; cơ quan khóa 17 giờ 00 thứ Ba 24/11/2026." in text
    assert "(đang mở)" in text
    tung.taps("Tự chấm điểm")
    tung.taps("Đổi giờ khóa của cơ quan")
    assert "cơ quan khóa 10 giờ 30 thứ Hai 23/11/2026" in tung.says("10h30 23/11")
    assert "Không muộn hơn tỉnh" in (tung.taps("Tự chấm điểm"), tung.taps("Đổi giờ khóa của cơ quan"), tung.says("17h 26/11"))[2]
    assert "dành cho vai trò khác" in ngan.says("năm đánh giá")


def test_the_marks_are_ticked_as_typed_into_the_provinces_software(tung):
    tung.says("năm đánh giá")
    assert "Đã nhập phần mềm của tỉnh ngày 20/11/2026." in tung.taps("Đã nhập phần mềm tỉnh")
    assert "Đã nhập phần mềm của tỉnh" not in tung.taps("Bỏ đánh dấu đã nhập")


def test_what_cannot_be_read_changes_nothing(tung):
    set_window(tung)
    tung.taps("Giải trình")
    assert "Chưa thay đổi gì" in tung.says("31/11 - 5/12")
    assert "Chưa thay đổi gì" in tung.says("15/12 - 5/12")
    assert "chưa đặt" in tung.text


def test_one_screen_one_tap_and_the_way_back(tung, ngan, store, office):
    set_window(tung)
    tung.taps("Ước thực hiện")
    assert "Ước thực hiện: được chấm." in tung.taps("Có, được chấm ước")
    text = ngan.says("tự chấm điểm")
    assert "cơ quan khóa 17 giờ 00 thứ Ba 24/11/2026 (tỉnh khóa hết thứ Tư 25/11/2026)" in text
    assert "03 tiêu chí ước thực hiện: 3/3" in text
    assert "bổ sung tài liệu 30/06, 25/11, 10/12" in text
    told = ngan.taps("Đồng ý cả 03")
    assert "Đã ghi điểm tự chấm của 03 tiêu chí: 3/3, trong đó ước thực hiện 3" in told
    assert marks(store) == [("estimated", Decimal(1))] * 3
    assert "Đã bỏ 03 điểm tự chấm" in ngan.taps("Ghi nhầm, bỏ")
    assert marks(store) == []


def test_without_estimates_only_what_is_proven_is_offered(tung, ngan):
    set_window(tung)
    text = ngan.says("tu cham")
    assert "ước thực hiện" not in text
    assert "03 tiêu chí chưa xong hoặc chưa có tài liệu" in text
    assert not any(label.startswith("Đồng ý") for label in ngan.labels)


def test_a_row_is_marked_by_itself_with_its_reason(tung, ngan, store, office):
    set_window(tung)
    ngan.says("tự chấm")
    ngan.taps("Sửa")
    ngan.taps("1.2.4")
    assert "1,5 điểm" in ngan.says("1,5")
    assert marks(store) == []
    ngan.goes(f"own_mark:{office.rows['1.2.4']}")
    assert "1.2.4: đã ghi điểm tự chấm 0,5/1." in ngan.says("0,5 thiếu báo cáo quý III")
    with store.transaction() as db:
        row = db.execute(select(Score.points, Score.reason, Score.stage)).one()
    assert tuple(row) == (Decimal("0.5"), "thiếu báo cáo quý III", Stage.SELF.value)


def test_a_typed_digit_is_points_and_never_the_number_of_an_answer(tung, ngan, store, office):
    ngan.goes(f"own_mark:{office.rows['1.2.4']}")
    assert ngan.labels == ["1", "0,5", "0", "Quay lại"]
    assert "2 điểm" in ngan.says("2")
    assert marks(store) == []
    ngan.says("0")
    assert [points for _stage, points in marks(store)] == [0]


def test_after_the_lock_nothing_changes_by_any_door(tung, ngan, store, office):
    set_window(tung)
    ngan.says("tự chấm")
    ngan.taps("Sửa")
    ngan.goes(f"mark_as:{office.rows['1.2.4']}:1000")
    before = marks(store)
    ngan.wait(days=4, hours=2)
    assert "Đã khóa; thay đổi do Hội đồng quyết định." in ngan.says("tự chấm")
    for attempt in (
        lambda: ngan.goes(f"mark_as:{office.rows['1.2.4']}:500"),
        lambda: ngan.goes(f"own_mark:{office.rows['1.2.4']}"),
        lambda: ngan.goes("unmark:1:99"),
        lambda: ngan.goes("unscore:1"),
        lambda: ngan.says("1.2.4 tự chấm 0,75 điểm"),
        lambda: ngan.goes("agree:1:2"),
    ):
        assert "Đã khóa" in attempt()
    assert marks(store) == before


def test_another_persons_row_is_never_marked(tung, office, store):
    ha = office.phone("telegram:3")
    for route in ("own_mark:{}", "mark_as:{}:1000"):
        assert "1.2.4 không do đồng chí phụ trách; chưa ghi gì." in ha.goes(route.format(office.rows["1.2.4"]))
    ha.goes(f"mark_list:{office.rows['1.2.4'] + 900}")
    assert marks(store) == []


def test_who_has_not_marked_is_told_before_the_lock_and_the_office_at_it(tung, ngan, store, office, now):
    set_window(tung)
    def tick(moment):
        with store.transaction() as db:
            return clock.tick(db, moment, VIETNAM)

    assert tick(now) == 2, "Friday: two working days are left"
    assert "còn 02 ngày làm việc. Đồng chí còn 03 tiêu chí chưa chấm" in ngan.sees()
    assert "Chưa chấm đủ: Võ Thị Kim Ngân (03)." in tung.sees()
    assert tick(now + timedelta(minutes=1)) == 0
    assert tick(now + timedelta(days=2)) == 0, "nothing on a Sunday"
    assert tick(now + timedelta(days=3)) == 2
    assert tick(now + timedelta(days=4)) == 2
    assert "khóa trong hôm nay" in ngan.sees()
    tung.sees()
    assert tick(now + timedelta(days=4, hours=2)) == 1, "at the lock only the office"
    text = tung.sees()
    assert "Tự chấm điểm năm 2026 đã khóa." in text
    assert "Hội đồng được đổi điểm, có ghi lý do, đến hết thứ Tư 25/11/2026." in text



def test_a_mark_typed_behind_the_rows_own_code_is_the_mark_and_not_the_code(tung, ngan, store, office):
    set_window(tung)
    ngan.goes(f"own_mark:{office.rows['1.2.4']}")
    assert "0,5/1" in ngan.says("1.2.4 tự chấm 0,5 thiếu phụ lục")
    assert marks(store)[-1] == (Stage.SELF.value, Decimal("0.5"))
    ngan.goes(f"own_mark:{office.rows['3.1']}")
    assert "lớn hơn" in ngan.says("3.1"), "a number alone stays the mark"


@pytest.mark.parametrize(("days", "promised"), [(5, True), (7, False)])
def test_where_the_lock_is_told_late_nobody_is_promised_a_day_that_has_passed(tung, store, now, days, promised):
    set_window(tung)
    with store.transaction() as db:
        clock.tick(db, now + timedelta(days=days), VIETNAM)
    told = tung.sees()
    assert "Tự chấm điểm năm 2026 đã khóa." in told
    assert ("Hội đồng được đổi điểm" in told) is promised
