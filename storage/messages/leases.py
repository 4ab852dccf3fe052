"""Who ticks and sends: a row with a term. Several processes may run on PostgreSQL; one at a time holds the lease."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, literal, or_, select, update

from storage.statements import insert
from storage.tables import Lease


def acquire(db: Connection, name: str, owner: str, now: datetime, ttl: timedelta, *, alone: bool = False) -> bool:
    """Take or renew the lease; who is `alone` (a file lock says so) takes it from whoever died with it.

    Where several machines share the database, its clock decides, since theirs may differ.

    Returns:
        Whether `owner` holds it until `now + ttl`.
    """
    now = _moment(db, now)
    db.execute(
        insert(Lease).values(name=name, owner=owner, term=0, expires_at=now - timedelta(seconds=1)).on_conflict_do_nothing()
    )
    taken = db.execute(
        update(Lease)
        .where(Lease.name == name, or_(Lease.owner == owner, Lease.expires_at < now, literal(alone)))
        .values(owner=owner, expires_at=now + ttl, term=Lease.term + 1)
        .returning(Lease.term)
    ).first()
    return taken is not None


def release(db: Connection, name: str, owner: str, now: datetime) -> None:
    """Give the lease up, so that another need not wait for its end; who does not hold it changes nothing."""
    now = _moment(db, now)
    db.execute(update(Lease).where(Lease.name == name, Lease.owner == owner).values(expires_at=now - timedelta(seconds=1)))


def _moment(db: Connection, now: datetime) -> datetime:
    is_shared = db.dialect.name == "postgresql"
    return db.scalar(select(func.clock_timestamp())) or now if is_shared else now
