"""A working day of the sample office, Wednesday 25/11/2026 from 07:45 on: answers, documents, checks, more time, progress."""

import re

import pytest

from tests.stories.office import BAO, DIEP, KHOI, LIEN, NHAT, PHUOC, SON, THU, TIN

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
BACK = "[Sửa] [Ghi nhầm, bỏ]"


async def test_a_tap_is_recorded_in_a_new_message_with_the_code_first_and_a_way_back(office):
    shown = len(office.phone(THU).screen)
    answer = await office.taps(THU, "1.3 Đang thực hiện")
    assert re.match(r'1\.3: đã ghi "Đang thực hiện"\. Hạn 25/11/2026\.', answer)
    assert answer.endswith(BACK)
    assert len(office.phone(THU).screen) == shown + 1
    assert (await office.taps(THU, "50 %")).startswith('1.3: đã ghi "Đang thực hiện (50 %)". Hạn 25/11/2026.')
    assert "1.3: đã bỏ. Trở lại: Đang thực hiện" in await office.taps(THU, "Ghi nhầm, bỏ")


@pytest.mark.parametrize(
    ("words", "recorded"),
    [
        ("3.5 xong", "Đã báo hoàn thành, chờ kiểm tra"),
        ("3.5 xong roi a", "Đã báo hoàn thành, chờ kiểm tra"),
        ("3.5 đang làm 60%", "Đang thực hiện (60 %)"),
        ("3.5 dang lam 60%", "Đang thực hiện (60 %)"),
        ("3.5 chưa làm", "Chưa thực hiện"),
        ("3.5 chua lam", "Chưa thực hiện"),
    ],
)
async def test_words_with_or_without_diacritics_are_recorded(office, words, recorded):
    answer = await office.tells(DIEP, words)
    assert answer.startswith(f'3.5: đã ghi "{recorded}".')
    assert "27/11/2026" in answer
    assert BACK in answer


async def test_what_was_said_is_taken_back_in_words(office):
    await office.tells(DIEP, "3.5 đang làm 60%")
    await office.tells(DIEP, "3.5 xong")
    assert (await office.tells(DIEP, "bấm nhầm")).startswith("3.5: đã bỏ. Trở lại: Đang thực hiện (60 %), hạn 27/11/2026")
    assert "[Việc của tôi]" in await office.tells(DIEP, "bam nham")


async def test_a_typed_number_picks_what_was_offered(office):
    assert "[3.5]" in await office.tells(DIEP, "viec cua toi")
    card = await office.tells(DIEP, "1")
    assert card.startswith("3.5: Lấy ý kiến người dân tại quầy hằng quý")
    assert "Hạn 27/11/2026." in card
    assert (await office.tells(DIEP, "1")).startswith("3.5: đã ghi")


async def test_a_code_alone_shows_the_row_and_that_of_somebody_else_is_not_touched(office):
    assert (await office.tells(NHAT, "7.2")).startswith("7.2: Đăng tin bài mới")
    assert await office.tells(NHAT, "2.2") == "2.2 không do đồng chí phụ trách; chưa ghi gì.\n[Việc của tôi]"
    assert await office.tells(NHAT, "2.2 xong") == "2.2 không do đồng chí phụ trách; chưa ghi gì.\n[Việc của tôi]"
    assert await office.tells(NHAT, "9.9 xong") == "9.9 không do đồng chí phụ trách; chưa ghi gì.\n[Việc của tôi]"


async def test_answering_a_reminder_of_two_rows_without_a_code_asks_which_one(office):
    reminder = office.phone(LIEN).screen[-1]
    question = await office.tells(LIEN, "xong", reply_to=reminder)
    assert question.startswith("Đồng chí nói đến việc nào? Chưa ghi gì.")
    assert question.endswith("[2.2] [2.1.2] [Thôi]")
    assert (await office.tells(LIEN, "2")).startswith('2.1.2: đã ghi "Đã báo hoàn thành, chờ kiểm tra"')


async def test_answering_a_reminder_of_one_row_needs_no_code(office):
    reminder = office.phone(KHOI).screen[-1]
    assert (await office.tells(KHOI, "đang làm 30%", reply_to=reminder)).startswith('5.3: đã ghi "Đang thực hiện (30 %)"')


async def test_a_day_in_the_words_is_the_completion_date(office):
    answer = await office.tells(TIN, "6.2 đã nộp hôm 14/10")
    assert "Hoàn thành ngày 14/10/2026, hạn 15/10/2026." in answer
    assert "chậm" not in answer


async def test_a_late_result_says_how_late_it_is_and_what_is_missing(office):
    answer = await office.tells(LIEN, "2.2 xong")
    assert "Hoàn thành ngày 25/11/2026, hạn 20/11/2026. Tính theo ngày đó là chậm 03 ngày làm việc." in answer
    assert "Còn thiếu tài liệu: Kế hoạch, danh sách, hình ảnh hội nghị." in answer
    assert "[Gửi tài liệu]" in answer


async def test_a_difficulty_is_recorded_and_seen_by_the_leaders(office):
    assert "2.1.2: đã ghi vướng mắc" in await office.tells(LIEN, "2.1.2 vướng, chờ số liệu của công an")
    assert "nguy cơ 12" in await office.tells(SON, "/tiendo")


async def test_a_check_asks_for_more_with_a_reason_and_then_accepts_and_the_past_is_closed(office):
    office.quiet()
    await office.tells(DIEP, "3.5 xong")
    assert "3.5" in await office.heard(PHUOC)
    await office.tells(PHUOC, "viec cho kiem tra")
    card = await office.tells(PHUOC, "1")
    assert card.startswith("3.5: Lấy ý kiến người dân tại quầy hằng quý")
    assert "[Chấp nhận] [Yêu cầu bổ sung]" in card
    await office.taps(PHUOC, "Yêu cầu bổ sung")
    assert "Đã báo đồng chí Quách Thị Ngọc Diệp" in await office.tells(PHUOC, "thiếu chữ ký của người dân")
    more = await office.heard(DIEP)
    assert "3.5 cần bổ sung. Đồng chí Đinh Hữu Phước đề nghị: thiếu chữ ký của người dân. Tài liệu đã gửi vẫn được giữ." in more
    await office.tells(DIEP, "3.5 xong")
    await office.tells(PHUOC, "/kiemtra")
    await office.taps(PHUOC, "3.5")
    assert "3.5: đã xác nhận, hoàn thành ngày 25/11/2026" in await office.taps(PHUOC, "Chấp nhận")
    assert "3.5: đồng chí Đinh Hữu Phước đã kiểm tra và xác nhận" in await office.heard(DIEP)
    for answer in (await office.taps(DIEP, "Ghi nhầm, bỏ"), await office.tells(DIEP, "bấm nhầm")):
        assert answer.startswith("Không còn nội dung nào bỏ được")
    assert "3.5 đã được xác nhận" in await office.tells(DIEP, "3.5 chưa làm")


async def test_nobody_checks_their_own_row(office):
    office.quiet()
    await office.tells(THU, "1.3 xong")
    told = office.new()
    assert BAO in told, "the coordinator checks the row of a head"
    assert "1.3" not in await office.tells(THU, "/kiemtra")
    phone, ask = office.phone(THU), told[BAO]
    assert "[Kiểm tra]" in ask
    forged = next(one for one in office.phone(BAO).screen if "Kiểm tra" in one.data).data["Kiểm tra"].replace("check", "accept")
    phone.taps_data(forged, phone.screen[-1].raw)
    assert "1.3" in await office.heard(THU)
    assert "Tình trạng: Đã báo hoàn thành." in await office.tells(THU, "1.3")


async def test_more_time_is_asked_for_and_granted_by_the_head(office):
    office.quiet()
    assert "7.2: xin gia hạn đến ngày nào, vì sao?" in await office.tells(NHAT, "xin lùi 7.2")
    asked = await office.tells(NHAT, "30/12, chờ phần mềm")
    assert asked.startswith("7.2: đã chuyển đề nghị gia hạn đến 30/12/2026. Hạn vẫn là 25/12/2026")
    request = await office.heard(THU)
    assert "Đồng chí Cao Minh Nhật xin gia hạn 7.2" in request
    assert "Lý do: 30/12, chờ phần mềm." in request
    granted = await office.taps(THU, "Đồng ý đến 30/12")
    assert granted.startswith("7.2: đã chấp thuận, hạn nội bộ mới là 30/12/2026. Đã báo đồng chí Cao Minh Nhật.")
    said = "7.2: đồng chí Lý Thị Hoài Thu đã chấp thuận gia hạn, hạn nội bộ mới là 30/12/2026."
    assert (await office.heard(NHAT)).startswith(said)
    assert "Hạn 30/12/2026." in await office.tells(NHAT, "7.2")


async def test_a_late_row_is_not_extended_but_explained(office):
    assert "Xin gia hạn" not in office.phone(KHOI).screen[-1].buttons
    assert (await office.tells(KHOI, "5.3 xin gia hạn đến 05/12")).startswith("5.3 đã quá hạn nên không gia hạn được.")


async def test_remind_me_later_moves_the_reminder_and_never_the_due_date(office):
    question = await office.taps(DIEP, "Nhắc lại sau")
    assert question.startswith("3.5: nhắc lại lúc nào? Hạn giữ nguyên.")
    assert "Hạn 27/11/2026, giữ nguyên." in await office.taps(DIEP, "Sau 1 giờ (08:45 25/11)")
    office.quiet()
    await office.clock(8, 44)
    assert DIEP not in office.new()
    await office.clock(8, 45)
    assert "3.5 - Lấy ý kiến người dân tại quầy hằng quý: hạn 27/11/2026" in office.new()[DIEP]


async def test_only_what_is_due_today_and_unanswered_is_reminded_of_once_more_at_13_45(office):
    await office.tells(THU, "8.2 đang làm 10%")
    office.quiet()
    await office.clock(13, 44)
    assert set(office.new()) <= {BAO}
    await office.clock(13, 45)
    heard = office.new()
    assert set(heard) - {BAO} == {THU}
    assert heard[THU].startswith(f"Đồng chí {THU} có 01 việc đến hạn hôm nay:\n1.3 - ")
    office.quiet()
    await office.clock(16, 30)
    assert THU not in office.new()


async def test_an_answered_row_is_not_reminded_of_again(office):
    await office.tells(THU, "1.3 xong")
    office.quiet()
    await office.clock(13, 45)
    assert THU not in office.new()
