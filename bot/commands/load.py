"""`nhacviec load FILE`: what was read, what it would change, and with consent all of it in one transaction."""

import hashlib
import json
import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import partial
from pathlib import Path
from typing import Any

from bot.commands import load_columns
from bot.commands.office import REFUSED, Refused, office_meant
from bot.flows.loading import amendments, load_figures
from bot.flows.loading.load import NO_ROWS, as_chosen, is_bare
from bot.loading import in_year
from bot.sheets.model import Sheet
from bot.sheets.reading import read
from locales.say import changes, load_doubts, loaded
from locales.say import load as say
from locales.say import load_columns as say_columns
from storage.db import Connection, Store
from storage.evidence.files import Files
from storage.loading import compare, directory, given, loads
from storage.loading.loads import PREVIEW, Kept

READ = 0
YES = frozenset({"c", "co", "có", "y", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read.

    Attributes:
        office: its id, or the sentence that says why it is not known.
        sheet: what the file holds.
        words: heading -> meaning, said by --column.
        layout: of the table, if its columns had to be asked for; None as a rule.
        answers: heading -> meaning, answered on the terminal.
        is_year_assumed: whether the file names no year.
    """

    office: int | str
    sheet: Sheet
    words: dict[str, str]
    layout: str | None
    answers: dict[str, str]
    is_year_assumed: bool = False

    @property
    def as_dict(self) -> dict[str, Any]:
        """The sheet as it is kept."""
        return self.sheet.as_dict(extra=True) | {load_figures.YEAR_ASSUMED: self.is_year_assumed}


def run(args: Namespace, store: Store, now: datetime, zone: tzinfo, files: Files | None = None) -> int:
    """Load a file.

    Args:
        args: `file`, `dry_run`, `json`, `yes`, `year`, `unit`, `column`.
        store: the office's memory.
        now: when.
        zone: the office's time zone.
        files: where the bytes are kept, so that her own file can be returned filled in; None = nowhere.

    Returns:
        0 = read (applied, previewed or unchanged), 1 = refused.
    """
    name, today = Path(args.file).name, now.astimezone(zone).date()
    try:
        taken = _taken(args, store, today.year)
    except Refused as why:
        return _refuse(args, name, str(why))
    if args.dry_run and (args.unit is None or not isinstance(taken.office, str)):
        return _dry_run(args, store, taken, today)
    if isinstance(taken.office, str):
        return _refuse(args, name, taken.office)
    kept = _kept(args, store, taken, taken.office, now, today)
    store.run(partial(_remember, office=taken.office, taken=taken))
    if not _agreed(args, store, kept, today):
        return READ
    if files is not None:
        with files.open_temp() as temp:
            temp.write(Path(args.file).read_bytes())
            temp.keep()
    done = store.run(lambda db: _apply(db, kept, now, zone))
    if args.json:
        _print_json(_told(taken.sheet, done, applied=True))
    else:
        print(loaded.recorded(kept.year, done))
    return READ


def _taken(args: Namespace, store: Store, this_year: int) -> Taken:
    """The file as it was read, with what was said or asked about its columns."""
    path = Path(args.file)
    if not path.is_file():
        raise Refused(say.no_file(path.name))
    words = load_columns.spoken(getattr(args, "column", None) or ())
    if isinstance(words, str):
        raise Refused(words)
    office = store.run(lambda db: _office(db, args.unit))
    own = load_columns.known(store, office, words)
    first, is_assumed = in_year(lambda year: read(path, year=year, own=own), args.year, this_year)
    sheet, answers = (first, {}) if args.json else load_columns.asked(path, args.year, own, first)
    if sheet.error is not None or is_bare(sheet):
        raise Refused(_why(sheet, path.name))
    return Taken(office, sheet, words, first.asks["layout"] if first.asks else None, answers, is_assumed)


def _remember(db: Connection, office: int, taken: Taken) -> None:
    """What was said of columns is known the next time."""
    load_columns.keep(db, office, taken.words)
    if taken.layout is not None:
        load_columns.remember(db, office, taken.layout, taken.answers)


def _kept(args: Namespace, store: Store, taken: Taken, office: int, now: datetime, today: date) -> Kept:
    """The file as a load that is not recorded yet."""
    data = store.run(lambda db: as_chosen(db, office, taken.as_dict))
    data = data if args.json else load_columns.chosen(data)
    path = Path(args.file)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Kept(0, office, None, path.name, sha256, taken.sheet.year or today.year, data, PREVIEW, now, None)


def _why(sheet: Sheet, name: str) -> str:
    """Why a file is not taken, in words; a column that is not clear is asked for."""
    if sheet.asks is not None:
        return say_columns.unsure(name, sheet.asks["headings"])
    return say.refused(sheet.error or NO_ROWS, name).text


def _office(db: Connection, unit: str | None) -> int | str:
    """The office meant, or the sentence that says why it is not known: what is only read needs none."""
    try:
        return office_meant(db, unit)
    except Refused as why:
        return str(why)


def _agreed(args: Namespace, store: Store, kept: Kept, today: date) -> bool:
    """Show what the file would do; whether it is to be recorded."""
    one = store.run(lambda db: load_figures.preview(db, kept, today))
    if args.json:
        wanted = bool(args.yes) and not one.compared.is_nothing
        if not wanted:
            _print_json(_told(Sheet.from_dict(kept.sheet), one.compared, applied=False))
        return wanted
    doubts = load_doubts.doubt_lines(load_figures.doubts(kept, one.compared))
    found = [] if one.is_first else changes.lines(one.compared)[say.FIRST_CHANGES :]
    print("\n".join([say.preview(one, decided=bool(args.yes)).text, *doubts, *map(say.near_line, one.near), *found]))
    if one.compared.is_nothing:
        return False
    return bool(args.yes) or _asked()


def _asked() -> bool:
    if not sys.stdin.isatty():
        return False
    return input(say.ask()).strip().casefold() in YES


def _apply(db: Connection, kept: Kept, now: datetime, zone: tzinfo) -> compare.Comparison:
    kept_id = loads.keep(
        db, kept.office_id, by=None, name=kept.name, sha256=kept.sha256, year=kept.year, sheet=kept.sheet, now=now, zone=zone
    )
    done = loads.apply_kept(db, kept_id, by=None, now=now, zone=zone)
    amendments.tell(db, loads.get(db, kept_id), done, now)
    return done


def _dry_run(args: Namespace, store: Store, taken: Taken, today: date) -> int:
    """What was read; nothing is compared or recorded."""
    sheet, office = taken.sheet, taken.office
    rows = given.read(sheet.as_dict(extra=True))
    people = {} if isinstance(office, str) else store.run(lambda db: directory.of_office(db, office))
    unknown = compare.unknown(rows, people)
    if args.json:
        _print_json(sheet.as_dict() | {"unknown_people": list(unknown)})
        return READ
    moment = datetime.combine(today, time(), UTC)
    kept = Kept(0, 0, None, sheet.file, "", sheet.year or today.year, taken.as_dict, PREVIEW, moment, None)
    one = load_figures.read_only(kept, people, today)
    lines = [*load_doubts.doubt_lines(load_figures.doubts(kept, one.compared)), *map(changes.row, rows)]
    print("\n".join([say.preview(one).text, *lines]))
    return READ


def _told(sheet: Sheet, done: compare.Comparison, *, applied: bool) -> dict[str, Any]:
    """What was read and what it changes, as one JSON value."""
    counts = {"new": len(done.new), "changed": len(done.changed), "unchanged": done.unchanged, "dropped": len(done.dropped)}
    return sheet.as_dict() | {"unknown_people": list(done.unknown_people), "changes": counts, "applied": applied}


def _print_json(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _refuse(args: Namespace, name: str, sentence: str) -> int:
    if args.json:
        _print_json({"file": name, "error": sentence, "rows": []})
    print(sentence, file=sys.stderr)
    return REFUSED
