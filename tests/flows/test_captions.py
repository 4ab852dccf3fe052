"""What is said beside a file: a plain state of an own row is recorded at once, everything else leaves the row as it is."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.tables import Assignment, Evidence, Update
from tests.evidence.papers import PAPERS, write_docx
from tests.flows.evidence_office import PDF, Office


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


def states(office: Office, code: str = "2.1.3") -> list[str]:
    return office.column(select(Assignment.progress).where(Assignment.id == office.rows[code]))


async def test_done_beside_a_photo_is_recorded_and_nothing_is_called_missing_while_it_is_on_its_way(office: Office):
    an = office.phones["an"]
    told = an.sends(office.platform.photo(), caption="2.1.3 xong")
    assert told.startswith('2.1.3: đã ghi "Đã báo hoàn thành, chờ kiểm tra"')
    assert "Còn thiếu" not in told
    assert {"Sửa", "Ghi nhầm, bỏ"} <= set(an.labels)
    await office.fetcher.run_once()
    receipt = an.sees()
    assert "Đã báo hoàn thành, chờ kiểm tra." in receipt
    assert "Còn thiếu: Báo cáo." in receipt, "the receipt knows what came"
    assert states(office) == ["reported"]


async def test_the_percentage_beside_a_file_is_recorded_too(office: Office):
    assert "(60 %)" in office.phones["an"].sends(office.platform.file("du thao.pdf"), caption="2.1.3 đang làm 60%")
    assert office.column(select(Assignment.percent).where(Assignment.id == office.rows["2.1.3"])) == [60]


async def test_the_day_of_the_document_named_beside_it_is_the_day_of_completion(office: Office):
    caption = "2.1.3 xong, báo cáo số 12/BC-UBND ngày 10/11/2026"
    assert "Hoàn thành ngày 10/11/2026" in office.phones["an"].sends(office.platform.file("bc.pdf"), caption=caption)
    assert office.column(select(Assignment.completed_on).where(Assignment.id == office.rows["2.1.3"])) == [date(2026, 11, 10)]


async def test_an_album_reports_once_whatever_its_order(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.photo(), caption="2.1.3 xong", batch="9")
    assert an.sends(office.platform.photo(), batch="9") == ""
    assert an.sends(office.platform.photo(), caption="2.1.3 xong", batch="9") == ""
    assert len(office.column(select(Update.id))) == 1


async def test_done_beside_a_file_can_be_taken_back_in_words(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.photo(), caption="2.1.3 xong")
    an.taps("Ghi nhầm, bỏ")
    assert states(office) == ["not_started"]


@pytest.mark.parametrize(
    "caption", ["2.1.3", "2.1.3 báo cáo số 12/BC-UBND ngày 10/11/2026", "hình như 2.1.3 xong rồi", "2.1.3 xong chưa ạ?", "xong"]
)
async def test_what_is_no_plain_state_of_one_row_changes_none(office: Office, caption: str):
    office.phones["an"].sends(office.platform.photo(), caption=caption)
    await office.fetcher.run_once()
    assert states(office) == states(office, "2.1.4") == ["not_started"]


async def test_who_only_helps_with_a_row_does_not_close_it(office: Office):
    office.phones["binh"].sends(office.platform.photo(), caption="2.1.3 xong")
    assert states(office) == ["not_started"]


@pytest.mark.parametrize("name", ["ho so.zip", "TUYET MAT.pdf"])
async def test_beside_a_refused_file_nothing_is_recorded(office: Office, name: str):
    assert "đã ghi" not in office.phones["an"].sends(office.platform.file(name), caption="2.1.3 xong")
    assert states(office) == ["not_started"]


@pytest.mark.parametrize("how", ["is_forwarded", "is_edited"])
async def test_words_that_were_forwarded_or_changed_later_report_nothing(office: Office, how: str):
    files = (office.platform.photo(),)
    office.phones["an"]._does("files", text="2.1.3 xong", files=files, **{how: True})
    assert states(office) == ["not_started"]


@pytest.mark.parametrize("said", ["2.1.3", "2.1.3 xong,"])
async def test_a_number_beside_a_file_is_the_files_own_and_no_document_more(office: Office, said: str):
    an = office.phones["an"]
    an.sends(office.platform.file("bc.pdf"), caption=f"{said} báo cáo số 12/BC-UBND ngày 10/11/2026")
    await office.fetcher.run_once()
    assert "Đã ghi cho bc.pdf: số 12/BC-UBND ngày 10/11/2026." in an.sees()
    assert office.kept("2.1.3") == ["bc.pdf"]
    assert office.column(select(Evidence.number)) == ["12/BC-UBND"]
    an.taps("Sửa số, ngày")
    assert "số 13/BC-UBND ngày 11/11/2026" in an.says("số 13/BC-UBND ngày 11/11/2026")


async def test_of_an_album_with_one_caption_the_number_is_the_first_files(office: Office):
    files = [office.platform.file(f"bc {one}.pdf", PDF + one.encode()) for one in "abc"]
    office.phones["an"].sends(*files, caption="2.1.3 báo cáo số 12/BC-UBND", batch="5")
    await office.fetcher.run_once()
    assert office.column(select(Evidence.number).order_by(Evidence.fetch_id)) == ["12/BC-UBND", None, None]


async def test_where_the_file_says_another_number_nothing_is_recorded_and_what_was_read_is_proposed(office: Office, tmp_path: Path):
    an, path = office.phones["an"], tmp_path / "bc.docx"
    write_docx(PAPERS[0], path)
    an.sends(office.platform.file("bc.docx", path.read_bytes()), caption="2.1.3 trả lời CV số 99/SNV-CCHC")
    await office.fetcher.run_once()
    assert "45/BC-UBND" in an.sees()
    assert office.column(select(Evidence.number)) == [None]


async def test_where_only_the_number_may_be_sent_the_number_beside_the_file_is_kept_and_the_file_is_not(office: Office):
    office.rows["4.2"] = office.row("4.2", "an", number_only=True)
    told = office.phones["an"].sends(office.platform.photo(), caption="4.2 số 12/BC-UBND ngày 10/11/2026")
    await office.fetcher.run_once()
    assert told.startswith("4.2: tệp không được lưu")
    assert "4.2: đã ghi văn bản số 12/BC-UBND ngày 10/11/2026." in told
    assert office.column(select(Evidence.name).where(Evidence.withdrawn_at.is_(None))) == ["12/BC-UBND"]


@pytest.mark.parametrize("words", ["bấm nhầm", "gửi nhầm rồi", "nhầm"])
@pytest.mark.parametrize("when", ["before the receipt", "after it"])
async def test_done_beside_a_file_is_taken_back_with_it_by_one_word(office: Office, words: str, when: str):
    an = office.phones["an"]
    an.sends(office.platform.photo(), caption="2.1.3 xong")
    if when == "after it":
        await office.fetcher.run_once()
        an.sees()
    told = an.says(words)
    assert told == "2.1.3: đã bỏ báo cáo và 01 tệp gửi kèm. Trở lại: Chưa thực hiện, hạn 15/12/2026."
    assert states(office) == ["not_started"]
    assert office.kept("2.1.3") == []
    assert "Không còn nội dung nào bỏ được" in an.says(words)


async def test_a_state_put_right_leaves_the_file_and_a_file_taken_back_leaves_the_state(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.photo(), caption="2.1.3 xong")
    await office.fetcher.run_once()
    assert "Đang thực hiện (50 %)" in an.says("nhầm, mới xong 50%")
    assert len(office.kept("2.1.3")) == 1
    an.wait(minutes=1).sends(office.platform.photo(), caption="2.1.3 xong")
    assert "đã bỏ 01 tài liệu" in an.says("bỏ tệp vừa gửi")
    assert states(office) == ["reported"]
