"""The calendar: what awaits confirmation, what the coordinator settles, what is asked once."""

from datetime import date

import pytest

from locales.say import days as say
from storage.office import calendar, units
from storage.rules.calendar import is_working_day

CULTURE_DAY = date(2026, 11, 24)


def works_on(office, day):
    with office.store.transaction() as db:
        return is_working_day(day, calendar.of_office(db, office.id))


def kept(office, day):
    with office.store.transaction() as db:
        return next((one for one in calendar.rows(db, office.id) if one.day == day), None)


def test_what_awaits_confirmation_comes_first(office, tung):
    seen = tung.goes("days")
    assert "chờ xác nhận" in seen.splitlines()[0]
    assert seen.splitlines()[1] == "- thứ Ba 24/11/2026: Nghỉ Ngày Văn hóa Việt Nam"
    assert "- 04/02/2027 đến 11/02/2027 (08 ngày): Nghỉ Tết Nguyên đán" in seen
    assert "24/11/2027 Nghỉ Ngày Văn hóa Việt Nam" in tung.labels


def test_an_unconfirmed_day_off_is_worked_until_it_is_confirmed(office, tung):
    assert works_on(office, CULTURE_DAY)
    tung.goes("days")
    card = tung.says("1")
    assert "chưa xác nhận" in card
    assert "Thứ Ba 24/11/2026: đã ghi là ngày nghỉ" in tung.taps("Là ngày nghỉ")
    assert not works_on(office, CULTURE_DAY)
    assert kept(office, CULTURE_DAY).source == "đầu mối xác nhận ngày 20/11/2026"


def test_a_day_that_is_worked_after_all_is_not_asked_about_again(office, tung):
    tung.goes("day:20261124")
    assert "đã ghi là ngày làm việc" in tung.taps("Là ngày làm việc")
    assert works_on(office, CULTURE_DAY)
    with office.store.transaction() as db:
        calendar.seed(db, office.id)
    assert works_on(office, CULTURE_DAY)
    assert "24/11/2026" not in tung.goes("days").partition("Đã xác nhận")[0]


def test_the_days_of_tet_are_settled_in_one_tap(office, tung):
    tung.goes("day:20270204")
    assert "đã ghi 08 ngày là ngày nghỉ (Nghỉ Tết Nguyên đán)" in tung.taps("Cả 08 ngày đến 11/02 là ngày nghỉ")
    assert not works_on(office, date(2027, 2, 11))
    assert works_on(office, date(2027, 2, 12))


def test_a_make_up_saturday_is_typed_in(office, tung):
    saturday = date(2027, 1, 9)
    tung.goes("add_day")
    assert "Thứ Bảy 09/01/2027: đã ghi là ngày làm bù" in tung.says("09/01/2027 làm bù cho ngày 04/01/2027")
    assert works_on(office, saturday)
    assert kept(office, saturday).name == "Cho ngày 04/01/2027"


@pytest.mark.parametrize("typed", ["ngày 04/01/2027 nghỉ hoán đổi", "4/1/2027 nghi", "04-01-2027: Nghỉ bù, hoán đổi"])
def test_a_day_off_is_typed_in_with_or_without_diacritics(office, tung, typed):
    tung.goes("add_day")
    assert "đã ghi là ngày nghỉ" in tung.says(typed)
    assert not works_on(office, date(2027, 1, 4))


@pytest.mark.parametrize("typed", ["31/02/2027 nghỉ", "nghỉ", "04/01 nghỉ", "04/01/2027", "04/01/2031 nghỉ", "04/01/2027 làm bù"])
def test_what_is_no_day_changes_nothing(office, tung, typed):
    tung.goes("add_day")
    assert "Chưa ghi" in tung.says(typed)
    assert kept(office, date(2027, 1, 4)) is None


@pytest.mark.parametrize("route", ["day:20261399", "day:abc", "set_day:20261124:holiday", "set_day:2026:off", "day:"])
def test_a_forged_day_is_refused(office, tung, route):
    assert "không còn hiệu lực" in tung.goes(route)
    assert kept(office, CULTURE_DAY).confirmed is False


def test_an_ordinary_day_can_become_a_day_off_and_back(office, tung):
    assert "ngày làm việc như thường lệ" in tung.goes("day:20261130")
    tung.taps("Là ngày nghỉ")
    assert not works_on(office, date(2026, 11, 30))
    tung.taps("Sửa")
    tung.taps("Là ngày làm việc")
    assert works_on(office, date(2026, 11, 30))


def test_in_november_the_days_of_next_year_are_asked_about_once(office, now):
    with office.store.transaction() as db:
        assert [one.day for one in calendar.days_to_ask(db, office.id, date(2026, 10, 30))] == [CULTURE_DAY]
        days = calendar.days_to_ask(db, office.id, date(2026, 11, 20))
        assert days[0].day == CULTURE_DAY
        assert {one.day.year for one in days[1:]} == {2027}
        calendar.ask_about(db, office.id, [one.day for one in days], now)
        assert calendar.days_to_ask(db, office.id, date(2026, 11, 21)) == []
    message = say.please_confirm(days)
    assert "Đề nghị đồng chí xác nhận lịch nghỉ" in message.text
    assert len(message.choices) <= 9
    assert message.choices[0].route == "day:20261124"


def test_a_day_that_nobody_settled_is_asked_about_once_more_when_it_is_near(office, now):
    def asked(day: date) -> list[str]:
        with office.store.transaction() as db:
            days = [one.day for one in calendar.days_to_ask(db, office.id, day)]
            calendar.ask_about(db, office.id, days, now + (day - now.date()))
            return [f"{one:%d/%m}" for one in days]

    assert len(asked(date(2026, 11, 25))) > 8
    assert asked(date(2027, 1, 20)) == []
    assert asked(date(2027, 1, 25)) == ["04/02", "05/02", "06/02", "07/02", "08/02"]
    assert asked(date(2027, 1, 28)) == ["09/02", "10/02", "11/02"]
    assert asked(date(2027, 2, 1)) == []


def test_another_offices_calendar_stays_as_it_is(office, tung):
    with office.store.transaction() as db:
        other = units.add(db, "UBND xã Tân Lộc", is_office=True)
        calendar.seed(db, other)
    tung.goes("set_day:20261124:off")
    with office.store.transaction() as db:
        assert is_working_day(CULTURE_DAY, calendar.of_office(db, other))
