"""A corrected table whose codes moved and whose words were mended at once: a status stays with its work."""

from datetime import timedelta

from sqlalchemy import select

from storage.loading import loads, standing
from storage.office import units
from storage.rules.status import Progress
from storage.tables import Assignment, Criterion
from storage.work import assignments, updates
from storage.work.updates import Report, Stamp
from tests.storage.assignment_table import row, sheet

FIRST = row("1.1", "Ban hanh kế hoạch cải cách hành chính", lead="A B", due="2026-05-01")
SECOND = row("1.2", "Báo cáo kết quả quý 1", lead="A B", due="2026-06-01")


def apply(db, number, *rows, at):
    loads.keep(db, 1, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows), now=at)
    return loads.apply_kept(db, number, by=None, now=at)


def test_a_status_follows_the_work_whose_words_were_mended_while_its_code_moved(store, now):
    with store.transaction() as db:
        units.add(db, "UBND phường Minh Tân", is_office=True)
        apply(db, 1, FIRST, SECOND, at=now)
        work = assignments.get(db, standing.of_campaign(db, 1)[0].assignments[0])
        updates.report(db, work.id, Report(Progress.REPORTED), Stamp(work.person_id, now, "tap"), now.date())
    mended = FIRST | {"code": "1.2", "subcriterion": "Ban hành kế hoạch cải cách hành chính năm"}
    between = row("1.1", "Việc chen vào", lead="A B", due="2026-04-01")
    other = SECOND | {"code": "1.3", "subcriterion": "Báo cáo kết quả quý 2"}
    with store.transaction() as db:
        done = apply(db, 2, between, mended, other, at=now + timedelta(hours=1))
        assert [new.subcriterion for new in done.new] == ["Việc chen vào", "Báo cáo kết quả quý 2"]
        assert [leaf.title for leaf in done.dropped] == ["Báo cáo kết quả quý 1"]
        assert db.scalar(select(Assignment.progress).join(Criterion).where(Criterion.code == "1.2")) == "reported"
