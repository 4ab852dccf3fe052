"""Last year's result and losses in /tiendo, cards and reminders; and the own month, which its holder sees first."""

from argparse import Namespace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from sqlalchemy import update

from bot.commands import past
from bot.flows.scoring.last_year import Unread, of_table, read
from bot.settings import Settings
from locales.say import work as say_work
from storage.checking import checks
from storage.office import people
from storage.points import last_year
from storage.points.last_year import LastYear, Lost
from storage.rules.status import Progress, Role
from storage.tables import Assignment
from storage.work import assignments, campaigns, causes, updates
from storage.work.updates import Report, Stamp
from tests.flows.small_office import Office

TYPED = "73,31 Khá 5/10\n3.1 1,0 báo cáo gửi chậm\n2.1.3 0,5\n9.9 0,25 thiếu ảnh"


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
    assert "1. 3.1 mất 1: báo cáo gửi chậm; nay đã xác nhận, Võ Thị Kim Ngân." in listed
    assert "Năm trước mất 0,5 điểm ở tiêu chí này." in ngan.goes(f"row:{office.rows['2.1.3']}")
    with office.store.transaction() as db:
        assert say_work.last_year(assignments.get(db, office.rows["3.1"])) == (
            "Năm trước mất 1 điểm ở tiêu chí này: báo cáo gửi chậm."
        )
    tung.goes("last_year")
    tung.says("80 Tốt")
    assert "Mất điểm năm trước" not in chief.goes("progress"), "entered anew, in place of what stood there"


def test_this_year_stands_against_the_last_by_field_and_criterion(office: Office):
    tung, chief, ngan = (office.phone(f"telegram:{n}") for n in (1, 4, 2))
    assert "Chưa nhập kết quả năm trước." in chief.says("năm trước")
    tung.says("năm trước")
    tung.says(TYPED)
    text = chief.says("năm trước")
    assert "Theo lĩnh vực: điểm năm 2025 → dự kiến năm nay" in text
    assert "1. chưa rõ lĩnh vực: 1,5/3 → 3/3 (tăng 1,5)" in text, "what was not lost was got, where losses were typed"
    listed = chief.taps("1")
    assert "1. 1.2.4 Võ Thị Kim Ngân: 1/1 → 1/1\n" in listed
    assert ". 3.1 Võ Thị Kim Ngân: 0/1 → 1/1 (tăng 1)" in listed
    assert chief.choice("Quay lại").route == "progress:last"
    ngan.goes(f"block:{office.rows['1.2.4']}:1")  # its points are at risk now
    assert chief.goes("progress:last:1").split("\n")[2] == "1. 1.2.4 Võ Thị Kim Ngân: 1/1 → 0/1 (giảm 1)", "what fell most comes first"
    for forged in ("progress:last:0:1", "progress:last:9", "progress:last:x"):
        assert "Theo lĩnh vực" in chief.goes(forged) or "không còn" in chief.text


def test_a_table_of_last_year_is_kept_with_every_criterion_and_its_index_may_be_typed_afterwards(office: Office):
    told = {"year": 2025, "index": None, "class": None, "rank": None}
    told["rows"] = [["3.1", "1", "1", "0.4", "0.6", "gửi chậm."], ["1.2.4", "1", None, "1", "0", None], ["9.9", "1", "1", "0", "1", None]]
    result, lost = of_table(told)
    with office.store.transaction() as db:
        campaign = campaigns.of_year(db, office.id, 2026)
        assert last_year.keep(db, campaign, 2025, result, lost, is_table=True) == ["9.9"]
    chief, tung = office.phone("telegram:4"), office.phone("telegram:1")
    text = chief.goes("progress:last")
    assert "1. chưa rõ lĩnh vực: 1,4/2 → 2/2 (tăng 0,6)" in text
    assert "Chưa so sánh 01 tiêu chí vì không có điểm năm trước." in text, "a table tells of the criteria that it holds"
    assert "1. 3.1 mất 0,6: gửi chậm; nay đã xác nhận" in chief.goes("progress:remedies")
    tung.goes("last_year")
    tung.says("85,5 Tốt 5/10")
    assert "Năm 2025: 85,5 %, Tốt, hạng 5/10" in chief.goes("progress")
    assert "(tăng 0,6)" in chief.goes("progress:last"), "the result alone leaves the table as it is"
    assert "có thể chưa nhập đủ" not in chief.goes("progress:last"), "a part cannot add up to the whole"
    tung.goes("last_year")
    tung.says("60 Khá 5/10\n3.1 0,5 gửi chậm")
    assert "đã nhập cộng lại là 83,33 %, chỉ số công bố là 60 %" in chief.goes("progress:last")


def test_the_command_line_shows_and_keeps_a_table(office: Office, tmp_path, capsys):
    path = tmp_path / "nam-truoc.csv"
    path.write_text("Kết quả Chỉ số CCHC năm 2025: chỉ số 85,5 %;;\nMã;Điểm bị trừ;Lý do\n3.1;1,0;gửi chậm\n9.9;0,5;", "utf-8")
    args = Namespace(file=str(path), dry_run=True, year=2026, unit=None)
    assert past.run(args, office.store, Settings()) == 0
    assert "Kết quả năm 2025: đọc được 02 tiêu chí, 02 tiêu chí mất điểm, cộng 1,5 điểm." in capsys.readouterr().out
    chief = office.phone("telegram:4")
    assert "Năm 2025" not in chief.goes("progress"), "nothing is kept by a look"
    args.dry_run = False
    assert past.run(args, office.store, Settings()) == 0
    assert "Không có trong danh sách năm nay: 9.9." in capsys.readouterr().out
    assert "Năm 2025: 85,5 %" in chief.goes("progress")
    path.write_text(path.read_text("utf-8").replace("2025", "2023"), "utf-8")
    assert past.run(args, office.store, Settings()) == 1
    assert "là kết quả năm 2023, không phải năm 2025" in capsys.readouterr().err
    path.write_text("Mã;Tên\n1.1;Kế hoạch", "utf-8")
    assert past.run(args, office.store, Settings()) == 1
    assert "không có cột mã tiêu chí kèm điểm mất" in capsys.readouterr().err


def test_others_do_not_enter_last_year(office: Office):
    assert "dành cho vai trò khác" in office.phone("telegram:2").goes("last_year")


def test_the_own_month_with_results_lateness_and_the_confirmed_cause(office: Office):
    row = office.rows["2.1.3"]  # due 25/11
    with office.store.transaction() as db:
        updates.report(db, row, Report(Progress.REPORTED, completed_on=date(2026, 11, 30)), Stamp(office.ngan, office.now, "tap"), date(2026, 11, 30))
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


def test_a_delay_is_not_that_of_who_took_the_row_over_when_it_was_late(office: Office):
    row = office.rows["2.1.3"]  # due 25/11
    chief = office.phone("telegram:4").wait(days=7)  # 27/11
    chief.goes(f"reassign:{row}:{office.ha}:yes")
    ha = office.phone("telegram:3").wait(days=9)
    text = ha.says("bảng việc tháng của tôi")
    assert "01 việc; hoàn thành 00; đúng hạn 00; chậm 00.\n" in text
    assert "nhận bàn giao ngày 27/11, khi đã quá hạn" in text


def test_work_done_in_time_and_handed_over_after_its_date_is_on_time(office: Office):
    row = office.rows["2.1.3"]  # due 25/11
    with office.store.transaction() as db:
        updates.report(db, row, Report(Progress.REPORTED, completed_on=date(2026, 11, 25)), Stamp(office.ngan, office.now, "tap"), date(2026, 11, 25))
        updates.change(db, row, {"person_id": office.ha}, "handover", Stamp(office.chu, office.now + timedelta(days=7), "tap"))
    text = office.phone("telegram:3").wait(days=9).says("bảng việc tháng của tôi")
    assert "01 việc; hoàn thành 01; đúng hạn 01; chậm 00" in text
    assert "bàn giao" not in text


@pytest.mark.parametrize("back", [False, True])
def test_a_row_that_comes_back_late_to_who_let_it_become_late_is_theirs(office: Office, back: bool):
    chief = office.phone("telegram:4").wait(days=7)  # 27/11
    row = office.rows["2.1.3"]  # due 25/11, of Ngân
    chief.goes(f"reassign:{row}:{office.ha}:yes")
    if back:
        chief.goes(f"reassign:{row}:{office.ngan}:yes")
    text = office.phone("telegram:2" if back else "telegram:3").wait(days=9).says("bảng việc tháng của tôi")
    assert ("nhận bàn giao ngày 27/11" in text) != back
    assert ("chậm 01.\n" in text) == back


def test_what_is_still_late_stands_in_the_next_month_too_until_it_is_done(office: Office):
    row = office.rows["2.1.3"]  # due 25/11
    ngan = office.phone("telegram:2").wait(days=25)  # 15/12
    december = ngan.says("bảng việc tháng")
    assert "02 việc; hoàn thành 00; đúng hạn 00; chậm 02.\n1. 2.1.3" in december  # and 1.2.4, due 10/12
    assert "hạn 25/11, đang thực hiện, chậm 14 ngày làm việc" in december
    with office.store.transaction() as db:
        updates.report(db, row, Report(Progress.REPORTED, completed_on=date(2026, 12, 14)), Stamp(office.ngan, ngan.now, "tap"), date(2026, 12, 14))
    assert "2.1.3" in ngan.goes("months:202612")
    assert "2.1.3" not in ngan.goes("months:202701")
    assert "Bảng việc tháng 12/2026" in ngan.says("bảng việc tháng 12")
    assert "Bảng việc tháng 11/2025" in ngan.says("xem bảng việc tháng 11/2025")


def test_a_month_calls_nothing_late_that_nobody_owed_nor_on_time_what_has_no_day(office: Office):
    with office.store.transaction() as db:
        rows = {"1.2.4": Progress.NOT_ARISING, "2.1.3": Progress.CONFIRMED}
        for code, progress in rows.items():
            values = {"progress": progress.value, "due_on": date(2026, 11, 10), "completed_on": None}
            db.execute(update(Assignment).where(Assignment.id == office.rows[code]).values(**values))
    text = office.phone("telegram:2").says("bảng việc tháng của tôi")
    assert "02 việc; hoàn thành 01; đúng hạn 00; chậm 00.\n" in text
    assert "chậm 0" not in text.splitlines()[2] + text.splitlines()[3]


def test_the_head_sees_a_month_only_when_it_is_shown(office: Office):
    with office.store.transaction() as db:
        people.grant(db, office.ha, people.by_id(db, office.ha).unit_id, Role.HEAD)
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    assert "2.1.3" not in ha.says("bảng việc tháng")
    ngan.goes("months:202611")
    assert "Đã gửi đồng chí Lê Thu Hà." in ngan.taps("Gửi trưởng bộ phận xem")
    assert "Bảng việc tháng 11/2026 của Võ Thị Kim Ngân" in ha.sees()
