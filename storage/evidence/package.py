"""Office packages (zip with XML), read with every byte counted and no entity resolved."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from storage.evidence import refusals

MAX_ENTRIES = 2_000
MAX_UNPACKED = 64 << 20
MAX_RATIO = 100
_SMALL = 1 << 20
_CHUNK = 1 << 16
_UTF8 = re.compile(
    rb"(?:\xef\xbb\xbf)?<(?:\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
    rb"(?: standalone=[\"']\w+[\"'])?\s*\?>|[A-Za-z])"
)


class Package:
    """A zip package whose parts are unpacked within one common allowance."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {info.filename.lstrip("/").lower(): info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            raise refusals.Refused(refusals.UNREADABLE) from error
        if len(self._zip.infolist()) > MAX_ENTRIES:
            raise refusals.Refused(refusals.BOMB)
        self._spent = 0
        self._packed = len(data)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def text(self, name: str) -> bytes:
        """Unpack one part, counting; a missing part is an unreadable file."""
        info = self._names.get(name.lstrip("/").lower())
        if info is None:
            raise refusals.Refused(refusals.UNREADABLE)
        if info.flag_bits & 1:
            raise refusals.Refused(refusals.PASSWORD)
        try:
            return b"".join(self._chunks(info))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise refusals.Refused(refusals.UNREADABLE) from error

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._zip.open(info) as part:
            while chunk := part.read(_CHUNK):
                self._spent += len(chunk)
                if self._spent > MAX_UNPACKED or (self._spent > _SMALL and self._spent > MAX_RATIO * self._packed):
                    raise refusals.Refused(refusals.BOMB)
                yield chunk

    def tree(self, name: str) -> Element:
        """Parse one part as XML with entities off."""
        return tree_of(self.text(name))


def tree_of(data: bytes) -> Element:
    """Parse XML that may declare no entity and name no outside file."""
    from defusedxml import DefusedXmlException

    try:
        root = _root(data)
    except DefusedXmlException as error:
        raise refusals.Refused(refusals.EXTERNAL_ENTITY) from error
    except (SyntaxError, ValueError, LookupError) as error:
        raise refusals.Refused(refusals.UNREADABLE) from error
    return root


def _root(data: bytes) -> Element:
    """Parse by the quick parser where the bytes show that nothing is declared, else by the careful one."""
    if is_plain(data):
        return fromstring(data)  # noqa: S314
    import defusedxml.ElementTree as Safe

    root: Element = Safe.fromstring(data, forbid_dtd=True)
    return root


def local(tag: str) -> str:
    """Give a tag or attribute without its namespace."""
    return tag.rpartition("}")[2]


def attribute(node: Element, name: str) -> str | None:
    """Give an attribute whatever its namespace."""
    return next((value for key, value in node.attrib.items() if local(key) == name), None)


def children(node: Element | None, *names: str) -> Iterator[Element]:
    """Give the direct children of these names."""
    return (child for child in node if local(child.tag) in names) if node is not None else iter(())


def child(node: Element | None, name: str) -> Element | None:
    """Give the first direct child of this name."""
    return next(children(node, name), None)


def is_plain(data: bytes) -> bool:
    """Tell XML in UTF-8 that declares nothing and has no comment."""
    return bool(_UTF8.match(data)) and (b"!" not in data or b"<!" not in data)  # one letter is found ten times as fast as two


def _ended(data: bytes) -> Iterator[Element]:
    """Give elements as they end: by the quick parser where the bytes show that nothing is declared, else by the careful one."""
    import xml.etree.ElementTree as ET

    import defusedxml.ElementTree as Safe

    source = io.BytesIO(data)
    if is_plain(data):
        return (node for _, node in ET.iterparse(source))  # noqa: S314
    return (node for _, node in Safe.iterparse(source, events=("end",), forbid_dtd=True))


def stream(data: bytes, *wanted: str) -> Iterator[Element]:
    """Give elements of these names as they end, and forget them after use."""
    from defusedxml import DefusedXmlException

    try:
        for node in _ended(data):
            if local(node.tag) in wanted:
                yield node
                node.clear()
    except DefusedXmlException as error:
        raise refusals.Refused(refusals.EXTERNAL_ENTITY) from error
    except (SyntaxError, ValueError, LookupError) as error:
        raise refusals.Refused(refusals.UNREADABLE) from error
