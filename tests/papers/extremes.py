"""An office at the edge: names of 40 letters, titles of 300, as many rows and people as one asks for, marks of every stage."""

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert

from locales.formats import VIETNAM
from storage import migrate
from storage.db import Connection, Store
from storage.office import calendar, people, units
from storage.papers import Facts, reading
from storage.rules.marks import Stage
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Score, Support
from storage.work import campaigns, handovers
from tests.storage.fields import field
from tests.stories.office import WEDNESDAY, at

GIVEN = ("An", "Bình", "Chi", "Dung", "Giang", "Hạnh", "Khoa", "Lan", "Minh", "Ngân")
TITLE = (
    "Ban hành kế hoạch, tổ chức triển khai, kiểm tra và báo cáo kết quả thực hiện nhiệm vụ kiểm soát thủ tục hành chính, thực hiện cơ chế "
    "một cửa, một cửa liên thông trong giải quyết thủ tục hành chính và cung cấp dịch vụ công trực tuyến toàn trình trên địa bàn phường "
    "theo đúng thời hạn quy định, có đầy đủ tài liệu"
)
FIELDS = (
    "Công tác chỉ đạo, điều hành cải cách hành chính", "Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ", "Cải cách tài chính công", "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội",
)  # fmt: skip
STATES = (Progress.CONFIRMED, Progress.REPORTED, Progress.IN_PROGRESS, Progress.NOT_STARTED, Progress.RETURNED, Progress.NOT_ARISING)
REASON = "Chưa đủ hồ sơ do phần mềm một cửa gián đoạn từ ngày 12/11/2026, đã có văn bản đề nghị đơn vị cung cấp xử lý nhưng chưa khắc phục xong"
NAME_LETTERS, TITLE_LETTERS = 40, 300


def person_name(number: int) -> str:
    """A full name of 40 letters, no two alike."""
    given = f"{GIVEN[number % 10]} {GIVEN[number // 10 % 10]}"
    return f"{'Công Tằng Tôn Nữ Nguyễn Phúc Thị Hoàng Kim'[: NAME_LETTERS - len(given) - 1].strip()} {given}"


def facts(folder: Path, *, rows: int, persons: int, template: Path) -> Facts:
    """The figures of such an office, in a database of its own."""
    path = folder / f"{rows}-{persons}.db"
    shutil.copy(template, path)
    store = Store(f"sqlite:///{path}")
    now = at(WEDNESDAY, 16)

    def work(db: Connection) -> Facts:
        migrate.upgrade(db)
        office = _office(db, rows, persons)
        campaign = campaigns.current(db, office, WEDNESDAY)
        assert campaign is not None
        return reading.facts(db, office, campaign[0], now, VIETNAM)

    try:
        return store.run(work)
    finally:
        store.close()


def _office(db: Connection, rows: int, persons: int) -> int:
    now = at(WEDNESDAY, 9)
    office = units.add(db, "UBND phường Nghĩa Hưng Đông Bắc Thượng Lâm Hạ", is_office=True)
    calendar.seed(db, office)
    sections = [units.add(db, name, parent_id=office) for name in ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công")]
    holders = [people.add(db, office, person_name(one), unit_id=sections[one % 3]) for one in range(persons)]
    for number, role in enumerate((Role.CHAIRPERSON, Role.COORDINATOR, Role.DEPUTY, Role.COUNCIL)):
        people.grant(db, holders[number % persons], office, role)
    campaign = campaigns.ensure(db, office, WEDNESDAY.year)
    fields = [field(db, campaign, name, at_) for at_, name in enumerate(FIELDS)]
    each = -(-rows // len(FIELDS))
    made = db.scalars(
        insert(Criterion).returning(Criterion.id, sort_by_parameter_order=True),
        [
            {
                "campaign_id": campaign, "parent_id": fields[i // each], "field_id": fields[i // each], "level": "leaf", "position": i + 1,
                "code": f"{i // each + 1}.{i % each // 10 + 1}.{i % each % 10 + 1}", "title": TITLE[:TITLE_LETTERS] if i % 3 else f"Báo cáo kết quả số {i + 1}",
                "max_points": Decimal(100 * 100 // rows) / 100, "kind": Kind.SURVEY.value if i % 20 == 19 else Kind.PRODUCT.value, "rule": {},
                "required_evidence": "Kế hoạch; báo cáo kết quả thực hiện; danh sách cán bộ, công chức tham dự" if i % 2 else "Báo cáo",
                "number_only": False, "last_year": {},
            }
            for i in range(rows)
        ],
    ).all()  # fmt: skip
    states = [STATES[i % len(STATES)] for i in range(rows)]
    work = db.scalars(
        insert(Assignment).returning(Assignment.id, sort_by_parameter_order=True),
        [
            {
                "criterion_id": leaf, "period": "", "person_id": holders[i % persons], "unit_id": sections[i % persons % 3],
                "due_on": WEDNESDAY + timedelta(days=i % 100 - 60), "progress": states[i].value, "strict": False, "needs_check": [],
                "document": "57/QĐ-UBND ngày 20/01/2026", "blocked": REASON if i % 11 == 3 else None,
                "result_document": f"{i + 1}/BC-UBND ngày 10/11/2026" if states[i] is Progress.CONFIRMED else None,
            }
            for i, leaf in enumerate(made)
        ],
    ).all()  # fmt: skip
    _marks(db, work, states, holders, now)
    db.execute(insert(Support), [{"assignment_id": one, "name": person_name(i % persons + 7)} for i, one in enumerate(work) if i % 5 == 0])
    _documents(db, office, work, holders[0], now)
    if persons > 1:
        proposal, _ = handovers.propose(db, office, holders[2], holders[1], by=holders[0], at=now)
        handovers.accept(db, handovers.open_for(db, proposal, holders[1]), at=now)
    return office


def _marks(db: Connection, work: list[int], states: list[Progress], holders: list[int], now: object) -> None:
    marks: list[dict[str, object]] = []
    for i, one in enumerate(work):
        given: list[tuple[Stage, str]] = [(Stage.SURVEY, "0.11")] if i % 20 == 19 else [(Stage.SELF if states[i] is Progress.CONFIRMED else Stage.ESTIMATED, "0.2")]
        if i % 7 == 1 and i % 20 != 19:
            given.append((Stage.COUNCIL, "0.15"))
        if i % 20 != 19 and i % 3 == 0:
            given += [(Stage.VERIFIED_1, "0.1"), (Stage.EXPLAINED, "0.2")] if i % 2 else [(Stage.VERIFIED_1, "0.1")]
        marks += [{"assignment_id": one, "stage": stage.value, "points": Decimal(points), "person_id": holders[0], "at": now, "reason": REASON} for stage, points in given]
    db.execute(insert(Score), marks)


def _documents(db: Connection, office: int, work: list[int], person: int, now: object) -> None:
    for i, one in enumerate(work[::4]):
        made = db.scalars(
            insert(Evidence)
            .values(
                office_id=office, person_id=person, batch=f"b{i}", kind="number", name=f"{i + 1}/BC-UBND", number=f"{i + 1}/BC-UBND",
                issued_on=date(2026, 11, 10), received_at=now,
            )
            .returning(Evidence.id)
        ).one()  # fmt: skip
        db.execute(insert(EvidenceFor).values(evidence_id=made, assignment_id=one, at=at(WEDNESDAY, 10), stage="explain" if i % 3 == 0 else None))
