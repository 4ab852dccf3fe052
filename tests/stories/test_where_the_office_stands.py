"""Where the office stands: what the chairperson sees and does, what others see, what a group and a stranger get."""

import re
from decimal import Decimal

from storage.tables import Evidence
from tests.emulator.images import png
from tests.stories.office import BAO, DIEP, KHOI, LIEN, PHUOC, SON, THU, TIN, YEN, count

PARTS = ("Đã đạt", "chờ kiểm tra", "chưa đến hạn", "nguy cơ", "khảo sát", "đã mất")


def number_after(words: str, text: str) -> Decimal:
    found = re.search(rf"{words} (\d+(?:,\d+)?)", text)
    assert found, f"no figure after {words!r} in {text}"
    return Decimal(found[1].replace(",", "."))


async def test_the_chairperson_sees_where_the_office_stands(office):
    text = await office.tells(SON, "tien do")
    assert text.startswith("Kính báo cáo Chủ tịch.\nTiến độ CCHC năm 2026, UBND phường An Khánh, đến 07 giờ 45 ngày 25/11/2026.")
    line = next(line for line in text.splitlines() if line.startswith("Đã đạt"))
    parts = [number_after(name, line) for name in PARTS]
    assert sum(parts) == 100
    assert number_after("Dự kiến", text) == sum(parts[:3])
    assert "Hoàn thành 10/31 việc (32,26 %); trong số đã đến hạn: 10/13 (76,92 %)." in text
    assert "- 2.2 Tạ Thị Kim Liên: 03 ngày làm việc (4 điểm)" in text
    assert len(text) < 900, "one screen of a phone"


async def test_the_chairperson_looks_deeper_and_comes_back_in_the_same_message(office):
    await office.tells(SON, "/tiendo")
    phone, first = office.phone(SON), office.phone(SON).screen[-1]
    assert first.buttons[1:] == ["Báo cáo", "Xem thêm"]
    await office.taps(SON, "Xem thêm")
    await office.taps(SON, "Theo lĩnh vực")
    fields = phone.screen[-1]
    assert fields.message_id == first.message_id
    assert "Cải cách thủ tục hành chính" in fields.text
    await office.taps(SON, "Quay lại")
    await office.taps(SON, "Theo cán bộ")
    assert "Tạ Thị Kim Liên: 5/9; 1/3; quá hạn 01" in phone.screen[-1].text
    await office.taps(SON, "Tạ Thị Kim Liên")
    assert "2.2" in phone.screen[-1].text
    for _ in range(3):
        await office.taps(SON, "Quay lại")
    assert phone.screen[-1].text == first.text
    assert phone.screen[-1].message_id == first.message_id


async def test_one_urging_goes_to_each_holder_of_late_rows_in_the_name_of_the_chairperson(office):
    await office.tells(SON, "/tiendo")
    office.quiet()
    asked = await office.tells(SON, "1")
    assert asked.startswith("Gửi tới 03 đồng chí về 03 việc: ")
    assert "Chủ tịch yêu cầu báo tình trạng các việc quá hạn:" in asked, "shown before it goes"
    assert set(office.new()) == set(), "asked first"
    assert "Đã gửi đôn đốc tới 03 đồng chí." in await office.tells(SON, "1")
    heard = office.new()
    assert set(heard) == {LIEN, KHOI, TIN}
    assert heard[TIN].startswith("Chủ tịch yêu cầu báo tình trạng các việc quá hạn:\n- 6.2")
    office.quiet()
    await office.tells(SON, "/tiendo")
    assert "Đã đôn đốc trong ngày, không gửi lại: " in await office.tells(SON, "1")
    assert set(office.new()) == set(), "not twice in a working day"


async def test_last_year_comes_as_a_table_in_the_chat_and_stands_against_this_year(office):
    table = "Kết quả Chỉ số CCHC năm 2025: chỉ số 85,5 %, xếp loại Tốt, hạng 5/10;;;\nMã;Điểm chuẩn;Điểm thẩm định;Lý do\n"
    table += "2.2;4;3;hội nghị tổ chức chậm\n6.2;2;2;\n9.9;1;0;thiếu ảnh"
    await office.phone(BAO).sends_document(table.encode(), "ket-qua-2025.csv", mime="text/csv")
    shown = await office.heard(BAO)
    assert "Kết quả năm 2025: đọc được 03 tiêu chí, 02 tiêu chí mất điểm, cộng 2 điểm." in shown
    assert "- 2.2: mất 1 điểm, hội nghị tổ chức chậm" in shown
    assert "Chưa ghi gì." in shown
    assert "Năm 2025" not in await office.tells(SON, "tien do")
    assert "Đã ghi." in await office.taps(BAO, "Ghi")
    assert "Năm 2025: 85,5 %, Tốt, hạng 5/10 (nay thấp hơn 3,5)." in await office.tells(SON, "tien do")
    seen = await office.tells(SON, "so với năm trước")
    assert "1. Cải cách thể chế: 3/4 → 0/4 (giảm 3)" in seen
    assert "Năm trước mất 1 điểm ở tiêu chí này: hội nghị tổ chức chậm." in await office.tells(LIEN, "2.2")


async def test_an_official_sees_only_their_own_figures(office):
    own = await office.tells(LIEN, "/tiendo")
    assert "Tiến độ CCHC năm 2026, Tạ Thị Kim Liên" in own
    assert "/9 điểm" in own
    assert "Theo cán bộ" not in own
    assert "UBND phường" not in own
    phone = office.phone(LIEN)
    for route in ("progress:people", "progress:person:3", "urge:yes", "checks", "people", "person:3", "office"):
        office.quiet()
        phone.taps_data(route, phone.screen[-1].raw)
        answer = await office.heard(LIEN) or phone.screen[-1].text
        assert not [name for name in (DIEP, TIN, THU, PHUOC, YEN) if name in answer], route
    answer = await office.tells(LIEN, "tình hình của đồng chí Diệp thế nào?")
    assert not [name for name in (DIEP, TIN, THU, PHUOC, YEN) if name in answer]
    assert "Chưa ghi gì" in answer


async def test_a_head_sees_the_own_section(office):
    text = await office.tells(KHOI, "/tiendo")
    assert "Tiến độ CCHC năm 2026, Văn phòng HĐND và UBND" in text
    assert "/22 điểm" in text
    assert TIN not in text


async def test_a_group_sees_totals_and_no_name(office):
    chief, lien = office.phone(SON), office.phone(LIEN)
    group = office.emu.group(-4001, "CCHC phường An Khánh", chief, lien)
    await group.adds_bot(chief)
    await chief.says("/tiendo", where=group)
    await office.settled()
    text = group.screen[-1].text
    assert "Tiến độ" in text
    assert "Dự kiến" in text
    assert not [name for name in (BAO, SON, LIEN, KHOI, TIN) if name in text]
    await lien.says("/tiendo", where=group)
    await office.settled()
    assert "82" not in group.screen[-1].text
    before = len(group.screen)
    await lien.says("/viec", where=group)
    await lien.says("2.2 xong @nhacviec_test_bot", where=group)
    await office.settled()
    assert all("2.2" not in one.text for one in group.screen[before:])
    assert "Đang thực hiện" in await office.tells(LIEN, "2.2")


async def test_a_stranger_learns_nothing(office):
    stranger = office.emu.phone(9009, "Người lạ")
    for text in ("/tiendo", "/viec", "/trogiup", "xin chào", "2.2 xong", "/start", "/quanly", "Tạ Thị Kim Liên"):
        await stranger.says(text)
    await stranger.sends_photo(png(), "2.2")
    await office.settled()
    assert {one.text for one in stranger.screen} == {
        "Tài khoản này chưa được liên kết. Đề nghị gửi mã mời do đầu mối của cơ quan cấp, hoặc mở đường dẫn mời."
    }
    assert await office.store.write(lambda db: count(db, Evidence)) == 0
