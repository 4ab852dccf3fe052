"""The tree lĩnh vực > tiêu chí > thành phần of a year, written in a few statements however long the table is."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.loading.given import Given, key
from storage.rules.status import Kind
from storage.statements import insert_columns, insert_many, new_ids
from storage.tables import Criterion

_NODES = select(Criterion.id, Criterion.level, Criterion.parent_id, Criterion.title).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.level != "leaf"
)
_CLEAR = update(Criterion).where(Criterion.id == bindparam("leaf")).values(code=None)
_MOVE = update(Criterion).where(Criterion.id == bindparam("leaf")).values(position=bindparam("place"))
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
        first: dict[Any, int] = {}
        for at, row in enumerate(rows):
            first.setdefault((row.field, row.group), at)
        self._add("field", ((None, field, at) for (field, _), at in first.items()))
        self._add("group", ((self.above(field)[0], group, at) for (field, group), at in first.items()))

    def above(self, field: str | None, group: str | None = None) -> tuple[int | None, int | None]:
        """Field and parent of a row: its group, or its field where the criterion itself is scored."""
        top = self.nodes[("field", None, key(field))] if field else None
        return top, self.nodes[("group", top, key(group))] if group else top

    def _add(self, level: str, wanted: Iterable[tuple[int | None, str | None, int]]) -> None:
        missing: dict[Node, dict[str, Any]] = {}
        for parent_id, title, place in wanted:
            node = (level, parent_id, key(title))
            if title and node not in self.nodes and node not in missing:
                missing[node] = self.node(level, title=title, parent_id=parent_id, position=place)
        ids = new_ids(self.db, Criterion, len(missing)) if missing else ()
        insert_many(self.db, Criterion, [{"id": one} | values for one, values in zip(ids, missing.values(), strict=True)])
        self.nodes.update(zip(missing, ids, strict=True))

    def node(self, level: str, **values: Any) -> dict[str, Any]:
        """The values of a criterion with what every one has."""
        return {
            "campaign_id": self.campaign_id,
            "level": level,
            "kind": Kind.PRODUCT.value,
            "rule": NOTHING,
            "number_only": False,
            "last_year": NOTHING,
        } | values


_READ: dict[str, Callable[[Given], Any]] = {
    "code": attrgetter("code"),
    "title": attrgetter("title"),
    "max_points": attrgetter("max_points"),
    "required_evidence": attrgetter("evidence"),
    "kind": lambda row: (row.kind or Kind.PRODUCT).value,
    "rule": lambda row: row.rule.as_dict() if row.rule else NOTHING,
    "number_only": lambda row: bool(row.number_only),
}
"""What the file says of the criterion itself; a kind that it does not name is a product until somebody taps."""


def insert_leaves(tree: Tree, rows: Sequence[Given], places: Sequence[int]) -> Sequence[int]:
    """Write new leaves; the tree has grown for them.

    Returns:
        Their ids, in the order of the rows.
    """
    if not rows:
        return []
    said = [(row.field, row.group) for row in rows]
    above = {one: tree.above(*one) for one in set(said)}
    fields, parents = zip(*map(above.__getitem__, said), strict=True)
    ids = new_ids(tree.db, Criterion, len(rows))
    columns: dict[str, Sequence[Any]] = {"id": ids}
    columns |= {name: [value] * len(rows) for name, value in tree.node("leaf").items()}
    columns |= {"field_id": fields, "parent_id": parents, "position": places}
    columns |= {name: list(map(read, rows)) for name, read in _READ.items()}
    insert_columns(tree.db, Criterion, columns)
    return ids


def leaf_values(tree: Tree, row: Given) -> dict[str, Any]:
    """What the file says of one leaf."""
    field, parent = tree.above(row.field, row.group)
    return {"parent_id": parent, "field_id": field} | {name: read(row) for name, read in _READ.items()}


def clear_codes(db: Connection, leaf_ids: Iterable[int]) -> None:
    """Free codes before others take them: a code is unique within its year."""
    if values := [{"leaf": one} for one in leaf_ids]:
        db.execute(_CLEAR, values)


def move(db: Connection, places: Iterable[tuple[int, int]]) -> None:
    """Put leaves at their places, `(leaf, place)`."""
    if values := [{"leaf": leaf, "place": place} for leaf, place in places]:
        db.execute(_MOVE, values)
