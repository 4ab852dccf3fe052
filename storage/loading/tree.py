"""The tree lĩnh vực > tiêu chí > thành phần of a year, written in a few statements however long the table is."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from storage.loading.given import Given, key
from storage.rules.status import Kind
from storage.statements import insert_columns, insert_many
from storage.tables import Criterion

_NODES = select(Criterion.id, Criterion.level, Criterion.parent_id, Criterion.title).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.level != "leaf"
)
_LAST = select(func.max(Criterion.id))
_NEW_LEAVES = select(Criterion.position, Criterion.id).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.id > bindparam("last"), Criterion.level == "leaf"
)
_CLEAR = update(Criterion).where(Criterion.id == bindparam("leaf")).values(code=None)
_MOVE = update(Criterion).where(Criterion.id == bindparam("leaf")).values(position=bindparam("place"))
NOTHING: dict[str, Any] = {}  # one for all rows, turned into JSON once
Node = tuple[str, int | None, str]


class Tree:
    """The fields and groups of a year: found by title, added where they are missing."""

    def __init__(self, db: Connection, campaign_id: int) -> None:
        self.db, self.campaign_id = db, campaign_id
        self.nodes = self._read()

    def _read(self) -> dict[Node, int]:
        found = self.db.execute(_NODES, {"campaign": self.campaign_id})
        return {(level, parent, key(title)): one for one, level, parent, title in found}

    def grow(self, rows: Sequence[Given]) -> None:
        """Add the fields and groups of the rows that are not there yet."""
        first: dict[Any, tuple[int, Given]] = {}
        for at, row in enumerate(rows):
            first.setdefault((row.field, row.group), (at, row))
        self._add("field", ((None, row.field, at) for at, row in first.values()))
        self._add("group", ((self.field(row), row.group, at) for at, row in first.values()))

    def field(self, row: Given) -> int | None:
        return self.nodes[("field", None, key(row.field))] if row.field else None

    def parent(self, row: Given, field: int | None) -> int | None:
        """The group of a row, or its field where the criterion itself is scored."""
        return self.nodes[("group", field, key(row.group))] if row.group else field

    def _add(self, level: str, wanted: Iterable[tuple[int | None, str | None, int]]) -> None:
        missing: dict[Node, dict[str, Any]] = {}
        for parent_id, title, place in wanted:
            node = (level, parent_id, key(title))
            if title and node not in self.nodes and node not in missing:
                missing[node] = self.node(level, title=title, parent_id=parent_id, position=place)
        if missing:
            insert_many(self.db, Criterion, list(missing.values()))
            self.nodes = self._read()

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


def insert_leaves(tree: Tree, rows: Sequence[Given], places: Sequence[int]) -> list[int]:
    """Write new leaves; the tree has grown for them.

    Returns:
        Their ids, in the order of the rows.
    """
    if not rows:
        return []
    fields = list(map(tree.field, rows))
    columns: dict[str, Sequence[Any]] = {name: [value] * len(rows) for name, value in tree.node("leaf").items()}
    columns |= {"field_id": fields, "parent_id": list(map(tree.parent, rows, fields)), "position": places}
    columns |= {name: list(map(read, rows)) for name, read in _READ.items()}
    last = tree.db.scalar(_LAST) or 0
    insert_columns(tree.db, Criterion, columns)  # their ids are read back: RETURNING would write them one by one
    made = {at: one for at, one in tree.db.execute(_NEW_LEAVES, {"campaign": tree.campaign_id, "last": last}).all()}  # noqa: C416
    return [made[place] for place in places]


def leaf_values(tree: Tree, row: Given) -> dict[str, Any]:
    """What the file says of one leaf."""
    field = tree.field(row)
    return {"parent_id": tree.parent(row, field), "field_id": field} | {name: read(row) for name, read in _READ.items()}


def clear_codes(db: Connection, leaf_ids: Iterable[int]) -> None:
    """Free codes before others take them: a code is unique within its year."""
    if values := [{"leaf": one} for one in leaf_ids]:
        db.execute(_CLEAR, values)


def move(db: Connection, places: Iterable[tuple[int, int]]) -> None:
    """Put leaves at their places, `(leaf, place)`."""
    if values := [{"leaf": leaf, "place": place} for leaf, place in places]:
        db.execute(_MOVE, values)
