"""List marks that Word draws before paragraphs and keeps out of their text, written into it."""

from xml.etree.ElementTree import Element

from storage.evidence.package import Package, attribute, child, children, local

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_SIGNS = frozenset("-–+•*")
Marks = dict[tuple[str, str], str]
"""Number of a list and level in it -> its mark."""


def write_marks(package: Package, body: Element) -> None:
    """Put before each paragraph of a bulleted list the mark that Word shows there."""
    marks = _marks(package) if _NUMBERING in package else {}
    if not marks:
        return
    styled = _styled(package)
    for node in body.iter():
        if local(node.tag) == "p" and (mark := marks.get(_place(child(node, "pPr"), styled))):
            _put(node, mark)


def _marks(package: Package) -> Marks:
    root = package.tree(_NUMBERING)
    kinds = {attribute(kind, "abstractNumId"): _levels(kind) for kind in children(root, "abstractNum")}
    return {
        (attribute(one, "numId") or "", level): mark
        for one in children(root, "num")
        for level, mark in kinds.get(_value(one, "abstractNumId"), {}).items()
    }


def _levels(kind: Element) -> dict[str, str]:
    """Give the marks of a list's levels that have one; where the font draws it, a dash or below it a plus."""
    found = {}
    for level in children(kind, "lvl"):
        at, sign = attribute(level, "ilvl") or "0", _value(level, "lvlText") or ""
        if _value(level, "numFmt") == "bullet":
            found[at] = sign if sign in _SIGNS else "-" if at == "0" else "+"
    return found


def _styled(package: Package) -> dict[str, tuple[str, str]]:
    """Give the list of each style that makes one."""
    styles = children(package.tree(_STYLES), "style") if _STYLES in package else ()
    return {attribute(style, "styleId") or "": place for style in styles if (place := _place(child(style, "pPr"), {}))[0]}


def _place(properties: Element | None, styled: dict[str, tuple[str, str]]) -> tuple[str, str]:
    own = child(properties, "numPr")
    if own is not None and _value(own, "numId"):
        return _value(own, "numId") or "", _value(own, "ilvl") or "0"
    return styled.get(_value(properties, "pStyle") or "", ("", ""))


def _put(node: Element, mark: str) -> None:
    """Begin a paragraph with its mark; a number keeps none, since "- 1" would be less than nothing."""
    texts = (part for part in node.iter() if local(part.tag) == "t" and (part.text or "").strip())
    first = next(texts, None)
    if first is not None and first.text and not first.text.lstrip()[0].isdecimal():
        first.text = f"{mark} {first.text.lstrip()}"


def _value(node: Element | None, name: str) -> str | None:
    found = child(node, name)
    return attribute(found, "val") if found is not None else None
