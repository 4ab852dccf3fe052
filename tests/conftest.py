"""What the tests share: a migrated database (SQLite and a real PostgreSQL), a fixed clock, and where they keep their files.

`make test` keeps them in memory where there is room, since waiting for the disk was half of its time: only a power cut tells the
two apart, and no test pulls the plug. `make faults` keeps to the disk.
"""

import os
import shutil
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

import storage.db
from storage import migrate
from storage.db import Store, make_engine
from tests.faults import recording
from tests.faults.recording import pytest_collection_modifyitems  # noqa: F401 - a hook
from tests.postgres import NoPostgres, Postgres
from tests.secrets_search import in_data, in_output

MEMORY, ROOM = Path("/dev/shm"), 2 << 30
FAILED = pytest.StashKey[bool]()
ENGINES: dict[tuple[str, bool], list[Engine]] = {}


def engine_that_remembers(url: str, *, looks: bool = False) -> Engine:
    """An engine that knows the statements that earlier ones compiled, as a process that runs for days knows its own.

    Compiling them anew for each test took a quarter of the time of the tests.
    """
    engine = make_engine(url, looks=looks)
    alike = ENGINES.setdefault((engine.dialect.name, looks), [])  # how a transaction begins is the dialect's own step
    if used := next((one for one in alike if one.dialect.server_version_info), None):  # it has connected
        engine.dialect, engine._compiled_cache = used.dialect, used._compiled_cache  # the key of the cache holds the dialect
    else:
        alike.append(engine)
    return engine


storage.db.make_engine = engine_that_remembers


def pytest_configure(config: pytest.Config) -> None:
    recording.pytest_configure(config)
    if not on_disk(config) and has_room(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def on_disk(config: pytest.Config) -> bool:
    """Whether faults are asked for by their marker, as `make faults` does."""
    return "fault" in config.getoption("markexpr")


def has_room(folder: Path) -> bool:
    """Whether tests can keep their files there, and start programs from it."""
    return folder.is_dir() and shutil.disk_usage(folder).free > ROOM and not os.statvfs(folder).f_flag & os.ST_NOEXEC


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test whose output, or whose program's data, holds a secret has failed, whatever it says itself; what is clean is removed."""
    report = yield
    folder = getattr(item, "funcargs", {}).get("tmp_path")
    if report.when == "teardown" and report.passed:
        found = in_output([text for _, text in report.sections]) + (in_data(folder) if folder and folder.exists() else [])
        if found:
            report.outcome, report.longrepr = "failed", f"a secret stands in the output or in the data: {found}"
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    if folder and report.when == "teardown" and not item.stash[FAILED]:
        shutil.rmtree(folder, ignore_errors=True)
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
def postgres(request: pytest.FixtureRequest) -> Iterator[Postgres]:
    """A private server; without one its tests are skipped by name, but not in CI."""
    try:
        server = Postgres(os.environ.get("PYTEST_DEBUG_TEMPROOT"), durable=on_disk(request.config))
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
