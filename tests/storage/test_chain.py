"""The history is a chain: whatever is changed, taken out, moved or slipped in past the program is found and named."""

import threading
from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from jobs import keeping
from storage import audit, chain, migrate
from storage.db import Connection, Store, savepoint
from storage.tables import Outbox
from tests.flows.small_office import build
from tests.program import Program

AT = datetime(2026, 11, 20, 8, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def kept(store: Store) -> Store:
    """Nine lines in three transactions."""
    for first in (0, 3, 6):
        with store.transaction() as db:
            for number in range(first, first + 3):
                audit.note(db, "link", f"person:{number}", AT, by=number or None, office=1, share=1.5, names=["á", None])
    return store


def past_the_program(store: Store, *statements: str) -> None:
    """What somebody with the database's password can do: the triggers are no wall."""
    with store.engine.begin() as db:
        if store.is_sqlite:
            db.execute(text("DROP TRIGGER audit_no_update"))
            db.execute(text("DROP TRIGGER audit_no_delete"))
        else:
            db.execute(text("ALTER TABLE audit DISABLE TRIGGER ALL"))
        for one in statements:
            db.execute(text(one))


def found(store: Store) -> list[tuple[int | None, int | None, str]]:
    return [(one.row, one.place, one.why) for one in store.look(chain.verify).breaks]


def test_what_nobody_touched_is_whole(kept: Store):
    seen = kept.look(chain.verify)
    assert (seen.lines, seen.breaks, seen.knows) == (9, (), True)
    assert len(seen.root) == 64


def test_a_changed_line_is_named_whatever_of_it_was_changed(kept: Store):
    changes = ["action = 'check'", "subject = 'person:99'", "person_id = 7", "office_id = NULL", "detail = '{\"share\": 2}'"]
    changes.append("at = '2026-11-19 08:00:00.123456'")
    past_the_program(kept, *(f"UPDATE audit SET {change} WHERE id = {row}" for row, change in enumerate(changes, 2)))
    assert found(kept) == [(row, row, "changed") for row in range(2, 8)]


def test_a_line_that_was_taken_out_is_named(kept: Store):
    past_the_program(kept, "DELETE FROM audit WHERE id = 5")
    assert found(kept) == [(None, 5, "missing")]


def test_the_newest_lines_cannot_be_taken_out_unseen(kept: Store):
    past_the_program(kept, "DELETE FROM audit WHERE id > 7")
    assert found(kept) == [(None, 9, "end")]


def test_two_lines_that_changed_places_are_named(kept: Store):
    moves = ["UPDATE audit SET place = NULL WHERE id = 3", "UPDATE audit SET place = 3 WHERE id = 6"]
    past_the_program(kept, *moves, "UPDATE audit SET place = 6 WHERE id = 3")
    assert {one[0] for one in found(kept)} >= {3, 6}


def test_a_line_that_was_slipped_in_is_named(kept: Store):
    past_the_program(
        kept, "INSERT INTO audit (id, at, action, subject, detail) VALUES (99, '2026-11-20 08:00:00', 'link', 'person:1', '{}')"
    )
    assert found(kept) == [(99, None, "unlinked")]


def test_a_chain_reckoned_anew_does_not_know_a_root_that_was_written_down(kept: Store):
    root = kept.look(chain.verify).root
    past_the_program(
        kept,
        "DELETE FROM audit WHERE id = 5",
        "UPDATE audit SET place = NULL, hash = NULL",
        "DELETE FROM audit_head",
    )
    with kept.transaction() as db:
        audit.note(db, "link", "person:10", AT)
    assert kept.look(chain.verify).breaks == ()
    assert not kept.look(lambda db: chain.verify(db, root[:16])).knows


def test_an_earlier_root_stays_known_as_the_history_grows(kept: Store):
    root = kept.look(chain.verify).root
    with kept.transaction() as db:
        audit.note(db, "link", "person:10", AT)
    assert kept.look(lambda db: chain.verify(db, root[:16])).knows


def test_a_line_is_linked_once_and_nothing_of_it_may_change(kept: Store):
    for change in ("place = 77", "hash = 'x'", "place = NULL"):
        with pytest.raises(DatabaseError, match="append-only"), kept.transaction() as db:
            db.execute(text(f"UPDATE audit SET {change} WHERE id = 3"))


def test_what_is_taken_back_leaves_no_gap(kept: Store):
    def half(db: Connection) -> None:
        audit.note(db, "link", "person:20", AT)
        with pytest.raises(ZeroDivisionError), savepoint(db):
            audit.note(db, "link", "person:21", AT)
            raise ZeroDivisionError
        audit.note(db, "link", "person:22", AT)

    kept.run(half)
    with pytest.raises(ZeroDivisionError):
        kept.run(lambda db: [half(db), 1 / 0])
    with kept.transaction() as db:
        audit.note(db, "link", "person:23", AT)
    assert (kept.look(chain.verify).lines, found(kept)) == (12, [])


def test_several_writers_make_one_chain(store: Store):
    """Each its own connection, as several processes have."""
    writers = [Store(str(store.engine.url.render_as_string(hide_password=False))) for _ in range(4)]

    def write(one: Store) -> None:
        for number in range(25):
            with one.transaction() as db:
                audit.note(db, "link", f"person:{number}", AT)

    threads = [threading.Thread(target=write, args=(one,)) for one in writers]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    for one in writers:
        one.close()
    assert (store.look(chain.verify).lines, found(store)) == (100, [])


def test_what_was_kept_before_there_was_a_chain_is_linked_by_the_upgrade(store: Store, tmp_path):
    """The way from the version before: its tables, its rows, then every migration since."""
    old = Store(f"sqlite:///{tmp_path}/old.db") if store.is_sqlite else store
    with old.transaction() as db:
        if not old.is_sqlite:
            db.execute(text("DROP SCHEMA public CASCADE"))
            db.execute(text("CREATE SCHEMA public"))
        command.upgrade(migrate.config(db), "0012")
        for number in range(1, 6):
            said = f"({number}, '2026-11-20 08:00:00', 'link', 'person:{number}', '{{}}')"
            db.execute(text(f"INSERT INTO audit (id, at, action, subject, detail) VALUES {said}"))
    with old.transaction() as db:
        migrate.upgrade(db)
    assert (old.look(chain.verify).lines, found(old)) == (5, [])
    old.close()


async def test_coordinators_learn_of_a_break_once_a_day(store: Store, now: datetime):
    office = build(store, now)
    with store.transaction() as db:
        audit.note(db, "link", "person:1", AT)
    assert await keeping.look_at_history(store, now)
    past_the_program(store, "UPDATE audit SET action = 'x' WHERE place = 1")
    assert [await keeping.look_at_history(store, now) for _ in range(2)] == [False, False]
    with store.transaction() as db:
        told = list(db.execute(select(Outbox.person_id, Outbox.payload).where(Outbox.key.startswith("alarm:history"))))
    assert [one.person_id for one in told] == [office.tung]
    assert "audit verify" in told[0].payload["text"]


def test_the_command_names_what_is_wrong_and_prints_the_root_to_write_down(kept: Store, database_url: str, tmp_path):
    program = Program(tmp_path, DATABASE_URL=database_url)
    whole = program("audit", "verify")
    assert (whole.status, "Nhật ký nguyên vẹn: 09 dòng" in whole.out) == (0, True), whole
    root = kept.look(chain.verify).root
    assert root in whole.out
    assert program("audit", "verify", "--known", root[:12]).status == 0
    past_the_program(kept, "UPDATE audit SET action = 'x' WHERE id = 4", "DELETE FROM audit WHERE id = 8")
    ran = program("audit", "verify", "--known", "00aa")
    assert ran.status == 1
    assert ran.out.splitlines()[:2] == ["dòng 4 đã bị sửa", "dòng ở vị trí 8 đã bị xóa"]
    assert "Không thấy mã 00aa" in ran.out
    assert program("audit", "verify", "--json").json["breaks"][0] == {"row": 4, "place": 4, "why": "changed"}
