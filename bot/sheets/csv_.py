"""CSV files in any encoding and with any separator that spreadsheets write."""

import csv
import io
import re
from collections import Counter
from functools import lru_cache

from bot.sheets import errors
from bot.sheets.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid
from bot.sheets.legacy import restore

_SEPARATORS = ";,\t"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BAD_SHARE = 0.02


def grids(data: bytes) -> list[Grid]:
    """Read the one table of a CSV file; the row is the record's number, blank records counted."""
    text = decoded(data)
    records = split(text, separator_of(text))
    cells: dict[int, dict[int, Cell]] = {}
    for row, record in enumerate(records, 1):
        if len(record) > MAX_COLUMNS and any(record[MAX_COLUMNS:]):
            raise errors.Refused(errors.TOO_MANY_COLUMNS)
        filled = {column: cell for column, text in enumerate(record, 1) if text and (cell := _cell(text))}
        if filled:
            cells[row] = filled
        if len(cells) > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
    return [Grid(None, cells)]


@lru_cache(maxsize=16_384)
def _cell(text: str) -> Cell:
    raw, damaged = restore(text)
    return Cell(raw, damaged=damaged)


def decoded(data: bytes) -> str:
    """Decode by mark, then as UTF-8, then as Windows-1258; refuse what is no text."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _checked(data.decode(name, "replace"))
    half = len(data) // 2
    for name, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if half and zeros.count(0) > half * 0.3:
            return _checked(data.decode(name, "replace"))
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= len(re.findall(r"[^\x00-\x7f]", text)) * _BAD_SHARE:
        return _checked(text)
    try:
        return _checked(data.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise errors.Refused(errors.BINARY) from error


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > len(text) * 0.001:
        raise errors.Refused(errors.BINARY)
    return text.lstrip("\ufeff")


def separator_of(text: str) -> str:
    """The separator that gives the most even rows."""
    return max(_SEPARATORS, key=lambda mark: _evenness(split(text, mark)))


def split(text: str, mark: str) -> list[list[str]]:
    """Give the records of a text; refuse what is no CSV."""
    csv.field_size_limit(1 << 20)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise errors.Refused(errors.TOO_BIG) from error


def _evenness(records: list[list[str]]) -> float:
    sizes = Counter(len(record) for record in records if any(record))
    width, often = max(sizes.items(), key=lambda item: (item[1] * (item[0] - 1), item[0]), default=(0, 0))
    return often * (width - 1) / max(1, sizes.total())
