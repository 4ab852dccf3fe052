"""The people and rows that are measured: one office of 500 officials, and 84 small ones whose leaders read the whole office."""

import shutil
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from storage import migrate
from storage.db import Connection, Store
from storage.messages import outbox
from storage.office import calendar, people, units
from storage.rules.status import Progress, Role
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from tests.storage.fields import field

OFFICIALS = list(range(1000, 1500))
LEADERS = list(range(2000, 2500))
ROWS_OF_OFFICIAL, ROWS_OF_OFFICE, LEADERS_OF_OFFICE, FIELDS = 2, 60, 6, 8
STATES = (Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.REPORTED, Progress.CONFIRMED)
FILE = "nhacviec.db"


def build(folder: Path) -> Path:
    """A database with everyone and everything in it; copied for each program that is measured."""
    folder.mkdir(parents=True)
    store = Store(f"sqlite:///{folder / FILE}")
    now = datetime.now(UTC)
    with store.transaction() as db:
        migrate.upgrade(db)
        _office(db, OFFICIALS, Role.OFFICIAL, ROWS_OF_OFFICIAL * len(OFFICIALS), now)
        for first in range(0, len(LEADERS), LEADERS_OF_OFFICE):
            _office(db, LEADERS[first : first + LEADERS_OF_OFFICE], Role.CHAIRPERSON, ROWS_OF_OFFICE, now)
    store.close()
    return folder


def _office(db: Connection, chats: list[int], role: Role, rows: int, now: datetime) -> None:
    office = units.add(db, f"UBND phường số {chats[0]}", is_office=True)
    calendar.seed(db, office)
    section = units.add(db, "Văn phòng", parent_id=office)
    holders = [people.add(db, office, f"Nguyễn Văn {chat}", unit_id=section) for chat in chats]
    for person, chat in zip(holders, chats, strict=True):
        people.grant(db, person, office, role)
        people.link(db, person, f"telegram:{chat}", now)
    campaign = campaigns.ensure(db, office, now.year)
    fields = [field(db, campaign, f"Lĩnh vực {i}", i) for i in range(FIELDS)]
    leaves = [_leaf(campaign, fields[i % FIELDS], i) for i in range(rows)]
    made = db.scalars(insert(Criterion).returning(Criterion.id, sort_by_parameter_order=True), leaves).all()
    states = STATES if role is Role.CHAIRPERSON else STATES[:2]  # what officials are reminded of is open
    work = [_work(leaf, holders[i * len(holders) // rows], section, i, now.date(), states) for i, leaf in enumerate(made)]
    db.execute(insert(Assignment), work)


def _leaf(campaign: int, field: int, number: int) -> dict[str, Any]:
    place = {"campaign_id": campaign, "parent_id": field, "field_id": field, "level": "leaf", "position": number + 1}
    words = {"code": f"{number % FIELDS + 1}.{number}", "title": f"Báo cáo kết quả thực hiện nhiệm vụ số {number}"}
    rule = {"max_points": Decimal(1), "kind": "product", "rule": {}, "required_evidence": "Báo cáo"}
    return place | words | rule | {"number_only": False, "last_year": {}}


def _work(leaf: int, person: int, section: int, number: int, today: date, states: tuple[Progress, ...]) -> dict[str, Any]:
    due = today + timedelta(days=number % 90 - 30)
    state = {"progress": states[number // 3 % len(states)].value, "strict": False, "needs_check": []}
    return {"criterion_id": leaf, "period": "", "person_id": person, "unit_id": section, "due_on": due, **state}


def copy(built: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    shutil.copy(built / FILE, folder / FILE)
    return folder


def queue_reminders(folder: Path, n: int) -> None:
    """Reminders of n officials, as the morning plan leaves them in the outbox."""
    store = Store(f"sqlite:///{folder / FILE}")
    now = datetime.now(UTC)
    with store.transaction() as db:
        drafts = []
        for i, chat in enumerate(OFFICIALS[:n]):
            person = people.by_chat(db, f"telegram:{chat}")
            assert person is not None, "the office was built with everyone linked"
            first = i * ROWS_OF_OFFICIAL + 1
            rows = [[row, "before_3"] for row in range(first, first + ROWS_OF_OFFICIAL)]
            payload = {"rows": rows, "slot": "morning", "outage": None}
            about = tuple(row for row, _ in rows)
            drafts.append(outbox.Draft(f"bench:{i}", f"telegram:{chat}", payload, "reminders", outbox.NOTICE, person.id, about))
        outbox.add(db, drafts, now)
    store.close()
