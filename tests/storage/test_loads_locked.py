"""A file brings self marks until they are locked, by the clock of the office."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from storage.loading import loads
from storage.office import units
from storage.rules.year import Phase, Window
from storage.tables import Score
from storage.work import campaigns
from tests.storage.assignment_table import row, sheet


@pytest.mark.parametrize(("zone", "brings"), [("Asia/Ho_Chi_Minh", True), ("Asia/Tokyo", False), ("UTC", True)])
def test_a_file_brings_self_marks_until_the_lock_by_the_clock_of_the_office(store, zone, brings):
    moment = datetime(2026, 11, 13, 8, 30, tzinfo=UTC)  # 15:30 in Hanoi, 17:30 in Tokyo
    given_ = sheet(row("1.1.1", "Ban hành Kế hoạch", lead="Huỳnh Thanh Tùng", due="2026-01-15", self_score=1))
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        campaign = campaigns.ensure(db, office, 2026)
        campaigns.set_window(db, campaign, Phase.SELF, Window(lock=datetime(2026, 11, 13, 17, 0)))  # noqa: DTZ001 - a moment of the office's clock
        kept = loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=given_, now=moment, zone=ZoneInfo(zone))
        loads.apply_kept(db, kept, by=None, now=moment, zone=ZoneInfo(zone))
        assert (db.scalar(select(func.count()).select_from(Score)) == 1) == brings
