"""A small office for tests of documents and checks: its rows, its people's phones, and a platform that hands out bytes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update

from bot.incoming import FileRef
from jobs.fetch import Fetcher, Source, Tables
from locales.formats import VIETNAM
from storage.db import Store
from storage.evidence import documents
from storage.evidence.files import Files
from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Fetch, Outbox, Support
from storage.work import campaigns
from tests.flows.phone import Phone

JPEG = b"\xff\xd8\xff\xe0" + b"photo" * 200
PDF = b"%PDF-1.7\n" + b"page" * 500
NAMES = {"an": "Lê Văn An", "binh": "Trần Thị Bình", "chi": "Huỳnh Thanh Chi", "dung": "Võ Văn Dũng", "ha": "Đỗ Thị Hà"}


@dataclass
class Platform:
    """Where files lie: each reference with its bytes, and what goes wrong on the next tries."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[Any]] = field(default_factory=dict)
    served: int = 0

    async def download(self, ref: dict[str, Any]) -> AsyncIterator[bytes]:
        body = self.bodies[ref["id"]]
        waiting = self.faults.get(ref["id"], [])
        fault = waiting.pop(0) if waiting else None
        if isinstance(fault, Exception):
            raise fault
        if isinstance(fault, float):
            body = body[: int(len(body) * fault)]
        for start in range(0, len(body), 1 << 16):
            self.served += len(body[start : start + (1 << 16)])
            yield body[start : start + (1 << 16)]

    def file(self, name: str, body: bytes = PDF, *, size: int | None = -1, mime: str | None = None) -> FileRef:
        ref = f"f{len(self.bodies)}"
        self.bodies[ref] = body
        return FileRef({"id": ref}, "document", name, mime, len(body) if size == -1 else size)

    def photo(self, body: bytes = JPEG) -> FileRef:
        made = self.file("photo.jpg", body + str(len(self.bodies)).encode(), mime="image/jpeg")
        return FileRef(made.ref, "photo", made.name, made.mime, made.size)


class Office:
    """An owns 2.1.3 and 2.1.4, Bình helps with 2.1.3, Chi coordinates and owns 1.1.1, Dũng heads the section and owns 2.3.1."""

    def __init__(self, store: Store, folder: Path, now: datetime) -> None:
        self.store, self.now, self.platform = store, now, Platform()
        self.files = Files(folder / "evidence")
        self.sheets: list[str] = []
        self.is_table = True
        self.fetcher = Fetcher(store, self.files, {"telegram": Source(self.platform.download)}, lambda: now, VIETNAM, Tables(self._read))
        with store.transaction() as db:
            self.id = units.add(db, "UBND phường Minh Tân", is_office=True)
            self.section = units.section(db, self.id, "Phòng Văn hóa - Xã hội")
            self.people = {key: people.add(db, self.id, name, unit_id=self.section) for key, name in NAMES.items()}
            for number, one in enumerate(self.people.values(), 1):
                people.link(db, one, f"telegram:{number}", now)
            people.grant(db, self.people["chi"], self.id, Role.COORDINATOR)
            people.grant(db, self.people["dung"], self.section, Role.HEAD)
            self.campaign = campaigns.ensure(db, self.id, 2026)
        self.rows = {code: self.row(code, "an") for code in ("2.1.3", "2.1.4")}
        self.rows |= {"1.1.1": self.row("1.1.1", "chi"), "2.3.1": self.row("2.3.1", "dung")}
        with store.transaction() as db:
            helper = {"assignment_id": self.rows["2.1.3"], "person_id": self.people["binh"], "name": NAMES["binh"]}
            db.execute(insert(Support).values(**helper))
        self.phones = {key: Phone(store, f"telegram:{number}", now) for number, key in enumerate(self.people, 1)}

    def row(self, code: str, owner: str, *, number_only: bool = False) -> int:
        with self.store.transaction() as db:
            leaf = {
                "campaign_id": self.campaign,
                "level": "leaf",
                "code": code,
                "title": f"Công khai thủ tục hành chính {code}",
                "position": 1,
                "max_points": Decimal(1),
                "kind": "product",
                "rule": {},
                "required_evidence": "Báo cáo; ảnh niêm yết",
                "number_only": number_only,
                "last_year": {},
            }
            criterion = db.scalars(insert(Criterion).values(**leaf).returning(Criterion.id)).one()
            held = {
                "criterion_id": criterion,
                "period": "",
                "person_id": self.people[owner],
                "unit_id": self.section,
                "due_on": date(2026, 12, 15),
                "strict": False,
                "needs_check": [],
                "progress": "not_started",
            }
            return db.scalars(insert(Assignment).values(**held).returning(Assignment.id)).one()

    def set_row(self, code: str, **values: object) -> None:
        with self.store.transaction() as db:
            db.execute(update(Assignment).where(Assignment.id == self.rows[code]).values(**values))

    def reported(self, code: str, *, ago: timedelta = timedelta(hours=2), completed_on: date | None = date(2026, 11, 18)) -> None:
        self.set_row(code, progress="reported", reported_at=self.now - ago, completed_on=completed_on)

    def kept(self, code: str) -> list[str]:
        """The names of the documents of a row."""
        with self.store.transaction() as db:
            return [one.name for one in documents.of_assignment(db, self.rows[code])]

    def column(self, query: Any) -> list[Any]:
        with self.store.transaction() as db:
            return list(db.scalars(query))

    def fetched(self) -> list[Any]:
        with self.store.transaction() as db:
            return list(db.execute(select(Fetch).order_by(Fetch.id)))

    def outbox(self, prefix: str) -> list[Any]:
        with self.store.transaction() as db:
            return list(db.execute(select(Outbox).where(Outbox.key.like(f"{prefix}%")).order_by(Outbox.id)))

    async def _read(self, job: Any, path: Path) -> bool:
        assert path.is_file()
        self.sheets.append(job.name)
        return self.is_table
