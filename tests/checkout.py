"""The files of this checkout, as git would take them: what the tests about the house look at."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "jobs", "storage", "locales")
MIGRATIONS = "storage/migrations/versions/"
MADE = {"__pycache__", "build", "dist", "data"}


@cache
def files() -> tuple[str, ...]:
    """Paths of all files that are tracked, or would be by `git add .`; without git, of all that a build does not make."""
    if (ROOT / ".git").exists():
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    else:
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file() and not _is_made(path)]
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


def _is_made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
    return hidden or path.suffix == ".mo" or any(part in MADE or part.endswith(".egg-info") for part in parts)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """Every file that is text, with what it says."""
    for name in files():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            yield name, data.decode(errors="replace")


def python(*folders: str) -> list[str]:
    """The Python files below some folders; generated migrations left out."""
    starts = tuple(f"{folder}/" for folder in folders)
    return [name for name in files() if name.endswith(".py") and name.startswith(starts) and not name.startswith(MIGRATIONS)]


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(text(name), name)


def nodes(*folders: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of every module below some folders, with the file's name."""
    for name in python(*folders):
        for node in ast.walk(tree(name)):
            yield name, node
