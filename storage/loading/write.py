"""Write what a comparison says: new leaves in bulk, changed ones with their history, dropped ones marked."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from storage.loading import work
from storage.loading.compare import Change, Comparison
from storage.loading.directory import Directory
from storage.loading.given import Given, leads
from storage.loading.owners import Owner, added, owners
from storage.loading.tree import Tree, clear_codes, insert_leaves, leaf_values, move
from storage.statements import set_columns
from storage.tables import Criterion
from storage.work import figures
from storage.work.updates import Stamp

_COLUMNS = {
    "code": ("code",),
    "title": ("title",),
    "field": ("field_id", "parent_id"),
    "group": ("parent_id",),
    "max_points": ("max_points",),
    "evidence": ("required_evidence",),
    "kind": ("kind",),
    "rule": ("rule",),
    "number_only": ("number_only",),
}
"""Columns of the criterion that change with a column of the file."""


def write(db: Connection, office_id: int, campaign_id: int, done: Comparison, stamp: Stamp) -> Sequence[int]:
    """Bring the list of a year in line with a file, in the caller's one transaction.

    Returns:
        The new leaves.
    """
    said = leads(done.rows)
    people = added(db, office_id, done.unknown_people, said)
    owned = owners(db, office_id, done.rows, said, people)
    clear_codes(db, done.freed)
    work.set_dropped(db, done.dropped, stamp, dropped=True)
    work.set_dropped(db, done.revived, stamp, dropped=False)
    tree = Tree(db, campaign_id)
    tree.grow(done.rows)
    new = _write_new(tree, done, owned, people, stamp)
    _write_changed(tree, done.changed, {leaf.id: owned[index] for index, leaf in done.leaves.items()}, people, stamp)
    moved = [(leaf.id, index + 1) for index, leaf in done.leaves.items() if leaf.position != index + 1]
    move(db, moved)
    return new


def _write_new(tree: Tree, done: Comparison, owned: Sequence[Owner], people: Directory, stamp: Stamp) -> Sequence[int]:
    new = [index for index in range(len(done.rows)) if index not in done.leaves]
    leaves = insert_leaves(tree, done.new, [index + 1 for index in new])
    rows = work.insert_work(tree.db, done.new, leaves, [owned[index] for index in new], stamp.at)
    pairs: Sequence[tuple[int, Given]] = list(zip(rows, done.new, strict=True))
    work.first_lines(tree.db, pairs, stamp)
    work.insert_supports(tree.db, pairs, people)
    work.insert_marks(tree.db, pairs, stamp.at)
    for leaf, row in zip(leaves, done.new, strict=True):
        if row.rule and row.rule.way and row.status:
            figures.refresh(tree.db, leaf)
    return leaves


def _write_changed(tree: Tree, changes: Sequence[Change], owner: dict[int, Owner], people: Directory, stamp: Stamp) -> None:
    criteria = {change.leaf.id: values for change in changes if (values := _of_criterion(tree, change))}
    set_columns(tree.db, Criterion, criteria.items())
    work.change_work(tree.db, changes, owner, stamp)
    for leaf, values in criteria.items():
        if "rule" in values:
            figures.refresh(tree.db, leaf)
    work.replace_supports(tree.db, changes, people)
    work.mark_again(tree.db, changes, stamp.at)


def _of_criterion(tree: Tree, change: Change) -> dict[str, Any]:
    """The columns of the criterion itself that change."""
    columns = {column for name in change.columns for column in _COLUMNS.get(name, ())}
    values = {name: value for name, value in leaf_values(tree, change.row).items() if name in columns}
    return values | ({"rule": change.columns["rule"][1].as_dict()} if "rule" in values else {})
