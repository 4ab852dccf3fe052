"""Tables of two dozen invented offices read as a careful official would: nothing wrong or guessed in silence, no needless doubt."""

import importlib
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from bot import sheets
from bot.sheets.text import fold
from tests.sheets import offices
from tests.sheets.offices.__main__ import names

SAME = ("code", "max_points", "lead", "lead_unit", "lead_post", "due")
WORDS = ("field", "criterion", "subcriterion", "evidence", "document")


def loose(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", fold(text or "")))


@pytest.mark.parametrize("name", names())
def test_a_table_of_this_office_reads_as_its_truth_says(name: str, tmp_path: Path):
    office = importlib.import_module(f"{offices.__name__}.{name}").office()
    found = sheets.parse(office.save(tmp_path)).as_dict()
    truth = [row for page in office.pages for row in page.rows]
    wanted = {(flag["sheet"], flag["row"], flag["column"]) for page in office.pages for flag in page.flags}
    raised = {(flag["sheet"], flag["row"], flag["column"]) for flag in found["must_flag"]}
    assert found.get("error") is None
    assert found["year"] == office.year
    assert [(row["sheet"], row["row"]) for row in found["rows"]] == [(row["sheet"], row["row"]) for row in truth]
    for want, have in zip(truth, found["rows"], strict=True):
        columns = {column for sheet, row, column in wanted if (sheet, row) == (want["sheet"], want["row"])}
        assert differences(want, have, columns) == {}, (want["row"], want["criterion"])
    assert not wanted - raised
    clean = {(row["sheet"], row["row"]) for row in truth if not row["needs_check"]}
    assert [flag for flag in found["must_flag"] if (flag["sheet"], flag["row"]) in clean] == []


def differences(want: dict[str, Any], have: dict[str, Any], flagged: set[str]) -> dict[str, Any]:
    """Compare what the file says plainly; what has to be flagged is left to whoever looks at it."""
    apart = {name: (want.get(name), have.get(name)) for name in SAME if want.get(name) != have.get(name)}
    apart |= {name: (want.get(name), have.get(name)) for name in WORDS if loose(want.get(name)) != loose(have.get(name))}
    if sorted(map(str.lower, want["supports"])) != sorted(map(str.lower, have["supports"])):
        apart["supports"] = (want["supports"], have["supports"])
    hidden = defaultdict(set, lead={"lead", "supports", "lead_post", "lead_unit"}, points={"max_points"})
    excused = {name for column in flagged for name in (hidden[column] or {column})}
    return {name: both for name, both in apart.items() if name not in excused}
