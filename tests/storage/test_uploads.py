"""Uploads, links, codes and sessions as rows, on both databases: each thing once, whoever asks at the same moment."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from jobs.render import ready
from locales.formats import VIETNAM
from locales.say import upload as say
from storage.access import doors, passes, uploads
from storage.access.doors import Visitor
from storage.access.uploads import TooMany, Wanted
from storage.db import Store
from storage.messages import outbox, purge
from storage.office import people, units
from storage.tables import Inbox, Outbox, Pass, Upload, UploadSession

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
CHAT = "telegram:1"


@pytest.fixture
def lan(store: Store) -> Visitor:
    with store.transaction() as db:
        office = units.add(db, "UBND xã Bình Hòa", is_office=True)
        person = people.add(db, office, "Lê Thị Lan")
        people.link(db, person, CHAT, NOW - timedelta(days=1))
        return Visitor(people.by_id(db, person), CHAT)


def wanted(name: str = "a.pdf", size: int = 100, **more: object) -> Wanted:
    return Wanted(name, size, "application/pdf", 7, "b", **more)


def begin(store: Store, who: Visitor, one: Wanted, most: int = 1 << 30):
    return store.run(lambda db: uploads.begin(db, who, one, NOW, most_bytes=most))


def minted(store: Store, who: Visitor, kind: str, now: datetime = NOW) -> str:
    with store.transaction() as db:
        made = passes.make(db, who.person, kind, now, by=who.person.id, chat=CHAT)
        return passes.mint(db, made, who.person.id, now).shown


def at_once(work, times: int = 6):
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda _: work(), range(times)))


def test_a_file_announced_by_many_at_the_same_moment_is_one_upload(store: Store, lan: Visitor):
    assert len({part.key for part in at_once(lambda: begin(store, lan, wanted()))}) == 1
    assert store.run(lambda db: db.scalar(select(func.count()).select_from(Upload))) == 1


def test_a_piece_moves_the_offset_once_and_the_last_one_is_in_the_inbox_with_it(store: Store, lan: Visitor):
    part = begin(store, lan, wanted())
    moved = at_once(lambda: store.run(lambda db: uploads.advance(db, part, 60, NOW)))
    assert sorted(moved) == [False] * 5 + [True]
    assert store.run(lambda db: db.scalar(select(Inbox.id))) is None
    half = begin(store, lan, wanted())
    assert half.received == 60
    moved = at_once(lambda: store.run(lambda db: uploads.advance(db, half, 100, NOW)))
    assert sorted(moved) == [False] * 5 + [True]
    assert store.run(lambda db: list(db.scalars(select(Inbox.chat)))) == [CHAT]


def test_the_last_offset_and_the_inbox_row_are_kept_or_lost_together(store: Store, lan: Visitor):
    part = begin(store, lan, wanted())
    with pytest.raises(RuntimeError), store.transaction() as db:
        uploads.advance(db, part, 100, NOW)
        raise RuntimeError("the process dies here")
    assert begin(store, lan, wanted()).received == 0
    assert store.run(lambda db: db.scalar(select(Inbox.id))) is None


def test_other_files_are_other_uploads_and_the_quota_is_one_persons(store: Store, lan: Visitor):
    keys = {begin(store, lan, one).key for one in (wanted(), wanted("b.pdf"), wanted(size=99))}
    assert len(keys) == 3
    with pytest.raises(TooMany, match="bytes"):
        begin(store, lan, wanted("c.pdf", 1000), most=1200)
    assert begin(store, lan, wanted(), most=1).key in keys, "what is under way goes on"


def test_what_a_restored_copy_has_lost_is_asked_for_again(store: Store, lan: Visitor):
    part = begin(store, lan, wanted())
    store.run(lambda db: uploads.advance(db, part, 60, NOW))
    store.run(lambda db: uploads.rewind(db, part, 40))
    assert begin(store, lan, wanted()).received == 40


def test_a_link_used_by_many_at_the_same_moment_opens_once(store: Store, lan: Visitor):
    token = minted(store, lan, "link")
    claimed = at_once(lambda: store.run(lambda db: doors.claim(db, "link", token, NOW)))
    assert len([one for one in claimed if one]) == 1
    assert store.run(lambda db: db.scalar(select(func.count()).select_from(UploadSession))) == 1


def test_codes_are_six_digits_and_never_shared(store: Store, lan: Visitor):
    made = []
    for number in range(30):
        with store.transaction() as db:
            person = people.add(db, lan.person.office_id, f"Người {number}")
            people.link(db, person, f"telegram:{100 + number}", NOW)
            who = people.by_id(db, person)
            kind = ("code", "login")[number % 2]
            one = passes.make(db, who, kind, NOW, by=person, chat=f"telegram:{100 + number}")
            made.append(passes.mint(db, one, person, NOW).shown)
    assert len(set(made)) == 30
    assert all(re.fullmatch(r"\d{3} \d{3}", one) for one in made)


def test_the_secret_is_made_at_sending_and_a_copy_carries_a_new_one(store: Store, lan: Visitor):
    """What waits in the outbox holds none; once used, no copy goes out any more."""
    with store.transaction() as db:
        made = passes.make(db, lan.person, "link", NOW, by=lan.person.id, chat=CHAT)
        message = say.link(None, "https://gui.example.org/gui", made, until=NOW, zone=VIETNAM)
        outbox.add(db, [outbox.Draft("k", CHAT, message.as_payload(), person_id=lan.person.id)], NOW)
        row = outbox.claim(db, "me", ["telegram"], 1, NOW)[0]
        first, second = (ready(db, row, NOW, VIETNAM).message.text for _ in range(2))
        kept = repr(db.execute(select(Outbox.payload)).all())
    tokens = [text.split("#")[1].split()[0] for text in (first, second)]
    assert len(set(tokens)) == 2
    assert not any(token in kept for token in tokens)
    with store.transaction() as db:
        assert doors.claim(db, "link", tokens[0], NOW) is None
        assert doors.claim(db, "link", tokens[1], NOW) is not None
        assert ready(db, row, NOW, VIETNAM).message is None


def test_spent_passes_and_sessions_are_forgotten_and_the_inbox_row_too(store: Store, lan: Visitor):
    token = minted(store, lan, "link")
    store.run(lambda db: doors.claim(db, "link", token, NOW))
    later = NOW + timedelta(days=9)
    with store.transaction() as db:
        doors.purge(db, later)
        passes.purge(db, later)
        purge.inbox(db, later)
        assert [len(db.execute(select(one.id)).all()) for one in (Pass, UploadSession)] == [0, 0]
