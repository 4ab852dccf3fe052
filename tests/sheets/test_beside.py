"""What rows say besides their words is read once for all that say the same, and only for these."""

import pytest

from bot.sheets import codes
from bot.sheets.beside import Besides
from bot.sheets.context import Titles
from bot.sheets.dues import Context
from bot.sheets.grid import Cell
from bot.sheets.line import Line
from bot.sheets.outline import Item

HOA, MAI, DUE = Cell("Lê Thị Hoa"), Cell("Trần Văn Mai"), Cell("30/11/2026")


@pytest.fixture
def besides() -> Besides:
    return Besides(Context(2026), frozenset())


def item(columns: dict[str, int], *cells: Cell | None, group: Line | None = None) -> Item:
    return Item(line(columns, *cells), "leaf", codes.BLANK, "Việc", 1, group=group)


def line(columns: dict[str, int], *cells: Cell | None) -> Line:
    filled = {at: cell for at, cell in enumerate(cells, 1) if cell}
    return Line("A", 2, "data", filled, Titles(), columns).with_cells(filled)


def test_rows_that_say_the_same_share_what_was_read(besides: Besides):
    columns = {"criterion": 1, "lead": 2, "due": 3}
    first, second = (besides.of(item(columns, Cell(f"Việc {number}"), HOA, DUE)) for number in (1, 2))
    assert first is second
    assert (first.lead, first.due["date"], first.doubts) == ("Lê Thị Hoa", "2026-11-30", [])


def test_a_row_without_a_person_takes_that_of_its_own_group(besides: Besides):
    columns = {"criterion": 1, "lead": 2, "due": 3}
    heads = [line(columns, Cell("Nhóm"), who, None) for who in (HOA, MAI)]
    assert [besides.of(item(columns, Cell("Việc"), None, DUE, group=head)).lead for head in heads] == ["Lê Thị Hoa", "Trần Văn Mai"]


def test_a_table_that_goes_on_with_its_columns_in_another_order_is_read_by_its_own(besides: Besides):
    orders = ({"criterion": 1, "lead": 2, "supports": 3}, {"criterion": 1, "supports": 2, "lead": 3})
    found = [besides.of(item(columns, Cell("Việc"), HOA, MAI)) for columns in orders]
    assert [(one.lead, one.supports) for one in found] == [("Lê Thị Hoa", ("Trần Văn Mai",)), ("Trần Văn Mai", ("Lê Thị Hoa",))]
