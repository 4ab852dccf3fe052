"""`nhacviec last-year FILE`: what each criterion got the year before, read from a table and kept in place of what stood there."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.office import DONE, Refused, office_meant, refusable
from bot.flows.scoring.last_year import of_table
from bot.settings import Settings
from bot.sheets.reading import read
from locales.say import last_year as say
from locales.say import load as say_load
from storage import audit
from storage.db import Connection, Store
from storage.points import last_year
from storage.work import campaigns


@refusable
def run(args: Namespace, store: Store, settings: Settings) -> int:
    """Read the table and keep it; with `--dry-run` only say what was read."""
    past = _past(Path(args.file))
    print(store.run(lambda db: _keep(db, past, args, settings)))
    return DONE


def _past(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        raise Refused(say_load.no_file(path.name))
    past = read(path).past
    if not past:
        raise Refused(say.no_table(path.name))
    return past


def _keep(db: Connection, past: Mapping[str, Any], args: Namespace, settings: Settings) -> str:
    office, now = office_meant(db, args.unit), datetime.now(UTC)
    current = campaigns.current(db, office, now.astimezone(settings.zone).date())
    campaign = campaigns.of_year(db, office, args.year) if args.year else current and current[0]
    if campaign is None:
        raise Refused(say_load.no_list())
    before = campaigns.get(db, office, campaign).year - 1
    if past["year"] not in {None, before}:
        raise Refused(say.other_year(Path(args.file).name, past["year"], before))
    result, lost = of_table(past)
    if args.dry_run:
        return say.preview(0, before, result, lost, last_year.unknown(db, campaign, lost)).text
    unknown = last_year.keep(db, campaign, before, result, lost, is_table=True)
    audit.note(db, "last_year", f"campaign:{campaign}", now, office=office, lost=len(lost))
    return say.kept_table(before, lost, unknown, has_result=last_year.result(db, office, before + 1) is not None).text
