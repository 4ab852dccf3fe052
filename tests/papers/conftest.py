"""The sample office on Wednesday 25/11/2026, 16:00, with documents; every paper here is made from its figures."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from locales.formats import VIETNAM
from storage.db import Store
from storage.evidence.files import Files
from storage.office import units
from storage.papers import Facts, reading
from storage.points import progress
from storage.rules.rollup import Summary
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor
from storage.work import campaigns
from tests.stories.office import TUESDAY, WEDNESDAY, at, found, load_and_link, person_of

PDF = b"%PDF-1.7\n" + b"page" * 500
HOSTILE = (
    '=HYPERLINK("http://evil.example","bấm vào đây")',
    "+84-1",
    "-2+3",
    "@SUM(A1:A9)",
    "<b>đậm</b> & <script>alert(1)</script> ]]>",
    "\u202egnoc\u202c \u2067abc\u2069 \x00\x07\x1b[31m \ufffe",
    "dài " * 500,
    "شكرا 漢字 \U0001f600",
)


@dataclass
class Desk:
    """The office's database, its documents, and a moment."""

    store: Store
    files: Files
    folder: Path
    now: datetime

    def facts(self, now: datetime | None = None) -> Facts:
        with self.store.transaction() as db:
            office = units.offices(db)[0][0]
            campaign = campaigns.current(db, office, WEDNESDAY)
            assert campaign is not None
            return reading.facts(db, office, campaign[0], now or self.now, VIETNAM)

    def summary(self) -> Summary:
        with self.store.transaction() as db:
            office = units.offices(db)[0][0]
            return progress.summary(db, office, campaigns.of_year(db, office, 2026) or 0, WEDNESDAY)

    def row(self, code: str) -> int:
        with self.store.transaction() as db:
            query = select(Assignment.id).join(Criterion).where(Criterion.code == code)
            return db.scalars(query).one()

    def set_row(self, code: str, **values: Any) -> None:
        with self.store.transaction() as db:
            db.execute(update(Assignment).where(Assignment.id == self.row_in(db, code)).values(**values))

    @staticmethod
    def row_in(db: Any, code: str) -> int:
        return db.scalars(select(Assignment.id).join(Criterion).where(Criterion.code == code)).one()

    def document(self, code: str, name: str, body: bytes | None = PDF, *, stage: str | None = None, **values: Any) -> int:
        """A document for a row; without a body it is known by its number alone."""
        kept = None
        if body is not None:
            with self.files.open_temp() as temp:
                temp.write(body)
                kept = temp.keep()
        with self.store.transaction() as db:
            person = person_of(db, "Phan Quốc Bảo")
            row = {"office_id": person.office_id, "person_id": person.id, "batch": "b", "kind": "document" if kept else "number"}
            row |= {"name": name, "size": kept and kept.size, "sha256": kept and kept.sha256, "received_at": self.now}
            made: int = db.scalars(insert(Evidence).values(**(row | values)).returning(Evidence.id)).one()
            serves = {"evidence_id": made, "assignment_id": self.row_in(db, code), "at": self.now, "stage": stage}
            db.execute(insert(EvidenceFor).values(**serves))
        return made


@pytest.fixture(scope="session")
def sample_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "nhacviec.db"
    shutil.copy(sqlite_template, path)
    store = Store(f"sqlite:///{path}")
    for fill in (found, load_and_link):
        fill(store, at(TUESDAY, 14))
    store.close()
    return path


@pytest.fixture
def desk(sample_template: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "nhacviec.db"
    shutil.copy(sample_template, path)
    made = Desk(Store(f"sqlite:///{path}"), Files(tmp_path / "evidence"), tmp_path, at(WEDNESDAY, 16))
    yield made
    made.store.close()


@pytest.fixture
def full_desk(desk: Desk) -> Desk:
    """With two files, a number, and one that was taken back."""
    desk.document("1.1.1", "Kế hoạch CCHC: bản ký số?.pdf", number="09/KH-UBND", issued_on=date(2026, 1, 22))
    desk.document("1.1.1", "kế hoạch cchc- bản ký số-.PDF", PDF + b"2", subject="Kế hoạch cải cách hành chính năm 2026")
    desk.document("2.2", "45/BC-UBND", None, number="45/BC-UBND", issued_on=date(2026, 11, 10))
    desk.document("3.2", "thu-hoi.pdf", PDF + b"3", withdrawn_at=desk.now)
    return desk
