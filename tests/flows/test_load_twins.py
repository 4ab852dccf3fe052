"""One name with several posts in a file: somebody says whether it is one person or several, before it is recorded."""

import pytest
from sqlalchemy import select

from bot.sheets.namesakes import NAMESAKES
from storage.tables import Assignment, Criterion, Person
from tests.flows.test_load_chat import office, sends  # noqa: F401 - fixtures
from tests.storage.assignment_table import row

HA = "Nguyễn Thị Hà"
TABLE = (
    row("1.1", "Văn thư, lưu trữ", lead=HA, due="2026-12-15", lead_post="Văn thư", lead_unit=None),
    row("1.2", "Trực một cửa", lead=HA, due="2026-12-15", lead_post="Một cửa", lead_unit=None),
    row("1.3", "Báo cáo", lead=HA, due="2026-12-15", lead_unit=None),
)
ASKED = "Nguyễn Thị Hà đứng tên 03 dòng: Văn thư; Một cửa. Đó là một người hay 02 người? Còn 01 tên cần làm rõ."


@pytest.fixture
def leads(store):
    """Post of whoever answers for each row."""

    def read():
        query = select(Criterion.code, Person.full_name, Person.post).join(Assignment, Assignment.criterion_id == Criterion.id)
        with store.transaction() as db:
            return {code: (name, post) for code, name, post in db.execute(query.outerjoin(Person, Person.id == Assignment.person_id))}

    return read


def test_two_people_of_one_name_are_kept_apart_by_their_posts(sends, leads):  # noqa: F811
    tung = sends(*TABLE)
    assert tung.taps("Làm rõ 01 tên có thể là hai người") == ASKED
    told = tung.taps("02 người")
    assert "02 đồng chí chưa có trong danh sách" in told or "Nguyễn Thị Hà (Văn thư), Nguyễn Thị Hà (Một cửa)" in told
    assert "Làm rõ" not in " ".join(tung.labels)
    tung.taps("Ghi")
    assert leads() == {"1.1": (HA, "Văn thư"), "1.2": (HA, "Một cửa"), "1.3": (None, None)}
    again = sends(*TABLE, phone=tung)
    assert "mới 00, đổi 00, bỏ 00" in again.text or "Không có gì khác" in again.text
    assert "Làm rõ" not in " ".join(again.labels)


def test_a_unit_alone_makes_no_third_person_of_two_who_are_told_apart_by_posts(sends, leads):  # noqa: F811
    tung = sends(*(one | {"lead_unit": "Văn phòng HĐND và UBND"} for one in TABLE))
    tung.taps("Làm rõ 01 tên có thể là hai người")
    assert f"02 người chưa có trong danh sách cơ quan, khi ghi sẽ thêm: {HA} (Văn thư), {HA} (Một cửa)." in tung.taps("02 người")
    tung.taps("Ghi")
    assert leads() == {"1.1": (HA, "Văn thư"), "1.2": (HA, "Một cửa"), "1.3": (None, None)}


def test_one_person_with_two_posts_is_recorded_without_a_mark(store, sends, leads):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Làm rõ 01 tên có thể là hai người")
    tung.taps("Một người")
    tung.taps("Ghi")
    assert {name for name, _ in leads().values()} == {HA}
    with store.transaction() as db:
        assert len(list(db.scalars(select(Person.id).where(Person.full_name == HA)))) == 1
        assert set(map(tuple, db.scalars(select(Assignment.needs_check)))) == {()}
    sends(*TABLE, phone=tung)
    assert "Làm rõ" not in " ".join(tung.labels)


def test_unanswered_it_is_one_person_with_a_mark(store, sends, leads):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Ghi")
    assert {name for name, _ in leads().values()} == {HA}
    with store.transaction() as db:
        assert all("một tên có nhiều chức danh" in marks[0] for marks in db.scalars(select(Assignment.needs_check)))


def test_one_name_in_two_units_is_asked_about_and_each_has_their_own_rows(sends, leads):  # noqa: F811
    units = [row(f"2.{at}", f"Việc {at}", lead=HA, due="2026-12-15", lead_unit=unit) for at, unit in enumerate(("Văn phòng", "Phòng Kinh tế"))]
    tung = sends(*units)
    assert "đứng tên 02 dòng: Văn phòng; Phòng Kinh tế." in tung.taps("Làm rõ 01 tên có thể là hai người")
    assert "Nguyễn Thị Hà (Văn phòng), Nguyễn Thị Hà (Phòng Kinh tế)" in tung.taps("02 người")
    tung.taps("Ghi")
    assert sends(*units, phone=tung).text.count("đổi") <= 1
    assert set(leads().values()) == {(HA, None)}


def test_one_name_in_two_units_that_nobody_asked_about_is_one_person_with_a_mark(store, sends, leads):  # noqa: F811
    units = [row(f"2.{at}", f"Việc {at}", lead=HA, due="2026-12-15", lead_unit=unit) for at, unit in enumerate(("Văn phòng", "Phòng Kinh tế"))]
    tung = sends(*units)
    assert "Dòng 2, 3, người phụ trách: một tên ở nhiều bộ phận, có thể là hai người" in tung.taps("Xem 02 chỗ")
    tung.taps("Ghi")
    assert set(leads().values()) == {(HA, None)}
    with store.transaction() as db:
        assert all("một tên ở nhiều bộ phận" in marks[0] for marks in db.scalars(select(Assignment.needs_check)))
    assert "Không có gì khác" in sends(*units, phone=tung).text


def test_a_row_that_names_neither_of_two_people_is_given_to_one_by_a_tap(sends, leads):  # noqa: F811
    marked = [TABLE[0], TABLE[1], TABLE[2] | {"needs_check": [f"lead: {NAMESAKES}"]}]
    tung = sends(*marked, flags=({"sheet": "Phân công", "row": 4, "column": "lead", "reason": NAMESAKES, "value": HA},))
    tung.goes("load_twins:1:0:1")
    tung.goes("load_doubt:1")
    assert tung.labels[:3] == ["Đúng", f"{HA} (Văn thư)", f"{HA} (Một cửa)"]
    tung.taps(f"{HA} (Một cửa)")
    tung.taps("Ghi")
    assert leads()["1.3"] == (HA, "Một cửa")


def test_once_the_name_is_one_person_no_row_is_in_doubt_about_which_of_two(store, sends, leads):  # noqa: F811
    marked = [TABLE[0], TABLE[1], TABLE[2] | {"needs_check": [f"lead: {NAMESAKES}"]}]
    flags = ({"sheet": "Phân công", "row": 4, "column": "lead", "reason": NAMESAKES, "value": HA},)
    tung = sends(*marked, flags=flags)
    tung.taps("Làm rõ 01 tên có thể là hai người")
    assert "cần kiểm tra" not in tung.taps("Một người")
    tung.taps("Ghi")
    assert leads()["1.3"] == (HA, "Văn thư")
    with store.transaction() as db:
        assert set(map(tuple, db.scalars(select(Assignment.needs_check)))) == {()}
    again = sends(*marked, phone=tung, flags=flags)
    assert "cần kiểm tra" not in again.text
    assert "Không có gì khác" in again.text


def test_a_row_that_names_neither_of_two_people_keeps_its_mark(store, sends, leads):  # noqa: F811
    tung = sends(*TABLE)
    tung.goes("load_twins:1:0:1")
    tung.taps("Ghi")
    with store.transaction() as db:
        marks = db.scalar(select(Assignment.needs_check).join(Criterion).where(Criterion.code == "1.3"))
    assert (leads()["1.3"], marks) == ((None, None), ["nhiều người cùng tên, chưa rõ ai phụ trách"])


def test_a_file_sent_again_parts_the_two_that_were_recorded_as_one(store, sends, leads):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Ghi")
    assert len(set(leads().values())) == 1
    sends(*TABLE, phone=tung)
    assert tung.taps("Làm rõ 01 tên có thể là hai người") == ASKED
    assert "Nguyễn Thị Hà (Một cửa)" in tung.taps("02 người")
    tung.taps("Ghi")
    assert leads() == {"1.1": (HA, "Văn thư"), "1.2": (HA, "Một cửa"), "1.3": (HA, "Văn thư")}
    with store.transaction() as db:
        marks = db.scalar(select(Assignment.needs_check).join(Criterion).where(Criterion.code == "1.3"))
    assert marks == ["nhiều người cùng tên, chưa rõ ai phụ trách"], "whose row it is has to be said"
    assert "Không có gì khác" in sends(*TABLE, phone=tung).text


@pytest.mark.parametrize(("many", "last"), [(6, "Nguyễn Văn 6."), (7, "Nguyễn Văn 7."), (8, "Nguyễn Văn 6 và 02 đồng chí khác.")])
def test_the_last_of_several_new_people_is_named_and_not_counted(sends, many, last):  # noqa: F811
    rows = [row(f"1.{at}", f"Việc {at}", lead=f"Nguyễn Văn {at}", due="2026-12-15") for at in range(1, many + 1)]
    told = next(line for line in sends(*rows).text.split("\n") if "chưa có trong danh sách" in line)
    assert told.endswith(last)


def test_not_all_is_checked_while_a_name_may_still_be_two_people(sends):  # noqa: F811
    unclear = row("1.4", "Kiểm tra", lead="Lê Văn Bảy", due=None, needs_check=["due: thiếu thời hạn"])
    flags = [{"sheet": "Phân công", "row": 5, "column": "due", "reason": "thiếu thời hạn"}]
    tung = sends(*TABLE, unclear, flags=flags)
    tung.goes("load_doubt:1")
    told = tung.taps("Để trống")
    assert "Đã kiểm tra hết" not in told
    assert "Làm rõ 01 tên có thể là hai người" in tung.labels
    tung.taps("Làm rõ 01 tên")
    assert "cần kiểm tra" not in tung.taps("Một người")
