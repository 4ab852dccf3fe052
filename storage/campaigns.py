"""Years of evaluation (năm đánh giá) and the tree of criteria of each."""

from datetime import date

from sqlalchemy import Connection, bindparam, insert, select

from storage.tables import Campaign, Criterion

_OPEN = (
    select(Campaign.id, Campaign.year)
    .where(Campaign.office_id == bindparam("office"), Campaign.closed_on.is_(None))
    .order_by(Campaign.year)
)


def ensure(db: Connection, office_id: int, year: int) -> int:
    """The campaign of that year, opened when it is new."""
    found = db.scalar(select(Campaign.id).where(Campaign.office_id == office_id, Campaign.year == year))
    if found:
        return found
    values = {"office_id": office_id, "year": year, "version": 1, "settings": {}}
    made: int = db.scalars(insert(Campaign).values(**values).returning(Campaign.id)).one()
    return made


def of_year(db: Connection, office_id: int, year: int) -> int | None:
    return db.scalar(select(Campaign.id).where(Campaign.office_id == office_id, Campaign.year == year))


def open_years(db: Connection, office_id: int) -> list[tuple[int, int]]:
    """`(campaign id, year)` of the open campaigns, the oldest first."""
    return [(row.id, row.year) for row in db.execute(_OPEN, {"office": office_id})]


def current(db: Connection, office_id: int, today: date) -> tuple[int, int] | None:
    """The campaign that "now" means: this year's if open, else the newest open one before, else the next."""
    years = open_years(db, office_id)
    past = [one for one in years if one[1] <= today.year]
    return past[-1] if past else (years[0] if years else None)


def node(db: Connection, campaign_id: int, level: str, title: str, *, parent_id: int | None, position: int) -> int:
    """The field or group of that title under a parent, added when it is new."""
    query = select(Criterion.id).where(
        Criterion.campaign_id == campaign_id,
        Criterion.level == level,
        Criterion.title == title,
        Criterion.parent_id.is_(None) if parent_id is None else Criterion.parent_id == parent_id,
    )
    if found := db.scalar(query):
        return found
    values = {
        "campaign_id": campaign_id,
        "level": level,
        "title": title,
        "parent_id": parent_id,
        "position": position,
        "kind": "product",
        "rule": {},
        "number_only": False,
        "last_year": {},
    }
    made: int = db.scalars(insert(Criterion).values(**values).returning(Criterion.id)).one()
    return made
