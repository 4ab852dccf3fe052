"""The main job in a real browser: come in, answer a reminder, see what is new without asking, on a bad network, by keyboard."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from storage.access import web_chats
from storage.messages import outbox
from storage.rules.status import Progress
from storage.tables import Assignment, Criterion, Inbox, WebMessage
from tests.stories.office import BAO, LIEN, SON, WEDNESDAY, person_of
from tests.web.conftest import DESK, PHONE

LAST = ".line.office >> nth=-1"
SCROLLED_UP = """one => new Promise(done => {
  one.addEventListener('scroll', () => done(), {once: true});
  one.scrollTop = 0;
})"""
"""As somebody scrolls: the page has heard of it before anything else happens."""


def come_in(page, room, name):
    page.goto(f"{room.url}/join#{room.invite(name)}")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator(".line.office").first).to_contain_text(name)
    return page


def progress_of(room, code):
    query = select(Assignment.progress).join(Criterion, Criterion.id == Assignment.criterion_id).where(Criterion.code == code)
    return room.store.run(lambda db: db.scalar(query))


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_an_official_comes_in_by_link_and_answers_a_reminder_with_a_tap(room, opened, size):
    page = opened(size)
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    come_in(page, room, LIEN)
    assert not re.search("[0-9A-Z]{26}", " ".join([page.url, *addresses])), "the code is in no address that is sent"
    room.clock(7, 45, WEDNESDAY)
    reminder = page.locator(".line.office", has_text="2.1.2")
    expect(reminder).to_contain_text("hạn 30/11/2026")
    reminder.get_by_role("button", name="2.1.2 Đã hoàn thành").click()
    expect(page.locator(LAST)).to_contain_text('2.1.2: đã ghi "Đã báo hoàn thành')
    assert progress_of(room, "2.1.2") == Progress.REPORTED
    page.locator(LAST).get_by_role("button", name="Ghi nhầm, bỏ").click()
    expect(page.locator(LAST)).to_contain_text("2.1.2: đã bỏ")
    assert progress_of(room, "2.1.2") == Progress.NOT_STARTED


def test_what_is_new_comes_by_itself_to_every_device_and_is_counted_while_nobody_looks(room, opened):
    phone = come_in(opened(PHONE), room, LIEN)
    desk = opened(DESK)
    desk.goto(f"{room.url}/join")
    desk.get_by_label("Mã mời hoặc mã 6 số").fill(room.digits(LIEN))
    desk.keyboard.press("Enter")
    expect(desk.locator(".line.office").first).to_contain_text(LIEN)
    hidden = "Object.defineProperty(document, 'hidden', {configurable: true, get: () => %s}); document.dispatchEvent(new Event('visibilitychange'))"
    phone.evaluate(hidden % "true")
    desk.get_by_label("Soạn tin").fill("2.2 đang làm 60%")
    desk.keyboard.press("Enter")
    for page in (phone, desk):
        expect(page.locator(".line.mine", has_text="2.2 đang làm 60%")).to_have_count(1)
        expect(page.locator(LAST)).to_contain_text("60 %")
    expect(phone).to_have_title(re.compile(r"^\(\d+\) "))
    assert "news" in phone.locator("#icon").get_attribute("href")
    phone.evaluate(hidden % "false")
    expect(phone).to_have_title("Nhắc việc CCHC")


def test_history_stands_after_a_reload_and_earlier_messages_on_request(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    chat = int(page.evaluate("JSON.parse(document.getElementById('talk').dataset.start).chat"))

    def write(db):
        for number in range(70):
            web_chats.add(db, chat, "office", {"text": f"Tin số {number}", "choices": []}, room.now)

    room.store.run(write)
    page.reload()
    expect(page.locator(".line")).to_have_count(60)
    page.get_by_role("button", name="Xem tin cũ hơn").click()
    expect(page.locator(".line.office").first).to_contain_text(LIEN)
    texts = page.locator(".line .text").all_inner_texts()
    assert [text for text in texts if text.startswith("Tin số")] == [f"Tin số {number}" for number in range(70)]


def test_a_message_sent_without_a_network_is_kept_over_a_reload_and_arrives_once(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    page.route("**/chat/send", lambda route: route.abort())
    page.get_by_label("Soạn tin").fill("2.2 đang làm 70%")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.locator(".line.mine.waiting")).to_contain_text("chờ mạng")
    page.reload()
    expect(page.locator(".line.mine.waiting")).to_contain_text("2.2 đang làm 70%")
    page.unroute("**/chat/send")
    lost = []

    def answer_is_lost(route):
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/chat/send", answer_is_lost)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator(LAST)).to_contain_text("70 %")
    expect(page.locator(".line.mine.waiting")).to_have_count(0)
    expect(page.locator(".line.mine", has_text="70%")).to_have_count(1)
    assert lost == [200], "the first answer was lost after the server had it"

    def rows(db):
        inbox = select(func.count()).select_from(Inbox).where(Inbox.channel == "web", Inbox.update_id.not_like("in:%"))
        return db.scalar(inbox), db.scalar(select(func.count()).select_from(WebMessage).where(WebMessage.side == "person"))

    assert room.store.run(rows) == (1, 1)


def test_where_events_do_not_get_through_the_page_asks_by_itself(room, opened):
    page = opened(PHONE)
    page.add_init_script("delete window.EventSource")
    come_in(page, room, LIEN)
    room.clock(7, 45, WEDNESDAY)
    expect(page.locator(".line.office", has_text="2.1.2")).to_have_count(1)


def test_a_restart_of_the_program_is_bridged_by_the_page(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    room.stop()
    expect(page.locator("#state")).to_contain_text("Mất kết nối")
    page.get_by_label("Soạn tin").fill("viec cua toi")
    page.keyboard.press("Enter")
    room.start()
    expect(page.locator(LAST)).to_contain_text("việc đang mở")
    expect(page.locator("#state")).to_be_empty()


def test_the_chairperson_asks_and_urges_by_keyboard_alone(room, opened):
    page = opened(DESK)
    page.goto(f"{room.url}/join")
    page.keyboard.type(room.invite(SON))
    page.keyboard.press("Enter")
    expect(page.locator(".line.office").first).to_contain_text(SON)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến ô soạn tin")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Soạn tin")).to_be_focused()
    page.keyboard.type("tien do")
    page.keyboard.press("Enter")
    expect(page.locator(LAST)).to_contain_text("Dự kiến")
    shown = page.locator(LAST).locator("img.picture")
    expect(shown).to_have_js_property("naturalWidth", 1080)
    page.get_by_role("button", name="Xem thêm").last.click()
    expect(page.locator(LAST)).to_contain_text("Chọn nội dung cần xem")
    expect(shown).to_have_js_property("naturalWidth", 1080)
    page.get_by_role("button", name="Quay lại").last.click()
    expect(page.locator(LAST)).to_contain_text("Dự kiến")
    page.get_by_label("Soạn tin").focus()
    urge = page.get_by_role("button", name=re.compile("Đôn đốc")).last
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if urge.evaluate("one => one === document.activeElement"):
            break
    expect(urge).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".line.mine").last).to_contain_text("Đôn đốc")
    expect(page.locator(LAST)).to_contain_text("Gửi tới")


def test_a_file_handed_over_is_downloaded_as_it_is(room, opened):
    page = come_in(opened(DESK), room, BAO)
    page.get_by_role("button", name="Tệp mẫu").click()
    with page.expect_download() as started:
        page.locator("a.file").click()
    assert started.value.suggested_filename.endswith(".xlsx")
    assert started.value.path().read_bytes()[:2] == b"PK"


def test_a_locked_phone_is_shown_out_at_once(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    coordinator = come_in(opened(DESK), room, BAO)
    for text in ("quan ly", "Cán bộ", LIEN, "Khóa máy", "Khóa máy"):
        before = coordinator.locator(".line.office").count()
        if text == "quan ly":
            coordinator.get_by_label("Soạn tin").fill(text)
            coordinator.keyboard.press("Enter")
        else:
            coordinator.locator(LAST).get_by_role("button", name=text, exact=True).click()
        expect(coordinator.locator(".line.office")).not_to_have_count(before)
    expect(coordinator.locator(LAST)).to_contain_text("Đã khóa máy")
    expect(page).to_have_url(f"{room.url}/join")


def test_a_message_is_edited_in_place_on_every_open_page(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    chat = room.store.run(lambda db: web_chats.address(web_chats.of_person(db, person_of(db, LIEN).id)))

    def tell(key, text, edits=None):
        payload = {"text": text, "choices": [["Đúng", "nothing", False]], "file": None, "numbered": 0}
        draft = outbox.Draft(key, chat, payload, edits=edits)
        room.store.run(lambda db: outbox.add(db, [draft], room.now))
        room.loop.call_soon_threadsafe(room.app.deliverer.ring)

    tell("receipt", "Đã nhận 01 tệp.")
    tell("after", "Tin sau đó.")
    expect(page.locator(LAST)).to_contain_text("Tin sau đó.")
    count = page.locator(".line").count()
    tell("receipt:2", "Đã nhận 02 tệp.", "row:receipt")
    edited = page.locator(".line.office").nth(count - 2)
    expect(edited).to_contain_text("Đã nhận 02 tệp.")
    expect(edited).to_contain_text("đã sửa")
    expect(page.locator(".line")).to_have_count(count)
    expect(page.locator(".line", has_text="Đã nhận 01 tệp.")).to_have_count(0)


def test_the_newest_words_stay_in_view_when_a_keyboard_opens_or_the_phone_is_turned(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    page.get_by_label("Soạn tin").fill("2.2 đang làm 60%")
    page.keyboard.press("Enter")
    expect(page.locator(LAST)).to_contain_text("60 %")
    last = page.locator(LAST).get_by_role("button", name="Ghi nhầm, bỏ")
    for width, height in ((360, 420), (740, 360), PHONE):
        page.set_viewport_size({"width": width, "height": height})
        expect(last).to_be_in_viewport(ratio=1)
    page.locator("#scroll").evaluate(SCROLLED_UP)
    page.set_viewport_size({"width": 360, "height": 420})
    expect(last).not_to_be_in_viewport()


def test_a_reply_to_a_message_means_the_row_of_that_message(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    page.get_by_label("Soạn tin").fill("2.1.2")
    page.keyboard.press("Enter")
    card = page.locator(".line.office", has_text="2.1.2").last
    expect(card).to_contain_text("2.1.2")
    page.get_by_label("Soạn tin").fill("2.2")
    page.keyboard.press("Enter")
    expect(page.locator(LAST)).to_contain_text("2.2")
    card.get_by_role("button", name="Trả lời").click()
    page.keyboard.type("đang làm 30%")
    page.keyboard.press("Enter")
    expect(page.locator(LAST)).to_contain_text("2.1.2: đã ghi")
