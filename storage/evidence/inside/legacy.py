"""Word, Excel and PowerPoint files of before 2007 (OLE containers): refused with macros, objects, commands or a password."""

import re
from pathlib import Path

from storage.evidence import marks
from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import ACTIVE, MACROS, OBJECT, PASSWORD, UNREADABLE, Refused

_ENTRY = 128
_MACRO_NAMES = ("VBA", "_VBA_PROJECT", "Macros", "_VBA_PROJECT_CUR", "dir")
_OBJECT_NAMES = ("ObjectPool", "\x01Ole10Native", "Package", "\x03ObjInfo", "OCXNAME")
_LOCKED = ("EncryptedPackage", "EncryptionInfo", "DataSpaces", "\x06DataSpaces")
_MAIN = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
_NOTHING = b"\xff" * 4
"""No child: Word leaves an empty pool of objects in some files that never held any ([MS-CFB] 2.6.1)."""
_CALL = re.compile(r"\x13\s*(?:DDEAUTO|DDE)\s")
_MARKS = re.compile(r"[\w ,.:()\-–\r\n]{0,40}M[ẬA]T[\w ,.:()\-–\r\n]{0,40}")


def look(path: Path, _extension: str, _shown: Path) -> Seen:
    """Look at the names of the streams, and at the text as it lies in the file.

    Raises:
        Refused: it is locked, holds macros or other files, or is none of the old kinds.
    """
    data = path.read_bytes()
    names = _names(data)
    if names & set(_LOCKED):
        raise Refused(PASSWORD)
    if not names & set(_MAIN):
        raise Refused(UNREADABLE)
    if names & set(_MACRO_NAMES) or _has_macro_sheet(data):
        raise Refused(MACROS)
    if names & set(_OBJECT_NAMES) or any(name.startswith("MBD") for name in names):
        raise Refused(OBJECT)
    texts = [data[start:].decode("utf-16-le", "ignore") for start in (0, 1)]
    if any(_CALL.search(text) for text in (*texts, data.decode("latin-1"))):
        raise Refused(ACTIVE)
    return Seen(lambda: "\n".join(found for text in texts for found in _MARKS.findall(text) if marks.is_secret(found)))


def _names(data: bytes) -> set[str]:
    """Names of the directory: UTF-16 in entries of 128 bytes, with their length behind ([MS-CFB] 2.6.1)."""
    found = set()
    size = 1 << int.from_bytes(data[30:32], "little") if data[30:32] in {b"\x09\x00", b"\x0c\x00"} else 512
    for at in range(size, len(data) - _ENTRY + 1, _ENTRY):
        length, kind = int.from_bytes(data[at + 64 : at + 66], "little"), data[at + 66]
        if 2 < length <= 64 and length % 2 == 0 and kind in {1, 2, 5} and data[at + 67] in {0, 1}:
            name = data[at : at + length - 2].decode("utf-16-le", "replace")
            is_bare = name == "ObjectPool" and data[at + 76 : at + 80] == _NOTHING
            if name and "\x00" not in name and not is_bare:
                found.add(name)
    return found


def _has_macro_sheet(data: bytes) -> bool:
    """A sheet of old macro language: BOUNDSHEET (0x85) whose type byte is 1 or 6 ([MS-XLS] 2.4.28)."""
    for found in re.finditer(rb"\x85\x00[\x08-\x50]\x00.{4}[\x00-\x02]([\x01\x06])", data, re.DOTALL):
        before = data[max(0, found.start() - 4) : found.start()]
        if len(before) == 4 and _is_globals(data, found.start()):
            return True
    return False


def _is_globals(data: bytes, at: int) -> bool:
    """Whether the record lies where a workbook lists its sheets: within 64 kB behind its first record (BOF, 0x0809)."""
    return b"\x09\x08" in data[max(0, at - (1 << 16)) : at]
