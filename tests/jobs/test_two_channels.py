"""One person with Telegram and Zalo: when one fails, what surely was not delivered goes to the other, never twice."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from jobs.deliver import Deliverer, Right
from jobs.pace import Limits, Pacer
from locales.formats import VIETNAM
from locales.message import Message
from storage.messages import budgets, outbox, trouble
from storage.messages.outbox import Draft
from storage.office import addresses, people
from storage.tables import Outbox
from tests.emulator import Emulator, forbidden
from tests.emulator.fixtures import emu_fixture, timedeltas_fixture  # noqa: F401 - fixtures
from tests.emulator_zalo import ZaloEmulator
from tests.flows.small_office import build

NGAN, HA, TUNG = "zalo:ngan", "zalo:ha", "zalo:tung"


class Desk:
    """A deliverer with two channels, whose clocks the test holds; Ngân has both, Hà and Khoa only Zalo, Tùng (coordinator) both."""

    def __init__(self, store, emu: Emulator, zalo: ZaloEmulator, now: datetime, **quota) -> None:
        self.store, self.emu, self.zalo, self.now, self.at = store, emu, zalo, now, 0.0
        self.office = build(store, now)
        self.phones = {name: zalo.phone(name) for name in ("ngan", "ha", "tung", "khoa")}
        with store.transaction() as db:
            people.unlink(db, self.office.ha, now)
            for person, chat in ((self.office.ngan, NGAN), (self.office.ha, HA), (self.office.tung, TUNG), (self.office.khoa, "zalo:khoa")):
                people.link(db, person, chat, now)
        self.channels = {"telegram": Telegram(emu.token, emu.url), "zalo": Zalo(zalo.token, zalo.url, **quota)}
        pacer = Pacer(Limits(rate=0), clock=lambda: self.at)
        self.deliverer = Deliverer(store, self.channels, now=lambda: self.now, zone=VIETNAM, right=Right("test"), pacer=pacer)

    def put(self, text: str, chat: str, lane: int = outbox.NOTICE, **details) -> None:
        with self.store.transaction() as db:
            person = people.owner_of(db, chat)
            draft = Draft(text, chat, Message(text).as_payload(), lane=lane, person_id=person, **details)
            outbox.add(db, [draft], self.now)

    async def deliver(self, after: float = 0) -> None:
        self.now += timedelta(seconds=after)
        self.at += after
        await self.deliverer.run_until_idle()

    def on_telegram(self, chat: int) -> list[str]:
        return [one["text"] for one in self.emu.journal.delivered(chat)]

    def states(self) -> dict[str, tuple[str, str]]:
        with self.store.transaction() as db:
            rows = db.execute(select(Outbox.key, Outbox.state, Outbox.channel))
            return {row.key: (row.state, row.channel) for row in rows}

    def used(self) -> budgets.Used:
        with self.store.transaction() as db:
            return budgets.used(db, "zalo", "2026-11")


@pytest.fixture
async def zalo():
    async with ZaloEmulator() as emulator:
        yield emulator


@pytest.fixture
async def make(store, emu, zalo, now, timedeltas):
    made = []

    async def desk(**quota) -> Desk:
        one = Desk(store, emu, zalo, now, **quota)
        await one.channels["telegram"].open()
        emu.world.meet([1, 2, 3])
        made.append(one)
        return one

    yield desk
    for one in made:
        for channel in one.channels.values():
            await channel.close()


async def test_a_chat_that_refuses_us_hands_over_to_the_next_and_the_person_is_told_once(make, zalo):
    desk = await make(monthly=3000)
    zalo.faults.add("sendMessage", chat="ngan", code=403, text="user blocked the bot", times=9)
    for text in ("1", "2", "3"):
        desk.put(text, NGAN)
    await desk.deliver()
    assert desk.used().sent == 0, "what a chat refuses costs nothing of the month"
    told = desk.on_telegram(2)
    assert [text for text in told if len(text) == 1] == ["1", "2", "3"]
    assert len([text for text in told if text.startswith("Hiện chưa gửi được tin qua Zalo")]) == 1
    assert len(told) == 4
    assert desk.phones["ngan"].screen == []
    with desk.store.transaction() as db:
        assert people.chat_of(db, desk.office.ngan) == "telegram:2"


async def test_it_works_the_other_way_too(make, emu):
    desk = await make()
    with desk.store.transaction() as db:
        addresses.prefer(db, next(one for one in addresses.of_person(db, desk.office.ngan) if one.channel == "telegram"))
    emu.faults.refuse(forbidden("bot was blocked by the user"), "sendMessage", chat=2, times=None)
    for text in ("1", "2"):
        desk.put(text, "telegram:2")
    await desk.deliver()
    assert [text for text in desk.phones["ngan"].screen if len(text) == 1] == ["1", "2"]
    assert any("Hiện chưa gửi được tin qua Telegram" in text for text in desk.phones["ngan"].screen)


async def test_what_may_have_arrived_is_never_sent_to_the_other_chat(make, zalo):
    desk = await make()
    zalo.faults.add("sendMessage", chat="ngan", cut=True, applied=True)
    desk.put("1", NGAN)
    await desk.deliver()
    for _ in range(3):
        await desk.deliver(3600)
        await desk.deliverer.sweep()
    assert desk.phones["ngan"].screen == ["1"]
    assert desk.on_telegram(2) == []
    assert desk.states()["1"] == ("dead", "zalo")
    assert any("Võ Thị Kim Ngân" in text for text in desk.phones["tung"].screen), "the coordinator sees it at once"


async def test_what_may_have_arrived_before_its_chat_refused_us_is_shown_and_not_sent_to_the_other_one(make, emu):
    desk = await make()
    emu.faults.add(method="sendMessage", chat=2, cut="after")
    desk.put("1", "telegram:2")
    await desk.deliver()
    emu.faults.refuse(forbidden("bot was blocked by the user"), "sendMessage", chat=2, times=None)
    await desk.deliver(31)
    assert (desk.on_telegram(2), desk.states()["1"]) == (["1"], ("dead", "telegram"))
    assert not any("1" in text.split() for text in desk.phones["ngan"].screen)
    assert any("Võ Thị Kim Ngân" in text for text in desk.phones["tung"].screen)


async def test_what_was_under_way_when_the_process_died_is_shown_and_not_repeated(make):
    desk = await make()
    desk.put("1", NGAN)
    desk.put("2", HA)
    with desk.store.transaction() as db:
        assert len(outbox.claim(db, "dead process", ["zalo"], 1, desk.now)) == 1
        outbox.recover(db, desk.now)
    await desk.deliver()
    assert desk.states()["1"] == ("dead", "zalo")
    assert (desk.phones["ngan"].screen, desk.phones["ha"].screen, desk.on_telegram(2)) == ([], ["2"], [])
    assert any("Võ Thị Kim Ngân" in text for text in desk.phones["tung"].screen)


@pytest.mark.fault(70)
async def test_a_channel_away_for_half_an_hour_lets_the_other_do_its_work(make, zalo):
    desk = await make()
    await zalo.unplug()
    desk.put("nhắc", NGAN)
    desk.put("trả lời", NGAN, lane=outbox.ANSWER)
    desk.put("cho Hà", HA)
    await desk.deliver()
    for _ in range(6):
        await desk.deliver(310)
        await desk.deliverer.sweep()
    await desk.deliver(1)
    assert "nhắc" in desk.on_telegram(2)
    assert desk.on_telegram(1), "the coordinator is told on the channel that works"
    assert "trả lời" not in desk.on_telegram(2), "an answer waits for the chat where the question was asked"
    told = "\n".join(desk.on_telegram(1))
    assert "Zalo không gửi được từ" in told
    assert "01 đồng chí đã chuyển sang kênh khác" in told
    assert "Chưa liên lạc được: Lê Thu Hà" in told
    await zalo.plug_in()
    await desk.deliver(310)
    assert desk.phones["ngan"].screen == ["trả lời"]
    assert desk.phones["ha"].screen == ["cho Hà"]
    assert desk.on_telegram(2).count("nhắc") == 1


async def test_a_channel_that_was_taken_out_of_the_settings_lets_the_other_do_its_work(make):
    desk = await make()
    desk.put("nhắc", NGAN)
    desk.channels.pop("zalo")
    await desk.deliver()
    await desk.deliverer.sweep()
    assert desk.on_telegram(2) == []
    await desk.deliver(1801)
    await desk.deliverer.sweep()
    await desk.deliver(1)
    assert "nhắc" in desk.on_telegram(2)


async def test_one_channel_that_is_down_does_not_slow_the_other(make, zalo):
    desk = await make()
    await zalo.unplug()
    desk.put("a", NGAN)
    await desk.deliver()
    desk.put("b", "telegram:2")
    await desk.deliver()
    assert desk.on_telegram(2) == ["b"]


async def test_a_refused_token_stops_its_channel_only_and_is_kept_for_doctor(make, zalo):
    desk = await make()
    zalo.revoked = True
    desk.put("a", NGAN)
    await desk.deliver()
    assert desk.deliverer.broken is None
    await desk.deliverer.sweep()
    await desk.deliver(1)
    assert "a" in desk.on_telegram(2)
    with desk.store.transaction() as db:
        assert [(channel, why) for channel, why, _ in budgets.faults(db)] == [("zalo", "ZALO_BOT_TOKEN is refused")]


async def test_the_web_rings_nobody_so_the_coordinator_learns_who_has_only_that(make, zalo):
    desk = await make()
    with desk.store.transaction() as db:
        people.link(db, desk.office.ha, "web:3", desk.now, preferred=False)
    zalo.faults.add("sendMessage", chat="ha", code=403, text="user blocked the bot")
    desk.put("1", HA)
    desk.put("2", HA)
    await desk.deliver()
    states = desk.states()
    assert (states["1"], states["2"]) == (("pending", "web"), ("pending", "web"))
    assert any("Lê Thu Hà" in text for text in desk.phones["tung"].screen)


async def test_while_a_channel_is_away_nothing_is_left_on_the_web_where_nobody_looks(make, zalo):
    desk = await make()
    with desk.store.transaction() as db:
        people.link(db, desk.office.ha, "web:3", desk.now, preferred=False)
    await zalo.unplug()
    desk.put("1", HA)
    await desk.deliver()
    for _ in range(6):
        await desk.deliver(310)
        await desk.deliverer.sweep()
    await desk.deliver(1)
    assert desk.states()["1"] == ("pending", "zalo")
    assert any("Chưa liên lạc được: Lê Thu Hà" in text for text in desk.on_telegram(1))


async def test_the_quota_is_never_exceeded_and_the_rest_goes_elsewhere_or_waits_for_the_next_month(make, zalo):
    desk = await make(monthly=20)
    for number in range(15):
        desk.put(f"N{number}", NGAN)
        desk.put(f"H{number}", HA)
        desk.put(f"K{number}", "zalo:khoa")
    await desk.deliver()
    assert len(zalo.delivered) == 20
    assert desk.used().sent == 20
    states = desk.states()
    assert {states[f"N{number}"][0] for number in range(15)} == {"sent"}
    assert {state for key, (state, _) in states.items() if key[0] in "HK"} == {"sent", "pending"}
    arrived = [text for _, text in zalo.delivered] + desk.on_telegram(2) + desk.on_telegram(1)
    assert all(arrived.count(f"N{number}") == 1 for number in range(15))
    with desk.store.transaction() as db:
        silent = trouble.not_received(db, desk.office.id, desk.now)
    assert silent == {desk.office.ha, desk.office.khoa}, "the coordinator finds them under what was not received"
    warned = [text for text in arrived if "đã dùng 16/20 tin" in text]
    spent = [text for text in arrived if "đã hết hạn mức tin của tháng, đến ngày 01/12/2026" in text]
    assert (len(warned), len(spent)) == (1, 1)
    await desk.deliver(86_400)
    assert len(zalo.delivered) == 20
    desk.now = datetime(2026, 12, 1, 0, 59, tzinfo=UTC)
    await desk.deliver(0)
    assert len(zalo.delivered) == 20, "not at night either"
    desk.now = datetime(2026, 12, 1, 1, tzinfo=UTC)
    await desk.deliver(1)
    with desk.store.transaction() as db:
        left = db.scalar(select(func.count()).select_from(Outbox).where(Outbox.state == "pending"))
        assert budgets.used(db, "zalo", "2026-12").sent == len(zalo.delivered) - 20
    assert (left or 0) + len(zalo.delivered) >= 30


async def test_what_people_send_counts_too_when_told_so(make):
    desk = await make(monthly=20, counts_received=True)
    with desk.store.transaction() as db:
        budgets.count(db, "zalo", "2026-11", received=19)
    desk.put("1", HA)
    desk.put("2", HA)
    await desk.deliver()
    assert len(desk.phones["ha"].screen) == 1


async def test_a_long_text_costs_as_many_as_it_has_parts_and_what_did_not_leave_is_given_back(make, zalo):
    desk = await make(monthly=100)
    desk.put("\n".join(["x" * 900] * 5), HA)
    await desk.deliver()
    assert desk.used().sent == len(zalo.delivered) == 3
    await zalo.unplug()
    desk.put("y", HA)
    await desk.deliver()
    assert desk.used().sent == 3


async def test_the_platforms_own_word_on_the_quota_is_believed(make, zalo):
    desk = await make()
    zalo.quota = 0
    desk.put("1", NGAN)
    desk.put("2", HA)
    await desk.deliver()
    await desk.deliver(3600)
    assert "1" in desk.on_telegram(2)
    assert desk.states()["2"] == ("pending", "zalo")
    assert len([one for one, _ in zalo.calls if one == "sendMessage"]) <= 3


async def test_a_pause_that_the_platform_asks_for_is_kept(make, zalo):
    desk = await make()
    zalo.faults.add("sendMessage", code=429, text="Too Many Requests", retry_after=30)
    desk.put("1", HA)
    await desk.deliver()
    await desk.deliver(29)
    assert desk.phones["ha"].screen == []
    await desk.deliver(3)
    assert desk.phones["ha"].screen == ["1"]


async def test_a_broadcast_on_one_channel_does_not_look_at_the_other_for_each_of_its_messages(make):
    desk, looks, texts = await make(), [], [str(i) for i in range(20)]
    deliverer = Deliverer(desk.store, desk.channels, now=lambda: desk.now, zone=VIETNAM, right=Right("test"), pacer=Pacer(Limits(rate=20)))
    read = desk.store.read

    async def counted(work):
        looks.append(work)
        return await read(work)

    desk.store.read = counted
    for text in texts:
        desk.put(text, f"telegram:{1 + int(text) % 3}")
    running = asyncio.create_task(deliverer.run())
    await desk.emu.reaches(delivered=len(texts), timeout=60)
    deliverer.stop()
    await running
    assert {desk.states()[text][0] for text in texts} == {"sent"}
    assert len(looks) < 3 * len(texts), "one that finds the message, and seldom one that finds nothing"


@pytest.mark.parametrize("is_put_off", [False, True])
async def test_who_rings_is_heard_though_a_look_found_nothing_for_an_hour(make, emu, is_put_off):
    """The second message comes after such a look; so does the return of one that the platform put off."""
    desk = await make()
    deliverer = Deliverer(desk.store, desk.channels, now=lambda: datetime.now(UTC), zone=VIETNAM, right=Right("test"), pacer=Pacer(Limits(rate=20)))
    deliverer._longest = 3600
    desk.now = datetime.now(UTC)
    running = asyncio.create_task(deliverer.run())
    for number in (1, 2):
        await asyncio.wait_for(idle(deliverer), 60)
        if is_put_off and number == 2:
            body = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}
            emu.faults.add(method="sendMessage", delay=0.5, status=429, body=body)  # so late that the next look comes before it
        desk.put(str(number), "telegram:2")
        deliverer.ring()
        await emu.reaches(delivered=number, timeout=60)
    deliverer.stop()
    await running


async def idle(deliverer: Deliverer) -> None:
    """Until a look has found nothing to send on any channel."""
    while len(deliverer.lines.quiet()) < len(deliverer.senders):  # noqa: ASYNC110 - what is looked at rings no bell
        await asyncio.sleep(0.02)
