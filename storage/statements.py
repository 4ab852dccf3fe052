"""What every kind of row is asked and written with, in one spelling for SQLite and PostgreSQL.

`insert` is PostgreSQL's construct (`insert unless it is there`), which compiles on both.
"""

from typing import Any

from sqlalchemy import Connection, Row, Select, literal_column
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.elements import ColumnClause

from storage.errors import Gone

__all__ = ["insert", "numbered", "written"]


def numbered(db: Connection, query: Select[*tuple[Any, ...]]) -> Row[*tuple[Any, ...]]:
    """Give the row that a button means.

    Args:
        db: open connection.
        query: asks for the row of its number, and whatever else must hold of it.

    Raises:
        Gone: there is no such row.
    """
    row = db.execute(query).first()
    if row is None:
        raise Gone
    return row


def written(word: str) -> ColumnClause[str]:
    """A constant that stands in the statement itself: SQLite uses a partial index only if it can read its condition there."""
    return literal_column(f"'{word}'")
