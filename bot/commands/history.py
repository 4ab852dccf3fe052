"""`nhacviec audit verify`: is the history what was written? `nhacviec audit touched`: whose data was touched in a period?"""

import argparse
import sys
from datetime import datetime, time

import orjson

from bot.settings import Settings
from locales.say import doctor as say
from storage import chain
from storage.db import Connection, Store
from storage.errors import Gone
from storage.office import people
from storage.personal import incident

WHOLE, BROKEN = 0, 1


def run(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Do the one that was asked for."""
    return verify(arguments, store) if arguments.what == "verify" else touched(arguments, store, settings)


def touched(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """One line a person: full name, and what was done how often, with a tab between."""
    since = datetime.combine(arguments.since, time.min, settings.zone)
    until = datetime.combine(arguments.until or datetime.now(settings.zone).date(), time.max, settings.zone)

    def look(db: Connection) -> list[incident.Touched]:
        by = people.known_as(db, arguments.by) if arguments.by else None
        return incident.touched(db, since, until, by)

    try:
        found = store.look(look)
    except Gone:
        print(say.nobody_called(arguments.by), file=sys.stderr)
        return BROKEN
    for one in found:
        print(one.person, say.did(one.did), sep="\t")
    print(say.touched(len(found), since.date(), until.date()), file=sys.stderr)
    return WHOLE


def verify(arguments: argparse.Namespace, store: Store) -> int:
    """Reckon the whole chain again; 1 when something is wrong, each thing on a line of its own."""
    seen = store.look(lambda db: chain.verify(db, arguments.known))
    lines = [say.breaks(one.why, one.row, one.place) for one in seen.breaks]
    if not seen.knows:
        lines.append(say.root_unknown(arguments.known))
    if arguments.json:
        breaks = [{"row": one.row, "place": one.place, "why": one.why} for one in seen.breaks]
        found = {"lines": seen.lines, "root": seen.root, "known": seen.knows, "breaks": breaks}
        print(orjson.dumps(found).decode())
    else:
        print("\n".join(lines) or say.chain_whole(seen.lines, seen.root))
    return BROKEN if lines else WHOLE
