"""People, roles, chats; handovers; what the coordinator's list shows."""

import unicodedata
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.errors import Gone, LastCoordinator
from storage.names import in_order
from storage.office import people, roster, units
from storage.rules.status import Role
from storage.tables import RoleHeld
from storage.work import doubts, handovers
from tests.flows import small_office
from tests.flows.small_office import HA, NGAN


@pytest.fixture
def office(store, now):
    return small_office.build(store, now)


@pytest.mark.parametrize("written", ["võ thị kim ngân", "VÕ THỊ KIM NGÂN", " Võ  Thị Kim Ngân "])
def test_a_name_is_found_however_it_is_written(office, written):
    with office.store.transaction() as db:
        assert people.named(db, office.id, written) == [office.ngan]
        assert people.named(db, office.id, "Vo Thi Kim Ngan") == []


def test_the_newest_chat_is_preferred_and_a_chat_has_one_person(office, now):
    with office.store.transaction() as db:
        people.link(db, office.ngan, "zalo:5", now + timedelta(hours=1))
        assert people.chats(db, office.ngan) == ["zalo:5", "telegram:2"]
        people.link(db, office.ha, "zalo:5", now + timedelta(hours=2))
        assert people.chats(db, office.ngan) == ["telegram:2"]
        assert people.by_chat(db, "zalo:5").full_name == HA


def test_a_chat_that_refuses_is_news_once(office, now):
    with office.store.transaction() as db:
        assert people.mark_unreachable(db, "telegram:2", "blocked", now) == office.ngan
        assert people.mark_unreachable(db, "telegram:2", "blocked", now) is None
        assert roster.entry(db, office.id, office.ngan).unreachable
        assert people.chat_of(db, office.ngan) is None
        people.mark_reachable(db, "telegram:2")
        assert not roster.entry(db, office.id, office.ngan).unreachable


def test_a_lock_lets_go_of_every_chat_and_a_link_ends_it(office, now):
    with office.store.transaction() as db:
        people.link(db, office.ngan, "zalo:5", now)
        assert sorted(people.lock(db, office.ngan, now)) == ["telegram:2", "zalo:5"]
        entry = roster.entry(db, office.id, office.ngan)
        assert (entry.locked, entry.linked) == (True, False)
        people.link(db, office.ngan, "telegram:22", now)
        assert not people.by_id(db, office.ngan).locked


def test_roles_over_the_office_cover_its_sections_and_not_the_other_way_round(office):
    with office.store.transaction() as db:
        tung, ngan = people.by_id(db, office.tung), people.by_id(db, office.ngan)
        people.grant(db, office.ngan, ngan.unit_id, Role.COORDINATOR)
        ngan = people.by_id(db, office.ngan)
        assert people.covers(db, tung, ngan.unit_id, Role.COORDINATOR)
        assert not people.covers(db, ngan, office.id, Role.COORDINATOR)
        with pytest.raises(LastCoordinator):
            people.withdraw(db, tung, Role.COORDINATOR)


def test_a_coordinator_who_has_left_is_not_one_to_rely_on(office, now):
    with office.store.transaction() as db:
        people.grant(db, office.ngan, office.id, Role.COORDINATOR)
        people.leave(db, office.ngan, now, now.date())
        with pytest.raises(LastCoordinator):
            people.withdraw(db, people.by_id(db, office.tung), Role.COORDINATOR)


def test_people_of_another_office_are_gone_for_this_one(office):
    with office.store.transaction() as db:
        other = units.add(db, "UBND xã Tân Lộc", is_office=True)
        stranger = people.add(db, other, "Ngô Văn Lạ")
        for one in (stranger, 999):
            with pytest.raises(Gone):
                people.of_office(db, office.id, one)


def test_the_list_counts_rows_and_names_units(office):
    with office.store.transaction() as db:
        entries = {one.full_name: one for one in roster.entries(db, office.id)}
        assert entries[NGAN].rows == 3
        assert entries[NGAN].unit == "Phòng Văn hóa - Xã hội"
        assert [one.id for one in roster.without_phone(entries.values())] == [office.khoa]


def test_a_handover_moves_what_still_belongs_to_the_one_who_goes(office, now):
    with office.store.transaction() as db:
        proposal_id, rows = handovers.propose(db, office.id, office.ngan, office.ha, by=office.tung, at=now)
        assert len(rows) == 2
        doubts.set_person(db, office.rows["1.2.4"], office.chu, by=office.tung, at=now)
        moved = handovers.accept(db, handovers.open_for(db, proposal_id, office.ha), at=now)
        assert [work.code for work in moved] == ["2.1.3"]
        with pytest.raises(Gone):
            handovers.open_for(db, proposal_id, office.ha)
        assert handovers.movable(db, office.ngan) == []


def test_nobody_hands_over_nothing_or_to_themself(office, now):
    with office.store.transaction() as db:
        for giver, taker in ((office.ngan, office.ngan), (office.ha, office.ngan)):
            with pytest.raises(Gone):
                handovers.propose(db, office.id, giver, taker, by=office.tung, at=now)


def test_people_stand_in_the_order_in_which_an_office_lists_them():
    wanted = ["Lê Văn An", "Lê Đức Anh", "Nguyễn Văn Anh", "Phạm Ảnh", "Đặng Ánh", "Trần Văn Ân", "Đỗ Văn Dũng", "Nguyễn Thị Đào", "Lý Lan", "Vũ Thị Vân", "Cao Ý"]
    shuffled = [*wanted[5:], *wanted[:5]]
    assert sorted(shuffled, key=in_order) == wanted
    assert sorted(["Vũ Thị Vân", unicodedata.normalize("NFD", "Nguyễn Thị Đào")], key=in_order)[1] == "Vũ Thị Vân"


def test_many_who_are_added_at_once_are_officials_each_where_they_work(office):
    with office.store.transaction() as db:
        homes = [units.section(db, office.id, name) for name in ("Văn phòng", "Phòng Kinh tế")]
        added = people.add_many(db, office.id, [("Lữ Quốc Toản", homes[0], "Văn thư"), ("Phùng Mỹ Duyên", homes[1], None), ("Ngô Văn Lạ", None, None)])
        found = [people.by_id(db, one) for one in added]
        assert [one.full_name for one in found] == ["Lữ Quốc Toản", "Phùng Mỹ Duyên", "Ngô Văn Lạ"]
        held = db.execute(select(RoleHeld.person_id, RoleHeld.unit_id, RoleHeld.role).where(RoleHeld.person_id.in_(added))).all()
        assert {tuple(one) for one in held} == {(one, home, "official") for one, home in zip(added, (*homes, office.id), strict=True)}
        assert people.add_many(db, office.id, ()) == []
