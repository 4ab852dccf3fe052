"""Kinds of work: named in a column, or proposed from the words of a criterion."""

import re
from functools import lru_cache

from bot.sheets.recurring import UNITS
from bot.sheets.text import fold, words

REPEATED = re.compile(r"\b(?:hang|moi|tung|cac|theo) (0?6 thang|nua nam|thang|quy|tuan)\b")
# Words of the column "Loại việc" -> kind.
NAMES = {
    "san pham": "product",
    "san pham mot lan": "product",
    "ket qua": "product",
    "mot lan": "product",
    "dinh ky": "recurring",
    "bao cao dinh ky": "recurring",
    "lap lai": "recurring",
    "so lieu": "figure",
    "chi tieu": "figure",
    "ty le": "figure",
    "chi tieu so lieu": "figure",
    "duy tri": "upkeep",
    "thuong xuyen": "upkeep",
    "khao sat": "survey",
    "dieu tra": "survey",
    "dieu tra xa hoi hoc": "survey",
    "diem thuong": "bonus",
    "thuong": "bonus",
    "diem cong": "bonus",
    "diem tru": "penalty",
    "tru": "penalty",
    "diem phat": "penalty",
}
# Words of a criterion or its deadline -> kind proposed; the first line that matches wins. Beside it what any match contains,
# since most texts hold none of it and looking for that is a tenth of the cost.
PROPOSALS = (
    ("penalty", ("tru", "ky luat"), r"\bdiem tru\b|\btru diem\b|bi ky luat|\btru toi da\b|^tru\b"),
    (
        "bonus",
        ("thuong", "cong"),
        r"\bdiem thuong\b|(?<!binh )(?<!cong )(?<!dau )\bthuong\b(?! (xuyen|ky|truc|niem|vu|binh|mai|hieu|nhat))|\bcong diem\b|"
        r"diem cong\b(?! (chuc|vu|dan|khai|tac|viec|bo|nghe|an|ty|doan))",
    ),
    (
        "survey",
        ("dieu tra", "hai long", "sipas"),
        r"dieu tra xa hoi hoc|chi so hai long|khao sat (muc do )?hai long|\bdieu tra xhh\b|\bsipas\b",
    ),
    (
        "figure",
        ("ty le", "%", "dat tu", "giai ngan", "binh quan"),
        r"\bty le\b|tu \d+([.,]\d+)? ?%|\d+ ?% (tro len|ho so|van ban|so)|dat tu \d+|\bgiai ngan\b|\b(dat|duoi|tren) \d+ ?%|diem binh quan",
    ),
    (
        "recurring",
        ("hang", "moi", "tung", "cac", "dinh ky", "thang"),
        r"\bthang (dau|cuoi|thu \d)( cua)? quy\b(?! ?(i|\d))|\b(hang|moi|tung|cac) (thang|quy|tuan|6 thang)\b|\bdinh ky\b|\bcac quy\b",
    ),
    (
        "upkeep",
        ("duy tri", "thuong xuyen", "lien tuc", "hang ngay", "100"),
        r"\bduy tri\b|\bthuong xuyen\b|\blien tuc\b|\bhang ngay\b|\b100 ?%",
    ),
)


_PROPOSALS = tuple((kind, hints, re.compile(pattern)) for kind, hints, pattern in PROPOSALS)
_HINTS = re.compile("|".join(hint for _, hints, _ in PROPOSALS for hint in hints))


@lru_cache(maxsize=256)
def named(text: str) -> str | None:
    """Read the column that names the kind of work."""
    plain = words(text)
    return NAMES.get(plain) or next((kind for name, kind in NAMES.items() if plain.startswith(name)), None) if plain else None


ONE_PERIOD = re.compile(r"\bquy (iv|i{1,3}|[1-4])\b|\b0?6 thang (dau|cuoi) nam\b|\bthang \d{1,2}\b|\bnam \d{4}\b")


def proposed(criterion: str | None, title: str | None, due: str | None) -> str | None:
    """Propose a kind from the words of a deadline, else of a row, else of the criterion above it.

    A row that names one period ("Báo cáo Quý I") under a criterion of recurring work is an instance already: nothing to split.
    """
    for text in (due, title, criterion):
        kind = _kind_in(text) if text else None
        if kind:
            is_instance = kind == "recurring" and text is criterion and title and ONE_PERIOD.search(fold(title))
            return None if is_instance else kind
    return None


def rhythm(*texts: str | None) -> str | None:
    """Name the rhythm of repetition that the words of a row tell, as the rules of repetition begin; the first one told counts."""
    found = (REPEATED.search(fold(text)) for text in texts if text)
    return next((UNITS[one[1]] for one in found if one), None)


@lru_cache(maxsize=4096)
def _kind_in(text: str) -> str | None:
    plain = fold(text)
    if not _HINTS.search(plain):
        return None
    return next(
        (kind for kind, hints, pattern in _PROPOSALS if any(map(plain.__contains__, hints)) and pattern.search(plain)), None
    )
