"""Loading a table into a real database: what is new, what changes, what stays, and what never gets lost."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from storage.errors import Gone
from storage.loading import loads, standing
from storage.office import people, units
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Audit, Criterion, Evidence, EvidenceFor, Load, Person, Score, Support, Unit, Update
from storage.work import updates
from storage.work.updates import Report, Stamp
from tests.storage.assignment_table import loaded, row, sheet

PLAN = row("1.1.1", "Ban hành Kế hoạch", lead="Huỳnh Thanh Tùng", due="2026-01-15", lead_post="Chuyên viên")
REPORT = row("1.1.2", "Báo cáo năm", lead="Võ Thị Kim Ngân", due="2026-12-14", supports=["Huỳnh Thanh Tùng", "Văn phòng"])
IDEA = row("1.2", None, criterion="Sáng kiến trong CCHC", lead="Huỳnh Thanh Tùng", due="2026-10-30", max_points=1.5)


@pytest.fixture
def office(store):
    with store.transaction() as db:
        return units.add(db, "UBND phường Minh Tân", is_office=True)


@pytest.fixture
def load(store, office, now):
    """Apply a table, as sent on a later day each time."""
    moment = now - timedelta(days=30)

    def apply(*rows, by=None):
        nonlocal moment
        moment += timedelta(days=1)
        with store.transaction() as db:
            return loaded(db, office, sheet(*rows), moment, by=by)

    return apply


@pytest.fixture
def one(store):
    """A column of the row with that code."""

    def value(column, code="1.1.1"):
        with store.transaction() as db:
            query = select(column).select_from(Assignment).join(Criterion).where(Criterion.code == code)
            return db.scalar(query)

    return value


def count(store, table):
    with store.transaction() as db:
        return db.scalar(select(func.count()).select_from(table))


def reports(store, now, code="1.1.1", progress=Progress.REPORTED):
    """The owner says in the chat how far the row is."""
    with store.transaction() as db:
        found = db.execute(select(Assignment.id, Assignment.person_id).join(Criterion).where(Criterion.code == code)).one()
        updates.report(db, found.id, Report(progress), Stamp(found.person_id, now, "tap"), now.date())
        return found.id


def test_a_first_load_writes_the_tree_the_people_and_the_work(store, load, one):
    done = load(PLAN, REPORT, IDEA)
    assert (len(done.new), len(done.changed), done.unchanged, len(done.dropped)) == (3, 0, 0, 0)
    assert done.unknown_people == ("Huỳnh Thanh Tùng", "Võ Thị Kim Ngân")
    assert one(Assignment.due_on) == one(Assignment.official_due_on) == date(2026, 1, 15)
    assert one(Criterion.kind) == Kind.PRODUCT
    with store.transaction() as db:
        levels = dict(db.execute(select(Criterion.level, func.count()).group_by(Criterion.level)).all())
        fields = db.execute(select(Criterion.field_id, Criterion.parent_id).where(Criterion.level == "leaf").order_by(Criterion.id)).all()
        tung = db.execute(select(Person.post, Unit.name).join(Unit, Unit.id == Person.unit_id).order_by(Person.id)).first()
    assert levels == {"field": 1, "group": 1, "leaf": 3}
    assert fields[2].field_id == fields[2].parent_id != fields[0].parent_id
    assert tuple(tung) == ("Chuyên viên", "Phòng Văn hóa - Xã hội")


def test_helpers_are_people_where_the_name_is_known_and_words_where_it_is_not(store, load):
    load(PLAN, REPORT)
    with store.transaction() as db:
        found = db.execute(select(Support.name, Person.full_name).outerjoin(Person).order_by(Support.id)).all()
    assert [tuple(each) for each in found] == [("Huỳnh Thanh Tùng", "Huỳnh Thanh Tùng"), ("Văn phòng", None)]


@pytest.mark.fault(58)
def test_the_same_file_again_changes_nothing(store, load):
    load(PLAN, REPORT, IDEA)
    before = [count(store, table) for table in (Assignment, Criterion, Update, Support, Person, Score)]
    done = load(PLAN, REPORT, IDEA)
    assert done.is_nothing
    assert done.unchanged == 3
    assert [count(store, table) for table in (Assignment, Criterion, Update, Support, Person, Score)] == before


@pytest.mark.fault(58)
def test_the_same_file_again_leaves_what_was_decided_in_the_chat(store, load, one, now):
    load(PLAN | {"needs_check": ["thiếu mã"]}, REPORT)
    with store.transaction() as db:
        found = db.scalar(select(Assignment.id).join(Criterion).where(Criterion.code == "1.1.1"))
        ngan = people.named(db, 1, "Võ Thị Kim Ngân")[0]
        updates.change(db, found, {"due_on": date(2026, 3, 1)}, "extension", Stamp(ngan, now, "tap"))
        updates.change(db, found, {"person_id": ngan, "needs_check": []}, "handover", Stamp(ngan, now, "office"))
    assert load(PLAN | {"needs_check": ["thiếu mã"]}, REPORT).is_nothing
    assert (one(Assignment.due_on), one(Assignment.person_id), one(Assignment.needs_check)) == (date(2026, 3, 1), ngan, [])


def test_a_corrected_file_shows_the_difference_and_keeps_status_and_evidence(store, load, one, now):
    load(PLAN, REPORT, IDEA)
    found = reports(store, now)
    with store.transaction() as db:
        tung = people.named(db, 1, "Huỳnh Thanh Tùng")[0]
        paper = {"office_id": 1, "person_id": tung, "kind": "number", "name": "15/KH-UBND", "number": "15/KH-UBND", "batch": "1"}
        paper_id = db.scalar(Evidence.__table__.insert().values(**paper, received_at=now).returning(Evidence.id))
        db.execute(EvidenceFor.__table__.insert().values(evidence_id=paper_id, assignment_id=found, at=now))
    moved = row("1.1.1", "Ban hành Kế hoạch CCHC", lead="Huỳnh Thanh Tùng", due="2026-01-20", lead_post="Chuyên viên")
    done = load(moved, REPORT, row("1.3", "Việc mới", lead="Võ Thị Kim Ngân", due="2026-12-01"))
    assert [sorted(change.columns) for change in done.changed] == [["due", "title"]]
    assert [new.code for new in done.new] == ["1.3"]
    assert [leaf.code for leaf in done.dropped] == ["1.2"]
    assert (one(Assignment.progress), one(Assignment.due_on)) == ("reported", date(2026, 1, 20))
    assert count(store, EvidenceFor) == 1
    assert one(Assignment.id) == found


def test_every_change_has_a_line_of_history_and_a_new_person_is_a_handover(store, load, now):
    load(PLAN)
    load(PLAN | {"lead": "Võ Thị Kim Ngân", "document": "48/QĐ-UBND"})
    with store.transaction() as db:
        lines = db.execute(select(Update.kind, Update.source, Update.after).order_by(Update.id)).all()
        audited = db.scalars(select(Audit.detail).where(Audit.action == "load").order_by(Audit.id)).all()
    assert [(line.kind, line.source) for line in lines] == [("handover", "sheet"), ("load", "sheet")]
    assert lines[1].after["document"] == "48/QĐ-UBND"
    assert audited[0] == {"new": 1, "dropped": 0, "people": 1, "changed": []}
    assert audited[1]["changed"][0][1:] == ["document", "lead"]


def test_a_dropped_row_is_never_deleted_and_comes_back_as_it_was(store, load, one, now):
    load(PLAN, REPORT)
    reports(store, now)
    assert [leaf.code for leaf in load(REPORT).dropped] == ["1.1.1"]
    assert one(Assignment.dropped_at) is not None
    assert load(REPORT).is_nothing
    done = load(PLAN, REPORT)
    assert [leaf.code for leaf in done.revived] == ["1.1.1"]
    assert (one(Assignment.dropped_at), one(Assignment.progress)) == (None, "reported")


def test_states_of_the_file_settle_rows_that_are_past(store, load, one):
    told = {"status": "reported", "completed_on": "2026-01-12", "result_document": "15/KH-UBND", "self_score": 0.5}
    load(PLAN | told, REPORT | {"status": "in_progress", "percent": 60}, IDEA | {"status": "confirmed"})
    assert (one(Assignment.progress), one(Assignment.completed_on)) == ("reported", date(2026, 1, 12))
    assert one(Assignment.result_document) == "15/KH-UBND"
    assert (one(Assignment.progress, "1.1.2"), one(Assignment.percent, "1.1.2")) == ("in_progress", 60)
    assert one(Assignment.progress, "1.2") == "confirmed"
    with store.transaction() as db:
        marks = db.execute(select(Score.stage, Score.points, Score.person_id)).all()
        lines = db.scalars(select(Update.after).order_by(Update.id)).all()
    assert [(mark.stage, str(mark.points), mark.person_id) for mark in marks] == [("self", "0.5", None)]
    assert [line["progress"] for line in lines] == ["reported", "in_progress", "confirmed"]


def test_a_file_does_not_overwrite_what_was_told_in_the_chat_since(store, load, one, now):
    load(PLAN)
    reports(store, now)
    done = load(PLAN | {"status": "in_progress"})
    assert [kept.code for kept in done.kept] == ["1.1.1"]
    assert one(Assignment.progress) == "reported"
    load(PLAN)
    assert one(Assignment.progress) == "reported"


def test_a_file_made_later_than_the_chat_may_move_the_state_on(store, load, one, now):
    load(PLAN)
    reports(store, now - timedelta(days=28, hours=12), progress=Progress.IN_PROGRESS)
    load(PLAN, REPORT)
    load(PLAN | {"status": "reported", "completed_on": "2026-01-14"}, REPORT)
    assert (one(Assignment.progress), one(Assignment.completed_on)) == ("reported", date(2026, 1, 14))


def test_an_empty_cell_may_be_filled_even_after_a_report(store, load, one, now):
    load(PLAN)
    reports(store, now)
    load(PLAN | {"result_document": "15/KH-UBND"})
    assert one(Assignment.result_document) == "15/KH-UBND"


def test_a_confirmed_row_is_not_opened_again_by_a_file(load, one):
    load(PLAN | {"status": "confirmed"})
    done = load(PLAN | {"status": "in_progress"})
    assert len(done.kept) == 1
    assert one(Assignment.progress) == "confirmed"


def test_a_second_equal_code_is_stored_empty_and_marked(store, load, one):
    second = REPORT | {"code": "1.1.1", "needs_check": ["trùng mã 1.1.1"]}
    load(PLAN, second)
    with store.transaction() as db:
        found = db.execute(select(Criterion.code, Assignment.needs_check).join(Assignment).order_by(Criterion.position)).all()
    assert [tuple(each) for each in found] == [("1.1.1", []), (None, ["trùng mã 1.1.1"])]
    assert load(PLAN, second).is_nothing


def test_a_date_that_is_none_is_kept_as_text_with_its_mark(load, one):
    load(PLAN | {"due": {"kind": "unclear", "text": "31/9/2026"}, "needs_check": ["ngày không có trong lịch"]})
    assert (one(Assignment.due_on), one(Assignment.due_text)) == (None, "31/9/2026")
    assert one(Assignment.needs_check) == ["ngày không có trong lịch"]


@pytest.mark.parametrize(
    ("due", "rule"),
    [({"kind": "recurring", "rule": "monthly day 5", "strict": False}, "monthly day 5"), ({"kind": "continuous"}, "continuous")],
)
def test_recurring_and_continuous_work_keeps_its_rule(load, one, due, rule):
    load(PLAN | {"due": due})
    assert (one(Assignment.due_on), one(Assignment.due_rule)) == (None, rule)


def test_a_proposed_kind_is_never_applied_and_a_named_one_is(load, one):
    load(PLAN | {"proposed_kind": "figure"}, REPORT | {"kind": "survey"})
    assert one(Criterion.kind) == "product"
    assert one(Criterion.kind, "1.1.2") == "survey"


def test_of_two_people_of_one_name_post_or_section_decides_else_nobody_is_taken(store, office, load, one):
    with store.transaction() as db:
        kitchen = units.section(db, office, "Văn phòng HĐND và UBND")
        first = people.add(db, office, "Nguyễn Thị Hà", unit_id=kitchen, post="Văn thư")
        people.add(db, office, "Nguyễn Thị Hà", unit_id=kitchen, post="Một cửa")
    named = PLAN | {"lead": "Nguyễn Thị Hà", "lead_unit": None, "lead_post": None}
    done = load(named, REPORT | {"lead": "NGUYỄN THỊ HÀ", "lead_unit": None, "lead_post": "Văn thư"})
    assert one(Assignment.person_id) is None
    assert one(Assignment.needs_check) == ["nhiều người cùng tên, chưa rõ ai phụ trách"]
    assert one(Assignment.person_id, "1.1.2") == first
    assert (done.unknown_people, len(done.doubts)) == ((), 1)


def test_one_name_with_two_posts_in_the_file_is_one_person_but_marked(store, load, one):
    load(PLAN | {"lead_post": "Văn thư"}, REPORT | {"lead": "Huỳnh Thanh Tùng", "lead_post": "Kế toán"})
    assert count(store, Person) == 1
    assert one(Assignment.needs_check) == ["một tên có nhiều chức danh, có thể là hai người"]


def test_statuses_follow_the_work_when_codes_move_up(store, load, now):
    first, second = row("1.1", "Việc một", lead="A B", due="2026-05-01"), row("1.2", "Việc hai", lead="A B", due="2026-06-01")
    load(first, second)
    reports(store, now, code="1.1")
    done = load(row("1.1", "Việc chen vào", lead="A B", due="2026-04-01"), first | {"code": "1.2"}, second | {"code": "1.3"})
    assert [new.subcriterion for new in done.new] == ["Việc chen vào"]
    with store.transaction() as db:
        query = select(Criterion.code, Criterion.title, Assignment.progress).join(Assignment).order_by(Criterion.position)
        found = [tuple(each) for each in db.execute(query)]
    assert found == [
        ("1.1", "Việc chen vào", "not_started"),
        ("1.2", "Việc một", "reported"),
        ("1.3", "Việc hai", "not_started"),
    ]


def test_codes_may_change_places(load, one):
    first, second = row("1.1", "Việc một", lead="A B", due="2026-05-01"), row("1.2", "Việc hai", lead="A B", due="2026-06-01")
    load(first, second)
    load(first | {"code": "1.2"}, second | {"code": "1.1"})
    assert one(Assignment.due_on, "1.2") == date(2026, 5, 1)


def test_a_new_row_may_take_the_code_of_a_dropped_one_that_is_something_else(load, one):
    first, second = row("1.1", "Việc một", lead="A B", due="2026-05-01"), row("1.2", "Việc hai", lead="A B", due="2026-06-01")
    load(first, second)
    done = load(second | {"code": "1.1"})
    assert [leaf.title for leaf in done.dropped] == ["Việc một"]
    assert one(Assignment.due_on, "1.1") == date(2026, 6, 1)


def test_rows_without_codes_are_known_by_their_words(store, load):
    plain = [each | {"code": None} for each in (PLAN, REPORT)]
    load(*plain)
    done = load(plain[1] | {"subcriterion": "BÁO CÁO NĂM"}, plain[0])
    assert (len(done.new), len(done.dropped)) == (0, 0)
    assert [sorted(change.columns) for change in done.changed] == [["title"]]


def test_a_table_without_a_column_leaves_what_is_known(load, one):
    load(PLAN, REPORT)
    bare = [each | {"evidence": None, "max_points": None, "supports": [], "code": None} for each in (PLAN, REPORT)]
    assert load(*bare).is_nothing
    assert one(Criterion.required_evidence) == "Kế hoạch"


def test_an_exception_in_the_middle_leaves_nothing(store, office, now):
    table = sheet(PLAN, REPORT | {"supports": ["A", None]})
    with pytest.raises(IntegrityError, match=r"(?i)null"), store.transaction() as db:
        loaded(db, office, table, now)
    assert [count(store, table) for table in (Assignment, Criterion, Person, Update, Audit)] == [0, 0, 0, 0, 0]


def test_a_file_is_applied_once(store, office, now):
    with store.transaction() as db:
        kept = loads.keep(db, office, by=None, name="a.csv", sha256="0", year=2026, sheet=sheet(PLAN), now=now)
        loads.apply_kept(db, kept, by=None, now=now)
    with pytest.raises(Gone), store.transaction() as db:
        loads.apply_kept(db, kept, by=None, now=now)
    with store.transaction() as db:
        assert db.scalar(select(Load.state)) == "applied"


def test_two_years_may_hold_the_same_code(store, office, now):
    with store.transaction() as db:
        for year in (2026, 2027):
            loaded(db, office, sheet(PLAN, year=year), now)
    assert count(store, Assignment) == 2


def test_ten_times_the_rows_are_loaded_in_about_ten_times_the_time(store, office, now):
    short, long = (loading(store, office, now, year, rows) for year, rows in ((2026, 200), (2027, 2_000)))
    assert long < 30 * short, "not in the square of the rows"


def loading(store, office, now, year, rows):
    """Seconds of this process that it takes to record a new table."""
    leads = [f"Nguyễn Văn {letter}" for letter in "ABCDEGHIKLMN"]
    table = [
        row(f"{i // 20}.{i % 20}", f"Nội dung {i}", criterion=f"Tiêu chí {i // 5}", lead=leads[i % 12], due="2026-05-01")
        for i in range(rows)
    ]
    began = time.process_time()
    with store.transaction() as db:
        done = loaded(db, office, sheet(*table, year=year), now)
    assert len(done.new) == rows
    return time.process_time() - began


def everything(store):
    """All that a load may change, without its traces."""
    with store.transaction() as db:
        leaves = standing.of_campaign(db, 1)
    return [replace(leaf, id=0, assignments=(), touched_at=None, post=None) for leaf in leaves if not leaf.is_dropped]


def latest(store):
    with store.transaction() as db:
        return db.scalar(select(func.max(Load.id)))


def take_back(store, load_id, at):
    with store.transaction() as db:
        return loads.take_back(db, load_id, by=None, now=at)


MOVED = (
    PLAN | {"code": "1.1.2", "lead": "Võ Thị Kim Ngân", "due": {"kind": "recurring", "rule": "quarterly", "strict": True}},
    row("1.3", "Việc mới", lead="Lê Thị Mẫu", due="2026-11-30"),
    REPORT | {"code": "1.1.1", "supports": ["Công an phường"], "status": "reported", "completed_on": "2026-12-01", "self_score": 0.5},
)


def test_a_load_taken_back_leaves_the_list_as_it_was(store, load, now):
    load(PLAN, REPORT, IDEA)
    before = everything(store)
    load(*MOVED)
    assert everything(store) != before
    done = take_back(store, latest(store), now - timedelta(days=28) + timedelta(hours=24))
    assert (done.removed, done.restored) == (1, 1)
    assert everything(store) == before
    again = load(*MOVED)  # and it can be recorded again; the row that was new is known by now
    assert (len(again.new), len(again.changed), len(again.dropped)) == (0, 3, 1)


def test_what_was_said_since_a_load_survives_its_taking_back(store, load, now, one):
    load(PLAN, REPORT, IDEA)
    load(*MOVED)
    row_id, person = one(Assignment.id, "1.1.1"), one(Assignment.person_id, "1.1.1")
    at = now - timedelta(days=28) + timedelta(hours=1)
    with store.transaction() as db:
        updates.change(db, row_id, {"progress": "in_progress", "percent": 40}, "undo", Stamp(person, at, "tap"))
    take_back(store, latest(store), at)
    assert (one(Assignment.progress, "1.1.2"), one(Assignment.percent, "1.1.2")) == ("in_progress", 40)


def test_a_load_is_taken_back_within_a_day_once_and_only_the_newest(store, load, now):
    load(PLAN)
    first = latest(store)
    load(PLAN, REPORT)
    newest, hour = latest(store), now - timedelta(days=28)
    with pytest.raises(Gone):
        take_back(store, first, hour)
    with pytest.raises(Gone):
        take_back(store, newest, hour + timedelta(hours=24, seconds=1))
    take_back(store, newest, hour)
    with pytest.raises(Gone):
        take_back(store, newest, hour)
