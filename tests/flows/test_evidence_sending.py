"""Documents sent in the chat: which row they are for, what is told, and how it is put right."""

from pathlib import Path

import pytest
from sqlalchemy import select, update

from storage.db import Store
from storage.tables import Assignment, Criterion, EvidenceFor, Outbox
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


async def test_a_caption_with_the_code_gives_a_receipt_only_when_the_bytes_are_safe(office: Office):
    an = office.phones["an"]
    assert an.sends(office.platform.file("bao cao.pdf"), caption="TC 2.1.3 nhé") == ""
    assert office.kept("2.1.3") == []
    assert await office.fetcher.run_once() == 1
    told = an.sees()
    assert told.startswith("2.1.3: đã nhận 01 tệp (PDF). Mã biên nhận ")
    assert an.labels == ["Đã hoàn thành", "Đang thực hiện", "Dùng cho tiêu chí khác", "Sửa", "Ghi nhầm, bỏ"]
    assert office.kept("2.1.3") == ["bao cao.pdf"]


async def test_sending_a_file_does_not_change_the_state(office: Office):
    office.phones["an"].sends(office.platform.photo(), caption="2.1.3")
    await office.fetcher.run_once()
    assert office.column(select(Assignment.progress).where(Assignment.id == office.rows["2.1.3"])) == ["not_started"]


@pytest.mark.fault(37)
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
    assert len(office.kept("2.1.4")) == 10
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
    assert office.kept("2.1.4") == ["a.pdf"]  # the same bytes twice are one document
    assert len(office.column(select(EvidenceFor.id))) == 2


@pytest.mark.parametrize("typed", ["1", "2.1.3", "tc 2.1.3", "mã 2.1.3."])
async def test_the_question_can_be_answered_by_number_or_by_code(office: Office, typed: str):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"))
    await office.fetcher.run_once(an.now)
    an.sees()
    assert an.says(typed).startswith("2.1.3: đã nhận 01 tệp (PDF)") or an.sees()
    assert office.kept("2.1.3") == ["a.pdf"]


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
    assert office.kept("2.1.3") == ["a.pdf"]


async def test_the_send_button_says_what_is_required_and_takes_the_next_file(office: Office):
    an = office.phones["an"]
    told = an.goes(f"send:{office.rows['2.1.4']}")
    assert "Tài liệu cần có: Báo cáo; ảnh niêm yết." in told
    assert an.sends(office.platform.file("a.pdf")) == ""
    await office.fetcher.run_once(an.now)
    assert office.kept("2.1.4") == ["a.pdf"]


def test_braces_in_what_is_required_are_shown_as_they_stand(office: Office):
    with office.store.transaction() as db:
        db.execute(update(Criterion).values(required_evidence="Báo cáo theo {mẫu 01}"))
    told = office.phones["an"].goes(f"send:{office.rows['2.1.4']}")
    assert told.startswith("2.1.4: ")
    assert "Tài liệu cần có: Báo cáo theo {mẫu 01}." in told


async def test_a_reply_to_a_message_about_a_row_is_for_that_row(office: Office):
    an = office.phones["an"]
    an.goes(f"docs:{office.rows['2.1.4']}")
    with office.store.transaction() as db:
        db.execute(update(Outbox).where(Outbox.chat == "telegram:1").values(state="sent", message_id="900"))
    an.goes("work")
    an._does("files", files=(office.platform.file("a.pdf"),), reply_to="900")
    await office.fetcher.run_once(an.now)
    assert office.kept("2.1.4") == ["a.pdf"]


async def test_the_row_just_spoken_of_counts_for_some_minutes_and_not_after_a_list(office: Office):
    an = office.phones["an"]
    an.goes(f"docs:{office.rows['2.1.4']}")
    assert an.wait(minutes=5).sends(office.platform.file("a.pdf", b"%PDF-1")) == ""
    await office.fetcher.run_once(an.now)
    assert office.kept("2.1.4") == ["a.pdf"]
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
    assert office.kept("2.1.4") == ["b.pdf"]


async def test_two_captions_of_one_album_go_two_ways(office: Office):
    an = office.phones["an"]
    an._does("files", files=(office.platform.file("a.pdf", b"%PDF-1"),), text="2.1.3", batch="9", message_id="1")
    an._does("files", files=(office.platform.file("b.pdf", b"%PDF-2"),), text="2.1.4", batch="9", message_id="2")
    await office.fetcher.run_once(an.now)
    assert (office.kept("2.1.3"), office.kept("2.1.4")) == (["a.pdf"], ["b.pdf"])


async def test_an_edited_caption_decides_and_does_not_bring_the_file_twice(office: Office):
    an = office.phones["an"]
    one = office.platform.file("a.pdf")
    an._does("files", files=(one,), message_id="31")
    an._does("files", files=(one,), text="2.1.3", message_id="31", is_edited=True)
    assert await office.fetcher.run_once(an.now) == 1
    assert office.kept("2.1.3") == ["a.pdf"]


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
    assert (office.kept("2.1.3"), office.kept("2.1.4")) == ([], ["a.pdf"])
    assert an.taps("Ghi nhầm, bỏ").startswith("2.1.4: đã bỏ 01 tài liệu. Tình trạng giữ nguyên: Chưa thực hiện.")
    assert office.kept("2.1.4") == []
    assert "Không còn nội dung nào bỏ được" in an.goes(f"drop_files:{office.fetched()[0].id}")


async def test_a_file_dropped_while_it_is_on_its_way_never_counts(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3", batch="4")
    an.goes(f"drop_files:{office.fetched()[0].id}")
    an.sends(office.platform.file("b.pdf"), batch="4")
    assert await office.fetcher.run_once(an.now) == 0
    assert office.kept("2.1.3") == []


async def test_what_was_accepted_cannot_be_dropped_or_moved(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("a.pdf"), caption="2.1.3")
    await office.fetcher.run_once(an.now)
    office.reported("2.1.3")
    dung = office.phones["dung"].wait(minutes=5)
    assert "đã xác nhận" in dung.goes(f"accept:{office.rows['2.1.3']}:20261118")
    first = office.fetched()[0].id
    assert "Không còn nội dung nào bỏ được" in an.goes(f"drop_files:{first}")
    assert "Không còn nội dung nào bỏ được" in an.goes(f"move_files:{first}:{office.rows['2.1.4']}")
    assert office.kept("2.1.3") == ["a.pdf"]


@pytest.mark.parametrize("words", ["gửi nhầm, bỏ file vừa rồi", "gui nham bo tep vua roi"])
async def test_words_about_a_wrong_file_take_back_the_file_and_not_the_report(office: Office, words: str):
    an = office.phones["an"]
    an.says("2.1.3 đang làm 60%")
    an.sends(office.platform.file("nham.pdf"), caption="2.1.3")
    await office.fetcher.run_once()
    an.says(words)
    assert office.kept("2.1.3") == []
    assert "60 %" in an.says("2.1.3")
