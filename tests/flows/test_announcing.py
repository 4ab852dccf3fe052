"""One message to many: shown first, each reader once in the bulk lane, asked at night, who has not received it."""

import pytest
from sqlalchemy import select, update

from storage import audit
from storage.messages import outbox
from storage.office import people, units
from storage.tables import Audit, Outbox
from tests.flows.small_office import KHOA, Office

TEXT = "Chiều thứ Sáu họp giao ban lúc 14 giờ."


def sent(office: Office) -> list:
    with office.store.transaction() as db:
        return list(db.execute(select(Outbox).where(Outbox.key.startswith("announce:")).order_by(Outbox.person_id)))


def test_everybody_reads_it_once_after_it_was_shown(office: Office):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    chief.says("nhắn chung")
    chief.taps("Tất cả cán bộ (04)")
    shown = chief.says(TEXT)
    assert "Gửi tới tất cả cán bộ: 03 đồng chí?" in shown
    assert f"Chưa liên kết điện thoại, đề nghị gọi trực tiếp: {KHOA}." in shown
    assert f"Chủ tịch Phạm Văn Chủ thông báo:\n{TEXT}" in shown
    assert sent(office) == []
    route = chief.choice("Gửi").route
    assert "Đang gửi tới 03 đồng chí." in chief.taps("Gửi")
    chief.goes(route)
    assert [(one.person_id, one.lane) for one in sent(office)] == [(one, outbox.BULK) for one in (office.tung, office.ngan, office.ha)]
    assert ngan.sees() == f"Chủ tịch Phạm Văn Chủ thông báo:\n{TEXT}"
    with office.store.transaction() as db:
        assert len(db.scalars(select(Audit.id).where(Audit.action == "announce")).all()) == 1


def test_who_has_not_received_it_is_named(office: Office):
    tung = office.phone("telegram:1")
    tung.goes("announce_to:all:0")
    tung.says(TEXT)
    tung.taps("Gửi")
    tung.taps("Ai chưa nhận được")
    with office.store.transaction() as db:
        for person, state in ((office.ngan, "sent"), (office.ha, "dead")):
            db.execute(update(Outbox).where(Outbox.key.startswith("announce:"), Outbox.person_id == person).values(state=state))
    told = tung.taps("Xem lại")
    assert "Đã nhận: 01/04 đồng chí." in told
    assert "Đang gửi: Phạm Văn Chủ." in told
    assert "Không gửi được, đề nghị gọi trực tiếp: Lê Thu Hà." in told
    assert KHOA in told


def test_at_night_it_is_asked_when_it_goes(office: Office):
    chief = office.phone("telegram:4").wait(hours=7)
    chief.goes("announce_to:all:0")
    assert "Hiện ngoài giờ làm việc" in chief.says(TEXT)
    assert chief.labels[:2] == ["Gửi lúc 07:45 thứ Hai 23/11", "Gửi ngay"]
    assert "Sẽ gửi tới 03 đồng chí lúc 07 giờ 45 ngày 23/11/2026." in chief.says("1")
    assert all(one.not_before > chief.now for one in sent(office))


def test_a_button_of_the_day_that_is_tapped_at_night_asks_too(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("announce_to:all:0")
    chief.says(TEXT)
    route = chief.choice("Gửi").route
    assert "Hiện ngoài giờ làm việc" in chief.wait(hours=7).goes(route)
    assert sent(office) == []


def test_the_holders_of_a_section_alone_can_be_meant(office: Office):
    chief = office.phone("telegram:4")
    chief.goes("announce")
    chief.taps("Một lĩnh vực hoặc bộ phận")
    chief.taps("Phòng Văn hóa - Xã hội")
    assert "Gửi tới Phòng Văn hóa - Xã hội" in chief.says(TEXT)


@pytest.mark.parametrize("text", ["x" * 1100, "12345678"])
def test_what_is_too_long_or_no_words_is_not_sent(office: Office, text: str):
    chief = office.phone("telegram:4")
    chief.goes("announce_to:all:0")
    chief.says(text)
    assert "Gửi" not in chief.labels
    assert sent(office) == []


def test_only_coordinator_and_chairperson_speak_to_all_and_only_of_their_office(office: Office):
    for route in ("announce", "announce_to:all:0", "announce_send:all:0:1", "announced:1"):
        assert "dành cho vai trò khác" in office.phone("telegram:2").goes(route)
    assert "không còn" in office.phone("telegram:4").goes("announced:99").lower()
    with office.store.transaction() as db:
        stranger = people.add(db, units.add(db, "UBND xã Tân Lộc", is_office=True), "Ngô Văn Lạ")
        audit.note(db, "announce", "announce:98", office.now, by=stranger, office=None, to=[stranger])
    assert "không còn" in office.phone("telegram:4").goes("announced:98").lower(), "of another office"


def announced(office: Office) -> None:
    chief = office.phone("telegram:4")
    chief.goes("announce_to:all:0")
    chief.says(TEXT)
    chief.taps("Gửi")
    with office.store.transaction() as db:
        of_all = Outbox.key.startswith("announce:")
        db.execute(update(Outbox).where(of_all).values(state="sent", sent_at=office.now, message_id="77"))


@pytest.mark.parametrize("words", ["em xin vắng vì đi công tác", "họp ở đâu ạ", "vâng em sẽ dự"])
def test_what_is_written_after_a_message_to_all_goes_to_who_wrote_it(office: Office, words: str):
    announced(office)
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    told = ngan.says(words)
    assert told == f'Đã chuyển tới đồng chí Phạm Văn Chủ: "{words}". Chưa ghi vào việc nào.'
    assert chief.sees() == f'Đồng chí Võ Thị Kim Ngân trả lời thông báo: "{words}".'


def test_mere_receipt_a_report_and_words_of_another_day_do_not(office: Office):
    announced(office)
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    assert "Đã nhận" in ngan.says("rõ")
    assert 'đã ghi "Đang thực hiện"' in ngan.says("2.1.3 đang làm")
    assert "việc nào" in ngan.says("đang triển khai rồi ạ") or "2.1.3" in ngan.text
    ngan.wait(hours=13).says("em xin vắng vì đi công tác")
    assert chief.sees() == ""


def test_a_reply_to_that_very_message_goes_to_who_wrote_it_whatever_it_tells(office: Office):
    announced(office)
    assert "Đã chuyển tới đồng chí Phạm Văn Chủ" in office.phone("telegram:2").says("em đang đi xác minh, đến muộn", reply_to="77")
