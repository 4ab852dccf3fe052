"""Many rows accepted at once: shown first, never own or incomplete ones, one message an owner, and the way back within a day."""

import hashlib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select, update

from storage.db import Connection, Store
from storage.rules.scoring import Rule, Way
from storage.tables import Assignment, Audit, Criterion, Evidence, EvidenceFor, Leave, Update, Verdict
from tests.flows.evidence_office import Office

CODES = ("2.1.3", "2.1.4", "3.1.1", "3.1.2")


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    """An reported 2.1.3 and 2.1.4, Hà 3.1.1, Dũng 2.3.1, each with a file; Hà's 3.1.2 has none; Chi's own 1.1.1 waits too."""
    made = Office(store, tmp_path, now)
    made.rows |= {code: made.row(code, "ha") for code in CODES[2:]}
    with store.transaction() as db:
        db.execute(update(Criterion).values(required_evidence="Báo cáo"))
        for who, codes in {"an": CODES[:2], "ha": ("3.1.1",), "dung": ("2.3.1",), "chi": ("1.1.1",)}.items():
            for code in codes:
                keep(db, made, who, code)
    for code in (*CODES, "2.3.1", "1.1.1"):
        made.reported(code)
    return made


def keep(db: Connection, office: Office, who: str, code: str) -> None:
    """A file that was sent for a row and is safe."""
    file = {"office_id": office.id, "person_id": office.people[who], "batch": f"b{code}", "kind": "document", "name": f"bao cao {code}.pdf"}
    sha = hashlib.sha256(code.encode()).hexdigest()
    made = db.scalars(insert(Evidence).values(**file, mime="application/pdf", size=9, sha256=sha, received_at=office.now).returning(Evidence.id)).one()
    db.execute(insert(EvidenceFor).values(evidence_id=made, assignment_id=office.rows[code], at=office.now))


def states(office: Office) -> dict[str, str]:
    with office.store.transaction() as db:
        found = dict(map(tuple, db.execute(select(Assignment.id, Assignment.progress))))
    return {code: found[row] for code, row in office.rows.items()}


def confirmed(office: Office) -> set[str]:
    return {code for code, state in states(office).items() if state == "confirmed"}


def test_all_complete_rows_are_shown_first_and_accepted_by_one_tap_each_owner_told_once(office: Office):
    chi = office.phones["chi"]
    chi.goes("checks")
    shown = chi.taps("Chấp nhận hết việc đủ tài liệu")
    assert "Chấp nhận 04 việc của 03 đồng chí?" in shown
    assert "- Lê Văn An (02): 2.1.3, 2.1.4" in shown
    assert "Chưa mở xem tài liệu của 04 việc" in shown
    assert "3.1.2 chưa có tài liệu" in shown
    assert "1.1.1" not in shown, "an own row is nobody's business here"
    assert confirmed(office) == set()
    told = chi.taps("Chấp nhận 04 việc")
    assert confirmed(office) == {"2.1.3", "2.1.4", "3.1.1", "2.3.1"}
    assert "Đã chấp nhận 04 việc" in told
    an = office.phones["an"]
    assert "Huỳnh Thanh Chi đã kiểm tra, xác nhận 02 việc của đồng chí:\n- 2.1.3" in an.sees()
    assert len(an.messages) == 1
    assert len(office.column(select(Audit.id).where(Audit.action == "accept_all"))) == 1


def test_who_reported_a_row_instead_of_its_owner_is_not_offered_it(office: Office):
    an, chi, row = office.people["an"], office.people["chi"], office.rows["2.1.3"]
    with office.store.transaction() as db:
        db.execute(insert(Leave).values(person_id=an, to_id=chi, first=date(2026, 11, 16), last=date(2026, 11, 27), at=office.now, taken=True))
        db.execute(insert(Update).values(assignment_id=row, person_id=chi, kind="progress", source="tap", at=office.now, before={}, after={}))
    shown = office.phones["chi"].goes("accept_all")
    assert "2.1.3" not in shown
    office.phones["chi"].taps("Chấp nhận 03 việc")
    assert confirmed(office) == {"2.1.4", "3.1.1", "2.3.1"}


def test_the_opened_ones_alone_can_be_accepted(office: Office):
    chi = office.phones["chi"]
    chi.goes(f"docs:{office.rows['2.1.3']}")
    chi.says("1")
    shown = chi.says("chấp nhận hết")
    assert "Chưa mở xem tài liệu của 03 việc" in shown
    assert chi.labels[:2] == ["Chấp nhận 01 việc đã mở xem", "Chấp nhận cả 04 việc"]
    chi.says("1")
    assert confirmed(office) == {"2.1.3"}


def test_a_link_is_to_be_opened_too_since_nobody_else_has_looked_behind_it(office: Office):
    an, chi = office.phones["an"], office.phones["chi"]
    with office.store.transaction() as db:
        db.execute(update(Evidence).where(Evidence.batch == "b2.1.3").values(withdrawn_at=office.now))
    an.says("2.1.3 https://phuong.example.vn/bao-cao")
    office.reported("2.1.3")
    assert "Chưa mở xem tài liệu của 04 việc: 2.1.3" in chi.goes("accept_all")
    chi.goes(f"doc:{max(office.column(select(Evidence.id)))}")
    assert "Chưa mở xem tài liệu của 03 việc" in chi.goes("accept_all")


@pytest.mark.parametrize(("what", "label", "meant"), [("person", "Chỉ Đỗ Thị Hà (01)", {"3.1.1"}), ("all", None, {"2.1.3", "2.1.4", "3.1.1", "2.3.1"})])
def test_one_person_can_be_chosen(office: Office, what: str, label: str | None, meant: set[str]):
    chi = office.phones["chi"]
    chi.goes("accept_all")
    if label:
        chi.taps(label)
    chi.taps("Chấp nhận 0")
    assert confirmed(office) == meant


def test_a_second_row_takes_no_statement_more(office: Office):
    with office.store.transaction() as db:
        db.execute(update(Criterion).values(rule=Rule(way=Way.DEADLINE, late=Decimal(50)).as_dict()))
    chi, counts = office.phones["chi"], []
    for label in ("Chỉ Đỗ Thị Hà (01)", "Chỉ Lê Văn An (02)"):
        chi.goes("accept_all")
        chi.taps(label)
        asked: list[str] = []
        event.listen(office.store.engine, "after_cursor_execute", told := lambda _c, _k, statement, *_: asked.append(statement))  # noqa: B023
        chi.taps("Chấp nhận 0")
        event.remove(office.store.engine, "after_cursor_execute", told)
        counts.append(len(asked))
    assert counts[1] == counts[0]
    assert office.column(select(Assignment.foreseen).where(Assignment.progress == "confirmed")) == [1, 1, 1]


def test_who_sees_another_list_than_was_shown_is_asked_again(office: Office):
    chi, dung = office.phones["chi"], office.phones["dung"]
    chi.goes("accept_all")
    dung.goes(f"more_because:{office.rows['2.1.4']}:1")
    assert "Danh sách vừa thay đổi" in chi.taps("Chấp nhận 04 việc")
    assert confirmed(office) == set()
    assert "Đã chấp nhận 03 việc" in chi.taps("Chấp nhận 03 việc")


def test_what_must_be_looked_at_by_itself_stays(office: Office):
    office.set_row("2.1.3", completed_on=None)
    with office.store.transaction() as db:
        db.execute(update(Evidence).where(Evidence.name.contains("2.1.4")).values(issued_on=date(2026, 12, 20)))
        db.execute(update(Criterion).where(Criterion.code == "3.1.1").values(required_evidence="Báo cáo; ảnh niêm yết"))
    shown = office.phones["chi"].goes("accept_all")
    assert "Chấp nhận 01 việc của 01 đồng chí?" in shown
    for told in ("2.1.3 chưa có ngày hoàn thành", "2.1.4 tài liệu có điểm cần xem lại", "3.1.1 thiếu tài liệu", "3.1.2 chưa có tài liệu"):
        assert told in shown


def test_a_head_accepts_all_but_the_own_row(office: Office):
    dung = office.phones["dung"]
    dung.goes("accept_all")
    dung.taps("Chấp nhận 0")
    assert confirmed(office) == {"1.1.1", "2.1.3", "2.1.4", "3.1.1"}
    assert states(office)["2.3.1"] == "reported"


def test_it_is_taken_back_within_a_day_but_for_what_was_touched_since(office: Office):
    chi, dung = office.phones["chi"], office.phones["dung"]
    chi.goes("accept_all")
    chi.taps("Chấp nhận 04 việc")
    route = chi.choice("Ghi nhầm, bỏ").route
    dung.goes(f"more_because:{office.rows['2.1.4']}:1")
    assert dung.goes(route) != "", "somebody else's button"
    assert states(office)["2.1.3"] == "confirmed"
    office.phones["an"].sees()
    told = chi.taps("Ghi nhầm, bỏ")
    assert "2.1.3" in told and "Giữ nguyên vì đã có thay đổi sau đó: 2.1.4" in told
    assert states(office) == dict.fromkeys(office.rows, "reported") | {"2.1.4": "returned"}
    assert office.column(select(Verdict.assignment_id).where(Verdict.accepted)) == [office.rows["2.1.4"]]
    assert "bỏ xác nhận 2.1.3" in office.phones["an"].sees()
    assert "2.1.3" not in chi.goes(route), "once"


def test_after_a_day_it_stays(office: Office):
    chi = office.phones["chi"]
    chi.goes("accept_all")
    chi.taps("Chấp nhận 04 việc")
    chi.wait(hours=25).taps("Ghi nhầm, bỏ")
    assert len(confirmed(office)) == 4


def test_who_checks_nothing_may_take_no_step_of_it(office: Office):
    for route in ("accept_all", "accept_these:all:0:any:1", "accept_back:1:99", "accept_all:person:1"):
        assert "dành cho vai trò khác" in office.phones["an"].goes(route)
    assert confirmed(office) == set()


def test_thirty_rows_wait_on_pages_of_one_screen(office: Office):
    for number in range(30):
        office.rows[f"7.{number}"] = office.row(f"7.{number}", "ha")
        office.reported(f"7.{number}", ago=timedelta(hours=3))
    chi = office.phones["chi"]
    first = chi.goes("checks")
    assert first.startswith("Chờ kiểm tra: 35 việc.")
    assert first.count("\n") == 8
    second = chi.taps("Trang 2/5")
    assert second.count("\n") == 8
    assert not set(first.splitlines()[1:]) & set(second.splitlines()[1:])
