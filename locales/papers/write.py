"""Which papers there are, by the ending of the file and the kind; each is made from the same `Facts`."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from locales.papers.dossier import Find
from storage.at_rest import collector_at_rest
from storage.papers import Facts

LETTERS: dict[str, str] = {
    "progress": "report",
    "assignments": "annex",
    "urge": "urging",
    "self": "self_report",
    "minutes": "minutes",
    "explain": "explanation",
    "remedy": "remedy",
    "handover": "handing",
    "notice": "notice",
}
"""Papers in Word by kind, and the module that writes each; read only when one is wanted."""

OF_MARKS = frozenset({"self", "minutes", "explain", "remedy", "marks"})
"""Papers of the last year that has marks, which in January is the one before."""

KINDS: dict[str, tuple[str, ...]] = {
    ".docx": tuple(LETTERS),
    ".xlsx": ("progress", "marks"),
    ".png": ("progress",),
    ".zip": ("dossier", "merged"),
    ".txt": ("group",),
}
"""The kinds of each ending; the first one is meant where none is named."""


def frame_of(data_dir: Path, kind: str) -> Path | None:
    """The office's own Word file for a paper: `templates/KIND.docx` in its data, else `templates/all.docx`."""
    names = (f"{kind}.docx", "all.docx")
    return next((found for name in names if (found := data_dir / "templates" / name).is_file()), None)


@collector_at_rest()
def write(path: Path, ending: str, kind: str, facts: Facts, find: Find) -> None:
    """Write a paper; the collector, which would hold everybody up while it looks at all rows, waits until it is done.

    Args:
        path: of the file.
        ending: one of KINDS.
        kind: one of the ending's KINDS.
        facts: what it says.
        find: from the hash of a document to where its bytes lie.
    """
    if ending == ".zip":
        from locales.papers import dossier

        dossier.write(path, facts, find, merged=kind == "merged")
    elif ending == ".txt":
        from locales.papers import group

        path.write_text(group.text(facts), encoding="utf-8")
    elif ending == ".docx":
        write_letter(path, kind, facts)
    else:
        _writer(ending, kind)(path, facts)


def write_letter(path: Path, kind: str, facts: Facts) -> None:
    """Write a paper in Word.

    Args:
        path: of the file.
        kind: one of LETTERS.
        facts: what it says.
    """
    from locales.papers.letter import Letter
    from locales.papers.names import body

    letter = Letter(body(facts.office, facts.above, facts.staff.drafter), facts.frame)
    import_module(f"locales.papers.{LETTERS[kind]}").fill(letter, facts)
    letter.save(path)


def _writer(ending: str, kind: str) -> Callable[[Path, Facts], None]:
    module = "picture" if ending == ".png" else {"progress": "workbook", "marks": "mark_sheet"}[kind]
    found: Callable[[Path, Facts], None] = import_module(f"locales.papers.{module}").write
    return found
