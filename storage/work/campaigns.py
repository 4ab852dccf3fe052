"""Years of evaluation (năm đánh giá) and the tree of criteria of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from storage.rules import year as rules
from storage.rules.year import Phase, Window
from storage.statements import numbered
from storage.tables import Assignment, Campaign, Criterion

_OPEN = (
    select(Campaign.id, Campaign.year)
    .where(Campaign.office_id == bindparam("office"), Campaign.closed_on.is_(None))
    .order_by(Campaign.year)
)

_YEAR: Select[Any] = select(
    Campaign.id, Campaign.office_id, Campaign.year, Campaign.version, Campaign.settings, Campaign.closed_on
)
_BY_ID = _YEAR.where(Campaign.id == bindparam("campaign"), Campaign.office_id == bindparam("office"))
_OF_YEARS = _YEAR.where(Campaign.office_id == bindparam("office"), Campaign.year.in_(bindparam("years", expanding=True)))
_OF_YEAR = select(Campaign.id).where(Campaign.office_id == bindparam("office"), Campaign.year == bindparam("year"))
_SETTINGS_OF_ROW = (
    select(Campaign.settings)
    .join(Criterion, Criterion.campaign_id == Campaign.id)
    .join(Assignment, Assignment.criterion_id == Criterion.id)
    .where(Assignment.id == bindparam("row"))
)

CODES = "old_codes"
"""Key of a year's settings under which lie the codes of before a new decision, each with its criterion."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published of an office.

    Attributes:
        index: Chỉ số CCHC in percent, as published.
        class_: key of the class.
        rank, of: place among how many units; None where it was not told.
    """

    index: Decimal
    class_: str
    rank: int | None
    of: int | None
    on: date

    def kept(self) -> dict[str, Any]:
        """As the settings of the year keep it."""
        return {"index": str(self.index), "class": self.class_, "rank": self.rank, "of": self.of, "on": self.on.isoformat()}


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it is kept.

    Attributes:
        version: of the criteria set; a decision in mid-year makes the next one.
        settings: windows, whether estimates are allowed, what was published.
    """

    id: int
    office_id: int
    year: int
    version: int
    settings: dict[str, Any]
    closed_on: date | None

    @property
    def windows(self) -> dict[Phase, Window]:
        return rules.read(self.settings)

    def window(self, phase: Phase) -> Window:
        return self.windows.get(phase, rules.NO_WINDOW)

    @property
    def estimates(self) -> bool | None:
        """Whether the province takes estimated marks (ước thực hiện); None while nobody has said."""
        return self.settings.get("estimates")

    @property
    def entered_on(self) -> date | None:
        """When the marks were typed into the province's own software; None while they are not."""
        kept = self.settings.get("entered")
        return date.fromisoformat(kept) if kept else None

    @property
    def published(self) -> Published | None:
        """What was published; None before."""
        kept = self.settings.get("published")
        if not kept:
            return None
        on = date.fromisoformat(kept["on"])
        return Published(Decimal(kept["index"]), kept["class"], kept["rank"], kept["of"], on)


def get(db: Connection, office_id: int, campaign_id: int | None) -> Year:
    """A year of the office.

    Raises:
        Gone: of another office, or none.
    """
    return Year(*numbered(db, _BY_ID, {"campaign": campaign_id, "office": office_id}))


def of_years(db: Connection, office_id: int, years: Collection[int]) -> dict[int, Year]:
    """Those of some years that the office has."""
    return {row.year: Year(*row) for row in db.execute(_OF_YEARS, {"office": office_id, "years": list(years)})}


def set_setting(db: Connection, campaign_id: int, key: str, value: Any) -> None:
    """Change one setting of a year; the others stay."""
    kept = db.scalar(select(Campaign.settings).where(Campaign.id == campaign_id).with_for_update()) or {}
    db.execute(update(Campaign).where(Campaign.id == campaign_id).values(settings=kept | {key: value}))


def set_window(db: Connection, campaign_id: int, phase: Phase, window: Window) -> None:
    """Keep one window of a year."""
    kept = db.scalar(select(Campaign.settings).where(Campaign.id == campaign_id)) or {}
    set_setting(db, campaign_id, "windows", kept.get("windows", {}) | {phase.value: rules.kept(window)})


def formerly(db: Connection, office_id: int, code: str) -> set[int]:
    """The criteria that bore a code before a new decision, in the open years of an office."""
    query = select(Campaign.settings).where(Campaign.office_id == office_id, Campaign.closed_on.is_(None))
    return {kept[CODES][code] for kept in db.scalars(query) if code in kept.get(CODES, {})}


def windows_of_row(db: Connection, assignment_id: int) -> dict[Phase, Window]:
    """The windows of the year that a row belongs to."""
    return rules.read(db.scalar(_SETTINGS_OF_ROW, {"row": assignment_id}) or {})


def of_row(db: Connection, assignment_id: int) -> int | None:
    """The year that a row belongs to."""
    query = select(Criterion.campaign_id).join(Assignment, Assignment.criterion_id == Criterion.id)
    return db.scalar(query.where(Assignment.id == assignment_id))


def close(db: Connection, campaign_id: int, today: date) -> None:
    """The year is over: its rows are asked about no more; all of it stays to be read."""
    db.execute(update(Campaign).where(Campaign.id == campaign_id).values(closed_on=today))


def ensure(db: Connection, office_id: int, year: int) -> int:
    """The campaign of that year, opened when it is new."""
    if found := of_year(db, office_id, year):
        return found
    values = {"office_id": office_id, "year": year, "version": 1, "settings": {}}
    made: int = db.scalars(insert(Campaign).values(**values).returning(Campaign.id)).one()
    return made


def of_year(db: Connection, office_id: int, year: int) -> int | None:
    """The campaign of an office in one year, open or closed."""
    return db.scalar(_OF_YEAR, {"office": office_id, "year": year})


def open_years(db: Connection, office_id: int) -> list[tuple[int, int]]:
    """`(campaign id, year)` of the open campaigns, the oldest first."""
    return [(row.id, row.year) for row in db.execute(_OPEN, {"office": office_id})]


def current(db: Connection, office_id: int, today: date) -> tuple[int, int] | None:
    """The campaign that "now" means: this year's if open, else the newest open one before, else the next."""
    years = open_years(db, office_id)
    past = [one for one in years if one[1] <= today.year]
    return past[-1] if past else (years[0] if years else None)
