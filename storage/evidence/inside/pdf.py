"""PDF: refused with scripts, attachments, commands or a password; its text layer where there is one."""

import logging
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import ACTIVE, BOMB, PASSWORD, TWO_KINDS, UNREADABLE, Refused

FIRST_PAGES = 3
MOST_OBJECTS = 300_000
MOST_IN_STREAM = 256 << 20  # a page scanned in colour at 600 dots an inch has 104 MB
KEPT = 2_000  # parsed objects that are remembered at a time
_KEYS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"})
_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition", "/RichMediaExecute", "/Movie"}
)
_TYPES = frozenset({"/EmbeddedFile", "/RichMedia", "/3D", "/Screen"})
_RAW = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|SubmitForm|ImportData|RichMedia)(?![A-Za-z0-9])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_BEFORE = b"\xef\xbb\xbf\x00\t\n\f\r "
_CHUNK = 1 << 20


def look(path: Path, _extension: str, _shown: Path) -> Seen:
    """Walk every object; pages are never drawn.

    Raises:
        Refused: it is locked, acts by itself, holds other files, or unfolds without end.
    """
    logging.disable(logging.CRITICAL)
    has_packed_objects, has_an_end = _scan(path)
    if not has_an_end:  # the library would look for its mark backwards through the whole file
        return _unopenable(has_packed_objects)
    try:
        reader = PdfReader(path, strict=False)
        _unlock(reader)
        for one in _objects(reader):
            _refuse_active(one)
            _refuse_bomb(one)
        pages = len(reader.pages)
    except (LimitReachedError, MemoryError) as bomb:
        raise Refused(BOMB) from bomb
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - whatever breaks the library, the file is not opened by it
        return _unopenable(has_packed_objects)
    return Seen(lambda: _text(reader, pages), warnings=[] if pages else ["unopenable"])


def _unopenable(has_packed_objects: bool) -> Seen:
    """What cannot be parsed cannot be cleared either, once objects may hide in it."""
    if has_packed_objects:
        raise Refused(UNREADABLE)
    return Seen(warnings=["unopenable"])


def _scan(path: Path) -> tuple[bool, bool]:
    """Look at the bytes as they are, for what a broken or older table of objects hides.

    Returns:
        Whether objects are packed in streams, and whether there is an end mark at all.
    """
    with path.open("rb") as file:
        if not file.read(1024).lstrip(_BEFORE).startswith(b"%PDF-"):
            raise Refused(TWO_KINDS)
    if zipfile.is_zipfile(path):
        raise Refused(TWO_KINDS)
    packed, ended, rest = False, False, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            data = _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), rest + chunk)
            if _RAW.search(data):
                raise Refused(ACTIVE)
            packed = packed or b"/ObjStm" in data
            ended = ended or b"%%EOF" in data
            rest = (rest + chunk)[-200:]
    return packed, ended


def _unlock(reader: PdfReader) -> None:
    """What only forbids printing opens without a password."""
    if not reader.is_encrypted:
        return
    try:
        opened = reader.decrypt("")
    except (DependencyError, NotImplementedError, PdfReadError) as unknown:
        raise Refused(PASSWORD) from unknown
    if not opened:
        raise Refused(PASSWORD)


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every object that a viewer may reach, and the trailer."""
    numbers = [(number, generation) for generation, table in reader.xref.items() for number in table]
    numbers += [(number, 0) for number in reader.xref_objStm]
    if len(numbers) > MOST_OBJECTS:
        raise Refused(BOMB)
    yield reader.trailer
    for count, (number, generation) in enumerate(numbers):
        try:
            yield reader.get_object(_reference(reader, number, generation))
        except (LimitReachedError, MemoryError, RecursionError):
            raise
        except Exception:  # noqa: BLE001, S112 - a free or broken entry; viewers skip it too
            continue
        if count % KEPT == KEPT - 1:
            reader.resolved_objects.clear()


def _reference(reader: PdfReader, number: int, generation: int) -> Any:
    from pypdf.generic import IndirectObject

    return IndirectObject(number, generation, reader)


def _refuse_active(top: Any) -> None:
    """Refuse actions and attachments anywhere in an object; links to pages and to the web are ordinary."""
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ArrayObject):
            waiting += [inner for inner in list.__iter__(one) if isinstance(inner, ArrayObject | DictionaryObject)]
        elif isinstance(one, DictionaryObject):
            entries = dict.items(one)
            if any(key in _KEYS for key, _ in entries) or _named(one, "/S") in _ACTIONS or _is_active_type(one):
                raise Refused(ACTIVE)
            waiting += [inner for _, inner in entries if isinstance(inner, ArrayObject | DictionaryObject)]


def _named(one: DictionaryObject, key: str) -> str | None:
    value = one.get(key)
    return str(value) if isinstance(value, NameObject) else None


def _is_active_type(one: DictionaryObject) -> bool:
    return _named(one, "/Type") in _TYPES or _named(one, "/Subtype") in _TYPES


def _refuse_bomb(one: Any) -> None:
    """Unpack each stream piece by piece, counting."""
    if not isinstance(one, StreamObject):
        return
    filters = one.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, list) else [str(filters)]
    if names.count("/FlateDecode") > 1:
        raise Refused(BOMB)
    if names[0] != "/FlateDecode":
        return
    rest, unpacked, packer = one._data, 0, zlib.decompressobj()  # noqa: SLF001 - the bytes as they lie in the file
    try:
        while rest and not packer.eof:
            unpacked += len(packer.decompress(rest, _CHUNK))
            rest = packer.unconsumed_tail
            if unpacked > MOST_IN_STREAM:
                raise Refused(BOMB)
    except zlib.error:
        return


def _text(reader: PdfReader, pages: int) -> str:
    wanted = sorted({*range(min(FIRST_PAGES, pages)), pages - 1})
    found = []
    for number in wanted:
        try:
            found.append(reader.pages[number].extract_text())
        except LimitReachedError as bomb:
            raise Refused(BOMB) from bomb
    return "\n\f\n".join(found)
