"""Which papers there are, by the ending of the file and the kind; each is made from the same `Facts`."""

from pathlib import Path

from locales.papers.dossier import Find
from storage.papers import Facts

KINDS: dict[str, tuple[str, ...]] = {
    ".docx": ("progress", "assignments", "urge"),
    ".xlsx": ("progress",),
    ".png": ("progress",),
    ".zip": ("dossier",),
}
"""The kinds of each ending; the first one is meant where none is named."""


def write(path: Path, ending: str, kind: str, facts: Facts, find: Find) -> None:
    """Write a paper.

    Args:
        path: of the file.
        ending: `.docx`, `.xlsx`, `.png` or `.zip`.
        kind: one of the ending's KINDS.
        facts: what it says.
        find: from the hash of a document to where its bytes lie.
    """
    if ending == ".xlsx":
        from locales.papers import workbook

        workbook.write(path, facts)
    elif ending == ".png":
        from locales.papers import picture

        picture.write(path, facts)
    elif ending == ".zip":
        from locales.papers import dossier

        dossier.write(path, facts, find)
    else:
        _letter(path, kind, facts)


def _letter(path: Path, kind: str, facts: Facts) -> None:
    from locales.papers import annex, report, urging

    {"progress": report.write, "assignments": annex.write, "urge": urging.write}[kind](path, facts)
