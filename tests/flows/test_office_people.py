"""The coordinator's people: the list, the card, somebody new, codes, roles; and what others may not see."""

import re

import pytest
from sqlalchemy import select

from storage.access import invites
from storage.messages import inbox
from storage.office import menus, people, units
from storage.rules.status import Role
from storage.tables import Audit, Invite
from tests.flows.phone import Phone
from tests.flows.small_office import HA, KHOA, NGAN

REFUSED = "Mã này không dùng được"


def test_the_list_says_who_is_connected_and_who_cannot_be_reached(office, tung):
    with office.store.transaction() as db:
        people.mark_unreachable(db, "telegram:3", "blocked", office.now)
    seen = tung.goes("people")
    assert "05 đồng chí: 04 đã kết nối, 01 chưa kết nối" in seen
    assert f"{HA}, Phòng Văn hóa - Xã hội: chưa nhận được tin" in seen
    assert f"{KHOA}, Phòng Văn hóa - Xã hội: chưa kết nối" in seen


def test_a_long_list_comes_in_pages_of_eight(office, tung):
    with office.store.transaction() as db:
        for family in ("Bùi", "Cao", "Đinh", "Hồ", "Mai"):
            people.add(db, office.id, f"{family} Văn Bình")
    tung.goes("people")
    assert len([label for label in tung.labels if label not in {"Người mới", "Trang 2/2"}]) == 8
    assert "Mai Văn Bình" in tung.taps("Trang 2/2")


def test_a_name_typed_as_a_number_opens_the_card(office, tung):
    tung.goes("people")
    card = tung.says("2")
    assert card.startswith(NGAN)
    assert "Phụ trách: 03 tiêu chí" in card
    assert "Telegram từ ngày 20/11/2026" in card
    assert tung.labels[0] == "Cấp mã mời"


def test_the_card_tells_when_the_person_was_last_heard_of(office, tung):
    with office.store.transaction() as db:
        inbox.put(db, "telegram", [inbox.Raw("1", "telegram:2", {})], office.now)
    assert "Lần cuối gửi tin hoặc báo cáo: 15 giờ 00 ngày 20/11/2026" in tung.goes(f"person:{office.ngan}")


def test_a_coordinator_is_not_offered_to_shut_themself_out(office, tung):
    tung.goes(f"person:{office.tung}")
    assert not {"Khóa máy", "Hủy liên kết", "Nghỉ/chuyển công tác"} & set(tung.labels)
    for route in (f"lock:{office.tung}:yes", f"unlink:{office.tung}:yes", f"left:{office.tung}:yes"):
        assert "Không thể tự làm việc này" in tung.goes(route)
    with office.store.transaction() as db:
        assert people.by_chat(db, "telegram:1") is not None


def test_a_new_person_is_added_by_full_name(office, tung):
    assert "nhập họ và tên" in tung.goes("add_person")
    assert "Đã thêm đồng chí Hoàng Thị Thúy" in tung.says("Hoàng  Thị Thúy ")
    with office.store.transaction() as db:
        [new] = people.named(db, office.id, "Hoàng Thị Thuý")
        assert people.by_id(db, new).holds(Role.OFFICIAL)


@pytest.mark.parametrize("typed", ["An", "Nguyễn Văn An 2", "a:b c:d", "<b>Nguyễn</b> An", "x " * 40])
def test_what_is_no_full_name_adds_nobody(office, tung, typed):
    tung.goes("add_person")
    assert "Chưa thêm ai" in tung.says(typed)
    with office.store.transaction() as db:
        assert len(people.listed(db, office.id)) == 5


def test_the_same_full_name_is_asked_about(office, tung):
    tung.goes("add_person")
    assert f"Danh sách đã có đồng chí {NGAN}" in tung.says("VÕ THỊ KIM NGÂN")
    assert "Đã thêm" in tung.taps("Người khác, trùng họ tên")
    with office.store.transaction() as db:
        assert len(people.named(db, office.id, NGAN)) == 2


def test_a_person_moves_to_another_section_and_is_no_longer_head_of_the_old_one(office, tung):
    tung.goes(f"role:{office.ngan}:head:on")
    tung.goes(f"section:{office.ngan}")
    assert "nay thuộc Trung tâm Phục vụ hành chính công" in tung.says("Trung tâm Phục vụ hành chính công")
    with office.store.transaction() as db:
        person = people.by_id(db, office.ngan)
        assert units.name_of(db, person.unit_id) == "Trung tâm Phục vụ hành chính công"
        assert person.roles == {(Role.OFFICIAL, person.unit_id)}


def test_an_invitation_is_one_message_to_forward(office, tung):
    tung.goes(f"invite:{office.khoa}")
    forward, note = tung.messages
    assert f"Mời đồng chí {KHOA}" in forward.text
    assert "dùng một lần, có giá trị 14 ngày, đến 15 giờ 00 ngày 04/12/2026" in forward.text
    assert not forward.choices
    assert f"cho riêng đồng chí {KHOA}" in note.text
    assert re.search(r"https://t\.me/nhacviec_bot\?start=[0-9A-Z]{26}\n", forward.text)


def test_without_the_bots_name_there_is_a_code_and_no_link(office):
    with office.store.transaction() as db:
        menus.keep_bot_name(db, "telegram", None)
    text = office.phone("telegram:1").goes(f"invite:{office.khoa}")
    assert "t.me" not in text
    assert re.search(r"/start [0-9A-Z]{26}\n", text)


def code_in(text: str) -> str:
    found = re.search(r"/start ([0-9A-Z]{26})", text)
    assert found
    return found[1]


def test_the_code_links_once_and_the_coordinator_learns_of_it(office, tung):
    code = code_in(tung.goes(f"invite:{office.khoa}"))
    khoa, other = office.phone("telegram:5"), office.phone("telegram:6")
    assert KHOA in khoa.says(f"/start {code.lower()}")
    assert KHOA in tung.sees()
    answer = other.says(f"/start {code}")
    assert KHOA not in answer
    assert answer == other.says("/start XYZ")


def test_used_expired_revoked_and_foreign_codes_sound_the_same(office, tung):
    revoked = code_in(tung.goes(f"invite:{office.khoa}"))
    used = code_in(tung.goes(f"invite:{office.khoa}"))
    office.phone("telegram:5").says(f"/start {used}")
    expired = code_in(tung.goes(f"invite:{office.khoa}"))
    leaver = code_in(tung.goes(f"invite:{office.ha}"))
    with office.store.transaction() as db:
        people.leave(db, office.ha, office.now, office.now.date())
    answers = {
        office.phone("telegram:71").says(f"/start {revoked}"),
        office.phone("telegram:72").says(f"/start {used}"),
        office.phone("telegram:73").wait(days=14).says(f"/start {expired}"),
        office.phone("telegram:74").says(f"/start {leaver}"),
        office.phone("telegram:75").says("/start 23456789ABCDEFGHJKMNPQRSTU"),
        office.phone("telegram:76").says("/start ' OR 1=1 --"),
    }
    assert len(answers) == 1


def test_guessing_is_throttled_and_sounds_the_same_even_with_a_right_code(office, tung):
    thief = office.phone("telegram:66")
    answers = {thief.says(f"/start {'A' * 20}{number}") for number in range(5)}
    code = code_in(tung.goes(f"invite:{office.khoa}"))
    answers.add(thief.says(f"/start {code}"))
    assert len(answers) == 1
    assert KHOA in thief.wait(hours=2).says(f"/start {code}")


def test_codes_for_everyone_without_a_phone_are_asked_first(office, tung):
    old = code_in(tung.goes(f"invite:{office.khoa}"))
    question = tung.goes("invite_all")
    assert f"01 đồng chí chưa kết nối: {KHOA}" in question
    assert "hết giá trị" in question
    text = tung.taps("Cấp mã")
    assert f"{KHOA}: https://t.me/nhacviec_bot?start=" in text
    assert NGAN not in text
    assert KHOA not in office.phone("telegram:5").says(f"/start {old}")


def test_a_role_is_explained_given_and_everyone_concerned_is_told(office, tung):
    tung.goes(f"roles:{office.ha}")
    assert "nhập bảng phân công" in tung.taps("Đầu mối CCHC")
    assert f"Đồng chí {HA} nay giữ vai trò đầu mối CCHC" in tung.taps("Giao vai trò")
    ha = office.phone("telegram:3")
    assert "Quản lý" not in ha.sees()
    ngan_given = tung.goes(f"role:{office.ngan}:reviewer:on")
    assert "người kiểm tra" in ngan_given
    assert "đã giao cho đồng chí Võ Thị Kim Ngân vai trò người kiểm tra" in ha.sees()


def test_the_last_coordinator_stays(office, tung):
    assert "đầu mối duy nhất" in tung.goes(f"role:{office.tung}:coordinator:off")
    tung.goes(f"role:{office.ha}:coordinator:on")
    assert "thôi giữ vai trò đầu mối" in tung.goes(f"role:{office.tung}:coordinator:off")
    assert "Danh sách có 05 đồng chí" in office.phone("telegram:3").goes("people")
    assert "vai trò khác" in tung.goes("people")


@pytest.mark.parametrize("role", ["official", "root", "17", ""])
def test_no_other_role_can_be_forged(office, tung, role):
    before = _roles(office)
    tung.goes(f"role:{office.ngan}:{role}:on")
    assert _roles(office) == before


def _roles(office):
    with office.store.transaction() as db:
        return people.by_id(db, office.ngan).roles


COORDINATORS_ONLY = [
    "office", "people", "person:{khoa}", "add_person", "new_person", "add_twin:{khoa}", "section:{khoa}", "invite:{khoa}",
    "invite_all:yes", "roles:{khoa}", "role:{ngan}:coordinator:on", "lock:{tung}:yes", "unlink:{tung}:yes", "left:{tung}:yes",
    "handover:{ngan}:{ha}", "days", "day:20261124", "set_day:20261124:off", "add_day", "new_day", "trouble", "handled:message:9",
    "not_received", "doubts", "unassigned", "sending", "sending_yes", "sending_no:yes", "tomorrow", "loading",
]  # fmt: skip


@pytest.mark.parametrize("route", COORDINATORS_ONLY)
def test_only_coordinators_get_there_and_strangers_learn_nothing(office, route):
    route = route.format(khoa=office.khoa, ngan=office.ngan, ha=office.ha, tung=office.tung)
    before = _everything(office)
    stranger = office.phone("telegram:99").goes(route)
    for chat in ("telegram:2", "telegram:4"):
        answer = office.phone(chat).goes(route)
        assert KHOA not in answer
        assert "vai trò khác" in answer
    assert "chưa được liên kết" in stranger
    assert KHOA not in stranger
    assert KHOA not in Phone(office.store, "telegram:1", office.now, group="telegram:-100").goes(route)
    assert _everything(office) == before


def _everything(office):
    with office.store.transaction() as db:
        everybody = people.listed(db, office.id)
        return (
            {(one.id, one.roles, one.locked) for one in everybody},
            [people.chats(db, one.id) for one in everybody],
            units.sending_since(db, office.id),
        )


@pytest.mark.parametrize(
    "route",
    ["person:{}", "invite:{}", "roles:{}", "role:{}:coordinator:on", "lock:{}:yes", "unlink:{}:yes", "left:{}:yes", "section:{}",
     "handover:{}", "add_twin:{}"],
)  # fmt: skip
def test_nobody_sees_or_touches_the_people_of_another_office(office, tung, route):
    with office.store.transaction() as db:
        other = units.add(db, "UBND xã Tân Lộc", is_office=True)
        stranger = people.add(db, other, "Ngô Văn Lạ")
        people.link(db, stranger, "telegram:80", office.now)
    answer = tung.goes(route.format(stranger))
    assert "Ngô Văn Lạ" not in answer
    with office.store.transaction() as db:
        assert people.chats(db, stranger) == ["telegram:80"]
        assert people.by_id(db, stranger).roles == {(Role.OFFICIAL, other)}


def test_a_coordinator_of_a_section_does_not_run_the_office(office):
    with office.store.transaction() as db:
        person = people.by_id(db, office.ha)
        people.grant(db, office.ha, person.unit_id, Role.COORDINATOR)
    ha = office.phone("telegram:3")
    for route in ("people", "sending_yes", "set_day:20261124:off", f"role:{office.ha}:coordinator:on"):
        assert "vai trò khác" in ha.goes(route)
    with office.store.transaction() as db:
        assert units.sending_since(db, office.id) is None


def test_everyone_may_see_what_is_kept_about_them(office):
    ngan = office.phone("telegram:2")
    text = ngan.says("/thongtin")
    assert f"Họ và tên: {NGAN}" in text
    assert "Telegram từ ngày 20/11/2026" in text
    assert "03 tiêu chí" in text
    assert "đề nghị sửa hoặc xóa; đồng chí Trần Minh Tùng giải quyết" in text
    assert "telegram:2" not in text
    assert ngan.says("thông tin của tôi") == text


def test_the_code_is_kept_as_a_hash_alone(office, tung):
    code = code_in(tung.goes(f"invite:{office.khoa}"))
    with office.store.transaction() as db:
        kept = [str(row) for table in (Invite, Audit) for row in db.execute(select(table)).all()]
    assert not [row for row in kept if code in row]
    assert invites.tidy(code.lower()) == code


def test_a_name_that_is_typed_opens_the_person_and_of_two_one_is_chosen(office, tung):
    tung.goes("people")
    assert tung.says("do van khoa").startswith("Đỗ Văn Khoa")
    tung.goes("people")
    assert tung.says("đ/c Ngân").startswith("Võ Thị Kim Ngân")
    tung.goes("people")
    assert "Có 02 người tên như vậy" in tung.says("văn")
    assert tung.taps("Phạm Văn Chủ").startswith("Phạm Văn Chủ")
    tung.goes("people")
    assert "Dự kiến" in tung.says("tiến độ"), "other words are heard as usual"
