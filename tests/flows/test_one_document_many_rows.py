"""One document for many criteria: the likely ones offered, several chosen, each taken back alone."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select, update

from jobs.outcome import Abilities
from storage.db import Store
from storage.evidence import documents, likely
from storage.evidence.likely import Traits
from storage.tables import Criterion, Evidence, EvidenceFor
from tests.evidence import hostile
from tests.evidence.papers import PAPERS, write_docx
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    made = Office(store, tmp_path, now)
    for code, owner in (("3.1", "an"), ("3.2", "an"), ("4.1", "an"), ("5.1", "ha")):
        made.rows[code] = made.row(code, owner)
    titles = {
        "2.1.3": ("Báo cáo cải cách hành chính quý", "Báo cáo"),
        "2.1.4": ("Niêm yết công khai thủ tục", "Ảnh niêm yết"),
        "3.1": ("Tuyên truyền cải cách hành chính", "Báo cáo kết quả tuyên truyền"),
        "3.2": ("Rà soát văn bản quy phạm", "Danh mục văn bản"),
        "4.1": ("Đào tạo, bồi dưỡng công chức", "Kế hoạch"),
    }
    with store.transaction() as db:
        for code, (title, needs) in titles.items():
            db.execute(update(Criterion).where(Criterion.code == code).values(title=title, required_evidence=needs))
    return made


def served(office: Office) -> list[str]:
    """The codes of the rows that have documents."""
    with office.store.transaction() as db:
        return [code for code, row in office.rows.items() if documents.of_assignment(db, row)]


async def sent(office: Office, caption: str = "2.1.3", name: str = "bao cao tuyen truyen cai cach.pdf", body: bytes = b"") -> str:
    office.phones["an"].sends(office.platform.file(name, body or hostile.pdf()), caption=caption, batch="1")
    await office.fetcher.run_once(office.phones["an"].now)
    return office.phones["an"].sees()


async def test_the_row_whose_words_the_document_bears_is_offered_by_name_and_takes_it_with_one_tap(office: Office, tmp_path):
    write_docx(PAPERS[0], tmp_path / "a.docx")
    await sent(office, name="bao cao tuyen truyen.docx", body=(tmp_path / "a.docx").read_bytes())
    an = office.phones["an"]
    offered = [label for label in an.labels if label.startswith("Dùng")]
    assert offered == ["Dùng cả cho 3.1 - Tuyên truyền cải cách…", "Dùng cho tiêu chí khác"]
    told = an.taps("Dùng cả cho 3.1")
    assert told.startswith("3.1: đã dùng thêm 01 tài liệu này.")
    assert an.labels[:2] == ["Đã hoàn thành", "Đang thực hiện"]
    assert served(office) == ["2.1.3", "3.1"]
    assert an.taps("Ghi nhầm, bỏ") == "3.1: đã bỏ tài liệu khỏi tiêu chí này; tài liệu vẫn dùng cho: 2.1.3."
    assert served(office) == ["2.1.3"]


@pytest.mark.parametrize("typed", ["3.1 và 3.2", "dùng cho 3.2, 3.1", "2, 3", "2 và 3"])
async def test_several_are_chosen_at_once_by_codes_or_by_numbers_also_where_there_are_no_buttons(office: Office, typed: str):
    an = office.phones["an"]
    an.more["abilities"] = Abilities(buttons=False)
    await sent(office, name="scan.pdf")
    told = an.goes(f"also:{office.fetched()[0].id}")
    assert told.startswith("Tài liệu đang dùng cho: 2.1.3. Dùng thêm cho tiêu chí nào?")
    assert [label.partition(" ")[0] for label in an.labels[:4]] == ["2.1.4", "3.1", "3.2", "4.1"]
    assert an.says(typed).count("đã dùng thêm 01 tài liệu này.") == 2
    assert served(office) == ["2.1.3", "3.1", "3.2"]
    assert "3.2: đã bỏ" in an.taps("Không dùng cho 3.2")
    assert served(office) == ["2.1.3", "3.1"]


async def test_siblings_that_come_late_serve_every_row_that_was_chosen(office: Office):
    an = office.phones["an"]
    await sent(office)
    an.goes(f"also:{office.fetched()[0].id}:{office.rows['3.2']}")
    an.wait(seconds=14).sends(office.platform.photo(), batch="1")
    await office.fetcher.run_once(an.now)
    assert "Dùng cả cho 3.2." in office.outbox("receipt:")[-1].payload["text"]
    assert len(office.column(select(EvidenceFor.id).where(EvidenceFor.assignment_id == office.rows["3.2"]))) == 2


async def test_a_caption_that_names_several_rows_is_asked_about_once_with_all_of_them_as_one_choice(office: Office):
    an = office.phones["an"]
    told = an.sends(office.platform.photo(), caption="3.1, 3.2", batch="1")
    assert "của tiêu chí nào" in told
    assert an.taps("Dùng cho cả 02 tiêu chí trên").startswith("3.1: đang tải 01 tệp")
    assert "Dùng cả cho 3.2." in an.text
    await office.fetcher.run_once(an.now)
    assert served(office) == ["3.1", "3.2"]
    assert an.sees().count("Dùng cả cho 3.2.") == 1


async def test_a_document_known_by_its_number_serves_other_rows_too(office: Office):
    an = office.phones["an"]
    assert "số 45/BC-UBND" in an.says("2.1.3 BC số 45/BC-UBND ngày 10/11/2026")
    an.taps("Dùng cho tiêu chí khác")
    assert an.taps("4.1").startswith("4.1: đã dùng thêm 01 tài liệu này.")
    assert served(office) == ["2.1.3", "4.1"]


async def test_files_go_to_no_row_that_takes_numbers_only_and_nobody_gives_to_a_row_of_others(office: Office):
    an = office.phones["an"]
    office.rows["6.1"] = office.row("6.1", "an", number_only=True)
    await sent(office)
    first = office.fetched()[0].id
    an.goes(f"also:{first}")
    assert not any(label.startswith("6.1") for label in an.labels)
    assert "6.1: tiêu chí này không nhận tệp" in an.goes(f"also:{first}:{office.rows['6.1']}")
    assert "không do đồng chí phụ trách" in an.goes(f"also:{first}:{office.rows['5.1']}")
    assert "không còn hiệu lực" in office.phones["ha"].goes(f"also:{first}:{office.rows['5.1']}")
    assert "không phụ trách, phối hợp tiêu chí 5.1" in (an.goes(f"also:{first}") and an.says("5.1"))
    assert served(office) == ["2.1.3"]


async def test_a_helper_gives_a_document_to_a_row_and_who_answers_for_it_learns_of_it(office: Office):
    binh, ha = office.phones["binh"], office.phones["ha"]
    office.rows["7.1"] = office.row("7.1", "binh")
    binh.sends(office.platform.file("a.pdf", hostile.pdf()), caption="7.1", batch="1")
    await office.fetcher.run_once(binh.now)
    one = office.column(select(EvidenceFor.evidence_id))[0]
    assert binh.goes(f"also_doc:{one}:{office.rows['2.1.3']}").startswith("2.1.3: đã dùng thêm")
    assert "Trần Thị Bình (phối hợp) đã gửi tài liệu" in office.phones["an"].sees()
    assert "không còn hiệu lực" in ha.goes(f"also_not:{office.fetched()[0].id}:{office.rows['2.1.3']}")
    assert "không do đồng chí phụ trách" in ha.goes(f"also_not_doc:{one}:{office.rows['2.1.3']}")
    assert served(office) == ["2.1.3", "7.1"]


async def test_what_was_accepted_keeps_its_document_and_the_row_it_was_sent_for_is_not_left_without(office: Office):
    an = office.phones["an"]
    await sent(office)
    first = office.fetched()[0].id
    an.goes(f"also:{first}:{office.rows['3.1']}")
    office.reported("3.1")
    office.phones["dung"].wait(minutes=5).goes(f"accept:{office.rows['3.1']}:20261118")
    assert "Không còn nội dung nào bỏ được" in an.goes(f"also_not:{first}:{office.rows['3.1']}")
    assert "Không còn nội dung nào bỏ được" in an.goes(f"also_not:{first}:{office.rows['2.1.3']}")
    assert served(office) == ["2.1.3", "3.1"]


async def test_the_same_bytes_are_known_again_with_the_number_that_was_confirmed_for_them(office: Office, tmp_path):
    write_docx(PAPERS[0], tmp_path / "a.docx")
    body = (tmp_path / "a.docx").read_bytes()
    await sent(office, name="a.docx", body=body)
    office.phones["an"].taps("Đúng: ")
    an = office.phones["an"].wait(minutes=1)
    an.sends(office.platform.file("a lan 2.docx", body), caption="4.1", batch="2")
    await office.fetcher.run_once(an.now)
    assert "Tệp a lan 2.docx đã có ở 2.1.3." in an.sees()
    assert office.column(select(Evidence.number).order_by(Evidence.id)) == [PAPERS[0].number, PAPERS[0].number]
    an.sends(office.platform.file("a lan 3.docx", body), caption="2.1.3", batch="3")
    await office.fetcher.run_once(an.now + timedelta(minutes=1))
    assert "Tệp a lan 3.docx trước đây đã gửi cho 2.1.3; chỉ tính một lần. Tệp a lan 3.docx đã có ở 4.1." in an.sees()
    an.sends(office.platform.file("a lan 4.docx", body), caption="3.1", batch="4")
    await office.fetcher.run_once(an.now + timedelta(minutes=2))
    assert "Tệp a lan 4.docx đã có ở 2.1.3 và 4.1." in an.sees(), "one sentence"


def test_likely_rows_are_told_by_code_number_kind_of_paper_and_words_of_their_own():
    texts = [
        ("2.1.3", "Công khai thủ tục hành chính", "Báo cáo"),
        ("2.1.4", "Niêm yết thủ tục hành chính tại trụ sở", "Ảnh; quyết định"),
        ("3.1", "Báo cáo theo số 12/KH-UBND về thủ tục hành chính", "Kế hoạch"),
    ]
    rows = [
        SimpleNamespace(id=number, code=code, title=title, required_evidence=needs, result_document=None)
        for number, (code, title, needs) in enumerate(texts, 1)
    ]
    found = likely.scores(rows, Traits(("dung cho 2.1.3", "thu tuc hanh chinh"), ("12/KH-UBND",), frozenset({"quyết định"})))
    assert found[1] >= likely.NAMED > found[3] >= likely.NUMBERED > found[2] == likely.PAPER, "words of all rows tell none apart"
    assert [row.id for row in likely.likely(rows, Traits(("anh niem yet tai tru so", "2.1.3.jpg")))] == [1, 2]
