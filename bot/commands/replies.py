"""`nhacviec replies FILE.xlsx / .jsonl`: replies that were asked back or taken back, without names and numbers."""

import sys
from argparse import Namespace
from pathlib import Path

from bot.commands.load import office_meant
from bot.settings import Settings
from locales.papers import learning as paper
from locales.say import learning as say
from storage import misheard
from storage.db import Connection, Store
from storage.misheard import Reply

DONE, REFUSED = 0, 1


def run(args: Namespace, store: Store, _settings: Settings) -> int:
    """Write the kept replies to a workbook, or to lines in the form of the labelled replies."""
    path = Path(args.file)
    if path.suffix not in {".xlsx", ".jsonl"}:
        return _refused(say.only_xlsx_or_jsonl(path.name))
    found = store.run(lambda db: _replies(db, args.unit))
    if isinstance(found, str):
        return _refused(found)
    paper.write(path, found)
    print(say.written(path.name, len(found)))
    return DONE


def _replies(db: Connection, unit: str | None) -> list[Reply] | str:
    office = office_meant(db, unit)
    return office if isinstance(office, str) else misheard.of_office(db, office)


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED
