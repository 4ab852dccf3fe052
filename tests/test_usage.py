"""The help of the command line is Vietnamese, argparse's own words too."""

import argparse
from collections.abc import Iterator

import pytest

from bot.commands.line import parser

ENGLISH = ("usage", "options", "arguments", "show", " the ", " what ", "required", "invalid", "choose", "expected")


def commands(one: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A command and all below it."""
    yield one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from commands(below)


@pytest.mark.parametrize("one", list(commands(parser())), ids=lambda one: one.prog)
def test_every_help_page_is_vietnamese(one: argparse.ArgumentParser):
    text = one.format_help()
    assert text.startswith(f"cách dùng: {one.prog}")
    assert "xem hướng dẫn này" in text
    assert not [word for word in ENGLISH if word in text]
    assert "==SUPPRESS==" not in text


@pytest.mark.parametrize(
    "typed, told",
    [
        ([], "còn thiếu: LỆNH"),
        (["tiendo", "--foo"], "không có tùy chọn: --foo"),
        (["lam-gi-do"], "không có 'lam-gi-do'"),
        (["load"], "còn thiếu: TỆP"),
        (["tiendo", "--year"], "--year cần một giá trị đi kèm"),
        (["tiendo", "--year", "x"], "--year cần một số nguyên"),
        (["tiendo", "--json=1"], "--json không nhận giá trị"),
        (["preview", "32/13"], "32/13 không phải là ngày"),
    ],
)
def test_what_is_wrong_is_told_in_vietnamese(typed: list[str], told: str, capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(typed)
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert told in said
    assert "--help" in said
    assert not [word for word in ENGLISH if word in said]
