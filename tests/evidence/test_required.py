"""Required documents as separate slots: cut, filled, missing, asked for, reminded of, and holding back the points."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from jobs import plan
from locales.formats import VIETNAM
from storage.db import Store
from storage.evidence.slots import Sent, slot_for, slots_of, standing
from storage.office import people, units
from storage.points import marking
from storage.tables import EvidenceFor, Verdict
from storage.work import campaigns
from tests.evidence import hostile
from tests.evidence.papers import PAPERS, write_docx
from tests.flows.evidence_office import Office

REQUIRED = "Báo cáo tự chấm điểm; biên bản họp Hội đồng; ảnh chụp phần mềm; công văn (nếu có)"


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    return Office(store, tmp_path, now)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, []),
        ("Kế hoạch CCHC năm 2026 (bản ký số)", ["Kế hoạch CCHC năm 2026 (bản ký số)"]),
        ("Kế hoạch, danh sách, hình ảnh hội nghị; sổ theo dõi", ["Kế hoạch", "danh sách", "hình ảnh hội nghị", "sổ theo dõi"]),
        ("Danh mục tin, bài (kèm đường dẫn); nhật ký", ["Danh mục tin, bài (kèm đường dẫn)", "nhật ký"]),
        ("Báo cáo Quý I, II, III, IV", ["Báo cáo Quý I, II, III, IV"]),
        ("1. Báo cáo\n2. Biên bản.\n- Ảnh", ["Báo cáo", "Biên bản", "Ảnh"]),
        ("Phiếu đánh giá; biểu tổng hợp theo tháng, quý", ["Phiếu đánh giá", "biểu tổng hợp theo tháng, quý"]),
    ],
)
def test_the_words_of_the_assignment_are_cut_into_slots(text, words):
    assert [slot.words for slot in slots_of(text)] == words


@pytest.mark.parametrize(
    ("sent", "slot"),
    [
        (Sent(None, False, "báo cáo", ("a.pdf",)), 0),
        (Sent(None, False, "biên bản", ("a.pdf",)), 1),
        (Sent(None, True, None, ("photo.jpg",)), 2),
        (Sent(None, False, None, ("bien ban hop hoi dong.pdf",)), 1),
        (Sent(None, False, None, ("scan0001.pdf",)), None),
        (Sent(3, False, None, ("scan0001.pdf",)), 3),
    ],
)
def test_a_document_finds_its_slot_by_kind_by_name_or_by_a_tap(sent, slot):
    assert slot_for(slots_of(REQUIRED), sent) == slot


def test_what_is_missing_leaves_out_what_need_not_be_and_counts_unknown_documents_in_favour():
    report, unknown = Sent(None, False, "báo cáo", ("a.pdf",)), Sent(None, False, None, ("scan.pdf",))
    assert standing(REQUIRED, []).missing == (0, 1, 2)
    assert standing(REQUIRED, [report]).missing_words == ("biên bản họp Hội đồng", "ảnh chụp phần mềm")
    assert standing(REQUIRED, [report, unknown, unknown]).missing == ()
    assert standing("Báo cáo", [unknown]).missing == ()


async def sent(office: Office, tmp_path, name: str = "bc.docx") -> str:
    write_docx(PAPERS[0], tmp_path / "a.docx")
    office.phones["an"].sends(office.platform.file(name, (tmp_path / "a.docx").read_bytes()), caption="2.1.3")
    await office.fetcher.run_once()
    return office.phones["an"].sees()


async def test_the_receipt_says_what_is_still_missing_and_the_prompt_lists_each(office: Office, tmp_path):
    assert "Còn thiếu: ảnh niêm yết." in await sent(office, tmp_path)
    told = office.phones["an"].goes(f"send:{office.rows['2.1.3']}")
    assert "Cần có:\n1. Báo cáo: đã có 01\n2. ảnh niêm yết: còn thiếu" in told


async def test_a_document_that_cannot_be_told_is_asked_about_and_placed_by_a_tap(office: Office):
    an = office.phones["an"]
    for number in (1, 2):
        an.sends(office.platform.file(f"scan{number}.pdf", hostile.pdf() + b"%" * number), caption="2.1.3", batch=str(number))
        await office.fetcher.run_once()
    assert "Còn thiếu" not in an.sees(), "two unknown documents may be the two that are required"
    assert "Đây là: ảnh niêm yết" in an.labels
    told = an.taps("Đây là: ảnh niêm yết")
    assert told == '2.1.3: đã ghi là "ảnh niêm yết". Đã đủ tài liệu yêu cầu.'
    assert office.column(select(EvidenceFor.slot).order_by(EvidenceFor.id)) == [None, 1]
    assert "Còn thiếu" not in an.goes(f"status:{office.rows['2.1.3']}:done")
    assert office.phones["binh"].goes(f"slot:{office.fetched()[0].id}:0") != told


async def test_reporting_done_and_the_check_name_what_is_missing(office: Office, tmp_path):
    await sent(office, tmp_path)
    assert "Còn thiếu tài liệu: ảnh niêm yết." in office.phones["an"].goes(f"status:{office.rows['2.1.3']}:done")
    dung = office.phones["dung"]
    assert "2. ảnh niêm yết: còn thiếu" in dung.goes(f"check:{office.rows['2.1.3']}")
    assert "Chưa thấy gửi: ảnh niêm yết." in dung.taps("Yêu cầu bổ sung")


async def test_who_accepts_without_a_required_document_does_so_in_their_own_name(office: Office, tmp_path):
    await sent(office, tmp_path)
    office.reported("2.1.3")
    dung, an = office.phones["dung"], office.phones["an"]
    assert "2. ảnh niêm yết: còn thiếu" in dung.goes(f"check:{office.rows['2.1.3']}")
    an.sees()
    assert "Trong hồ sơ vẫn ghi còn thiếu: ảnh niêm yết." in dung.taps("Chấp nhận")
    assert dung.labels[0] == "Yêu cầu bổ sung"
    assert office.column(select(Verdict.reason)) == ["chấp nhận khi chưa thấy: ảnh niêm yết"]
    assert "Hồ sơ còn thiếu: ảnh niêm yết; nếu có, đề nghị gửi thêm." in an.sees()
    assert "2. ảnh niêm yết: còn thiếu" in an.taps("Gửi tài liệu")


async def test_with_all_documents_nothing_is_noted_as_missing(office: Office, tmp_path):
    await sent(office, tmp_path)
    office.phones["an"].sends(office.platform.photo(), caption="2.1.3", batch="p")
    await office.fetcher.run_once()
    office.reported("2.1.3")
    assert "còn thiếu" not in office.phones["dung"].goes(f"accept:{office.rows['2.1.3']}")
    assert office.column(select(Verdict.reason)) == [None]


async def test_a_part_of_the_documents_does_not_carry_a_mark(office: Office, tmp_path):
    def proven() -> bool:
        with office.store.transaction() as db:
            return office.rows["2.1.3"] in marking.proven_in(db, campaigns.of_year(db, office.id, 2026) or 0)

    assert not proven()
    await sent(office, tmp_path)
    assert not proven()
    office.phones["an"].sends(office.platform.photo(), caption="2.1.3", batch="p")
    await office.fetcher.run_once()
    assert proven()


async def test_who_has_reported_done_is_reminded_of_the_missing_part_and_of_nothing_else(office: Office, tmp_path):
    await sent(office, tmp_path)
    office.reported("2.1.3")
    office.reported("2.1.4")  # nothing at all was sent for it: that is the checker's to decide
    for code in ("2.1.3", "2.1.4"):
        office.set_row(code, due_on=date(2026, 11, 26))
    with office.store.transaction() as db:
        units.set_sending(db, office.id, office.now - timedelta(days=30))
        people.by_id(db, office.people["an"])
    monday = office.now + timedelta(days=2, hours=17, minutes=50)  # 07:50 on 23/11, three working days before
    with office.store.transaction() as db:
        plan.tick(db, monday, VIETNAM)
        plan.tick(db, monday, VIETNAM)
    told = [row.payload["text"] for row in office.outbox("missing:")]
    assert told == ["Đồng chí Lê Văn An: đã báo hoàn thành nhưng còn thiếu tài liệu:\n- 2.1.3: ảnh niêm yết (hạn 26/11/2026)"]
