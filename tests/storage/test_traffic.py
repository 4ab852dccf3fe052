"""The inbox and the outbox as tables: kept once, taken in order, put back, given up; on both databases."""

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.messages import inbox, outbox, rerouting
from storage.messages.inbox import Raw, Taken
from storage.messages.outbox import Claimed, Draft
from storage.tables import Inbox, Outbox

LATER = timedelta(hours=1)


def arrive(store: Store, now: datetime, *updates: tuple[int, str]) -> int:
    with store.transaction() as db:
        return inbox.put(db, "telegram", [Raw(str(number), chat, {"n": number}) for number, chat in updates], now)


def take(store: Store, now: datetime) -> Taken | None:
    with store.transaction() as db:
        found = inbox.take(db, now)
        inbox.finish(db, [one.id for one in found], now)
        return found[0] if found else None


def taken(store: Store, now: datetime) -> list[int]:
    """Everything that can be taken at a moment, one after the other."""
    return [one.raw["n"] for one in iter(lambda: take(store, now), None)]


def put(store: Store, now: datetime, *keys: str, chat: str | None = None, **details: Any) -> int:
    with store.transaction() as db:
        return len(outbox.add(db, [Draft(key, chat or f"telegram:{key}", {"text": key}, **details) for key in keys], now))


def claim(store: Store, now: datetime, most: int = 99) -> list[Claimed]:
    with store.transaction() as db:
        return outbox.claim(db, "me", ["telegram"], most, now)


def states(store: Store) -> dict[str, str]:
    with store.transaction() as db:
        return {row.key: row.state for row in db.execute(select(Outbox.key, Outbox.state))}


@pytest.mark.fault(31)
def test_an_update_that_comes_again_is_kept_once(store: Store, now: datetime):
    assert arrive(store, now, (1, "a"), (2, "a"), (1, "a")) == 2
    assert arrive(store, now, (2, "a"), (3, "a")) == 1
    assert taken(store, now) == [1, 2, 3]


def test_two_channels_may_use_the_same_number(store: Store, now: datetime):
    arrive(store, now, (1, "a"))
    with store.transaction() as db:
        assert inbox.put(db, "zalo", [Raw("1", "b", {"n": 10})], now) == 1
    assert taken(store, now) == [1, 10]


def test_an_update_is_new_again_when_its_turn_fails(store: Store, now: datetime):
    arrive(store, now, (1, "a"))
    with pytest.raises(RuntimeError), store.transaction() as db:
        inbox.finish(db, [one.id for one in inbox.take(db, now)], now)
        raise RuntimeError
    assert taken(store, now) == [1]


def test_a_failing_update_waits_and_its_chat_waits_with_it_while_others_go_on(store: Store, now: datetime):
    arrive(store, now, (1, "a"), (2, "a"), (3, "b"))
    first = take(store, now)
    assert first
    with store.transaction() as db:
        assert not inbox.failed(db, first, "KeyError", now)
    assert taken(store, now) == [3]
    assert taken(store, now + LATER) == [1, 2]


def test_after_five_failures_an_update_is_set_aside_and_its_chat_goes_on(store: Store, now: datetime):
    arrive(store, now, (1, "a"), (2, "a"))
    given_up, at = [], now
    for _ in range(inbox.MAX_TRIES):
        one = take(store, at)
        assert one
        assert one.raw["n"] == 1
        with store.transaction() as db:
            given_up.append(inbox.failed(db, one, "KeyError", at))
        at += LATER
    assert given_up == [False] * 4 + [True]
    assert taken(store, at) == [2]
    with store.transaction() as db:
        assert db.scalars(select(Inbox.chat).where(Inbox.state == "quarantined")).all() == ["a"]


def test_the_offset_and_the_updates_are_one_commit(store: Store, now: datetime):
    with pytest.raises(RuntimeError), store.transaction() as db:
        inbox.put(db, "telegram", [Raw("5", "a", {})], now)
        inbox.keep_offset(db, "telegram", 6, now)
        raise RuntimeError
    with store.transaction() as db:
        assert (inbox.offset_of(db, "telegram"), db.scalars(select(Inbox.id)).all()) == (0, [])


@pytest.mark.fault(31)
def test_eight_workers_at_once_take_each_update_once_and_keep_the_order_of_each_chat(store: Store, now: datetime):
    arrive(store, now, *((number, f"chat {number % 5}") for number in range(100)))
    done: list[int] = []
    together = threading.Lock()

    def work() -> None:
        while True:
            with store.transaction() as db:
                held = inbox.take(db, now, most=3)
                if not held:
                    break
                assert len({one.chat for one in held}) == len(held)
                inbox.finish(db, [one.id for one in held], now)
                with together:
                    done.extend(one.raw["n"] for one in held)
        # PostgreSQL skips rows that others hold, so a worker may leave early; the loop below takes what is left

    workers = [threading.Thread(target=work) for _ in range(store.workers)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    done += taken(store, now)
    assert sorted(done) == list(range(100))
    for chat in range(5):
        mine = [number for number in done if number % 5 == chat]
        assert mine == sorted(mine)


def test_a_message_with_a_known_key_is_not_kept_again(store: Store, now: datetime):
    assert (put(store, now, "a", "b"), put(store, now, "b", "c")) == (2, 1)


def test_one_message_of_a_chat_is_under_way_at_a_time_the_oldest_first(store: Store, now: datetime):
    put(store, now, "1", "2", chat="telegram:5")
    put(store, now, "3")
    assert [one.key for one in claim(store, now)] == ["1", "3"]
    assert claim(store, now) == []
    with store.transaction() as db:
        outbox.mark_sent(db, [(1, "77", now)])
    assert [one.key for one in claim(store, now)] == ["2"]


def test_answers_are_claimed_before_notices_and_bulk(store: Store, now: datetime):
    put(store, now, "bulk", lane=outbox.BULK)
    put(store, now, "notice", lane=outbox.NOTICE)
    put(store, now, "answer", lane=outbox.ANSWER)
    assert [claim(store, now, 1)[0].key for _ in range(3)] == ["answer", "notice", "bulk"]


def test_a_message_for_later_waits_and_does_not_hold_its_chat_up(store: Store, now: datetime):
    put(store, now, "late", chat="telegram:5", not_before=now + LATER)
    put(store, now, "soon", chat="telegram:5")
    assert [one.key for one in claim(store, now)] == ["soon"]


def test_a_message_of_a_channel_that_does_not_run_waits(store: Store, now: datetime):
    put(store, now, "a", chat="zalo:5")
    assert claim(store, now) == []


def test_what_was_under_way_at_a_kill_is_doubted_and_given_up_after_four_copies(store: Store, now: datetime):
    put(store, now, "a")
    for copy in range(1, outbox.MAX_COPIES + 1):
        (one,) = claim(store, now)
        assert one.attempt == copy - 1
        with store.transaction() as db:
            given_up = outbox.recover(db, now)
        assert bool(given_up) is (copy == outbox.MAX_COPIES)
    assert (claim(store, now + LATER), states(store)) == ([], {"a": "dead"})


def test_who_comes_back_to_the_database_doubts_what_others_had_under_way_and_not_its_own(store: Store, now: datetime):
    put(store, now, "a")
    claim(store, now)
    for who, state in (("me", "sending"), ("another", "unsure")):
        with store.transaction() as db:
            assert outbox.recover(db, now, who) == []
        assert states(store) == {"a": state}


def test_a_restart_hastens_the_first_copy_of_a_doubtful_message_and_no_later_one(store: Store, now: datetime):
    put(store, now, "a")
    for hastened in (True, False):
        (one,) = claim(store, now)
        with store.transaction() as db:
            assert not outbox.doubt(db, one.id, now, repeat=True)
            assert outbox.recover(db, now) == []
        claimed = claim(store, now)
        assert bool(claimed) is hastened
        if hastened:
            with store.transaction() as db:
                outbox.give_back(db, one.id, now)
    assert claim(store, now + outbox.UNSURE_WAITS[1])[0].key == "a"


def test_a_send_that_surely_failed_is_tried_again_later_without_counting(store: Store, now: datetime):
    put(store, now, "a")
    (one,) = claim(store, now)
    with store.transaction() as db:
        outbox.give_back(db, one.id, now + LATER)
    assert claim(store, now) == []
    assert claim(store, now + LATER)[0].attempt == 0


def test_what_waits_for_a_chat_that_refuses_us_is_cancelled_and_nothing_else(store: Store, now: datetime):
    put(store, now, "mine", chat="telegram:5", person_id=7)
    put(store, now, "other", chat="telegram:6", person_id=8)
    with store.transaction() as db:
        rerouting.stop_person(db, 7, "telegram:5", "blocked")
    assert states(store) == {"mine": "cancelled", "other": "pending"}


def test_what_waits_for_a_group_follows_it_to_its_new_number(store: Store, now: datetime):
    put(store, now, "a", chat="telegram:-5")
    with store.transaction() as db:
        rerouting.move_chat(db, "telegram:-5", "telegram:-1005")
    assert claim(store, now)[0].chat == "telegram:-1005"
