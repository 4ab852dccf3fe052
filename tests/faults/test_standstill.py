"""A database that keeps nothing any more says nothing by itself: the coordinator learns of it all the same, nobody is told a lie."""

import asyncio
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot import standstill
from storage.db import Store
from tests.faults.machines import Line
from tests.postgres import Postgres, free_port
from tests.stories.office import BAO, EVERYONE, FIRST_CHAT, LIEN, TUESDAY, Office, at, found, load_and_link

STOPPED, AGAIN = "Máy chủ không ghi được dữ liệu từ 14 giờ 59", "Máy chủ đã ghi lại được dữ liệu từ 15 giờ 00"


class Disk:
    """A file system of its own; its disk can fail under it, as the kernel has it: from then on it is read-only."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.image, self.device = folder / "disk", folder / "disk.img", ""
        self.folder.mkdir()

    def make(self) -> bool:
        """Whether this machine lets us."""
        with self.image.open("wb") as file:
            file.truncate(48 << 20)
        return self._ran("mkfs.ext4", "-q", "-F", str(self.image)) and self.mount()

    def mount(self) -> bool:
        found = subprocess.run(["losetup", "--find", "--show", str(self.image)], check=False, capture_output=True, text=True)
        self.device = found.stdout.strip()
        return self.device.startswith("/dev/loop") and self._ran("mount", "-o", "errors=remount-ro", self.device, str(self.folder))

    def put(self, file: Path, name: str) -> None:
        """A file that is on the disk itself, not only in memory."""
        shutil.copy(file, self.folder / name)
        os.sync()

    def fail(self) -> None:
        """What the kernel does when a write to the disk fails: no more of them."""
        assert self.device.startswith("/dev/loop"), "no disk but our own"
        Path("/sys/fs/ext4", Path(self.device).name, "trigger_fs_error").write_text("tried by a test")

    def mend(self) -> None:
        """Another disk with the same content."""
        self.close()
        subprocess.run(["e2fsck", "-fy", str(self.image)], check=False, capture_output=True)  # 1: it was mended
        assert self.mount()

    def close(self) -> None:
        for command in (["umount", str(self.folder)], ["losetup", "--detach", self.device]):
            subprocess.run(command, check=True)

    @staticmethod
    def _ran(*command: str) -> bool:
        return shutil.which(command[0]) is not None and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    one = Disk(tmp_path)
    if os.getuid() or not one.make():
        pytest.skip("a disk that fails needs the right to mount one")
    yield one
    one.close()


@asynccontextmanager
async def watched(emu, monkeypatch: pytest.MonkeyPatch, url: str, folder: Path):
    """The office with its web room, where a few seconds count as long."""
    monkeypatch.setattr(standstill, "AFTER", 7.0)
    monkeypatch.setattr(standstill, "LOOK", 1)
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    async with Office(emu, url, folder, at(TUESDAY, 15), web_bind=f"127.0.0.1:{free_port()}") as office:
        assert "2.2" in await office.tells(LIEN, "việc của tôi")
        await emu.until(lambda: office.app.standstill._chats, timeout=60)
        office.quiet()
        yield office


async def health(office: Office) -> int:
    def ask() -> int:
        try:
            with urlopen(f"http://{office.settings.web_bind}/healthz", timeout=20) as told:
                return int(told.status)
        except HTTPError as refused:
            return refused.code

    return await asyncio.to_thread(ask)


def heard(office: Office, name: str, words: str) -> int:
    return sum(words in one.text for one in office.phone(name).unheard)


@pytest.mark.fault(47)
async def test_when_the_disk_turns_read_only_nothing_is_confirmed_and_the_coordinator_is_told_past_the_database(
    emu, linked_template: Path, disk: Disk, monkeypatch
):
    disk.put(linked_template, "nhacviec.db")
    url = f"sqlite:///{disk.folder / 'nhacviec.db'}"
    async with watched(emu, monkeypatch, url, disk.folder / "data") as office:
        assert await health(office) == 200
        disk.fail()
        await office.phone(LIEN).says("2.2 xong")
        await emu.until(lambda: heard(office, BAO, STOPPED), timeout=60)
        assert await health(office) == 503
        assert office.phone(LIEN).unheard == [], "nothing was recorded, so nothing is said"
        await asyncio.sleep(2)  # several looks more
        assert heard(office, BAO, STOPPED) == 1
    disk.mend()
    async with Office(emu, url, disk.folder / "data", at(TUESDAY, 15)) as office:
        await emu.until(lambda: heard(office, LIEN, "2.2: đã ghi"), timeout=60)
        await office.settled()
        assert heard(office, LIEN, "2.2: đã ghi") == 1


@pytest.mark.fault(51)
async def test_while_the_database_is_out_of_reach_the_coordinator_is_told_past_it_and_of_its_return(
    emu, postgres: Postgres, tmp_path: Path, monkeypatch
):
    url = postgres.fresh()
    line = Line(postgres.port)
    here = url.replace(f":{postgres.port}/", f":{line.port}/")
    store = Store(url)
    found(store, at(TUESDAY, 14))
    load_and_link(store, at(TUESDAY, 14))
    store.close()
    async with watched(emu, monkeypatch, here, tmp_path / "data") as office:
        line.cut()
        await office.phone(LIEN).says("2.2 xong")
        await emu.until(lambda: heard(office, BAO, STOPPED), timeout=90)
        assert await health(office) == 503
        assert office.phone(LIEN).unheard == []
        line.mend()
        await emu.until(lambda: heard(office, BAO, AGAIN) and heard(office, LIEN, "2.2: đã ghi"), timeout=90)
        assert await health(office) == 200
        assert heard(office, BAO, STOPPED) == 1
    line.close()
    postgres.drop(url)


async def test_a_writer_that_stands_still_is_told_past_it(emu, linked_template: Path, tmp_path: Path, monkeypatch):
    shutil.copy(linked_template, tmp_path / "nhacviec.db")
    async with watched(emu, monkeypatch, f"sqlite:///{tmp_path / 'nhacviec.db'}", tmp_path / "data") as office:
        end = threading.Event()
        stuck = asyncio.ensure_future(office.store.write(lambda _db: end.wait(120)))
        await emu.until(lambda: heard(office, BAO, STOPPED), timeout=60)
        assert await health(office) == 503
        end.set()
        await stuck
        await emu.until(lambda: heard(office, BAO, AGAIN), timeout=60)


async def test_who_did_not_send_last_tells_nobody(emu, linked_template: Path, tmp_path: Path, monkeypatch):
    """Of two machines the other one works on."""
    shutil.copy(linked_template, tmp_path / "nhacviec.db")
    async with watched(emu, monkeypatch, f"sqlite:///{tmp_path / 'nhacviec.db'}", tmp_path / "data") as office:
        monkeypatch.setattr(office.app.lease, "unkept_for", lambda: 100.0)
        monkeypatch.setattr(office.app.lease, "was_ours", False)
        await office.app.standstill.look()
        assert await health(office) == 503
        monkeypatch.setattr(office.app.lease, "unkept_for", lambda: 0.0)
        await office.app.standstill.look()
        await office.settled()
        assert office.app.standstill.since is None
        assert heard(office, BAO, "Máy chủ") == 0
