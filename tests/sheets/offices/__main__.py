"""Write the files of all invented offices, or of those named, with their truth: python -m tests.sheets.offices DIR [NAME...]."""

import importlib
import pkgutil
import sys
from pathlib import Path

import tests.sheets.offices as here

TOOLS = {"paper", "fonts", "__main__"}


def names() -> list[str]:
    """Give the modules that hold an office."""
    return sorted(found.name for found in pkgutil.iter_modules(here.__path__) if found.name not in TOOLS)


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name in arguments[1:] or names():
        importlib.import_module(f"{here.__name__}.{name}").office().save(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
