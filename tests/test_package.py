"""`pip install .` on an exported tree gives the whole product: code, compiled catalogues, migrations, seeds, sample."""

import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import ROOMS, ROOT, files, text


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The package as pip makes it from the files alone, without git."""
    tree, made = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in files():
        if not name.startswith("tests/"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tree / name)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(made), str(tree)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert ran.returncode == 0, ran.stderr
    with zipfile.ZipFile(next(made.glob("*.whl"))) as package:
        yield package


def test_the_package_holds_every_file_of_the_rooms(wheel: zipfile.ZipFile):
    held = set(wheel.namelist())
    wanted = {name for name in files() if name.startswith(tuple(f"{room}/" for room in ROOMS)) and Path(name).suffix != ".pot"}
    assert wanted - held == set()


def test_every_catalogue_is_compiled_in_the_package(wheel: zipfile.ZipFile):
    held = set(wheel.namelist())
    catalogues = {name for name in files() if name.endswith(".po")}
    assert catalogues
    assert {name.removesuffix("po") + "mo" for name in catalogues} <= held


def test_the_package_has_the_command_the_version_and_nothing_of_the_tests(wheel: zipfile.ZipFile):
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    facts = next(name for name in wheel.namelist() if name.endswith("dist-info/entry_points.txt"))
    assert facts.startswith(f"nhacviec-{version}.dist-info/")
    assert "nhacviec = bot.__main__:main" in wheel.read(facts).decode()
    assert not [name for name in wheel.namelist() if name.startswith("tests/")]
