"""What people send without meaning it, and what others send on purpose: the office stands as it was, and says so."""

import random
import re
import unicodedata
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.routes import ROUTES
from storage import people, units
from storage.tables import (
    Assignment,
    Conversation,
    Criterion,
    Day,
    Evidence,
    EvidenceFor,
    Extension,
    Handover,
    Inbox,
    Load,
    Person,
    RoleHeld,
    Snooze,
    Unit,
    Update,
    Verdict,
)
from tests.emulator.images import png
from tests.stories.office import BAO, DIEP, KHOI, LIEN, NHAT, SON, TABLE, THU, TIN, count

WORK = (Assignment, Update, Evidence, EvidenceFor, Extension, Verdict, Handover, Snooze)
OFFICE = (*WORK, Person, RoleHeld, Unit, Day, Criterion, Load)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING = "ghi gì"


async def facts(office, tables=WORK):
    """Every row of these tables as it stands."""
    return await office.store.write(lambda db: [[tuple(row) for row in db.execute(select(table.__table__))] for table in tables])


@pytest.fixture
async def unharmed(office):
    """The office; afterwards all that is known of its work must be as before."""
    before = await facts(office)
    yield office
    await office.settled()
    assert await facts(office) == before


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
    ["<script>alert(1)</script>", "2.2'; DROP TABLE person;--", "/xyz", "\u200b", "1" * 50, "٣", "-1", "0", "{code}", "%s", "$(id)", "🙏🙏"],
)
async def test_markup_and_signs_change_nothing(unharmed, text):
    assert await unharmed.tells(LIEN, text)


async def test_markup_in_what_is_recorded_comes_back_as_it_was_typed(office):
    answer = await office.tells(LIEN, "2.1.2 vướng, chờ phòng *A_B* [x](y) & Sở")
    assert "chờ phòng *A_B* [x](y) & Sở" in answer


async def test_decomposed_letters_are_read_like_composed_ones(office):
    assert (await office.tells(LIEN, unicodedata.normalize("NFD", "2.1.2 đang làm 60%"))).startswith('2.1.2: đã ghi "Đang thực hiện (60 %)"')


async def test_an_old_button_works_after_a_restart(office):
    await office.restart()
    assert (await office.taps(THU, "1.3 Đang thực hiện")).startswith('1.3: đã ghi "Đang thực hiện"')


async def test_the_button_of_somebody_else_does_nothing(unharmed):
    theirs = unharmed.phone(LIEN).screen[-1]
    phone = unharmed.phone(DIEP)
    phone.taps_data(theirs.data["2.2 Đã hoàn thành"], phone.screen[-1].raw)
    assert await unharmed.heard(DIEP) == "2.2 không do đồng chí phụ trách; chưa ghi gì."


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


# --- files


async def test_a_file_of_21_mb_is_refused_before_it_is_fetched(unharmed):
    await unharmed.phone(LIEN).sends_document(b"%PDF-1.4\n", "to.pdf", "2.2", size=21 << 20)
    answer = await unharmed.heard(LIEN)
    assert answer.startswith("to.pdf nặng 21 MB, vượt mức 20 MB nên chưa nhận.")
    assert "số văn bản" in answer
    assert not [name for name in unharmed.emu.stats.methods if name.lower() == "getfile"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("chay.exe", b"MZ", "chay.exe chưa được nhận"),
        ("gia.pdf", b"MZ\x00\x01", "2.2: gia.pdf CHƯA được lưu: nội dung không đúng với loại tệp"),
        ("rong.pdf", b"", "2.2: rong.pdf CHƯA được lưu: tệp rỗng"),
    ],
)
async def test_files_that_prove_nothing_are_refused_by_name(unharmed, name, data, words):
    await unharmed.phone(LIEN).sends_document(data, name, "2.2")
    assert words in await unharmed.heard(LIEN)
    assert await unharmed.store.write(lambda db: count(db, Evidence)) == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("hong.xlsx", b"not a workbook", "Chưa nhận tệp hong.xlsx"),
        ("rong.csv", b"", "rong.csv CHƯA được lưu: tệp rỗng"),
        ("trang.csv", b"\n", "trang.csv"),
        ("khong-nguoi.csv", "Mã,Tiêu chí,Thời hạn\n1.1,Việc,30/12/2026\n".encode(), "bảng thiếu cột người phụ trách"),
        ("khac.csv", b"a,b\n1,2\n", "Tệp khac.csv không có bảng phân công."),
    ],
)
async def test_a_table_that_cannot_be_read_says_why_and_the_next_one_is_read(office, name, data, words):
    before = await facts(office, (Assignment, Update, Criterion, Person))
    phone = office.phone(BAO)
    await phone.sends_document(data, name, mime=XLSX if name.endswith("xlsx") else "text/csv")
    assert words in await office.heard(BAO)
    await phone.sends_document(TABLE.read_bytes(), TABLE.name, mime="text/csv")
    assert "Không có gì khác với danh sách hiện có; không cần ghi." in await office.heard(BAO)
    assert await facts(office, (Assignment, Update, Criterion, Person)) == before


async def test_a_new_row_for_a_name_that_two_people_bear_is_left_to_the_coordinator(office):
    await office.store.write(lambda db: people.add(db, units.offices(db)[0][0], TIN))
    row = f"9.9,Cải cách tài chính công,Kiểm kê tài sản công,,1,30/12/2026,Biên bản,{TIN},,,,,sản phẩm,,,,"
    await office.phone(BAO).sends_document((TABLE.read_text(encoding="utf-8-sig") + row).encode(), "bang.csv", mime="text/csv")
    assert "- Mới 9.9" in await office.heard(BAO)
    await office.taps(BAO, "Ghi")
    holder = select(Assignment.person_id).join(Criterion).where(Criterion.code == "9.9")
    assert await office.store.write(lambda db: db.scalars(holder).all()) == [None]


# --- people who guess


def payloads(seed: int, amount: int) -> list[str]:
    """Routes with all kinds of arguments, and sheer nonsense, each at most 64 bytes as Telegram allows."""
    source = random.Random(seed)
    values = [*map(str, range(1, 32)), "0", "-1", "999999999", "20261130", "yes", "no", "done", "all", "sure", "coordinator", "off", "x" * 20]
    made = []
    for _ in range(amount):
        parts = [source.choice([*ROUTES, "nosuch", ""]), *source.choices(values, k=source.randint(0, 4))]
        made.append(":".join(parts).encode()[:64].decode() or "?")
    return made


async def test_two_hundred_forged_buttons_of_somebody_without_work_change_nothing(office):
    await office.store.write(lambda db: people.add(db, units.offices(db)[0][0], "Lâm Thị Mới"))
    person = await office.store.write(lambda db: people.named(db, units.offices(db)[0][0], "Lâm Thị Mới")[0])
    await office.store.write(lambda db: people.link(db, person, "telegram:5005", office.now))
    phone = office.emu.phone(5005, "Mới")
    await phone.says("/viec")
    await office.settled()
    before, own = await facts(office, OFFICE), {"notme", "sethour"}
    office.quiet()
    phone.hush()
    for data in payloads(7, 200):
        if data.partition(":")[0] not in own:
            phone.taps_data(data, phone.screen[0].raw)
    await office.settled()
    assert await facts(office, OFFICE) == before
    assert set(office.new()) == set(), "nobody else hears of it"
    assert await office.store.write(lambda db: db.scalars(select(Inbox.error).where(Inbox.state != "done")).all()) == []
    names = (BAO, SON, LIEN, KHOI, TIN, NHAT)
    assert not [one.text for one in phone.unheard for name in names if name in one.text and f"đồng chí {BAO}" not in one.text]


async def test_forged_buttons_of_a_stranger_are_answered_with_one_sentence(office):
    before, stranger = await facts(office, OFFICE), office.emu.phone(9009, "Người lạ")
    await stranger.says("xin chào")
    await office.settled()
    for data in payloads(8, 60):
        stranger.taps_data(data, stranger.screen[0].raw)
    await office.settled()
    assert await facts(office, OFFICE) == before
    texts = {one.text.partition(".")[0] for one in stranger.screen}
    assert texts <= {"Tài khoản này chưa được liên kết", "Mã này không dùng được"}, texts


async def test_every_bad_code_sounds_the_same_and_guessing_is_slowed_down(office):
    async def tries(number: int, code: str) -> str:
        phone = office.emu.phone(number, "Khách")
        await phone.starts(code)
        await office.settled()
        return phone.screen[-1].text

    used = await office.invite(LIEN)
    assert "Đã liên kết" in await tries(8001, used)
    revoked, _fresh = await office.invite(TIN), await office.invite(TIN)
    expired = await office.invite(DIEP)
    office.now += timedelta(days=14, seconds=1)
    bad = {await tries(8002, code) for code in (used, revoked, expired, "KHONGPHAIMA")}
    assert bad == {"Mã này không dùng được. Đề nghị đồng chí xin mã mới từ đầu mối CCHC của cơ quan."}
    await tries(8002, "LANTHUNAM")
    good = await office.invite(NHAT)
    assert {await tries(8002, good)} == bad, "five wrong ones: even a right code has to wait"
    office.now += timedelta(hours=1, seconds=1)
    assert NHAT in await tries(8002, good)


# --- our own faults


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


async def test_an_update_that_nobody_can_read_is_set_aside_and_the_next_one_is_answered(unharmed):
    chat = unharmed.phone(LIEN).id
    unharmed.emu.push({"message": {"chat": {"id": chat, "type": "private"}, "text": ["no text"], "from": None}})
    unharmed.emu.push({"callback_query": {"id": 7, "from": {"id": chat}}})
    assert "việc đang mở" in await unharmed.tells(LIEN, "/viec")


async def test_a_photo_of_a_stranger_in_a_group_is_nobodys(unharmed):
    stranger = unharmed.emu.phone(9010, "Người lạ")
    group = unharmed.emu.group(-4002, "CCHC", stranger)
    await group.adds_bot(stranger)
    await stranger.sends_photo(png(), "2.2 @nhacviec_test_bot", where=group)
    await unharmed.settled()
    assert not group.screen
