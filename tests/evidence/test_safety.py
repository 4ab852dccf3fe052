"""Files from outside: what may do harm is not kept, what offices make every day is, and the bot itself stays small."""

import asyncio
import io
import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select

from bot.incoming import FileRef
from jobs.fetch import Fetcher, Source
from locales.formats import VIETNAM
from storage.db import Store
from storage.evidence import inside, marks
from storage.office import units
from storage.tables import Audit, Evidence, Fetch
from tests.evidence import hostile, ordinary
from tests.evidence.papers import PAPERS, write_docx
from tests.flows.evidence_office import Office

MOST_MEMORY, MOST_SECONDS = 50 << 20, 15.0


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path, now) -> Any:
    shutil.copy(sqlite_template, tmp_path / "nhacviec.db")
    store = Store(f"sqlite:///{tmp_path / 'nhacviec.db'}")
    yield Office(store, tmp_path, now)
    store.close()


class Timed(Fetcher):
    """The job, with a watch on each file."""

    slowest = 0.0

    async def _fetch(self, job: Any, clock: Any) -> None:
        begun = time.monotonic()
        await super()._fetch(job, clock)
        self.slowest = max(self.slowest, time.monotonic() - begun)


def sent(office: Office, makers: dict[str, Callable[[], bytes]]) -> None:
    """All of them by one person, those of a family of its own among them that are refused before they are fetched."""
    for number, (name, make) in enumerate(makers.items()):
        body = make()
        office.platform.bodies[name] = body
        office.phones["an"].sends(FileRef({"id": name}, "document", name, None, len(body)), caption="2.1.3", batch=str(number))


async def looked_at(office: Office, fetcher: Fetcher) -> None:
    """On a busy machine a look may find no time and is put off."""
    for minutes in range(4):
        await fetcher.run_once(office.now + timedelta(minutes=minutes))


def peak() -> int:
    """The most memory that this process held since the last `clear`."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) << 10


@pytest.mark.fault(60)
async def test_nothing_that_may_do_harm_is_kept_and_the_bot_stays_small_and_quick(office: Office):
    assert len(hostile.MAKERS) >= 60
    sent(office, hostile.MAKERS)
    fetcher = Timed(office.store, office.files, {"telegram": Source(office.platform.download)}, lambda: office.now, VIETNAM)
    Path("/proc/self/clear_refs").write_text("5")
    before = peak()
    await looked_at(office, fetcher)
    assert office.column(select(Evidence.name)) == []
    assert [path for path in office.files.root.rglob("*") if path.is_file()] == []
    assert set(office.column(select(Fetch.state))) == {"failed"}
    assert peak() - before <= MOST_MEMORY
    assert fetcher.slowest <= MOST_SECONDS
    told = [row.payload["text"] for row in office.outbox("failed:")]
    assert len(told) == len(office.fetched())
    assert all("CHƯA được lưu" in text for text in told)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("macros.docx", "macro"),
        ("script at opening.pdf", "có mã lệnh hoặc tệp đính kèm"),
        ("locked.pdf", "có đặt mật khẩu"),
        ("template from the web.docx", "lấy nội dung từ nơi khác"),
        ("object.docx", "nhúng tệp khác"),
        ("also a zip.jpg", "lẫn hai loại"),
        ("giant.png", "50 triệu điểm ảnh"),
        ("giant.tif", "50 triệu điểm ảnh"),
        ("a thousand pages.tif", "hơn 100 trang"),
        ("bomb.xlsx", "bung ra quá lớn"),
    ],
)
async def test_the_sender_learns_why_and_what_to_do(office: Office, name: str, words: str):
    sent(office, {name: hostile.MAKERS[name]})
    await office.fetcher.run_once()
    told = office.phones["an"].sees()
    assert (words in told, "gửi" in told) == (True, True) or (name.startswith("macros") and "nội dung không đúng" in told)


async def test_nothing_that_offices_make_every_day_is_refused(office: Office):
    assert len(ordinary.MAKERS) >= 40
    sent(office, ordinary.MAKERS)
    await looked_at(office, office.fetcher)
    assert [(row.name, row.error) for row in office.fetched() if row.state != "stored"] == []
    warned = office.column(select(Evidence.read).where(Evidence.read.is_not(None)))
    assert [read for read in warned if read and read.get("warnings")] == []


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        (hostile.picture(size=(100, 90)), "small"),
        (ordinary.photo()[:3_000], "unopenable"),
        (b"%PDF-1.7\nnothing", "unopenable"),
    ],
    ids=["small", "cut", "no pages"],
)
def test_what_harms_nobody_but_shows_nothing_is_kept_with_a_warning(tmp_path: Path, body: bytes, warning: str):
    path = tmp_path / "a"
    path.write_bytes(body)
    found = inside.look(path, "pdf" if body.startswith(b"%PDF") else "photo", "", tmp_path / "b")
    assert (found.refused, found.warnings) == (None, (warning,))


@pytest.mark.parametrize(("colour", "warning"), [((252, 252, 250), "blank"), ((4, 5, 4), "dark")])
def test_blank_and_dark_photos_are_pointed_out(tmp_path: Path, colour: tuple[int, int, int], warning: str):
    Image.new("RGB", (900, 700), colour).save(tmp_path / "a.jpg")
    assert inside.look(tmp_path / "a.jpg", "photo", "jpg", tmp_path / "b").warnings == (warning,)


def where(data: bytes) -> dict[Any, Any]:
    return dict(Image.open(io.BytesIO(data)).getexif().get_ifd(ordinary.GPS))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jpg", ordinary.placed),
        ("a.png", partial(ordinary.placed, "PNG")),
        ("a.webp", partial(ordinary.placed, "WEBP")),
        ("a.heic", partial(ordinary.heic, with_place=True)),
    ],
)
async def test_the_place_stays_in_the_sealed_original_and_is_in_no_shown_copy(office: Office, name: str, make: Callable[[], bytes]):
    body = make()
    sent(office, {name: lambda: body})
    await office.fetcher.run_once()
    an = office.phones["an"]
    an.goes(f"doc:{office.column(select(Evidence.id))[0]}")
    file = an.messages[-1].file
    assert file
    shown = (office.files.root.parent / file["path"]).read_bytes()
    kept = office.files.path_of(office.column(select(Evidence.sha256))[0]).read_bytes()
    assert kept == body
    if name != "a.heic":
        assert where(kept)
    assert not where(shown)
    assert b"GPS" not in shown
    picture = Image.open(io.BytesIO(shown))
    assert picture.size in {(1600, 1200), (1200, 1600)}
    assert (file["name"], picture.format) == (("a.jpg", "JPEG") if name == "a.heic" else (name, picture.format))
    if name != "a.heic":
        assert Image.open(io.BytesIO(kept)).convert("RGB").tobytes() == picture.convert("RGB").tobytes(), "the same pixels"


async def test_a_scan_is_kept_as_it_came_and_shown_as_a_pdf_of_all_its_pages(office: Office):
    body = ordinary.tiff("1", 3, compression="group4")
    sent(office, {"quyết định.tif": lambda: body})
    await office.fetcher.run_once()
    an = office.phones["an"]
    assert "01 tệp (bản quét)" in an.sees()
    an.goes(f"doc:{office.column(select(Evidence.id))[0]}")
    file = an.messages[-1].file
    assert file and file["name"] == "quyết định.pdf"
    shown = PdfReader(office.files.root.parent / file["path"])
    assert [tuple(map(round, page.mediabox[2:])) for page in shown.pages] == [(595, 842)] * 3, "A4"
    assert office.files.path_of(office.column(select(Evidence.sha256))[0]).read_bytes() == body


async def test_a_damaged_scan_is_kept_and_its_sender_is_told(office: Office):
    sent(office, {"quét hỏng.tif": lambda: ordinary.tiff("RGB", 1, compression="jpeg")[:9000]})
    await office.fetcher.run_once()
    assert "hệ thống không mở được quét hỏng.tif" in office.phones["an"].sees()


SECRETS = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: MẬT", "M ẬT"]


@pytest.mark.parametrize("mark", SECRETS)
@pytest.mark.fault(64)
async def test_a_mark_in_the_text_layer_is_not_stored_and_the_officer_learns_only_that_it_was(office: Office, tmp_path: Path, mark: str):
    paper = PAPERS[0]
    write_docx(type(paper)(**(paper.__dict__ | {"agency": (*paper.agency, mark)})), tmp_path / "a.docx")
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "security_officer", office.people["ha"])
    an = office.phones["an"]
    an.sends(office.platform.file("tep khac.pdf", hostile.pdf()), caption="2.1.3", batch="9")
    await office.fetcher.run_once()
    an.sends(office.platform.file("bao cao quan trong.docx", (tmp_path / "a.docx").read_bytes()), batch="9")
    await office.fetcher.run_once()
    assert "dấu chỉ độ mật" in an.sees()
    assert [path for path in office.files.root.rglob("*") if path.is_file()] == []
    told = office.phones["ha"].sees()
    assert told.startswith("Đồng chí Lê Văn An đã gửi nội dung có dấu chỉ độ mật lúc 15 giờ 00 ngày 20/11/2026.")
    assert "bao cao" not in told
    assert "2.1.3" not in told
    assert "secret_mark" in office.column(select(Audit.action))
    rows = [str(row) for row in office.fetched()]
    assert not [row for row in rows if "quan trong" in row]


async def test_without_a_named_officer_the_coordinator_is_told(office: Office):
    office.phones["an"].sends(office.platform.file("CV MẬT.pdf"), caption="2.1.3")
    assert "dấu chỉ độ mật" in office.phones["chi"].sees()
    assert "CV" not in office.phones["chi"].sees()


@pytest.mark.parametrize(
    ("text", "is_secret"),
    [
        ("UBND PHƯỜNG\nTỐI MẬT\nBÁO CÁO", True),
        ("BÁO CÁO\n" + "dòng\n" * 60 + "TUYỆT MẬT", True),
        ("BÁO CÁO\n" + "dòng\n" * 60 + "MẬT\n", True),
        ("BÁO CÁO\n" + "dòng\n" * 60 + "bảo quản tài liệu MẬT theo quy định", False),
        ("KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC\nthành công", False),
        ("MẬT ĐỘ DÂN SỐ\nMẬT KHẨU", False),
        ("bí mật thành công", False),
    ],
)
@pytest.mark.fault(64)
def test_marks_stand_at_the_head_or_on_a_line_of_their_own(text: str, is_secret: bool):
    assert marks.in_text(text) is is_secret


class Daemon:
    """ClamAV's side of the INSTREAM command on a socket: it knows one virus."""

    def __init__(self, address: Path) -> None:
        self.address, self.asked = address, 0

    async def __aenter__(self) -> Self:
        self.server = await asyncio.start_unix_server(self._serve, str(self.address))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.server.close()
        self.address.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        data = b""
        while length := int.from_bytes(await reader.readexactly(4), "big"):
            data += await reader.readexactly(length)
        self.asked += 1
        writer.write(b"stream: Test-Signature FOUND\0" if b"virus" in data else b"stream: OK\0")
        await writer.drain()
        writer.close()


async def test_a_virus_scanner_is_asked_first_and_waited_for(office: Office, tmp_path: Path):
    address = tmp_path / "clamd.sock"
    fetcher = Fetcher(office.store, office.files, {"telegram": Source(office.platform.download)}, lambda: office.now, VIETNAM, scanner=str(address))
    sent(office, {"sach.txt": lambda: b"good", "ban.txt": lambda: b"a virus"})
    await fetcher.run_once()
    assert set(office.column(select(Fetch.state))) == {"waiting"}, "nothing is kept unseen"
    async with Daemon(address) as daemon:
        await fetcher.run_once(office.now + timedelta(minutes=1))
        assert daemon.asked == 2
    assert office.column(select(Evidence.name)) == ["sach.txt"]
    assert "phần mềm diệt vi-rút phát hiện mã độc" in office.phones["an"].sees()
