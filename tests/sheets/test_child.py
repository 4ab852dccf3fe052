"""The child that reads a table uses the time until the file comes."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import sheets
from bot.sheets import child
from storage import limited
from tests.benchmarks import sheets as long_table

ROOT = Path(sheets.__file__).parents[2]
READ = """
import gc, json, resource, sys
from pathlib import Path
from bot.sheets import child, reading
gc.disable()
room = child._got_ready() if sys.argv[1] == "ready" else None
before, faults = set(sys.modules), resource.getrusage(resource.RUSAGE_SELF).ru_minflt
reading.parse(Path(sys.argv[2])).dumped()
print(json.dumps([len(set(sys.modules) - before), resource.getrusage(resource.RUSAGE_SELF).ru_minflt - faults]))
"""


def cost(how: str, path: Path) -> list[int]:
    """Modules loaded, and pages of memory asked for, by a reader that has its file."""
    ran = subprocess.run([sys.executable, "-c", READ, how, path], check=True, capture_output=True, text=True, cwd=ROOT, timeout=120)
    return json.loads(ran.stdout)


def test_what_it_reads_meanwhile_is_an_annex_without_a_doubt():
    sheet = sheets.parse(child._REHEARSAL)
    assert (sheet.error, len(sheet.rows), sheet.flags) == (None, 16, ())


def test_who_is_ready_loads_no_more_modules_and_has_the_memory_of_a_long_table(tmp_path, monkeypatch):
    monkeypatch.setattr(long_table, "ROWS", 3_000)
    path = long_table.workbook(tmp_path / "bang.xlsx")
    (modules, pages), (late_modules, late_pages) = cost("ready", path), cost("late", path)
    assert modules == 0 < late_modules
    assert pages * 10 < late_pages


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds")
def test_who_is_expected_takes_that_memory_before_the_file_comes():
    sheets.expect()
    try:
        (waiting,) = limited._waiting.values()
        ends = time.monotonic() + 60
        while held(waiting.pid) < child._LARGE[1] + child._SMALL * 500:
            assert time.monotonic() < ends
            time.sleep(0.05)
    finally:
        sheets.dismiss()


def held(process: int) -> int:
    """Bytes of memory that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.parametrize("is_expected", [True, False])
def test_the_answer_is_the_same_whether_it_was_expected_or_not(is_expected):
    if is_expected:
        sheets.expect()
    found = sheets.read(child._REHEARSAL)
    assert [row.as_dict() for row in found.rows] == [row.as_dict() for row in sheets.parse(child._REHEARSAL).rows]
