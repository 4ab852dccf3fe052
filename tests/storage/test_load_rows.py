"""The rows of a table column by column: what goes in comes out again, small, and files kept before as a list of rows stay readable."""

import orjson
import pytest
from sqlalchemy import null, select, update

from storage.loading import given, loads
from storage.loading.rows import COLUMNS, Rows
from storage.office import units
from storage.tables import Assignment, Criterion, Load
from tests.storage.assignment_table import row, sheet

SAME = {"sheet": "Phân công", "supports": []}
PLAN = row("1.1.1", "Ban hành Kế hoạch", lead="Huỳnh Thanh Tùng", due="2026-01-15", percent=40, proposed_kind="figure", self_score=0.25)
REPORT = row("1.1.2", "Báo cáo năm", lead="Võ Thị Kim Ngân", due=None, status="reported", completed_on="2026-03-01", lead_post="Chuyên viên")
QUARTER = row("1.1.3", "Báo cáo quý", lead="Võ Thị Kim Ngân", due=None) | {"due": {"kind": "recurring", "rule": "quarterly", "strict": True}}


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [SAME],
        [SAME, SAME, SAME],
        [{"code": str(at)} | SAME for at in range(3)],
        [{"code": str(at % 2), "due": None if at == 3 else {"kind": "continuous"}} for at in range(4)],
        [PLAN, REPORT],
    ],
)
def test_what_goes_in_comes_out(rows):
    found = Rows.unpacked(orjson.loads(orjson.dumps(Rows.of(rows).packed())))
    names = {name for one in rows for name in one}
    assert list(found) == [{name: one.get(name) for name in names} for one in rows]
    assert found[1:] == list(found)[1:]


def test_a_value_that_many_rows_share_is_written_once():
    shared = {"kind": "continuous"}
    packed = Rows.of([{"code": str(at), "field": "Thể chế", "due": shared if at % 2 else None} for at in range(6)]).packed()
    assert packed[COLUMNS] == {
        "code": [["0", "1", "2", "3", "4", "5"]],
        "field": [["Thể chế"]],
        "due": [[None, shared], [0, 1, 0, 1, 0, 1]],
    }


def test_a_file_that_was_kept_as_a_list_of_rows_reads_the_same(store, now):
    table = sheet(PLAN, REPORT, QUARTER)
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        kept = loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=table, now=now)
        new = loads.get(db, kept).rows
        assert db.scalar(select(Load.sheet))["rows"][COLUMNS]["code"] == [["1.1.1", "1.1.2", "1.1.3"]]
        db.execute(update(Load).values(sheet=table))
        assert loads.get(db, kept).rows == new == given.read(table)
        assert loads.apply_kept(db, kept, by=None, now=now).new == tuple(new)
    plan, report, quarter = new
    assert (plan.status, plan.percent, plan.proposed, str(plan.self_score), str(plan.due_on)) == ("in_progress", 40, "figure", "0.25", "2026-01-15")
    assert (report.status, str(report.completed_on), report.lead_post, report.due_on, report.due_text) == ("reported", "2026-03-01", "Chuyên viên", None, None)
    assert (quarter.due_rule, quarter.strict, quarter.status) == ("quarterly", True, None)


def test_a_file_whose_way_back_was_kept_in_its_sheet_is_taken_back_too(store, now):
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        kept = loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(PLAN, REPORT), now=now)
        loads.apply_kept(db, kept, by=None, now=now)
        found = db.execute(select(Load.sheet, Load.undo)).one()
        assert "undo" not in found.sheet
        db.execute(update(Load).values(sheet=found.sheet | {"undo": found.undo}, undo=null()))
        assert loads.take_back(db, kept, by=None, now=now).removed == 2
        assert set(db.scalars(select(Assignment.dropped_at))) == {now}


def test_fields_and_groups_stand_in_the_order_in_which_a_table_names_them_first(store, now):
    fields = ("Thể chế", "Bộ máy", "Thể chế")
    rows = [row(f"1.{at}", f"Việc {at}", lead=None, due=None, field=field, criterion=f"Nhóm {field}") for at, field in enumerate(fields)]
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        loads.apply_kept(db, loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows), now=now), by=None, now=now)
        found = db.execute(select(Criterion.level, Criterion.title).where(Criterion.level != "leaf").order_by(Criterion.level, Criterion.position)).all()
    assert [tuple(one) for one in found] == [("field", "Thể chế"), ("field", "Bộ máy"), ("group", "Nhóm Thể chế"), ("group", "Nhóm Bộ máy")]
