"""`nhacviec doctor`: every setting and what surrounds it checked, in words that say what to do."""

import argparse
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import surroundings
from bot.commands import outside
from bot.settings import Settings
from jobs.budget import WARN_PERCENT
from locales.say import doctor as say
from storage import audit, chain, migrate
from storage.db import Connection, Store
from storage.messages import budgets
from storage.office import addresses, calendar, units
from storage.rules.calendar import needs_confirmation, unconfirmed_years

ZALO_USERS = 50  # of a bot of the free plan (platform notes of 2026-09)
OLD_BACKUP = timedelta(days=2)  # one is made every night
FILES_LOOKED_AT = 2000


def run(_arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Print what is well and what is not; 1 when something needs a hand."""
    found = problems(store, settings, datetime.now(UTC))
    for one in found:
        print(f"- {one}")
    print(say.to_be_mended() if found else say.nothing_found())
    return 1 if found else 0


def problems(store: Store, settings: Settings, now: datetime) -> list[str]:
    """Everything that needs a hand, one sentence each."""
    found = [*_settings(settings), *_modes(settings), *outside.problems(settings, now)]
    found += [sentence for _, sentence in surroundings.tight(store, settings.data_dir)]
    return found + store.look(lambda db: _database(db, settings, now))


def _settings(settings: Settings) -> Iterator[str]:
    if settings.telegram_bot_token is None and settings.zalo_bot_token is None:
        yield say.no_token()
    if settings.zalo_bot_token and settings.zalo_mode == "polling":
        yield say.zalo_polls()
    if settings.web_bind and settings.web_url is None:
        yield say.no_web_address()
    if settings.web_bind and (settings.web_url or "").startswith("http://"):
        yield say.plain_http()
        for name, mode in (("TELEGRAM", settings.telegram_mode), ("ZALO", settings.zalo_mode)):
            if mode == "webhook":
                yield say.webhook_needs_https(name)
    if settings.send_rate == 0:
        yield say.no_pace()


def _modes(settings: Settings) -> Iterator[str]:
    """What others on this machine could read: the folder, the database, the evidence, the token."""
    inside = (Path(folder) / name for folder, _, names in os.walk(settings.data_dir) for name in names)
    first = [path for path, _ in zip(inside, range(FILES_LOOKED_AT), strict=False)]
    for path in (settings.data_dir, Path(str(settings.model_config["env_file"])), *first):
        if path.exists() and (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077:
            yield say.open_to_others(str(path), mode)
            if path == settings.data_dir or path in first:
                return  # one sentence for the folder is enough


def _channels(db: Connection, settings: Settings, now: datetime) -> Iterator[str]:
    """Channels that the platform refused, and a quota that is nearly used up."""
    for channel, _why, since in budgets.faults(db):
        yield say.refused(channel, since, settings.zone)
    if settings.zalo_bot_token and (linked := addresses.count_on(db, "zalo")) > ZALO_USERS:
        yield say.too_many_on_zalo(linked, ZALO_USERS)
    if settings.zalo_bot_token and settings.zalo_monthly_limit:
        used = budgets.used(db, "zalo", f"{now.astimezone(settings.zone):%Y-%m}")
        total = used.sent + (used.received if settings.zalo_counts_received else 0)
        if used.refused_at or total * 100 >= settings.zalo_monthly_limit * WARN_PERCENT:
            yield say.quota_low(total, settings.zalo_monthly_limit)


def _database(db: Connection, settings: Settings, now: datetime) -> list[str]:
    if migrate.differences(db):
        return [say.other_schema()]
    offices = units.offices(db)
    found = [*_channels(db, settings, now), *_safety(db, settings, now)]
    if not offices:
        found.append(say.no_unit())
    for office_id, name in offices:
        found += _office(db, office_id, name, now.astimezone(settings.zone))
    return found


def _safety(db: Connection, settings: Settings, now: datetime) -> Iterator[str]:
    """The backup and the history."""
    if units.offices(db):
        made = audit.last(db, audit.BACKUP)
        if made is None:
            yield say.never_backed_up()
        elif now - made > OLD_BACKUP:
            yield say.backup_old(made.astimezone(settings.zone).date())
    if breaks := chain.verify(db).breaks:
        yield say.chain_broken([say.breaks(one.why, one.row, one.place) for one in breaks])


def _office(db: Connection, office_id: int, name: str, local: datetime) -> Iterator[str]:
    days, today = calendar.rows(db, office_id), local.date()
    if doubtful := [one for one in needs_confirmation(days, today) if one.day.year == today.year]:
        yield say.days_unconfirmed(name, len(doubtful))
    for year in unconfirmed_years(days, today):
        if year > today.year:
            yield say.next_year_open(name, year)
    if units.sending_since(db, office_id) is None:
        yield say.not_sending(name)
