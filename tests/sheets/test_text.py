"""Vietnamese text in one form."""

import pytest

from bot.sheets.text import clean


@pytest.mark.parametrize(
    "written, one_form",
    [
        ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("UỶ BAN", "ỦY BAN"), ("quý", "quý"), ("hoàn toàn", "hoàn toàn"),
        (" hai  chữ ", "hai chữ"), ("a\u00a0b", "a b"), ("\u0110\u00f0", "Đđ"), ("‘a’", "'a'"), ("Thể chế – Bộ máy…", "Thể chế – Bộ máy…"),
    ],
)  # fmt: skip
def test_a_text_has_one_form_however_it_is_written(written, one_form):
    assert clean(written) == one_form
