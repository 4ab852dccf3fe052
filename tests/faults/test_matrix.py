"""Every fault of the catalogue has a test that brings it about, or a stated reason why there is none; the table knows them all."""

import re

from tests.faults.recording import catalogue, marked
from tests.faults.results import RESULTS, text


def test_every_fault_has_a_test_or_a_stated_reason():
    named = {number for numbers in marked().values() for number in numbers}
    reasons = {fault["n"] for fault in catalogue() if fault.get("not_run")}
    assert [fault["n"] for fault in catalogue()] == list(range(1, 71))
    assert named | reasons == set(range(1, 71))
    assert not named & reasons, "a fault with a test needs no reason"


def test_the_written_table_names_every_fault_and_none_that_failed():
    page = RESULTS.read_text()
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == list(range(1, 71))
    assert "FAILED" not in page


def test_a_failure_is_not_hidden_by_other_cases_that_passed():
    name = next(name for name, numbers in sorted(marked().items()) if 1 in numbers)
    case = {"seconds": 1.0, "runs": 50, "found": "0 lost"}
    outcomes = {f"{name}[a]": case | {"outcome": "passed"}, f"{name}[b]": case | {"outcome": "failed"}}
    row = next(line for line in text(outcomes).splitlines() if line.startswith("| 1 |"))
    assert "| 2 | 100 | FAILED | [a] 0 lost; [b] 0 lost |" in row
