"""The database: one transaction a unit of work, one writer on SQLite; a look holds no writer up."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import InterfaceError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import chain
from storage.errors import BadDatabase

# The database is away, locked or full, or the line to it broke in mid-transaction: try again later.
PASSING = (OperationalError, InterfaceError, PoolTimeout, PendingRollbackError)
__all__ = ["PASSING", "Connection", "Store", "full_url", "make_engine", "savepoint"]

T = TypeVar("T")
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "cache_size": -16_000,
    "temp_store": 2,
}
"""At most 16 MB of pages are kept, and sorts stay in memory."""
POSTGRES = "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC"
KEEP_ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}  # s, s, -, ms


def full_url(url: str) -> URL:
    """Name the driver, since SQLAlchemy 2.1 otherwise picks one: `postgresql://` and `sqlite:///file` are accepted."""
    made = make_url(url)
    drivers = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
    return made.set(drivername=drivers.get(made.drivername, made.drivername))


NUL = "\\u0000"


def _dumps(value: Any) -> str:
    """JSON that every database keeps: PostgreSQL takes no NUL, and nobody half a character (a lone surrogate)."""
    try:
        text = orjson.dumps(value).decode()
    except TypeError:
        return orjson.dumps(_plain(value)).decode()
    return orjson.dumps(_plain(value)).decode() if NUL in text else text


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    if isinstance(value, dict):
        return {_plain(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


BOTH: dict[str, Any] = {"json_serializer": _dumps, "json_deserializer": orjson.loads, "hide_parameters": True}
"""Of both databases; what a statement that failed was given (names, words, codes) stands in no log."""


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Set the pragmas and read them back; transactions are begun by `_hold`, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
        if (got := cursor.execute(f"PRAGMA {name}").fetchone()[0]) != value:
            raise BadDatabase(f"SQLite keeps {name}={got}, wanted {value}")
    cursor.close()


def _hold(connection: Any) -> None:
    """Begin a transaction that may write.

    The dialect's own step, and not the `begin` event of SQLAlchemy's documentation: an engine with an event looks for
    listeners at every statement, a third of what a small one costs (7 of 22 us).
    """
    connection.execute("BEGIN IMMEDIATE")


def _look(connection: Any) -> None:
    connection.execute("BEGIN")


def make_engine(url: str, *, looks: bool = False) -> Engine:
    """Build the engine for SQLite (WAL, FULL, BEGIN IMMEDIATE) or PostgreSQL (psycopg 3, bounded waits).

    Args:
        url: as in the settings.
        looks: only to read; the database itself then refuses every change.
    """
    target = full_url(url)
    if target.get_backend_name() == "sqlite":
        if target.database and target.database != ":memory:":
            Path(target.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(target, pool_reset_on_return="rollback", **BOTH)
        event.listen(engine, "connect", _prepare_sqlite)
        engine.dialect.do_begin = _look if looks else _hold  # type: ignore[method-assign,assignment]
        if looks:
            event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA query_only=1"))
        return engine
    return create_engine(
        target,
        **BOTH,
        pool_size=10,
        max_overflow=0,
        pool_timeout=5,
        pool_pre_ping=True,
        connect_args={"options": POSTGRES, "client_encoding": "utf8", "connect_timeout": 5, **KEEP_ALIVE},
    )


@contextmanager
def savepoint(db: Connection) -> Iterator[None]:
    """A part of a transaction that can be taken back alone; plain statements, since every turn pays for it."""
    tell = _teller(db)
    tell("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if not db.invalidated:  # when the line to the database broke, there is nothing left to take back
            db.exec_driver_sql("ROLLBACK TO SAVEPOINT step")
            db.exec_driver_sql("RELEASE SAVEPOINT step")
        raise
    tell("RELEASE SAVEPOINT step")


def _teller(db: Connection) -> Callable[[str], object]:
    """How savepoints are told while all is well: to SQLite's own connection, which saves 50 us each; it cannot be away."""
    raw = db.connection.dbapi_connection
    return raw.execute if isinstance(raw, sqlite3.Connection) else db.exec_driver_sql


class Store:
    """The office's memory.

    Args:
        url: `sqlite:///file` or `postgresql://...`.
    """

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.workers = 1 if self.is_sqlite else 8
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="store")
        self._looks = make_engine(url, looks=True) if self.is_sqlite else self.engine.execution_options(postgresql_readonly=True)
        self._lookers = ThreadPoolExecutor(1, thread_name_prefix="look") if self.is_sqlite else self._threads

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One unit of work: committed at the end, rolled back when anything is raised."""
        with self.engine.begin() as db:
            yield db
            chain.seal(db)

    def run(self, work: Callable[[Connection], T]) -> T:
        with self.transaction() as db:
            return work(db)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run one unit of work off the event loop."""
        return await self._call(self._threads, lambda: self.run(work))

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Look at one state of things off the event loop; on SQLite beside the writer, not behind it."""
        return await self._call(self._lookers, lambda: self.look(work))

    def look(self, work: Callable[[Connection], T]) -> T:
        """Look at one state of things from where no loop runs."""
        with self._looks.begin() as db:
            return work(db)

    async def _call(self, threads: Executor, work: Callable[[], T]) -> T:
        """Run something off the event loop; SQLite has a single writer thread, so nothing waits for locks.

        A cancelled caller does not cut the transaction: it ends by itself, and its outcome is awaited first.
        """
        future = asyncio.get_running_loop().run_in_executor(threads, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait([future])
            raise

    def log_size(self) -> int:
        """Bytes of the log that SQLite keeps beside its file until nobody looks at an older state; 0 on PostgreSQL."""
        log = Path(f"{self.engine.url.database}-wal")
        return log.stat().st_size if self.is_sqlite and log.exists() else 0

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self._lookers.shutdown(wait=True)
        self._looks.dispose()
        self.engine.dispose()
