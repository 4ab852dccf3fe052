"""Bring the database to the schema of this version, in one transaction; refuse one from a later version."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from storage.db import PASSING, Store
from storage.errors import BadDatabase
from storage.tables import Base

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"
DAMAGED = "the file is damaged; set it aside and put the newest copy back: nhacviec restore DIR"
NOT_UTF8 = "the database keeps {} and not UTF8; make it anew: CREATE DATABASE nhacviec ENCODING 'UTF8' TEMPLATE template0"
ADVISORY_LOCK = 7_220_411  # any fixed number: two machines must not migrate at once


def config(db: Connection | None = None) -> "Config":
    """How Alembic finds its scripts. It is read only where there is something to migrate: 8 MB that nobody else needs."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    made.attributes["connection"] = db
    return made


def version(db: Connection) -> str | None:
    """The schema that the database has; None before the first."""
    return db.scalar(text("SELECT version_num FROM alembic_version")) if inspect(db).has_table("alembic_version") else None


def known() -> list[str]:
    """The schemas that this version of the program knows, the newest last; each script is named by its own."""
    return sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))


def is_current(db: Connection) -> bool:
    """Whether there is nothing to do; asked first, so that a command beside a busy `run` needs no writer's turn."""
    return version(db) == known()[-1]


def upgrade(db: Connection) -> None:
    """Migrate to the head.

    Raises:
        BadDatabase: the database was made by a later version of the program, or cannot keep Vietnamese letters.
    """
    if is_current(db):
        return
    from alembic import command

    if db.dialect.name == "postgresql":
        if (encoding := db.exec_driver_sql("SHOW server_encoding").scalar()) != "UTF8":
            raise BadDatabase(NOT_UTF8.format(encoding))
        db.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": ADVISORY_LOCK})
    if (now := version(db)) and now not in known():
        raise BadDatabase(f"the database has schema {now}, which this version does not know; install the newer version")
    command.upgrade(config(db), "head")


def prepare(store: Store) -> None:
    """Bring a database that is about to be worked on to the head.

    Raises:
        BadDatabase: it is damaged, or of a later version.
    """
    try:
        with store.transaction() as db:
            if store.is_sqlite and db.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise BadDatabase(DAMAGED)
            upgrade(db)
    except PASSING:
        raise
    except DatabaseError as wrong:
        if type(wrong) is DatabaseError:  # SQLite cannot read the file at all
            raise BadDatabase(DAMAGED) from None
        raise


def differences(db: Connection) -> list[object]:
    """What the models have and the migrations lack; empty when they match."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    return list(compare_metadata(MigrationContext.configure(db, opts={"compare_type": True}), Base.metadata))
