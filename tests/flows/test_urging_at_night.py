"""Urging outside office hours: the leader is asked when it may go; the morning's message says what is true in the morning."""

from datetime import UTC, datetime, timedelta

import pytest

from jobs.render import Ready, ready
from locales.formats import VIETNAM
from storage.messages import outbox
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.flows.small_office import Office

NIGHT = datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
"""Tuesday, 22:30 in Vietnam; 2.1.3 of Ngân is late by four working days."""
MORNING = datetime(2026, 12, 2, 0, 45, tzinfo=UTC)


@pytest.fixture
def office(store, now) -> Office:
    made = small_office.build(store, now)
    return Office(**{name: getattr(made, name) for name in made.__slots__} | {"now": NIGHT})


def at(office: Office, chat: str, moment: datetime) -> Phone:
    phone = office.phone(chat)
    phone.now = moment
    return phone


def leaves(office: Office, moment: datetime) -> list[Ready]:
    """What is sent to Ngân at a moment, answers to herself left out."""
    with office.store.transaction() as db:
        claimed = outbox.claim(db, "test", ["telegram"], 9, moment)
        return [ready(db, row, moment, VIETNAM) for row in claimed if row.person_id == office.ngan and row.lane != outbox.ANSWER]


def test_the_morning_is_the_first_choice_and_counts_the_days_anew(office: Office):
    chief = office.phone("telegram:4")
    asked = chief.goes("urge")
    assert "Hiện ngoài giờ làm việc" in asked
    assert "quá hạn 04 ngày làm việc" in asked
    assert chief.labels == ["Gửi lúc 07:45 sáng mai", "Gửi ngay", "Thêm một câu", "Thôi"]
    assert chief.says("1") == "Sẽ gửi đôn đốc tới 01 đồng chí lúc 07 giờ 45 ngày 02/12/2026."
    assert chief.goes("urge") == "Đã gửi hoặc đã hẹn gửi, không gửi lại: Võ Thị Kim Ngân."
    assert leaves(office, MORNING - timedelta(seconds=1)) == []
    (sent,) = leaves(office, MORNING)
    assert "Chủ tịch yêu cầu báo tình trạng các việc quá hạn:\n- 2.1.3" in sent.message.text
    assert "quá hạn 05 ngày làm việc" in sent.message.text
    assert at(office, "telegram:4", MORNING).goes("urge") == "Đã đôn đốc trong ngày, không gửi lại: Võ Thị Kim Ngân."


def test_who_did_it_overnight_is_left_in_peace(office: Office):
    office.phone("telegram:4").goes("urge_send:all:0:0:morning")
    office.phone("telegram:2").goes(f"status:{office.rows['2.1.3']}:done")
    assert [one.message for one in leaves(office, MORNING)] == [None]


def test_a_button_of_the_day_asks_at_night_and_an_explicit_tap_sends_at_once(office: Office):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    assert "Hiện ngoài giờ làm việc" in chief.goes("urge_send:all:0:0")
    assert ngan.sees() == ""
    assert chief.taps("Gửi ngay") == "Đã gửi đôn đốc tới 01 đồng chí."
    assert "- 2.1.3" in leaves(office, NIGHT)[0].message.text


def test_a_sentence_goes_with_it_and_a_day_off_names_the_next_working_day(office: Office):
    chief = at(office, "telegram:4", datetime(2026, 12, 5, 3, tzinfo=UTC))
    chief.goes("urge")
    chief.taps("Thêm một câu")
    chief.says("Báo cáo tôi trước 10 giờ.")
    assert chief.labels[0] == "Gửi lúc 07:45 thứ Hai 07/12"
    chief.taps("Gửi lúc 07:45 thứ Hai 07/12")
    (sent,) = leaves(office, datetime(2026, 12, 7, 0, 45, tzinfo=UTC))
    assert '"Báo cáo tôi trước 10 giờ"' in sent.message.text


def test_in_office_hours_and_at_noon_nothing_is_asked(office: Office):
    for hour in (1, 5, 9):
        chief = at(office, "telegram:4", datetime(2026, 12, 2, hour, tzinfo=UTC))
        chief.goes("urge")
        assert chief.labels[0] == "Gửi"
