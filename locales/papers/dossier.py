"""The dossier: a folder for each criterion with its documents, an index, the self-score table, and what is missing.

The same content gives the same bytes: no clock, entries in the order of the criteria, nothing compressed.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from locales.papers.file_names import FOLDER, Names, safe, safe_file
from locales.papers.names import agency
from locales.papers.sheet import Column, Styles, Value, table, workbook
from locales.say import office_papers as words
from locales.say import tables as say
from storage.papers import Facts, Proof, Row
from storage.rules.status import NOBODYS_WORK

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can bear
CHUNK = 1 << 20

Find = Callable[[str], Path]
"""From the hash of a document to where its bytes lie."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of one criterion: where it goes in the dossier, or why it has no file."""

    row: Row
    proof: Proof | None
    name: str
    number: str | None
    source: Path | None
    path: str
    note: str


def write(path: Path, facts: Facts, find: Find) -> None:
    """Write the dossier, one document at a time.

    Args:
        path: of the file.
        facts: the criteria with their documents.
        find: where the bytes of a document lie.
    """
    entries = list(_entries(facts, find))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package, tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        book = Path(folder) / "index.xlsx"
        _index(book, facts, entries)
        _add(package, words.index_name(), book)
        for one in entries:
            if one.source is not None:
                _add(package, one.path, one.source)


def size(facts: Facts) -> int:
    """How many bytes the documents of a dossier have together."""
    return sum(one.size or 0 for row in facts.rows for one in row.proofs)


def _add(package: zipfile.ZipFile, name: str, source: Path) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    entry.file_size = source.stat().st_size
    with source.open("rb") as file, package.open(entry, "w") as target:
        shutil.copyfileobj(file, target, CHUNK)


def _entries(facts: Facts, find: Find) -> Iterator[Entry]:
    folders = Names()
    for row in facts.rows:
        label = f"{row.leaf.code} {say.title(row)}" if row.leaf.code else say.title(row)
        folder, files = folders.take(safe(label, FOLDER)), Names()
        told = {one.number for one in row.proofs if one.number}
        if row.result_document and row.result_document not in told:
            yield Entry(row, None, "", row.result_document, None, "", say.only_number())
        for proof in row.proofs:
            yield _entry(row, proof, folder, files, find)


def _entry(row: Row, proof: Proof, folder: str, files: Names, find: Find) -> Entry:
    if proof.sha256 is None:
        return Entry(row, proof, proof.subject or "", proof.number or proof.name, None, "", say.only_number())
    source = find(proof.sha256)
    name = proof.subject or proof.name
    if not source.is_file():
        return Entry(row, proof, name, proof.number, None, "", say.no_file())
    return Entry(row, proof, name, proof.number, source, f"{folder}/{files.take(safe_file(proof.name))}", "")


def _index(path: Path, facts: Facts, entries: list[Entry]) -> None:
    with workbook(path, datetime(facts.year, 1, 1)) as book:  # noqa: DTZ001 - only a date that never changes
        styles = Styles(book)
        for name, columns, rows, total in (
            ("index", _index_columns(), map(_index_line, entries), None),
            ("scores", _score_columns(), map(_score_line, range(1, len(facts.rows) + 1), facts.rows), _score_total(facts)),
            ("missing", _missing_columns(), _missing_lines(facts), None),
        ):
            table(book, styles, say.sheet(name), (say.heading(name, facts.year), facts.name), columns, rows, total)


def _index_columns() -> tuple[Column, ...]:
    widths = (("document", 28, "text"), ("symbol", 18, "text"), ("issued", 12, "date"), ("agency", 14, "middle"))
    return (
        Column(say.column("code"), 8, "middle"),
        Column(say.column("title"), 32),
        *(Column(say.proof(name), width, look) for name, width, look in widths),
        Column(say.proof("file"), 38),
        Column(say.column("note"), 16),
    )


def _index_line(one: Entry) -> tuple[Value, ...]:
    issued = one.proof.issued_on if one.proof else one.row.leaf.completed_on
    return one.row.leaf.code, say.title(one.row), one.name, one.number, issued, agency(one.number), one.path, one.note


def _score_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("number"), 5, "count"),
        Column(say.proof("criterion"), 46),
        Column(say.proof("max"), 9, "points"),
        Column(say.proof("data"), 16, "middle"),
        Column(say.proof("rule"), 24),
        Column(say.proof("proof"), 42),
        Column(say.proof("self"), 10, "points"),
    )


def _score_line(number: int, row: Row) -> tuple[Value, ...]:
    name = f"{row.leaf.code}. {say.title(row)}" if row.leaf.code else say.title(row)
    proofs = [one.number or one.name for one in row.proofs]
    told = [row.result_document] if row.result_document and row.result_document not in proofs else []
    return number, name, row.leaf.max_points, say.declared(row), row.rule, "; ".join(told + proofs), row.self_score


def _score_total(facts: Facts) -> tuple[Value, ...]:
    marks = [row.self_score for row in facts.rows if row.self_score is not None]
    return None, say.total(), facts.summary.parts.maximum, None, None, None, sum(marks) if marks else None


def _missing_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("code"), 8, "middle"),
        Column(say.column("title"), 44),
        Column(say.column("person"), 22),
        Column(say.column("due"), 12, "date"),
        Column(say.proof("required"), 34),
        Column(say.proof("missing"), 32),
    )


def _missing_lines(facts: Facts) -> Iterator[tuple[Value, ...]]:
    for row in facts.rows:
        lacks = say.lacking(row) if row.leaf.kind not in NOBODYS_WORK else ""
        if lacks:
            leaf = row.leaf
            yield leaf.code, say.title(row), leaf.person or say.nobody(), leaf.due_on, row.required_evidence, lacks
