"""The migrations make exactly the tables that the code speaks of, and history can only be added to."""

from datetime import UTC, datetime

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from storage import audit, migrate
from storage.db import Store
from storage.errors import BadDatabase
from tests.postgres import Postgres


def test_the_migrations_match_the_models(store: Store):
    with store.transaction() as db:
        assert migrate.differences(db) == []


def test_each_script_is_named_by_its_schema_in_one_line():
    scripts = ScriptDirectory.from_config(migrate.config())
    assert migrate.known() == [one.revision for one in reversed(list(scripts.walk_revisions()))]


def test_upgrading_twice_changes_nothing(store: Store):
    with store.transaction() as db:
        before = migrate.version(db)
        migrate.upgrade(db)
        assert migrate.version(db) == before


def test_a_database_of_a_later_version_is_refused(store: Store):
    with store.transaction() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadDatabase, match="9999"), store.transaction() as db:
        migrate.upgrade(db)


def test_a_database_that_cannot_keep_vietnamese_letters_is_refused(postgres: Postgres):
    postgres.execute("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    store = Store(postgres.url("ascii"))
    with pytest.raises(BadDatabase, match="SQL_ASCII and not UTF8"), store.transaction() as db:
        migrate.upgrade(db)
    store.close()
    postgres.drop(postgres.url("ascii"))


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
def test_history_is_only_added_to(store: Store, change: str):
    with store.transaction() as db:
        audit.note(db, "link", "person:1", datetime(2026, 11, 20, tzinfo=UTC))
    with pytest.raises(DatabaseError, match="append-only"), store.transaction() as db:
        db.execute(text(change))


def test_every_report_stays_too(store: Store):
    with store.transaction() as db:
        found = db.execute(
            text(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                if store.is_sqlite
                else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            )
        )
        names = {row[0] for row in found}
    assert {"progress_update_no_update", "progress_update_no_delete"} <= names
