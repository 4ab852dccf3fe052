"""The coordinator's desk: what needs a look, for the coordinator alone; a tap says its word in the chat and the answer stands there."""

import re
import zipfile
from datetime import timedelta
from io import BytesIO

from playwright.sync_api import expect
from sqlalchemy import select

from bot.web import desk, dossier
from locales.formats import VIETNAM
from locales.say import desk as say
from storage import audit
from storage.evidence.files import Files
from storage.tables import Assignment, Criterion
from tests.evidence import hostile, ordinary
from tests.papers.conftest import Desk
from tests.stories.office import BAO, LIEN, SON
from tests.web.client import Client
from tests.web.conftest import DESK
from tests.web.test_access import joined
from tests.web.test_board import table
from tests.web.test_chat_page import come_in
from tests.web.test_looks import faults


def test_the_desk_is_the_coordinators_alone(room):
    for name in (SON, LIEN):
        other = joined(room, name)
        assert other.get("/desk").status == 404
        assert "desk" not in re.findall(r'href="([a-z]+)"', other.get("/").text)
    assert Client(room.url).get("/desk").headers["location"] == "join"
    assert Client(room.url).get("/desk/doc/1/1").headers["location"] == "../../../join"
    assert joined(room, LIEN).get("/desk/doc/1/1").status == 404


def test_it_shows_checks_people_windows_tomorrow_and_history(room):
    page = joined(room, BAO).get("/desk").text
    for title in ("Bảng đang chờ quyết định (00)", "Chờ kiểm tra", "Dòng cần kiểm tra", "Cán bộ, công chức", "Năm đánh giá và khung thời gian", "Ngày cần xác nhận", "Nhật ký"):
        assert f"<h2>{title}" in page
    people = table(page, "Cán bộ, công chức")
    assert len(people) == 10
    assert {row[0]: row[4] for row in people}[LIEN] == "chưa kết nối"
    reported = room.store.run(lambda db: set(db.scalars(select(Criterion.code).join(Assignment).where(Assignment.progress == "reported"))))
    own = {"1.2.1"}
    assert {row[0] for row in table(page, "Chờ kiểm tra")} == reported - own
    assert any("ghi bảng phân công" in row[2] for row in table(page, "Nhật ký"))
    assert "Ai nhận tin gì thứ Tư 25/11/2026" in page


def test_each_document_stands_beside_its_criterion_and_opens(room):
    kept = Desk(room.store, Files(room.settings.data_dir / "evidence"), room.settings.data_dir, room.now)
    code = room.store.run(lambda db: db.scalars(select(Criterion.code).join(Assignment).where(Assignment.progress == "reported", Criterion.code != "1.2.1")).first())
    kept.document(code, "bao cao.pdf", hostile.pdf(), number="45/BC-UBND", mime="application/pdf")
    kept.document(code, "anh.jpg", ordinary.photo(), mime="image/jpeg")
    kept.document(code, "46/BC-UBND", None, number="46/BC-UBND")
    bao = joined(room, BAO)
    page = bao.get("/desk").text
    links = re.findall(r'<a href="(desk/doc/\d+/\d+)">([^<]+)</a>', page)
    assert [name for _link, name in links] == ["bao cao.pdf (45/BC-UBND)", "anh.jpg"]
    assert "<br>46/BC-UBND" in page
    assert [bao.get(f"/{link}").headers["content-type"] for link, _name in links] == ["application/pdf", "image/jpeg"]


def test_it_tells_the_settings_and_when_the_newest_copy_was_made(room):
    bao = joined(room, BAO)
    page = bao.get("/desk").text
    assert "Chưa có bản sao lưu" in page
    assert table(page, "Thiết lập của cơ quan")[0] == ["Mục tiêu", "80 điểm"]
    assert ["Giờ làm việc", "Giờ làm việc 07:30-11:30 và 13:30-17:00"] in table(page, "Giờ làm việc và nhắc việc")
    room.store.run(lambda db: audit.note(db, audit.BACKUP, "all", room.now - timedelta(hours=5)))
    assert table(bao.get("/desk").text, "Bản sao lưu gần nhất") == [["09 giờ 00 ngày 24/11/2026", "05 giờ"]]
    assert bao.form("/desk/say", {"say": "cách tính điểm"}).status == 303
    room.until(lambda: any("mục tiêu" in text.lower() for text in bao.texts()))
    assert bao.form("/desk/say", {"say": "quy định"}).status == 303
    room.until(lambda: any("Nhắc trước hạn 15, 7, 3, 1 và 0 ngày làm việc" in text for text in bao.texts()))


def test_a_tap_says_its_word_in_the_chat_and_nothing_else_may_be_said(room):
    bao = joined(room, BAO)
    assert bao.form("/desk/say", {"say": "năm đánh giá"}).headers["location"] == "../"
    room.until(lambda: any("Năm 2026" in text for text in bao.texts()))
    assert bao.form("/desk/say", {"say": "1.1.1 xong"}).status == 400
    assert bao.form("/desk/say", {"say": "năm đánh giá"}, **{"Sec-Fetch-Site": "cross-site"}).status == 403


def test_it_reads_well_on_a_desk_and_on_a_phone(room, opened):
    with_documents(room)
    page = come_in(opened(DESK), room, BAO)
    page.get_by_role("link", name="Bàn làm việc của đầu mối").click()
    expect(page.get_by_role("heading", name="Bàn làm việc của đầu mối")).to_be_visible()
    assert faults(page, "desk") == []
    page.get_by_role("button", name="Đặt khung thời gian").click()
    expect(page.locator(".line.office").last).to_contain_text("Năm 2026")


def with_documents(room):
    made = Desk(room.store, Files(room.settings.data_dir / "evidence"), room.settings.data_dir, room.now)
    made.document("1.1.1", "Kế hoạch CCHC: bản ký.pdf", hostile.pdf(), number="09/KH-UBND")
    made.document("2.2", "ảnh hội nghị.jpg", ordinary.photo(), kind="photo")
    made.document("2.2", "số liệu.xlsx", ordinary.MAKERS["số liệu.xlsx"]())
    return made


def test_the_dossier_is_taken_from_the_desk_whole_or_with_one_pdf_a_criterion(room):
    bao = joined(room, BAO)
    assert "Chưa có tài liệu nào." in bao.get("/desk").text
    with_documents(room)
    page = bao.get("/desk").text
    assert next(row[1] for row in table(page, "Hồ sơ tài liệu kiểm chứng")) == "03"
    assert "Tải gói" not in page
    for kind, count in (("dossier", 4), ("merged", 6)):
        answer = bao.form("/desk/dossier", {"kind": kind, "part": ""})
        assert answer.headers["content-type"] == "application/zip"
        package = zipfile.ZipFile(BytesIO(answer.body))
        assert package.testzip() is None
        assert len(package.namelist()) == count
    room.until(lambda: not list((room.settings.data_dir / "papers").glob("*.zip")), 60)


def test_a_large_dossier_is_offered_in_packages(room, monkeypatch):
    for page in (desk, dossier):
        monkeypatch.setattr(page, "PACKAGE_MB", 1 / 2**20)  # bytes: each criterion is a package of its own
    bao = joined(room, BAO)
    with_documents(room)
    assert {"Tải gói 1", "Tải gói 2"} <= set(re.findall(r"Tải gói \d", bao.get("/desk").text))
    names = []
    for part in ("1", "2"):
        with zipfile.ZipFile(BytesIO(bao.form("/desk/dossier", {"kind": "dossier", "part": part}).body)) as package:
            names += package.namelist()[1:]
    assert sorted(name.split(" ")[0] for name in names) == ["1.1.1", "2.2", "2.2"]
    assert bao.form("/desk/dossier", {"kind": "dossier", "part": "3"}).status == 404


def test_nobody_else_takes_the_dossier_and_nothing_else_is_made(room):
    with_documents(room)
    for name in (SON, LIEN):
        assert joined(room, name).form("/desk/dossier", {"kind": "dossier"}).status == 404
    assert Client(room.url).form("/desk/dossier", {"kind": "dossier"}).headers["location"] == "../join"
    bao = joined(room, BAO)
    for wrong in ({"kind": "progress"}, {"kind": "../x"}, {"kind": "dossier", "part": "-1"}, {"kind": "dossier", "part": "9999"}):
        assert bao.form("/desk/dossier", wrong).status == 400
    assert bao.form("/desk/dossier", {"kind": "dossier"}, **{"Sec-Fetch-Site": "cross-site"}).status == 403


def test_no_button_leads_to_what_is_not_there():
    for part in (say.checks([], {}), say.doubts([], []), say.trouble([], [], [], VIETNAM)):
        assert (part.say, "(00)" in part.group.title) == ("", True)
    assert say.people([], VIETNAM).say == "quản lý", "people are added there"
