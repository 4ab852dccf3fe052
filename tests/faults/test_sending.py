"""The way out under a bad network: a slow answer, a storm of 5xx, the loop held up, another poller."""

import asyncio
import time
from datetime import timedelta

import aiohttp
import pytest

from tests.emulator import Fault
from tests.faults.oracle import AGAIN
from tests.jobs.desk import Desk, heard
from tests.stories.office import LIEN, TUESDAY, Office, at


@pytest.mark.fault(5)
async def test_while_an_answer_is_awaited_the_message_is_not_sent_again(desk: Desk, emu):
    emu.faults.add(Fault(method="sendMessage", delay=1.0))
    desk.put()
    sending = asyncio.create_task(desk.deliver())
    await emu.until(lambda: emu.faults.script == [], 60)
    for _ in range(5):
        desk.now += timedelta(seconds=40)
        desk.at += 40
        await desk.deliverer.sweep()
        assert await desk.deliverer.start_some() == 0
    await sending
    assert desk.states() == [("Chào đồng chí", "sent")]
    assert len(heard(emu)) == 1


@pytest.mark.fault(12)
async def test_a_storm_of_500_and_502_loses_nothing_and_every_copy_bears_its_mark(desk: Desk, emu, record_property):
    emu.faults.add(Fault(method="sendMessage", status=500, chance=0.1, times=None))
    emu.faults.add(Fault(method="sendMessage", status=502, chance=0.1, times=None, applied=True))
    texts = [f"Tin số {i} của đồng chí." for i in range(60)]
    for i, text in enumerate(texts):
        desk.put(text, chat=1 + i % 3)
    for _ in range(4):
        await desk.deliver(31)
    emu.faults.clear()
    for wait in (31, 121, 601):
        await desk.deliver(wait)
    came = [text for chat in (1, 2, 3) for text in heard(emu, chat)]
    first = {text for text in came if AGAIN not in text}
    copies = [text for text in came if AGAIN in text]
    record_property("found", f"60 messages: {60 - len({text.replace(AGAIN, '').strip() for text in came})} lost, {len(copies)} marked copies")
    assert {text.replace(AGAIN, "").strip() for text in came} >= set(texts)
    assert len(first) == len([text for text in came if AGAIN not in text]), "no copy without its mark"
    assert {state for _, state in desk.states()} == {"sent"}


@pytest.mark.fault(23)
async def test_what_fell_due_while_the_loop_was_held_up_is_sent_by_the_next_bell(office: Office):
    """No bell is rung by hand here: the program's own clock has to make up for it."""
    office.now = at(TUESDAY + timedelta(days=2), 7, 46)
    time.sleep(3)  # noqa: ASYNC251 - the loop is held up
    await office.emu.until(office.new, 60)
    await office.settled()
    assert all(text.count("Đồng chí") <= 1 for text in office.new().values())


@pytest.mark.fault(43)
async def test_another_poller_takes_the_turn_and_everything_is_answered_once_when_it_is_gone(office: Office, emu):
    """A second program with the same token asks a few times and goes away; what it was given comes again to us."""
    await emu_poll(emu)
    await emu.until(lambda: [one for one in emu.journal.calls("getUpdates") if one["status"] == 409], 60)
    await office.phone(LIEN).says("việc của tôi")
    await emu_poll(emu)
    await emu.until(lambda: office.phone(LIEN).unheard, 60)
    await office.settled()
    assert len(office.phone(LIEN).unheard) == 1
    assert office.app.pollers["telegram"].conflicts == 0


async def emu_poll(emu) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{emu.url}/bot{emu.token}/getUpdates", data={"timeout": "0"}) as answer,
    ):
        await answer.read()
