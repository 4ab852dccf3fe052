"""Files that prove nothing and tables that cannot be read: refused by name, and the office stands as it was."""

import pytest
from sqlalchemy import select

from storage.office import people, units
from storage.tables import Assignment, Criterion, Evidence, Person, Update
from tests.stories.office import BAO, LIEN, TABLE, TIN, count, facts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.fault(41)
async def test_a_file_of_21_mb_is_refused_before_it_is_fetched(unharmed):
    await unharmed.phone(LIEN).sends_document(b"%PDF-1.4\n", "to.pdf", "2.2", size=21 << 20)
    answer = await unharmed.heard(LIEN)
    assert answer.startswith("to.pdf nặng 21 MB, vượt mức 20 MB nên chưa nhận.")
    assert "số văn bản" in answer
    assert not [name for name in unharmed.emu.stats.methods if name.lower() == "getfile"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("chay.exe", b"MZ", "chay.exe chưa được nhận"),
        ("gia.pdf", b"MZ\x00\x01", "2.2: gia.pdf CHƯA được lưu: nội dung không đúng với loại tệp"),
        ("rong.pdf", b"", "2.2: rong.pdf CHƯA được lưu: tệp rỗng"),
    ],
)
async def test_files_that_prove_nothing_are_refused_by_name(unharmed, name, data, words):
    await unharmed.phone(LIEN).sends_document(data, name, "2.2")
    assert words in await unharmed.heard(LIEN)
    assert await unharmed.store.write(lambda db: count(db, Evidence)) == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("hong.xlsx", b"not a workbook", "Chưa nhận tệp hong.xlsx"),
        ("rong.csv", b"", "rong.csv CHƯA được lưu: tệp rỗng"),
        ("trang.csv", b"\n", "trang.csv"),
        ("khong-nguoi.csv", "Mã,Tiêu chí,Thời hạn\n1.1,Việc,30/12/2026\n".encode(), "bảng thiếu cột người phụ trách"),
        ("khac.csv", b"a,b\n1,2\n", "Tệp khac.csv không có bảng phân công."),
    ],
)
async def test_a_table_that_cannot_be_read_says_why_and_the_next_one_is_read(office, name, data, words):
    before = await facts(office, (Assignment, Update, Criterion, Person))
    phone = office.phone(BAO)
    await phone.sends_document(data, name, mime=XLSX if name.endswith("xlsx") else "text/csv")
    assert words in await office.heard(BAO)
    await phone.sends_document(TABLE.read_bytes(), TABLE.name, mime="text/csv")
    assert "Không có gì khác với danh sách hiện có; không cần ghi." in await office.heard(BAO)
    assert await facts(office, (Assignment, Update, Criterion, Person)) == before


async def test_a_new_row_for_a_name_that_two_people_bear_is_left_to_the_coordinator(office):
    await office.store.write(lambda db: people.add(db, units.offices(db)[0][0], TIN))
    row = f"9.9,Cải cách tài chính công,Kiểm kê tài sản công,,1,30/12/2026,Biên bản,{TIN},,,,,sản phẩm,,,,"
    await office.phone(BAO).sends_document((TABLE.read_text(encoding="utf-8-sig") + row).encode(), "bang.csv", mime="text/csv")
    assert "- Mới 9.9" in await office.heard(BAO)
    await office.taps(BAO, "Ghi")
    holder = select(Assignment.person_id).join(Criterion).where(Criterion.code == "9.9")
    assert await office.store.write(lambda db: db.scalars(holder).all()) == [None]
