"""Her own workbook comes back with its columns of state filled in: nothing else in it is touched, and it reads as before."""

import openpyxl
import pytest

from bot import sheets
from bot.sheets import returned
from bot.sheets.state import State
from locales.say import load as say
from tests.sheets.offices import kim_lien, song_cai, tan_hoa


def looks(path):
    book = openpyxl.load_workbook(path)
    return {
        (page.title, cell.coordinate): (cell.value, cell.font.name, cell.font.b, cell.number_format, cell.alignment.indent)
        for page in book
        for line in page.iter_rows()
        for cell in line
        if cell.value is not None
    } | {(page.title, "merged"): sorted(map(str, page.merged_cells.ranges)) for page in book}


@pytest.mark.parametrize("office", [song_cai, tan_hoa, kim_lien])
def test_a_workbook_is_returned_with_states_and_all_else_as_it_was(office, tmp_path):
    source = office.office().save(tmp_path)
    before = sheets.parse(source)
    states = {(row.sheet, row.row): State("Đang thực hiện (60 %)", "", "=12/BC-UBND") for row in before.rows}
    target = tmp_path / "tra-lai.xlsx"
    assert returned.fill(source, target, states, say.state_titles()) == len(before.rows)
    old, new = looks(source), looks(target)
    assert {place: new.get(place) for place in old if place[1] != "merged"} == {k: v for k, v in old.items() if k[1] != "merged"}
    assert all(set(old[place]) <= set(new[place]) for place in old if place[1] == "merged")
    after = sheets.parse(target)
    assert [(row.status, row.percent, row.result_document) for row in after.rows] == [("in_progress", 60, "=12/BC-UBND")] * len(after.rows)
    assert [(row.row, row.lead, row.due, row.needs_check) for row in after.rows] == [
        (row.row, row.lead, row.due, row.needs_check) for row in before.rows
    ]
