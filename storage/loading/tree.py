"""The tree lĩnh vực > tiêu chí > thành phần of a year, written in a few statements however long the table is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.loading.given import Given, Turns, columns, key, values
from storage.rules.status import Kind
from storage.statements import insert_columns, new_ids
from storage.tables import Criterion

_NODES = select(Criterion.id, Criterion.level, Criterion.parent_id, Criterion.title).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.level != "leaf"
)
_CLEAR = update(Criterion).where(Criterion.id == bindparam("leaf")).values(code=None)
_MOVE = update(Criterion).where(Criterion.id == bindparam("leaf")).values(position=bindparam("place"))
_ABOVE: Callable[[Given], tuple[str | None, str | None]] = attrgetter("field", "group")
NOTHING: dict[str, Any] = {}  # one for all rows, turned into JSON once
Node = tuple[str, int | None, str]


class Tree:
    """The fields and groups of a year: found by title, added where they are missing."""

    def __init__(self, db: Connection, campaign_id: int) -> None:
        self.db, self.campaign_id = db, campaign_id
        found = db.execute(_NODES, {"campaign": campaign_id})
        self.nodes: dict[Node, int] = {(level, parent, key(title)): one for one, level, parent, title in found}

    def grow(self, rows: Sequence[Given]) -> None:
        """Add the fields and groups of the rows that are not there yet."""
        said = list(map(_ABOVE, rows))
        first = dict(zip(reversed(said), range(len(said) - 1, -1, -1), strict=True))
        self._add("field", ((None, field, at) for (field, _), at in first.items()))
        self._add("group", ((self.above(field)[0], group, at) for (field, group), at in first.items()))

    def above(self, field: str | None, group: str | None = None) -> tuple[int | None, int | None]:
        """Field and parent of a row: its group, or its field where the criterion itself is scored."""
        top = self.nodes[("field", None, key(field))] if field else None
        return top, self.nodes[("group", top, key(group))] if group else top

    def _add(self, level: str, wanted: Iterable[tuple[int | None, str | None, int]]) -> None:
        missing: dict[Node, tuple[int | None, str, int]] = {}
        for parent_id, title, place in wanted:
            node = (level, parent_id, key(title))
            if title and node not in self.nodes:
                missing.setdefault(node, (parent_id, title, place))
        if missing:
            made = dict(zip(("parent_id", "title", "position"), zip(*missing.values(), strict=True), strict=True))
            self.nodes.update(zip(missing, self.insert(level, made), strict=True))

    def insert(self, level: str, columns: Mapping[str, Sequence[Any]]) -> Sequence[int]:
        """Write criteria, given column by column, with what every one has; their ids in the same order."""
        same = {
            "campaign_id": self.campaign_id,
            "level": level,
            "kind": Kind.PRODUCT.value,
            "rule": NOTHING,
            "number_only": False,
            "last_year": NOTHING,
        }
        count = len(columns["title"])
        ids = new_ids(self.db, Criterion, count)
        insert_columns(self.db, Criterion, {"id": ids, **{name: [one] * count for name, one in same.items()}, **columns})
        return ids


_READ: Turns = {
    "code": ("code", None),
    "title": ("title", None),
    "max_points": ("max_points", None),
    "required_evidence": ("evidence", None),
    "kind": ("kind", lambda kind: (kind or Kind.PRODUCT).value),
    "rule": ("rule", lambda rule: rule.as_dict() if rule else NOTHING),
    "number_only": ("number_only", bool),
}
"""What the file says of the criterion itself; a kind that it does not name is a product until somebody taps."""


def insert_leaves(tree: Tree, rows: Sequence[Given], places: Sequence[int]) -> Sequence[int]:
    """Write new leaves; the tree has grown for them.

    Returns:
        Their ids, in the order of the rows.
    """
    if not rows:
        return []
    said = list(map(_ABOVE, rows))
    above = {one: tree.above(*one) for one in set(said)}
    fields, parents = zip(*map(above.__getitem__, said), strict=True)
    return tree.insert("leaf", {"field_id": fields, "parent_id": parents, "position": places} | columns(rows, _READ))


def leaf_values(tree: Tree, row: Given) -> dict[str, Any]:
    """What the file says of one leaf."""
    field, parent = tree.above(row.field, row.group)
    return {"parent_id": parent, "field_id": field} | values(row, _READ)


def clear_codes(db: Connection, leaf_ids: Iterable[int]) -> None:
    """Free codes before others take them: a code is unique within its year."""
    if leaves := [{"leaf": one} for one in leaf_ids]:
        db.execute(_CLEAR, leaves)


def move(db: Connection, places: Iterable[tuple[int, int]]) -> None:
    """Put leaves at their places, `(leaf, place)`."""
    if moves := [{"leaf": leaf, "place": place} for leaf, place in places]:
        db.execute(_MOVE, moves)
