"""Leave in words: the rows that fall due meanwhile, a substitute, the agreement of who decides; nothing without all three."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from jobs import plan
from locales.formats import VIETNAM
from storage.office import people, units
from storage.reminders import reminding
from storage.rules.status import Progress, Role
from storage.tables import Extension, Outbox, Score, Support
from storage.work import assignments
from tests.flows import small_office
from tests.flows.phone import Phone


def test_leave_names_a_substitute_whom_the_head_and_the_substitute_agree_to(office, ngan):
    ha, chu = office.phone("telegram:3"), office.phone("telegram:4")
    told = ngan.says("em nghỉ phép 7-11/12")
    assert "1.2.4" in told
    assert "2.1.3" not in told
    assert "Ai làm thay" in told
    assert "Chờ" in ngan.taps(small_office.HA)
    assert "từ 07/12/2026 đến 11/12/2026" in chu.sees()
    assert "đồng ý" in chu.taps("Đồng ý")
    assert "1.2.4" in ha.sees()
    ha.taps("Nhận làm thay")
    for one in (ngan, chu):
        assert "làm thay 01 việc; hạn giữ nguyên" in one.sees()
    assert "1.2.4" in ha.says("việc của tôi")
    with office.store.transaction() as db:
        assert assignments.get(db, office.rows["1.2.4"]).due_on == date(2026, 12, 10)


def test_who_decides_and_does_the_work_is_asked_once(office, ngan):
    chu = office.phone("telegram:4")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps("Phạm Văn Chủ")
    chu.sees()
    assert "Đã nhận" in chu.taps("Đồng ý")
    assert "Nhận làm thay" not in chu.labels
    assert "đồng ý và làm thay 01 việc; hạn giữ nguyên" in ngan.sees()


@pytest.fixture
def taken(office, ngan) -> small_office.Office:
    """Hà stands in for Ngân from 07/12 to 11/12, when 1.2.4 falls due."""
    ha, chu = office.phone("telegram:3"), office.phone("telegram:4")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    chu.taps("Đồng ý")
    ha.sees()
    ha.taps("Nhận làm thay")
    ngan.sees()
    return office


def on(office: small_office.Office, chat: str, day: date) -> Phone:
    """A phone in the morning of a day."""
    return Phone(office.store, chat, datetime.combine(day, time(9), VIETNAM).astimezone(UTC))


def progress_of(office: small_office.Office, code: str) -> Progress:
    with office.store.transaction() as db:
        return assignments.get(db, office.rows[code]).progress


@pytest.mark.parametrize(
    ("day", "reached"),
    [(date(2026, 12, 4), False), (date(2026, 12, 7), True), (date(2026, 12, 11), True), (date(2026, 12, 14), False)],
)
def test_the_substitute_reports_in_the_days_of_the_leave_and_in_no_others(taken, day, reached):
    ha = on(taken, "telegram:3", day)
    told = ha.goes(f"status:{taken.rows['1.2.4']}:done")
    assert (progress_of(taken, "1.2.4") is Progress.REPORTED) is reached
    assert ("đã ghi" in told) is reached
    ha.goes(f"status:{taken.rows['2.1.3']}:done")
    assert progress_of(taken, "2.1.3") is Progress.IN_PROGRESS


def test_the_substitute_reports_in_words_and_the_owner_learns_of_it(taken):
    ha, ngan = on(taken, "telegram:3", date(2026, 12, 8)), on(taken, "telegram:2", date(2026, 12, 8))
    assert "đã ghi" in ha.says("1.2.4 được 60%")
    assert progress_of(taken, "1.2.4") is Progress.IN_PROGRESS
    told = ngan.sees()
    assert small_office.HA in told
    assert "60" in told


def test_the_substitute_asks_for_no_later_date_and_gives_no_points(taken):
    ha = on(taken, "telegram:3", date(2026, 12, 8))
    card = ha.says("1.2.4")
    assert small_office.NGAN in card
    assert "Đã hoàn thành" in ha.labels
    assert not any("gia hạn" in label.lower() for label in ha.labels)
    for words in ("1.2.4 xin lùi đến 18/12", "1.2.4 tự chấm 1 điểm"):
        assert "đã ghi" not in ha.says(words).lower()
    with taken.store.transaction() as db:
        assert db.scalars(select(Extension.id)).all() == db.scalars(select(Score.id)).all() == []


def test_who_stood_in_does_not_check_what_was_reported_then(taken):
    with taken.store.transaction() as db:
        people.grant(db, taken.ha, taken.id, Role.REVIEWER)
    ha = on(taken, "telegram:3", date(2026, 12, 8))
    ha.goes(f"status:{taken.rows['1.2.4']}:done")
    ha.goes(f"accept:{taken.rows['1.2.4']}")
    assert progress_of(taken, "1.2.4") is Progress.REPORTED


@pytest.mark.parametrize(("day", "may_act"), [(date(2026, 12, 9), True), (date(2026, 12, 15), False)])
def test_who_stood_in_learns_what_was_said_of_the_report_as_the_owner_does(taken, day, may_act):
    row = taken.rows["1.2.4"]
    on(taken, "telegram:3", date(2026, 12, 8)).goes(f"status:{row}:done")
    tung, ha, ngan = (on(taken, chat, day) for chat in ("telegram:1", "telegram:3", "telegram:2"))
    tung.goes(f"more_because:{row}:1")
    told = ha.sees()
    assert told == f"{ngan.sees()} Đồng chí đã báo thay đồng chí {small_office.NGAN}."
    assert told.startswith("1.2.4 cần bổ sung.")
    assert bool(ha.labels) is may_act
    ngan.goes(f"status:{row}:done")
    tung.goes(f"accept_on:{row}")
    tung.says("08/12/2026")
    assert "đã kiểm tra" in ngan.sees()
    assert ha.sees() == "", "the second report was the owner's own"


def test_nobody_agrees_to_an_own_leave_or_takes_rows_unasked(office, ngan):
    ha, chu, tung = office.phone("telegram:3"), office.phone("telegram:4"), office.phone("telegram:1")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    route = chu.choice("Đồng ý").route
    for other in (ngan, ha):
        assert "đã đồng ý" not in other.goes(route).lower()
    take = route.replace("leave_ok", "leave_take")
    for other in (ha, tung):
        other.goes(take)
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []
    chu.goes(route)
    tung.goes(take)
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []


def test_who_declines_or_refuses_leaves_everything_as_it_was(office, ngan):
    ha, chu = office.phone("telegram:3"), office.phone("telegram:4")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    chu.taps("Không đồng ý")
    assert "chưa đồng ý" in ngan.sees()
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.sees()
    chu.taps("Đồng ý")
    ha.sees()
    ha.taps("Không nhận được")
    assert small_office.HA in ngan.sees()
    assert "Ai làm thay" in ngan.taps("Chọn lại")
    with office.store.transaction() as db:
        assert list(db.scalars(select(Support.id))) == []


def test_days_in_which_nothing_falls_due_need_no_substitute(office, ngan):
    told = ngan.says("em nghỉ phép 14-15/12")
    assert "từ 14/12/2026 đến 15/12/2026" in told
    assert "Ai làm thay" not in told


@pytest.mark.parametrize(("day", "reminded"), [(date(2026, 12, 10), {"telegram:3"}), (date(2026, 12, 1), {"telegram:2"})])
def test_who_is_away_is_left_in_peace_about_what_the_substitute_does(taken, day, reminded):
    with taken.store.transaction() as db:
        units.set_sending(db, taken.id, taken.now)
        for person in (taken.ngan, taken.ha):
            reminding.planned(db, person, day - timedelta(days=1), first_at=taken.now)
        plan.tick(db, datetime.combine(day, time(7, 45), VIETNAM).astimezone(UTC), VIETNAM)
        sent = db.execute(select(Outbox.chat, Outbox.about).where(Outbox.kind == "reminders")).all()
    assert {row.chat for row in sent if taken.rows["1.2.4"] in row.about} == reminded


def test_a_leave_stands_among_what_waits_until_it_is_decided_and_taken(office, ngan):
    chu, tung = office.phone("telegram:4"), office.phone("telegram:1")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps("Trần Minh Tùng")
    assert "1. Đồng chí Võ Thị Kim Ngân: xin nghỉ từ 07/12/2026 đến 11/12/2026" in chu.goes("pending")
    assert "làm thay 01 việc" in chu.taps("1")
    assert "Đồng chí có đồng ý không?" in chu.text
    assert "không còn" in ngan.goes("leave_asked:1") or "vai trò khác" in ngan.text
    chu.taps("Đồng ý")
    assert "Không có nội dung nào" in chu.goes("pending")
    assert "xin nghỉ" in tung.goes("pending")
    tung.taps("1")
    tung.taps("Nhận")
    assert "Không có nội dung nào" in tung.goes("pending")


def test_a_refused_substitute_is_asked_about_no_more_and_another_can_be_chosen(office, ngan):
    chu, tung = office.phone("telegram:4"), office.phone("telegram:1")
    ngan.says("em nghỉ phép 7-11/12")
    ngan.taps(small_office.HA)
    chu.goes("leave_ok:1:no")
    assert "Không có nội dung nào" in tung.goes("pending")
    ngan.sees()
    assert "Ai làm thay" in ngan.taps("Chọn lại")
