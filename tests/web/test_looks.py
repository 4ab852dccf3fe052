"""How the pages look and read: accessible by axe's rules, fit for a small phone, quick to load, light and dark, old browsers."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bot.web import pages
from tests.stories.office import BAO, LIEN, WEDNESDAY
from tests.web.conftest import DESK, PHONE
from tests.web.test_chat_page import LAST, come_in

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
MODERN = re.compile(r"\?\.[a-zA-Z(\[]|\?\?|\.replaceAll\(|\.at\(|\|\|=|\bimport\b|\.flatMap\(|catch \{|#[a-z]\w* ?=")


def serious(page):
    ran = Axe().run(page, options=RULES).response
    assert len(ran["passes"]) > 10, "axe has really looked"
    found = ran["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found if one["impact"] in {"serious", "critical"}]


def is_wider_than_its_window(page):
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_every_page_is_without_serious_findings_of_axe_and_no_wider_than_its_window(room, opened, size, scheme):
    page = opened(size, scheme)
    page.goto(f"{room.url}/join")
    page.get_by_label("Mã mời hoặc mã 6 số").fill("SAI MA")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert (serious(page), is_wider_than_its_window(page)) == ([], False)
    come_in(page, room, BAO)
    page.get_by_role("button", name="Quản lý").click()
    expect(page.locator(LAST).get_by_role("button", name="In giấy mời")).to_be_visible()
    assert (serious(page), is_wider_than_its_window(page)) == ([], False)
    page.goto(f"{room.url}/paper")
    assert (serious(page), is_wider_than_its_window(page)) == ([], False)
    page.get_by_role("button", name="Lập giấy mời").click()
    expect(page.get_by_role("heading", name="THÔNG BÁO")).to_be_visible()
    assert serious(page) == []


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
