"""Odd and hostile files: each is read rightly or refused with a sentence that says what to do, and costs the bot nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot import sheets
from bot.sheets import Sheet, errors, reading
from locales.say import load as say
from storage import limited
from tests.sheets.hostile import MADE, Made

QUICK = [made for made in MADE if not made.is_slow]
DUE = {"dde-chua-tinh.xlsx", "webservice.xlsx", "loi-ref.xlsx", "so-inf.xlsx", "so-nan.xlsx", "so-vo-han.xlsx", "ngay-vo-han.xlsx"}


def is_as_it_should_be(made: Made, found: Sheet) -> None:
    if found.error is None:
        assert len(found.rows) == made.rows
        assert not DUE & {made.name} or any(flag.column == "due" for flag in found.flags)
    else:
        assert found.error in made.codes
        said = say.refused(found.error, made.name).text
        assert re.match(rf"(?i)chưa nhận (tệp )?{re.escape(made.name)}: .*\. .*Chưa ghi gì\.", said), said


@pytest.mark.parametrize("made", QUICK, ids=[made.name for made in QUICK])
@pytest.mark.fault(57, 60)
def test_a_file_is_read_or_refused(made: Made, tmp_path: Path):
    path = tmp_path / made.name
    path.write_bytes(made.make())
    is_as_it_should_be(made, sheets.parse(path))


@pytest.mark.fault(60)
def test_a_file_that_uses_up_the_seconds_of_its_reading_takes_too_long(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(reading, "_CHILD", "tests.storage.tires")
    assert sheets.read(tmp_path / "any.xlsx").error == errors.TOO_SLOW


@pytest.mark.slow
@pytest.mark.fault(60)
def test_none_of_them_costs_more_than_its_child_may(tmp_path: Path):
    subprocess.run([sys.executable, "-m", "tests.sheets.hostile", str(tmp_path)], check=True)
    before = resident()
    for made in MADE:
        path = tmp_path / made.name
        began = os.times()
        found = sheets.read(path)
        ended = os.times()
        is_as_it_should_be(made, found)
        assert ended.children_user + ended.children_system - began.children_user - began.children_system < limited.CPU_SECONDS + 1, made.name
        path.unlink()
    assert resident() - before < 50 << 20


def resident() -> int:
    """The memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
