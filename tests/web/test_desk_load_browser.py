"""The desk's page for tables in a real browser: files chosen and dropped, doubts settled with the mouse on a phone and by keyboard on a desk."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storage.tables import Load
from tests.sheets.hostile import MADE
from tests.stories.office import BAO, LIEN
from tests.web.conftest import DESK, PHONE
from tests.web.test_chat_page import LAST, come_in
from tests.web.test_desk_load import ALIKE, TABLE, count, recorded
from tests.web.test_looks import faults

DROP = """text => { const held = new DataTransfer();
    for (const [name, body] of text) held.items.add(new File([body], name, { type: 'text/csv' }));
    document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true })); }"""


def chosen(page, *files):
    page.locator("#files").set_input_files([{"name": name, "mimeType": "text/csv", "buffer": data} for name, data in files])


def by_key(page, target):
    """Reach something with Tab alone, as somebody without a mouse does."""
    for _ in range(80):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


def picture(page, name):
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_a_table_is_dropped_settled_by_keyboard_recorded_and_told_in_the_chat(room, opened):
    page = come_in(opened(DESK), room, BAO)
    page.get_by_role("link", name="Bàn làm việc của đầu mối").click()
    page.get_by_role("link", name="Nạp bảng phân công").click()
    assert faults(page, "load-empty") == []
    page.evaluate(DROP, [["phan-cong-2027.csv", TABLE]])
    expect(page.get_by_role("heading", name="phan-cong-2027.csv")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("đọc được 04 dòng")).to_be_visible()
    assert faults(page, "load-doubts") == []
    page.set_viewport_size({"width": 1280, "height": 800})
    for place, answer in (("Dòng 4, Người phụ trách", LIEN), ("Dòng 5, Người phụ trách", LIEN), ("Dòng 6, Thời hạn", "Để trống")):
        group = page.get_by_role("group", name=place)
        by_key(page, group.get_by_role("radio").first)
        labels = group.locator("label.pick").all_text_contents()
        for _ in range([one.strip() for one in labels].index(answer)):
            page.keyboard.press("ArrowDown")
        expect(group.get_by_role("radio", name=answer, exact=True)).to_be_checked()
    typed = page.get_by_role("group", name="Dòng 5, Thời hạn").get_by_role("textbox", name="Hoặc nhập")
    typed.focus()
    page.keyboard.type("31/2/2027")
    by_key(page, page.get_by_role("button", name="Lưu các câu trả lời"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã xử lý 03 chỗ.")).to_be_visible()
    wrong = page.get_by_role("textbox", name="Hoặc nhập")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    assert faults(page, "load-unread") == []
    wrong.fill("30/11/2027")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã xử lý 01 chỗ.")).to_be_visible()
    picture(page, "load-settled")
    by_key(page, page.get_by_role("button", name="Ghi bảng phân công"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã ghi bảng phân công năm 2027: mới 04")).to_be_visible()
    assert faults(page, "load-recorded") == []
    assert {code: name for code, (name, _due) in recorded(room, 2027).items()} == {"1.1": BAO, "1.2": LIEN, "1.3": LIEN, "1.4": LIEN}
    page.get_by_role("link", name="Làm tiếp trong cửa sổ nhắn tin").click()
    expect(page.locator(LAST)).to_contain_text("Đã ghi bảng phân công năm 2027")


def test_on_a_phone_alike_doubts_get_one_answer_and_the_load_is_taken_back(room, opened):
    page = come_in(opened(PHONE), room, BAO)
    page.goto(f"{room.url}/load")
    chosen(page, ("giong-nhau.csv", ALIKE.encode()))
    expect(page.get_by_role("heading", name="giong-nhau.csv")).to_be_visible(timeout=60_000)
    first = page.get_by_role("group").first
    first.get_by_text(LIEN, exact=True).click()
    first.get_by_text("cả 04 chỗ giống vậy").click()
    picture(page, "load-phone-alike")
    page.get_by_role("button", name="Lưu các câu trả lời").click()
    expect(page.get_by_text("Đã xử lý 05 chỗ.")).to_be_visible()
    page.get_by_text("Câu trả lời đã lưu").click()
    expect(page.get_by_role("button", name="Hỏi lại")).to_have_count(5)
    assert faults(page, "load-answers") == []
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Ghi bảng phân công").click()
    expect(page.get_by_text("mới 05")).to_be_visible()
    page.get_by_text("Bỏ lần ghi này").click()
    page.get_by_role("button", name="Bỏ lần ghi").click()
    expect(page.get_by_text("Đã bỏ lần ghi từ tệp giong-nhau.csv:")).to_be_visible()
    assert recorded(room, 2027) == {}


def test_a_file_chosen_before_the_script_is_there_is_sent_all_the_same(room, opened):
    page = come_in(opened(DESK), room, BAO)
    held = []
    page.route("**/load.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks the function it is given
    page.goto(f"{room.url}/load", wait_until="commit")
    chosen(page, ("phan-cong.csv", TABLE.encode()))
    while not held:
        page.wait_for_timeout(10)
    held[0].continue_()
    expect(page.get_by_role("heading", name="phan-cong.csv")).to_be_visible(timeout=60_000)


def test_several_files_are_told_each_by_itself_and_refused_ones_say_why(room, opened):
    page = come_in(opened(DESK), room, BAO)
    page.goto(f"{room.url}/load")
    locked = next(made for made in MADE if made.name == "mat-khau.xlsx")
    chosen(page, ("phan-cong.csv", TABLE.encode()), ("mat-khau.xlsx", locked.make()), ("giong-nhau.csv", ALIKE.encode()))
    expect(page.get_by_text("Chưa nhận tệp mat-khau.xlsx")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Xem bản đọc được")).to_have_count(2)
    assert faults(page, "load-several") == []
    page.evaluate(DROP, [["ban-quet.pdf", "%PDF-1.7"]])
    expect(page.get_by_text("Chưa nhận tệp ban-quet.pdf")).to_be_visible()
    assert count(room, Load, Load.state == "preview") == 2


@pytest.mark.skipif("TABLES" not in os.environ, reason="TABLES names a folder of files that somebody wants to look at")
def test_files_that_somebody_wants_to_look_at(room, opened):
    page = come_in(opened(DESK), room, BAO)
    for path in sorted(Path(os.environ["TABLES"]).glob("d*.*")):
        if path.suffix != ".json":
            page.goto(f"{room.url}/load")
            page.locator("#files").set_input_files(path)
            expect(page.get_by_role("heading", name=path.name)).to_be_visible(timeout=60_000)
            assert faults(page, path.stem) == []
            picture(page, f"{path.stem}-all")
            page.set_viewport_size({"width": 360, "height": 740})
            picture(page, f"{path.stem}-phone-all")
            page.set_viewport_size({"width": 1280, "height": 800})
