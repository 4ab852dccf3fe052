"""Kept evidence stays what it was, or somebody learns of it; what should never have been sent is really gone."""

import os
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from jobs import housekeeping, keeping
from storage.db import Store
from storage.office import units
from storage.tables import Audit, Campaign, Evidence
from tests.evidence import hostile, ordinary
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    return Office(store, tmp_path, now)


async def sent(office: Office, count: int = 2) -> list[str]:
    for number in range(count):
        office.phones["an"].sends(office.platform.file(f"{number}.pdf", hostile.pdf() + b"%" * number), caption="2.1.3", batch=str(number))
    await office.fetcher.run_once()
    return office.column(select(Evidence.sha256).order_by(Evidence.id))


@pytest.mark.fault(49)
async def test_a_file_that_is_gone_or_cut_is_found_at_the_start(office: Office):
    first, second = await sent(office)
    assert await keeping.at_start(office.store, office.files, office.now) == []
    office.files.path_of(first).unlink()
    office.files.path_of(second).write_bytes(b"%PDF-")
    assert {one.sha256 for one in await keeping.at_start(office.store, office.files, office.now)} == {first, second}
    told = office.phones["chi"].sees()
    assert told.startswith("02 tài liệu trên máy chủ bị hỏng hoặc mất: 0.pdf và 1.pdf.")
    await keeping.at_start(office.store, office.files, office.now + timedelta(hours=1))
    assert office.phones["chi"].sees() == "", "once a day"


@pytest.mark.fault(49)
async def test_a_flipped_bit_is_found_within_the_week_and_nothing_is_read_twice_before(office: Office):
    first, _second = await sent(office)
    assert await keeping.weekly(office.store, office.files, office.now) == []
    path = office.files.path_of(first)
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)
    assert await keeping.at_start(office.store, office.files, office.now) == [], "the length is the same"
    assert await keeping.weekly(office.store, office.files, office.now + timedelta(days=6)) is None
    found = await keeping.weekly(office.store, office.files, office.now + timedelta(days=8))
    assert found is not None
    assert [one.sha256 for one in found] == [first]


async def test_orphans_go_to_the_trash_after_a_day_and_away_after_seven(office: Office, tmp_path):
    wanted = await sent(office)
    orphan = office.files.root / "ab" / "cd" / ("ab" * 32)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"orphan")
    old = (office.now - timedelta(hours=25)).timestamp()
    os.utime(orphan, (old, old))
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now)
    trash = office.files.root / "trash" / orphan.name
    assert (orphan.exists(), trash.exists()) == (False, True)
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now + timedelta(days=6))
    assert trash.exists()
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now + timedelta(days=8))
    assert not trash.exists()
    assert all(office.files.path_of(one).exists() for one in wanted)


async def test_what_an_office_need_not_keep_is_given_up_by_its_own_rule_only(office: Office, tmp_path):
    await sent(office, 1)
    with office.store.transaction() as db:
        db.execute(update(Campaign).values(closed_on=date(2021, 1, 31)))
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now)
    assert office.column(select(Evidence.withdrawn_at)) == [None], "without a rule everything is kept"
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "evidence_years", 5)
    await housekeeping.run(office.store, office.fetcher, tmp_path, office.now)
    assert office.column(select(Evidence.withdrawn_at)) != [None]
    assert "retire_document" in office.column(select(Audit.action)), "the history says so and stays"


async def test_a_photo_sent_by_mistake_is_really_erased_with_its_copy_and_its_name(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("can cuoc Nguyen Van B.jpg", ordinary.placed()), caption="2.1.3")
    await office.fetcher.run_once()
    an.sees()
    an.taps("Ghi nhầm, bỏ")
    assert "Đã xóa hẳn 01 tệp" in an.taps("Xóa hẳn khỏi máy chủ")
    await office.fetcher.run_once()
    assert [path for path in office.files.root.rglob("*") if path.is_file()] == []
    assert "Nguyen Van B" not in str([*office.fetched(), *office.column(select(Evidence.name)), *office.column(select(Evidence.caption))])
    assert "không còn gì để bỏ" in an.goes(f"erase_files:{office.fetched()[0].id}") or an.text
