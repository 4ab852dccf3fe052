"""Writes RESULTS.md from the catalogue and the outcomes of the last runs: `python -m tests.faults.results`."""

from collections import Counter
from pathlib import Path
from typing import Any

from tests.faults.recording import Outcome, catalogue, kept, marked

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# What happened when it was tried

Written by `python -m tests.faults.results` (the end of `make faults`) from the outcomes of the tests that bear the marker `fault`;
nothing here is typed by hand. "Cases" are tests that ran (SQLite and PostgreSQL are two), "runs" the faults that they brought about.
"""
COLUMNS = ("#", "fault", "brought about", "must hold", "cases", "runs", "result", "figures", "tests")


def main() -> None:
    RESULTS.write_text(text(kept()))
    print(RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS)


def text(outcomes: dict[str, Outcome]) -> str:
    """The page: a line on the whole, then a table a part."""
    names, lines, tally, part = marked(), [], Counter[str](), ""
    for fault in catalogue():
        if fault["part"] != part:
            part = fault["part"]
            lines += ["", f"## {part.capitalize()}", "", _row(COLUMNS), _row("---" for _ in COLUMNS)]
        tests = sorted(name for name, numbers in names.items() if fault["n"] in numbers)
        found = [(case, one) for case, one in sorted(outcomes.items()) if case.partition("[")[0] in tests]
        result = _result(fault, [one["outcome"] for _, one in found])
        tally[result.partition(":")[0]] += 1
        lines.append(_row(_cells(fault, tests, found, result)))
    total = ", ".join(f"{count} {result}" for result, count in sorted(tally.items()))
    return f"{HEAD}\nOf {sum(tally.values())} faults: {total}.\n" + "\n".join(lines) + "\n"


def _cells(fault: dict[str, Any], tests: list[str], found: list[tuple[str, Outcome]], result: str) -> list[str]:
    runs = sum(one["runs"] for _, one in found)
    figures = "; ".join(f"{_case(case)}{one['found']}" for case, one in found if one["found"])
    where = ", ".join(_place(name) for name in tests)
    columns = (str(fault["n"]), fault["fault"], fault["how"], fault["expected"], str(len(found)), str(runs), result, figures, where)
    return [one.replace("|", "/") for one in columns]


def _place(name: str) -> str:
    path, _, function = name.removeprefix("tests/").partition("::test_")
    return f"`{path}` {function.replace('_', ' ')}"


def _case(case: str) -> str:
    return f"[{case.partition('[')[2][:-1]}] " if "[" in case else ""


def _result(fault: dict[str, Any], outcomes: list[str]) -> str:
    if "failed" in outcomes:
        return "FAILED"
    if "passed" in outcomes:
        return "holds in part: " + fault["open"] if "open" in fault else "holds"
    return "not run: " + fault.get("not_run", "no outcome is recorded yet")


def _row(cells: Any) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
