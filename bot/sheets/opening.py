"""Which reader a file needs: its content decides, and its extension must agree."""

from collections.abc import Callable
from pathlib import Path

from bot.sheets import errors
from bot.sheets.grid import Grid

MAX_BYTES = 32 << 20
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_SCANS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".webp"})
_SHEETS = frozenset({".xlsx", ".xlsm"})


def grids_of(path: Path) -> list[Grid]:
    """Read the tables of a file, or refuse it."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b"?"
    except OSError as error:
        raise errors.Refused(errors.UNREADABLE) from error
    if size > MAX_BYTES:
        raise errors.Refused(errors.TOO_BIG)
    if not data.strip():
        raise errors.Refused(errors.EMPTY_FILE)
    return _reader(path.suffix.lower(), data)(data)


def _reader(suffix: str, data: bytes) -> Callable[[bytes], list[Grid]]:
    if suffix in _SCANS:
        raise errors.Refused(errors.SCANNED)
    if suffix in _SHEETS:
        return _packaged(data, "xlsx")
    if suffix == ".docx":
        return _packaged(data, "docx")
    if suffix == ".xls":
        return _old(data)
    if suffix in {".csv", ".tsv"}:
        return _text(data)
    raise errors.Refused(errors.OTHER_KIND)


def _packaged(data: bytes, kind: str) -> Callable[[bytes], list[Grid]]:
    if data.startswith(_OLE):
        raise errors.Refused(errors.PASSWORD if _encrypted(data) else errors.WRONG_EXTENSION)
    if not data.startswith(_ZIP):
        raise errors.Refused(errors.WRONG_EXTENSION)
    from bot.sheets import docx, xlsx

    return xlsx.grids if kind == "xlsx" else docx.grids


def _old(data: bytes) -> Callable[[bytes], list[Grid]]:
    if not data.startswith(_OLE):
        raise errors.Refused(errors.WRONG_EXTENSION)
    if _encrypted(data):
        raise errors.Refused(errors.PASSWORD)
    from bot.sheets import xls

    return xls.grids


def _text(data: bytes) -> Callable[[bytes], list[Grid]]:
    if data.startswith((_ZIP, _OLE, _PDF, *_IMAGES)):
        raise errors.Refused(errors.WRONG_EXTENSION)
    from bot.sheets import csv_

    return csv_.grids


def _encrypted(data: bytes) -> bool:
    """Tell a password-protected package by the name of its stream."""
    return "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data
