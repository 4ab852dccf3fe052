"""Which files are evidence: by name and by type when they are announced, by their first bytes once they are here."""

import re
import zipfile
from pathlib import Path

from storage.names import clean

NAME_MOST = 100
MOST_ENTRIES = 2_000
MOST_DIRECTORY = 1 << 20  # bytes of a zip's table of contents; a real document has some kilobytes

FAMILIES = {
    "photo": ("jpg", "jpeg", "jfif", "jpe", "png", "webp", "heic", "heif"),
    "scan": ("tif", "tiff"),
    "pdf": ("pdf",),
    "word": ("doc", "docx", "odt"),
    "sheet": ("xls", "xlsx", "ods", "csv"),
    "slides": ("ppt", "pptx"),
    "text": ("txt",),
}
FAMILY = {extension: family for family, extensions in FAMILIES.items() for extension in extensions}
SHEETS = frozenset({"xlsx", "xlsm", "xls", "csv", "docx"})  # what an assignment table may come as
_BY_MIME = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/heif": "heic",
    "image/tiff": "tif",
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "text/csv": "csv",
    "text/plain": "txt",
}
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")  # device names: such a file cannot be opened on Windows
_MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_COPY = {"heic": "jpg", "heif": "jpg", "tif": "pdf", "tiff": "pdf"}
"""What the copy for other eyes is, of kinds that not every office PC opens; of others it is the same kind."""
_COPY_MIME = {"jpg": "image/jpeg", "pdf": "application/pdf"}
_TIFF = (b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


def extension(name: str, mime: str | None) -> str | None:
    """The kind of file, `pdf`; by the name, or by the declared type where the name has none."""
    stem, dot, last = name.strip().lower().rpartition(".")
    if stem and dot and last.isalnum() and len(last) <= 5:
        return last
    return _BY_MIME.get((mime or "").partition(";")[0].strip().lower())


def family(name: str, mime: str | None) -> str | None:
    """photo, scan, pdf, word, sheet, slides or text; None for what is no evidence (video, archive, program ...)."""
    declared = (mime or "").lower()
    if declared.startswith(("video/", "audio/")):
        return None
    return FAMILY.get(extension(name, mime) or "")


def is_sheet(name: str, mime: str | None) -> bool:
    """Whether an assignment table may come in such a file."""
    return extension(name, mime) in SHEETS


def shown_name(name: str) -> str:
    """A name fit to be shown and to be given to a copy: one line, no path, no hidden characters, not too long."""
    tidy = clean(re.sub(r"[/\\:*?\"<>|]", " ", name)).lstrip(". ") or "tep"
    tidy = f"_{tidy}" if _RESERVED.match(tidy) else tidy
    stem, dot, last = tidy.rpartition(".")
    if len(tidy) <= NAME_MOST:
        return tidy
    return f"{stem[: NAME_MOST - len(last) - 1].rstrip()}.{last}" if dot and len(last) <= 5 else tidy[:NAME_MOST]


def copy_name(name: str, *, is_copy: bool) -> str:
    """The name under which a document is handed out: the copy of a HEIC photo is a JPEG, that of a scan a PDF."""
    stem, dot, last = name.rpartition(".")
    kind = _COPY.get(last.lower()) if is_copy and dot else None
    return f"{stem}.{kind}" if kind else name


def copy_mime(name: str, mime: str | None, *, is_copy: bool) -> str | None:
    """The type of what is handed out."""
    kind = _COPY.get(extension(name, mime) or "") if is_copy else None
    return _COPY_MIME[kind] if kind else mime


def is_what_it_says(path: Path, name: str, mime: str | None) -> bool:
    """Whether the bytes are of the family that the name promises, and carry no macros.

    Within a family the extension may lie: phones call HEIC photos .jpg, and people rename .docx to .doc.
    """
    said = family(name, mime)
    with path.open("rb") as file:
        head = file.read(4096)
    if said == "photo":
        return head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or head[8:12] == b"WEBP" or head[4:8] == b"ftyp"
    if said == "scan":
        return head.startswith(_TIFF)
    if said == "pdf":
        return b"%PDF-" in head[:1024]
    if said in {"word", "slides"} or (said == "sheet" and extension(name, mime) != "csv"):
        return head.startswith(_OLE) or (head.startswith(_ZIP) and _is_office(path, said))
    return said is not None and not head.startswith((_ZIP, _OLE, b"MZ", b"\x7fELF")) and _is_text(head)


def _is_text(head: bytes) -> bool:
    return b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_office(path: Path, said: str) -> bool:
    """Look at the table of contents of a zipped document, never at its contents."""
    wanted = [_MAIN_PART[one] for one in FAMILIES[said] if one in _MAIN_PART]
    try:
        if not _small_directory(path):
            return False
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            is_open_document = "mimetype" in names and "content.xml" in names
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    return not has_macros and (is_open_document or any(one in names for one in wanted))


def _small_directory(path: Path) -> bool:
    """Whether the table of contents is small enough to be read at all: its sizes stand in the last bytes of a zip."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < 22:
        return False
    entries, size = int.from_bytes(tail[end + 10 : end + 12], "little"), int.from_bytes(tail[end + 12 : end + 16], "little")
    return entries <= MOST_ENTRIES and size <= MOST_DIRECTORY
