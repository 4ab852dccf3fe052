"""A chat of the web room: one order for all devices, edits in place, a repeated sending is one message, old ones go."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from jobs import housekeeping
from storage.access import web_chats, web_sessions
from storage.db import Store
from storage.office import people, units


@pytest.fixture
def chat(store: Store, now) -> int:
    def work(db):
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        return web_chats.open_for(db, people.add(db, office, "Lê Thu Hà"), now)

    return store.run(work)


def add(store, chat, text, now, side="office", client_id=None):
    return store.run(lambda db: web_chats.add(db, chat, side, {"text": text}, now, client_id))


def since(store, chat, seq=0):
    return store.run(lambda db: [(line.id, line.payload["text"], line.edited) for line in web_chats.since(db, chat, seq)])


def test_whoever_has_seen_all_up_to_a_number_is_told_of_what_is_new_and_of_what_was_edited(store, chat, now):
    first, second = add(store, chat, "một", now), add(store, chat, "hai", now)
    seen = store.run(lambda db: web_chats.standing(db, chat))[0]
    assert store.run(lambda db: web_chats.change(db, chat, first, {"text": "một, sửa"}))
    assert since(store, chat, seen) == [(first, "một, sửa", True)]
    places = store.run(lambda db: [line.id for line in web_chats.before(db, chat)])
    assert places == [first, second], "an edit keeps its place"


def test_what_a_person_wrote_or_another_chat_holds_is_never_edited(store, chat, now):
    mine = add(store, chat, "của tôi", now, side="person", client_id="aa")
    assert not store.run(lambda db: web_chats.change(db, chat, mine, {"text": "khác"}))
    assert since(store, chat)[0][1] == "của tôi"


def test_the_same_number_of_a_page_is_one_message(store, chat, now):
    ids = {add(store, chat, "xong", now, side="person", client_id="ab" * 8) for _ in range(3)}
    assert len(ids) == 1
    assert len(since(store, chat)) == 1


def test_who_reads_along_while_others_write_misses_nothing(store, chat, now):
    seen, last = [], 0
    with ThreadPoolExecutor(3) as pool:
        writers = [pool.submit(lambda part=part: [add(store, chat, f"{part}.{n}", now) for n in range(10)]) for part in range(2)]
        while not all(one.done() for one in writers) or last < store.run(lambda db: web_chats.standing(db, chat))[0]:
            lines = store.run(lambda db, last=last: web_chats.since(db, chat, last))
            seen += [line.payload["text"] for line in lines]
            last = max([last, *(line.seq for line in lines)])
    assert [one.exception() for one in writers] == [None, None]
    assert sorted(seen) == sorted(f"{part}.{n}" for part in range(2) for n in range(10))


def test_reading_moves_forward_only_and_never_beyond_what_there_is(store, chat, now):
    add(store, chat, "một", now)
    for seq, read in ((5, 0), (1, 1), (0, 1)):
        store.run(lambda db, seq=seq: web_chats.read(db, chat, seq))
        assert store.run(lambda db: web_chats.standing(db, chat)) == (1, read)


def test_old_messages_and_long_unseen_devices_are_forgotten(store, chat, now):
    add(store, chat, "cũ", now - timedelta(days=housekeeping.WEB_DAYS + 1))
    add(store, chat, "mới", now)
    store.run(lambda db: web_sessions.begin(db, chat, "x", now - timedelta(days=housekeeping.WEB_DAYS + 1)))
    assert store.run(lambda db: housekeeping.forget_web(db, now)) == (1, 1)
    assert [text for _, text, _ in since(store, chat)] == ["mới"]
