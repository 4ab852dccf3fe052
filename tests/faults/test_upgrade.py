"""A database of an earlier version, with updates and messages that wait in it, in the hands of this version."""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command

from bot.channels.telegram.parsing import lane_of
from storage import migrate
from storage.db import Store
from storage.messages import inbox, outbox
from storage.messages.inbox import Raw
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills
from tests.faults.kills import Killed

PEOPLE, EACH = 10, 4


@pytest.mark.fault(69)
@pytest.mark.parametrize("version", ["0001", "0012"])
def test_what_waits_in_the_database_of_an_earlier_version_is_worked_off_once_by_this_one(
    sqlite_template: Path, tmp_path: Path, version: str
):
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote:
        chats = filled(sqlite_template, tmp_path / "now.db", remote)
        store = earlier(tmp_path / "now.db", tmp_path / "nhacviec.db", version)
        url = f"sqlite:///{tmp_path / 'nhacviec.db'}"
        with Killed(kills.connected(remote, tmp_path, url), store, seed=69) as program:
            program.start()
            assert kills.wait_until(lambda: is_new(store, version) and kills.left(store) == 0, 120), (tmp_path / "run.log").read_text()[-3000:]
        said = Counter(number for numbers in kills.applied(store).values() for number in numbers)
        texts = Counter(one["text"] for one in remote.delivered())
    store.close()
    assert said == dict.fromkeys(range(PEOPLE * EACH), 1)
    assert {text: count for text, count in texts.items() if text.startswith("Tin số")} == {f"Tin số {chat}.": 1 for chat in chats}
    assert sum(texts.values()) == PEOPLE * EACH + PEOPLE, "an answer each, and what waited"


def filled(template: Path, path: Path, remote: EmulatorProcess) -> list[int]:
    """Four updates and a message of each person, taken in and not yet looked at; gives the chats."""
    shutil.copy(template, path)
    store = Store(f"sqlite:///{path}")
    chats, now = list(kills.people_with_work(store, PEOPLE)), datetime.now(UTC)
    remote.arrive(PEOPLE * EACH, chats=chats, texts="đang làm 60% lần {i}")
    updates = remote.pending()
    payloads = {f"telegram:{chat}": {"text": f"Tin số {chat}.", "choices": [], "file": None} for chat in chats}
    with store.transaction() as db:
        inbox.put(db, "telegram", [Raw(str(one["update_id"]), lane_of(one), one) for one in updates], now)
        inbox.keep_offset(db, "telegram", updates[-1]["update_id"] + 1, now)
        outbox.add(db, [outbox.Draft(f"b:{chat}", chat, payload, lane=outbox.NOTICE) for chat, payload in payloads.items()], now)
    store.close()
    return chats


def earlier(now: Path, path: Path, version: str) -> Store:
    """A database of an earlier version that knows what this one knows, as far as it had a place for it."""
    store = Store(f"sqlite:///{path}")
    with store.transaction() as db:
        command.upgrade(migrate.config(db), version)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ATTACH ? AS new", (str(now),))
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name != 'alembic_version'").fetchall():
            old, new = ({row[1] for row in db.execute(f"PRAGMA {schema}.table_info({table})")} for schema in ("main", "new"))
            columns = ", ".join(sorted(old & new))
            if columns:
                db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        db.commit()
    return store


def is_new(store: Store, version: str) -> bool:
    return store.look(migrate.version) != version
