"""A file is taken back after a look at what it takes along: answers and documents need typed words."""

from sqlalchemy import select

from storage.rules.status import Progress
from storage.tables import Assignment, Criterion
from storage.work import updates
from storage.work.updates import Report, Stamp
from tests.flows.test_load_chat import TABLE, office, sends  # noqa: F401 - fixtures


def test_a_file_whose_new_rows_have_answers_is_taken_back_only_by_typed_words(store, sends):  # noqa: F811
    tung = sends(*TABLE)
    tung.taps("Ghi")
    with store.transaction() as db:
        line = db.scalar(select(Assignment.id).join(Criterion).where(Criterion.code == "1.1.2"))
        ha = db.scalar(select(Assignment.person_id).where(Assignment.id == line))
        updates.report(db, line, Report(Progress.IN_PROGRESS, 40), Stamp(ha, tung.now, "tap"), tung.now.date())
    tung.goes("load_undo:1:yes")
    lost = (
        "Trên các dòng mới đã có 01 lượt báo, 00 tài liệu của Phạm Thị Thu Hà; những nội dung này ra khỏi danh sách cùng dòng: 1.1.2. "
        "Ghi lại đúng tệp này thì thấy lại."
    )
    assert tung.text.splitlines()[1:] == [lost, 'Nếu đúng ý, nhắn "bỏ hết". Chưa thay đổi gì.']
    assert "Ghi nhầm, bỏ" not in tung.labels
    tung.says("bo")
    assert 'nhắn "bỏ hết"' in tung.text
    tung.says("bỏ hết")
    assert tung.text.startswith("Đã bỏ lần ghi từ tệp phan-cong.xlsx: bỏ 06 dòng mới")
    again = sends(*TABLE, phone=tung)
    again.taps("Ghi")
    with store.transaction() as db:
        assert db.scalar(select(Assignment.percent).where(Assignment.id == line, Assignment.dropped_at.is_(None))) == 40
