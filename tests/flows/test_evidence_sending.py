"""Documents sent in the chat: which row they are for, what is told, what is refused."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.incoming import FileRef
from storage.db import Store
from storage.evidence import documents
from storage.tables import Assignment, Audit, Evidence, EvidenceFor, Outbox
from tests.flows.evidence_office import PDF, Office
from tests.flows.phone import Phone


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


def kept(office: Office, code: str) -> list[str]:
    with office.store.transaction() as db:
        return [one.name for one in documents.of_assignment(db, office.rows[code])]


async def test_a_caption_with_the_code_gives_a_receipt_only_when_the_bytes_are_safe(office: Office):
    an = office.phones["an"]
    assert an.sends(office.platform.file("bao cao.pdf"), caption="TC 2.1.3 nhé") == ""
    assert kept(office, "2.1.3") == []
    assert await office.fetcher.run_once() == 1
    told = an.sees()
    assert told.startswith("2.1.3: đã nhận 01 tệp (PDF). Mã biên nhận ")
    assert an.labels == ["Đã hoàn thành", "Đang thực hiện", "Sửa", "Ghi nhầm, bỏ"]
    assert kept(office, "2.1.3") == ["bao cao.pdf"]


async def test_sending_a_file_does_not_change_the_state(office: Office):
    office.phones["an"].sends(office.platform.photo(), caption="2.1.3")
    await office.fetcher.run_once()
    assert office.column(select(Assignment.progress).where(Assignment.id == office.rows["2.1.3"])) == ["not_started"]


async def test_an_album_of_ten_with_late_siblings_and_the_caption_last_is_one_question_and_one_receipt(office: Office):
    an = office.phones["an"]
    first = an.sends(office.platform.photo(), batch="77")
    assert "Tài liệu vừa gửi là của tiêu chí nào?" in first
    for n in range(8):
        assert an.wait(seconds=2).sends(office.platform.photo(), batch="77") == ""
        if n == 3:
            await office.fetcher.run_once(an.now)
    told = an.wait(seconds=1).sends(office.platform.photo(), caption="2.1.4", batch="77")
    assert told.startswith("2.1.4: đã nhận 05 tệp (ảnh)")
    assert "Đang tải thêm 05 tệp." in told
    await office.fetcher.run_once(an.now)
    assert len(kept(office, "2.1.4")) == 10
    news = office.outbox("receipt:")
    base = office.outbox("in:")[-1].key
    assert news
    assert {row.edits for row in news} == {f"row:{base}"}
    left = [row for row in news if row.state == "pending"]
    assert [row.payload["text"][:26] for row in left] == ["2.1.4: đã nhận 10 tệp (ảnh"]


async def test_an_album_whose_row_is_known_makes_one_receipt_that_later_files_edit(office: Office):
    an = office.phones["an"]
    for n in range(3):
        an.sends(office.platform.photo(), caption="2.1.3" if n == 0 else "", batch="88")
    await office.fetcher.run_once(an.now)
    an.wait(seconds=14).sends(office.platform.photo(), batch="88")
    await office.fetcher.run_once(an.now)
    rows = office.outbox("receipt:")
    assert [row.edits is None for row in rows] == [True, False, False, False]
    assert rows[-1].payload["text"].startswith("2.1.3: đã nhận 04 tệp (ảnh)")
    assert len({row.payload["text"].partition("Mã biên nhận ")[2][:4] for row in rows}) == 1


async def test_an_unknown_row_is_asked_once_and_the_answer_counts_for_late_siblings(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), batch="5")
    titles = [f"{code} - Công khai thủ tục hành chính {code}" for code in ("2.1.3", "2.1.4")]
    assert an.labels == [*titles, "Việc khác: nhắn mã tiêu chí"]
    assert an.taps("2.1.4").startswith("2.1.4: đang tải 01 tệp")
    assert an.sends(office.platform.file("b.pdf"), batch="5") == ""
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.4") == ["a.pdf"]  # the same bytes twice are one document
    assert len(office.column(select(EvidenceFor.id))) == 2


@pytest.mark.parametrize("typed", ["1", "2.1.3", "tc 2.1.3", "mã 2.1.3."])
async def test_the_question_can_be_answered_by_number_or_by_code(office: Office, typed: str):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"))
    await office.fetcher.run_once(an.now)
    an.sees()
    assert an.says(typed).startswith("2.1.3: đã nhận 01 tệp (PDF)") or an.sees()
    assert kept(office, "2.1.3") == ["a.pdf"]


async def test_another_row_by_typed_number_leads_to_a_typed_code(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"))
    assert "nhắn mã tiêu chí" in an.says("3")
    assert "Đồng chí không phụ trách, phối hợp tiêu chí 9.9" in an.says("9.9")
    assert an.says("2.1.4").startswith("2.1.4: đang tải")


async def test_a_code_of_somebody_else_in_the_caption_is_asked_about_and_nothing_is_lost(office: Office):
    an = office.phones["an"]
    told = an.sends(office.platform.file("a.pdf"), caption="2.3.1")
    assert told.startswith("Đồng chí không phụ trách, phối hợp tiêu chí 2.3.1. Tài liệu vừa gửi")
    assert len(office.fetched()) == 1


async def test_figures_and_dates_in_a_caption_are_no_codes(office: Office):
    an = office.phones["an"]
    an.goes(f"send:{office.rows['2.1.3']}")
    an.sends(office.platform.file("a.pdf"), caption="kinh phí 1.5 tỷ, họp ngày 10.11")
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.3") == ["a.pdf"]


async def test_the_send_button_says_what_is_required_and_takes_the_next_file(office: Office):
    an = office.phones["an"]
    told = an.goes(f"send:{office.rows['2.1.4']}")
    assert "Tài liệu cần có: Báo cáo; ảnh niêm yết." in told
    assert an.sends(office.platform.file("a.pdf")) == ""
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.4") == ["a.pdf"]


async def test_a_reply_to_a_message_about_a_row_is_for_that_row(office: Office):
    an = office.phones["an"]
    an.goes(f"docs:{office.rows['2.1.4']}")
    with office.store.transaction() as db:
        db.execute(update(Outbox).where(Outbox.chat == "telegram:1").values(state="sent", message_id="900"))
    an.goes("work")
    an._does("files", files=(office.platform.file("a.pdf"),), reply_to="900")
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.4") == ["a.pdf"]


async def test_the_row_just_spoken_of_counts_for_some_minutes_and_not_after_a_list(office: Office):
    an = office.phones["an"]
    an.goes(f"docs:{office.rows['2.1.4']}")
    assert an.wait(minutes=5).sends(office.platform.file("a.pdf", b"%PDF-1")) == ""
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.4") == ["a.pdf"]
    an.goes(f"docs:{office.rows['2.1.4']}")
    assert "tiêu chí nào" in an.wait(minutes=40).sends(office.platform.file("b.pdf", b"%PDF-2"))
    an.goes(f"docs:{office.rows['2.1.4']}")
    an.goes("work")
    assert "tiêu chí nào" in an.sends(office.platform.file("c.pdf", b"%PDF-3"))


async def test_the_only_open_row_is_taken_unless_a_reported_one_still_lacks_its_documents(office: Office):
    an = office.phones["an"]
    office.reported("2.1.3")
    assert "tiêu chí nào" in an.sends(office.platform.file("a.pdf"))
    an.taps("2.1.3")
    await office.fetcher.run_once(an.now)
    assert an.wait(hours=1).sends(office.platform.file("b.pdf", b"%PDF-2")) == ""
    await office.fetcher.run_once(an.now)
    assert kept(office, "2.1.4") == ["b.pdf"]


async def test_two_captions_of_one_album_go_two_ways(office: Office):
    an = office.phones["an"]
    an._does("files", files=(office.platform.file("a.pdf", b"%PDF-1"),), text="2.1.3", batch="9", message_id="1")
    an._does("files", files=(office.platform.file("b.pdf", b"%PDF-2"),), text="2.1.4", batch="9", message_id="2")
    await office.fetcher.run_once(an.now)
    assert (kept(office, "2.1.3"), kept(office, "2.1.4")) == (["a.pdf"], ["b.pdf"])


async def test_an_edited_caption_decides_and_does_not_bring_the_file_twice(office: Office):
    an = office.phones["an"]
    one = office.platform.file("a.pdf")
    an._does("files", files=(one,), message_id="31")
    an._does("files", files=(one,), text="2.1.3", message_id="31", is_edited=True)
    assert await office.fetcher.run_once(an.now) == 1
    assert kept(office, "2.1.3") == ["a.pdf"]


async def test_duplicates_are_told(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3")
    await office.fetcher.run_once(an.now)
    an.sends(office.platform.file("a lan 2.pdf"), caption="2.1.4")
    await office.fetcher.run_once(an.now)
    assert "Tệp a lan 2.pdf đã có ở 2.1.3." in an.sees()


async def test_a_helper_may_send_but_not_close_and_the_owner_is_told(office: Office):
    binh = office.phones["binh"]
    binh.sends(office.platform.photo(), caption="2.1.3")
    await office.fetcher.run_once(binh.now)
    assert binh.sees().startswith("2.1.3: đã nhận 01 tệp (ảnh)")
    assert binh.labels == ["Sửa", "Ghi nhầm, bỏ"]
    assert "không do đồng chí phụ trách" in binh.goes(f"status:{office.rows['2.1.3']}:done")
    assert "Trần Thị Bình (phối hợp) đã gửi tài liệu" in office.phones["an"].sees()


async def test_a_stranger_to_the_row_may_not_send_for_it(office: Office):
    binh = office.phones["binh"]
    assert "không do đồng chí phụ trách" in binh.goes(f"send:{office.rows['2.1.4']}")
    binh.sends(office.platform.photo())
    first = office.fetched()[0].id
    assert "không do đồng chí phụ trách" in binh.goes(f"file_for:{first}:{office.rows['2.1.4']}")
    assert "không còn hiệu lực" in office.phones["an"].goes(f"file_for:{first}:{office.rows['2.1.4']}")
    assert "không còn hiệu lực" in office.phones["an"].goes(f"drop_files:{first}")


async def test_files_can_be_moved_and_dropped(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3")
    await office.fetcher.run_once(an.now)
    an.sees()
    an.taps("Sửa")
    assert an.taps("2.1.4").startswith("2.1.4: đã nhận 01 tệp (PDF)")
    assert (kept(office, "2.1.3"), kept(office, "2.1.4")) == ([], ["a.pdf"])
    assert an.taps("Ghi nhầm, bỏ").startswith("2.1.4: đã bỏ 01 tài liệu. Tình trạng giữ nguyên: Chưa thực hiện.")
    assert kept(office, "2.1.4") == []
    assert "Không còn nội dung nào bỏ được" in an.goes(f"drop_files:{office.fetched()[0].id}")


async def test_a_file_dropped_while_it_is_on_its_way_never_counts(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3", batch="4")
    an.goes(f"drop_files:{office.fetched()[0].id}")
    an.sends(office.platform.file("b.pdf"), batch="4")
    assert await office.fetcher.run_once(an.now) == 0
    assert kept(office, "2.1.3") == []


async def test_what_was_accepted_cannot_be_dropped_or_moved(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3")
    await office.fetcher.run_once(an.now)
    office.reported("2.1.3")
    dung = office.phones["dung"].wait(minutes=5)
    assert "đã xác nhận" in dung.goes(f"accept:{office.rows['2.1.3']}")
    first = office.fetched()[0].id
    assert "Không còn nội dung nào bỏ được" in an.goes(f"drop_files:{first}")
    assert "Không còn nội dung nào bỏ được" in an.goes(f"move_files:{first}:{office.rows['2.1.4']}")
    assert kept(office, "2.1.3") == ["a.pdf"]


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
    assert kept(office, "6.6.6") == ["45/BC-UBND"]


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
    assert kept(office, "2.1.3") == []


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
    assert kept(office, "2.1.4") == ["bao cao.pdf"]


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
        assert kept(office, "1.1.1") == ["so lieu.csv"]

    async def test_with_a_code_or_as_a_photo_it_is_evidence(self, office: Office):
        chi = office.phones["chi"]
        chi.sends(office.platform.file("so lieu.csv", b"a;b\n1;2\n"), caption="1.1.1")
        chi.sends(FileRef(office.platform.photo().ref, "photo", "photo.jpg"))
        await office.fetcher.run_once(chi.now)
        assert office.sheets == []
        assert "so lieu.csv" in kept(office, "1.1.1")

    async def test_an_official_sends_no_tables(self, office: Office):
        an = office.phones["an"]
        assert "tiêu chí nào" in an.sends(office.platform.file("so lieu.csv", b"a;b\n"))
