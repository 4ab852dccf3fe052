"""What the tests share: a migrated database (SQLite and a real PostgreSQL), a fixed clock."""

import os
import shutil
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import migrate
from storage.db import Store
from tests.faults.recording import pytest_collection_modifyitems, pytest_configure  # noqa: F401 - hooks
from tests.postgres import NoPostgres, Postgres
from tests.secrets_search import in_data, in_output


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test whose output, or whose program's data, holds a secret has failed, whatever it says itself."""
    report = yield
    if report.when == "teardown" and report.passed:
        folder = getattr(item, "funcargs", {}).get("tmp_path")
        found = in_output([text for _, text in report.sections]) + (in_data(folder) if folder and folder.exists() else [])
        if found:
            report.outcome, report.longrepr = "failed", f"a secret stands in the output or in the data: {found}"
    return report


@pytest.fixture
def now() -> datetime:
    """Friday 20/11/2026, 15:00 in Vietnam."""
    return datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "nhacviec.db"
    made = Store(f"sqlite:///{path}")
    with made.transaction() as db:
        migrate.upgrade(db)
    made.close()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A private server; without one its tests are skipped by name, but not in CI."""
    try:
        server = Postgres()
    except NoPostgres as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    with server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with all tables, of both kinds."""
    if request.param == "sqlite":
        path = tmp_path / "nhacviec.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.fresh()
    yield url
    server.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close()
