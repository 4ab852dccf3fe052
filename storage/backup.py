"""The whole database as plain files and back: one JSON line a row, the same form for SQLite and PostgreSQL.

A copy made on one kind of database may be returned into the other.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from sqlalchemy import Connection, Date, Table, Time, func, insert, select, text, update

from storage.errors import BadDatabase
from storage.tables import Base, Instant, Outbox, Points

BATCH = 500
READERS: Sequence[tuple[type[Any], Callable[[str], Any]]] = (
    (Instant, datetime.fromisoformat),
    (Points, Decimal),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
)
"""How a column's kind is read back from the text that JSON made of it."""
HELD = "held"


def tables() -> list[Table]:
    """Every table, those that others refer to first."""
    return list(Base.metadata.sorted_tables)


def freeze(db: Connection) -> None:
    """See one moment of the database until the end of this transaction; call it first."""
    if db.dialect.name == "postgresql":
        db.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


def dump(db: Connection, folder: Path) -> dict[str, int]:
    """Write each table into `<folder>/<table>.jsonl`.

    Returns:
        How many rows each table has.
    """
    return {table.name: _dump(db, table, folder / f"{table.name}.jsonl") for table in tables()}


def _dump(db: Connection, table: Table, path: Path) -> int:
    count = 0
    with path.open("wb") as file:
        for row in db.execute(select(table).order_by(*table.primary_key.columns)).mappings():
            file.write(orjson.dumps(dict(row), default=str) + b"\n")
            count += 1
    return count


def fill(db: Connection, folder: Path) -> dict[str, int]:
    """Write the rows of a copy into an empty database of the same schema.

    Returns:
        How many rows each table has now.

    Raises:
        BadDatabase: the database holds rows already.
    """
    if any(db.scalar(select(func.count()).select_from(table)) for table in tables()):
        raise BadDatabase("the database is not empty")
    return {table.name: _fill(db, table, folder / f"{table.name}.jsonl") for table in tables()}


def _fill(db: Connection, table: Table, path: Path) -> int:
    """Insert the rows of one table; references to rows of the same table are set afterwards, since those may come later."""
    own = [column.name for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    own = [] if table.name == "progress_update" else own  # its references look back, and it refuses changes
    count, later = 0, []
    with path.open("rb") as file:
        for rows in _batches(file, table):
            later += [{"row": row["id"]} | {name: row[name] for name in own} for row in rows if any(row[name] for name in own)]
            db.execute(insert(table), [row | dict.fromkeys(own) for row in rows])
            count += len(rows)
    for row in later:
        db.execute(update(table).where(table.c.id == row.pop("row")).values(row))
    _number_on(db, table)
    return count


def _batches(file: BinaryIO, table: Table) -> Iterator[list[dict[str, Any]]]:
    readers = {column.name: read for column in table.columns for kind, read in READERS if isinstance(column.type, kind)}
    rows: list[dict[str, Any]] = []
    for line in file:
        row = orjson.loads(line)
        rows.append(row | {name: read(row[name]) for name, read in readers.items() if row[name] is not None})
        if len(rows) == BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def _number_on(db: Connection, table: Table) -> None:
    """PostgreSQL counts new rows on from the last one; SQLite does so by itself."""
    if db.dialect.name == "postgresql" and "id" in table.columns:
        last = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
        db.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last, False)))


def hold(db: Connection) -> int:
    """Keep back what was waiting to be sent, since it may have gone out after the copy was made; reminders stop too.

    Returns:
        How many messages are held; `storage.office.sending.start` lets them go, each marked as perhaps repeated.
    """
    db.execute(update(Base.metadata.tables["unit"]).values(sending_since=None))
    live = Outbox.state.in_(("pending", "sending", "unsure"))
    return db.execute(update(Outbox).where(live).values(state=HELD, owner=None)).rowcount
