"""Which leaf of the list a row of the file means: statuses and evidence stay with the work, not with a number."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from rapidfuzz import fuzz

from storage.loading.given import Given, key
from storage.loading.standing import Standing

Key = Callable[[Given | Standing], Any]
Pairs = Callable[[dict[int, Given], dict[int, Standing]], Iterator[tuple[int, Standing]]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One way in which a row and a leaf are the same; `alone`: only where no other row or leaf says so too."""

    key: Key
    alone: bool = False


MOST_PAIRS = 250_000  # rows and leaves left over that are compared letter by letter; beyond it, codes decide
SAME_CODE, OTHER_CODE = 60.0, 88.0  # likeness of two texts (0 to 100) from which one is the other, mended
# A code alone comes after the text: where a row was inserted, every code below it moved up by one.
BY_WORDS = (
    Likeness(lambda one: (one.code, one.text) if one.code else None),
    Likeness(lambda one: one.text or None, alone=True),
)
BY_PLACE = (
    Likeness(lambda one: one.code),
    Likeness(lambda one: (key(one.field), one.text) if one.text else None),
    Likeness(
        lambda one: None if one.code or one.text else (key(one.field), key(one.lead), one.due_on, one.due_rule, one.due_text)
    ),
)


def match(rows: Sequence[Given], leaves: Sequence[Standing]) -> dict[int, Standing]:
    """Pair rows with leaves.

    Args:
        rows: as read.
        leaves: those in the list before those that were dropped.

    Returns:
        The leaf of each row that has one, by the index of the row.
    """
    found: dict[int, Standing] = {}
    open_rows, open_leaves = dict(enumerate(rows)), {leaf.id: leaf for leaf in leaves}
    steps: tuple[Pairs, ...] = (
        *(partial(_pairs, by=step) for step in BY_WORDS),
        _mended,
        *(partial(_pairs, by=step) for step in BY_PLACE),
    )
    for pairs in steps if leaves else ():
        for index, leaf in list(pairs(open_rows, open_leaves)):
            found[index] = leaf
            del open_rows[index], open_leaves[leaf.id]
    return found


def _mended(rows: dict[int, Given], leaves: dict[int, Standing]) -> Iterator[tuple[int, Standing]]:
    """Pair texts that differ by a few letters and in no number, the likest first, though their codes moved too."""
    by_digits: dict[str, list[Standing]] = {}
    for leaf in leaves.values() if len(rows) * len(leaves) <= MOST_PAIRS else ():
        if leaf.text and not leaf.is_dropped:
            by_digits.setdefault(_digits(leaf.text), []).append(leaf)
    alike = [
        (score, row.code == leaf.code, index, leaf)
        for index, row in rows.items()
        for leaf in by_digits.get(_digits(row.text), ())
        if (score := fuzz.ratio(row.text, leaf.text)) >= (SAME_CODE if row.code and row.code == leaf.code else OTHER_CODE)
    ]
    left_rows, left_leaves = set(rows), set(leaves)
    for _score, _same, index, leaf in sorted(alike, key=lambda one: one[:2], reverse=True):
        if index in left_rows and leaf.id in left_leaves:
            left_rows.discard(index)
            left_leaves.discard(leaf.id)
            yield index, leaf


def _digits(text: str) -> str:
    return " ".join(re.findall(r"\d+", text))


def _pairs(rows: dict[int, Given], leaves: dict[int, Standing], by: Likeness) -> Iterator[tuple[int, Standing]]:
    asked: dict[Any, list[int]] = {}
    for index, row in rows.items():
        if (mark := by.key(row)) is not None:
            asked.setdefault(mark, []).append(index)
    offered: dict[Any, list[Standing]] = {}
    for leaf in leaves.values():
        if (mark := by.key(leaf)) is not None:
            offered.setdefault(mark, []).append(leaf)
    for mark, indexes in asked.items():
        there = offered.get(mark, [])
        if not by.alone or len(indexes) == len(there) == 1:
            yield from zip(indexes, there, strict=False)
