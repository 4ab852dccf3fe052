"""`nhacviec replies FILE.xlsx / .jsonl`: replies that were asked back or taken back, without names and numbers."""

from argparse import Namespace
from pathlib import Path

from bot.commands.office import DONE, Refused, office_meant, refusable
from bot.settings import Settings
from locales.papers import learning as paper
from locales.say import learning as say
from storage.db import Store
from storage.work import misheard


@refusable
def run(args: Namespace, store: Store, _settings: Settings) -> int:
    """Write the kept replies to a workbook, or to lines in the form of the labelled replies."""
    path = Path(args.file)
    if path.suffix not in {".xlsx", ".jsonl"}:
        raise Refused(say.only_xlsx_or_jsonl(path.name))
    found = store.run(lambda db: misheard.of_office(db, office_meant(db, args.unit)))
    paper.write(path, found)
    print(say.written(path.name, len(found)))
    return DONE
