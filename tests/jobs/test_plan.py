"""The clock ticks over an office's rows: who is told what and when, once, whatever happened to the clock meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import delete, select, update

from jobs import clock, plan, preview
from jobs.render import foresee, ready
from locales.formats import VIETNAM
from storage.db import Store
from storage.loading import loads
from storage.messages import inbox, outbox
from storage.messages.outbox import Claimed
from storage.office import calendar, people, units
from storage.points import scores
from storage.reminders import reminding, snoozes
from storage.rules.calendar import working_days_between
from storage.rules.marks import Mark, Stage
from storage.rules.status import Progress
from storage.tables import Assignment, Outbox
from storage.work import leave, plans
from tests.flows.small_office import HA, NGAN, Office, build, row
from tests.storage import assignment_table

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of the office's clock."""
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)


@pytest.fixture
def office(store: Store) -> Office:
    """Sending began on Thursday 19/11/2026 at noon; Ngân holds 2.1.3 due on Wednesday 25/11 and 1.2.4 due on 10/12."""
    made = build(store, at(date(2026, 11, 19), 12))
    with store.transaction() as db:
        units.set_sending(db, made.id, made.now)
    return made


class Planner:
    """Ticks the clock of an office and reads what was planned."""

    def __init__(self, office: Office) -> None:
        self.office, self.store = office, office.store

    def tick(self, day: date, hour: int, minute: int = 0) -> list[str]:
        """One tick; returns the texts of the messages that it planned, as they would read at that moment."""
        now = at(day, hour, minute)
        with self.store.transaction() as db:
            before = set(db.scalars(select(Outbox.id)))
            plan.tick(db, now, VIETNAM)
            rows = [one for one in db.execute(select(Outbox.__table__).order_by(Outbox.id)) if one.id not in before]
            return [text for one in rows if (text := self._reads(db, one, now))]

    def _reads(self, db, one, now: datetime) -> str:
        columns = (one.id, one.key, one.channel, one.chat, one.person_id, one.lane, one.kind, one.payload, 0, None, one.expires_at)
        made = ready(db, Claimed(*columns), now, VIETNAM)
        return made.message.text if made.message else ""

    def sent(self) -> None:
        """Everything planned so far has left."""
        with self.store.transaction() as db:
            db.execute(Outbox.__table__.update().values(state="sent"))

    def reports(self, code: str, progress: Progress) -> None:
        with self.store.transaction() as db:
            values = {"progress": progress.value}
            db.execute(Assignment.__table__.update().where(Assignment.id == self.office.rows[code]).values(**values))


@pytest.fixture
def planner(office: Office) -> Planner:
    return Planner(office)


def test_the_morning_message_comes_at_a_quarter_to_eight_and_once(planner: Planner):
    assert planner.tick(FRIDAY, 7, 44) == []
    (text,) = planner.tick(FRIDAY, 7, 45)
    assert "2.1.3" in text
    assert [planner.tick(FRIDAY, hour) for hour in (8, 9, 11)] == [[], [], []]


@pytest.mark.fault(16)
def test_ten_schedulers_at_once_make_one_message(planner: Planner):
    assert len([text for _ in range(10) for text in planner.tick(FRIDAY, 7, 45)]) == 1


async def test_many_mornings_are_planned_in_portions_and_a_stop_between_two_neither_loses_nor_doubles_one(office: Office):
    with office.store.transaction() as db:
        many = [people.add(db, office.id, f"Nguyễn Văn {n}") for n in range(2 * clock.AT_ONCE + 3)]
        for n, person in enumerate(many):
            people.link(db, person, f"telegram:{100 + n}", office.now)
            row(db, office.id, office.id, f"5.{n}", person, due_on=date(2026, 11, 25))
    now = at(FRIDAY, 7, 45)
    with office.store.transaction() as db:
        (due,) = plan.due(db, now, VIETNAM)
        assert set(many) < set(due.people)
        assert plan.portion(db, due, many[: clock.AT_ONCE]) == clock.AT_ONCE
    assert await clock.tick(office.store, now, VIETNAM) == len(many) - clock.AT_ONCE + 1  # and that of Ngân
    assert await clock.tick(office.store, now, VIETNAM) == 0
    with office.store.transaction() as db:
        told = list(db.scalars(select(Outbox.person_id).where(Outbox.kind == "reminders")))
    assert sorted(told) == sorted([*many, office.ngan])


async def test_one_whose_rows_cannot_be_read_keeps_nobody_else_from_theirs_and_the_coordinator_is_told_once(office: Office):
    now = at(FRIDAY, 7, 45)
    with office.store.transaction() as db:
        for n, name in enumerate(("Bùi Văn Một", "Bùi Văn Hai")):
            person = people.add(db, office.id, name)
            people.link(db, person, f"telegram:{100 + n}", office.now)
            bad = row(db, office.id, office.id, f"5.{n}", person, due_on=date(2026, 11, 25))
        db.execute(update(Assignment).where(Assignment.id == bad).values(progress="neither"))
        (due,) = plan.due(db, now, VIETNAM)
        for _ in range(2):
            plan.portion(db, due, due.people)
        told = list(db.scalars(select(Outbox.person_id).where(Outbox.kind == "reminders")))
        notes = [one["text"] for one in db.scalars(select(Outbox.payload).where(Outbox.key.startswith("alarm:unplanned")))]
    assert sorted(told) == sorted([person - 1, office.ngan])
    assert len(notes) == 1
    assert "Bùi Văn Hai" in notes[0]


def test_what_breaks_in_the_middle_of_one_person_leaves_nothing_of_theirs_half_planned(office: Office, monkeypatch):
    def broken(desk, reader):
        raise LookupError(reader.name)

    monkeypatch.setattr(plan, "_plan_missing", broken)  # after the message was kept
    with office.store.transaction() as db:
        (due,) = plan.due(db, at(FRIDAY, 7, 45), VIETNAM)
        assert plan.portion(db, due, due.people) == 0
        assert db.scalars(select(Outbox.id).where(Outbox.kind == "reminders")).all() == []
    monkeypatch.undo()
    with office.store.transaction() as db:
        assert plan.portion(db, due, due.people) == 1, "the next tick makes it up"


def test_words_made_before_a_reminder_is_claimed_serve_for_that_very_row_only(planner: Planner):
    planner.tick(FRIDAY, 7, 45)
    with planner.store.transaction() as db:
        (waiting,) = [one for one in outbox.peek(db, ["telegram"], 50, at(FRIDAY, 7, 46)) if one.kind == "reminders"]
        made = foresee(db, [waiting], at(FRIDAY, 7, 46), VIETNAM)
    assert "2.1.3" in made.of(waiting).message.text
    assert made.of(replace(waiting, payload=waiting.payload | {"rows": []})) is None


@pytest.mark.fault(21, 22)
def test_a_clock_that_steps_back_repeats_nothing_and_one_that_steps_forward_plans_for_its_new_time(planner: Planner):
    assert planner.tick(FRIDAY, 7, 45)
    assert planner.tick(FRIDAY, 5, 45) == planner.tick(FRIDAY, 7, 46) == []
    planner.sent()
    (text,) = planner.tick(date(2026, 11, 25), 7, 45)
    assert "đến hạn hôm nay" in text


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 11, 21), 9), (date(2026, 11, 22), 9), (FRIDAY, 6), (FRIDAY, 12), (FRIDAY, 18), (FRIDAY, 23)])
def test_nothing_is_planned_on_days_off_or_outside_office_hours(planner: Planner, day: date, hour: int):
    assert planner.tick(day, hour) == []


def test_an_office_that_opens_at_another_hour_is_reminded_in_its_own_hours(planner: Planner):
    with planner.store.transaction() as db:
        units.set_setting(db, planner.office.id, "office_hours", ["08:00-11:30", "13:00-16:30"])
    assert planner.tick(FRIDAY, 7, 59) == []
    assert len(planner.tick(FRIDAY, 8)) == 1


def test_nothing_is_planned_before_sending_begins_or_after_it_is_stopped(planner: Planner):
    office = planner.office
    with office.store.transaction() as db:
        units.set_sending(db, office.id, None)
    assert planner.tick(FRIDAY, 7, 45) == []


def test_whoever_chose_another_hour_gets_it_then(planner: Planner):
    with planner.store.transaction() as db:
        people.set_hour(db, planner.office.ngan, time(16, 30))
    assert planner.tick(FRIDAY, 7, 45) == planner.tick(FRIDAY, 16, 29) == []
    assert len(planner.tick(FRIDAY, 16, 30)) == 1


def test_an_unanswered_row_is_named_once_more_in_the_afternoon_of_its_day(planner: Planner):
    due = date(2026, 11, 25)
    planner.tick(FRIDAY, 7, 45)
    planner.sent()
    planner.tick(due, 7, 45)
    planner.sent()
    assert planner.tick(due, 13, 44) == []
    (text,) = planner.tick(due, 13, 45)
    assert "2.1.3" in text
    assert planner.tick(due, 14) == []


@pytest.mark.fault(18)
def test_after_an_outage_of_days_there_is_one_message_that_says_from_when_to_when(planner: Planner):
    planner.tick(FRIDAY, 7, 45)
    planner.sent()
    with planner.store.transaction() as db:
        reminding.beat(db, at(FRIDAY, 14))
        clock.wake_up(db, at(date(2026, 11, 26), 7, 20), VIETNAM)
    told = planner.tick(date(2026, 11, 26), 7, 45)
    ours = [text for text in told if "Võ Thị Kim Ngân" in text or "2.1.3" in text]
    assert len(ours) == 1
    assert "Hệ thống gián đoạn từ 14 giờ 00 ngày 20/11/2026 đến 07 giờ 20 ngày 26/11/2026" in ours[0]


def test_a_message_that_never_left_is_folded_into_the_next_one(planner: Planner):
    planner.tick(FRIDAY, 7, 45)
    (text,) = planner.tick(MONDAY, 7, 45)
    assert "2.1.3" in text
    with planner.store.transaction() as db:
        states = db.scalars(select(Outbox.state).where(Outbox.kind == "reminders").order_by(Outbox.id)).all()
    assert states == ["cancelled", "pending"]


def test_work_reported_done_between_planning_and_sending_is_left_out(planner: Planner):
    planner.tick(FRIDAY, 7, 45)
    planner.reports("2.1.3", Progress.REPORTED)
    with planner.store.transaction() as db:
        one = db.execute(select(Outbox.__table__).where(Outbox.kind == "reminders")).one()
        assert "2.1.3" not in planner._reads(db, one, at(FRIDAY, 7, 46))


def test_nobody_is_reminded_of_a_row_on_which_the_last_word_was_spoken(planner: Planner):
    office = planner.office
    with planner.store.transaction() as db:
        scores.keep(db, office.rows["2.1.3"], Mark(Stage.VERIFIED_1, Decimal("0.5"), office.now, office.tung, "thiếu báo cáo"))
    assert planner.tick(date(2026, 11, 25), 7, 45) == []
    assert planner.tick(date(2026, 11, 27), 7, 45) == []


def test_late_steps_follow_the_working_days_until_the_thirtieth(planner: Planner):
    for day in (FRIDAY, date(2026, 11, 25)):
        planner.tick(day, 7, 45)
        planner.sent()
    due, told, day = date(2026, 11, 25), [], date(2026, 11, 26)
    planner.reports("1.2.4", Progress.CONFIRMED)
    while day < date(2027, 1, 20):
        if any("2.1.3" in text for text in planner.tick(day, 7, 45)):
            told.append(day)
        planner.sent()
        day += timedelta(days=1)
    with planner.store.transaction() as db:
        cal = calendar.of_office(db, planner.office.id)
    assert [working_days_between(due, one, cal) for one in told] == [2, 4, 6, 8, 10, 15, 20, 25, 30]


def test_rows_already_late_when_sending_began_are_listed_once_and_then_left_alone(planner: Planner):
    office = planner.office
    with office.store.transaction() as db:
        old = row(db, office.id, office.id, "4.2", office.ha, due_on=date(2026, 9, 30))
    (text,) = [text for text in planner.tick(FRIDAY, 7, 45) if "4.2" in text]
    assert "quá hạn" in text
    planner.sent()
    later = [text for n in range(1, 40) for text in planner.tick(FRIDAY + timedelta(days=n), 7, 45) if "4.2" in text]
    assert (old > 0, later) == (True, [])


def test_the_first_message_makes_up_for_a_step_whose_hour_passed_while_nothing_was_sent_yet(planner: Planner):
    office = planner.office
    loaded = assignment_table.sheet(assignment_table.row("4.3", "Báo cáo rà soát", lead=HA, due="2026-12-10"))
    with office.store.transaction() as db:  # on Thursday, fifteen working days before the due date
        db.execute(delete(Assignment))  # nothing is dropped by the file: it writes no history
        file = loads.keep(db, office.id, by=office.tung, name="a.xlsx", sha256="0", year=2026, sheet=loaded, now=office.now)
        loads.apply_kept(db, file, by=office.tung, now=office.now)
    with office.store.transaction() as db:
        ahead = {one.person: [row.step for row in one.rows] for one in preview.planned_for(db, office.id, MONDAY, VIETNAM, at(FRIDAY, 17))}
    assert ahead[HA] == ["before-15"]
    assert ["4.3" in text for text in planner.tick(MONDAY, 7, 45)].count(True) == 1


def test_a_wish_to_be_reminded_later_comes_at_its_time_and_never_moves_the_date(planner: Planner):
    office = planner.office
    planner.tick(FRIDAY, 7, 45)
    planner.sent()
    with office.store.transaction() as db:
        snoozes.add(db, office.rows["2.1.3"], office.ngan, at(FRIDAY, 15))
    assert planner.tick(FRIDAY, 14, 59) == []
    (text,) = planner.tick(FRIDAY, 15)
    assert "25/11/2026" in text
    assert planner.tick(FRIDAY, 15, 1) == []


def test_a_wish_that_leads_nowhere_is_looked_at_once_and_no_office_takes_those_of_another(planner: Planner):
    office, dropped = planner.office, Assignment.__table__.update()
    with office.store.transaction() as db:
        other = units.add(db, "UBND xã Tân Hòa", is_office=True)
        units.set_sending(db, other, office.now)
        man = people.add(db, other, "Bùi Văn Một")
        people.link(db, man, "telegram:9", office.now)
        snoozes.add(db, row(db, other, other, "9.9", man, due_on=MONDAY), man, at(FRIDAY, 15))
        snoozes.add(db, office.rows["2.1.3"], office.ngan, at(FRIDAY, 15))
        db.execute(dropped.where(Assignment.id == office.rows["2.1.3"]).values(dropped_at=office.now))
    assert planner.tick(FRIDAY, 14, 59) == []
    (text,) = planner.tick(FRIDAY, 15)
    assert "9.9" in text
    with office.store.transaction() as db:
        db.execute(dropped.values(dropped_at=None))
    assert planner.tick(FRIDAY, 15, 1) == []


def test_whoever_has_no_phone_is_told_nothing_and_after_linking_gets_the_first_message(planner: Planner):
    office = planner.office
    with office.store.transaction() as db:
        row(db, office.id, office.id, "5.1", office.khoa, due_on=MONDAY)
    assert not [text for text in planner.tick(FRIDAY, 7, 45) if "5.1" in text]
    with office.store.transaction() as db:
        people.link(db, office.khoa, "telegram:9", at(FRIDAY, 9))
    assert not [text for text in planner.tick(FRIDAY, 10) if "5.1" in text]
    assert [text for text in planner.tick(MONDAY, 7, 45) if "5.1" in text]


def test_a_preview_of_a_day_is_what_is_then_planned_and_writes_nothing(planner: Planner):
    with planner.store.transaction() as db:
        before = db.execute(select(Outbox.id)).all()
        told = preview.planned_for(db, planner.office.id, FRIDAY, VIETNAM)
        assert db.execute(select(Outbox.id)).all() == before
    assert [(one.person, f"{one.at:%H:%M}", one.reachable, [made.code for made in one.rows]) for one in told] == [
        ("Võ Thị Kim Ngân", "07:45", True, ["2.1.3"])
    ]
    assert len(planner.tick(FRIDAY, 7, 45)) == 1


def test_a_preview_names_the_rows_of_which_only_a_step_of_the_own_plan_is_due(planner: Planner):
    office, tuesday = planner.office, date(2026, 11, 24)
    planner.tick(FRIDAY, 7, 45)
    with planner.store.transaction() as db:
        plans.put(db, office.rows["1.2.4"], [("Dự thảo", tuesday)], purpose=plans.PLAN, by=office.ngan, at=at(FRIDAY, 9))
        told = preview.planned_for(db, office.id, MONDAY, VIETNAM, at(FRIDAY, 10))
    assert [(row.code, row.step) for one in told for row in one.rows] == [("1.2.4", "plan-step")]
    (text,) = planner.tick(MONDAY, 7, 45)
    assert "1.2.4" in text
    ngan = office.phone("telegram:2")
    ngan.now = at(MONDAY, 8)
    assert "1. Dự thảo, 24/11 (đã xong)" in ngan.goes("step_done:1")


def test_the_coordinator_is_asked_about_an_unconfirmed_day_off_once(planner: Planner):
    with planner.store.transaction() as db:
        clock.ask_about_days(db, at(FRIDAY, 8), VIETNAM)
        clock.ask_about_days(db, at(MONDAY, 8), VIETNAM)
        asked = db.scalars(select(Outbox.payload).where(Outbox.key.startswith("alarm:days:"))).all()
    assert len(asked) == 1
    assert "24/11/2026" in asked[0]["text"]


def test_before_sending_begins_nobody_is_asked_about_days_off(planner: Planner):
    with planner.store.transaction() as db:
        units.set_sending(db, planner.office.id, None)
        clock.ask_about_days(db, at(FRIDAY, 8), VIETNAM)
        assert db.scalars(select(Outbox.key).where(Outbox.key.startswith("alarm:days:"))).all() == []


@pytest.mark.fault(35)
def test_a_short_silence_is_no_outage_and_a_long_one_is_told_to_whoever_was_talking(planner: Planner):
    with planner.store.transaction() as db:
        inbox.put(db, "telegram", [inbox.Raw("1", "telegram:2", {})], at(FRIDAY, 9, 50))
        reminding.beat(db, at(FRIDAY, 10))
        clock.wake_up(db, at(FRIDAY, 10, 2), VIETNAM)
        assert not db.scalars(select(Outbox.id).where(Outbox.key.startswith("gap:"))).all()
        reminding.beat(db, at(FRIDAY, 10, 2))
        clock.wake_up(db, at(FRIDAY, 11), VIETNAM)
        told = db.execute(select(Outbox.chat, Outbox.payload).where(Outbox.key.startswith("gap:"))).all()
    assert [one.chat for one in told] == ["telegram:2"]
    assert "10 giờ 02" in told[0].payload["text"]


def test_nothing_that_was_under_way_at_a_kill_is_lost_and_each_goes_out_marked(planner: Planner):
    draft = outbox.Draft("x", "telegram:2", {"text": "Chào", "choices": [], "file": None}, person_id=planner.office.ngan)
    with planner.store.transaction() as db:
        outbox.add(db, [draft], at(FRIDAY, 9))
        outbox.claim(db, "dead process", ["telegram"], 9, at(FRIDAY, 9))
    with planner.store.transaction() as db:
        clock.wake_up(db, at(FRIDAY, 9, 1), VIETNAM)
        (claimed,) = outbox.claim(db, "next process", ["telegram"], 9, at(FRIDAY, 9, 1))
        assert ready(db, claimed, at(FRIDAY, 9, 1), VIETNAM).message.text == "(gửi lại) Chào"


def test_who_stands_in_for_a_colleague_is_reminded_in_the_days_of_the_leave(planner: Planner):
    tuesday, wednesday, friday = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27)
    with planner.store.transaction() as db:
        away = leave.get(db, leave.declare(db, planner.office.ngan, tuesday, friday, planner.office.now))
        leave.name(db, away, planner.office.ha)
    assert not any(HA in text for text in planner.tick(FRIDAY, 7, 45))
    with planner.store.transaction() as db:
        leave.answer(db, leave.get(db, away.id), taken=True)
    assert not any(HA in text for text in planner.tick(MONDAY, 7, 45))
    (told,) = (text for text in planner.tick(wednesday, 7, 45) if HA in text)
    assert "2.1.3" in told
    assert f"làm thay đồng chí {NGAN}" in told
    assert "1.2.4" not in told
    planner.reports("2.1.3", Progress.REPORTED)
    assert not any(HA in text for text in planner.tick(wednesday, 14))
