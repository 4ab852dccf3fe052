"""Recurring work split into periods by a tap: each with its own date, state and share of the points; and the way back."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable
from bot.sheets import Sheet
from locales.formats import VIETNAM
from storage.loading import given, loads, standing
from storage.messages import outbox
from storage.office import calendar, people, units
from storage.points import progress
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Audit, Criterion, Score, Support
from storage.work import assignments, campaigns
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.storage.assignment_table import loaded, row, sheet

HA = "Phạm Thị Thu Hà"
MONTHLY = row("3.5.2", "Báo cáo hằng tháng phân tích chỉ số thấp", lead=HA, due="2026-12-05", proposed_kind="recurring", supports=["Văn phòng"])
QUARTERLY = row("6.2.2", "Công khai dự toán hằng quý", lead=HA, due="2026-10-15", proposed_kind="recurring", status="in_progress", self_score=0.4)
ONCE = row("1.1.1", "Ban hành Kế hoạch", lead=HA, due="2026-12-30")
VAGUE = row("7.1", "Báo cáo định kỳ về chuyển đổi số", lead=HA, due="2026-12-14", proposed_kind="recurring")


@pytest.fixture
def office(store, now):
    with store.transaction() as db:
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
        calendar.seed(db, made)
        tung = people.add(db, made, small_office.TUNG)
        people.grant(db, tung, made, Role.COORDINATOR)
        people.link(db, tung, "telegram:1", now)
    return made


@pytest.fixture
def tung(store, office, now):
    """The coordinator's phone after the list was recorded; HA holds all of its rows."""
    phone = Phone(store, "telegram:1", now)
    with store.transaction() as db:
        read = Sheet.from_dict(sheet(MONTHLY, QUARTERLY, ONCE, VAGUE))
        message = load.arrived(db, SentTable(people.by_id(db, 1), phone.chat, "pc.xlsx", read, "0", now, VIETNAM))
        outbox.add(db, [outbox.Draft("sheet", phone.chat, message.as_payload(), person_id=1)], now)
    phone.sees()
    phone.taps("Ghi")
    return phone


@pytest.fixture
def ha(store, tung, now):
    with store.transaction() as db:
        people.link(db, 2, "telegram:2", now)
    return Phone(store, "telegram:2", now)


def works(store, code):
    with store.transaction() as db:
        return sorted(assignments.coded(db, 1, code), key=lambda work: work.due_on)


def test_a_split_is_proposed_with_every_date_and_made_by_a_tap(store, tung):
    assert "Tách kỳ 03 việc" in tung.labels
    assert len(works(store, "3.5.2")) == 1
    assert tung.taps("Tách kỳ 03 việc").split("\n") == [
        "3.5.2: Báo cáo hằng tháng phân tích chỉ số thấp (hạn 05/12/2026, Phạm Thị Thu Hà).",
        "Nên tách 11 kỳ (ngày 05 hằng tháng); 0,5 điểm chia cho các kỳ:",
        "- tháng 01: hạn 05/02/2026",
        "- tháng 02: hạn 05/03/2026",
        "- tháng 03: hạn 06/04/2026 (05/04 là ngày nghỉ)",
        "- tháng 04: hạn 05/05/2026",
        "- tháng 05: hạn 05/06/2026",
        "- tháng 06: hạn 06/07/2026 (05/07 là ngày nghỉ)",
        "- tháng 07: hạn 05/08/2026",
        "- tháng 08: hạn 07/09/2026 (05/09 là ngày nghỉ)",
        "- tháng 09: hạn 05/10/2026",
        "- tháng 10: hạn 05/11/2026",
        "- tháng 11: hạn 07/12/2026 (05/12 là ngày nghỉ)",
        "10 kỳ đã qua hạn; tách xong sẽ hỏi tình trạng.",
    ]
    assert tung.labels == ["Tách 11 kỳ", "Chọn kỳ, hạn khác", "Tách cả 03 việc", "Không tách", "Quay lại"]
    told = tung.taps("Tách 11 kỳ")
    assert told == "Đã tách 3.5.2 thành 11 kỳ. 10 kỳ đã qua hạn, chưa có tình trạng."
    found = works(store, "3.5.2")
    assert [one.name for one in found[-2:]] == ["3.5.2 (tháng 10)", "3.5.2 (tháng 11)"]
    assert {one.kind for one in found} == {Kind.RECURRING}
    assert sum(one.max_points for one in found) == Decimal("0.5")
    assert min(one.max_points for one in found) > 0
    with store.transaction() as db:
        assert db.scalars(select(Support.name)).all() == ["Văn phòng"] * 11
        assert db.scalars(select(Audit.subject).where(Audit.action == "split")).all() == [f"criterion:{found[0].criterion_id}"]


def test_past_periods_are_settled_at_once_and_the_points_stand_by_period(store, tung, office, now):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Tách 11 kỳ")
    assert tung.taps("Cả 10 kỳ đã qua") == (
        "Đã ghi 3.5.2: 10 kỳ đã qua đã báo hoàn thành, chờ kiểm tra; ngày hoàn thành lấy theo hạn từng kỳ."
    )
    with store.transaction() as db:
        campaign = campaigns.of_year(db, office, 2026)
        found = progress.summary(db, office, campaign, date(2026, 12, 9))
        names = [late.name for late in found.overdue]
    assert names == ["6.2.2", "3.5.2 (tháng 11)"]
    assert found.parts.maximum == Decimal(2)
    assert found.parts.waiting == Decimal("0.45")  # 0,5 = 6 x 0,05 + 5 x 0,04; tháng 11 has 0,05
    assert (found.rows.all, found.rows.done, found.rows.overdue) == (14, 10, 2)


def test_what_was_recorded_stays_with_one_period_and_a_mark_is_shared(store, tung):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Không tách")
    assert tung.text.startswith("3.5.2: không tách kỳ.\n\n6.2.2: ")
    assert "- quý I: hạn 15/04/2026" in tung.text
    assert "Tình trạng đã ghi (Đang thực hiện) giữ ở kỳ quý III." in tung.text.replace("đang", "Đang")
    tung.taps("Tách 03 kỳ")
    found = works(store, "6.2.2")
    assert [(one.period, one.progress) for one in found] == [
        ("quý I", Progress.NOT_STARTED),
        ("quý II", Progress.NOT_STARTED),
        ("quý III", Progress.IN_PROGRESS),
    ]
    with store.transaction() as db:
        marks = dict(db.execute(select(Score.assignment_id, Score.points).order_by(Score.id)).all())
        leaf = next(one for one in standing.of_campaign(db, 1) if one.code == "6.2.2")
    assert sum(marks.values()) == Decimal("0.4") == leaf.self_score
    assert len(marks) == 3
    assert (leaf.due_on, leaf.status, leaf.is_split, leaf.done) == (date(2026, 10, 15), Progress.IN_PROGRESS, True, 0)


def test_other_periods_are_chosen_or_typed(store, tung):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Không tách")
    tung.taps("Không tách")
    assert "không ghi bao lâu một kỳ" in tung.text
    assert tung.labels == ["Chọn kỳ, hạn khác", "Không tách", "Ghi nhầm, bỏ", "Quay lại"]
    tung.taps("Chọn kỳ, hạn khác")
    assert "Ngày 14 hằng tháng: 12 kỳ" in tung.labels
    assert "Ngày 14 tháng thứ 3 của quý: 04 kỳ" in tung.labels
    assert tung.says("bao giờ xong thì xong").startswith("Chưa rõ lặp lại thế nào, chưa ghi gì.")
    told = tung.says("ngày 10 tháng cuối quý")
    assert "Nên tách 04 kỳ" in told
    assert "- quý IV: hạn 10/12/2026" in told
    tung.taps("Tách 04 kỳ")
    assert [one.due_on for one in works(store, "7.1")] == [date(2026, 3, 10), date(2026, 6, 10), date(2026, 9, 10), date(2026, 12, 10)]


def test_all_are_split_after_they_were_shown(store, tung):
    tung.taps("Tách kỳ 03 việc")
    assert tung.taps("Tách cả 03 việc").split("\n") == [
        "Tách kỳ 02 việc sau?",
        "- 3.5.2: 11 kỳ, từ tháng 01 (hạn 05/02) đến tháng 11 (hạn 07/12/2026)",
        "- 6.2.2: 03 kỳ, từ quý I (hạn 15/04) đến quý III (hạn 15/10/2026)",
    ]
    assert tung.taps("Đúng") == "Đã tách 02 việc thành 14 kỳ. 01 việc chưa rõ bao lâu một kỳ; đề nghị chọn cho từng việc. 12 kỳ đã qua hạn, chưa có tình trạng."
    assert tung.taps("Xem các việc đã tách kỳ").split("\n") == ["Các việc đã tách kỳ:", "- 3.5.2: xong 0/11 kỳ", "- 6.2.2: xong 0/3 kỳ"]


def everything(store):
    with store.transaction() as db:
        rows = db.execute(select(Assignment).order_by(Assignment.id)).all()
        return [tuple(one) for one in rows], db.execute(select(Criterion.id, Criterion.kind).order_by(Criterion.id)).all(), db.execute(select(Score)).all()


def test_a_split_is_taken_back_while_nothing_is_recorded(store, tung):
    before = everything(store)
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Không tách")
    tung.taps("Tách 03 kỳ")
    assert everything(store) != before
    assert tung.taps("Bỏ tách kỳ") == "Đã bỏ tách kỳ 6.2.2: trở lại một việc, hạn 15/10/2026."
    assert everything(store) == before
    tung.goes("split:1:2")
    assert len(works(store, "6.2.2")) == 3


def test_a_split_stays_once_a_period_has_something_recorded(store, tung, ha):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Tách 11 kỳ")
    assert ha.says("3.5.2 tháng 11 xong").startswith("3.5.2 (tháng 11)")
    told = tung.goes(f"unsplit:1:{works(store, '3.5.2')[0].id}")
    assert told == "Chưa bỏ tách kỳ 3.5.2 được: đã có kỳ ghi tình trạng hoặc tài liệu."
    assert len(works(store, "3.5.2")) == 11


def test_the_official_speaks_of_the_instance_due_now_or_names_one(store, tung, ha):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Tách 11 kỳ")
    tung.taps("Cả 10 kỳ đã qua")
    listed = ha.says("/viec")
    assert "3.5.2 (tháng 11)" in listed
    assert "3.5.2 (tháng 10)" not in listed
    assert ha.says("3.5.2 đang làm 60%").startswith("3.5.2 (tháng 11)")
    assert ha.says("tháng 11 xong rồi").startswith("3.5.2 (tháng 11)")
    states = {one.period: one.progress for one in works(store, "3.5.2")}
    assert states["tháng 11"] is Progress.REPORTED


def test_early_in_the_year_only_the_next_period_is_in_sight(store, tung, ha):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Tách 11 kỳ")
    ha.now = ha.now.replace(month=3, day=6)
    listed = ha.says("/viec")
    assert [f"tháng {month:02}" in listed for month in (1, 2, 3, 4)] == [True, True, True, False]
    assert ha.says("3.5.2 tháng 1 xong").startswith("3.5.2 (tháng 01)")
    ha.says("tháng 02 xong rồi")
    assert [one.progress for one in works(store, "3.5.2")[:3]] == [Progress.REPORTED, Progress.REPORTED, Progress.NOT_STARTED]
    assert ha.says("3.5.2 xong").startswith("3.5.2 (tháng 03)")
    assert "3.5.2 (tháng 04)" in ha.says("3.5.2")


def test_the_same_list_again_changes_nothing_and_a_new_date_is_told(store, tung, office, now):
    tung.taps("Tách kỳ 03 việc")
    tung.taps("Tách cả 03 việc")
    tung.taps("Đúng")
    with store.transaction() as db:
        rows = given.read(sheet(MONTHLY, QUARTERLY, ONCE, VAGUE))
        assert loads.compare(db, office, 2026, rows).is_nothing
        later = sheet(MONTHLY | {"due": {"kind": "date", "date": "2026-12-10", "strict": False}}, QUARTERLY | {"lead": "Trần Văn Mới"}, ONCE, VAGUE)
        found = loads.compare(db, office, 2026, given.read(later))
        assert ([one.code for one in found.by_period], [change.leaf.code for change in found.changed]) == (["3.5.2"], ["6.2.2"])
        loaded(db, office, later, now, by=1)
        assert {one.person for one in assignments.coded(db, office, "6.2.2")} == {"Trần Văn Mới"}
        assert len(assignments.coded(db, office, "3.5.2")) == 11


def test_a_stranger_to_the_office_cannot_split(store, tung, ha):
    ha.goes("split:1:1")
    assert len(works(store, "3.5.2")) == 1


def test_rows_to_split_are_opened_by_words_too(tung):
    tung.says("viec")
    assert "3.5.2" in tung.says("tach ky"), "the button is far up in the chat by then"


def test_taking_a_load_back_counts_rows_and_not_their_periods(store, tung):
    tung.taps("Tách kỳ 03 việc")
    tung.taps(tung.labels[0])
    with store.transaction() as db:
        corrected = Sheet.from_dict(sheet(MONTHLY | {"lead": small_office.NGAN}, QUARTERLY | {"code": "6.2.9"}, ONCE, VAGUE))
        message = load.arrived(db, SentTable(people.by_id(db, 1), tung.chat, "pc2.xlsx", corrected, "1", tung.now, VIETNAM))
        outbox.add(db, [outbox.Draft("sheet2", tung.chat, message.as_payload(), person_id=1)], tung.now)
    tung.sees()
    assert "mới 00, đổi 02, bỏ 00" in tung.taps("Ghi")
    assert "? Sẽ trả 02 dòng về như trước." in tung.taps("Ghi nhầm, bỏ lần ghi này")
    assert ": trả 02 dòng về như trước." in tung.taps("Ghi nhầm, bỏ")
