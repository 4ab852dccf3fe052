"""The rows of a table kept column by column, each value once: a long table repeats most of what it says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, overload

COUNT, COLUMNS = "count", "columns"


class Column(NamedTuple):
    """Its values, each once, and the place among them of what each row says."""

    values: Sequence[Any]
    at: Sequence[int]

    @classmethod
    def of(cls, said: Sequence[Any]) -> "Column":
        """From what the rows say, one after the other."""
        if said and said.count(said[0]) == len(said):  # most columns that a table lacks say nothing on any row
            return cls.unpacked([said[0]], None, len(said))
        try:
            keys, few = said, dict(zip(said, said, strict=True))
        except TypeError:  # mappings and lists: one where they are the very same
            keys = list(map(id, said))
            few = dict(zip(keys, said, strict=True))
        if len(few) in {1, len(said)}:
            return cls.unpacked(list(few.values()), None, len(said))
        places = dict(zip(few, range(len(few)), strict=True))
        return cls(list(few.values()), list(map(places.__getitem__, keys)))

    @classmethod
    def unpacked(cls, values: Sequence[Any], at: Sequence[int] | None, count: int) -> "Column":
        """From the JSON form, which leaves out places that are plain: all rows say the same, or each something else."""
        if at is None:
            at = range(count) if len(values) == count else [0] * count
        return cls(values, at)

    def packed(self) -> list[Any]:
        """The JSON form."""
        return [self.values] if len(self.values) in {1, len(self.at)} else [self.values, self.at]

    def turned(self, turn: Callable[[Any], Any] | None) -> "Column":
        """What a function makes of each value; the column as it is without one."""
        return Column(list(map(turn, self.values)), self.at) if turn else self

    def spread(self) -> list[Any]:
        """What the rows say, one after the other."""
        if isinstance(self.at, range):
            return list(self.values)
        return [self.values[0]] * len(self.at) if len(self.values) == 1 else list(map(self.values.__getitem__, self.at))


class Rows(Sequence[dict[str, Any]]):
    """Rows that are made when they are looked at."""

    def __init__(self, columns: Mapping[str, Column], count: int) -> None:
        self.columns, self.size = columns, count

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> "Rows":
        """From rows of any form; what a row leaves out is None."""
        if isinstance(rows, Rows):
            return rows
        names = dict.fromkeys(name for row in rows for name in row)
        return cls({name: Column.of([row.get(name) for row in rows]) for name in names}, len(rows))

    @classmethod
    def unpacked(cls, found: Any) -> Sequence[dict[str, Any]]:
        """From the JSON form; a plain list of rows, as older files were kept, stays one."""
        if isinstance(found, list):
            return found
        count = found[COUNT]
        columns = {name: Column.unpacked(one[0], one[1] if one[1:] else None, count) for name, one in found[COLUMNS].items()}
        return cls(columns, count)

    def packed(self) -> dict[str, Any]:
        """The JSON form."""
        return {COUNT: self.size, COLUMNS: {name: column.packed() for name, column in self.columns.items()}}

    def column(self, name: str) -> Column:
        """One column; nothing on every row where there is none of that name."""
        return self.columns.get(name) or Column.unpacked([None], None, self.size)

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, place: slice) -> list[dict[str, Any]]: ...

    def __getitem__(self, place: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        found = range(self.size)[place]
        if isinstance(found, range):
            return [self[one] for one in found]
        return {name: column.values[column.at[found]] for name, column in self.columns.items()}
