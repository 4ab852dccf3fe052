"""`nhacviec export FILE.xlsx` and `nhacviec undo`: the list as it stands as a file, and the newest file taken back."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.office import DONE, Refused, office_meant, refusable
from bot.settings import Settings
from bot.sheets import own_file
from locales.papers import assignments
from locales.say import load as say
from locales.say import loaded, office_papers
from storage.db import Connection, Store
from storage.evidence.files import Files
from storage.loading import loads, original, standing
from storage.loading.leaving import leaving
from storage.loading.original import Original
from storage.work import campaigns


@refusable
def run(args: Namespace, store: Store, settings: Settings) -> int:
    """Write the list to a workbook that `load` reads back."""
    path = Path(args.file)
    if args.original:
        return _original(args, store, settings, path)
    if path.suffix.lower() != ".xlsx":
        raise Refused(say.only_xlsx(path.name))
    year, leaves = store.run(lambda db: _list(db, args, settings))
    assignments.write(path, year, leaves)
    print(say.exported(path.name, year, sum(not leaf.is_dropped for leaf in leaves)))
    return DONE


def _list(db: Connection, args: Namespace, settings: Settings) -> tuple[int, list[standing.Standing]]:
    office = office_meant(db, args.unit)
    year = args.year or _year(db, office, settings)
    campaign = campaigns.of_year(db, office, year) if year else None
    if year is None or campaign is None:
        raise Refused(say.no_list())
    return year, standing.of_campaign(db, campaign)


def _year(db: Connection, office: int, settings: Settings) -> int | None:
    current = campaigns.current(db, office, datetime.now(settings.zone).date())
    return current[1] if current else None


def _original(args: Namespace, store: Store, settings: Settings, path: Path) -> int:
    """Write the file that was loaded last, with what is known of each row by now."""
    found = store.run(lambda db: _last_file(db, args, settings))
    kept, suffix = found.kept, own_file.ending(found.kept.name)
    source = Files(settings.data_dir / "evidence").path_of(kept.sha256)
    if suffix is None or path.suffix.lower() != suffix:
        raise Refused(say.cannot_be_returned(kept.name))
    if not source.is_file():
        raise Refused(say.no_original(kept.name))
    rows = own_file.fill(source, path, found)
    if rows is None:
        raise Refused(say.too_long_to_fill(kept.name))
    print(say.exported(path.name, kept.year, rows))
    if kept.name.lower().endswith(".xls"):
        print(office_papers.from_old())
    return DONE


def _last_file(db: Connection, args: Namespace, settings: Settings) -> Original:
    office = office_meant(db, args.unit)
    year = args.year or _year(db, office, settings)
    found = original.of_year(db, office, year) if year else None
    if found is None:
        raise Refused(say.no_list())
    return found


@refusable
def take_back(args: Namespace, store: Store, settings: Settings) -> int:
    """Take the newest file of a year back."""
    print(store.run(lambda db: _undone(db, args, settings)))
    return DONE


def _undone(db: Connection, args: Namespace, settings: Settings) -> str:
    office = office_meant(db, args.unit)
    year, now = args.year or _year(db, office, settings), datetime.now(UTC)
    newest = loads.last_applied(db, office, year) if year else 0
    if not newest:
        raise Refused(say.no_list())
    kept = loads.get(db, newest)
    if not loads.may_undo(db, kept, now):
        raise Refused(loaded.too_late())
    lost = leaving(db, kept.undo)
    if lost.rows and not args.yes:
        raise Refused(loaded.needs_yes(kept.name, lost))
    return loaded.undone(kept.name, loads.take_back(db, newest, by=None, now=now))
