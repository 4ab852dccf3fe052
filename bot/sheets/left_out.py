"""Rows that somebody leaves out of a table before it is recorded, and the way back."""

from collections.abc import Mapping
from typing import Any

from storage.loading.doubtful import OUT
from storage.loading.kinds import DECLINED

SETTLED = "settled"
"""Key of a table under which lie the answers about its doubtful cells."""

WAY_BACK = "way_back"
"""Key of an answer under which lies what takes it back."""

ROW, OTHERS = "row", "others"
Values = dict[str, Any]
Place = tuple[str | None, int | None]


def place_of(note: Mapping[str, Any]) -> Place:
    """Sheet and row of an answer, as the doubts that it settled name them."""
    flags = note.get(WAY_BACK, {}).get("flags") or ()
    return _place(flags[0]) if flags else (None, None)


def without(sheet: Values, out: frozenset[Place]) -> Values:
    """Leave rows out, with what else is doubted of them; the answer about each keeps both."""
    rows = {_place(row): row for row in sheet["rows"]}
    for note in sheet[SETTLED]:
        if (note["values"] or {}).get(OUT) and (row := rows.get(place_of(note))):
            others = [flag for flag in sheet["must_flag"] if _place(flag) == _place(row)]
            note[WAY_BACK] |= {ROW: {name: held for name, held in row.items() if name != OUT}, OTHERS: others}
    left = [at for at, row in enumerate(sheet["rows"]) if _place(row) not in out]
    now_at = {at: now for now, at in enumerate(left)}
    flags = [flag for flag in sheet["must_flag"] if _place(flag) not in out]
    declined = {DECLINED: [now_at[at] for at in sheet[DECLINED] if at in now_at]} if DECLINED in sheet else {}
    return {**sheet, "rows": [sheet["rows"][at] for at in left], "must_flag": flags, **declined}


def put_back(sheet: Values, back: Mapping[str, Any]) -> Values:
    """Take a row into the table again, before the next one of its sheet, its doubts first of all."""
    row = {**back[ROW], "needs_check": [*back[ROW]["needs_check"], *back["needs_check"]]}
    rows = list(sheet["rows"])
    later = (at for at, one in enumerate(rows) if one["sheet"] == row["sheet"] and one["row"] > row["row"])
    at = next(later, len(rows))
    rows.insert(at, row)
    declined = {DECLINED: [one + (one >= at) for one in sheet[DECLINED]]} if DECLINED in sheet else {}
    return {**sheet, "rows": rows, "must_flag": [*back["flags"], *back[OTHERS], *sheet["must_flag"]], **declined}


def _place(one: Mapping[str, Any]) -> Place:
    return one["sheet"], one["row"]
