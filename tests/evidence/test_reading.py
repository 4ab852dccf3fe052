"""What is read on papers: forty forms as files, then offered in the chat and recorded only after a tap."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.evidence import heading, inside
from storage.tables import Assignment, Evidence
from tests.evidence.papers import PAPERS, Paper, as_html, write_docx
from tests.flows.evidence_office import Office
from tests.web.chromium import chromium

REPORT = PAPERS[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


def looked(path: Path, family: str) -> inside.Found:
    found = inside.look(path, family, path.suffix[1:], path.with_suffix(".shown"))
    assert (found.refused, found.secret, found.warnings) == (None, False, ())
    return found


async def test_number_and_day_are_found_in_nine_papers_of_ten_and_none_is_made_up(folder: Path):
    printed = [(i, paper) for i, paper in enumerate(PAPERS) if paper.style == "pdf"]
    async with chromium() as page:
        for i, paper in printed:
            await page.set_content(as_html(paper))
            await page.pdf(path=str(folder / f"{i}.pdf"))
    for i, paper in enumerate(PAPERS):
        if paper.style == "docx":
            write_docx(paper, folder / f"{i}.docx")
    wrong = []
    for i, paper in enumerate(PAPERS):
        found = looked(folder / f"{i}.{paper.style}", "word" if paper.style == "docx" else "pdf").heading
        assert paper.number is not None or found.number is None, "a paper without a number has none"
        if (found.number, found.issued_on) != (paper.number, paper.day):
            wrong.append((i, found))
    assert len(PAPERS) == 40
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("UBND PHƯỜNG\nSố: 45/BC-UBND\nMinh Tân, ngày 31 tháng 02 năm 2026\nBÁO CÁO\nViệc", "45/BC-UBND", None),
        ("Phụ lục\n(Kèm theo Quyết định số 118/QĐ-UBND ngày 05 tháng 3 năm 2026)\nBIỂU TỔNG HỢP", None, None),
        ("DANH SÁCH\nCăn cứ Công văn số 12/UBND-VHXH ngày 05 tháng 3 năm 2026", None, None),
        ("Tỷ lệ 1182/1204\nđạt 98,2 %", None, None),
        ("", None, None),
    ],
)
def test_numbers_of_other_papers_are_not_taken_for_the_own(text: str, number: str | None, day: date | None):
    found = heading.read(text)
    assert (found.number, found.issued_on) == (number, day)


@pytest.mark.parametrize("paper", [REPORT, PAPERS[6], PAPERS[12], PAPERS[27]], ids=lambda paper: paper.number)
def test_agency_and_subject_are_written_as_in_a_sentence(folder: Path, paper: Paper):
    path = folder / "one.docx"
    write_docx(paper, path)
    found = looked(path, "word").heading
    assert found.agency == paper.issuer
    assert found.subject == " ".join(paper.subject).removeprefix("V/v ")


async def sent(office: Office, paper: Paper, tmp_path: Path, caption: str = "2.1.3", name: str = "bao cao.docx") -> str:
    write_docx(paper, tmp_path / "a.docx")
    office.phones["an"].sends(office.platform.file(name, (tmp_path / "a.docx").read_bytes()), caption=caption)
    await office.fetcher.run_once()
    return office.phones["an"].sees()


async def test_what_was_read_is_offered_and_nothing_is_recorded_before_the_tap(office: Office, tmp_path: Path):
    receipt = await sent(office, REPORT, tmp_path)
    assert 'Đọc được trên bao cao.docx: số 45/BC-UBND ngày 10/11/2026, UBND phường Minh Tân, "Kết quả công tác' in receipt
    assert "Chưa ghi." in receipt
    assert office.column(select(Evidence.number)) == [None]
    told = office.phones["an"].taps("Đúng: số 45/BC-UBND ngày 10/11/2026")
    assert told == "2.1.3: đã ghi cho tài liệu: số 45/BC-UBND ngày 10/11/2026. Việc này hoàn thành ngày 10/11/2026?"
    assert office.column(select(Evidence.number)) == ["45/BC-UBND"]
    assert office.column(select(Evidence.agency)) == ["UBND phường Minh Tân"]
    assert set(office.column(select(Assignment.progress))) == {"not_started"}, "the day of issue is proposed, not assumed"
    office.phones["an"].taps("Hoàn thành ngày 10/11/2026")
    row = select(Assignment.completed_on).where(Assignment.id == office.rows["2.1.3"])
    assert office.column(row) == [date(2026, 11, 10)]


async def test_what_was_read_wrongly_is_corrected_in_words_and_can_be_dropped(office: Office, tmp_path: Path):
    await sent(office, REPORT, tmp_path)
    office.phones["an"].taps("Sửa số, ngày")
    assert "Chưa thấy số văn bản" in office.phones["an"].says("không phải đâu")
    assert "số 54/BC-UBND ngày 09/11/2026" in office.phones["an"].says("số 54/BC-UBND ngày 9/11/2026")
    assert office.column(select(Evidence.number)) == ["54/BC-UBND"]
    assert "tài liệu bao cao.docx vẫn được giữ" in office.phones["an"].taps("Ghi nhầm, bỏ")
    assert office.column(select(Evidence.number)) == [None]


async def test_somebody_else_may_not_confirm_it(office: Office, tmp_path: Path):
    await sent(office, REPORT, tmp_path)
    first, evidence = office.fetched()[0].id, office.column(select(Evidence.id))[0]
    for who in ("binh", "chi", "ha"):
        for route in (f"read_right:{first}", f"read_fix:{evidence}", f"read_drop:{evidence}"):
            office.phones[who].goes(route)
    assert office.column(select(Evidence.number)) == [None]


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (PAPERS[32], None),  # 14/12/2025 belongs to 2025
        (PAPERS[4], "có thể không phải tài liệu yêu cầu (Báo cáo; ảnh niêm yết)"),
        (REPORT, None),
    ],
    ids=["last year", "unlike", "right"],
)
async def test_doubts_are_told_and_refuse_nothing(office: Office, tmp_path: Path, paper: Paper, words: str | None):
    receipt = await sent(office, paper, tmp_path)
    assert receipt.startswith("2.1.3: đã nhận 01 tệp (Word).")
    if paper is PAPERS[32]:
        words = "ban hành ngày 14/12/2025, ngoài năm 2026"
    assert (words in receipt) if words else ("Lưu ý" not in receipt)


async def test_a_paper_of_after_the_due_date_is_pointed_out(office: Office, tmp_path: Path):
    office.set_row("2.1.3", due_on=date(2026, 11, 1))
    assert "ban hành ngày 10/11/2026, sau hạn 01/11/2026" in await sent(office, REPORT, tmp_path)
