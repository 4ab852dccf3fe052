"""What every kind of row is asked and written with, in one spelling for SQLite and PostgreSQL.

`insert` is PostgreSQL's construct (`insert unless it is there`), which compiles on both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import is_
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, literal_column, select, update
from sqlalchemy import insert as insert_into
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.elements import ColumnClause

from storage.errors import Gone

__all__ = [
    "alike", "batches", "columns_of", "insert", "insert_columns", "insert_many", "new_ids", "numbered", "set_columns", "written",
]  # fmt: skip
BATCH = 500  # ids in one statement
_PLAIN = re.compile(r"[\w {}\[\]/.,-]*")  # no quotes, no signs that a driver reads
Values = dict[str, Any]


def numbered(db: Connection, query: Select[*tuple[Any, ...]], values: Values | None = None) -> Row[*tuple[Any, ...]]:
    """Give the row that a button means.

    Args:
        db: open connection.
        query: asks for the row of its number, and whatever else must hold of it.
        values: of the query's parameters.

    Raises:
        Gone: there is no such row.
    """
    row = db.execute(query, values).first()
    if row is None:
        raise Gone
    return row


def written(word: str) -> ColumnClause[str]:
    """A constant that stands in the statement itself: SQLite uses a partial index only if it can read its condition there."""
    return literal_column(f"'{word}'")


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give ids in portions that one statement takes."""
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


def alike(changes: Iterable[tuple[int, Values]]) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Give the rows whose same columns change, by the names of these columns."""
    found: dict[tuple[str, ...], list[int]] = {}
    for one, values in changes:
        found.setdefault(tuple(values), []).append(one)
    yield from found.items()


def columns_of(db: Connection, table: Any, ids: Sequence[int], names: Sequence[str]) -> dict[int, Values]:
    """Read some columns of many rows of a table, by row."""
    query = select(table.id, *(getattr(table, name) for name in names))
    rows = (row for some in batches(ids) for row in db.execute(query.where(table.id.in_(some))))
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}


def set_columns(db: Connection, table: Any, changes: Iterable[tuple[int, Values]]) -> None:
    """Set columns of many rows of a table, in one statement for all whose same columns change."""
    values = dict(changes)
    for names, ids in alike(values.items()) if values else ():
        if names:
            db.execute(update(table).where(table.id == bindparam("row")), [{"row": one} | values[one] for one in ids])


def new_ids(db: Connection, table: Any, count: int) -> Sequence[int]:
    """Take the numbers of rows that are about to be written: reading them back afterwards would cost as much as writing."""
    if db.dialect.name == "sqlite":  # one writer, and what SQLite itself would give
        last: int = db.scalar(select(func.max(table.id))) or 0
        return range(last + 1, last + 1 + count)
    sequence = func.pg_get_serial_sequence(table.__tablename__, "id")
    return db.scalars(select(func.nextval(sequence)).select_from(func.generate_series(1, count))).all()


def insert_many(db: Connection, table: Any, rows: Sequence[Values]) -> None:
    """Write many rows whose same columns are filled; nothing where there are none."""
    if rows:
        insert_columns(db, table, {name: [row[name] for row in rows] for name in rows[0]})


def insert_columns(db: Connection, table: Any, columns: Mapping[str, Sequence[Any]]) -> None:
    """Write many rows, given column by column, the first of which tells the rows apart.

    The values are turned into what the driver takes column by column too: SQLAlchemy's own way, row by row, costs three
    times as much as the database's work. What all rows share stands in the statement itself, since the driver hands over
    each value of each row again, and that is half of what SQLite needs for a row.
    """
    _, *others = columns
    told = {name: _for_driver(db, table, name, values) for name, values in columns.items()}
    shared: dict[str, Any] = {name: literal_column(sql) for name in others if (sql := _shared(told[name])) is not None}
    varying = [name for name in columns if name not in shared]
    made = insert_into(table).inline().values(shared).compile(dialect=db.dialect, column_keys=varying)
    names = made.positiontup or varying
    values: list[Any] = list(zip(*map(told.__getitem__, names), strict=True))
    db.exec_driver_sql(made.string, values if made.positional else [dict(zip(names, one, strict=True)) for one in values])


def _shared(values: Sequence[Any]) -> str | None:
    """What all rows say, as it stands in a statement; None where they differ, or where it holds more than plain letters."""
    one = values[0]
    if not _is_one(values):
        return None
    if isinstance(one, str):
        return f"'{one}'" if _PLAIN.fullmatch(one) else None
    return "NULL" if one is None else str(one) if isinstance(one, int) else None


def _is_one(values: Sequence[Any]) -> bool:
    """Whether all are the very same."""
    return all(map(is_, values, repeat(values[0])))


def _for_driver(db: Connection, table: Any, name: str, values: Sequence[Any]) -> Sequence[Any]:
    """The values of one column as the driver takes them."""
    kind = table.__table__.c[name].type
    turn = kind.dialect_impl(db.dialect).bind_processor(db.dialect)
    if turn is None:
        return values
    if _is_one(values):
        return [turn(values[0])] * len(values)
    ids = list(map(id, values))
    turned = {one: turn(value) for one, value in dict(zip(ids, values, strict=True)).items()}  # few are different
    return list(map(turned.__getitem__, ids))
