"""`nhacviec audit verify`: is the history what was written?"""

import argparse

import orjson

from bot.settings import Settings
from locales.say import doctor as say
from storage import chain
from storage.db import Store

WHOLE, BROKEN = 0, 1


def run(arguments: argparse.Namespace, store: Store, _settings: Settings) -> int:
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
