"""A kill at any step of an upload loses nothing that was acknowledged, and nothing is there twice."""

import asyncio
import os
import shutil
import sys

import aiohttp
import pytest
from sqlalchemy import select

from storage.access import doors, passes
from storage.db import Store
from storage.office import people
from storage.tables import Evidence, EvidenceFor, Inbox, Upload
from tests.postgres import free_port
from tests.program import ROOT, Program
from tests.stories.conftest import linked_template_fixture  # noqa: F401 - a fixture
from tests.stories.office import LIEN, person_of
from tests.web.door import OURS, PDF, PIECE

STEP = 1000
BODY = PDF + os.urandom(STEP)
PIECES = -(-len(BODY) // STEP)


class Server:
    """The program as a process that may die, on one port and one database."""

    def __init__(self, folder):
        address = f"127.0.0.1:{free_port()}"
        self.url = f"http://{address}"
        self.program = Program(folder, WEB_BIND=address, WEB_URL=self.url)
        self.log = folder / "run.log"

    async def start(self, *words):
        command = [sys.executable, "-m", *(words or ("bot", "run"))]
        with self.log.open("a") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=self.program.environment, stdout=log, stderr=log
            )
        async with asyncio.timeout(60), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{self.url}/healthz") as answer:
                        assert answer.status == 200
                        return
                except aiohttp.ClientConnectionError:
                    assert self.process.returncode is None, self.log.read_text()[-2000:]
                    await asyncio.sleep(0.05)

    async def ends(self):
        async with asyncio.timeout(60):
            return await self.process.wait()


def let_in(store: Store):
    """A session of Liên's browser and the number of her row 2.2."""
    from bot.wiring import utc_now
    from storage.work import assignments

    with store.transaction() as db:
        now, lien = utc_now(), person_of(db, LIEN)
        row = next(one for one in assignments.of_person(db, lien.id) if one.code == "2.2")
        made = passes.make(db, lien, "link", now, by=lien.id, chat=people.chat_of(db, lien.id))
        claimed = doors.claim(db, "link", passes.mint(db, made, lien.id, now).shown, now)
    return claimed.cookie, row.id


async def send(server: Server, cookie: str, row: int) -> int:
    """Send until it is whole or the server dies; returns the last offset that was acknowledged."""
    acknowledged = 0
    headers = OURS | {"Origin": server.url, "Cookie": f"nhacviec-gui={cookie}"}
    wanted = {"name": "a.pdf", "size": len(BODY), "last_modified": 1, "batch": "b", "row": row}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.post(f"{server.url}/files", json=wanted) as answer:
            assert answer.status == 201, await answer.text()
            at = await answer.json()
        acknowledged = at["offset"]
        try:
            while at["offset"] < len(BODY):
                piece, offset = BODY[at["offset"] : at["offset"] + STEP], {"Upload-Offset": str(at["offset"])}
                async with session.patch(f"{server.url}/files/{at['id']}", data=piece, headers=PIECE | offset) as answer:
                    assert answer.status == 200, await answer.text()
                    at |= await answer.json()
                    acknowledged = at["offset"]
        except aiohttp.ClientError:
            return acknowledged
        async with asyncio.timeout(60):
            while at["state"] != "stored":
                async with session.get(f"{server.url}/files/{at['id']}") as answer:
                    at = await answer.json()
    return acknowledged


@pytest.mark.parametrize(("moment", "times"), [("disk", 2), ("disk", PIECES), ("row", PIECES)])
async def test_a_kill_loses_nothing_that_was_acknowledged(linked_template, tmp_path, moment, times):
    (tmp_path / "data").mkdir()
    shutil.copy(linked_template, tmp_path / "data" / "nhacviec.db")
    store, server = Store(f"sqlite:///{tmp_path / 'data' / 'nhacviec.db'}"), Server(tmp_path)
    cookie, row = let_in(store)
    await server.start("tests.web.dying", moment, str(times))
    acknowledged = await send(server, cookie, row)
    assert await server.ends() == -9
    assert acknowledged == STEP * (times - 1)
    with store.transaction() as db:
        safe = db.scalar(select(Upload.received))
        assert safe == min(len(BODY), STEP * (times if moment == "row" else times - 1))
        assert len(list(db.scalars(select(Inbox.id)))) == (safe == len(BODY))
    await server.start()
    try:
        await send(server, cookie, row)
    finally:
        server.process.terminate()
        assert await server.ends() == 0
    kept = list(tmp_path.glob("data/evidence/??/??/*"))
    assert [one.read_bytes() for one in kept] == [BODY]
    with store.transaction() as db:
        assert [len(list(db.scalars(select(one.id)))) for one in (Evidence, EvidenceFor, Inbox)] == [1, 1, 1]
    store.close()
