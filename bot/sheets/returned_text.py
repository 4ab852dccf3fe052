"""A CSV file returned: the separator stays, the columns of state stand at the right edge."""

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.sheets import csv_
from bot.sheets.lines import Table, tables_of
from bot.sheets.state import NAMES, Place, State

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FORMULA = ("=", "+", "-", "@")


def fill(source: Path, target: Path, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    """Write the records again; UTF-16 stays, every other encoding becomes UTF-8 with its mark, which Excel opens."""
    data = source.read_bytes()
    text = csv_.decoded(data)
    mark = csv_.separator_of(text)
    records = csv_.split(text, mark)
    tables, _ = tables_of(csv_.grids(data))
    done = sum(_fill_table(records, table, states, titles) for table in tables)
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=mark).writerows(records)
    target.write_bytes(written.getvalue().encode("utf-16" if data.startswith(_WIDE) else "utf-8-sig"))
    return done


def _fill_table(records: list[list[str]], table: Table, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    own = table.header.columns
    width = max(map(len, records))
    new = [name for name in NAMES if name not in own]
    places = {name: own[name] - 1 if name in own else width + new.index(name) for name in NAMES}
    _write(records[table.header.top - 1], {places[name]: title for name, title in zip(NAMES, titles, strict=True) if name in new})
    rows = [line.row for line in table.lines if (None, line.row) in states]
    for row in rows:
        state = states[None, row]
        _write(records[row - 1], {places[name]: _as_text(getattr(state, name)) for name in NAMES})
    return len(rows)


def _write(record: list[str], values: Mapping[int, str]) -> None:
    record += [""] * (max(values, default=-1) + 1 - len(record))
    for place, value in values.items():
        record[place] = value or record[place]


def _as_text(value: str) -> str:
    """A number of a document that begins like a formula stays a text."""
    return f"'{value}" if value.startswith(_FORMULA) else value
