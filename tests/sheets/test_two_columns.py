"""Two columns of points: where both say what a criterion is worth and differ, it is asked; other columns of points are not."""

from decimal import Decimal

import pytest

from bot import sheets
from bot.sheets import columns


def table(tmp_path, *lines):
    path = tmp_path / "hai-cot-diem.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return sheets.parse(path, 2026)


def test_two_worths_that_differ_are_flagged_and_the_chosen_column_counts(tmp_path):
    read = table(
        tmp_path,
        "STT;Nội dung;Điểm tối đa;Điểm chuẩn;Người phụ trách;Thời hạn",
        "1;Ban hành kế hoạch;2;1,5;Nguyễn Thị Hà;15/01/2026",
        "2;Báo cáo quý;1;1,0;Trần Văn Nam;30/06/2026",
    )
    assert [(flag.row, flag.column, flag.reason) for flag in read.flags] == [(2, "points", columns.TWO_COLUMNS)]
    kept = read.as_dict(extra=True)
    assert kept[columns.UNSURE] == {"points": ["Điểm tối đa", "Điểm chuẩn"]}
    for second, worth in ((False, 2), (True, 1.5)):
        chosen = columns.choose(kept, "points", second=second)
        assert (chosen["rows"][0]["max_points"], chosen["rows"][0]["needs_check"], chosen["must_flag"]) == (worth, [], [])
        assert chosen["rows"][1]["max_points"] == 1


@pytest.mark.parametrize("other", ["Điểm thưởng", "Điểm trừ", "Điểm năm 2025", "Điểm tự chấm", "Điểm đạt"])
def test_a_column_of_other_points_says_nothing_about_the_worth(tmp_path, other):
    read = table(
        tmp_path, f"STT;Nội dung;Điểm tối đa;{other};Người phụ trách;Thời hạn", "1;Ban hành kế hoạch;2;0,5;Nguyễn Thị Hà;15/01/2026"
    )
    assert read.rows[0].max_points == Decimal(2)
    assert not [flag for flag in read.flags if flag.reason == columns.TWO_COLUMNS]
