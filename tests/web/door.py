"""The upload door from outside: the sample office with its web room on loopback, and a browser's requests without a browser."""

import io
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from tests.emulator import Emulator
from tests.postgres import free_port
from tests.stories.conftest import emu_fixture, linked_template_fixture  # noqa: F401 - handed on to the tests
from tests.stories.office import EVERYONE, FIRST_CHAT, WEDNESDAY, Office, at

PDF = b"%PDF-1.7\n" + b"page" * 500
LINK = re.compile(r"(http://\S+/gui)#([\w-]{43})(?!\S)")
CODE = re.compile(r"nhập mã (\d{3} \d{3})(?!\S)")
OURS = {"X-Nhacviec": "gui"}
PIECE = {"Content-Type": "application/offset+octet-stream"}


@asynccontextmanager
async def open_office(emu: Emulator, template: Path, folder: Path, **settings: Any) -> AsyncIterator[Office]:
    """The sample office on Wednesday at 09:00 with its web room; `office.settings.web_url` is its address."""
    path = folder / "nhacviec.db"
    shutil.copy(template, path)
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    address = f"127.0.0.1:{free_port()}"
    given = {"web_bind": address, "web_url": f"http://{address}"} | settings
    async with Office(emu, f"sqlite:///{path}", folder / "data", at(WEDNESDAY, 9), **given) as office:
        await office.clock(9)
        office.quiet()
        yield office


@pytest.fixture(name="house")
async def house_fixture(emu: Emulator, linked_template: Path, tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(emu, linked_template, tmp_path) as office:
        yield office


async def link_of(office: Office, name: str, code: str | None = None) -> str:
    """The link's secret, as the person reads it in the chat; for a row, by its button."""
    if code is None:
        text = await office.tells(name, "gửi tệp lớn")
    else:
        await office.tells(name, code)
        await office.taps(name, "Gửi tài liệu")
        await office.taps(name, "Gửi từ máy tính")
        text = await office.taps(name, "Gửi từ điện thoại này")
    found = LINK.search(text)
    assert found, text
    return found[2]


async def code_of(office: Office, name: str) -> str:
    """Six digits, as the person reads them in the chat."""
    text = await office.tells(name, "gửi từ máy tính")
    found = CODE.search(text)
    assert found, text
    return found[1]


class Browser:
    """What the page's script sends, request by request; cookies are kept as a browser does."""

    def __init__(self, office: Office, **headers: str) -> None:
        self.url = office.settings.web_url
        self.headers = OURS | {"Origin": office.settings.web_url or ""} | headers
        self.jar = aiohttp.CookieJar(unsafe=True)  # addresses of loopback may have cookies too

    async def ask(self, method: str, path: str, *, headers: dict[str, str] | None = None, **body: Any) -> tuple[int, Any]:
        sent = self.headers | (headers or {})
        async with (
            aiohttp.ClientSession(cookie_jar=self.jar) as session,
            session.request(method, f"{self.url}/{path}", headers=sent, **body) as answer,
        ):
            json = answer.headers.get("Content-Type", "").startswith("application/json")
            return answer.status, await answer.json() if json else await answer.text()

    async def claim(self, **given: str) -> int:
        return (await self.ask("POST", "gui/claim", json=given))[0]

    async def begin(self, name: str, size: int, **more: Any) -> tuple[int, Any]:
        wanted = {"name": name, "size": size, "mime": "application/pdf", "last_modified": 1_795_000_000_000, "batch": "b1"} | more
        return await self.ask("POST", "files", json=wanted)

    async def piece(self, key: str, offset: int, body: bytes) -> tuple[int, Any]:
        return await self.ask("PATCH", f"files/{key}", headers=PIECE | {"Upload-Offset": str(offset)}, data=io.BytesIO(body))

    async def look(self, key: str) -> Any:
        return (await self.ask("GET", f"files/{key}"))[1]

    async def send(self, name: str, body: bytes = PDF, *, step: int = 1 << 20, **more: Any) -> str:
        """A whole file; returns its address."""
        status, at_ = await self.begin(name, len(body), **more)
        assert status == 201, at_
        key, offset = at_["id"], at_["offset"]
        while offset < len(body):
            status, at_ = await self.piece(key, offset, body[offset : offset + step])
            assert status == 200, at_
            offset = at_["offset"]
        return key


async def entered(office: Office, name: str, **headers: str) -> Browser:
    """A browser of this person's that has come in by a link."""
    browser = Browser(office, **headers)
    assert await browser.claim(token=await link_of(office, name)) == 200
    office.quiet()
    return browser


async def row_of(browser: Browser, code: str) -> int:
    """The number of a row, as the page's list has it."""
    _, me = await browser.ask("GET", "gui/me")
    return next(one["id"] for one in me["rows"] if one["label"].startswith(f"{code} "))


def everything(office: Office, *tables: Any) -> list[list[tuple[Any, ...]]]:
    """Every row of these tables, as another connection sees them."""
    with office.store.transaction() as db:
        return [[tuple(row) for row in db.execute(select(table.__table__).order_by(*table.__table__.primary_key))] for table in tables]
