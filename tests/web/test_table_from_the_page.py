"""The assignment table on the chat page: sent, its doubts settled with a mouse on a phone and with the keyboard on a desk, recorded."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from storage.tables import Assignment, Campaign, Criterion, Person
from tests.stories.office import BAO, LIEN
from tests.web.conftest import DESK, PHONE
from tests.web.test_chat_page import LAST, come_in
from tests.web.test_looks import faults

TABLE = f"""PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027;;;;
Mã;Nội dung;Điểm;Người phụ trách;Thời hạn
1.1;Ban hành kế hoạch cải cách hành chính;2;{BAO};15/01/2027
1.2;Tuyên truyền cải cách hành chính trên trang thông tin điện tử và hệ thống truyền thanh cơ sở;1;"Đàm Văn Sơn, {LIEN}";30/06/2027
1.3;Đối thoại với người dân;1;đ/c Liên;31/11/2027
1.4;Rà soát thủ tục hành chính;1;{LIEN};khi có phát sinh
"""
DOUBTS = (("Đàm Văn Sơn", LIEN), ("đ/c Liên", LIEN), ("31/11/2027", "30/11/2027"), ("khi có phát sinh", "Để trống"))


def by_mouse(page, name):
    page.locator(LAST).get_by_role("button", name=name, exact=True).click()


def by_key(page, name):
    """The first choice of an answer to a tap has the focus already; others follow with Tab."""
    button = page.locator(LAST).get_by_role("button", name=name, exact=True)
    for _ in range(12):
        if button.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def picture(page, name):
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def says(page, text):
    expect(page.locator(LAST)).to_contain_text(text, timeout=60_000)
    expect(page.locator(LAST)).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize(("size", "taps"), [(PHONE, by_mouse), (DESK, by_key)], ids=["phone", "desk"])
def test_a_table_is_sent_its_doubts_are_settled_and_it_is_recorded(room, opened, size, taps):
    page = come_in(opened(size), room, BAO)
    page.locator("#files").set_input_files({"name": "phan-cong-2027.csv", "mimeType": "text/csv", "buffer": TABLE.encode()})
    says(page, "đọc được 04 dòng")
    page.locator(LAST).get_by_role("button").first.focus()
    taps(page, "Xem 04 chỗ cần kiểm tra")
    says(page, "Cần kiểm tra")
    picture(page, f"table-doubts-{size[0]}")
    taps(page, "Xử lý từng chỗ")
    for said, answer in DOUBTS:
        says(page, said)
        picture(page, f"table-{said[:3].replace('/', '-')}-{size[0]}")
        taps(page, answer)
    says(page, "Đã kiểm tra hết các chỗ trong bảng.")
    picture(page, f"table-settled-{size[0]}")
    assert faults(page, f"table-{size[0]}") == []
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.locator(LAST).get_by_role("button").first.focus()
    taps(page, "Ghi")
    expect(page.locator(LAST)).to_contain_text(re.compile("Đã ghi"), timeout=60_000)
    picture(page, f"table-recorded-{size[0]}")
    query = select(Criterion.code, Person.full_name, Assignment.due_on).select_from(Assignment).join(Criterion).join(Campaign)
    rows = room.store.run(lambda db: db.execute(query.join(Person, Person.id == Assignment.person_id).where(Campaign.year == 2027)).all())
    assert {code: (name, due and due.isoformat()) for code, name, due in rows} == {
        "1.1": (BAO, "2027-01-15"), "1.2": (LIEN, "2027-06-30"), "1.3": (LIEN, "2027-11-30"), "1.4": (LIEN, None),
    }  # fmt: skip
    old = page.locator(".line.office", has_text="Còn 04 chỗ")
    expect(old.get_by_role("button", name=LIEN)).to_have_count(0)  # what was answered offers nothing any more
