"""What has served is kept no longer: codes in what waits and in what was said, files that were handed over by a link."""

import json
import os
import re
from datetime import timedelta

from sqlalchemy import select

from jobs import housekeeping
from locales.papers import shelf
from storage.access import passes, web_chats
from storage.messages import outbox, purge
from storage.tables import Conversation, Inbox, Outbox, WebMessage
from tests.stories.office import BAO, LIEN
from tests.web.client import Client
from tests.web.test_access import joined, settled

DIGITS = re.compile(r"\b\d{3} \d{3}\b")
INVITE = re.compile(r"\b[2-9A-HJKMNP-Z]{26}\b")
STRUCK = "(Mã này đã dùng hoặc đã hết hạn.)"


def picks(room, person, *labels):
    """Tap the newest button of each label, one after the other."""
    for label in labels:
        offered = [(line["id"], route) for line in person.lines() for name, route, _ in line["choices"] if name.startswith(label)]
        assert offered, (label, person.lines()[-1]["choices"])
        before = len(person.lines())
        person.taps(*offered[-1])
        room.until(lambda seen=before: len(person.lines()) > seen + 1)
        settled(room)


def asked(room, person, words, pattern):
    """What a message shows that answers these words: the code in it."""
    before = len(person.lines())
    person.says(words)
    text = room.until(lambda: next((one["text"] for one in person.lines()[before:] if pattern.search(one["text"])), None))
    settled(room)
    return pattern.search(text)[0]


ON_THE_WAY = (Inbox.raw, Outbox.payload, Conversation.asked)


def kept(room, columns=(*ON_THE_WAY, WebMessage.payload)):
    """All that is kept of what was said."""

    def everything(db):
        return json.dumps([list(db.scalars(select(column))) for column in columns], ensure_ascii=False)

    return room.store.run(everything)


def test_six_digits_wait_in_no_outbox_and_are_struck_out_once_used(room):
    person = joined(room, LIEN)
    code = asked(room, person, "mã 6 số", DIGITS)
    assert code not in kept(room, ON_THE_WAY)
    assert code in kept(room), "it can still be read after a reload"
    assert Client(room.url).joins(code).status == 303
    assert code not in kept(room)
    assert any("Mã đăng nhập: ••••••" in text and text.endswith(STRUCK) for text in person.texts())


def test_codes_nobody_used_are_struck_out_when_they_run_out(room):
    person = joined(room, LIEN)
    code = asked(room, person, "mã 6 số", DIGITS)
    room.now += passes.LIVES[passes.LOGIN] - timedelta(seconds=1)
    room.store.run(lambda db: web_chats.strike_expired(db, room.now))
    assert code in kept(room)
    room.now += timedelta(seconds=1)
    room.store.run(lambda db: web_chats.strike_expired(db, room.now))
    assert code not in kept(room)


def test_an_invitation_for_somebody_else_is_struck_out_once_they_came_in(room):
    coordinator = joined(room, BAO)
    asked(room, coordinator, "quản lý", re.compile("An Khánh"))
    picks(room, coordinator, "Cán bộ", LIEN, "Cấp mã mời")
    code = next(found[0] for text in coordinator.texts() if (found := INVITE.search(text)))
    assert Client(room.url).joins(code).status == 303
    assert code not in kept(room)


def test_the_words_of_a_code_that_never_arrived_are_forgotten_too(room):
    joined(room, BAO)
    shown = {"text": "/start ABCDEFGH", "choices": [], "codes": ["ABCDEFGH"], "holds_until": room.now.isoformat()}

    def dead(db):
        [row] = outbox.add(db, [outbox.Draft("k", "telegram:1", shown, kind=outbox.SECRET)], room.now)
        outbox.close(db, row, "dead", "blocked")
        purge.outbox(db, room.now - timedelta(days=housekeeping.OUTBOX_DAYS))

    room.store.run(dead)
    assert "ABCDEFGH" not in kept(room)


def test_a_file_handed_over_by_a_link_goes_after_its_term_and_comes_back_when_asked_for_again(room):
    coordinator = joined(room, BAO)
    asked(room, coordinator, "/mau", re.compile("Excel|mẫu"))
    url = next(line["file"]["url"] for line in coordinator.lines() if line["file"])
    assert coordinator.get(f"/{url}").body[:2] == b"PK"
    [copy] = (room.settings.data_dir / shelf.HANDED).iterdir()
    soon, late = (room.now - shelf.KEPT[shelf.HANDED] + timedelta(days=days) for days in (1, -1))
    for age, left in ((soon, 1), (late, 0)):
        os.utime(copy, (age.timestamp(), age.timestamp()))
        shelf.sweep(room.settings.data_dir, room.now)
        assert len(list(copy.parent.iterdir())) == left
    gone = coordinator.get(f"/{url}")
    assert (gone.status, "Tài liệu không còn ở đây" in gone.text) == (404, True)
    asked(room, coordinator, "/mau", re.compile("Excel|mẫu"))
    assert coordinator.get(f"/{url}").body[:2] == b"PK"
