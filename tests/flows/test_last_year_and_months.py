"""Last year's result and losses in /tiendo, cards and reminders; and the own month, which its holder sees first."""

from datetime import date
from decimal import Decimal as D

import pytest
from sqlalchemy import update

from bot.flows.last_year import Unread, read
from locales.say import work as say_work
from storage import assignments, causes, checks, people, updates
from storage.last_year import LastYear, Lost
from storage.rules.status import Progress, Role
from storage.tables import Assignment
from tests.flows import small_office
from tests.flows.small_office import Office

TYPED = "73,31 Khá 5/10\n3.1 1,0 báo cáo gửi chậm\n2.1.3 0,5\n9.9 0,25 thiếu ảnh"


@pytest.fixture
def office(store, now) -> Office:
    return small_office.build(store, now)


@pytest.mark.parametrize(
    "text, result, lost",
    [
        (TYPED, LastYear(D("73.31"), "Khá", "5/10"),
         [Lost("3.1", D("1.0"), "báo cáo gửi chậm"), Lost("2.1.3", D("0.5"), ""), Lost("9.9", D("0.25"), "thiếu ảnh")]),
        ("94,15 %, Xuất sắc, hạng 2/11", LastYear(D("94.15"), "Xuất sắc", "2/11"), []),
        ("80.5\nTC1: 0,25 điểm, thiếu ảnh.", LastYear(D("80.5")), [Lost("TC1", D("0.25"), "thiếu ảnh")]),
    ],
)  # fmt: skip
def test_last_year_as_people_type_it(text, result, lost):
    found, losses = read(text)
    assert found == result
    assert list(losses) == lost


@pytest.mark.parametrize("text", ["", "Khá", "173 Khá", "73,31 Khá\nkhông có mã", "73,31 Khá 5/10\n3.1 báo cáo"])
def test_what_cannot_be_read_is_named_and_nothing_is_kept(text, office: Office):
    with pytest.raises(Unread):
        read(text)


def test_last_year_stands_in_tiendo_cards_reminders_and_the_remedy_list(office: Office):
    tung, chief, ngan = (office.phone(f"telegram:{n}") for n in (1, 4, 2))
    assert "Năm 2025" not in chief.goes("progress")
    assert "dòng đầu ghi chỉ số" in tung.says("năm trước")
    assert "Chưa đọc được dòng: sai" in tung.says("73,31 Khá 5/10\nsai")
    told = tung.says(TYPED)
    assert told == "Đã ghi năm 2025: 73,31 %, 03 tiêu chí mất 1,75 điểm. Không có trong danh sách năm nay: 9.9."
    text = chief.goes("progress")
    assert "Năm 2025: 73,31 %, Khá, hạng 5/10 (nay cao hơn 26,69)." in text  # all three rows are on their way: 100 %
    assert "Mất điểm năm trước: 02 tiêu chí, 1,5 điểm; nay đã khắc phục 01." in text
    assert len(text) < 900, "one screen of a phone"
    listed = chief.goes("progress:remedies")
    assert "- 3.1 mất 1,0: báo cáo gửi chậm; nay đã xác nhận, Võ Thị Kim Ngân." in listed
    assert "Năm trước mất 0,5 điểm ở tiêu chí này." in ngan.goes(f"row:{office.rows['2.1.3']}")
    with office.store.transaction() as db:
        assert say_work.last_year(assignments.get(db, office.rows["3.1"])) == (
            "Năm trước mất 1,0 điểm ở tiêu chí này: báo cáo gửi chậm."
        )
    tung.goes("last_year")
    tung.says("80 Tốt")
    assert "Mất điểm năm trước" not in chief.goes("progress"), "entered anew, in place of what stood there"


def test_others_do_not_enter_last_year(office: Office):
    assert "dành cho vai trò khác" in office.phone("telegram:2").goes("last_year")


def test_the_own_month_with_results_lateness_and_the_confirmed_cause(office: Office):
    row = office.rows["2.1.3"]  # due 25/11
    with office.store.transaction() as db:
        updates.report(db, row, Progress.REPORTED, by=office.ngan, at=office.now, today=date(2026, 11, 30), completed_on=date(2026, 11, 30))
        checks.accept(db, people.by_id(db, office.tung), row, date(2026, 11, 30), office.now)
        causes.decide(db, causes.give(db, row, "chờ số liệu của công an", by=office.ngan, at=office.now), confirmed=True, by=office.chu,
                      at=office.now)  # fmt: skip
        db.execute(update(Assignment).where(Assignment.id == row).values(result_document="45/BC-UBND"))
    ngan = office.phone("telegram:2")
    text = ngan.says("bảng việc tháng của tôi")
    assert text.startswith("Bảng việc tháng 11/2026 của Võ Thị Kim Ngân:\n01 việc; hoàn thành 01; đúng hạn 00; chậm 01, trong đó")
    assert "hạn 25/11, đã xác nhận, hoàn thành 30/11, 45/BC-UBND, chậm 03 ngày làm việc, nguyên nhân khách quan đã xác nhận" in text
    assert "Bảng việc tháng 12/2026" in ngan.taps("Tháng sau")
    assert "1.2.4" in ngan.text
    assert "Tháng này không có việc" in ngan.goes("months:202501")
    assert "không còn" in ngan.goes("months:202613")


def test_the_head_sees_a_month_only_when_it_is_shown(office: Office):
    with office.store.transaction() as db:
        people.grant(db, office.ha, people.by_id(db, office.ha).unit_id, Role.HEAD)
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    assert "2.1.3" not in ha.says("bảng việc tháng")
    ngan.goes("months:202611")
    assert "Đã gửi Lê Thu Hà." in ngan.taps("Gửi trưởng bộ phận xem")
    assert "Bảng việc tháng 11/2026 của Võ Thị Kim Ngân" in ha.sees()
