"""getUpdates of the emulator and what people do on their phones."""

import asyncio

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest

from tests.emulator import Emulator, Phone
from tests.emulator.fixtures import Ask, an_fixture, ask_fixture, bot_fixture, emu_fixture, timedeltas_fixture  # noqa: F401
from tests.emulator.images import png


def texts(updates: tuple[Update, ...]) -> list[str]:
    return [update.effective_message.text for update in updates]


async def ids(ask: Ask, **params: object) -> list[int]:
    _, body = await ask("getUpdates", **params)
    return [update["update_id"] for update in body["result"]]


@pytest.fixture(autouse=True)
def impatient(emu: Emulator) -> None:
    emu.updates.repeat_wait = 0.0


async def test_a_start_link_carries_its_payload(emu: Emulator, bot: Bot) -> None:
    await emu.phone(6, "Bình").starts("M4moi")
    message = (await bot.get_updates())[0].message
    assert (message.text, message.entities[0].type, message.from_user.first_name) == ("/start M4moi", "bot_command", "Bình")


async def test_updates_come_again_until_a_higher_offset_confirms_them(bot: Bot, an: Phone) -> None:
    await an.says("một")
    first = await bot.get_updates()
    assert texts(first) == texts(await bot.get_updates()) == ["/start", "một"]
    assert texts(await bot.get_updates(offset=first[0].update_id + 1)) == ["một"]
    assert texts(await bot.get_updates(offset=first[1].update_id + 1)) == []


async def test_limit_is_held_between_1_and_100(emu: Emulator, ask: Ask, an: Phone) -> None:
    for n in range(120):
        await an.says(str(n))
    assert [len(await ids(ask, limit=limit)) for limit in (0, 1, 7, 100, 500)] == [1, 1, 7, 100, 100]


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(ask: Ask, an: Phone) -> None:
    for n in range(5):
        await an.says(str(n))
    every = await ids(ask)
    assert await ids(ask, offset=-2) == every[-2:]
    assert await ids(ask) == every[-2:]


async def test_an_offset_far_in_the_future_confirms_nothing(ask: Ask, an: Phone) -> None:
    every = await ids(ask)
    assert await ids(ask, offset=every[-1] + 1000) == every


async def test_a_long_poll_is_woken_by_the_next_update(emu: Emulator, bot: Bot, an: Phone) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    poll = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    await emu.until(lambda: emu.updates.polled)
    await an.says("dậy")
    assert texts(await poll) == ["dậy"]


async def test_an_empty_poll_ends_after_its_timeout(emu: Emulator, ask: Ask) -> None:
    emu.updates.repeat_wait = 0.05
    assert await ids(ask, timeout=0) == []
    assert await ids(ask, timeout=0) == []  # slowed down: the same offset again


async def test_the_same_offset_at_once_gives_one_update_only(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.updates.repeat_wait = 3.0
    await an.says("một")
    every = await ids(ask, offset=5)
    assert (len(every), len(await ids(ask, offset=5))) == (2, 1)
    emu.clock.advance(0.6)
    assert len(await ids(ask, offset=5)) == 2


async def test_of_two_pollers_the_older_ends_with_a_conflict(emu: Emulator, ask: Ask, an: Phone) -> None:
    offset = (await ids(ask))[-1] + 1
    older = asyncio.create_task(ask("getUpdates", offset=offset, timeout=30))
    await emu.until(lambda: emu.updates.polled)
    newer = asyncio.create_task(ask("getUpdates", offset=offset, timeout=30))
    status, body = await older
    assert (status, body["description"][:59]) == (409, "Conflict: terminated by other getUpdates request; make sure")
    await an.says("cho người sau")
    assert len((await newer)[1]["result"]) == 1


async def test_a_second_conflict_soon_after_is_held_back(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.updates.repeat_wait = 0.1
    await emu.updates.conflict_pause()
    started = asyncio.get_running_loop().time()
    offset = emu.updates.next_id
    waiting = asyncio.create_task(ask("getUpdates", offset=offset, timeout=30))
    await emu.until(lambda: emu.updates.polled)
    newer = asyncio.create_task(ask("getUpdates", offset=offset, timeout=30))
    assert (await waiting)[0] == 409
    assert asyncio.get_running_loop().time() - started >= 0.1
    await an.says("xong")
    assert len((await newer)[1]["result"]) == 1


async def test_a_tap_waits_150_seconds_and_a_message_a_day(emu: Emulator, ask: Ask, bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "Việc 1")
    an.taps_data("x:1", an.screen[-1].raw)
    assert len(await ids(ask)) == 2
    emu.clock.advance(151)
    assert len(await ids(ask)) == 1
    emu.clock.advance(86_400)
    assert await ids(ask) == []


async def test_kinds_that_the_bot_did_not_ask_for_do_not_come(bot: Bot, an: Phone) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await an.says("không ai nghe")
    assert texts(await bot.get_updates()) == ["/start"]


async def test_blocking_and_unblocking_are_told(bot: Bot, an: Phone) -> None:
    await an.blocks()
    await an.unblocks()
    changes = [update.my_chat_member for update in await bot.get_updates()][1:]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


async def test_starting_again_lifts_a_block(bot: Bot, an: Phone) -> None:
    await an.blocks()
    await an.starts()
    assert [bool(update.my_chat_member) for update in await bot.get_updates()] == [False, True, True, False]


async def test_an_album_comes_as_separate_updates_with_one_group_id(bot: Bot, an: Phone) -> None:
    album = await an.sends_album(png(), png(), ("qd.pdf", b"%PDF"), caption="minh chứng", caption_on=2)
    messages = [update.message for update in (await bot.get_updates())[1:]]
    assert [message.media_group_id for message in messages] == [album] * 3
    assert [message.caption for message in messages] == [None, None, "minh chứng"]


async def test_every_kind_of_content_can_be_parsed(bot: Bot, an: Phone) -> None:
    await an.sends_photo(caption="ảnh")
    await an.sends_document(b"%PDF", "qd.pdf")
    await an.sends_voice()
    await an.sends_video()
    await an.sends_sticker()
    await an.sends_contact("+84912345678")
    await an.sends_location()
    await an.sends_poll("Họp?", "Có", "Không")
    kinds = ("photo", "document", "voice", "video", "sticker", "contact", "location", "poll")
    messages = [update.message for update in (await bot.get_updates())[1:]]
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))


async def test_a_contact_may_be_someone_elses_or_nobodys(bot: Bot, an: Phone) -> None:
    await an.sends_contact("0912", user_id=99)
    await an.sends_contact("0912", user_id=None)
    assert [update.message.contact.user_id for update in (await bot.get_updates())[1:]] == [99, None]


async def test_replies_forwards_and_edits_are_told_as_such(bot: Bot, an: Phone) -> None:
    question = await bot.send_message(an.id, "Hạn?")
    await an.replies(question.message_id, "24/11")
    said = await an.says("xong")
    await an.edits(said, "chưa xong")
    await an.forwards(said)
    replied, _, edited, forwarded = (await bot.get_updates())[1:]
    assert replied.message.reply_to_message.text == "Hạn?"
    assert edited.edited_message.text == "chưa xong"
    assert forwarded.message.forward_origin.sender_user.id == an.id


async def test_in_a_group_privacy_hides_what_is_not_for_the_bot(emu: Emulator, bot: Bot, an: Phone) -> None:
    group = emu.group(-100, "Tổ CCHC", an)
    await group.adds_bot(an)
    await an.says("chuyện riêng", where=group)
    await an.says("/tiendo", where=group)
    await an.says("nhờ @nhacviec_test_bot nhắc", where=group)
    heard = [update.message.text for update in await bot.get_updates() if update.message and update.message.chat.id == -100]
    assert heard == [None, "/tiendo", "nhờ @nhacviec_test_bot nhắc"]


async def test_a_button_that_is_not_there_cannot_be_tapped(bot: Bot, an: Phone) -> None:
    with pytest.raises(LookupError, match="no button 'Xong'"):
        await an.taps("Xong")


async def test_a_phone_says_what_it_heard_instead_of_what_it_waited_for(bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "khác")
    with pytest.raises(AssertionError, match="khác"):
        await an.hears("điều mong", timeout=0.01)


async def test_a_received_file_is_downloaded_whole(bot: Bot, an: Phone) -> None:
    await an.sends_document(b"%PDF-1.4 " + b"x" * 200_000, "qd.pdf")
    document = (await bot.get_updates())[-1].message.document
    assert (document.file_name, document.file_size) == ("qd.pdf", 200_009)
    assert bytes(await (await document.get_file()).download_as_bytearray()).endswith(b"xxx")


async def test_a_file_over_20_mebibytes_is_too_big(bot: Bot, an: Phone) -> None:
    await an.sends_document(b"x", "vua.pdf", size=20 << 20)
    await an.sends_document(b"x", "lon.pdf", size=(20 << 20) + 1)
    fits, over = (await bot.get_updates())[1:]
    await bot.get_file(fits.message.document)
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(over.message.document)


async def test_a_link_is_good_for_an_hour(emu: Emulator, bot: Bot, an: Phone) -> None:
    await an.sends_document(b"%PDF", "qd.pdf")
    file = await bot.get_file((await bot.get_updates())[-1].message.document)
    emu.clock.advance(3601)
    with pytest.raises(Exception, match="Not Found"):
        await file.download_as_bytearray()


async def test_a_broken_update_can_be_pushed_between_good_ones(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.push({"callback_query": {"id": "1", "data": "x"}})
    await an.says("vẫn khỏe")
    assert len(await ids(ask)) == 3


async def test_confirmed_updates_can_come_again_under_their_old_ids(emu: Emulator, ask: Ask, an: Phone) -> None:
    first = await ids(ask)
    assert await ids(ask, offset=first[-1] + 1) == []
    emu.updates.redeliver(*first)
    assert await ids(ask, offset=first[0]) == first


async def test_update_ids_may_start_anew(emu: Emulator, ask: Ask, an: Phone) -> None:
    stored = (await ids(ask))[-1] + 1
    await ids(ask, offset=stored)
    emu.updates.next_id = 1000
    await an.says("sau một tuần")
    assert await ids(ask, offset=stored) == [1000]


async def test_waiting_taps_can_be_lost(emu: Emulator, ask: Ask, bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "Việc")
    an.taps_data("x", an.screen[-1].raw)
    assert emu.updates.drop("callback_query") == 1
    assert len(await ids(ask)) == 1
