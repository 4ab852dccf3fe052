"""Files sent from a browser go the way of every file of a chat: criterion, checks, receipt, duplicates, and nothing twice."""

import asyncio
from datetime import timedelta

from sqlalchemy import insert, select, update

from jobs import housekeeping
from storage.access import uploads
from storage.tables import Criterion, Evidence, EvidenceFor, Inbox, Support, Upload
from storage.work import assignments
from tests.stories.office import BAO, LIEN, TABLE, TIN, Office, person_of
from tests.web.door import (  # noqa: F401 - fixtures
    PDF,
    Browser,
    code_of,
    emu_fixture,
    entered,
    everything,
    house_fixture,
    link_of,
    linked_template_fixture,
    open_office,
    row_of,
)


def column(office: Office, one):
    with office.store.transaction() as db:
        return list(db.scalars(select(one).order_by(one)))


async def test_a_file_sent_by_the_link_of_a_row_is_evidence_for_that_row(house):
    browser = Browser(house)
    assert await browser.claim(token=await link_of(house, LIEN, "2.2")) == 200
    _, me = await browser.ask("GET", "gui/me")
    assert me["name"] == LIEN
    assert me["row"] == await row_of(browser, "2.2")
    house.quiet()
    key = await browser.send("BC 45.pdf", row=me["row"])
    heard = await house.heard(LIEN)
    assert heard.startswith("2.2: đã nhận 01 tệp (PDF).")
    shown = await browser.look(key)
    assert shown["state"] == "stored"
    assert shown["told"].removeprefix("Đã lưu, mã biên nhận ") in heard
    assert column(house, EvidenceFor.assignment_id) == [me["row"]]


async def test_what_was_sent_together_has_one_receipt_and_one_question_if_no_row_was_chosen(house):
    browser = await entered(house, LIEN)
    for number in range(3):
        key = await browser.send(f"anh {number}.jpg", b"\xff\xd8\xff" + bytes([number]), mime="image/jpeg")
        await house.settled()
    assert (await house.heard(LIEN)).count("là của tiêu chí nào") == 1
    assert (await browser.look(key))["state"] == "asked"
    await house.tells(LIEN, "2.2")
    assert house.phone(LIEN).screen[-1].text.startswith("2.2: đã nhận 03 tệp (ảnh).")


async def test_the_same_bytes_sent_by_chat_and_by_browser_are_told_as_double(house):
    browser = await entered(house, LIEN)
    await house.phone(LIEN).sends_document(PDF, "2.2 bao cao.pdf", caption="2.2")
    assert "2.2: đã nhận 01 tệp" in await house.heard(LIEN)
    await browser.send("ban khac.pdf", PDF, row=await row_of(browser, "2.2"))
    assert "trước đây đã gửi cho 2.2" in await house.heard(LIEN)
    assert len(set(column(house, Evidence.sha256))) == 1


async def test_a_repeated_request_never_makes_a_second_file(house):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    first, again = await browser.begin("a.pdf", len(PDF), row=row), await browser.begin("a.pdf", len(PDF), row=row)
    assert first == again
    key = first[1]["id"]
    assert (await browser.piece(key, 0, PDF[:1000]))[1]["offset"] == 1000
    assert await browser.piece(key, 0, PDF[:1000]) == (409, {"offset": 1000, "size": len(PDF), "state": "open"})
    assert await browser.piece(key, 1500, PDF[1500:]) == (409, {"offset": 1000, "size": len(PDF), "state": "open"})
    assert (await browser.begin("a.pdf", len(PDF), row=row, batch="other"))[1]["offset"] == 1000
    ends = await asyncio.gather(*(browser.piece(key, 1000, PDF[1000:]) for _ in range(5)))
    assert sorted(status for status, _ in ends) == [200, 409, 409, 409, 409]
    await house.settled()
    assert (await browser.piece(key, 1000, PDF[1000:]))[0] == 409
    assert (await browser.begin("a.pdf", len(PDF), row=row))[1]["id"] == key, "it is there already"
    assert [len(rows) for rows in everything(house, Evidence, Upload)] == [1, 1]
    await house.taps(LIEN, "Ghi nhầm, bỏ")
    assert (await browser.begin("a.pdf", len(PDF), row=row))[1]["id"] != key, "taken back in the chat, it may be sent again"


async def test_a_file_chosen_again_for_another_row_goes_on_for_that_row(house):
    browser = await entered(house, LIEN)
    rows = [one["id"] for one in (await browser.ask("GET", "gui/me"))[1]["rows"]]
    _, begun = await browser.begin("a.pdf", len(PDF), row=rows[0])
    await browser.piece(begun["id"], 0, PDF[:100])
    assert (await browser.begin("a.pdf", len(PDF), row=rows[1]))[1]["offset"] == 100
    await browser.piece(begun["id"], 100, PDF[100:])
    await house.settled()
    assert column(house, EvidenceFor.assignment_id) == [rows[1]]


async def test_the_name_tells_the_row_only_if_it_is_surely_that(house):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    names = [
        "2.2 BC 45.pdf",
        "TC 2.2_bien ban.pdf",
        "BC 45.pdf",
        "2.1.33 x.pdf",
        "1.1.1 y.pdf",
        "bao cao 15.11.2026.pdf",
        "2.5 ty dong.pdf",
    ]
    _, told = await browser.ask("POST", "gui/sort", json={"names": names})
    assert [one["row"] for one in told["files"]] == [row, row, None, None, None, None, None]
    assert [bool(one["told"]) for one in told["files"]][:5] == [False, False, False, True, True]
    other = Browser(house)
    await other.claim(token=await link_of(house, LIEN, "2.2"))
    rows = [one["label"].split(" ")[0] for one in (await other.ask("GET", "gui/me"))[1]["rows"]]
    elsewhere = next(code for code in rows if code != "2.2")
    _, told = await other.ask("POST", "gui/sort", json={"names": ["x.pdf", f"{elsewhere} y.pdf"]})
    assert told["files"][0]["row"] == row
    assert told["files"][1]["row"] is None
    assert "khác với tiêu chí đang gửi" in told["files"][1]["told"]


REFUSED = [
    ("phim.mp4", 1000, 415, "hệ thống không nhận ghi âm, video"),
    ("virus.exe", 1000, 415, "loại tệp này không dùng làm tài liệu kiểm chứng"),
    ("a.pdf", 0, 422, "không có nội dung"),
    ("a.pdf", 201 << 20, 413, "vượt mức 200 MB"),
    ("BC TỐI MẬT.pdf", 1000, 422, "bí mật nhà nước"),
]


async def test_what_the_chat_would_refuse_is_refused_before_the_first_byte(house):
    browser = await entered(house, LIEN)
    for name, size, status, words in REFUSED:
        got, answer = await browser.begin(name, size, mime="")
        assert got == status
        assert words in answer["told"]
    assert everything(house, Upload) == [[]]


async def test_a_file_that_is_not_what_it_says_is_refused_on_the_page_and_in_the_chat(house):
    browser = await entered(house, LIEN)
    key = await browser.send("a.pdf", b"MZ no pdf at all", row=await row_of(browser, "2.2"))
    heard = await house.heard(LIEN)
    assert heard.startswith("2.2: a.pdf")
    shown = await browser.look(key)
    assert shown["state"] == "refused"
    assert "PDF" in shown["told"]
    assert column(house, Evidence.id) == []


async def test_a_row_for_document_numbers_only_takes_no_file(house):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    with house.store.transaction() as db:
        db.execute(update(Criterion).where(Criterion.code == "2.2").values(number_only=True))
    status, answer = await browser.begin("a.pdf", len(PDF), row=row)
    assert status == 422
    assert "số văn bản" in answer["told"]
    _, told = await browser.ask("POST", "gui/sort", json={"names": ["2.2 a.pdf"]})
    assert told["files"][0]["row"] is None
    assert all(one["id"] != row for one in (await browser.ask("GET", "gui/me"))[1]["rows"])


async def test_a_row_that_became_number_only_while_the_bytes_came_keeps_no_file(house, tmp_path):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    _, begun = await browser.begin("a.pdf", len(PDF), row=row)
    with house.store.transaction() as db:
        db.execute(update(Criterion).where(Criterion.code == "2.2").values(number_only=True))
    await browser.piece(begun["id"], 0, PDF)
    assert "chỉ nhắn số văn bản" in await house.heard(LIEN)
    assert column(house, Evidence.id) == []
    assert (await browser.look(begun["id"]))["state"] == "refused"
    await housekeeping.tidy_uploads(house.store, house.app.parts, house.now)
    assert house.app.parts.keys() == []
    assert list(tmp_path.glob("data/evidence/??/??/*")) == []


async def test_a_large_file_of_the_chat_is_offered_the_link(house):
    phone = house.phone(LIEN)
    await phone.sends_document(PDF, "to.pdf", size=30 << 20)
    assert "[Gửi tệp lớn]" in await house.heard(LIEN)
    assert "/gui#" in await house.taps(LIEN, "Gửi tệp lớn")


async def test_the_words_offer_a_code_and_the_prompt_a_button(house):
    assert await code_of(house, LIEN)
    await house.tells(LIEN, "2.2")
    assert "[Gửi từ máy tính]" in await house.taps(LIEN, "Gửi tài liệu")
    assert "2.2: trên máy tính, mở trang" in await house.taps(LIEN, "Gửi từ máy tính")


async def test_a_number_typed_under_the_link_is_recorded_for_its_row(house):
    await link_of(house, LIEN, "2.2")
    assert (await house.tells(LIEN, "số 45/BC-UBND ngày 10/11/2026")).startswith("2.2: đã ghi")


async def test_without_a_public_address_the_chat_says_what_to_do_instead(emu, linked_template, tmp_path):
    async with open_office(emu, linked_template, tmp_path, web_url=None) as office:
        told = await office.tells(LIEN, "gửi từ máy tính")
        assert "chưa mở trang web" in told
        await office.tells(LIEN, "2.2")
        assert "[Gửi từ máy tính]" not in await office.taps(LIEN, "Gửi tài liệu")


async def test_where_a_chat_takes_no_documents_the_link_is_handed_out_at_once(house):
    house.app.telegram.abilities = type(house.app.telegram.abilities)(files_in=False)
    await house.tells(LIEN, "2.2")
    told = await house.taps(LIEN, "Gửi tài liệu")
    assert told.startswith("2.2: mở đường dẫn sau")
    assert "Riêng ảnh có thể gửi ngay tại đây" in told
    assert "/gui#" in told


async def test_a_helper_may_send_and_the_owner_is_told(house):
    with house.store.transaction() as db:
        work = next(one for one in assignments.of_person(db, person_of(db, LIEN).id) if one.code == "2.2")
        db.execute(insert(Support).values(assignment_id=work.id, person_id=person_of(db, TIN).id, name=TIN))
    browser = await entered(house, TIN)
    await browser.send("phoi hop.pdf", row=await row_of(browser, "2.2"))
    assert f"{TIN}" in await house.heard(LIEN)
    assert column(house, EvidenceFor.assignment_id) == [work.id]


async def test_files_under_way_are_bounded_for_each_person(house):
    browser = await entered(house, LIEN)
    for number in range(uploads.MOST_OPEN):
        assert (await browser.begin(f"{number}.pdf", 10))[0] == 201
    status, answer = await browser.begin("one more.pdf", 10)
    assert status == 429
    assert "quá nhiều tệp" in answer["told"]
    assert (await browser.begin("0.pdf", 10))[0] == 201, "what is under way may go on"
    _, me = await browser.ask("GET", "gui/me")
    assert (await browser.ask("DELETE", f"files/{me['open'][0]['id']}"))[0] == 204
    assert (await browser.begin("one more.pdf", 10))[0] == 201
    other = await entered(house, TIN)
    assert (await other.begin("mine.pdf", 10))[0] == 201
    for number in range(4):
        assert (await other.begin(f"big {number}.pdf", 200 << 20))[0] == 201
    status, answer = await other.begin("big.pdf", 200 << 20)
    assert (status, answer["error"]) == (429, "bytes")


async def test_what_nobody_finished_goes_away_after_two_days_and_what_is_whole_once_it_is_evidence(house):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    _, begun = await browser.begin("half.pdf", len(PDF), row=row)
    await browser.piece(begun["id"], 0, PDF[:100])
    whole = await browser.send("whole.pdf", row=row)
    await house.settled()
    assert len(house.app.parts.keys()) == 2
    await housekeeping.tidy_uploads(house.store, house.app.parts, house.now)
    assert house.app.parts.keys() == [begun["id"]]
    assert (await browser.look(whole))["state"] == "stored", "the page may still ask"
    later = house.now + uploads.FORGET_OPEN + timedelta(minutes=1)
    await housekeeping.tidy_uploads(house.store, house.app.parts, later)
    assert house.app.parts.keys() == []
    assert column(house, Inbox.channel).count("upload") == 1


async def test_a_full_disk_keeps_nothing_half_and_the_coordinator_is_told(house, monkeypatch):
    browser = await entered(house, LIEN)
    row = await row_of(browser, "2.2")
    _, begun = await browser.begin("a.pdf", len(PDF), row=row)
    await browser.piece(begun["id"], 0, PDF[:100])
    monkeypatch.setattr("storage.evidence.parts.os.pwrite", _no_space)
    status, answer = await browser.piece(begun["id"], 100, PDF[100:])
    assert status == 507
    assert "hết dung lượng" in answer["told"]
    monkeypatch.undo()
    assert house.app.parts.keys() == []
    assert (await browser.look(begun["id"]))["state"] == "dropped"
    assert "Ổ đĩa của máy chủ đã đầy" in await house.heard(BAO)
    monkeypatch.setattr("storage.evidence.parts.RESERVE", 1 << 60)
    assert (await browser.begin("b.pdf", len(PDF), row=row))[0] == 507
    monkeypatch.undo()
    assert (await browser.begin("b.pdf", len(PDF), row=row))[0] == 201


def _no_space(*_arguments):
    raise OSError(28, "No space left on device")


async def test_the_coordinator_sends_the_assignment_table_from_the_office_pc(house):
    browser = await entered(house, BAO)
    assert (await browser.ask("GET", "gui/me"))[1]["loads"] is True
    key = await browser.send("phan cong.csv", TABLE.read_bytes(), mime="text/csv")
    assert "đọc được" in await house.heard(BAO)
    assert (await browser.look(key))["told"].startswith("Đã nhận bảng phân công")
    again = await browser.send("phan cong.csv", TABLE.read_bytes(), mime="text/csv", batch="b2")
    assert again != key, "sent again it is read again"
    assert (await (await entered(house, LIEN)).ask("GET", "gui/me"))[1]["loads"] is False
