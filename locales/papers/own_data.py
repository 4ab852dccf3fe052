"""All that is kept about one person, as a workbook to take along."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import orjson

from locales import formats
from locales.papers.sheet import Column, Styles, Value, table, workbook
from locales.say import labels
from locales.say import rights as say
from storage.office.roster import Entry
from storage.personal.own_data import OwnData
from storage.rules.status import Progress

WIDTHS = (20, 44, 22, 34, 40)


def write(path: Path, me: Entry, kept: OwnData, now: datetime) -> None:
    """Write the workbook.

    Args:
        path: of the file.
        me: who it is about.
        kept: what is kept.
        now: the office's local time.
    """
    zone = now.tzinfo or UTC
    sheets: dict[str, Iterable[Sequence[Value]]] = {
        "me": say.me(me.full_name, me.post, me.unit),
        "chats": [(one[0], _at(one[1], zone), _at(one[2], zone), one[3]) for one in kept.chats],
        "work": [(*one[:2], one[2] and formats.day(one[2]), labels.progress(Progress(one[3]))) for one in kept.work],
        "reports": [(_at(one[0], zone), one[1], one[2], orjson.dumps(one[3]).decode(), one[4]) for one in kept.reports],
        "documents": [(_at(one[0], zone), one[1], one[2], one[3] and formats.day(one[3])) for one in kept.documents],
        "history": [(_at(one[0], zone), *one[1:]) for one in kept.history],
    }
    with workbook(path, now) as book:
        styles, under = Styles(book), say.under(formats.moment(now, zone))
        for name, rows in sheets.items():
            columns = [Column(title, width) for title, width in zip(say.columns(name), WIDTHS, strict=False)]
            table(book, styles, say.sheet(name), (say.sheet(name), under), columns, rows, None)


def _at(moment: datetime | None, zone: tzinfo) -> str | None:
    return f"{moment.astimezone(zone):%d/%m/%Y %H:%M}" if moment else None
