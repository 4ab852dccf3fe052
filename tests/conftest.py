"""What the tests share: a migrated database (SQLite and a real PostgreSQL), an office with its people, a fixed clock."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import migrate
from storage.db import Store


@pytest.fixture
def now() -> datetime:
    """Friday 20/11/2026, 15:00 in Vietnam."""
    return datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path}/nhacviec.db")
    with made.transaction() as db:
        migrate.upgrade(db)
    yield made
    made.close()
