"""What is refused or treated apart: too big, of a wrong kind, secret, citizens' data; lists, hand-back, assignment tables."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.incoming import FileRef
from locales.say import upload as say_upload
from storage.db import Store
from storage.evidence import documents
from storage.tables import Audit, Evidence, EvidenceFor, Update
from tests.flows.evidence_office import PDF, Office
from tests.flows.phone import Phone


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


@pytest.mark.parametrize(("megabytes", "taken"), [(19.9, True), (20, True), (20.5, False), (21, False)])
async def test_a_file_over_20_mb_is_refused_before_it_is_fetched(office: Office, megabytes: float, taken: bool):
    an = office.phones["an"]
    told = an.sends(office.platform.file("quet.pdf", size=int(megabytes * 2**20)), caption="2.1.3")
    assert (told == "") is taken
    if not taken:
        assert "vượt mức 20 MB" in told
        assert "số văn bản" in told
        assert office.fetched() == []


@pytest.mark.parametrize("name", ["hop.mp4", "a.zip", "a.exe", "trang.html", "a.docm", "khong-duoi", "a.svg"])
async def test_a_file_that_is_no_evidence_is_refused(office: Office, name: str):
    told = office.phones["an"].sends(office.platform.file(name), caption="2.1.3")
    assert told.startswith(f"{name} chưa được nhận")
    assert office.fetched() == []


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("ho so.rar", "giải nén"),
        ("ho so.ZIP", "giải nén"),
        ("quet.psd", "lưu thành JPG hoặc PDF"),
        ("man hinh.bmp", "lưu thành JPG hoặc PDF"),
        ("ghi am.m4a", "gửi ảnh chụp hoặc văn bản"),
        ("bao cao.pdf.p7s", "bản PDF đã ký"),
        ("ghi chu.rtf", "in hoặc lưu thành PDF"),
        ("{name}.zip", "giải nén"),
        ("la.xyz", "hệ thống nhận ảnh, PDF, Word, Excel"),
    ],
)
async def test_who_sends_another_kind_is_told_what_to_send_instead(office: Office, name: str, instead: str):
    assert instead in office.phones["an"].sends(office.platform.file(name), caption="2.1.3")
    assert instead in say_upload.refused("wrong_kind", {"name": name}), "the upload page says the same"
    assert office.fetched() == []


@pytest.mark.parametrize(
    "words",
    ["2.1.3 minh chứng ở đây {}", "em gửi link tài liệu 2.1.3: {}.", "2.1.3 xong, tài liệu tại {}"],
)
async def test_a_link_is_kept_with_its_criterion_and_said_to_be_no_file(office: Office, words: str):
    address = "https://drive.google.com/drive/folders/1AbC?usp=sharing"
    an = office.phones["an"]
    told = an.says(words.format(address))
    assert address in told
    an.says(words.format(address))
    assert office.kept("2.1.3") == [address], "the same link counts once"
    assert address in an.goes(f"doc:{office.column(select(Evidence.id))[0]}")
    assert "đã bỏ 01 tài liệu" in an.goes(f"drop_doc:{office.column(select(Evidence.id))[0]}")
    assert office.kept("2.1.3") == []


@pytest.mark.parametrize("words", ["javascript:alert(1)", "http://an:matkhau@a.vn/x", "https://" + "a" * 600 + ".vn/", "file:///C:/a.pdf", "https://-"])
async def test_what_is_no_plain_address_is_not_kept(office: Office, words: str):
    office.phones["an"].says(f"2.1.3 minh chứng ở đây {words}")
    assert office.kept("2.1.3") == []


async def test_no_link_is_kept_where_citizens_data_may_lie(office: Office):
    office.rows["6.6.6"] = office.row("6.6.6", "an", number_only=True)
    told = office.phones["an"].says("6.6.6 minh chứng https://drive.google.com/file/d/1")
    assert "có thông tin của công dân" in told
    assert office.kept("6.6.6") == []


async def test_the_good_files_of_a_message_are_taken_and_the_bad_ones_named(office: Office):
    an = office.phones["an"]
    told = an.sends(office.platform.file("a.exe"), office.platform.file("b.pdf"))
    assert told.startswith("a.exe chưa được nhận")
    assert "tiêu chí nào" in told


async def test_rows_with_citizens_data_take_no_file_but_a_number(office: Office):
    office.rows["6.6.6"] = office.row("6.6.6", "an", number_only=True)
    an = office.phones["an"]
    an.sends(office.platform.photo(), batch="1")
    await office.fetcher.run_once(an.now)
    sha = office.fetched()[0].sha256
    assert office.files.path_of(sha).is_file()
    told = an.sends(office.platform.photo(), caption="6.6.6", batch="1")
    assert "không lưu tệp vì tài liệu của tiêu chí này có thông tin của công dân" in told
    assert an.sends(office.platform.photo(), batch="1") == ""
    assert await office.fetcher.run_once(an.now) == 0
    assert not office.files.path_of(sha).exists()
    assert an.says("số 45/BC-UBND ngày 10/11/2026").startswith("6.6.6: đã ghi văn bản số 45/BC-UBND ngày 10/11/2026.")
    assert office.kept("6.6.6") == ["45/BC-UBND"]


@pytest.mark.parametrize("caption", ["Công văn MẬT", "TỐI MẬT 2.1.3", "TUYỆT MẬT"])
async def test_a_mark_of_secrecy_in_the_caption_destroys_the_whole_album(office: Office, caption: str):
    an = office.phones["an"]
    an.sends(office.platform.photo(), batch="1")
    await office.fetcher.run_once(an.now)
    sha = office.fetched()[0].sha256
    told = an.sends(office.platform.photo(), caption=caption, batch="1")
    assert told.startswith("Không nhận, không lưu")
    assert an.sends(office.platform.photo(), batch="1") == ""
    await office.fetcher.run_once(an.now)
    assert not office.files.path_of(sha).exists()
    assert office.column(select(Evidence.withdrawn_at)) == [an.now]
    assert {row.name for row in office.fetched()} == {""}
    assert "secret_mark" in office.column(select(Audit.action))


async def test_a_mark_of_secrecy_in_the_name_is_refused_once_for_an_album(office: Office):
    an = office.phones["an"]
    assert "Không nhận, không lưu" in an.sends(office.platform.file("CV_TỐI_MẬT_01.pdf"), batch="2")
    assert an.sends(office.platform.file("CV_MẬT_02.pdf"), batch="2") == ""
    assert await office.fetcher.run_once(an.now) == 0
    assert {row.name for row in office.fetched()} == {""}


async def test_a_number_is_kept_as_evidence_and_can_be_dropped(office: Office):
    an = office.phones["an"]
    an.goes(f"send:{office.rows['2.1.3']}")
    told = an.says("BC số 45/BC-UBND ngày 10/11")
    assert told.startswith("2.1.3: đã ghi văn bản số 45/BC-UBND ngày 10/11/2026.")
    with office.store.transaction() as db:
        one = documents.of_assignment(db, office.rows["2.1.3"])[0]
    assert (one.kind, one.issued_on) == ("number", date(2026, 11, 10))
    assert an.taps("Ghi nhầm, bỏ").startswith("2.1.3: đã bỏ 01 tài liệu")
    assert office.kept("2.1.3") == []


async def test_a_group_is_never_answered(office: Office):
    group = Phone(office.store, "telegram:1", office.now, group="telegram:-100")
    assert group.sends(office.platform.photo(), caption="2.1.3") == ""
    assert office.fetched() == []


async def test_who_has_no_row_is_told_whom_to_ask(office: Office):
    assert "Đề nghị liên hệ đầu mối" in office.phones["ha"].sends(office.platform.photo())


async def test_documents_are_listed_and_handed_back_only_to_who_may_see_them(office: Office):
    an, binh, dung, ha = (office.phones[key] for key in ("an", "binh", "dung", "ha"))
    an.sends(office.platform.file("bao cao.pdf"), caption="2.1.4")
    await office.fetcher.run_once(an.now)
    an.sees()
    document = office.column(select(Evidence.id))[0]
    for phone in (an, dung):
        assert "1. bao cao.pdf, đồng chí Lê Văn An gửi ngày 20/11/2026" in phone.goes(f"docs:{office.rows['2.1.4']}")
        phone.says("1")
        file = phone.messages[0].file
        assert file["name"] == "bao cao.pdf"
        assert (office.files.root.parent / file["path"]).read_bytes() == PDF
    for phone in (binh, ha):
        assert "không do đồng chí phụ trách" in phone.goes(f"docs:{office.rows['2.1.4']}")
        phone.goes(f"doc:{document}")
        assert phone.messages[0].file is None
        assert "không do đồng chí phụ trách" in phone.text
        phone.goes(f"drop_doc:{document}")
    dung.goes(f"drop_doc:{document}")
    assert office.kept("2.1.4") == ["bao cao.pdf"]


@pytest.mark.parametrize(
    "route", ["file_for:x:1", "file_for:99", "doc:abc", "docs:x", "send:x", "move_files:1:y", "drop_files", "check:z"]
)
async def test_forged_routes_do_nothing(office: Office, route: str):
    office.phones["chi"].goes(route)
    assert office.column(select(EvidenceFor.id)) == []


class TestACoordinatorsTable:
    async def test_it_goes_to_the_loader(self, office: Office):
        chi = office.phones["chi"]
        assert chi.sends(office.platform.file("phan cong.xlsm", b"PK\x03\x04table")) == "Đã nhận tệp, đang đọc."
        await office.fetcher.run_once(chi.now)
        assert office.sheets == ["phan cong.xlsm"]
        assert office.column(select(Evidence.id)) == []
        assert office.fetched()[0].state == "stored"

    async def test_without_a_table_in_it_the_row_is_asked_for(self, office: Office):
        chi = office.phones["chi"]
        office.is_table = False
        chi.sends(office.platform.file("so lieu.csv", b"a;b\n1;2\n"))
        await office.fetcher.run_once(chi.now)
        assert chi.sees().startswith("Tệp so lieu.csv không có bảng phân công. Tài liệu vừa gửi là của tiêu chí nào?")
        assert chi.says("1").startswith("1.1.1: đã nhận 01 tệp (Excel)")
        assert office.kept("1.1.1") == ["so lieu.csv"]

    async def test_with_a_code_or_as_a_photo_it_is_evidence(self, office: Office):
        chi = office.phones["chi"]
        chi.sends(office.platform.file("so lieu.csv", b"a;b\n1;2\n"), caption="1.1.1")
        chi.sends(FileRef(office.platform.photo().ref, "photo", "photo.jpg"))
        await office.fetcher.run_once(chi.now)
        assert office.sheets == []
        assert "so lieu.csv" in office.kept("1.1.1")

    async def test_an_official_sends_no_tables(self, office: Office):
        an = office.phones["an"]
        assert "tiêu chí nào" in an.sends(office.platform.file("so lieu.csv", b"a;b\n"))


async def test_words_with_a_mark_of_secrecy_are_not_recorded(office: Office):
    before = office.column(select(Update.id))
    assert "Không nhận, không lưu" in office.phones["an"].says("2.1.3 xong rồi, công văn MẬT số 12/CV-UBND")
    assert office.column(select(Update.id)) == before
    assert office.kept("2.1.3") == []


def test_who_asks_to_send_documents_is_not_told_that_a_number_was_missed(office: Office):
    an = office.phones["an"]
    assert an.says("gửi tài liệu 2.1.3").startswith("2.1.3: đề nghị gửi ảnh, PDF")
    an.says("thôi")
    assert an.says("2.1.3 gửi văn bản số bốn lăm").startswith("Chưa thấy số văn bản")


def test_a_paper_about_the_rules_on_secrets_is_no_difficulty(office: Office):
    told = office.phones["an"].says("2.1.3 xong, quy chế bảo vệ bí mật nhà nước đã ban hành")
    assert told.startswith('2.1.3: đã ghi "Đã báo hoàn thành')
    assert office.column(select(Update.kind)) == ["progress"]
