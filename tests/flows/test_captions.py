"""What is said beside a file: a plain state of an own row is recorded at once, everything else leaves the row as it is."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.tables import Assignment, Update
from tests.flows.evidence_office import Office


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
