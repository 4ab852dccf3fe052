"""Her own Word annex or CSV file comes back with its columns of state: it reads as before, and looks as before."""

import csv
import io

import pytest
from docx import Document

from bot import sheets
from bot.sheets import returned
from bot.sheets.legacy import UNICODE_FONT, is_old
from bot.sheets.state import State
from locales.say import load as say
from tests.sheets.offices import (
    ba_che,
    cau_ke,
    dak_rong,
    ghenh_da,
    ha_lam,
    hoa_an,
    my_hiep,
    na_ngoi,
    tam_thanh,
    thuan_yen,
    tra_on,
)

WORD = [ba_che, dak_rong, ha_lam, hoa_an, na_ngoi, tam_thanh, tra_on]
TEXT = [cau_ke, ghenh_da, my_hiep, thuan_yen]


def filled(office, tmp_path):
    source = office.office().save(tmp_path)
    before = sheets.parse(source)
    states = {(row.sheet, row.row): State("Đang thực hiện (60 %)", "", "12/BC-UBND") for row in before.rows}
    target = tmp_path / f"tra-lai{source.suffix}"
    assert returned.fill(source, target, states, say.state_titles()) == len(before.rows)
    return source, target, before, sheets.parse(target)


@pytest.mark.parametrize("office", [*WORD, *TEXT], ids=lambda one: one.__name__.rpartition(".")[2])
def test_what_comes_back_reads_as_before_with_states_added(office, tmp_path):
    _source, _target, before, after = filled(office, tmp_path)
    assert [(row.status, row.percent, row.result_document) for row in after.rows] == [("in_progress", 60, "12/BC-UBND")] * len(after.rows)
    assert [(row.row, row.code, row.criterion, row.lead, row.due, row.needs_check) for row in after.rows] == [
        (row.row, row.code, row.criterion, row.lead, row.due, row.needs_check) for row in before.rows
    ]


def widths(table):
    return [int(one.w) for one in table._tbl.tblGrid.gridCol_lst]


@pytest.mark.parametrize("office", WORD, ids=lambda one: one.__name__.rpartition(".")[2])
def test_a_word_table_keeps_its_width_its_words_and_a_cell_for_each_column(office, tmp_path):
    source, target, *_ = filled(office, tmp_path)
    old, new = Document(source), Document(target)
    assert [one.text for one in new.paragraphs] == [one.text for one in old.paragraphs]
    for was, now in zip(old.tables, new.tables, strict=True):
        if len(widths(was)) == len(widths(now)):
            continue
        assert len(widths(now)) == len(widths(was)) + 3
        assert sum(widths(now)) == pytest.approx(sum(widths(was)), rel=0.02)
        for before, line in zip(was.rows, now.rows, strict=True):
            assert [one.text for one in line.cells][: len(before.cells)] == [one.text for one in before.cells]
            assert sum(cell.grid_span for cell in line._tr.tc_lst) == sum(cell.grid_span for cell in before._tr.tc_lst) + 3


def test_beside_an_old_font_what_is_new_is_written_in_one_that_shows_it(tmp_path):
    _source, target, *_ = filled(ba_che, tmp_path)
    runs = [run for table in Document(target).tables for line in table.rows for cell in line.cells for part in cell.paragraphs for run in part.runs]
    assert any(is_old(run.font.name) for run in runs)
    assert {run.font.name for run in runs if "Đang thực hiện" in run.text} == {UNICODE_FONT}


def test_a_number_that_begins_like_a_formula_stays_a_text_in_csv(tmp_path):
    source = thuan_yen.office().save(tmp_path)
    first = sheets.parse(source).rows[0]
    target = tmp_path / "tra-lai.csv"
    returned.fill(source, target, {(first.sheet, first.row): State("", "", "=1+1")}, say.state_titles())
    text = target.read_bytes().decode("utf-16" if target.read_bytes()[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    cells = [cell for mark in ",;\t" for record in csv.reader(io.StringIO(text), delimiter=mark) for cell in record]
    assert "'=1+1" in cells
    assert "=1+1" not in cells
