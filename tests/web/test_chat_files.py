"""Files sent from the chat page go by the upload door's way in, and are answered in the page's own chat."""

import re

from playwright.sync_api import expect

from tests.stories.office import LIEN
from tests.web.conftest import DESK


def test_the_chat_page_sends_files_and_says_which_were_not_taken(room, opened):
    desk = opened(DESK)
    desk.goto(f"{room.url}/join")
    desk.get_by_label("Mã mời hoặc mã 6 số").fill(room.digits(LIEN))
    desk.keyboard.press("Enter")
    expect(desk.locator(".line.office").first).to_contain_text(LIEN)
    pdf = {"name": "2.2 bao cao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a page"}
    film = {"name": "phim.mp4", "mimeType": "video/mp4", "buffer": b"film"}
    desk.locator("#files").set_input_files([pdf, film])
    expect(desk.get_by_text("2.2: đã nhận 01 tệp (PDF).")).to_be_visible()
    expect(desk.locator("#state")).to_have_text(re.compile(r"^phim\.mp4 chưa được nhận: hệ thống không nhận ghi âm, video"))
    expect(desk.locator(".line.mine").last).to_contain_text("2.2 bao cao.pdf")
    expect(desk.locator(".line.mine").last).not_to_contain_text("phim.mp4")
