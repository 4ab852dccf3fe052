"""One spelling of `insert unless it is there` for SQLite and PostgreSQL: PostgreSQL's construct compiles on both."""

from sqlalchemy import literal_column
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.elements import ColumnClause

__all__ = ["insert", "written"]


def written(word: str) -> ColumnClause[str]:
    """A constant that stands in the statement itself: SQLite uses a partial index only if it can read its condition there."""
    return literal_column(f"'{word}'")
