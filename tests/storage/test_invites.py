"""One-time codes: random, kept as hashes, fourteen days, one person; guessing gets nowhere."""

import secrets
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.access import guesses, invites
from storage.errors import BadCode
from storage.office import people, units
from storage.tables import Attempt, Invite


@pytest.fixture
def person(store):
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        return people.add(db, office, "Võ Thị Kim Ngân")


def made(store, person, now):
    with store.transaction() as db:
        return invites.make(db, person, now)


def used(store, code, now, chat="telegram:9"):
    with store.transaction() as db:
        try:
            return invites.use(db, code, chat, now)
        except BadCode:
            guesses.wrong(db, chat, now)
            return None


def test_a_code_is_long_random_and_easy_to_read_off_paper(store, person, now):
    codes = {made(store, person, now) for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 26 and not set(code) & set("01OIL") for code in codes)
    assert len(invites.ALPHABET) ** invites.LENGTH > 2**128


def test_only_the_hash_is_kept(store, person, now):
    code = made(store, person, now)
    with store.transaction() as db:
        row = db.execute(select(Invite)).one()
    assert code not in str(row)


def test_a_code_works_once_as_typed(store, person, now):
    code = made(store, person, now)
    typed = " ".join(code[i : i + 4] for i in range(0, 26, 4)).lower()
    assert used(store, typed, now) == person
    assert used(store, code, now, "telegram:10") is None


def test_a_code_lasts_fourteen_days(store, person, now):
    code = made(store, person, now)
    assert used(store, code, now + timedelta(days=14), "telegram:10") is None
    assert used(store, code, now + timedelta(days=13, hours=23), "telegram:11") == person


def test_a_fresh_code_revokes_the_older_one(store, person, now):
    old, new = made(store, person, now), made(store, person, now)
    assert used(store, old, now, "telegram:10") is None
    assert used(store, new, now, "telegram:11") == person


def test_the_code_of_one_who_left_is_worth_nothing(store, person, now):
    code = made(store, person, now)
    with store.transaction() as db:
        people.leave(db, person, now, now.date())
    assert used(store, code, now) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # asks nothing that the other database answers otherwise
def test_ten_thousand_guesses_hit_nothing_and_are_throttled(store, person, now):
    code = made(store, person, now)
    hits = 0
    with store.transaction() as db:
        for number in range(10_000):
            guess = "".join(secrets.choice(invites.ALPHABET) for _ in range(invites.LENGTH))
            chat = f"telegram:{number % 20}"
            try:
                invites.use(db, guess, chat, now)
                hits += 1
            except BadCode:
                if not guesses.is_throttled(db, chat, now):
                    guesses.wrong(db, chat, now)
        counted = len(db.execute(select(Attempt.id)).all())
    assert hits == 0
    assert counted == 20 * guesses.MOST
    assert used(store, code, now, "telegram:1") is None, "a throttled chat is refused even with the right code"
    assert used(store, code, now + timedelta(hours=1, minutes=1), "telegram:1") == person


def test_one_who_guesses_does_not_slow_down_others(store, person, now):
    for _ in range(6):
        used(store, "X" * 26, now, "telegram:66")
    assert used(store, made(store, person, now), now, "telegram:9") == person


def test_a_link_needs_the_bots_name(store):
    assert invites.link("ABC", None) is None
    assert invites.link("ABC", "nhacviec_bot") == "https://t.me/nhacviec_bot?start=ABC"
    with store.transaction() as db:
        assert invites.bot_name(db) is None
