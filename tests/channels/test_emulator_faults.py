"""What goes wrong on purpose: faults, flood limits, spoiled downloads, a line that is cut."""

import asyncio
from email.utils import parsedate_to_datetime

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.emulator import Emulator, Phone, bad, forbidden, too_many
from tests.emulator.fixtures import Ask, an_fixture, ask_fixture, bot_fixture, emu_fixture, timedeltas_fixture  # noqa: F401


async def test_429_with_parameters_names_the_wait(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.refuse(too_many(35))
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(an.id, "Chào")
    assert caught.value.retry_after.total_seconds() == 35
    await bot.send_message(an.id, "Chào")


async def test_429_without_parameters_is_a_page_of_a_proxy(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.proxy_error(429, "send*")
    with pytest.raises(NetworkError) as caught:
        await bot.send_message(an.id, "Chào")
    assert type(caught.value) is NetworkError


async def test_a_proxy_answers_502_in_html(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.faults.proxy_error(502, "sendMessage")
    with pytest.raises(aiohttp.ContentTypeError):
        await ask("sendMessage", chat_id=an.id, text="Chào")
    assert emu.journal.delivered() == []


async def test_a_502_may_come_although_the_message_was_delivered(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.proxy_error(502, "sendMessage", applied=True)
    with pytest.raises(NetworkError):
        await bot.send_message(an.id, "Chào")
    assert (await an.hears()).text == "Chào"


async def test_refusals_come_in_the_order_of_the_script(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.refuse(forbidden("bot was blocked by the user"))
    emu.faults.refuse(bad("can't parse entities: oops"))
    with pytest.raises(Forbidden):
        await bot.send_message(an.id, "1")
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(an.id, "2")
    await bot.send_message(an.id, "3")


async def test_a_fault_may_wait_for_a_chat_a_text_and_a_turn(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.refuse(bad("nope"), contains="việc 2", after=1)
    emu.faults.refuse(bad("nope"), chat=99)
    await bot.send_message(an.id, "việc 1")
    await bot.send_message(an.id, "việc 2")
    with pytest.raises(BadRequest):
        await bot.send_message(an.id, "việc 2")
    await bot.send_message(an.id, "việc 2")


async def test_a_tenth_of_the_calls_fail_and_the_same_ones_each_time(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.faults.refuse(bad("nope"), chance=0.1, times=None)
    failed = [n for n in range(100) if (await ask("sendMessage", chat_id=an.id, text=str(n)))[0] == 400]
    emu.faults.clear()
    emu.faults.random.seed(1)
    emu.faults.refuse(bad("nope"), chance=0.1, times=None)
    assert 3 <= len(failed) <= 20
    assert failed == [n for n in range(100) if (await ask("sendMessage", chat_id=an.id, text=str(n)))[0] == 400]


async def test_a_flood_wait_lasts_and_counts_down(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.faults.flood(35)
    assert (await ask("sendMessage", chat_id=an.id, text="1"))[1]["parameters"] == {"retry_after": 35}
    emu.clock.advance(30)
    assert (await ask("sendMessage", chat_id=an.id, text="1"))[1]["parameters"]["retry_after"] <= 5
    emu.clock.advance(6)
    assert (await ask("sendMessage", chat_id=an.id, text="1"))[0] == 200


async def test_a_connection_cut_before_means_not_delivered(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.cut("before")
    with pytest.raises(NetworkError):
        await bot.send_message(an.id, "Chào")
    assert an.unheard == []


async def test_a_connection_cut_after_means_delivered_and_the_journal_says_so(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.cut("after")
    with pytest.raises(NetworkError):
        await bot.send_message(an.id, "Chào")
    assert (await an.hears()).text == "Chào"
    entry = emu.journal.calls("sendMessage")[0]
    assert (entry["applied"], entry["fault"]["cut"]) == (True, "after")


async def test_a_slow_answer_times_out_after_the_message_was_delivered(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.add(method="sendMessage", delay=0.4)
    with pytest.raises(TimedOut):
        await bot.send_message(an.id, "Chào", read_timeout=0.05)
    assert (await an.hears()).text == "Chào"


async def test_a_black_hole_answers_nothing_until_it_is_closed(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.faults.black_hole()
    sending = asyncio.create_task(bot.send_message(an.id, "Chào"))
    await emu.until(lambda: emu.journal.calls("sendMessage"))
    assert not sending.done()
    emu.release()
    with pytest.raises(NetworkError):
        await sending
    assert an.unheard == []


async def test_an_unplugged_server_refuses_connections_and_comes_back_on_its_port(emu: Emulator, bot: Bot, an: Phone) -> None:
    await emu.unplug()
    with pytest.raises(NetworkError):
        await bot.send_message(an.id, "Chào")
    await emu.plug_in()
    await bot.send_message(an.id, "Chào")


async def test_a_revoked_token_is_401(emu: Emulator, bot: Bot, an: Phone) -> None:
    emu.revoke_token()
    with pytest.raises(InvalidToken):
        await bot.send_message(an.id, "Chào")


async def test_updates_can_be_repeated_and_reordered(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.updates.repeat_wait = 0.0
    await an.says("một")
    _, body = await ask("getUpdates")
    start, one = [update["update_id"] for update in body["result"]]
    emu.faults.add(method="getUpdates", twist="reverse")
    assert [u["update_id"] for u in (await ask("getUpdates"))[1]["result"]] == [one, start]
    emu.faults.add(method="getUpdates", twist="repeat")
    assert [u["update_id"] for u in (await ask("getUpdates", offset=one))[1]["result"]] == [start, one, one]


async def test_the_date_header_follows_the_clock(emu: Emulator) -> None:
    emu.clock.advance(7200)
    async with aiohttp.ClientSession() as session, session.get(f"{emu.url}/bot{emu.token}/getMe") as answer:
        told = parsedate_to_datetime(answer.headers["Date"]).timestamp()
    assert abs(told - emu.clock.now()) < 2


async def test_latency_is_added_to_each_answer(emu: Emulator, ask: Ask) -> None:
    emu.latency = 0.05
    started = asyncio.get_running_loop().time()
    await ask("getMe")
    assert asyncio.get_running_loop().time() - started >= 0.05


async def test_limits_are_only_counted_unless_strict(emu: Emulator, ask: Ask, an: Phone) -> None:
    statuses = [(await ask("sendMessage", chat_id=an.id, text="x"))[0] for _ in range(25)]
    assert set(statuses) == {200}
    assert emu.limits.broken >= 3


async def test_a_chat_takes_a_burst_and_then_one_a_second(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.limits.set(strict=True, chat_burst=3)
    assert [(await ask("sendMessage", chat_id=an.id, text="x"))[0] for _ in range(4)] == [200, 200, 200, 429]
    emu.clock.advance(1)
    assert [(await ask("sendMessage", chat_id=an.id, text="x"))[0] for _ in range(2)] == [200, 429]


async def test_all_chats_together_take_thirty_a_second(emu: Emulator, ask: Ask) -> None:
    emu.limits.set(strict=True)
    emu.world.meet(range(1000, 1040))
    statuses = [(await ask("sendMessage", chat_id=chat, text="x"))[0] for chat in range(1000, 1031)]
    assert statuses == [200] * 30 + [429]
    emu.clock.advance(1)
    assert (await ask("sendMessage", chat_id=1030, text="x"))[0] == 200


async def test_a_group_takes_twenty_a_minute(emu: Emulator, ask: Ask, an: Phone) -> None:
    emu.limits.set(strict=True, chat_burst=100)
    await emu.group(-100, "Tổ", an).adds_bot(an)
    statuses = [(await ask("sendMessage", chat_id=-100, text="x"))[0] for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    emu.clock.advance(60)
    assert (await ask("sendMessage", chat_id=-100, text="x"))[0] == 200


@pytest.fixture
async def link(emu: Emulator, bot: Bot, an: Phone) -> str:
    """The address of a file of 100,000 bytes that An sent."""
    await an.sends_document(b"x" * 100_000, "qd.pdf")
    return (await bot.get_file((await bot.get_updates())[-1].message.document)).file_path


async def fetch(url: str) -> tuple[int | None, bytes]:
    """Return the promised length and what came."""
    got = bytearray()
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        try:
            async for piece in answer.content.iter_any():
                got += piece
        except aiohttp.ClientPayloadError:
            got += b"!"
        return answer.content_length, bytes(got)


async def test_a_download_can_be_cut_at_a_share_of_it(emu: Emulator, link: str) -> None:
    emu.faults.add(method="download", cut_at=0.3)
    length, got = await fetch(link)
    assert (length, got.count(b"x"), got[-1:]) == (100_000, 30_000, b"!")
    assert len((await fetch(link))[1]) == 100_000


async def test_a_download_can_lie_about_its_length(emu: Emulator, link: str) -> None:
    emu.faults.add(method="download", length=50_000)
    assert len((await fetch(link))[1]) == 50_000
    emu.faults.add(method="download", length=200_000)
    length, got = await fetch(link)
    assert (length, got[-1:]) == (200_000, b"!")


async def test_a_download_can_be_slow(emu: Emulator, link: str) -> None:
    emu.faults.add(method="download", rate=1_000_000)
    started = asyncio.get_running_loop().time()
    assert len((await fetch(link))[1]) == 100_000
    assert asyncio.get_running_loop().time() - started >= 0.09


async def test_a_download_can_fail(emu: Emulator, link: str, an: Phone) -> None:
    emu.faults.proxy_error(502, "download")
    assert b"502" in (await fetch(link))[1]


async def test_a_message_may_claim_a_size_that_its_bytes_do_not_have(emu: Emulator, bot: Bot, an: Phone) -> None:
    await an.sends_document(b"x" * 5000, "qd.pdf", size=100)
    document = (await bot.get_updates())[-1].message.document
    assert document.file_size == 100
    assert len((await fetch((await document.get_file()).file_path))[1]) == 5000
