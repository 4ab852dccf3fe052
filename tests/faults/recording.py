"""What became of each test that bears a fault's number, kept from run to run, so that the table is never written by hand."""

import ast
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.checkout import ROOT

CATALOGUE = Path(__file__).with_name("catalogue.toml")
KEPT = ROOT / ".cache" / "faults.json"
Outcome = dict[str, Any]


def catalogue() -> list[dict[str, Any]]:
    """The faults in their order: n, part, fault, how, expected, and not_run where there is a reason."""
    found: list[dict[str, Any]] = tomllib.loads(CATALOGUE.read_text())["fault"]
    return found


def marked() -> dict[str, set[int]]:
    """Of each test function that bears the marker (file::name), the faults that it names; read from the source, nothing is run."""
    return {name: set(numbers) for path in sorted((ROOT / "tests").rglob("test_*.py")) for name, numbers in _marked_in(path)}


def _marked_in(path: Path) -> Iterator[tuple[str, list[int]]]:
    text = path.read_text()
    if "mark.fault(" not in text:
        return
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = [one for one in node.decorator_list if isinstance(one, ast.Call) and ast.unparse(one.func) == "pytest.mark.fault"]
            if numbers := [ast.literal_eval(argument) for mark in marks for argument in mark.args]:
                yield f"{path.relative_to(ROOT).as_posix()}::{node.name}", numbers


def kept() -> dict[str, Outcome]:
    """The last outcome of each case of each test: {"outcome", "seconds", "runs", "found"}."""
    found: dict[str, Outcome] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return found


class Recorder:
    """Notes the outcome of marked tests at the end of a run; with several workers only the one that gathers reports does."""

    def __init__(self) -> None:
        self.outcomes: dict[str, Outcome] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told = dict(report.user_properties)
        if "fault" in told and (report.when == "call" or report.outcome != "passed"):
            figures = {"runs": told.get("runs", 1), "found": told.get("found", "")}
            self.outcomes[report.nodeid] = {"outcome": report.outcome, "seconds": round(report.duration, 1)} | figures

    def pytest_sessionfinish(self) -> None:
        if self.outcomes:
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(json.dumps(kept() | self.outcomes, ensure_ascii=False, indent=1, sort_keys=True))


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(), "fault outcomes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.iter_markers("fault")):
            item.user_properties.append(("fault", True))
