"""The outbox meets Telegram's refusals over HTTP: each row of the error table, with what becomes of the message."""

import asyncio
import random
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.channels.telegram import Telegram
from jobs.deliver import Right
from jobs.fetch import TryLater
from jobs.lines import Lines
from jobs.outcome import Abilities
from jobs.pace import Limits, Pacer
from locales.message import Choice, Message
from locales.papers import shelf
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import people
from storage.tables import Address, Outbox
from tests.emulator import Emulator, bad, forbidden, too_many
from tests.emulator.fixtures import emu_fixture, timedeltas_fixture  # noqa: F401 - fixtures
from tests.jobs.desk import NGAN, Desk, desk_fixture, heard  # noqa: F401 - the fixture
from tests.postgres import free_port


async def test_a_message_goes_out_once_and_its_number_is_kept(desk: Desk, emu: Emulator):
    desk.put(about=(7,))
    await desk.deliver()
    await desk.deliver(60)
    assert (heard(emu), desk.states()) == (["Chào đồng chí"], [("Chào đồng chí", "sent")])
    number = desk.one().message_id
    with desk.store.transaction() as db:
        assert outbox.about_message(db, "telegram:2", number) == [7]


async def test_the_pause_that_is_asked_for_before_a_file_is_kept_too(desk: Desk, emu: Emulator):
    emu.faults.refuse(too_many(35), "getFile")
    with pytest.raises(TryLater) as later:
        _ = [piece async for piece in desk.channel.download({"file_id": "any"})]
    assert later.value.wait == 35


async def test_a_message_that_the_database_refuses_ends_alone_and_its_neighbours_leave(desk: Desk, emu: Emulator):
    with desk.store.transaction() as db:
        db.exec_driver_sql("CREATE UNIQUE INDEX one_open_question ON conversation ((length(chat)))")
    desk.put("1", lane=outbox.NOTICE)
    desk.put("2", chat=3, lane=outbox.NOTICE)
    await desk.deliver()
    assert desk.states() == [("1", "sent"), ("2", "dead")]
    assert (heard(emu), heard(emu, 3)) == (["1"], [])


@pytest.mark.fault(6)
async def test_too_many_requests_pause_everybody_and_count_no_try(desk: Desk, emu: Emulator):
    emu.faults.refuse(too_many(35), "sendMessage", chat=NGAN)
    desk.put("1")
    desk.put("2", chat=3)
    await desk.deliver()
    assert heard(emu) == []
    assert desk.one().attempt == 0
    await desk.deliver(34)
    assert heard(emu) == []
    await desk.deliver(4)
    assert (heard(emu), heard(emu, 3)) == (["1"], ["2"])


@pytest.mark.fault(6)
async def test_what_was_put_off_keeps_its_place_through_a_restart(desk: Desk, emu: Emulator):
    emu.faults.refuse(too_many(35), "sendMessage")
    desk.put("1")
    await desk.deliver()
    desk.put("2")
    desk.deliverer = desk.fresh()
    await desk.deliver(1)
    assert heard(emu) == ["1", "2"]


async def test_in_a_chat_that_has_its_pace_none_overtakes_another_however_time_passes_between_two_looks(desk: Desk, emu: Emulator):
    """Before each look at the monotonic clock a moment passes, now shorter, now longer, on the wall clock as well."""
    die = random.Random(7)

    def ticking() -> float:
        passed = die.choice([0.0001, 0.02])
        desk.at += passed
        desk.now += timedelta(seconds=passed)
        return desk.at

    desk.deliverer.lines = Lines(desk.deliverer.senders, Pacer(Limits(rate=1000, burst=1, chat_rate=20), clock=ticking))
    texts = [str(n) for n in range(40)]
    for text in texts:
        desk.put(text)
    for _ in range(3000):
        await desk.deliverer.run_until_idle()
        ticking()
        if len(heard(emu)) == len(texts):
            break
    assert heard(emu) == texts


@pytest.mark.fault(21)
async def test_by_a_wrong_clock_answers_alone_leave_and_nothing_that_waits_is_in_their_way(desk: Desk, emu: Emulator):
    desk.deliverer.right = Right("test", answers_only=lambda: True)
    desk.put("nhắc việc", lane=outbox.NOTICE)
    desk.put("trả lời")
    await desk.deliver()
    assert heard(emu) == ["trả lời"]
    desk.deliverer.right = Right("test")
    await desk.deliver()
    assert heard(emu) == ["trả lời", "nhắc việc"]


@pytest.mark.fault(7)
async def test_a_proxys_429_without_parameters_waits_half_a_minute(desk: Desk, emu: Emulator):
    emu.faults.proxy_error(429, "sendMessage")
    desk.put()
    await desk.deliver()
    await desk.deliver(29)
    assert heard(emu) == []
    await desk.deliver(3)
    assert heard(emu) == ["Chào đồng chí"]


PAGE = {"body": "<html>", "content_type": "text/html", "applied": True}


@pytest.mark.parametrize("cut", [{"cut": "after"}, PAGE | {"status": 502}, PAGE | {"status": 200}], ids=["cut", "502", "page"])
@pytest.mark.fault(3)
async def test_an_answer_that_never_came_is_repeated_with_a_mark_until_one_comes(desk: Desk, emu: Emulator, cut: dict):
    emu.faults.add(method="sendMessage", **cut)
    desk.put()
    await desk.deliver()
    assert desk.states() == [("Chào đồng chí", "unsure")]
    await desk.deliver(29)
    assert heard(emu) == ["Chào đồng chí"]  # not before its half minute is over
    await desk.deliver(2)
    assert heard(emu) == ["Chào đồng chí", "(gửi lại) Chào đồng chí"]
    assert desk.states() == [("Chào đồng chí", "sent")]


async def test_after_four_copies_without_an_answer_the_coordinator_is_told(desk: Desk, emu: Emulator):
    emu.faults.cut("after", "sendMessage", chat=NGAN, times=None)
    desk.put()
    for wait in (0, 31, 121, 601, 601, 3601):
        await desk.deliver(wait)
    assert len(heard(emu)) == 4
    assert desk.states() == [("Chào đồng chí", "dead")]
    assert len([text for text in heard(emu, 1) if "Võ Thị Kim Ngân" in text]) == 1


@pytest.mark.fault(12)
async def test_ten_minutes_without_an_answer_and_restarts_meanwhile_cost_no_message(desk: Desk, emu: Emulator):
    """Seed 65 of the soak: restarts while the network was bad sent the same message four times in two minutes, and gave it up."""
    emu.faults.add(method="sendMessage", status=502, times=None)
    desk.put()
    for _ in range(10):
        await desk.deliver(60)
        with desk.store.transaction() as db:
            assert outbox.recover(db, desk.now) == []
        desk.deliverer = desk.fresh()
    assert desk.states() == [("Chào đồng chí", "unsure")]
    emu.faults.clear()
    await desk.deliver(601)
    assert (heard(emu), desk.states()) == (["(gửi lại) Chào đồng chí"], [("Chào đồng chí", "sent")])


async def test_a_channel_with_a_quota_never_repeats_what_is_unsure(desk: Desk, emu: Emulator, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(desk.channel, "abilities", Abilities(repeats=False))
    emu.faults.cut("after", "sendMessage", chat=NGAN)
    desk.put()
    await desk.deliver()
    await desk.deliver(3600)
    assert (heard(emu), desk.states()) == (["Chào đồng chí"], [("Chào đồng chí", "dead")])
    assert "Võ Thị Kim Ngân" in heard(emu, 1)[0]


@pytest.mark.fault(4)
async def test_without_a_connection_nothing_is_lost_or_doubled_and_no_try_counts(desk: Desk, emu: Emulator):
    refusing = Telegram(emu.token, f"http://127.0.0.1:{free_port()}")  # nobody listens there
    await refusing._request.initialize()
    desk.deliverer.senders = {"telegram": refusing}
    desk.put()
    await desk.deliver()
    assert (desk.states(), desk.one().attempt) == ([("Chào đồng chí", "pending")], 0)
    await refusing._request.shutdown()
    desk.deliverer.senders = {"telegram": desk.channel}
    await desk.deliver(301)
    assert heard(emu) == ["Chào đồng chí"]


@pytest.mark.parametrize(
    "refusal",
    [
        forbidden("bot was blocked by the user"),
        forbidden("user is deactivated"),
        forbidden("bot can't initiate conversation with a user"),
        bad("chat not found"),
    ],
)
@pytest.mark.fault(8)
async def test_a_person_who_cannot_be_reached_is_left_alone_and_named_once(desk: Desk, emu: Emulator, refusal):
    emu.faults.refuse(refusal, "sendMessage", chat=NGAN, times=None)
    for text in ("1", "2", "3"):
        desk.put(text)
    await desk.deliver()
    await desk.deliver(600)
    assert len(emu.journal.calls("sendMessage", NGAN)) == 1
    assert desk.states() == [("1", "dead"), ("2", "cancelled"), ("3", "cancelled")]
    assert len(heard(emu, 1)) == 1
    assert "Võ Thị Kim Ngân" in heard(emu, 1)[0]
    with desk.store.transaction() as db:
        assert db.scalar(select(Address.unreachable_since).where(Address.chat == "telegram:2")) is not None


@pytest.mark.fault(10)
async def test_an_unknown_refusal_ends_the_message_but_not_the_person(desk: Desk, emu: Emulator):
    emu.faults.refuse(bad("something new"), "sendMessage", chat=NGAN)
    desk.put("1")
    desk.put("2")
    await desk.deliver()
    assert (heard(emu), desk.states()) == (["2"], [("1", "dead"), ("2", "sent")])
    assert len(heard(emu, 1)) == 1


@pytest.mark.fault(9)
async def test_a_group_that_moved_gets_its_message_in_the_new_place(desk: Desk, emu: Emulator):
    emu.world.meet([-1005])
    emu.faults.add(
        method="sendMessage",
        chat=3,
        status=400,
        body={"ok": False, "error_code": 400, "description": "group moved", "parameters": {"migrate_to_chat_id": -1005}},
    )
    desk.put(chat=3)
    await desk.deliver()
    assert (heard(emu, 3), heard(emu, -1005)) == ([], ["Chào đồng chí"])


@pytest.mark.fault(11)
async def test_what_was_claimed_before_its_channel_was_stopped_does_not_leave_after_it(desk: Desk, emu: Emulator):
    desk.put("1")
    assert await desk.deliverer.start_some() == 1
    desk.deliverer.lose("telegram", "refused")
    await desk.deliverer.drain()
    assert desk.states() == [("1", "pending")]
    assert heard(emu) == []


@pytest.mark.fault(11)
async def test_a_refused_token_stops_the_sender_and_loses_nothing(desk: Desk, emu: Emulator):
    emu.faults.add(method="sendMessage", status=401, body={"ok": False, "error_code": 401, "description": "Unauthorized"})
    desk.put("1")
    desk.put("2", chat=3)
    await asyncio.wait_for(desk.deliverer.run(), 20)
    assert desk.deliverer.broken
    states = sorted(state for _, state in desk.states())  # of two under way, the one that the platform saw first is refused
    assert states in (["pending", "pending"], ["pending", "sent"])


async def test_an_edit_that_changes_nothing_counts_as_sent_and_one_that_is_gone_comes_anew(desk: Desk, emu: Emulator):
    desk.put("Đã nhận 1 tệp", key="receipt")
    await desk.deliver()
    desk.put("Đã nhận 1 tệp", key="same", edits="row:receipt")
    desk.put("Đã nhận 2 tệp", key="more", edits="row:receipt")
    await desk.deliver()
    assert [message.text for message in emu.phone(NGAN, "Ngân").screen] == ["Đã nhận 2 tệp"]
    emu.faults.refuse(bad("message to edit not found"), "editMessageText")
    desk.put("Đã nhận 3 tệp", key="last", edits="row:receipt")
    await desk.deliver()
    assert heard(emu)[-1] == "Đã nhận 3 tệp"
    assert {state for _, state in desk.states()} == {"sent"}


async def test_a_text_longer_than_a_message_arrives_whole_in_parts_with_its_answers_last(desk: Desk, emu: Emulator):
    lines = [f"Việc {n}: " + "báo cáo kết quả thực hiện" for n in range(400)]
    desk.put("\n".join(lines), key="long")
    await desk.deliver()
    shown = emu.phone(NGAN, "Ngân").screen
    assert len(shown) > 1
    assert "\n".join(one.text for one in shown).split("\n") == lines
    assert [one.buttons for one in shown] == [[]] * (len(shown) - 1) + [["Đã rõ"]]


async def test_answers_leave_before_bulk_and_one_chat_gets_its_own_in_order(desk: Desk, emu: Emulator):
    desk.put("tin 1", lane=outbox.BULK)
    desk.put("tin 2", lane=outbox.BULK, chat=3)
    desk.put("trả lời", lane=outbox.ANSWER, chat=1)
    desk.put("tin 3", lane=outbox.BULK)
    desk.deliverer.lines.pacer("telegram").limits = Limits(rate=1000, burst=20)
    for _ in range(4):
        await desk.deliver(1)
    order = [message["text"] for message in emu.journal.delivered()]
    assert order[0] == "trả lời"
    assert heard(emu) == ["tin 1", "tin 3"]


async def test_a_message_that_is_too_old_or_has_no_reader_left_is_not_sent(desk: Desk, emu: Emulator):
    desk.put("cũ", expires_at=desk.now - timedelta(seconds=1))
    await desk.deliver()
    assert (heard(emu), desk.states()) == ([], [("cũ", "expired")])


@pytest.mark.fault(17)
async def test_a_reminder_of_work_done_meanwhile_is_cancelled_at_the_last_moment(desk: Desk, emu: Emulator):
    row = desk.office.rows["3.1"]  # confirmed
    payload = {"rows": [[row, "due"]], "slot": "morning", "outage": None}
    with desk.store.transaction() as db:
        outbox.add(db, [Draft("remind", "telegram:2", payload, kind="reminders", person_id=desk.office.ngan)], desk.now)
    await desk.deliver()
    assert (heard(emu), desk.states()) == ([], [("remind", "cancelled")])


async def test_words_that_cannot_be_made_end_that_row_and_the_others_go_on(desk: Desk, emu: Emulator):
    desk.put("1")
    desk.put("2", chat=3)
    with desk.store.transaction() as db:
        db.execute(update(Outbox).where(Outbox.key == "1").values(payload={"nonsense": True}))
    await desk.deliver()
    assert (heard(emu), heard(emu, 3)) == ([], ["2"])
    assert desk.states() == [("1", "dead"), ("2", "sent")]


async def test_a_locked_telephone_gets_no_reminders(desk: Desk, emu: Emulator):
    payload = {"rows": [[desk.office.rows["2.1.3"], "due"]], "slot": "morning", "outage": None}
    with desk.store.transaction() as db:
        people.lock(db, desk.office.ngan, desk.now)
        outbox.add(db, [Draft("remind", "telegram:2", payload, kind="reminders", person_id=desk.office.ngan)], desk.now)
    await desk.deliver()
    assert heard(emu) == []


async def test_an_answer_does_not_wait_for_the_time_of_a_slot(desk: Desk, emu: Emulator):
    desk.deliverer.lines.pacer("telegram").limits = Limits(rate=0.1, burst=20)
    desk.put("tin 1", lane=outbox.BULK)
    desk.put("tin 2", lane=outbox.BULK, chat=3)
    await desk.deliver()
    desk.put("trả lời", chat=1)
    await desk.deliver(2)
    assert (heard(emu), heard(emu, 3), heard(emu, 1)) == (["tin 1"], [], [])
    desk.deliverer.answered()
    await desk.deliver()
    assert (heard(emu, 3), heard(emu, 1)) == ([], ["trả lời"]), "only the answer may leave early"
    await desk.deliver(9)
    assert heard(emu, 3) == [], "and the next reminder waits the longer"
    await desk.deliver(10)
    assert heard(emu, 3) == ["tin 2"]


async def test_a_running_deliverer_lets_an_answer_out_and_stops_in_the_middle_of_a_wait(desk: Desk, emu: Emulator):
    desk.deliverer.lines.pacer("telegram").limits = Limits(rate=0.001)
    desk.put("tin 1", lane=outbox.BULK)
    desk.put("tin 2", lane=outbox.BULK, chat=3)
    running = asyncio.create_task(desk.deliverer.run())
    await emu.until(lambda: heard(emu) == ["tin 1"])
    desk.at += 200
    desk.put("trả lời", chat=1)
    desk.deliverer.answered()
    await emu.until(lambda: heard(emu, 1) == ["trả lời"])
    desk.deliverer.stop()
    await asyncio.wait_for(running, 10)
    assert heard(emu, 3) == []


async def test_a_look_whether_anything_may_leave_needs_no_right_to_write(desk: Desk):
    desk.put()
    assert await desk.store.read(lambda db: outbox.peek(db, ["telegram"], 1, desk.now))
    assert not await desk.store.read(lambda db: outbox.peek(db, ["zalo"], 1, desk.now))


async def test_a_file_that_is_no_longer_there_is_told_of_and_keeps_nobody_waiting(desk: Desk, emu: Emulator, tmp_path):
    there, gone = tmp_path / "ho-so-1.zip", tmp_path / "ho-so-2.zip"
    there.write_bytes(b"PK" + b"0" * 100)
    with desk.store.transaction() as db:
        for path in (there, gone):
            message = Message("Hồ sơ minh chứng", (Choice("Đã rõ", "nothing"),), file={"path": str(path), "name": path.name})
            outbox.add(db, [Draft(path.name, f"telegram:{NGAN}", message.as_payload(), person_id=desk.office.ngan)], desk.now)
        assert outbox.files_waiting(db) == {str(there), str(gone)}
        day_after = desk.now + timedelta(days=30)
        (tmp_path / shelf.FOLDER).mkdir()
        waits, was_sent = (tmp_path / shelf.FOLDER / name for name in ("a.zip", "b.zip"))
        for path in (waits, was_sent):
            path.touch()
        assert shelf.sweep(tmp_path, day_after, {f"{shelf.FOLDER}/a.zip"}) == 1
        assert (waits.exists(), was_sent.exists()) == (True, False)
    desk.put("sau đó")
    await desk.deliver()
    await desk.deliver(60)
    assert [state for _key, state in desk.states()] == ["sent"] * 3
    assert any("Tệp ho-so-2.zip đã lập nhưng không còn trên máy chủ" in message.get("text", "") for message in emu.journal.delivered(NGAN))
