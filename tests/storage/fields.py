"""A field of a year's criteria, for offices that tests fill without a table."""

from sqlalchemy import insert

from storage.db import Connection
from storage.tables import Criterion


def field(db: Connection, campaign: int, title: str = "Cải cách thể chế", position: int = 0) -> int:
    """Its number."""
    values = {"campaign_id": campaign, "level": "field", "title": title, "position": position, "kind": "product", "rule": {}, "number_only": False, "last_year": {}}
    return db.scalars(insert(Criterion).values(values).returning(Criterion.id)).one()
