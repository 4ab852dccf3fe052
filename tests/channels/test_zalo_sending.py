"""The Zalo client against a platform that answers in all its odd ways: each row of the error table is a test."""

import logging
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from bot.channels.zalo import Zalo
from bot.channels.zalo.client import Idle, TokenRefused, Unknown
from jobs.outcome import Broken, NotSent, QuotaSpent, Rejected, Sent, Unreachable, Unsure, Wait
from locales.message import Choice, Message, units
from tests.emulator_zalo import ZaloEmulator

AN = "c0ffee0000000000000a"


@pytest.fixture
async def zalo():
    async with ZaloEmulator() as emulator:
        emulator.phone(AN, "An")
        yield emulator


@pytest.fixture
async def channel(zalo):
    made = Zalo(zalo.token, zalo.url)
    yield made
    await made.close()


async def test_a_message_with_choices_is_text_with_numbers_and_a_line_that_says_what_to_type(zalo, channel):
    message = Message("6.1.2: đã ghi.", (Choice("Sửa", "row:1"), Choice("Ghi nhầm, bỏ", "undo:1")))
    assert isinstance(await channel.send(AN, message, None), Sent)
    assert zalo.phone(AN).screen == ["6.1.2: đã ghi.\n1. Sửa\n2. Ghi nhầm, bỏ\n(Nhắn số để chọn; 0 nếu thôi.)"]


async def test_each_answer_tells_the_time(zalo):
    dates: list[str | None] = []
    channel = Zalo(zalo.token, zalo.url, dated=dates.append)
    await channel.open()
    await channel.close()
    (date,) = dates
    assert abs(datetime.now(UTC) - parsedate_to_datetime(date or "")) < timedelta(hours=1)


async def test_at_most_eight_choices_a_page_and_9_is_more(zalo, channel):
    message = Message("Chọn:", tuple(Choice(f"Việc {i}", f"row:{i}") for i in range(1, 13)))
    await channel.send(AN, message, None)
    lines = zalo.phone(AN).screen[0].splitlines()
    assert lines[8:] == ["8. Việc 8", "9. Xem thêm lựa chọn", "(Nhắn số để chọn; 0 nếu thôi.)"]


async def test_a_list_that_numbers_itself_keeps_only_the_digits_that_can_be_typed(zalo, channel):
    text = "\n".join(["10 việc:", *(f"{i}. Việc {i}" for i in range(1, 11))])
    await channel.send(AN, Message(text, tuple(Choice(f"{i}", f"row:{i}") for i in range(1, 11)), numbered=10), None)
    shown = zalo.phone(AN).screen[0].splitlines()
    assert shown[8:12] == ["8. Việc 8", "- Việc 9", "- Việc 10", "9. Xem thêm lựa chọn"]
    assert sum(line.startswith("1. ") for line in shown) == 1


@pytest.mark.parametrize("letters", ["ệ", "e\u0323\u0302", "a", "😀"])
async def test_long_texts_are_split_by_utf_16_units_of_composed_letters(zalo, channel, letters):
    text = "\n".join(letters * 300 for _ in range(12))
    assert isinstance(await channel.send(AN, Message(text, (Choice("Đúng", "x"),)), None), Sent)
    screen = zalo.phone(AN).screen
    assert len(screen) == channel.cost(Message(text, (Choice("Đúng", "x"),)))
    assert len(screen) > 1
    assert all(units(one) <= 2000 for one in screen)
    assert screen[-1].endswith("1. Đúng\n(Nhắn số để chọn; 0 nếu thôi.)")


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ({"code": 400, "text": "chat not found"}, Unreachable),
        ({"code": 400, "text": "chat not found", "inside": False}, Unreachable),
        ({"code": 400, "text": "text is empty"}, Rejected),
        ({"code": 403, "text": "user blocked the bot"}, Unreachable),
        ({"code": 403, "text": "Forbidden", "inside": False}, Unreachable),
        ({"code": 403, "text": "Internal server error"}, Unsure),
        ({"code": 404, "text": "unknown"}, Rejected),
        ({"code": 401, "text": "Unauthorized"}, Broken),
        ({"code": 401, "inside": False}, Broken),
        ({"code": 408, "text": "Request timeout"}, Unsure),
        ({"code": 408, "inside": False}, Unsure),
        ({"code": 429, "text": "Quota exceeded"}, QuotaSpent),
        ({"code": 429, "text": "Quota exceeded", "inside": False}, QuotaSpent),
        ({"code": 429, "text": "Too Many Requests", "retry_after": 7}, Wait),
        ({"code": 429, "text": "Too Many Requests"}, Wait),
        ({"code": 500, "text": "oops"}, Unsure),
        ({"status": 502, "html": True}, Unsure),
        ({"status": 502, "html": True, "applied": True}, Unsure),
        ({"cut": True, "applied": True}, Unsure),
    ],
)
async def test_each_refusal_has_its_outcome(zalo, channel, fault, outcome):
    zalo.faults.add("sendMessage", **fault)
    assert isinstance(await channel.send(AN, Message("Chào"), None), outcome)
    assert isinstance(await channel.send(AN, Message("Chào"), None), Sent), "the next one goes"


async def test_a_429_that_says_nothing_is_taken_for_the_quota_only_when_it_comes_again_and_again(zalo, channel):
    zalo.faults.add("sendMessage", code=429, times=3)
    outcomes = [await channel.send(AN, Message("Chào"), None) for _ in range(3)]
    assert [type(one) for one in outcomes] == [Wait, Wait, QuotaSpent]


async def test_an_answer_that_comes_too_late_leaves_the_send_unsure(zalo, channel):
    zalo.faults.add("sendMessage", delay=0.5, applied=True)
    with pytest.raises(Unknown):
        await channel.api.ask("sendMessage", {"chat_id": AN, "text": "Chào"}, 0.1)
    await zalo.until(lambda: zalo.phone(AN).screen == ["Chào"])


async def test_no_connection_is_surely_not_sent(zalo, channel):
    await zalo.unplug()
    assert isinstance(await channel.send(AN, Message("Chào"), None), NotSent)


async def test_when_a_later_part_fails_nobody_says_that_nothing_was_sent(zalo, channel):
    zalo.faults.add("sendMessage", code=400, text="chat not found", after=1)
    outcome = await channel.send(AN, Message("\n".join(["x" * 900] * 4)), None)
    assert isinstance(outcome, Unsure)


async def test_a_file_is_named_and_the_text_arrives(zalo, channel):
    await channel.send(AN, Message("Đây là mẫu.", file={"path": "/nowhere", "name": "mau.xlsx"}), None)
    assert "Tệp mau.xlsx không gửi được ở kênh này" in zalo.phone(AN).screen[0]


@pytest.mark.parametrize("inside", [True, False])
async def test_an_idle_poll_is_no_fault_in_both_styles(channel, zalo, inside):
    zalo.idle_inside = inside
    assert await channel.next_event() is None
    with pytest.raises(Idle):
        await channel.api.ask("getUpdates", {"timeout": "1"})


async def test_a_poll_gives_one_object_and_an_answer_without_result_is_fine(channel, zalo):
    await zalo.phone(AN).says("chào")
    event = await channel.next_event()
    assert event["message"]["text"] == "chào"
    assert await channel.api.ask("sendChatAction", {"chat_id": AN, "action": "typing"}) is None


async def test_the_webhook_address_is_kept_even_if_the_probe_fails_and_that_is_told(channel, zalo):
    assert await channel.set_webhook("https://an.example/zalo/webhook", "bi-mat-2026") is None
    zalo.probe = {"ok": False, "outcome": "http_error", "status_code": 403, "hint": "403 from your server"}
    assert await channel.set_webhook("https://an.example/zalo/webhook", "bi-mat-2026") == "403 from your server"
    assert zalo.webhook["url"] == "https://an.example/zalo/webhook"
    await channel.drop_webhook()
    assert zalo.webhook == {}
    zalo.faults.add("deleteWebhook", code=404, inside=False)
    await channel.drop_webhook()


async def test_the_token_shows_in_no_log_and_no_error(zalo, channel, caplog):
    caplog.set_level(logging.DEBUG)
    zalo.faults.add("sendMessage", code=400, text=f"bad call /bot{zalo.token}/sendMessage")
    zalo.faults.add("sendMessage", status=502, html=True)
    zalo.faults.add("sendMessage", cut=True)
    outcomes = [await channel.send(AN, Message("Chào"), None) for _ in range(3)]
    zalo.revoked = True
    with pytest.raises(TokenRefused) as refused:
        await channel.open()
    await zalo.unplug()
    outcomes.append(await channel.send(AN, Message("Chào"), None))
    told = f"{outcomes} {refused.value!r} {channel.api!r} {caplog.text}"
    assert zalo.token not in told
    assert zalo.token.partition(":")[2] not in told
