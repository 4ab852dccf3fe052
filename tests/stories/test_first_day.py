"""The first day: a table comes in, people come in by their codes, sending starts, and the next morning's reminders arrive."""

import csv
from pathlib import Path

import xlsxwriter

from tests.stories.office import BAO, DIEP, EVERYONE, KHOI, LIEN, NHAT, PHUOC, SON, TABLE, THU, TIN, WEDNESDAY, YEN

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def test_an_office_goes_from_its_table_to_the_first_reminders(new_office, tmp_path):
    office = new_office
    await the_coordinator_comes_in(office)
    await a_csv_is_previewed_and_recorded(office)
    await the_same_as_xlsx_with_one_date_changed_is_one_change(office, tmp_path)
    await tomorrow_is_shown_and_nobody_has_heard_anything(office)
    codes = await codes_are_given_in_the_chat(office)
    await people_come_in(office, codes)
    await a_wrong_person_goes_out_again(office, codes)
    await sending_starts(office)
    await the_morning_reminders_reach_exactly_those_who_have_something_due(office)


async def the_coordinator_comes_in(office):
    answer = await office.tells(BAO, f"/start {await office.invite(BAO)}")
    assert answer.startswith(f"Đã liên kết: đồng chí {BAO}")
    assert "Thông báo:" in answer
    assert "[Đã hiểu]" in answer
    assert "[Không phải tôi]" in answer
    assert "TROGIUP" in await office.taps(BAO, "Đã hiểu")


async def a_csv_is_previewed_and_recorded(office):
    await office.phone(BAO).sends_document(TABLE.read_bytes(), TABLE.name, mime="text/csv")
    preview = await office.heard(BAO)
    for words in ("đọc được 31 dòng, 100 điểm, 09 người", "Chưa ghi gì, chưa gửi tin cho ai", "[Ghi] [Bỏ]"):
        assert words in preview
    done = await office.taps(BAO, "Ghi")
    assert "mới 31, đổi 00, bỏ 00" in done
    assert "Chưa gửi tin cho ai" in done
    assert "[Bắt đầu gửi]" in done


async def the_same_as_xlsx_with_one_date_changed_is_one_change(office, folder: Path):
    await office.phone(BAO).sends_document(changed_workbook(folder / "bang.xlsx"), "bang phan cong.xlsx", mime=XLSX)
    assert "Đổi 1.1.2: hạn 14/12/2026 → 15/12/2026" in await office.heard(BAO)
    assert "mới 00, đổi 01, bỏ 00, giữ nguyên 30" in await office.taps(BAO, "Ghi")


def changed_workbook(path: Path) -> bytes:
    """The sample table as somebody keeps it in Excel, with another date for 1.1.2."""
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[2][5] = "15/12/2026"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Phân công")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path.read_bytes()


async def tomorrow_is_shown_and_nobody_has_heard_anything(office):
    answer = await office.taps(BAO, "Xem sáng mai ai nhận gì")
    assert "Nếu bắt đầu gửi, thứ Tư 25/11/2026: 06 đồng chí" in answer
    assert THU in answer
    assert "1.3 Tự kiểm tra công tác cải cách hành chính, hạn 25/11/2026" in await office.taps(BAO, THU)
    assert all(not office.phone(name).screen for name in EVERYONE if name != BAO)


async def codes_are_given_in_the_chat(office):
    await office.tells(BAO, "quản lý")
    assert "09 đồng chí chưa kết nối" in await office.taps(BAO, "Mã mời")
    answer = await office.taps(BAO, "Cấp mã")
    lines = [line.split(": https://t.me/") for line in answer.splitlines() if "https://t.me/" in line]
    codes = {name: link.partition("start=")[2] for name, link in lines}
    assert set(codes) == set(EVERYONE) - {BAO}
    return codes


async def people_come_in(office, codes):
    for name, code in codes.items():
        answer = await office.tells(name, f"/start {code}")
        assert answer.startswith(f"Đã liên kết: đồng chí {name}")
        assert ("Dự kiến" in answer) == (name == SON), "the chairperson sees at once where the office stands"
        assert len(office.phone(name).screen) == 1
        assert f"Cần hỏi: đồng chí {BAO}" in answer
    told = await office.heard(BAO)
    assert all(f"Đồng chí {name} vừa liên kết điện thoại" in told for name in codes)
    assert "[Hủy liên kết]" in told


async def a_wrong_person_goes_out_again(office, codes):
    office.quiet()
    assert "Đã bỏ liên kết" in await office.taps(LIEN, "Không phải tôi")
    assert f"mã mời của đồng chí {LIEN} báo không phải mình" in await office.heard(BAO)
    assert "chưa được liên kết" in await office.tells(LIEN, "/viec")
    assert "Mã này không dùng được" in await office.tells(LIEN, f"/start {codes[LIEN]}")
    assert f"đồng chí {LIEN}" in await office.tells(LIEN, f"/start {await office.invite(LIEN)}")
    assert "Đồng chí phụ trách 02 tiêu chí" in office.phone(LIEN).screen[-1].text


async def sending_starts(office):
    question = await office.tells(BAO, "bat dau gui")
    assert "Từ 07 giờ 45 ngày 25/11/2026" in question
    assert "10 đồng chí đã kết nối" in question
    office.quiet()
    assert "Đã bắt đầu gửi" in await office.taps(BAO, "Bắt đầu gửi")
    await office.clock(16, 0)
    assert set(office.new()) <= {BAO}, "reminders wait for the next morning"


async def the_morning_reminders_reach_exactly_those_who_have_something_due(office):
    office.quiet()
    await office.clock(7, 44, WEDNESDAY)
    assert set(office.new()) <= {BAO}
    await office.clock(7, 45)
    heard = office.new()
    assert set(heard) - {BAO} == {THU, KHOI, LIEN, TIN, DIEP, NHAT}
    assert not {SON, YEN, PHUOC} & set(heard)
    assert "1.3 - Tự kiểm tra công tác cải cách hành chính: đến hạn hôm nay." in heard[THU]
    assert "Việc này đo bằng số liệu" in heard[THU], "1.1.2 is a figure"
    assert "[1.3 Đã hoàn thành] [1.3 Đang thực hiện] [1.3 Vướng mắc]" in heard[THU]
    assert "có 01 việc đã qua hạn" in heard[LIEN]
    assert "quá hạn 03 ngày làm việc (hạn 20/11/2026)" in heard[LIEN]
    assert "Danh sách này chỉ gửi một lần" in heard[TIN]
    assert "Nếu đã gửi báo cáo kỳ này, đồng chí nhắn số văn bản" in heard[DIEP], "3.5 is recurring"
    assert "Điểm thưởng: chỉ khi có kết quả" in heard[NHAT]
    assert all(len(text) < 1100 for text in heard.values()), "one screen of a phone"
