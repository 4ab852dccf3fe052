"""The main job in front of an emulator that another maker wrote, by polling and by webhook; its own verdict is the judge."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.tables import Assignment, Criterion, Outbox
from tests.emulator.images import png
from tests.emulator.independent import ROOT, Independent
from tests.postgres import free_port
from tests.program import Program

TABLE = ROOT / "bot" / "sample" / "phuong-an-khanh.csv"
LIEN, PERSON = "Tạ Thị Kim Liên", 501
USER = {"id": PERSON, "is_bot": False, "first_name": LIEN}
CHAT = {"id": PERSON, "type": "private", "first_name": LIEN}


class Talk:
    """One official's private chat: what is pushed to the other emulator, and what the program sent for it."""

    def __init__(self, other: Independent, store: Store) -> None:
        self.other, self.store, self._message = other, store, 0

    def hears(self, words: str, seconds: float = 20) -> str:
        """Wait until a message with these words was delivered."""
        return until(lambda: next((text for text in self._sent() if words in text), None), seconds, self._sent)

    def _sent(self) -> list[str]:
        query = select(Outbox.payload).where(Outbox.state == "sent", Outbox.chat == f"telegram:{PERSON}")
        with self.store.transaction() as db:
            return [payload.get("text", "") for payload in db.scalars(query)]

    def says(self, text: str) -> None:
        self._message += 1
        self.other.says(PERSON, text, self._message)

    def sends_photo(self, file_id: str, caption: str, size: int) -> None:
        self._message += 1
        photo = {"file_id": file_id, "file_unique_id": "u1", "width": 40, "height": 30, "file_size": size}
        content = {"message_id": self._message, "date": 1_795_000_000, "from": USER, "chat": CHAT}
        self.other.push({"message": content | {"photo": [photo], "caption": caption}})

    def taps(self, data: str) -> None:
        shown = {"message_id": 1, "date": 1_795_000_000, "chat": CHAT, "text": "Việc"}
        self.other.push({"callback_query": {"id": "77", "from": USER, "chat_instance": "1", "message": shown, "data": data}})

    def row(self, code: str) -> int:
        with self.store.transaction() as db:
            return db.scalars(select(Assignment.id).join(Criterion).where(Criterion.code == code)).one()


def until(look: Callable[[], str | None], seconds: float, told: Callable[[], object]) -> str:
    """Another process works on it: look again until it is there."""
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end, told()
        time.sleep(0.02)
    return found


@pytest.fixture(scope="module")
def invited(tmp_path_factory) -> tuple[Path, str]:
    """A folder with an office that was loaded by command line, and a code for one of its people."""
    program = Program(tmp_path_factory.mktemp("office"))
    assert program("init", "UBND phường An Khánh", "--admin", "Phan Quốc Bảo").status == 0
    assert program("load", str(TABLE), "--yes").status == 0
    return program.folder / "data", program("invite", LIEN).table[0][2]


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_the_main_job_passes_the_verdict_of_another_makers_emulator(invited, tmp_path, mode):
    folder, code = invited
    program = Program(tmp_path)
    shutil.copytree(folder, tmp_path / "data")
    store, photo, address = Store(f"sqlite:///{tmp_path}/data/nhacviec.db"), png(40, 30), f"127.0.0.1:{free_port()}"
    with Independent(tmp_path / "journal.jsonl") as other:
        other.holds(anh1=photo)
        settings = {"TELEGRAM_BOT_TOKEN": other.token, "TELEGRAM_API_URL": other.url, "TELEGRAM_MODE": mode, "WEB_BIND": address}
        extra = {"TELEGRAM_WEBHOOK_SECRET": "bi-mat", "WEB_URL": f"http://{address}"} if mode == "webhook" else {}
        with program.running(**settings, **extra):
            live_a_day(Talk(other, store), code, photo)
        required = ["sendMessage", "answerCallbackQuery", "getFile", *(["getUpdates"] if mode == "polling" else ["setWebhook"])]
        assert other.verdict(*required)["ok"], other.verdict(*required)
        judge = [
            sys.executable,
            "-c",
            "from lo_bot_api_emulator import main; main()",
            "verdict",
            str(other.journal),
            "--require-response",
        ]
        assert subprocess.run(judge, check=False, capture_output=True).returncode == 0
    store.close()


def live_a_day(talk: Talk, code: str, photo: bytes) -> None:
    talk.says(f"/start {code}")
    assert f"đồng chí {LIEN}" in talk.hears("Đã liên kết")
    talk.says("/viec")
    assert "2.1.2: Báo cáo kết quả rà soát văn bản năm" in talk.hears("việc đang mở")
    talk.taps(f"status:{talk.row('2.2')}:doing")
    talk.hears('2.2: đã ghi "Đang thực hiện"')
    talk.says("2.1.2 xong")
    talk.hears('2.1.2: đã ghi "Đã báo hoàn thành, chờ kiểm tra"')
    talk.sends_photo("anh1", "2.1.2", len(photo))
    talk.hears("2.1.2: đã nhận 01 tệp (ảnh)")
    talk.says("/tiendo")
    assert "Dự kiến" in talk.hears("Tiến độ CCHC")
