"""How the cells of an Excel workbook look: font, weight, indent, and whether a number is a date."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bot.sheets.legacy import is_old
from storage.evidence.package import Package, child, children

_DATES = frozenset({14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58})
_NOISE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass(frozen=True)
class Style:
    """The looks of a cell that matter to its meaning; a font is named only where it is one of the old encodings."""

    font: str | None = None
    bold: bool = False
    indent: int = 0
    is_date: bool = False
    is_month: bool = False


def is_date_format(number: int, code: str) -> bool:
    """Tell a date format from a number format; a time of day alone is none."""
    plain = _NOISE.sub("", code.split(";", maxsplit=1)[0]).lower()
    return number in _DATES or ("general" not in plain and bool(re.search("[dy]|mmm|m[/.-]", plain)))


def is_month_format(number: int, code: str) -> bool:
    """Tell a date format that shows month and year only, as Excel chooses for 11/2026."""
    plain = _NOISE.sub("", code.split(";", maxsplit=1)[0]).lower()
    return number == 17 or ("d" not in plain and bool(re.search(r"m.*y|y.*m", plain)))


def styles_of(package: Package) -> tuple[Style, ...]:
    """Read the cell formats of a workbook."""
    if "xl/styles.xml" not in package:
        return ()
    root = package.tree("xl/styles.xml")
    fonts = [(_value(font, "name"), _on(child(font, "b"))) for font in children(child(root, "fonts"), "font")]
    formats = {
        int(node.get("numFmtId") or 0): node.get("formatCode") or ""
        for node in children(child(root, "numFmts"), "numFmt")
        if (node.get("numFmtId") or "").isdecimal()
    }
    return tuple(_style(node, fonts, formats) for node in children(child(root, "cellXfs"), "xf"))


def _style(node: Element, fonts: list[tuple[str | None, bool]], formats: dict[int, str]) -> Style:
    font, number = _index(node, "fontId"), _index(node, "numFmtId")
    alignment = child(node, "alignment")
    name, bold = fonts[font] if font < len(fonts) else (None, False)
    indent = _index(alignment, "indent") if alignment is not None else 0
    form = formats.get(number, "")
    return Style(name if is_old(name) else None, bold, indent, is_date_format(number, form), is_month_format(number, form))


def _index(node: Element, name: str) -> int:
    text = node.get(name) or "0"
    return int(text) if text.isdecimal() else 0


def _value(node: Element, name: str) -> str | None:
    found = child(node, name)
    return found.get("val") if found is not None else None


def _on(node: Element | None) -> bool:
    return node is not None and node.get("val", "1") not in {"0", "false"}
