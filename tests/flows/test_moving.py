"""One internal deadline for a whole field or section: shown first, the assigned date stays and is said, holders told once, a way back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import insert, select, update

from storage.office import units
from storage.rules.status import Progress
from storage.tables import Assignment, Audit, Criterion, Outbox
from tests.flows import small_office
from tests.flows.small_office import Office

DAY = date(2026, 12, 4)


@pytest.fixture
def office(store, now) -> Office:
    """Two fields; of the second, 1.2.4 (10/12) and 2.1.3 (25/11, assigned until 25/12) of Ngân, 2.2 (assigned until 30/11) of Hà; it sends."""
    made = small_office.build(store, now)
    with store.transaction() as db:
        section = units.sections(db, made.id)[0][0]
        made.rows["2.2"] = small_office.row(db, made.id, section, "2.2", made.ha, due_on=date(2026, 11, 30))
        campaign = db.scalars(select(Criterion.campaign_id)).first()
        head = {"campaign_id": campaign, "level": "field", "max_points": Decimal(9), "kind": "product", "rule": {}, "number_only": False, "last_year": {}}
        fields = [
            db.scalars(insert(Criterion).values(**head, code=code, title=title, position=0).returning(Criterion.id)).one()
            for code, title in (("I", "Chỉ đạo, điều hành"), ("II", "Cải cách thể chế"))
        ]
        db.execute(update(Criterion).where(Criterion.code == "3.1").values(field_id=fields[0], position=0))
        db.execute(update(Criterion).where(Criterion.code.in_(["1.2.4", "2.1.3", "2.2"])).values(field_id=fields[1]))
        db.execute(update(Assignment).where(Assignment.id == made.rows["2.1.3"]).values(official_due_on=date(2026, 12, 25)))
        units.set_sending(db, made.id, now)
    return made


def dues(office: Office) -> dict[str, date]:
    with office.store.transaction() as db:
        found = dict(map(tuple, db.execute(select(Assignment.id, Assignment.due_on))))
    return {code: found[row] for code, row in office.rows.items()}


def keys(office: Office, prefix: str) -> list[str]:
    with office.store.transaction() as db:
        return list(db.scalars(select(Outbox.key).where(Outbox.key.startswith(prefix))))


def test_a_field_gets_one_day_after_it_was_shown_and_each_holder_is_told_once(office: Office):
    chief, ngan, ha = office.phone("telegram:4"), office.phone("telegram:2"), office.phone("telegram:3")
    chief.goes("due_choose")
    assert "Cải cách thể chế (03)" in chief.labels
    chief.taps("Cải cách thể chế")
    shown = chief.says("4/12")
    assert "Cải cách thể chế: dời hạn nội bộ sang thứ Sáu 04/12/2026? 03 việc của 02 đồng chí." in shown
    assert "- Võ Thị Kim Ngân: 1.2.4 (10/12), 2.1.3 (25/11)" in shown
    assert "Sớm hơn hạn đang có, 01 việc: 1.2.4." in shown
    assert "Vượt hạn giao, 01 việc: 2.2 (30/11); hạn giao giữ nguyên." in shown
    before = dues(office)
    told = chief.taps("Dời hạn 03 việc")
    assert "đã dời hạn nội bộ 03 việc sang 04/12/2026" in told
    assert dues(office) == before | {"1.2.4": DAY, "2.1.3": DAY, "2.2": DAY}
    heard = ngan.sees()
    assert "Phạm Văn Chủ dời hạn nội bộ 02 việc của đồng chí sang thứ Sáu 04/12/2026: 1.2.4 (hạn trước 10/12); 2.1.3 (hạn trước 25/11)." in heard
    assert len(ngan.messages) == 1
    assert "Hạn giao không đổi" in ha.sees()
    assert len(keys(office, "due-move")) == 2


def test_the_former_dates_come_back_within_a_day_but_not_over_a_later_change(office: Office):
    chief, tung, ngan = (office.phone(f"telegram:{number}") for number in (4, 1, 2))
    before = dues(office)
    chief.goes("due_to:field:2")
    chief.says("4/12")
    chief.taps("Dời hạn 03 việc")
    tung.goes(f"fix:{office.rows['1.2.4']}")
    tung.says("11/12/2026")
    route = chief.choice("Ghi nhầm, bỏ").route
    tung.goes(route)
    assert dues(office)["2.1.3"] == DAY, "somebody else's button"
    told = chief.taps("Ghi nhầm, bỏ")
    assert "2.1.3 (25/11)" in told
    assert "Giữ nguyên vì hạn đã được đổi sau đó: 1.2.4." in told
    assert dues(office) == before | {"1.2.4": date(2026, 12, 11)}
    assert "Hạn nội bộ trở lại: 2.1.3 (25/11/2026)" in ngan.sees()


def test_after_a_day_the_new_dates_stay(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("due_to:field:2")
    chief.says("4/12")
    chief.taps("Dời hạn 03 việc")
    chief.wait(hours=25).taps("Ghi nhầm, bỏ")
    assert dues(office)["2.1.3"] == DAY


def test_what_changed_meanwhile_is_shown_again_and_nothing_is_moved(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("due_to:field:2")
    chief.says("4/12")
    office.phone("telegram:2").goes(f"status:{office.rows['1.2.4']}:done")
    before = dues(office)
    assert "Danh sách vừa thay đổi" in chief.taps("Dời hạn 03 việc")
    assert dues(office) == before


def test_at_night_the_holders_hear_of_it_in_the_morning(office: Office, now):
    chief = office.phone("telegram:4").wait(hours=7)
    chief.goes("due_to:unit:2")
    chief.says("4/12")
    chief.taps("Dời hạn 03 việc")
    with office.store.transaction() as db:
        at = db.scalars(select(Outbox.not_before).where(Outbox.key.startswith("due-move"))).all()
    assert at and all(one > now + timedelta(hours=40) for one in at), "Monday morning"


@pytest.mark.parametrize("said", ["32/12", "1/11/2026", "99"])
def test_a_day_that_is_none_or_past_is_asked_for_again(office: Office, said: str):
    chief = office.phone("telegram:4")
    chief.goes("due_to:field:2")
    before = dues(office)
    assert "chưa thay đổi gì" in chief.says(said)
    assert dues(office) == before
    assert "04/12/2026" in chief.says("4/12")


def test_other_words_are_heard_as_usual(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("due_to:field:2")
    assert "Dự kiến" in chief.says("tiến độ")


def test_officials_heads_and_deputies_move_nothing(office: Office):
    for route in ("due_choose", "due_to:field:2", "due_move:field:2:20261204:1", "due_back:1:99"):
        assert "dành cho vai trò khác" in office.phone("telegram:2").goes(route)


def test_a_field_that_nobody_knows_is_asked_for_and_rows_of_no_field_are_no_part(office: Office):
    chief = office.phone("telegram:4")
    assert "của lĩnh vực hoặc bộ phận nào?" in chief.says("dời hạn cả lĩnh vực đất đai sang 4/12")
    assert all(label.split(" (")[0] for label in chief.labels)


@pytest.mark.parametrize("words", ["dời hạn nội bộ cả lĩnh vực II sang 4/12", "doi han linh vuc the che sang 4/12", "lùi hạn cả phòng văn hóa - xã hội đến 4/12"])
def test_it_is_said_in_words(office: Office, words: str):
    shown = office.phone("telegram:4").says(words)
    assert "dời hạn nội bộ sang thứ Sáu 04/12/2026" in shown
    with office.store.transaction() as db:
        assert db.scalars(select(Audit.id).where(Audit.action == "due_move")).all() == []


def test_confirmed_rows_are_not_touched(office: Office):
    with office.store.transaction() as db:
        assert db.scalar(select(Assignment.progress).where(Assignment.id == office.rows["3.1"])) == Progress.CONFIRMED.value
    chief = office.phone("telegram:4")
    assert "Chỉ đạo, điều hành" not in " ".join(chief.goes("due_choose") and chief.labels)


def test_a_field_seen_in_tiendo_offers_it_to_who_speaks_for_all(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("progress:field:2")
    assert "Cải cách thể chế: 03 việc đang mở" in chief.taps("Dời hạn")
    chief.goes("progress:unit:1")
    assert "đề nghị nhắn nội dung" in chief.taps("Nhắn chung nhóm này")
    ngan = office.phone("telegram:2")
    ngan.goes("progress:field:1")
    assert "Dời hạn" not in ngan.labels


def test_one_row_is_moved_in_one_sentence_and_back(office: Office):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    before = dues(office)
    shown = chief.says("gia hạn 2.1.3 đến 4/12")
    assert shown.startswith("2.1.3: dời hạn nội bộ sang thứ Sáu 04/12/2026? 01 việc của 01 đồng chí.")
    assert dues(office) == before, "shown before it happens"
    chief.taps("Dời hạn 01 việc")
    assert dues(office) == before | {"2.1.3": DAY}
    assert "2.1.3 (hạn trước 25/11)" in ngan.sees()
    chief.taps("Ghi nhầm, bỏ")
    assert dues(office) == before


@pytest.mark.parametrize("ways", ["moved", "granted"])
def test_an_internal_date_may_pass_the_assigned_one_which_stays_and_is_said(office: Office, ways: str):
    chief, ha = office.phone("telegram:4"), office.phone("telegram:3")
    if ways == "moved":
        assert "Vượt hạn giao, 01 việc: 2.2 (30/11); hạn giao giữ nguyên." in chief.says("dời hạn 2.2 sang 11/12")
        chief.taps("Dời hạn 01 việc")
        assert "Hạn giao không đổi" in ha.sees()
    else:
        ha.goes(f"extend:{office.rows['2.2']}:20261211")
        assert "Hạn giao 30/11/2026 giữ nguyên" in chief.sees()
        assert "Hạn giao 30/11/2026 giữ nguyên" in chief.taps("Đồng ý đến")
        assert "Hạn giao 30/11/2026 giữ nguyên" in ha.sees()
    assert "\nHạn giao: 30/11/2026.\n" in ha.goes(f"row:{office.rows['2.2']}")
    with office.store.transaction() as db:
        query = select(Assignment.due_on, Assignment.official_due_on).where(Assignment.id == office.rows["2.2"])
        assert db.execute(query).one() == (date(2026, 12, 11), date(2026, 11, 30))


def test_of_a_row_that_is_done_it_is_said_that_nothing_needs_moving_and_an_own_row_asks_for_time(office: Office):
    office.phone("telegram:3").says("2.2 xong")
    assert "2.2: Đã báo hoàn thành, hạn 30/11/2026; không cần dời hạn." in office.phone("telegram:4").says("dời hạn 2.2 đến 10/12")
    assert "dời hạn" not in office.phone("telegram:2").says("gia hạn 2.1.3 đến 10/12"), "an official's words ask for time"
