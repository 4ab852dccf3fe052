"""The coordinator sets when the office works and reminds: shown before it applies, refused where senseless, followed by the plan."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from jobs import plan
from locales.formats import VIETNAM
from storage.office import people, sending, units
from storage.reminders import terms
from storage.tables import Audit, Outbox
from storage.work import assignments
from tests.flows.small_office import Office


def test_a_change_is_shown_first_then_kept_and_noted(office: Office):
    tung = office.phone("telegram:1")
    tung.goes("office")
    told = tung.taps("Giờ làm việc, nhắc việc")
    assert "Giờ làm việc 07:30-11:30 và 13:30-17:00." in told
    assert "Nhắc trước hạn 15, 7, 3, 1 và 0 ngày làm việc (0 là đúng ngày đến hạn)." in told
    assert "rồi cứ 05 ngày làm việc một lần đến ngày thứ 30." in told
    tung.taps("Ngày nhắc trước hạn")
    shown = tung.says("10, 5, 2, 0")
    assert "Từ nay nhắc trước hạn 10, 5, 2 và 0 ngày làm việc" in shown
    assert "Hiện nay nhắc trước hạn 15, 7, 3, 1 và 0 ngày làm việc" in shown
    assert "Áp dụng từ lần nhắc kế tiếp, 07:45 " in shown
    assert _policy(office).before == (15, 7, 3, 1, 0), "nothing applies before it is agreed to"
    assert "Đã ghi. Từ nay nhắc trước hạn 10, 5, 2 và 0" in tung.taps("Đồng ý")
    assert _policy(office).before == (10, 5, 2, 0)
    with office.store.transaction() as db:
        kept = db.execute(select(Audit.action, Audit.detail).order_by(Audit.id.desc()).limit(1)).one()
        assert units.settings(db, office.id)["policy"] == {"before": [10, 5, 2, 0]}, "the default is not copied"
    assert (kept.action, kept.detail) == ("rules", {"key": "before", "value": "=10 5 2 0"})


def test_what_makes_no_sense_changes_nothing_and_says_why(office: Office):
    tung = office.phone("telegram:1")
    tung.goes("policy_ask:reminders")
    assert "Chỉ nhắc trong giờ làm việc (07:30-11:30 và 13:30-17:00)." in tung.says("6h30")
    assert "Giờ nhắc lại phải sau giờ nhắc đầu." in tung.says("14h, 9h"), "the question stays open"
    assert "Không có gì thay đổi" in tung.says("7h45, 13h45")
    tung.goes("policy_ask:hours")
    assert "Bốn mốc giờ phải nối tiếp nhau" in tung.says("13h-17h, 7h-11h")
    assert _policy(office).morning == time(7, 45)


def test_reminders_move_with_the_hours_of_the_office(office: Office):
    tung = office.phone("telegram:1")
    tung.goes("policy_ask:hours")
    assert "Kèm theo, nhắc việc lúc 08:00;" in tung.says("8h-12h, 13h30-16h")
    tung.taps("Đồng ý")
    assert _policy(office).morning == time(8)
    ngan = office.phone("telegram:2")
    assert "08 giờ 00" in ngan.says("giờ nhắc")
    assert "16:30" not in ngan.labels


def test_an_hour_of_ones_own_after_closing_time_is_not_lost(office: Office):
    """Who is reminded at 16:30 in an office that now closes at 16:00 is told before it closes."""
    day = date(2026, 11, 27)
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "office_hours", ["07:30-11:30", "13:00-16:00"])
        people.set_hour(db, office.ngan, time(16, 30))
        sending.start(db, office.id, _moment(day - timedelta(days=2), 8))
        db.execute(assignments.Assignment.__table__.update().values(due_on=day))
    assert _planned(office, day, 15, 0) == []
    assert f"remind:{office.ngan}:{day}:morning" in _planned(office, day, 15, 31)


def _policy(office: Office):
    with office.store.transaction() as db:
        return terms.policy(db, office.id)


def _moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), VIETNAM)


def _planned(office: Office, day: date, hour: int, minute: int) -> list[str]:
    with office.store.transaction() as db:
        plan.tick(db, _moment(day, hour, minute), VIETNAM)
        query = select(Outbox.key).where(Outbox.kind == "reminders", Outbox.person_id == office.ngan)
        return list(db.scalars(query))
