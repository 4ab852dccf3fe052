"""Rows and texts of a workbook cut straight from the bytes, where they stand as spreadsheet programs write them.

A parser makes an object of every tag: ten times the cost. What stands in any other way is left to the parser: a single
cell or text as it is met, the whole part where `Odd` is raised.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from storage.evidence.package import is_plain

_TEXT = rb"[^<\x00-\x08\x0b-\x1f]"
_FORMULA = rb"(?:<f[^<>]*>[^<]*</f>|<f[^<>]*/>)?"
_WORDS = rb'<t(?: xml:space="preserve")?>(' + _TEXT + rb"*)</t>"
_VALUE = rb"(?:/>|></c>|>" + _FORMULA + rb"<v>(" + _TEXT + rb"+)</v></c>|><is>" + _WORDS + rb"</is></c>)"
_LOOK = re.compile(rb'(?: s="(\d{1,8})")?(?: t="(\w+)")?' + _VALUE)
_SHARED = re.compile(rb'([A-Z]{1,3})"(?: s="(\d{1,8})")? t="s">')
_BEGIN, VALUE, _ENDED = b'<c r="', b"<v>", b"</v></c>"
_PLACE = re.compile(_BEGIN + rb"([A-Z]{1,3})\d{1,7}(?=\")")
_STRING = re.compile(f"(<si>{_WORDS.decode()}</si>|<si>.*?</si>|<si/>)", re.DOTALL)
_START, _END = "<si><t>", "</t></si>"
_CONTROLS = bytes({*range(9), *range(11, 32)})
_HEAD = re.compile(rb'\s*<row(?:\s(?:.*?\s)??r="(\d{1,8})")?', re.DOTALL)
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_MERGED = re.compile(rb'<mergeCell\s[^<>]*?\bref="([A-Z0-9:]+)"')
Line = tuple[int | None, bool, list[bytes]]
"""A row: its number, None = the one after the last; whether it is hidden; its cells, each as the letters of its column and what
follows its place (`B" s="3"><v>1</v></c>`), so that cells of a column that look and say the same are alike."""


class Odd(Exception):
    """This part stands in another way; only a parser can tell what it says."""


def rows(data: bytes) -> Iterator[Line]:
    """Give the rows of a worksheet.

    Raises:
        Odd: at any row.
    """
    at, last = _body(data, b"sheetData")
    *whole, rest = data[at:last].split(b"</row>")
    for one in whole:
        head, _, cells = one.partition(b">")
        while head.endswith(b"/"):  # empty rows stand before it
            yield _row(head, b"")
            head, _, cells = cells.partition(b">")
        yield _row(head, cells)
    while rest.strip():
        head, _, rest = rest.partition(b">")
        if not head.endswith(b"/"):
            raise Odd
        yield _row(head, b"")


def _row(head: bytes, cells: bytes) -> Line:
    found = _HEAD.match(head)
    if found is None:
        raise Odd
    number = found[1]
    return int(number) if number else None, b"hidden" in head and bool(_HIDDEN.search(head)), _cells(cells, number)


def _cells(data: bytes, number: bytes | None) -> list[bytes]:
    """Cut a row where its cells begin; a cell that does not tell its place is left to the parser."""
    if number is not None:
        bare = data.replace(number + b'"', b'"')
        first, *found = bare.split(_BEGIN)
        if len(data) - len(bare) == len(number) * len(found):  # the number stood in the places alone
            return _after(first, found)
    first, *found = _PLACE.sub(_BEGIN + rb"\1", data).split(_BEGIN)
    return _after(first, found)


def _after(first: bytes, cells: list[bytes]) -> list[bytes]:
    if first and not first.isspace():
        raise Odd
    return cells


def look(one: bytes) -> tuple[bytes, bytes, bytes] | Element:
    """Give style, kind and value of a cell by what follows its place, as parsed where it stands in another way.

    Raises:
        Odd: it is not well-formed, or not one cell.
    """
    found = _LOOK.fullmatch(one)
    if found is None or (found[4] and found[2] != b"inlineStr"):
        return element(b'<c r="A1"' + one)
    return found[1] or b"", found[2] or b"n", found[3] or found[4] or b""


def number(rest: bytes) -> int | None:
    """Give the number of a shared text by what follows where the value of its cell begins."""
    digits = rest[: -len(_ENDED)]
    return int(digits) if digits.isdigit() and rest.endswith(_ENDED) and len(digits) < 9 else None


def shared_look(head: bytes) -> tuple[bytes, bytes] | None:
    """Give column and style by what stands before the number of a shared text; None before another value."""
    found = _SHARED.fullmatch(head)
    return (found[1], found[2] or b"") if found else None


def merged(data: bytes) -> list[str]:
    """Give the merged ranges of a worksheet whose rows could be cut."""
    return [one.decode() for one in _MERGED.findall(data, _body(data, b"sheetData")[1])]


def strings(data: bytes) -> list[Element | str]:
    """Give the shared texts of a workbook: plain ones as they are, others as parsed.

    Raises:
        Odd: they stand in another way.
    """
    begin, last = _body(data, b"sst")
    if len(data.translate(None, _CONTROLS)) < len(data):
        raise Odd
    found: list[Element | str] = []
    for part in f"{_END}{_unicode(data[begin:last])}{_START}".split(_END + _START):
        if "<" in part or "&" in part:
            found += _texts(f"{_START}{part}{_END}")
        else:
            found.append(part)
    return found[1:-1]  # without those of which our own end and start are halves


def _texts(whole: str) -> Iterator[Element | str]:
    """Give texts that do not stand plainly one after the other."""
    found: list[tuple[str, str]] = _STRING.findall(whole)
    if sum(len(one) for one, _ in found) != len(whole):  # something stands in between
        raise Odd
    for one, words in found:
        yield words if words and "&" not in words else _resolved(one)


def _resolved(whole: str) -> Element | str:
    """A shared text as parsed: a plain one with `&amp;` and its like resolved."""
    node = element(whole.encode())
    return node[0].text or "" if len(node) == 1 and node[0].tag == "t" else node


def _body(data: bytes, tag: bytes) -> tuple[int, int]:
    """Give begin and end of what an element holds; a part with declarations, comments or another encoding has none."""
    opened = re.search(rb"<" + tag + rb"(?:\s[^<>]*)?>", data) if is_plain(data) else None
    if opened is None:
        raise Odd
    if opened[0].endswith(b"/>"):
        return opened.end(), opened.end()
    end = data.rfind(b"</" + tag + b">")
    if end < opened.end():
        raise Odd
    return opened.end(), end


def element(whole: bytes) -> Element:
    """Parse one cell or text; nothing is declared in the part that it comes from.

    Raises:
        Odd: it is not well-formed.
    """
    try:
        return fromstring(whole)  # noqa: S314
    except ParseError as error:
        raise Odd from error


def decoded(text: bytes) -> str:
    """The characters of a text cell, with `&amp;` and its like resolved.

    Raises:
        Odd: it is not UTF-8, or not well-formed.
    """
    return element(b"<t>" + text + b"</t>").text or "" if b"&" in text else _unicode(text)


def _unicode(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise Odd from error
