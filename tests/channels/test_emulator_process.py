"""The emulator as a process, its control and its journal; and the emulator of another maker."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import Forbidden, RetryAfter
from telegram.request import HTTPXRequest

from tests.emulator import EmulatorProcess, Remote
from tests.emulator.fixtures import timedeltas_fixture  # noqa: F401
from tests.emulator.independent import Independent
from tests.emulator.journal import read_journal
from tests.emulator.stats import busiest, per_second


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulatorProcess]:
    with EmulatorProcess(tmp_path_factory.mktemp("emulator") / "journal.jsonl") as running:
        yield running


@pytest.fixture
def remote(process: EmulatorProcess, timedeltas: None) -> EmulatorProcess:
    process.set(repeat_wait=0.0, latency=0.0, limits={"strict": False})
    process.reset()
    return process


def client(remote: Remote) -> Bot:
    request = HTTPXRequest(read_timeout=5, connect_timeout=2)
    return Bot(remote.token, f"{remote.url}/bot", f"{remote.url}/file/bot", request=request)


async def test_a_phone_in_the_process_talks_to_a_bot_outside(remote: EmulatorProcess) -> None:
    an = remote.phone(5, "An")
    an.starts("M4moi")
    async with client(remote) as bot:
        update = (await bot.get_updates())[-1]
        await bot.send_message(5, f"Chào {update.message.from_user.first_name}")
    assert an.hears("Chào")["text"] == "Chào An"
    assert [shown["text"] for shown in an.screen] == ["Chào An"]


async def test_updates_arrive_in_bulk_over_chats(remote: EmulatorProcess) -> None:
    assert remote.arrive(250, chats=10, texts=["/viec", "việc {i} xong"]) == 250
    async with client(remote) as bot:
        first = await bot.get_updates()
    assert [update.message.text for update in first[:4]] == ["/viec", "việc 1 xong", "/viec", "việc 3 xong"]
    assert len({update.effective_chat.id for update in first}) == 10
    assert len(remote.pending()) == 250


async def test_updates_arrive_at_a_rate(remote: EmulatorProcess) -> None:
    remote.arrive(10, rate=100.0)
    assert [entry["message"]["text"] for entry in remote.pending()] == ["/tiendo"] * 10


async def test_updates_go_on_arriving_while_the_test_does_something_else(remote: EmulatorProcess) -> None:
    remote.arrive(3, chats=[8], rate=100.0, wait=False)
    assert remote.stats()["pending"] < 3
    async with client(remote) as bot:
        for _ in range(3):
            await bot.send_message(8, "Đây")
    assert remote.until(delivered=3)["pending"] <= 3


async def test_taps_and_photos_arrive_in_bulk_too(remote: EmulatorProcess) -> None:
    remote.arrive(3, kind="tap", data="status:{i}:done")
    remote.arrive(1, kind="photo", texts="minh chứng")
    async with client(remote) as bot:
        *taps, photo = await bot.get_updates()
    assert [tap.callback_query.data for tap in taps] == ["status:0:done", "status:1:done", "status:2:done"]
    assert photo.message.caption == "minh chứng"
    assert remote.drop_taps() == 3


async def test_figures_count_sends_and_the_busiest_second(remote: EmulatorProcess) -> None:
    remote.meet([1, 2])
    async with client(remote) as bot:
        for chat in (1, 2, 1):
            await bot.send_message(chat, "Nhắc")
    figures = remote.until(delivered=3)
    assert (figures["sends"], figures["most_in_a_second"], figures["per_second"], figures["refused_429"]) == (3, 3, [3], 0)
    assert [message["text"] for message in remote.delivered(1)] == ["Nhắc", "Nhắc"]


async def test_the_time_from_update_to_answer_is_measured(remote: EmulatorProcess) -> None:
    remote.arrive(1, chats=[7])
    async with client(remote) as bot:
        await bot.send_message(7, "Đây")
    figures = remote.stats()
    assert (len(figures["answers"]), figures["unanswered"]) == (1, 0)


async def test_faults_and_limits_are_set_from_outside(remote: EmulatorProcess) -> None:
    remote.meet([1])
    remote.fault(method="send*", status=403, body={"ok": False, "error_code": 403, "description": "Forbidden: blocked"})
    async with client(remote) as bot:
        with pytest.raises(Forbidden):
            await bot.send_message(1, "a")
        remote.fault(method="send*", status=429, lasts=30, body={"ok": False, "parameters": {"retry_after": 30}})
        with pytest.raises(RetryAfter):
            await bot.send_message(1, "b")
        remote.clear_faults()
        remote.set(limits={"strict": True, "per_second": 1})
        await bot.send_message(1, "c")
        with pytest.raises(RetryAfter):
            await bot.send_message(1, "d")
    assert remote.stats()["refused_429"] == 2
    remote.set(limits={"strict": False, "per_second": 30})


async def test_the_line_can_be_cut_while_control_goes_on(remote: EmulatorProcess) -> None:
    remote.unplug()
    assert remote.stats()["sends"] == 0
    remote.plug_in()
    async with client(remote) as bot:
        assert (await bot.get_me()).username


def test_a_wrong_order_says_what_is_wrong(remote: EmulatorProcess) -> None:
    with pytest.raises(AssertionError, match="no button 'Xong'"):
        remote.phone(5, "An").taps("Xong")


async def test_the_journal_outlives_the_emulator(tmp_path: Path) -> None:
    with EmulatorProcess(tmp_path / "journal.jsonl") as running:
        running.meet([1])
        async with client(running) as bot:
            await bot.send_document(1, b"abc", filename="a.txt")
        running.process.kill()
    entry = next(entry for entry in running.written() if entry["method"] == "sendDocument")
    assert (entry["chat"], entry["applied"], entry["files"][0]["size"]) == (1, True, 3)


def test_a_last_line_cut_by_a_kill_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_text('{"n": 1}\n{"n": 2')
    assert read_journal(tmp_path / "journal.jsonl") == [{"n": 1}]


def test_windows_of_a_second_may_start_anywhere() -> None:
    assert busiest([0.0, 0.9, 1.1, 1.2, 1.85]) == 4
    assert per_second([5.0, 5.5, 7.1]) == [2, 0, 1]


async def test_the_other_makers_emulator_serves_a_client_and_judges_it(tmp_path: Path, timedeltas: None) -> None:
    with Independent(tmp_path / "journal.jsonl") as other:
        other.says(5, "/start M4moi")
        other.refuses("sendMessage", {"status": 429, "description": "Too Many Requests", "parameters": {"retry_after": 2}})
        async with Bot(other.token, f"{other.url}/bot", f"{other.url}/file/bot") as bot:
            assert bot.username == "nhacviec_test_bot"
            assert (await bot.get_updates(timeout=1))[0].message.text == "/start M4moi"
            with pytest.raises(RetryAfter):
                await bot.send_message(5, "Chào")
            await bot.send_message(5, "Chào", protect_content=True)
        assert other.verdict("getUpdates", allow=("sendMessage:429",))["ok"]
        assert not other.verdict("answerCallbackQuery")["ok"]
        assert json.dumps(other.entries())
