"""How an office is named on paper: in the head of a letter, under a signature, in the line of place and date."""

import re
import unicodedata
from dataclasses import dataclass

from storage.names import clean

_COMMITTEE = re.compile(
    r"^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+((?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s+(.+))$", re.IGNORECASE
)

_KINDS = frozenset(
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()  # noqa: SIM905
)
"""Abbreviations of kinds of papers (NĐ 30/2020/NĐ-CP, Phụ lục III); a letter (công văn) has none."""


_PERCENT = re.compile(r"(?<=\d) (?=%)")


@dataclass(frozen=True, slots=True)
class Body:
    """The issuing body (NĐ 30/2020/NĐ-CP, Phụ lục I, II.1).

    Attributes:
        head: lines of the left head, in capitals; the last ones bold from `bold` on.
        bold: index of the first bold line.
        symbol: after the kind in the number: `/BC-UBND`; empty where the office has not told.
        place: for "An Khánh, ngày ...".
        committee: whether a chairperson signs on behalf of a People's Committee.
        short: `phường`, `xã`; what the recipients are called after.
        drafter: the section that drafts, as in `/UBND-VHXH` and "Lưu: VT, VHXH"; empty where it is not known.
    """

    head: tuple[str, ...]
    bold: int
    symbol: str
    place: str
    committee: bool
    short: str
    drafter: str = ""

    def sign(self, kind: str) -> str:
        """What follows the number: `BC-UBND`; a letter (`CV`) names no kind, yet who drafted it: `UBND-VHXH`."""
        parts = (self.symbol, self.symbol and self.drafter) if kind == "CV" else (kind, self.symbol)
        return "-".join(part for part in parts if part)


def body(office: str, above: str | None, section: str = "") -> Body:
    """`UBND phường An Khánh` -> ỦY BAN NHÂN DÂN / PHƯỜNG AN KHÁNH; another office stands below the one over it.

    Args:
        office: its name.
        above: the name of the unit over it.
        section: that of the section that drafts its papers.
    """
    office = clean(office)
    if found := _COMMITTEE.match(office):
        committee, kind = ("ỦY BAN NHÂN DÂN", found[1].upper()), found[1].split()[0].lower()
        return Body(committee, 0, "UBND", found[2], committee=True, short=kind, drafter=initials(section))
    head = (clean(above).upper(), office.upper()) if above else (office.upper(),)
    return Body(head, len(head) - 1, "", "", committee=False, short="")


def initials(section: str) -> str:
    """`Phòng Văn hóa - Xã hội` -> `VHXH`, `Văn phòng HĐND và UBND` -> `VP`, `Trung tâm Phục vụ hành chính công` -> `TTPVHCC`."""
    named = clean(section)
    if re.match(r"văn phòng\b", named, re.IGNORECASE):
        return "VP"
    words = re.findall(r"\w+", re.sub(r"^(?:phòng|ban|bộ phận)\s+", "", named, flags=re.IGNORECASE))
    return "".join(word[0].upper() for word in words if word.lower() not in {"và", "của"})


def agency(number: str | None) -> str:
    """Who issued it, as the symbol says: `118/BC-UBND` -> `UBND`, and for a letter `140/UBND-VHXH` -> `UBND`."""
    _before, slash, symbol = (number or "").split(" ")[0].rpartition("/")
    first, dash, rest = symbol.partition("-")
    return (rest if first in _KINDS else first) if slash and dash else ""


def bound(text: str) -> str:
    """Visible text of which no line ends between a number and its percent sign."""
    return _PERCENT.sub("\u00a0", visible(text)) if "%" in text else visible(text)


def visible(text: str) -> str:
    """One form of each letter, no control or direction marks (a file with them could not be opened); blanks stay."""
    if text.isprintable():  # as almost every text is
        return unicodedata.normalize("NFC", text)
    flat = "".join(" " if ch.isspace() else ch for ch in text)
    return "".join(ch for ch in unicodedata.normalize("NFC", flat) if unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Cn"})
