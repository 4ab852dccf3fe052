"""Parts of a zipped document: unpacked piece by piece within one allowance, and the words in them."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from storage.evidence.package import MAX_RATIO, MAX_UNPACKED
from storage.evidence.refusals import BOMB, TWO_KINDS, UNREADABLE, Refused

_SMALL = 1 << 20
_CHUNK = 1 << 16
_MARKUP = (".xml", ".rels", ".vml", ".rdf", ".xhtml", ".html", ".htm")
_BREAK = re.compile(rb"</(?:w:p|a:p|text:p|text:h|si|w:tc)>|<w:(?:br|cr)\b[^>]*/>|<text:line-break/>")
_TAB = re.compile(rb"<w:tab/>|<text:(?:tab|s)\b[^>]*/>")
_TAG = re.compile(rb"<[^<>]*>")
_NOT_SHOWN = re.compile(rb"<(w:instrText|w:delText|mc:Fallback)\b.*?</\1>", re.DOTALL)
_FIELD = re.compile(
    rb"<w:instrText\b[^>]*>([^<]*)</w:instrText>|<w:fldSimple\b[^>]*w:instr=\"([^\"]*)\"|(<w:fldChar\b[^>]*begin)"
)
_WORDS = re.compile(
    r"word/(?:document|header\d*|footer\d*|comments|footnotes)\d*\.xml|xl/sharedstrings\.xml|xl/worksheets/sheet\d+\.xml|ppt/slides/slide\d+\.xml|content\.xml|styles\.xml"
)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


class Budget:
    """How much may be unpacked in all."""

    def __init__(self, packed: int) -> None:
        self.left = MAX_UNPACKED + 2 * packed
        self.most = max(_SMALL, MAX_RATIO * packed)
        self.spent = 0

    def spend(self, count: int) -> None:
        self.spent += count
        if self.spent > self.left or self.spent > self.most:
            raise Refused(BOMB)


def count(package: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget, into: io.BytesIO | None = None) -> None:
    """Unpack an entry, counting; what it claims to have does not matter.

    Raises:
        Refused: more than the allowance, or it does not unpack.
    """
    try:
        with package.open(entry) as part:
            while chunk := part.read(_CHUNK):
                budget.spend(len(chunk))
                if into is not None:
                    into.write(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as broken:
        raise Refused(UNREADABLE) from broken


def whole(package: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> io.BytesIO:
    """An entry unpacked."""
    made = io.BytesIO()
    count(package, entry, budget, made)
    return made


def refuse_wrapped(path: Path, package: zipfile.ZipFile) -> None:
    """A package begins with its first entry and ends with its table of contents; anything around it is another file.

    Raises:
        Refused: it is two files in one.
    """
    first = min((one.header_offset for one in package.infolist()), default=0)
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    comment = int.from_bytes(tail[end + 20 : end + 22], "little")
    if first != 0 or len(tail) - end - 22 != comment or comment > 1_000:
        raise Refused(TWO_KINDS)


def is_markup(name: str) -> bool:
    return name.lower().endswith(_MARKUP)


def as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8: another encoding must hide nothing.

    Raises:
        Refused: it is in an encoding of its own.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        encoding = (
            "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
        )
        return data.decode(encoding, "replace").encode()
    if re.match(
        rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?8|us-ascii|iso-8859|windows-125)", data, re.IGNORECASE
    ):
        raise Refused(UNREADABLE)
    return data


def fields_of(data: bytes) -> list[str]:
    """Word's fields, each in one piece although it may be written in several."""
    found = [""]
    for piece, simple, begins in _FIELD.findall(data):
        if begins:
            found.append("")
        found[-1] += (piece or simple).decode("utf-8", "replace")
    return found


def text_of(name: str, data: bytes) -> list[str]:
    """The words of a part, a paragraph a line; nothing for parts that hold none."""
    if not _WORDS.fullmatch(name):
        return []
    shown = _BREAK.sub(b"\n", _TAB.sub(b" ", _NOT_SHOWN.sub(b"", as_utf8(data))))
    text = _TAG.sub(b"", shown).decode("utf-8", "replace")
    for escaped, plain in _ENTITIES.items():
        text = text.replace(escaped, plain)
    return [text]
