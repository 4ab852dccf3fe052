"""How the pages look and read: accessible by axe's rules, fit for a small phone, quick to load, light and dark, old browsers."""

import json
import os
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bot.web import pages
from tests.stories.office import BAO, LIEN, WEDNESDAY
from tests.web.conftest import DESK, PHONE
from tests.web.test_chat_page import LAST, come_in

NAMES = ("2.2 BC 45.pdf", "9.9.9 to trinh rat dai ve ket qua thuc hien nhiem vu cai cach hanh chinh nam 2026.pdf", "bien ban hop.pdf")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
MODERN = re.compile(r"\?\.[a-zA-Z(\[]|\?\?|\.replaceAll\(|\.at\(|\|\|=|\bimport\b|\.flatMap\(|catch \{|#[a-z]\w* ?=")


def serious(page):
    ran = Axe().run(page, options=RULES).response
    assert len(ran["passes"]) > 10, "axe has really looked"
    found = ran["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found if one["impact"] in {"serious", "critical"}]


def faults(page, name):
    """What axe finds serious, and what sticks out sideways: on a phone and on a desk, by day and by night.

    With PICTURES set, each of the four is kept there for people who want to look.
    """
    found = []
    for size in (PHONE, DESK):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [(name, size, scheme, one) for one in serious(page)]
            if folder := os.environ.get("PICTURES"):
                page.screenshot(path=Path(folder) / f"{name}-{size[0]}-{scheme}.png")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((name, size, "wider than its window"))
    return found


def test_the_door_is_without_serious_findings_of_axe_in_every_state(room, opened):
    page = opened()
    page.goto(f"{room.url}/join")
    found = faults(page, "join")
    page.get_by_label("Mã mời hoặc mã 6 số").fill("SAI MA")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults(page, "join-refused")
    page.goto(f"{room.url}/join#{room.invite(LIEN)}")
    expect(page.get_by_role("button", name="Tiếp tục")).to_be_focused()
    assert found + faults(page, "join-by-link") == []


def test_the_conversation_is_without_serious_findings_of_axe_in_every_state(room, opened):
    page = come_in(opened(), room, LIEN)
    found = faults(page, "chat-welcome")
    room.clock(7, 45, WEDNESDAY)
    expect(page.locator(".line.office", has_text="2.1.2")).to_have_count(1)
    found += faults(page, "chat-reminder")
    page.get_by_role("button", name="Trả lời").last.click()
    page.route("**/chat/send", lambda route: route.abort())
    page.get_by_label("Soạn tin").fill("đang làm 30%")
    page.keyboard.press("Enter")
    expect(page.locator(".line.mine.waiting")).to_contain_text("chờ mạng")
    page.get_by_role("button", name="Trả lời").last.click()
    found += faults(page, "chat-waiting")
    room.stop()
    expect(page.locator("#state")).to_contain_text("Mất kết nối")
    found += faults(page, "chat-offline")
    room.start()
    assert found == []


def test_the_pages_of_the_coordinator_are_without_serious_findings_of_axe(room, opened):
    page = come_in(opened(), room, BAO)
    page.get_by_role("button", name="Tệp mẫu").click()
    expect(page.locator("a.file")).to_be_visible()
    page.get_by_role("button", name="Quản lý").click()
    expect(page.locator(LAST).get_by_role("button", name="In giấy mời")).to_be_visible()
    found = faults(page, "chat-manage")
    page.goto(f"{room.url}/chat/files/999")
    expect(page.get_by_role("heading", name="Tài liệu không còn ở đây")).to_be_visible()
    found += faults(page, "gone")
    page.goto(f"{room.url}/paper")
    found += faults(page, "paper-ask")
    page.get_by_role("button", name="Lập giấy mời").click()
    expect(page.get_by_role("heading", name="THÔNG BÁO")).to_be_visible()
    assert found + faults(page, "paper") == []


def test_the_upload_page_is_without_serious_findings_of_axe_in_every_state(room, opened):
    page = opened()
    page.goto(f"{room.url}/gui")
    expect(page.get_by_label("Mã gồm 6 chữ số")).to_be_focused()
    found = faults(page, "gui-code")
    page.keyboard.type("000000")
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_contain_text("không dùng được")
    found += faults(page, "gui-refused")
    come_in(page, room, LIEN)
    page.goto(f"{room.url}/gui")
    expect(page.locator("#who")).to_contain_text(LIEN)
    found += faults(page, "gui-room")
    pdf = [{"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a page"} for name in NAMES]
    page.locator("#files").set_input_files(pdf)
    expect(page.locator("#list li")).to_have_count(len(NAMES))
    found += faults(page, "gui-chosen")
    page.get_by_label("Áp dụng cho các tệp chưa chọn tiêu chí").select_option(index=2)
    page.route("**/files/*", lambda route: route.abort())
    page.get_by_role("button", name="Gửi 03 tệp").click()
    expect(page.locator("#list")).to_contain_text("Mất kết nối")
    found += faults(page, "gui-offline")
    page.unroute("**/files/*")
    expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp")
    found += faults(page, "gui-sent")
    page.get_by_role("button", name="Kết thúc, đóng trang").click()
    expect(page.locator("#note")).to_contain_text("Đã đóng trang gửi")
    assert found + faults(page, "gui-closed") == []


def test_the_switch_for_light_and_dark_is_remembered_and_wins_over_the_system(room, opened):
    page = come_in(opened(PHONE, "dark"), room, LIEN)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Nền sáng hoặc tối").click()
    light = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Nền sáng hoặc tối").click()
    assert page.evaluate(ground) == dark


def test_nothing_moves_while_the_page_loads_and_every_vietnamese_letter_is_in_our_own_font(room, opened):
    page = opened(PHONE)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.shift += one.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    come_in(page, room, LIEN)
    room.clock(7, 45, WEDNESDAY)
    expect(page.locator(".line.office", has_text="2.1.2")).to_have_count(1)
    page.reload()
    expect(page.locator(".line").first).to_be_attached()
    page.evaluate("document.fonts.ready")
    assert page.evaluate("window.shift") < 0.1
    letters = "ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ"
    wide = """letters => { const pen = document.createElement('canvas').getContext('2d');
        const width = font => { pen.font = '40px ' + font; return [...letters].map(one => pen.measureText(one).width); };
        const ours = width('"Be Vietnam Pro", monospace'), other = width('monospace');
        return [...letters].filter((one, at) => ours[at] === other[at]); }"""
    assert page.evaluate(wide, letters) == [], "letters that fall back to another font"


def test_the_first_visit_is_light_enough_for_an_old_phone(room, opened):
    page, sizes = opened(PHONE), {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}) if "/events" not in answer.url else None)
    come_in(page, room, LIEN)
    page.evaluate("document.fonts.ready")
    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    assert 0 < fonts < 150_000
    assert sum(sizes.values()) < 200_000, sizes


def test_scripts_use_no_syntax_later_than_es2018():
    for path in pages.STATIC.glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*|'[^'\n]*'|/(?:[^/\n\\]|\\.)+/g?", "", path.read_text(), flags=re.DOTALL)
        assert not MODERN.findall(code), path.name


def test_the_conversation_is_named_for_screen_readers(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("article", name="Trợ lý nhắc việc, 14:00").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Soạn tin")).to_be_visible()
    expect(page.get_by_role("navigation", name="Thường dùng")).to_be_visible()
    unnamed = page.evaluate("[...document.querySelectorAll('button')].filter(b => !b.hidden && !(b.ariaLabel || b.textContent.trim())).length")
    assert unnamed == 0
    assert json.loads(page.locator("#talk").get_attribute("data-words"))["log"] == "Cuộc trò chuyện"
