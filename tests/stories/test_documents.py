"""Documents sent in the chat during a working day: for which row, how they are received, who may send them."""

import re
from datetime import timedelta

import pytest

from storage.tables import Evidence, EvidenceFor
from tests.emulator.images import png
from tests.stories.office import BAO, DIEP, LIEN, THU, TIN, count

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
BACK = "[Sửa] [Ghi nhầm, bỏ]"


async def test_a_photo_with_the_code_as_caption_is_received_for_that_row(office):
    await office.phone(LIEN).sends_photo(png(40, 30), "2.2")
    receipt = await office.heard(LIEN)
    assert re.match(r"2\.2: đã nhận 01 tệp \(ảnh\)\. Mã biên nhận [0-9A-F]{4}\.", receipt)
    assert 'Tình trạng vẫn là "Đang thực hiện"' in receipt
    assert receipt.endswith(BACK)


async def test_an_album_whose_last_photo_bears_the_code_has_one_receipt_that_is_edited(office):
    phone = office.phone(TIN)
    for number in range(3):
        await phone.sends_photo(png(41 + number, 30), album="77")
    question = await office.heard(TIN)
    assert question.startswith("Tài liệu vừa gửi là của tiêu chí nào?")
    await phone.sends_photo(png(50, 30), "6.3", album="77")
    await office.settled()
    receipts = [one for one in phone.screen if one.text.startswith("6.3: đã nhận")]
    assert len(receipts) == 1
    assert "đã nhận 04 tệp (ảnh)" in receipts[0].text
    assert await office.store.write(lambda db: count(db, Evidence)) == 4


BATCHES = {0, 2, 3, 6, 8}
"""After which siblings of an album everything is worked on and sent before the next one comes."""


async def siblings(office, *, caption_on: int | None = None, tap_after: int | None = None) -> list[str]:
    """Ten photos of one album within 15 seconds, split over six batches; returns what stands on the phone."""
    phone = office.phone(TIN)
    before = len(phone.screen)
    for number in range(10):
        await phone.sends_photo(png(60 + number, 30), "6.3" if number == caption_on else "", album="88")
        office.now += timedelta(seconds=15 / 9)
        if number in BATCHES:
            await office.settled()
        if number == tap_after:
            await phone.taps("6.3 - Thực hiện kiến nghị sau thanh tra")
    await office.settled()
    return [one.text for one in phone.screen[before:]]


@pytest.mark.parametrize("how", [{"caption_on": 0}, {"caption_on": 5}, {"caption_on": 9}, {"tap_after": 3}], ids=str)
async def test_ten_siblings_15_seconds_apart_in_several_batches_are_one_question_and_one_receipt(office, how):
    told = await siblings(office, **how)
    receipts = [text for text in told if text.startswith("6.3: đã nhận")]
    assert len(receipts) == 1
    assert "đã nhận 10 tệp (ảnh)" in receipts[0]
    assert "đang tải" not in receipts[0].casefold()
    assert sum("của tiêu chí nào" in text for text in told) == (0 if how == {"caption_on": 0} else 1)
    assert await office.store.write(lambda db: count(db, EvidenceFor)) == 10


async def test_a_pdf_that_answers_a_reminder_needs_no_caption(office):
    reminder = office.phone(DIEP).screen[-1]
    await office.phone(DIEP).sends_document(PDF, "bieu tong hop.pdf", reply_to=reminder)
    assert (await office.heard(DIEP)).startswith("3.5: đã nhận 01 tệp (PDF).")


async def test_a_file_without_any_hint_is_asked_about_once(office):
    await office.phone(TIN).sends_document(PDF, "scan0001.pdf")
    question = await office.heard(TIN)
    assert question.count("tiêu chí nào?") == 1
    assert "[6.3 - Thực hiện kiến nghị sau thanh tra]" in question
    assert (await office.tells(TIN, "6.3")).startswith("6.3: đã nhận 01 tệp (PDF).")


async def test_a_co_worker_may_send_documents_but_not_close_the_row(office):
    office.quiet()
    await office.phone(BAO).sends_photo(png(70, 30), "1.1.2")
    receipt = await office.heard(BAO)
    assert receipt.startswith("1.1.2: đã nhận 01 tệp (ảnh).")
    assert "Đã hoàn thành" not in receipt
    assert "1.1.2: đồng chí Phan Quốc Bảo (phối hợp) đã gửi tài liệu." in await office.heard(THU)
    card = await office.tells(BAO, "1.1.2 xong")
    assert "Người phụ trách: đồng chí Lý Thị Hoài Thu.\n" in card
    assert "Chưa ghi gì; đề nghị đồng chí chọn việc cần làm dưới đây." in card, "he coordinates, and so sees what he may do"
    assert "[Đã hoàn thành]" not in card


async def test_sent_by_mistake_counts_no_more(office):
    await office.phone(LIEN).sends_photo(png(40, 30), "2.2")
    await office.heard(LIEN)
    assert "2.2: đã bỏ 01 tài liệu" in await office.taps(LIEN, "Ghi nhầm, bỏ")
