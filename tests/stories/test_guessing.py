"""People who guess: forged buttons, codes that are not theirs."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.routes import ROUTES
from storage.office import people, units
from storage.tables import Inbox
from tests.stories.office import BAO, DIEP, KHOI, LIEN, NHAT, OFFICE, SON, TIN, facts


def payloads(seed: int, amount: int) -> list[str]:
    """Routes with all kinds of arguments, and sheer nonsense, each at most 64 bytes as Telegram allows."""
    source = random.Random(seed)
    values = [
        *map(str, range(1, 32)),
        "0",
        "-1",
        "999999999",
        "20261130",
        "yes",
        "no",
        "done",
        "all",
        "sure",
        "coordinator",
        "off",
        "x" * 20,
    ]
    made = []
    for _ in range(amount):
        parts = [source.choice([*ROUTES, "nosuch", ""]), *source.choices(values, k=source.randint(0, 4))]
        made.append(":".join(parts).encode()[:64].decode() or "?")
    return made


@pytest.mark.fault(62)
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


@pytest.mark.fault(62)
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
    assert bad == {"Mã này không dùng được. Đề nghị đồng chí kiểm tra lại từng chữ, từng số; nếu đã đúng, xin mã mới từ đầu mối CCHC của cơ quan."}
    await tries(8002, "LANTHUNAM")
    good = await office.invite(NHAT)
    assert {await tries(8002, good)} == bad, "five wrong ones: even a right code has to wait"
    office.now += timedelta(hours=1, seconds=1)
    assert NHAT in await tries(8002, good)
