"""A year told from its list in December to two years open in January: sums and papers are checked at each station."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from docx import Document

from bot.commands.figures import as_json
from locales.formats import VIETNAM, points
from locales.papers.write import LETTERS, write
from storage.db import Store
from storage.office import people, units
from storage.papers import reading
from storage.work import campaigns
from tests.stories.office import BAO, LIEN, SON, TIN, YEN, Office, at, found, person_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = ("Mã", "Lĩnh vực", "Tiêu chí", "Điểm chuẩn", "Người phụ trách", "Thời hạn", "Loại việc")
FIRST, SECOND = "Chỉ đạo, điều hành", "Thủ tục hành chính"
LIST = (
    ("1.1", FIRST, "Ban hành Kế hoạch cải cách hành chính năm 2026", 2, LIEN, "30/01/2026", "Sản phẩm"),
    ("1.2", FIRST, "Tuyên truyền cải cách hành chính", 2, TIN, "30/09/2026", "Sản phẩm"),
    ("1.3", FIRST, "Báo cáo cải cách hành chính sáu tháng", 1, LIEN, "14/06/2026", "Sản phẩm"),
    ("2.1", SECOND, "Rà soát, đơn giản hóa thủ tục hành chính", 3, TIN, "30/10/2026", "Sản phẩm"),
    ("2.2", SECOND, "Báo cáo kết quả giải quyết hồ sơ năm", 5, LIEN, "14/12/2026", "Sản phẩm"),
    ("2.3", SECOND, "Thực hiện kiến nghị sau kiểm tra", 4, TIN, "10/12/2026", "Sản phẩm"),
    ("3.1", "Tác động", "Chỉ số hài lòng của người dân", 3, YEN, "31/12/2026", "Khảo sát"),
)
DECISION = (
    *LIST[:1],
    ("1.2", FIRST, "Đối thoại với người dân", 1, TIN, "20/12/2026", "Sản phẩm"),
    ("1.3", FIRST, "Tuyên truyền cải cách hành chính", 3, TIN, "30/09/2026", "Sản phẩm"),
    ("1.4", FIRST, "Báo cáo cải cách hành chính sáu tháng", 1, LIEN, "14/06/2026", "Sản phẩm"),
    *LIST[3:5],
    LIST[6],
)
"""A row is added as 1.2, two move on, one of them is worth more, 2.3 is gone."""


def workbook(rows) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["PHÂN CÔNG THỰC HIỆN CÁC TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026"])
    page.append([])
    for row in (HEADS, *rows):
        page.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
async def year(emu, sqlite_template, tmp_path):
    """Monday 15/12/2025: an office with a coordinator and a chairperson, both linked."""
    path = tmp_path / "nhacviec.db"
    path.write_bytes(sqlite_template.read_bytes())
    store = Store(f"sqlite:///{path}")
    start = at(date(2025, 12, 15), 9)
    found(store, start)
    with store.transaction() as db:
        for name, chat in ((BAO, 1001), (SON, 1002)):
            people.link(db, person_of(db, name).id, f"telegram:{chat}", start)
    store.close()
    emu.world.meet(range(1001, 1011))
    async with Office(emu, f"sqlite:///{path}", tmp_path / "data", start) as one:
        yield one


async def test_a_year_from_its_list_to_the_next_january(year, tmp_path):
    station = Stations(year, tmp_path)
    await the_list_comes_in_december(year, station)
    await daily_work_in_spring(year, station)
    await a_new_decision_in_july(year, station)
    await windows_are_set_in_october(year)
    await each_marks_their_own(year, station)
    await the_lock_falls_and_holds(year)
    await the_council_decides(year, station)
    await the_first_verification_comes_as_a_table(year, station)
    await a_lost_mark_is_explained(year, station)
    await the_next_year_is_made(year)
    await the_second_verification_and_the_publication(year, station)
    await in_january_both_years_are_open(year, station)


class Stations:
    """Looks at the same figures through every window of the program."""

    def __init__(self, office: Office, folder) -> None:
        self.office, self.folder = office, folder

    def facts(self, year: int = 2026):
        def read(db):
            unit = units.offices(db)[0][0]
            return reading.facts(db, unit, campaigns.of_year(db, unit, year), self.office.now, VIETNAM)

        return self.office.store.write(read)

    async def check(self, *, maximum, accepted=0, own=0, final=0, year=2026, every_paper=False):
        """The parts sum to the maximum; marks, papers and summary say the same."""
        facts = await self.facts(year)
        json = as_json(facts.office, year, self.office.now, facts.target, facts.summary)
        parts = [json[key] for key in ("accepted", "waiting", "open", "at_risk", "survey", "lost")]
        assert sum(map(Decimal, map(str, parts))) == json["max"] == maximum
        found = (Decimal(str(json["accepted"])), facts.marks.own, facts.marks.final)
        assert found == (Decimal(accepted), Decimal(own), Decimal(final))
        assert facts.marks.maximum == maximum
        for kind in LETTERS if every_paper else ("self", "explain"):
            write(self.folder / f"{kind}.docx", ".docx", kind, facts, lambda sha256: self.folder / sha256)
            assert Document(str(self.folder / f"{kind}.docx")).tables
        said = "\n".join(line.text for line in Document(str(self.folder / "self.docx")).paragraphs)
        assert f"Tổng điểm tự chấm {points(Decimal(own))}/{points(Decimal(maximum))} điểm" in said
        return facts


async def the_list_comes_in_december(office, station):
    await office.phone(BAO).sends_document(workbook(LIST), "phan-cong.xlsx", mime=XLSX)
    assert "đọc được 07 dòng, 20 điểm, 03 người" in await office.heard(BAO)
    await office.taps(BAO, "Ghi")
    def link(db):
        for name, chat in ((YEN, 1003), (LIEN, 1007), (TIN, 1008)):
            people.link(db, person_of(db, name).id, f"telegram:{chat}", office.now)
    await office.store.write(link)
    await office.tells(BAO, "bắt đầu gửi")
    await office.taps(BAO, "Bắt đầu gửi")
    await station.check(maximum=20)


async def daily_work_in_spring(office, station):
    await office.clock(8, 0, date(2026, 1, 27))
    assert "1.1" in await office.heard(LIEN)
    await office.tells(LIEN, "1.1 xong, số 09/KH-UBND ngày 26/01/2026")
    await office.tells(BAO, "việc chờ kiểm tra")
    await office.taps(BAO, "1.1")
    await office.taps(BAO, "Chấp nhận")
    await station.check(maximum=20, accepted=2)


async def a_new_decision_in_july(office, station):
    await office.clock(8, 0, date(2026, 6, 10))
    await office.tells(LIEN, "1.3 xong, số 61/BC-UBND ngày 10/6/2026")
    await office.clock(9, 0, date(2026, 7, 15))
    office.quiet()
    await office.phone(BAO).sends_document(workbook(DECISION), "quyet-dinh-moi.xlsx", mime=XLSX)
    preview = await office.heard(BAO)
    assert "mới 01, đổi 02, bỏ 01, giữ nguyên 04" in preview
    assert "- Đổi 1.2: mã 1.2 → 1.3; điểm 2 → 3" in preview
    await office.taps(BAO, "Ghi")
    told = await office.heard(LIEN)
    assert "- 1.3 nay là 1.4: Báo cáo cải cách hành chính sáu tháng" in told
    heard = await office.heard(TIN)
    assert "- 1.2 nay là 1.3: Tuyên truyền cải cách hành chính" in heard
    assert "- 1.3: điểm chuẩn từ 2 thành 3" in heard
    assert "- Thêm: 1.2 Đối thoại với người dân, hạn 20/12/2026" in heard
    assert "- Bỏ khỏi bộ tiêu chí: 2.3" in heard
    assert "đã rõ thay đổi" in await office.taps(TIN, "Đã rõ")
    facts = await station.check(maximum=18, accepted=2)
    moved = next(row for row in facts.rows if row.leaf.code == "1.4")
    assert (str(moved.leaf.progress), moved.result_document or moved.proofs[0].number) == ("reported", "61/BC-UBND")
    assert facts.campaign.version == 2


async def windows_are_set_in_october(office):
    await office.clock(9, 0, date(2026, 10, 20))
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Tự chấm điểm")
    text = await office.tells(BAO, "05/11/2026 - 15/11/2026")
    assert "cơ quan khóa 17 giờ 00 thứ Sáu 13/11/2026" in text
    await office.taps(BAO, "Ước thực hiện")
    await office.taps(BAO, "Có, được chấm ước")


async def each_marks_their_own(office, station):
    await office.clock(8, 0, date(2026, 11, 6))
    assert "Đồng chí còn 03 tiêu chí chưa chấm" in await office.heard(LIEN)
    text = await office.tells(LIEN, "tự chấm")
    assert "Tự chấm điểm năm 2026: cơ quan khóa 17 giờ 00 thứ Sáu 13/11/2026 (tỉnh khóa hết Chủ nhật 15/11/2026)." in text
    assert "02 tiêu chí đủ tài liệu: 3/3" in text
    assert "01 tiêu chí ước thực hiện: 5/5 (2.2), bổ sung tài liệu 14/12." in text
    assert "Đã ghi điểm tự chấm của 03 tiêu chí: 8/8" in await office.taps(LIEN, "Đồng ý cả 03")
    text = await office.tells(TIN, "tự chấm")
    assert "02 tiêu chí đến hạn trước khi khóa mà chưa xong, vướng mắc hoặc cần bổ sung, chấm từng tiêu chí: 1.3, 2.1." in text
    await office.taps(TIN, "Đồng ý")
    await office.tells(TIN, "tự chấm")
    await office.taps(TIN, "Sửa")
    await office.taps(TIN, "1.3: chưa chấm, tối đa 3")
    assert "1.3: đã ghi điểm tự chấm 2/3." in await office.tells(TIN, "2 thiếu tin bài tháng 9")
    facts = await station.check(maximum=18, accepted=2, own=11)
    assert facts.marks.estimated == 6
    office.quiet()
    await office.clock(8, 0, date(2026, 11, 13))
    assert "khóa trong hôm nay. Đồng chí còn 01 tiêu chí chưa chấm: 2.1." in await office.heard(TIN)
    assert "Tự chấm điểm năm 2026" not in await office.heard(LIEN), "who has marked everything is left in peace"


async def the_lock_falls_and_holds(office):
    office.quiet()
    await office.clock(17, 0, date(2026, 11, 13))
    assert f"Chưa chấm đủ: {TIN} (01)." in await office.heard(BAO)
    assert "Đã khóa; thay đổi do Hội đồng quyết định." in await office.tells(TIN, "2.1 tự chấm 3 điểm")
    assert "Đã khóa; thay đổi do Hội đồng quyết định." in await office.tells(TIN, "tự chấm")


async def the_council_decides(office, station):
    await office.clock(8, 0, date(2026, 11, 14))
    await office.tells(SON, "hội đồng")
    await office.tells(SON, "2.1")
    assert "2.1: Hội đồng chấm 1,5/3" in await office.tells(SON, "1,5 mới rà soát một nửa")
    assert "2.1: đồng chí chưa tự chấm; Hội đồng chấm 1,5/3" in await office.heard(TIN)
    await office.tells(SON, "hội đồng")
    await office.taps(SON, "Biên bản họp (Word)")
    minutes = office.phone(SON).screen[-1]
    assert minutes.file.name.startswith("Bien-ban-hop-Hoi-dong-CCHC-2026")
    words = Document(BytesIO(minutes.file.data))
    assert [cell.text for cell in words.tables[1].rows[1].cells][:5] == ["2.1", "Rà soát, đơn giản hóa thủ tục hành chính", "3", "-", "1,5"]
    await office.clock(8, 0, date(2026, 11, 16))
    await office.tells(SON, "hội đồng")
    assert "Tỉnh đã khóa" in office.phone(SON).screen[-1].text
    await station.check(maximum=18, accepted=2, own="12.5")


async def the_first_verification_comes_as_a_table(office, station):
    await office.clock(9, 0, date(2026, 12, 1))
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Giải trình")
    await office.tells(BAO, "01/12 - 10/12/2026")
    await office.taps(BAO, "Nhập điểm thẩm định")
    await office.taps(BAO, "Thẩm định lần 1")
    await office.taps(BAO, "Bảng để điền điểm (Excel)")
    book = openpyxl.load_workbook(BytesIO(office.phone(BAO).screen[-1].file.data))
    page = book["Điểm"]
    heads = {cell.value: cell.column for cell in page[4]}
    given = {"1.1": 2, "1.2": 1, "1.3": 1, "1.4": 1, "2.1": 1.5, "2.2": 4}
    for row in page.iter_rows(min_row=5):
        if row[0].value in given:
            page.cell(row[0].row, heads["Điểm thẩm định lần 1"]).value = given[row[0].value]
            page.cell(row[0].row, heads["Lý do trừ điểm"]).value = "chưa đủ tài liệu" if row[0].value in {"1.3", "2.2"} else None
    out = BytesIO()
    book.save(out)
    await office.phone(BAO).sends_document(out.getvalue(), "diem-tham-dinh.xlsx", mime=XLSX)
    preview = await office.heard(BAO)
    assert "Thẩm định lần 1 năm 2026: đọc được 06 tiêu chí, 10,5 điểm." in preview
    assert "02 tiêu chí thấp hơn điểm tự chấm, chênh 2 điểm" in preview
    office.quiet()
    await office.taps(BAO, "Ghi điểm 06 tiêu chí")
    assert "- 2.2: 4, tự chấm 5 (chưa đủ tài liệu)" in await office.heard(LIEN)
    await station.check(maximum=18, accepted=Decimal("10.5"), own="12.5", final="10.5")


async def a_lost_mark_is_explained(office, station):
    await office.tells(LIEN, "giải trình")
    await office.taps(LIEN, "Giải trình 2.2")
    assert "đề nghị 5/5" in await office.tells(LIEN, "Báo cáo năm đã ban hành, số 140/BC-UBND, gửi bổ sung")
    office.quiet()
    await office.clock(8, 0, date(2026, 12, 9))
    assert "còn 01 tiêu chí phải giải trình, khóa trong hôm nay" in await office.heard(TIN)
    assert "giải trình" not in await office.heard(LIEN)
    await office.clock(17, 0, date(2026, 12, 9))
    assert f"Chưa giải trình: {TIN} (01)." in await office.heard(BAO)
    assert "Đã khóa" in await office.tells(TIN, "giải trình")
    await station.check(maximum=18, accepted=Decimal("10.5"), own="12.5", final="10.5")
    rows = Document(str(station.folder / "explain.docx")).tables[1].rows
    assert [row.cells[0].text for row in rows[1:]] == ["2.2"]


async def the_next_year_is_made(office):
    await office.clock(9, 0, date(2026, 12, 15))
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Tạo năm 2027 từ năm 2026")
    assert "Đã tạo năm 2027: 07 dòng" in await office.taps(BAO, "Tạo năm 2027")


async def the_second_verification_and_the_publication(office, station):
    await office.clock(9, 0, date(2026, 12, 28))
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Năm 2026")
    await office.taps(BAO, "Nhập điểm thẩm định")
    await office.taps(BAO, "Thẩm định lần 2")
    await office.tells(BAO, "2.2 4,75")
    await office.taps(BAO, "Ghi điểm 01 tiêu chí")
    await station.check(maximum=18, accepted=Decimal("11.25"), own="12.5", final="11.25")
    await office.clock(9, 0, date(2027, 1, 13))
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Năm 2026")
    await office.taps(BAO, "Nhập điểm thẩm định")
    await office.taps(BAO, "Điểm công bố")
    await office.tells(BAO, "3.1 2,7")
    await office.taps(BAO, "Ghi điểm 01 tiêu chí")
    facts = await station.check(maximum=18, accepted=Decimal("13.95"), own="12.5", final="13.95")
    assert points(facts.result.index) == "77,5"
    await office.tells(BAO, "năm đánh giá")
    await office.taps(BAO, "Năm 2026")
    text = await office.taps(BAO, "Công bố, chênh lệch, mất điểm")
    assert "Theo điểm đã nhập: 13,95/18 điểm = 77,5 %, loại Khá; có điểm 07/07 tiêu chí." in text
    await office.taps(BAO, "Nhập kết quả công bố")
    office.quiet()
    await office.tells(BAO, "77,5 % xếp loại Khá, hạng 5/11")
    assert "Công bố năm 2026: Chỉ số CCHC 77,5 %, xếp loại Khá, xếp hạng 5/11." in await office.heard(SON)
    lost = sum(line.lost for line in facts.result.losses)
    assert facts.result.points + lost == 18
    await office.taps(BAO, "Kế hoạch khắc phục (Word)")
    plan = Document(BytesIO(office.phone(BAO).screen[-1].file.data))
    total = [cell.text for cell in plan.tables[-1].rows[-1].cells]
    assert Decimal(total[2].replace(",", ".")) == lost


async def in_january_both_years_are_open(office, station):
    office.quiet()
    text = await office.tells(LIEN, "2.2 xong")
    assert "(2026)" in text, "a code that both years have is asked about"
    assert "(2027)" in text
    text = await office.tells(SON, "tiến độ")
    assert "Tiến độ CCHC năm 2027" in text
    assert "Mất điểm năm trước: 04 tiêu chí, 4,05 điểm" in text, "as it was published, not as it stood when the year was made"
    await station.check(maximum=18, year=2027)
    await office.tells(BAO, "năm đánh giá")
    assert "- Công bố: Chỉ số CCHC 77,5 %, xếp loại Khá, xếp hạng 5/11." in await office.taps(BAO, "Năm 2026")
    await office.taps(BAO, "Công bố, chênh lệch, mất điểm")
    await office.taps(BAO, "Đóng năm 2026")
    assert "Đã đóng năm 2026" in await office.taps(BAO, "Đóng")
    await station.check(maximum=18, accepted=Decimal("13.95"), own="12.5", final="13.95", every_paper=True)
