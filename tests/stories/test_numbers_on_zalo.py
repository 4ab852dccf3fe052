"""Numbers on Zalo: a digit never does what was not on the screen when it was typed."""

import pytest

from locales.message import units
from storage.office import people
from tests.emulator.images import png
from tests.stories.office import BAO, DIEP, LIEN, NHAT, PHUOC, SON, THU, TUESDAY, WEDNESDAY, at, facts, person_of
from tests.stories.zalo_fixtures import database_fixture, zalo_fixture, zalo_template_fixture  # noqa: F401 - fixtures
from tests.stories.zalo_office import ZaloOffice


@pytest.fixture
async def office(zalo, database, tmp_path):
    """The sample office on Zalo, Wednesday 25/11/2026, 07:45, after the first reminders."""
    async with ZaloOffice(zalo, database, tmp_path / "data", at(TUESDAY, 14)) as one:
        await one.clock(7, 45, WEDNESDAY)
        one.quiet()
        yield one


@pytest.fixture
async def early(zalo, database, tmp_path):
    """The same at 07:40, before the reminders."""
    async with ZaloOffice(zalo, database, tmp_path / "data", at(WEDNESDAY, 7, 40)) as one:
        yield one


async def test_a_reminder_is_answered_by_its_number(office):
    reminder = office.phone(LIEN).screen[-1]
    assert "1. 2.2 Đã hoàn thành" in reminder
    assert reminder.endswith("(Nhắn số để chọn; 0 nếu thôi.)")
    assert (await office.tells(LIEN, "1")).startswith('2.2: đã ghi "Đã báo hoàn thành, chờ kiểm tra"')


@pytest.mark.parametrize("typed", ["1", "1.", "1)", "số 1", "so 1", "Chọn 1"])
async def test_a_number_may_be_written_in_several_ways(office, typed):
    assert (await office.tells(LIEN, typed)).startswith("2.2: đã ghi")


async def test_after_half_an_hour_one_short_question_names_the_line_and_only_then_it_acts(office):
    before = await facts(office)
    await office.clock(8, 15)
    asked = await office.tells(LIEN, "4")
    assert asked.splitlines() == [
        'Chưa ghi gì. Dòng 4 của tin lúc 07 giờ 45 là "2.1.2 Đã hoàn thành" (Báo cáo kết quả rà soát văn bản năm), đúng không?',
        "1. Đúng",
        "2. Chọn dòng khác",
        "(Nhắn số để chọn; 0 nếu thôi.)",
    ]
    assert await facts(office) == before
    assert "4. 2.1.2 Đã hoàn thành" in await office.tells(LIEN, "2")
    assert await facts(office) == before
    await office.clock(8, 50)
    assert '"2.1.2 Đã hoàn thành"' in await office.tells(LIEN, "4")
    assert (await office.tells(LIEN, "1")).startswith("2.1.2: đã ghi")


async def test_of_a_reminder_about_one_row_the_short_question_names_the_row(office):
    await office.clock(9, 0)
    assert '"3.5 Đã hoàn thành" (Lấy ý kiến' in await office.tells(DIEP, "1")
    assert (await office.tells(DIEP, "dung")).startswith("3.5: đã ghi")


async def test_a_number_of_yesterday_gets_the_menu(office):
    before = await facts(office)
    office.now = at(WEDNESDAY.replace(day=27), 8)
    assert "1. Việc của tôi" in await office.tells(SON, "3")
    assert await facts(office) == before


async def test_a_reminder_in_the_middle_of_a_question_leaves_the_numbers_alone(early):
    office = early
    assert "2. Đang thực hiện" in await office.tells(THU, "1.3")
    await office.clock(7, 45)
    reminder = office.phone(THU).screen[-1]
    assert "đến hạn hôm nay" in reminder
    assert reminder.endswith("(Để trả lời tin này, nhắn TRALOI.)")
    assert "Đã hoàn thành" not in reminder, "it has no numbers of its own"
    assert '1.3: đã ghi "Đang thực hiện"' in await office.tells(THU, "2")
    opened = await office.tells(THU, "tra loi")
    assert "đến hạn hôm nay" in opened
    assert "1. 1.3 Đã hoàn thành" in opened
    assert '1.3: đã ghi "Đã báo hoàn thành' in await office.tells(THU, "1")


async def test_words_after_a_reminder_are_not_the_reason_that_was_asked_for_long_before(early):
    office = early
    office.now = at(WEDNESDAY, 7, 10)
    await office.tells(THU, "8.2")
    assert "vướng gì" in await office.taps(THU, "Vướng mắc")
    await office.clock(7, 45)
    assert '1.3: đã ghi "Đã báo hoàn thành' in await office.tells(THU, "1.3 xong")
    assert "Vướng" not in (await office.tells(THU, "8.2")).partition("\n1. ")[0]


async def test_a_notice_in_the_middle_of_a_question_waits_for_its_word_too(office):
    await office.tells(PHUOC, "/viec")
    await office.tells(DIEP, "3.5 xong")
    notice = office.phone(PHUOC).screen[-1]
    assert "3.5" in notice
    assert notice.endswith("(Để trả lời tin này, nhắn TRALOI.)")
    assert "1. Kiểm tra" in await office.tells(PHUOC, "TRALOI")


async def test_a_number_after_the_last_line_asks_again(office):
    before = await facts(office)
    await office.tells(DIEP, "3.5")
    assert "Các lựa chọn tiếp theo" in await office.tells(DIEP, "9")
    assert "chưa ghi gì" in await office.tells(DIEP, "8")
    assert await facts(office) == before


async def test_0_closes_the_question_and_what_was_awaited(office):
    before = await facts(office)
    await office.tells(DIEP, "3.5")
    assert "vướng gì" in await office.taps(DIEP, "Vướng mắc")
    assert (await office.tells(DIEP, "0")).startswith("Đã thôi, không ghi gì thêm.")
    assert "chưa ghi gì" in await office.tells(DIEP, "1")
    assert await facts(office) == before


async def test_9_shows_the_choices_after_the_eighth(office):
    await office.tells(BAO, "quản lý")
    first = office.phone(BAO).screen[-1]
    if "9. Xem thêm lựa chọn" not in first:
        first = await office.taps(BAO, "Cán bộ, công chức")
    assert "9. Xem thêm lựa chọn" in first
    more = await office.tells(BAO, "9")
    assert more.startswith("Các lựa chọn tiếp theo:\n1. ")
    assert "9. " not in more


async def test_words_do_the_same_with_and_without_diacritics(office):
    for words in ("/tiendo", "tiendo", "tiến độ", "Tien do"):
        answer = await office.tells(SON, words)
        assert "Dự kiến" in answer
        assert units(answer) <= 2000
        assert len(office.phone(SON).unheard) == 0
    assert len({text for text in office.phone(SON).screen if "Dự kiến" in text}) == 1


async def test_what_has_no_content_gets_one_line_that_says_how_to_send_documents(office):
    for what in ("unsupported", "sticker", "voice", "link", "something.new"):
        answer = await office.tells_unreadable(NHAT, what)
        assert answer.startswith("Chưa ghi gì: kênh này chỉ nhận được chữ và ảnh.")
        assert "\n" not in answer


async def test_an_album_is_one_question_and_one_receipt(office):
    await office.photos(DIEP, png(shade=10), caption="3.5", album=3)
    await office.clock(7, 47)
    told = office.phone(DIEP).unheard
    assert "3.5: đã nhận 03 tệp (ảnh)" in told[-1]
    assert len(told) == 2, "the first receipt, then the final count"


async def test_a_photo_whose_address_has_expired_is_told_and_not_stored(office):
    event = office.phone(DIEP).event("message.image.received", {"photo_url": f"{office.zalo.url}/media/gone.jpg", "caption": "3.5"})
    office.phone(DIEP).hush()
    await office.zalo.happens(event)
    await office.taken()
    assert "anh-" in await office.heard(DIEP)


async def test_one_digest_a_day_and_what_was_wished_for_still_comes(office):
    await office.clock(13, 45)
    assert THU not in office.new(), "the second reminder of the day waits for the next morning"
    assert "nhắc lại lúc nào" in await office.tells(LIEN, "2.2 nhắc lại sau")
    office.quiet()
    await office.clock(7, 45, WEDNESDAY.replace(day=26))
    assert "1.3" in office.new()[THU]


async def test_a_stranger_learns_one_thing_and_cannot_use_up_the_quota(office):
    stranger = office.zalo.phone("f" * 20, "Ai đó")
    for number in range(12):
        await stranger.says(f"xin chào {number}")
    await office.taken()
    await office.settled()
    assert len(stranger.screen) == 5
    assert len(set(stranger.screen)) == 1
    assert "chưa được liên kết" in stranger.screen[0]


async def test_a_stranger_comes_in_with_a_bare_code_even_then(office):
    stranger = office.zalo.phone("f" * 20, "Ai đó")
    for number in range(7):
        await stranger.says(f"xin chào {number}")
    await stranger.says(await office.invite(NHAT))
    await office.taken()
    await office.settled()
    assert f"Đã liên kết: đồng chí {NHAT}" in stranger.screen[-1]


async def test_who_was_out_of_reach_and_writes_is_reached_again(office):
    office.zalo.faults.add("sendMessage", chat=office.phone(NHAT).id, code=403, text="user blocked the bot")
    await office.phone(NHAT).says("/viec")
    await office.taken()
    await office.settled()
    assert office.phone(NHAT).unheard == []
    assert f"Không gửi được tin cho đồng chí {NHAT}" in office.phone(BAO).screen[-1]
    assert "việc đang mở" in await office.tells(NHAT, "/viec")
    office.quiet()
    await office.clock(7, 45, WEDNESDAY.replace(day=26))
    with office.store.transaction() as db:
        assert people.chat_of(db, person_of(db, NHAT).id) == f"zalo:{office.phone(NHAT).id}"


async def test_the_chairperson_goes_through_the_views_by_numbers_and_comes_back(office):
    seen = await office.tells(SON, "tien do")
    assert "Dự kiến 82/100 điểm" in seen
    more = await office.taps(SON, "Xem thêm")
    assert "1. Theo lĩnh vực" in more
    assert "9. Xem thêm lựa chọn" in more
    assert "So với năm trước" in await office.tells(SON, "9")
    await office.tells(SON, "xem them")
    fields = await office.tells(SON, "1")
    assert "2. Cải cách thể chế: 9/13; 1/4; quá hạn 01" in fields
    assert fields.count("Cải cách thể chế") == 1, "the list itself is numbered, the choices are not listed again"
    field = await office.tells(SON, "2")
    assert "- 2.2 Tạ Thị Kim Liên" in field
    assert "1. Đôn đốc" in field
    assert "Theo lĩnh vực" in await office.taps(SON, "Quay lại")
    for words, told in (("theo can bo", "Vương Đình Khôi: 10/13"), ("tuan truoc", "So với ngày 18/11/2026"), ("nguy co", "Nguy cơ mất điểm: 03")):
        view = await office.tells(SON, words)
        assert told in view
        assert units(view) <= 2000, "one message of the platform"
    assert "1. Theo lĩnh vực" in await office.tells(SON, "0"), "0 goes back"
    assert "Dự kiến 82/100 điểm" in await office.tells(SON, "0")
    assert (await office.tells(SON, "0")).startswith("Đã thôi, không ghi gì thêm."), "and closes what has no way back"
    assert "chưa ghi gì" in await office.tells(SON, "1")


async def test_the_chairperson_urges_one_person_in_words_and_confirms_by_a_number(office):
    asked = await office.tells(SON, "đôn đốc Liên")
    assert asked.startswith("Gửi tới 01 đồng chí về 01 việc: Tạ Thị Kim Liên?")
    assert "1. Gửi" in asked
    assert "Chủ tịch yêu cầu" not in office.phone(LIEN).screen[-1]
    assert "Đã gửi đôn đốc tới 01 đồng chí." in await office.tells(SON, "1")
    assert "Chủ tịch yêu cầu báo tình trạng các việc quá hạn:\n- 2.2" in office.phone(LIEN).screen[-1]
