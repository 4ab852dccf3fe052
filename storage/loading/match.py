"""Which leaf of the list a row of the file means: statuses and evidence stay with the work, not with a number."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from storage.loading.given import Given, key
from storage.loading.standing import Standing

Key = Callable[[Given | Standing], Any]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One way in which a row and a leaf are the same; `alone`: only where no other row or leaf says so too."""

    key: Key
    alone: bool = False


# A code alone comes after the text: where a row was inserted, every code below it moved up by one.
STEPS = (
    Likeness(lambda one: (one.code, one.text) if one.code else None),
    Likeness(lambda one: one.text or None, alone=True),
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
    for step in STEPS if leaves else ():
        for index, leaf in list(_pairs(open_rows, open_leaves, step)):
            found[index] = leaf
            del open_rows[index], open_leaves[leaf.id]
    return found


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
