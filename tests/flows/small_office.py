"""A small fictional office for the coordinator's tests: two coordinators, an official with work, one without a phone."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import insert

from storage.db import Connection, Store
from storage.office import calendar, menus, people, units
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from tests.flows.phone import Phone

TUNG, NGAN, HA, CHU, KHOA = "Trần Minh Tùng", "Võ Thị Kim Ngân", "Lê Thu Hà", "Phạm Văn Chủ", "Đỗ Văn Khoa"


@dataclass(frozen=True, slots=True)
class Office:
    """The office, its people by first letter of the test, and their rows."""

    store: Store
    now: datetime
    id: int
    tung: int
    ngan: int
    ha: int
    chu: int
    khoa: int
    rows: dict[str, int]

    def phone(self, chat: str) -> Phone:
        return Phone(self.store, chat, self.now)


def build(store: Store, now: datetime) -> Office:
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        calendar.seed(db, office)
        menus.keep_bot_name(db, "telegram", "nhacviec_bot")
        section = units.add(db, "Phòng Văn hóa - Xã hội", parent_id=office)
        ids = [people.add(db, office, name, unit_id=section) for name in (TUNG, NGAN, HA, CHU, KHOA)]
        people.grant(db, ids[0], office, Role.COORDINATOR)
        people.grant(db, ids[3], office, Role.CHAIRPERSON)
        for person, chat in zip(ids[:4], ("telegram:1", "telegram:2", "telegram:3", "telegram:4"), strict=True):
            people.link(db, person, chat, now)
        rows = {
            "1.2.4": row(db, office, section, "1.2.4", ids[1], due_on=date(2026, 12, 10)),
            "2.1.3": row(db, office, section, "2.1.3", ids[1], due_on=date(2026, 11, 25), progress=Progress.IN_PROGRESS),
            "3.1": row(db, office, section, "3.1", ids[1], due_on=date(2026, 6, 30), progress=Progress.CONFIRMED),
        }
    return Office(store, now, office, *ids, rows)


def row(
    db: Connection,
    office: int,
    unit: int,
    code: str,
    person: int | None,
    *,
    due_on: date | None,
    progress: Progress = Progress.NOT_STARTED,
    needs_check: list[str] | None = None,
    kind: Kind = Kind.PRODUCT,
) -> int:
    """One leaf and who answers for it."""
    leaf = {
        "campaign_id": campaigns.ensure(db, office, 2026),
        "level": "leaf",
        "code": code,
        "title": f"Báo cáo kết quả thực hiện tiêu chí {code}",
        "position": 1,
        "max_points": Decimal(1),
        "kind": kind.value,
        "rule": {},
        "number_only": False,
        "last_year": {},
    }
    criterion = db.scalars(insert(Criterion).values(**leaf).returning(Criterion.id)).one()
    assigned = {
        "criterion_id": criterion,
        "period": "",
        "person_id": person,
        "unit_id": unit,
        "due_on": due_on,
        "official_due_on": due_on,
        "strict": False,
        "needs_check": needs_check or [],
        "progress": progress.value,
    }
    return db.scalars(insert(Assignment).values(**assigned).returning(Assignment.id)).one()
