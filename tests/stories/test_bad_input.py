"""What people send without meaning it, and what others send on purpose: the office stands as it was, and says so."""

import re
import unicodedata
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot import worker
from storage.tables import Conversation
from tests.emulator.images import png
from tests.stories.office import BAO, DIEP, LIEN, SON, THU, facts

NOTHING = "ghi gì"


@pytest.mark.parametrize("length", [2001, 4096])
async def test_a_text_that_is_too_long_is_not_recorded(unharmed, length):
    text = ("2.2 xong " * 1000)[:length]
    assert (await unharmed.tells(LIEN, text)).startswith("Chưa ghi gì: tin quá dài.")


async def test_ten_thousand_characters_arrive_as_several_messages_and_none_is_recorded(unharmed):
    text = "Báo cáo tình hình thực hiện nhiệm vụ. " * 264
    for start in range(0, 10_000, 4096):
        assert NOTHING in await unharmed.tells(LIEN, text[:10_000][start : start + 4096])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "2.2'; DROP TABLE person;--",
        "/xyz",
        "\u200b",
        "1" * 50,
        "٣",
        "-1",
        "0",
        "{code}",
        "%s",
        "$(id)",
        "🙏🙏",
    ],
)
@pytest.mark.fault(10, 61)
async def test_markup_and_signs_change_nothing(unharmed, text):
    assert await unharmed.tells(LIEN, text)


async def test_markup_in_what_is_recorded_comes_back_as_it_was_typed(office):
    answer = await office.tells(LIEN, "2.1.2 vướng, chờ phòng *A_B* [x](y) & Sở")
    assert "chờ phòng *A_B* [x](y) & Sở" in answer


async def test_decomposed_letters_are_read_like_composed_ones(office):
    assert (await office.tells(LIEN, unicodedata.normalize("NFD", "2.1.2 đang làm 60%"))).startswith(
        '2.1.2: đã ghi "Đang thực hiện (60 %)"'
    )


@pytest.mark.fault(36)
async def test_an_old_button_works_after_a_restart(office):
    await office.restart()
    assert (await office.taps(THU, "1.3 Đang thực hiện")).startswith('1.3: đã ghi "Đang thực hiện"')


async def test_the_button_of_somebody_else_does_nothing(unharmed):
    theirs = unharmed.phone(LIEN).screen[-1]
    phone = unharmed.phone(DIEP)
    phone.taps_data(theirs.data["2.2 Đã hoàn thành"], phone.screen[-1].raw)
    assert await unharmed.heard(DIEP) == "2.2 không do đồng chí phụ trách; chưa ghi gì.\n[Việc của tôi]"


async def test_forwarded_words_and_commands_are_not_taken_as_the_persons_own(unharmed):
    stranger = unharmed.emu.phone(9009, "Người lạ")
    for text in ("2.2 xong", "/tiendo", "bấm nhầm"):
        message = await stranger.says(text)
        await unharmed.phone(LIEN).forwards(message)
        assert (await unharmed.heard(LIEN)).startswith("Chưa ghi gì: tin chuyển tiếp")


async def test_an_edited_message_is_not_recorded_again(office):
    phone = office.phone(LIEN)
    message = await phone.says("2.1.2 đang làm 20%")
    await office.heard(LIEN)
    before = await facts(office)
    await phone.edits(message, "2.1.2 xong")
    assert (await office.heard(LIEN)).startswith("Tin đã sửa không được ghi lại.")
    assert await facts(office) == before


async def test_a_message_of_a_channel_or_an_anonymous_admin_is_not_anybodys(unharmed):
    group = unharmed.emu.group(-4001, "CCHC", unharmed.phone(SON))
    await group.adds_bot(unharmed.phone(SON))
    raw = {"message_id": 50, "date": unharmed.emu.world.today, "text": "/tiendo"}
    channel = {"id": -10077, "type": "channel", "title": "Tin"}
    unharmed.emu.push({"message": raw | {"chat": channel, "sender_chat": channel}})
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    unharmed.emu.push({"message": raw | {"chat": group.chat.as_dict(), "from": anonymous, "sender_chat": group.chat.as_dict()}})
    await unharmed.settled()
    assert not group.screen


@pytest.mark.parametrize(
    ("sends", "name"),
    [
        ("sends_voice", "tin nhắn thoại"),
        ("sends_sticker", "nhãn dán"),
        ("sends_location", "vị trí"),
        ("sends_video", "video"),
    ],
)
async def test_what_cannot_be_read_is_named(unharmed, sends, name):
    await getattr(unharmed.phone(LIEN), sends)()
    assert (await unharmed.heard(LIEN)).startswith(f"Chưa ghi gì: hệ thống không đọc được {name}.")


async def test_a_poll_and_the_contact_of_another_are_not_taken(unharmed):
    await unharmed.phone(LIEN).sends_poll("Xong chưa?", "Rồi", "Chưa")
    assert "không đọc được bình chọn" in await unharmed.heard(LIEN)
    await unharmed.phone(LIEN).sends_contact("+84000000000", user_id=1001, name="Bảo")
    assert "không đọc được danh thiếp" in await unharmed.heard(LIEN)


async def test_the_contact_of_a_stranger_is_answered_with_the_way_in(unharmed):
    stranger = unharmed.emu.phone(9011, "Người lạ")
    await stranger.sends_contact("+84000000000")
    assert (await stranger.hears(timeout=60)).text.startswith("Tài khoản này chưa được liên kết.")


@pytest.mark.fault(33)
async def test_a_fault_of_ours_says_that_nothing_was_recorded_with_a_code_and_a_name(unharmed):
    office = unharmed
    chat = f"telegram:{office.phone(LIEN).id}"
    broken = update(Conversation).where(Conversation.chat == chat).values(offered=[["without a route"]])
    await office.store.write(lambda db: db.execute(broken))
    office.quiet()
    await office.phone(LIEN).says("2.2 xong")
    for _ in range(5):
        await office.settled()
        office.now += timedelta(seconds=10)
        office.app.worker.wake.set()
    await office.settled()
    told = office.new()
    found = re.fullmatch(
        r"Hệ thống đang lỗi, nội dung vừa gửi CHƯA được ghi\. Đề nghị đồng chí gửi lại sau 10 phút \(mã ([0-9A-F]{4})\)\. "
        rf"Nếu vẫn lỗi, đề nghị gọi đồng chí {BAO}\.",
        told[LIEN],
    )
    assert found, told[LIEN]
    assert f"mã {found[1]}" in told[BAO]
    assert LIEN in told[BAO]
    assert (await office.tells(DIEP, "/viec")).startswith("02 việc đang mở"), "others go on"


async def test_a_fault_after_the_work_was_done_takes_the_work_back_too(unharmed, monkeypatch):
    """What cannot be answered is not recorded: the change, the answer and the "done" of an update are one."""

    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "keep_answers", fails)
    await unharmed.phone(LIEN).says("2.2 xong")
    for _ in range(5):
        await unharmed.settled()
        unharmed.now += timedelta(seconds=10)
        unharmed.app.worker.wake.set()
    await unharmed.settled()
    assert "CHƯA được ghi" in unharmed.new()[LIEN]


@pytest.mark.fault(32)
async def test_an_update_that_nobody_can_read_is_set_aside_and_the_next_one_is_answered(unharmed):
    chat = unharmed.phone(LIEN).id
    unharmed.emu.push({"message": {"chat": {"id": chat, "type": "private"}, "text": ["no text"], "from": None}})
    unharmed.emu.push({"callback_query": {"id": 7, "from": {"id": chat}}})
    assert "việc đang mở" in await unharmed.tells(LIEN, "/viec")
    assert LIEN in unharmed.new()[BAO], "the coordinator learns whose it was"


async def test_a_photo_of_a_stranger_in_a_group_is_nobodys(unharmed):
    stranger = unharmed.emu.phone(9010, "Người lạ")
    group = unharmed.emu.group(-4002, "CCHC", stranger)
    await group.adds_bot(stranger)
    await stranger.sends_photo(png(), "2.2 @nhacviec_test_bot", where=group)
    await unharmed.settled()
    assert not group.screen
