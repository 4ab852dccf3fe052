"""Last year's documents as the model: found for the same criterion, told with number and day, shown to who holds or checks it now."""

from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import insert, select, update

from jobs.outcome import Abilities
from storage.db import Store
from storage.evidence.last_documents import Leaf, same
from storage.office import people
from storage.rules.status import Role
from storage.tables import Assignment, Campaign, Criterion, Evidence, EvidenceFor
from storage.work import campaigns
from tests.evidence import hostile
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    """2.1.3 was proven in 2025 with a report that Bình sent; the year is closed."""
    made = Office(store, tmp_path, now)
    made.phones["an"].sends(made.platform.file("bao cao 2025.pdf", hostile.pdf()), caption="2.1.4", batch="1")
    return made


async def closed_year(office: Office, *, number_only: bool = False) -> int:
    """Move what was sent for 2.1.4 to the same criterion of the year before, under a code of that year."""
    await office.fetcher.run_once()
    office.phones["an"].sees()
    with office.store.transaction() as db:
        before = campaigns.ensure(db, office.id, 2025)
        leaf = db.execute(select(Criterion.__table__).where(Criterion.code == "2.1.4")).mappings().one()
        values = {key: leaf[key] for key in leaf if key != "id"} | {"campaign_id": before, "code": "1.7"}
        old = db.scalars(insert(Criterion).values(**values).returning(Criterion.id)).one()
        row = db.execute(select(Assignment.__table__).where(Assignment.id == office.rows["2.1.4"])).mappings().one()
        values = {key: row[key] for key in row if key != "id"} | {"criterion_id": old, "person_id": office.people["binh"], "result_document": "Báo cáo số 9/BC-UBND"}
        kept = db.scalars(insert(Assignment).values(**values).returning(Assignment.id)).one()
        db.execute(update(EvidenceFor).values(assignment_id=kept))
        db.execute(update(Evidence).values(number="45/BC-UBND", issued_on=date(2025, 11, 10), agency="UBND phường Minh Tân", person_id=office.people["binh"]))
        db.execute(update(Campaign).where(Campaign.id == before).values(closed_on=date(2026, 1, 31)))
        db.execute(update(Criterion).where(Criterion.code == "2.1.4").values(number_only=number_only))
    return office.column(select(Evidence.id))[0]


async def test_the_card_and_the_prompt_lead_to_last_years_documents_and_the_file_comes_again(office: Office):
    await closed_year(office)
    an = office.phones["an"]
    an.goes(f"row:{office.rows['2.1.4']}")
    told = an.taps("Xem tài liệu năm trước")
    assert told == (
        "2.1.4: tài liệu năm 2025, để làm mẫu. Chọn số để xem.\n"
        "1. bao cao 2025.pdf: số 45/BC-UBND ngày 10/11/2025, UBND phường Minh Tân\n"
        "Trong bảng phân công năm đó: Báo cáo số 9/BC-UBND."
    )
    an.taps("1")
    assert an.messages[0].file["name"] == "bao cao 2025.pdf"
    assert "Ghi nhầm, bỏ" not in an.labels, "what another year rests on is not taken back from here"
    an.goes(f"send:{office.rows['2.1.4']}")
    assert "Xem tài liệu năm trước" in an.labels


async def test_it_is_a_numbered_line_where_there_are_no_buttons(office: Office):
    await closed_year(office)
    an = office.phones["an"]
    an.more["abilities"] = Abilities(buttons=False)
    an.goes(f"last_docs:{office.rows['2.1.4']}")
    an.says("1")
    assert an.messages[0].file["name"] == "bao cao 2025.pdf"


async def test_only_who_holds_helps_or_checks_the_row_now_sees_them(office: Office):
    one = await closed_year(office)
    with office.store.transaction() as db:
        people.grant(db, office.people["ha"], office.id, Role.CHAIRPERSON)
    for who, sees in (("an", True), ("dung", True), ("chi", True), ("binh", False), ("ha", False)):
        for route in (f"last_docs:{office.rows['2.1.4']}", f"last_doc:{office.rows['2.1.4']}:{one}"):
            assert ("bao cao 2025.pdf" in office.phones[who].goes(route)) is sees, (who, route)
    assert "không còn hiệu lực" in office.phones["an"].goes(f"last_doc:{office.rows['2.1.3']}:{one}"), "by its own row only"


async def test_of_a_criterion_with_citizens_data_only_the_number_is_told(office: Office):
    one = await closed_year(office, number_only=True)
    told = office.phones["an"].goes(f"last_doc:{office.rows['2.1.4']}:{one}")
    assert "chỉ xem được số văn bản: bao cao 2025.pdf: số 45/BC-UBND ngày 10/11/2025" in told
    assert office.phones["an"].messages[0].file is None


def test_without_a_year_before_nothing_is_offered(office: Office):
    an = office.phones["an"]
    an.goes(f"row:{office.rows['2.1.3']}")
    assert "Xem tài liệu năm trước" not in an.labels
    assert "không lưu tài liệu nào của năm 2025" in an.goes(f"last_docs:{office.rows['2.1.3']}")


@pytest.mark.parametrize(
    ("leaves", "found"),
    [
        ([("1.7", "Kế hoạch CCHC năm 2025")], "1.7"),  # the same words but for the year, under another code
        ([("1.7", "Kế hoạch CCHC năm 2025"), ("2.1", "Kế hoạch CCHC năm 2025")], "2.1"),
        ([("2.1", "Kế hoạch cải cách hành chính, CCHC năm")], "2.1"),
        ([("2.1", "Số hóa hồ sơ")], None),  # another criterion had this code
        ([], None),
    ],
)
def test_the_criterion_of_last_year_is_found_by_its_words_then_by_its_code(leaves, found):
    work = SimpleNamespace(code="2.1", title="Kế hoạch CCHC năm 2026")
    one = same(work, [Leaf(number, *leaf) for number, leaf in enumerate(leaves)])
    assert (one.code if one else None) == found
