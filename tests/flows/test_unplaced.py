"""Documents of which nobody said what they prove: asked about in the morning message, and shown to the coordinator in the end."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import select, update

from jobs import digests, plan, preview
from jobs.render import ready
from locales.formats import VIETNAM
from locales.message import Message
from storage.db import Store
from storage.evidence import documents, fetches, unplaced
from storage.messages.outbox import Claimed
from storage.office import units
from storage.tables import Assignment, Audit, Outbox
from tests.flows.evidence_office import Office
from tests.wishes import fulfil

FRIDAY = date(2026, 11, 20)  # on which the documents come


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), VIETNAM)


@pytest.fixture
async def office(store: Store, tmp_path: Path) -> Office:
    """An sends a report and two photos together on Friday morning and never says for which row; nothing of An's is due soon."""
    made = Office(store, tmp_path, at(FRIDAY, 9))
    with store.transaction() as db:
        units.set_sending(db, made.id, at(date(2026, 11, 16), 7))
        db.execute(update(Assignment).values(due_on=date(2027, 3, 31)))
    morning(made, FRIDAY)
    made.phones["an"].sends(made.platform.file("scan001.pdf"), batch="1")
    for _ in range(2):
        made.phones["an"].sends(made.platform.photo(), batch="2")
    while await made.fetcher.run_once():
        pass
    return made


def morning(office: Office, day: date, person: str = "an") -> Message | None:
    """The message that the morning's tick plans for somebody, as it leaves."""
    now = at(day, 7, 45)
    with office.store.transaction() as db:
        plan.tick(db, now, VIETNAM)
        query = select(Outbox.__table__).where(Outbox.key == f"remind:{office.people[person]}:{day}:morning")
        row = db.execute(query).one_or_none()
        if row is None:
            return None
        columns = (row.id, row.key, row.channel, row.chat, row.person_id, row.lane, row.kind, row.payload, 0, None, row.expires_at)
        made = ready(db, Claimed(*columns), now, VIETNAM)
        db.execute(update(Outbox).where(Outbox.id == row.id).values(state="sent"))
        return made.message


def test_it_is_asked_on_working_days_one_three_and_five_and_only_the_sender(office: Office):
    days = [date(2026, 11, day) for day in range(20, 31)] + [date(2026, 12, 1)]
    asked = [day.day for day in days if morning(office, day)]
    assert asked == [23, 25, 27]
    assert [one for one in office.outbox("remind:") if one.person_id != office.people["an"]] == []


def test_a_message_about_nothing_else_is_announced_beforehand(office: Office):
    with office.store.transaction() as db:
        told = {day: preview.planned_for(db, office.id, date(2026, 11, day), VIETNAM, at(FRIDAY, 10)) for day in (23, 24, 25)}
    assert {day: [(one.person, one.rows, one.unplaced) for one in people] for day, people in told.items()} == {
        23: [("Lê Văn An", (), 2)],
        24: [],
        25: [("Lê Văn An", (), 2)],
    }


def test_each_sending_is_placed_by_its_number_and_the_next_one_is_offered(office: Office):
    an = office.phones["an"]
    message = morning(office, date(2026, 11, 23))
    assert message is not None
    assert message.text.splitlines() == [
        "Đồng chí Lê Văn An có tài liệu đã gửi nhưng chưa ghi vào tiêu chí nào.",
        "- scan001.pdf, nhận ngày 20/11/2026",
        "- photo.jpg và 01 tệp khác, nhận ngày 20/11/2026",
    ]
    an.wait(days=3)
    told = an.says("1")
    assert told == "Tài liệu scan001.pdf, nhận ngày 20/11/2026 là của tiêu chí nào?"
    assert an.labels[:2] == ["2.1.3 - Công khai thủ tục hành chính 2.1.3", "2.1.4 - Công khai thủ tục hành chính 2.1.4"]
    assert an.says("2").startswith("2.1.4: đã nhận 01 tệp (PDF).")
    assert an.taps("Tài liệu chưa có tiêu chí (01)") == "Tài liệu photo.jpg và 01 tệp khác, nhận ngày 20/11/2026 là của tiêu chí nào?"
    assert an.taps("2.1.3").startswith("2.1.3: đã nhận 02 tệp (ảnh).")
    with office.store.transaction() as db:
        assert [len(documents.of_assignment(db, office.rows[code])) for code in ("2.1.3", "2.1.4")] == [2, 1]
        assert unplaced.of_person(db, office.people["an"]) == []
    assert morning(office, date(2026, 11, 25)) is None


def test_it_stands_below_the_rows_of_a_morning_that_has_some(office: Office):
    office.set_row("2.1.3", due_on=date(2026, 11, 25))
    message = morning(office, date(2026, 11, 24))  # the day before; by itself the document would be silent
    assert message is not None
    row, head, *lines = message.text.splitlines()[1:]
    assert row.startswith("2.1.3 - ")
    assert head == "Tài liệu đã gửi, chưa ghi vào tiêu chí nào:"
    assert len(lines) == 2
    assert [choice.label for choice in message.choices][-2:] == ["Ghi scan001.pdf", "Ghi photo.jpg và 01 tệp khác"]


def test_what_was_taken_back_is_asked_about_no_more(office: Office):
    an = office.phones["an"]
    morning(office, date(2026, 11, 23))
    an.wait(days=3).says("1")
    assert "01 tệp" in an.taps("Ghi nhầm, bỏ")
    message = morning(office, date(2026, 11, 25))
    assert message is not None
    assert "scan001.pdf" not in message.text


def test_nobody_places_the_documents_of_somebody_else(office: Office):
    with office.store.transaction() as db:
        first = unplaced.of_person(db, office.people["an"])[0].first
    told = office.phones["binh"].goes(f"place:{first}")
    assert "scan001" not in told
    assert office.phones["binh"].goes("unplaced") == "Mọi tài liệu đồng chí đã gửi đều đã ghi vào tiêu chí."


def test_the_coordinator_sees_it_after_three_working_days_without_the_names_of_files(office: Office, tmp_path: Path):
    chi = office.phones["chi"]
    chi.now = at(date(2026, 11, 24), 8)
    assert "chưa" not in chi.goes("trouble")
    chi.now = at(date(2026, 11, 25), 8)
    assert "Tài liệu nhiều ngày chưa có tiêu chí: 02 lần gửi." in chi.goes("office")
    told = chi.goes("trouble")
    assert "người gửi đã được hỏi lại: 02 lần gửi.\n- Lê Văn An: 01 tệp, ngày 20/11/2026\n- Lê Văn An: 02 tệp, ngày 20/11/2026" in told
    assert "scan001" not in told
    with office.store.transaction() as db:
        digests.tick(db, at(date(2026, 11, 30), 7, 45), VIETNAM, papers=True)
    fulfil(office.store, at(date(2026, 11, 30), 7, 45), data_dir=tmp_path)
    (week,) = office.outbox("week:")
    assert "- Lê Văn An: 02 tệp, ngày 20/11/2026" in week.payload["text"]


@pytest.fixture
def late(office: Office) -> Office:
    """Wednesday 25/11/2026, 8:00: the coordinator and the head see what An has not placed since Friday."""
    for phone in office.phones.values():
        phone.now = at(date(2026, 11, 25), 8)
    return office


def open_first(phone) -> str:
    listed = phone.goes("loose_all")
    assert "scan001" not in listed
    return phone.says("1")


@pytest.mark.parametrize("who", ["chi", "dung"])
def test_the_coordinator_or_the_head_places_it_and_the_sender_learns_of_it_and_may_change_it(late: Office, who: str):
    other, an = late.phones[who], late.phones["an"]
    told = open_first(other)
    assert told.startswith("Lê Văn An: 01 tệp, ngày 20/11/2026, chưa ghi vào tiêu chí nào:\n- scan001.pdf")
    assert other.labels[:2] == ["2.1.3 - Công khai thủ tục hành chính 2.1.3", "2.1.4 - Công khai thủ tục hành chính 2.1.4"]
    answer = other.taps("2.1.4")
    assert answer.startswith("2.1.4: đã ghi tài liệu (Lê Văn An: 01 tệp, ngày 20/11/2026). Đã báo đồng chí Lê Văn An.")
    heard = an.sees()
    assert "đã ghi vào tiêu chí này tài liệu đồng chí gửi ngày 20/11/2026: scan001.pdf." in heard
    assert an.labels == ["Đã hoàn thành", "Đang thực hiện", "Sửa", "Ghi nhầm, bỏ", "Đã rõ"]
    assert an.taps("Sửa").startswith("Tài liệu")
    assert an.says("2.1.3").startswith("2.1.3: đã nhận 01 tệp (PDF).")
    assert "scan001.pdf" not in other.taps("Ghi nhầm, bỏ"), "the sender has moved it since"
    with late.store.transaction() as db:
        assert [len(documents.of_assignment(db, late.rows[code])) for code in ("2.1.3", "2.1.4")] == [1, 0]


def test_what_was_placed_is_taken_back_until_it_is_checked(late: Office):
    chi, an = late.phones["chi"], late.phones["an"]
    open_first(chi)
    chi.taps("2.1.4")
    assert chi.taps("Ghi nhầm, bỏ") == "2.1.4: đã bỏ. Tài liệu trở lại chưa có tiêu chí; đã báo người gửi."
    assert "trở lại chưa có tiêu chí" in an.sees()
    assert an.taps("Chọn tiêu chí").startswith("Tài liệu scan001.pdf")
    with late.store.transaction() as db:
        assert len(unplaced.of_person(db, late.people["an"])) == 2
    open_first(chi)
    chi.taps("2.1.4")
    undo = chi.choice("Ghi nhầm, bỏ").route
    late.reported("2.1.4")
    assert "đã xác nhận" in chi.goes(f"accept:{late.rows['2.1.4']}")
    assert chi.goes(undo).startswith("Không còn")
    with late.store.transaction() as db:
        assert len(documents.of_assignment(db, late.rows["2.1.4"])) == 1


def test_a_typed_code_places_it_at_somebody_elses_row_and_both_learn_of_it(late: Office):
    chi = late.phones["chi"]
    open_first(chi)
    assert "Không có tiêu chí 9.9.9" in chi.says("9.9.9")
    assert chi.says("2.3.1").startswith("2.3.1: đã ghi tài liệu (Lê Văn An")
    assert "do đồng chí Lê Văn An gửi" in late.phones["dung"].sees()
    assert late.phones["an"].sees() != ""


def test_a_row_that_takes_numbers_only_takes_none_and_nothing_is_destroyed(late: Office):
    chi = late.phones["chi"]
    late.row("4.1", "an", number_only=True)
    open_first(chi)
    assert "không nhận tệp" in chi.says("4.1")
    with late.store.transaction() as db:
        assert len(unplaced.of_person(db, late.people["an"])) == 2


def test_nobody_else_sees_or_places_it_not_even_by_a_button_made_up(late: Office):
    with late.store.transaction() as db:
        first = unplaced.of_person(db, late.people["an"])[0].first
        (kept,) = documents.of_batch(db, fetches.batch_of(db, first, late.people["an"]))
    routes = ("loose_all", f"loose:{first}", f"loose_see:{first}:{kept.id}", f"loose_for:{first}:{late.rows['2.1.3']}", f"loose_undo:{first}")
    for who in ("an", "binh"):
        for route in routes:
            assert "scan001" not in late.phones[who].goes(route)
    late.phones["chi"].now = at(date(2026, 11, 24), 8)  # for three working days only the sender is asked
    for route in routes:
        assert "scan001" not in late.phones["chi"].goes(route)
    with late.store.transaction() as db:
        assert len(unplaced.of_person(db, late.people["an"])) == 2


def test_each_look_is_kept_in_the_history_and_the_file_comes_back(late: Office):
    chi = late.phones["chi"]
    open_first(chi)
    chi.taps("Xem scan001.pdf")
    assert chi.messages[-1].file is not None
    chi.goes("loose_all")
    assert "Ghi tài liệu vào tiêu chí (02)" in (chi.goes("checks"), chi.labels)[1]
    assert "Ghi tài liệu vào tiêu chí (02)" in (chi.goes("trouble"), chi.labels)[1]
    assert late.column(select(Audit.action).where(Audit.person_id == late.people["chi"])).count("see_document") == 2
