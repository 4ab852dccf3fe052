"""One conversation of the sample office, told to any channel: who types what, and what the office knows afterwards.

A channel takes part with a `Chat`: how one of its people types, picks a choice, sends a photo, and what they see.
"""

import hashlib
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select

from storage.db import Connection
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Outbox, Person, Update, Verdict
from tests.emulator.images import png
from tests.stories.office import DIEP, LIEN, NHAT, PHUOC, SON, WEDNESDAY

PHOTO = png(shade=77)


class Chat(Protocol):
    """The people of the office on one channel."""

    async def code(self, name: str) -> str: ...

    async def says(self, name: str, text: str) -> str:
        """Type a text; returns all that came back, choices included."""

    async def picks(self, name: str, label: str) -> str:
        """Choose what is offered under this label, in the channel's own way."""

    async def photo(self, name: str, data: bytes, caption: str) -> str: ...

    async def clock(self, hour: int, minute: int = 0, day: Any = None) -> None: ...

    def screen(self, name: str) -> str:
        """The newest message."""

    async def look(self, work: Any) -> Any:
        """Read the database."""


async def live_a_day(chat: Chat) -> None:
    """People come in by code, are reminded, answer in every way, send a photo, check, and ask where the office stands."""
    for name in (SON, PHUOC, LIEN, DIEP, NHAT):
        welcome = await chat.says(name, f"/start {await chat.code(name)}")
        assert f"Đã liên kết: đồng chí {name}" in welcome
    await chat.clock(7, 45, WEDNESDAY)
    assert "2.2 - " in chat.screen(LIEN)
    await answers_by_choice_and_by_number_of_percent(chat)
    await answers_in_words_and_takes_it_back(chat)
    await sends_a_photo_and_reports_it_done(chat)
    await is_checked(chat)
    assert "Dự kiến" in await chat.says(SON, "tien do")
    assert "Dự kiến" in await chat.says(SON, "/tiendo")


async def answers_by_choice_and_by_number_of_percent(chat: Chat) -> None:
    assert "việc đang mở" in await chat.says(LIEN, "/viec")
    assert (await chat.picks(LIEN, "2.2")).startswith("2.2: ")
    assert 'đã ghi "Đang thực hiện"' in await chat.picks(LIEN, "Đang thực hiện")
    assert "(60 %)" in await chat.says(LIEN, "60")
    assert "đã ghi vướng mắc" in await chat.says(LIEN, "2.2 vướng kinh phí tổ chức")


async def answers_in_words_and_takes_it_back(chat: Chat) -> None:
    assert "Đã báo hoàn thành" in await chat.says(NHAT, "7.2 xong roi a")
    assert "7.2: đã bỏ" in await chat.picks(NHAT, "Ghi nhầm, bỏ")
    assert "(30 %)" in await chat.says(NHAT, "7.2 đang làm 30%")
    assert "7.2: đã bỏ" in await chat.says(NHAT, "bam nham")


async def sends_a_photo_and_reports_it_done(chat: Chat) -> None:
    assert "3.5: đã nhận 01 tệp (ảnh)" in await chat.photo(DIEP, PHOTO, "3.5")
    assert "3.5: đã ghi" in await chat.picks(DIEP, "Đã hoàn thành")


async def is_checked(chat: Chat) -> None:
    assert "3.5" in await chat.says(PHUOC, "viec cho kiem tra")
    assert "Chấp nhận" in await chat.picks(PHUOC, "3.5")
    assert "3.5: đã xác nhận" in await chat.picks(PHUOC, "Chấp nhận")


def known(db: Connection) -> dict[str, Any]:
    """What the office knows and what it said, without ids, moments and the name of the channel."""
    codes = {row.id: row.code for row in db.execute(select(Assignment.id, Criterion.code).join(Criterion))}
    names = {row.id: row.full_name for row in db.execute(select(Person.id, Person.full_name))}
    reports = [
        (codes[one.assignment_id], names.get(one.person_id), one.kind, one.source, _plain(one.after), one.note)
        for one in db.execute(select(Update.__table__).where(Update.kind != "load").order_by(Update.id))
    ]
    proof = [
        (codes[row.assignment_id], names[row.person_id], row.sha256, row.caption)
        for row in db.execute(
            select(EvidenceFor.assignment_id, Evidence.person_id, Evidence.sha256, Evidence.caption).join(Evidence)
        )
    ]
    sent = select(Outbox.key, Outbox.kind, Outbox.lane, Outbox.person_id, Outbox.state).order_by(Outbox.id)
    said = sorted((names.get(row.person_id, ""), row.kind, row.lane, row.key.partition(":")[0], row.state) for row in db.execute(sent))
    checks = [(codes[row.assignment_id], names[row.person_id], row.accepted) for row in db.execute(select(Verdict.__table__))]
    return {"reports": reports, "proof": proof, "said": said, "checks": checks}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if not isinstance(value, datetime)}


def photo_hash() -> str:
    return hashlib.sha256(PHOTO).hexdigest()
