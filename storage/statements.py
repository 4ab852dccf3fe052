"""One spelling of `insert unless it is there` for SQLite and PostgreSQL: PostgreSQL's construct compiles on both."""

from sqlalchemy.dialects.postgresql import insert

__all__ = ["insert"]
