"""A clock of the machine that is off by minutes is told of and holds nothing up; off by an hour, what stops is said too."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import surroundings
from bot.app import App
from bot.settings import Settings
from jobs.machine_clock import MachineClock
from locales.formats import VIETNAM
from storage.db import Store
from storage.messages import outbox
from storage.tables import Outbox
from tests.flows.small_office import build


@pytest.mark.parametrize(
    ("off", "says"),
    [
        (timedelta(minutes=1), None),
        (timedelta(minutes=5), False),
        (timedelta(minutes=-5), False),
        (timedelta(hours=2), True),
    ],
    ids=str,
)
async def test_the_coordinators_are_told_once_a_day_and_whether_reminders_stop(store: Store, now: datetime, off: timedelta, says: bool | None):
    build(store, now)
    clock = MachineClock(lambda: now + off)
    clock.heard(format_datetime(now, usegmt=True))
    news = [await surroundings.clock_off(store, clock, now + off, VIETNAM) for _ in range(2)]
    rows = store.look(lambda db: db.execute(select(Outbox.lane, Outbox.payload).where(Outbox.key.startswith("alarm:clock"))).all())
    if says is None:
        assert (news, rows) == ([False, False], [])
        return
    (row,) = rows
    assert news == [True, False]
    assert row.lane == outbox.ANSWER, "it leaves whatever else is held"
    assert ("Tin nhắc việc tạm dừng" in row.payload["text"]) is says
    assert row.payload["text"].startswith("Đồng hồ máy chủ đang chỉ ")
    assert clock.is_far() is says


@pytest.mark.parametrize("token", ["123456:TEST", None], ids=["with a platform", "without"])
async def test_at_the_start_the_plan_waits_for_a_platform_to_tell_the_time_where_there_is_one(tmp_path: Path, now: datetime, token: str | None):
    app = App(Settings(_env_file=None, telegram_bot_token=token, data_dir=tmp_path, web_bind=""))
    assert app.bells.knows_the_time() is (token is None)
    app.machine_clock.heard(format_datetime(datetime.now(UTC), usegmt=True))
    assert app.bells.knows_the_time()
    app.machine_clock = MachineClock(lambda: now + timedelta(hours=3))
    app.machine_clock.heard(format_datetime(now, usegmt=True))
    assert not app.bells.knows_the_time()
    app.store.close()
