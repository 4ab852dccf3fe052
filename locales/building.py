"""Compiles the catalogues into the package while it is built; setuptools loads this file by pyproject.toml."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools.command.build_py import build_py


class BuildWithCatalogues(build_py):
    """Puts a .mo beside every .po in the built package; an editable install reads the .po itself."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for source in Path(self.build_lib).glob("locales/*/LC_MESSAGES/*.po"):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))
