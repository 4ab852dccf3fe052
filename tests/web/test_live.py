"""The live line as a browser sees it: what was missed since the last event, then what is new, and its end with the session."""

import http.client
import json
from contextlib import contextmanager
from urllib.parse import urlsplit

from bot.web.live import MOST_PAGES
from storage.access import web_chats
from storage.office import people
from tests.stories.office import LIEN, SON, person_of
from tests.web.test_access import joined


@contextmanager
def line(client, after="", **headers):
    """An open line; gives the events one after the other, as `(kind, id, data)`."""
    host = urlsplit(client.url)
    connection = http.client.HTTPConnection(host.hostname, host.port, timeout=20)
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in client.cookies.items())}
    connection.request("GET", f"/chat/events?after={after}", headers=cookie | headers)
    answer = connection.getresponse()

    def events():
        found = {}
        while raw := answer.readline():
            name, _, value = raw.decode().rstrip("\n").partition(": ")
            if name:
                found[name] = value
            elif "event" in found:
                yield found["event"], int(found.get("id", 0)), json.loads(found["data"])
                found = {}
            else:
                found = {}

    try:
        yield answer.status, events()
    finally:
        connection.close()


def write(room, name, *texts):
    chat = room.store.run(lambda db: web_chats.of_person(db, person_of(db, name).id))
    for text in texts:
        room.store.run(lambda db, text=text: web_chats.add(db, chat, "office", {"text": text, "choices": []}, room.now))
    room.loop.call_soon_threadsafe(room.app.web.bells.ring, chat)


def test_after_a_lost_line_what_was_missed_comes_first_and_nothing_twice(room):
    person = joined(room, LIEN)
    with line(person) as (status, events):
        assert status == 200
        kind, seen, data = next(events)
        assert (kind, data["seq"]) == ("line", seen)
    write(room, LIEN, "một", "hai")
    with line(person, **{"Last-Event-ID": str(seen)}) as (_, events):
        missed = [next(events) for _ in range(2)]
        assert [data["text"] for _, _, data in missed] == ["một", "hai"]
        write(room, LIEN, "ba")
        assert next(events)[2]["text"] == "ba"


def test_the_line_ends_at_once_when_the_phone_is_locked_and_carries_nobody_elses_words(room):
    person, chair = joined(room, LIEN), joined(room, SON)
    last = person.lines()[-1]["seq"]
    with line(person, after=last) as (_, events):
        write(room, SON, "cho Chủ tịch")
        write(room, LIEN, "cho đồng chí Liên")
        assert next(events)[2]["text"] == "cho đồng chí Liên"
        chat = room.store.run(lambda db: web_chats.of_person(db, person_of(db, LIEN).id))
        room.store.run(lambda db: people.lock(db, person_of(db, LIEN).id, room.now))
        room.store.run(lambda db: web_chats.add(db, chat, "office", {"text": "sau khi khóa", "choices": []}, room.now))
        room.loop.call_soon_threadsafe(room.app.web.bells.ring, chat)
        assert [kind for kind, *_ in events] == ["end"]
    assert "cho Chủ tịch" in chair.texts()


def test_one_chat_has_so_many_lines_at_most(room):
    person = joined(room, LIEN)
    lines = [line(person) for _ in range(MOST_PAGES)]
    opened = [one.__enter__() for one in lines]
    assert {status for status, _ in opened} == {200}
    for _, events in opened:
        next(events)
    with line(person) as (status, _):
        assert status == 429
    for one in lines:
        one.__exit__(None, None, None)
    room.until(lambda: not room.app.web.bells.listeners(room.store.run(lambda db: web_chats.of_person(db, person_of(db, LIEN).id))))
