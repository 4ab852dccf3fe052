"""A paper is made beside everything else: nobody waits for it, no kill loses it, and where it cannot be made that is said."""

import asyncio
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from sqlalchemy import select, update

from bot.makers import Apart
from bot.turn import Site
from jobs.making import Maker, Waits
from jobs.outcome import Abilities
from jobs.render import is_gone, located
from locales.formats import VIETNAM
from locales.message import from_payload
from storage import limited
from storage.db import Store
from storage.limited import ask
from storage.messages import outbox, wishes
from storage.office import people
from storage.rules.status import Role
from storage.tables import Outbox
from tests.emulator import Emulator
from tests.emulator.fixtures import emu_fixture  # noqa: F401 - gives the fixture `emu`
from tests.flows.phone import Phone
from tests.papers.conftest import Desk
from tests.stories.office import (
    BAO,
    EVERYONE,
    FIRST_CHAT,
    LIEN,
    SON,
    TUESDAY,
    WEDNESDAY,
    Office,
    at,
    found,
    load_and_link,
    person_of,
)
from tests.wishes import fulfil

WAITS = "Đang lập Báo cáo tiến độ (Word); sẽ gửi vào đây ngay khi xong."
FAILED = f"Chưa lập được Báo cáo tiến độ (Word) do hệ thống gặp lỗi. Đề nghị yêu cầu lại sau ít phút. Nếu vẫn lỗi, đề nghị gọi đồng chí {BAO}."
CHAIR = f"telegram:{FIRST_CHAT + EVERYONE.index(SON)}"


@pytest.fixture
async def office(emu: Emulator, database_url, tmp_path):
    store = Store(database_url)
    for fill in (found, load_and_link):
        fill(store, at(TUESDAY, 14))
    store.close()
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    async with Office(emu, database_url, tmp_path / "data", at(WEDNESDAY, 10)) as one:
        yield one


class Slow:
    """Holds the making of papers up, as one of very many rows would."""

    def __init__(self) -> None:
        self.begun, self.goes = threading.Event(), threading.Event()

    def ask(self, *given: Any, **more: Any) -> Any:
        self.begun.set()
        assert self.goes.wait(60)
        return ask(*given, **more)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(limited, "ask", made.ask)
    yield made
    made.goes.set()


async def asked(office: Office, slow: Slow) -> None:
    """The chairperson asks for the report, and it is under way."""
    son = office.phone(SON)
    await son.says("/hoso")
    await office.settled()
    await son.taps("Báo cáo tiến độ (Word)")
    assert await asyncio.to_thread(slow.begun.wait, 60)
    await office.emu.until(lambda: WAITS in [one.text for one in son.screen], timeout=60)


async def test_others_and_whoever_asked_are_answered_while_a_paper_is_being_made(office, slow):
    await asked(office, slow)
    for name, words, answer in ((LIEN, "2.2 đang làm 60%", "60 %"), (SON, "/trogiup", "/tiendo")):
        phone = office.phone(name)
        await phone.says(words)
        await office.emu.until(lambda phone=phone, answer=answer: answer in phone.screen[-1].text, timeout=60)
    assert not office.phone(SON).screen[-1].file
    slow.goes.set()
    await office.settled()
    shown = office.phone(SON).screen[-1]
    assert shown.file.name == "Bao-cao-tien-do-CCHC-2026-25-11-2026.docx"
    assert "số liệu đến 10 giờ 00 ngày 25/11/2026" in shown.text
    assert Document(BytesIO(shown.file.data)).paragraphs


async def test_a_stop_does_not_wait_for_a_paper_and_the_next_start_makes_it_once(office, slow):
    await asked(office, slow)
    await office.stop()
    slow.goes.set()
    await office.start()
    await office.settled()
    assert [one.file is not None for one in office.phone(SON).screen][-2:] == [False, True]
    assert len(office.emu.journal.calls("sendDocument")) == 1


@pytest.fixture
def son(desk: Desk) -> Phone:
    """The chairperson, whose papers nobody makes by himself."""
    phone = Phone(desk.store, CHAIR, desk.now)
    phone.says("/hoso")
    phone.taps("Báo cáo tiến độ (Word)")
    return phone


@contextmanager
def rows(desk: Desk) -> Iterator[list]:
    with desk.store.transaction() as db:
        yield db.execute(select(Outbox.id, Outbox.state, Outbox.kind, Outbox.payload, Outbox.attempt).where(Outbox.chat == CHAIR).order_by(Outbox.id)).all()


def test_nobody_sends_a_wish_and_nothing_waits_behind_it(desk, son):
    son.says("/trogiup")
    with desk.store.transaction() as db:
        sent = []
        while claimed := outbox.claim(db, "test", ["telegram"], 99, desk.now):
            outbox.mark_sent(db, [(one.id, None, desk.now) for one in claimed])
            sent += claimed
    assert [one.payload["text"] == WAITS for one in sent].count(True) == 1
    assert "/tiendo" in sent[-1].payload["text"]
    assert not [one for one in sent if one.payload["text"] == FAILED]


def test_what_was_begun_when_a_process_died_is_begun_again_three_times_at_most(desk, son):
    for _ in range(wishes.TRIES):
        with desk.store.transaction() as db:
            assert wishes.begin(db) is not None
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (found[-1].kind, found[-1].state, found[-1].attempt, found[-1].payload["text"]) == ("message", "pending", 0, FAILED)
    son.goes("letter:progress")
    with desk.store.transaction() as db:
        assert wishes.begin(db) is not None
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (found[-1].kind, found[-1].attempt) == ("message", 0)
        assert (desk.folder / found[-1].payload["file"]["path"]).is_file()


def test_a_paper_that_cannot_be_made_is_told_in_one_message(desk, son, caplog):
    (desk.folder / "papers").write_text("there is no room for the folder")
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (found[-1].kind, found[-1].payload["text"], found[-1].payload["file"]) == ("message", FAILED, None)
    assert "letter:progress was not made" in caplog.text


def apart(desk: Desk, monkeypatch: pytest.MonkeyPatch, script: str = "") -> Maker:
    """The job with its child process; a script takes the interpreter's place."""
    if script:
        shell = desk.folder / "shell"
        shell.write_text(f"#!/bin/sh\n{script}\n")
        shell.chmod(0o700)
        monkeypatch.setattr(limited.sys, "executable", str(shell))
    makers = Apart(desk.store.engine.url.render_as_string(hide_password=False), {}, Site(VIETNAM, desk.folder))
    return Maker(desk.store, makers, lambda: desk.now)


def test_a_child_that_is_killed_leaves_the_wish_and_is_followed_by_another(desk, son, monkeypatch):
    with monkeypatch.context() as killed, pytest.raises(Waits):
        asyncio.run(apart(desk, killed, "kill -9 $$").run_once())
    with rows(desk) as found:
        assert (found[-1].kind, found[-1].state, found[-1].attempt) == (outbox.WISH, "pending", 1)
    assert asyncio.run(apart(desk, monkeypatch).run_once()) == 1
    with rows(desk) as found:
        assert (desk.folder / found[-1].payload["file"]["path"]).is_file()


def test_what_went_wrong_in_the_child_is_on_record_and_a_database_that_is_away_is_waited_for(desk, son, monkeypatch, caplog):
    maker = apart(desk, monkeypatch)
    away = replace(maker.makers, database="postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(Waits, match="OperationalError"):
        asyncio.run(Maker(desk.store, away, lambda: desk.now).run_once())
    (desk.folder / "papers").write_text("there is no room for the folder")
    assert asyncio.run(maker.run_once()) == 1
    assert "FileExistsError" in caplog.text
    with rows(desk) as found:
        assert (found[-1].kind, found[-1].payload["text"]) == ("message", FAILED)


def test_whoever_may_not_have_it_any_more_gets_nothing(desk, son):
    with desk.store.transaction() as db:
        person = person_of(db, SON)
        people.withdraw(db, person, Role.CHAIRPERSON)
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (found[-1].state, found[-1].kind) == ("cancelled", outbox.WISH)
    assert not list((desk.folder / "papers").glob("*"))


def test_a_paper_that_was_swept_before_it_could_be_sent_is_made_again(desk, son):
    fulfil(desk.store, desk.now, data_dir=desk.folder)
    with rows(desk) as found:
        row = found[-1]
    path = desk.folder / row.payload["file"]["path"]
    message = located(from_payload(row.payload), desk.folder)
    assert not is_gone(message)
    path.unlink()
    assert is_gone(message)
    with desk.store.transaction() as db:
        db.execute(update(Outbox).where(Outbox.id == row.id).values(state="sending", owner="me"))
        wishes.again(db, row.id)
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (desk.folder / found[-1].payload["file"]["path"]).is_file()
        assert found[-1].payload["file"]["path"] != row.payload["file"]["path"]


def test_a_paper_that_was_lost_and_cannot_be_made_again_is_not_tried_for_ever(desk, son):
    fulfil(desk.store, desk.now, data_dir=desk.folder)
    with rows(desk) as found:
        row = found[-1]
    shutil.rmtree(desk.folder / "papers")
    (desk.folder / "papers").write_text("there is no room for the folder")
    with desk.store.transaction() as db:
        db.execute(update(Outbox).where(Outbox.id == row.id).values(state="sending", owner="me"))
        wishes.again(db, row.id)
    assert fulfil(desk.store, desk.now, data_dir=desk.folder) == 1
    with rows(desk) as found:
        assert (found[-1].kind, from_payload(found[-1].payload).makes) == ("message", None)


def test_where_a_link_hands_it_over_the_secret_stands_in_no_row(desk):
    how = {"abilities": Abilities(files_out=False), "web": "https://nhacviec.example"}
    phone = Phone(desk.store, CHAIR, desk.now, data_dir=desk.folder, **how)
    assert "Tải tệp tại: https://nhacviec.example/tai#" in phone.goes("letter:progress")
    with rows(desk) as found:
        assert found[-1].kind == outbox.SECRET
        assert "/tai#\u2063secret\u2063" in found[-1].payload["text"]
