"""Documents sent from the chat page: the attach button, the person's own line, the receipt in the same chat."""

import re

from playwright.sync_api import expect
from sqlalchemy import select

from storage.tables import Evidence
from tests.stories.office import LIEN
from tests.web.conftest import PHONE
from tests.web.test_chat_page import LAST, come_in

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_an_official_attaches_a_document_and_is_asked_or_told_in_the_same_chat(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    page.get_by_label("Soạn tin").fill("2.1.2")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Gửi tài liệu").last.click()
    chooser.value.set_files({"name": "bao-cao-ket-qua.pdf", "mimeType": "application/pdf", "buffer": PDF})
    expect(page.locator(".line.mine", has_text="bao-cao-ket-qua.pdf")).to_have_count(1)
    expect(page.locator(LAST)).to_contain_text(re.compile(r"2\.1\.2.*(nhận|tài liệu)", re.DOTALL))
    room.until(lambda: room.store.run(lambda db: db.scalars(select(Evidence.name)).all()) == ["bao-cao-ket-qua.pdf"])
    page.reload()
    expect(page.locator(".line.mine", has_text="Tệp đã gửi: bao-cao-ket-qua.pdf")).to_have_count(1)


def test_the_own_line_leaves_before_the_bytes_so_that_the_answer_stands_below_it(room, opened):
    page, asked = come_in(opened(PHONE), room, LIEN), []
    page.on("request", lambda one: asked.append(one.method) if one.method == "PATCH" or one.url.endswith("chat/send") else None)
    files = [{"name": f"anh-{n}.pdf", "mimeType": "application/pdf", "buffer": PDF + b"%" * n} for n in (1, 2)]
    page.locator("#files").set_input_files(files)
    expect(page.locator(".line.mine", has_text="Tệp đã gửi: anh-1.pdf, anh-2.pdf")).to_have_count(1)
    expect(page.locator(LAST)).to_contain_text("Tài liệu vừa gửi là của tiêu chí nào?")
    assert asked == ["PATCH", "POST", "PATCH"]


def test_a_file_that_cannot_be_taken_is_named_with_the_reason(room, opened):
    page = come_in(opened(PHONE), room, LIEN)
    page.locator("#files").set_input_files({"name": "phan-mem.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ" * 100})
    expect(page.locator("#state")).to_contain_text("phan-mem.exe chưa được nhận: loại tệp này không dùng làm tài liệu kiểm chứng")
    assert page.locator(".line.mine").count() == 0
