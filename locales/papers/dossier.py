"""The dossier: a folder for each criterion with its documents, an index, the self-score table, and what is missing.

The same content gives the same bytes: no clock, entries in the order of the criteria, nothing compressed.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from itertools import groupby
from pathlib import Path

from locales.papers.file_names import FOLDER, Names, safe, safe_file
from locales.papers.names import agency
from locales.papers.sheet import Column, Styles, Value, table, workbook
from locales.say import office_papers as words
from locales.say import tables as say
from storage.evidence import numbers
from storage.evidence.numbers import DocumentNumber
from storage.papers import Facts, Proof, Row
from storage.rules.status import NOBODYS_WORK

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can bear
CHUNK = 1 << 20

Find = Callable[[str], Path]
"""From the hash of a document to where its bytes lie."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of one criterion: where it goes in the dossier, or why it has no file.

    Attributes:
        row: the criterion.
        folder: of the criterion.
        part: which of several packages it is in, from 0.
        issued_on: of a document that was only named, as far as it was said.
    """

    row: Row
    proof: Proof | None
    name: str
    number: str | None
    source: Path | None
    path: str
    note: str
    folder: str
    part: int = 0
    issued_on: date | None = None

    @property
    def size(self) -> int:
        return self.source.stat().st_size if self.source else 0


def write(path: Path, facts: Facts, find: Find, *, merged: bool = False) -> None:
    """Write the dossier, one document at a time.

    Args:
        path: of the file.
        facts: the criteria with their documents.
        find: where the bytes of a document lie.
        merged: add one PDF with all documents of a criterion to its folder.
    """
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        _write(path, facts, _all(facts, find, Path(folder) if merged else None), Path(folder))


def write_parts(path: Path, facts: Facts, find: Find, most: int, *, merged: bool = False) -> list[Path]:
    """Write the dossier as packages of a size; a criterion is never divided, and the index stands in each.

    Args:
        path: `ho so.zip` becomes `ho so-1.zip` and so on.
        facts: the criteria with their documents.
        find: where the bytes of a document lie.
        most: bytes of documents in one package; a criterion that has more is a package of its own.
        merged: add one PDF with all documents of a criterion.

    Returns:
        The packages.
    """
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        entries = _divided(_all(facts, find, Path(folder) if merged else None), most)
        count = max((one.part for one in entries), default=0) + 1
        paths = [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, count + 1)]
        for number, one in enumerate(paths):
            _write(one, facts, entries, Path(folder), number)
        return paths


def write_package(path: Path, facts: Facts, find: Find, most: int, number: int) -> bool:
    """Write one of the packages that `write_parts` makes; returns whether there is one of that number, from 1 on."""
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        entries = _divided(_all(facts, find, None), most)
        if not any(one.part == number - 1 for one in entries):
            return False
        _write(path, facts, entries, Path(folder), number - 1)
        return True


def packages(sizes: Iterable[int], most: int) -> list[int]:
    """In which package, from 0, the documents of each criterion lie, by the bytes that they have together."""
    found: list[int] = []
    part = held = 0
    for size in sizes:
        if held and size and held + size > most:
            part, held = part + 1, 0
        held += size
        found.append(part)
    return found


def _divided(entries: list[Entry], most: int) -> list[Entry]:
    """The same entries, each with its package, in the order of the criteria."""
    groups = [list(of_folder) for _folder, of_folder in groupby(entries, key=lambda one: one.folder)]
    parts = packages((sum(one.size for one in group) for group in groups), most)
    found = [replace(one, part=part) for group, part in zip(groups, parts, strict=True) for one in group]
    part = max(parts, default=0)
    return [replace(one, note=", ".join(filter(None, (say.part(one.part + 1), one.note)))) for one in found] if part else found


def _write(path: Path, facts: Facts, entries: list[Entry], folder: Path, part: int = 0) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        book = folder / "index.xlsx"
        _index(book, facts, [one for one in entries if one.proof or one.number])
        _add(package, words.index_name(), book)
        for one in entries:
            if one.source is not None and one.part == part:
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


def _all(facts: Facts, find: Find, merging: Path | None) -> list[Entry]:
    entries = list(_entries(facts, find))
    return entries if merging is None else _with_merged(entries, merging)


def _with_merged(entries: list[Entry], scratch: Path) -> list[Entry]:
    """One PDF more in each folder; what is no PDF and no photo stays beside it, and the index says so."""
    from locales.papers import merged

    groups = [list(of_folder) for _folder, of_folder in groupby(entries, key=lambda one: one.folder)]
    targets = [scratch / f"{number}.pdf" for number in range(len(groups))]
    sources = [[one.source for one in group if one.source] for group in groups]
    found: list[Entry] = []
    for group, target, taken in zip(groups, targets, merged.write(list(zip(targets, sources, strict=True))), strict=True):
        if taken:
            first = group[0]
            name = f"{first.folder}/{safe_file(say.merged_name(first.row.leaf.code or first.folder))}"
            found.append(Entry(first.row, None, "", None, target, name, "", first.folder))
        found += [one if not one.source or one.source in taken else replace(one, note=say.not_merged()) for one in group]
    return found


def _entries(facts: Facts, find: Find) -> Iterator[Entry]:
    folders = Names()
    for row in facts.rows:
        label = f"{row.leaf.code} {say.title(row)}" if row.leaf.code else say.title(row)
        folder, files = folders.take(safe(label, FOLDER)), Names()
        if told := _told(row, facts.year):
            yield Entry(row, None, "", told.number, None, "", say.only_number(), folder, issued_on=told.issued_on)
        for proof in row.proofs:
            yield _entry(row, proof, folder, files, find)


def _told(row: Row, year: int) -> DocumentNumber | None:
    """The document that was only named for a row; None where one that was sent bears its number."""
    if not row.result_document:
        return None
    named = DocumentNumber(row.result_document, None)
    found = numbers.document_number(row.result_document, date(year, 12, 31)) or named
    return None if {found.number, named.number} & {one.number for one in row.proofs} else found


def _entry(row: Row, proof: Proof, folder: str, files: Names, find: Find) -> Entry:
    added = say.explained_folder() if proof.stage else ""
    if proof.sha256 is None:
        known, name = (say.only_number(), "") if proof.number else (say.only_link(), proof.name)
        return Entry(row, proof, proof.subject or name, proof.number, None, "", f"{known}, {added}" if added else known, folder)
    source = find(proof.sha256)
    name = proof.subject or proof.name
    if not source.is_file():
        return Entry(row, proof, name, proof.number, None, "", say.no_file(), folder)
    path = "/".join(filter(None, (folder, safe(added) if added else "", files.take(safe_file(proof.file_name)))))
    return Entry(row, proof, name, proof.number, source, path, added, folder)


def _index(path: Path, facts: Facts, entries: list[Entry]) -> None:
    with workbook(path, datetime(facts.year, 1, 1)) as book:  # noqa: DTZ001 - only a date that never changes
        styles = Styles(book)
        for name, columns, rows, total in (
            ("index", _index_columns(), (_index_line(one, facts.zone) for one in entries), None),
            ("scores", _score_columns(), _score_lines(facts), _score_total(facts)),
            ("explanation", _explanation_columns(), _explanation_lines(facts), None),
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
        Column(say.proof("entered"), 14, "date"),
    )


def _index_line(one: Entry, zone: tzinfo) -> tuple[Value, ...]:
    issued = one.proof.issued_on if one.proof else one.issued_on or one.row.leaf.completed_on
    issuer = (one.proof.agency if one.proof else None) or agency(one.number)
    entered = one.row.entered_at.astimezone(zone).date() if one.row.entered_at else None
    return one.row.leaf.code, say.title(one.row), one.name, one.number, issued, issuer, one.path, one.note, entered


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


def _score_lines(facts: Facts) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(facts.rows, 1):
        name = f"{row.leaf.code}. {say.title(row)}" if row.leaf.code else say.title(row)
        told = [row.result_document or ""] if _told(row, facts.year) else []
        proofs = "; ".join([*told, *(one.number or one.name for one in row.proofs)])
        yield number, name, row.leaf.max_points, say.declared(row), row.rule, proofs, row.self_score


def _score_total(facts: Facts) -> tuple[Value, ...]:
    marks = [row.self_score for row in facts.rows if row.self_score is not None]
    return None, say.total(), facts.summary.parts.maximum, None, None, None, sum(marks) if marks else None


def _explanation_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("code"), 8, "middle"),
        Column(say.proof("criterion"), 40),
        Column(say.proof("max"), 9, "points"),
        Column(say.proof("self"), 10, "points"),
        Column(say.proof("verified"), 10, "points"),
        Column(say.proof("explanation"), 46),
        Column(say.proof("added"), 30),
    )


def _explanation_lines(facts: Facts) -> Iterator[tuple[Value, ...]]:
    """Rows that claim a mark without all their evidence, and those of which a mark was taken off."""
    for row in facts.rows:
        lacks = say.lacking(row) if row.self_score and row.leaf.kind not in NOBODYS_WORK else ""
        final, explained = row.marks.final, row.marks.explained
        lost = final is not None and row.self_score is not None and final.points < row.self_score
        if not lacks and not lost and explained is None:
            continue
        reason = explained.reason if explained else row.blocked
        told = "; ".join(filter(None, (lacks, reason or say.to_explain())))
        added = "; ".join(one.number or one.name for one in row.proofs if one.stage)
        points = final.points if final else None
        yield row.leaf.code, say.title(row), row.leaf.max_points, row.self_score, points, told, added


def _missing_columns() -> tuple[Column, ...]:
    return (
        Column(say.column("code"), 8, "middle"),
        Column(say.column("title"), 44),
        Column(say.column("person"), 22),
        Column(say.column("due"), 12, "date"),
        Column(say.proof("required"), 34),
        Column(say.proof("missing"), 32),
    )


def lacking(facts: Facts) -> int:
    """How many criteria still lack documents; the index lists them."""
    return sum(bool(_lacks(row)) for row in facts.rows)


def _lacks(row: Row) -> str:
    return say.lacking(row) if row.leaf.kind not in NOBODYS_WORK else ""


def _missing_lines(facts: Facts) -> Iterator[tuple[Value, ...]]:
    for row in facts.rows:
        if lacks := _lacks(row):
            leaf = row.leaf
            yield leaf.code, say.title(row), leaf.person or say.nobody(), leaf.due_on, row.required_evidence, lacks
