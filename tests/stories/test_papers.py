"""Papers over the messenger: the picture arrives as a photo, letters as files, and the choices under them work."""

from io import BytesIO

from docx import Document
from PIL import Image

from tests.stories.office import BAO, LIEN, SON, YEN


async def test_the_chairperson_asks_for_the_picture_and_goes_on_from_it(office):
    text = await office.tells(SON, "tien do")
    shown = office.phone(SON).screen[-1]
    assert shown.kind == "photo"
    assert shown.buttons[1:] == ["Báo cáo", "Xem thêm"]
    with Image.open(BytesIO(shown.file.data)) as picture:
        assert picture.width == 1080
    assert "Kính báo cáo Chủ tịch.\nTiến độ" in text
    assert "Dự kiến" in text
    assert "Chọn nội dung cần xem" in await office.taps(SON, "Xem thêm")
    assert office.phone(SON).screen[-1].message_id == shown.message_id, "the text under the picture changes in its place"
    assert office.phone(SON).screen[-1].kind == "photo"
    assert text.startswith((await office.taps(SON, "Quay lại")).partition("\n[")[0])


async def test_an_official_with_own_rows_gets_the_text_and_the_picture_by_a_tap(office):
    await office.tells(LIEN, "tien do")
    assert office.phone(LIEN).screen[-1].kind == "text"
    await office.taps(LIEN, "Xem hình")
    assert office.phone(LIEN).screen[-1].kind == "photo"


async def test_a_picture_that_telegram_has_already_is_named_and_not_sent_again(office):
    for name in (SON, BAO, YEN):
        await office.tells(name, "tien do")
    shown = [office.phone(name).screen[-1] for name in (SON, BAO, YEN)]
    assert {one.kind for one in shown} == {"photo"}
    assert len({one.file.data for one in shown}) == 1
    sent = office.emu.journal.calls("sendPhoto")
    assert ["files" in call for call in sent] == [True, False, False]


async def test_the_chairperson_gets_the_report_as_a_word_file(office):
    await office.tells(SON, "báo cáo")
    text = await office.taps(SON, "Báo cáo tiến độ (Word)")
    shown = office.phone(SON).screen[-1]
    assert shown.kind == "document"
    assert shown.file.name == "Bao-cao-tien-do-CCHC-2026-25-11-2026.docx"
    assert Document(BytesIO(shown.file.data)).paragraphs
    assert "dự thảo" in text


async def test_an_official_gets_the_table_of_the_own_rows(office):
    assert "Tài liệu kiểm chứng" in await office.tells(LIEN, "/hoso")
    await office.taps(LIEN, "Bảng tổng hợp (Excel)")
    assert office.phone(LIEN).screen[-1].file.name.endswith(".xlsx")
