"""List marks and numbers that Word draws before paragraphs and keeps out of their text, written into it."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from storage.evidence.package import Package, attribute, child, children, local

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_SIGNS = frozenset("-–+•*")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_ORDINAL = re.compile(r"\W*\d+\W*")  # before a text it only counts, as in a list of names
Place = tuple[str, int]


@dataclass(frozen=True)
class _Level:
    """One level of a list: how its numbers look, where they begin, and the pattern or sign drawn."""

    form: str
    start: int
    drawn: str


@dataclass
class _List:
    """A list with the numbers that stand at each of its levels so far."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, at: int) -> str:
        """Give the mark of the next paragraph at a level."""
        level = self.levels.get(at)
        if level is None or level.form == "bullet":
            return level.drawn if level else ""
        self.counts = {depth: count for depth, count in self.counts.items() if depth <= at}
        self.counts[at] = self.counts.get(at, level.start - 1) + 1
        return _PLACE.sub(lambda found: self._number(int(found[1]) - 1), level.drawn)

    def _number(self, at: int) -> str:
        level = self.levels.get(at)
        return _written(self.counts.setdefault(at, level.start), level.form) if level else ""


def write_marks(package: Package, body: Element) -> None:
    """Put before each paragraph of a list the mark or number that Word shows there."""
    lists = _lists(package) if _NUMBERING in package else {}
    if not lists:
        return
    styled = _styled(package)
    for node in body.iter():
        if local(node.tag) == "p":
            number, level = _place(child(node, "pPr"), styled)
            if mark := lists[number].next(level) if number in lists else "":
                _put(node, mark)


def _lists(package: Package) -> dict[str, _List]:
    """Give the list of each number; numbers of one kind go on counting together, unless they start anew."""
    root = package.tree(_NUMBERING)
    kinds = {attribute(kind, "abstractNumId"): _List(_levels(kind)) for kind in children(root, "abstractNum")}
    found = {}
    for one in children(root, "num"):
        if kind := kinds.get(_value(one, "abstractNumId")):
            anew = child(one, "lvlOverride") is not None
            found[attribute(one, "numId") or ""] = _List(kind.levels) if anew else kind
    return found


def _levels(kind: Element) -> dict[int, _Level]:
    """Give the levels of a list; where the font draws a bullet it is a dash, or below it a plus."""
    found = {}
    for level in children(kind, "lvl"):
        at, drawn = _whole(attribute(level, "ilvl"), 0), _value(level, "lvlText") or ""
        form = _value(level, "numFmt") or "decimal"
        if form == "bullet":
            drawn = drawn if drawn in _SIGNS else "-" if at == 0 else "+"
        found[at] = _Level(form, _whole(_value(level, "start"), 1), drawn)
    return found


def _styled(package: Package) -> dict[str, Place]:
    """Give the list of each style that makes one."""
    styles = children(package.tree(_STYLES), "style") if _STYLES in package else ()
    return {attribute(style, "styleId") or "": place for style in styles if (place := _place(child(style, "pPr"), {}))[0]}


def _place(properties: Element | None, styled: dict[str, Place]) -> Place:
    own = child(properties, "numPr")
    if own is not None and _value(own, "numId"):
        return _value(own, "numId") or "", _whole(_value(own, "ilvl"), 0)
    return styled.get(_value(properties, "pStyle") or "", ("", 0))


def _written(count: int, form: str) -> str:
    """Write a number as a list shows it; a form not known here shows nothing."""
    if form in {"upperRoman", "lowerRoman"}:
        text, left = "", count
        for worth, sign in _ROMAN:
            text, left = text + sign * (left // worth), left % worth
    elif form in {"upperLetter", "lowerLetter"}:
        text = chr(ord("A") + (count - 1) % 26)
    else:
        return f"{count:02}" if form == "decimalZero" else str(count) if form == "decimal" else ""
    return text if form.startswith("upper") else text.lower()


def _put(node: Element, mark: str) -> None:
    """Begin a paragraph with its mark, unless it is a mere ordinal or a sign before a number: "- 1" would be less than nothing."""
    first = next((part for part in node.iter() if local(part.tag) == "t" and (part.text or "").strip()), None)
    if first is None:
        if mark not in _SIGNS:
            namespace = node.tag.rpartition("}")[0] + "}" if "}" in node.tag else ""
            SubElement(SubElement(node, f"{namespace}r"), f"{namespace}t").text = mark
    elif first.text and not _ORDINAL.fullmatch(mark) and not (mark in _SIGNS and first.text.lstrip()[0].isdecimal()):
        first.text = f"{mark} {first.text.lstrip()}"


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else default


def _value(node: Element | None, name: str) -> str | None:
    found = child(node, name)
    return attribute(found, "val") if found is not None else None
