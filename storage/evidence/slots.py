"""Required evidence as separate slots: cut from the words of the assignment, filled by what was sent, and what is missing.

"Báo cáo tự chấm điểm; biên bản họp Hội đồng; kết xuất phần mềm" asks for three documents.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from storage.evidence import paper_types
from storage.names import folded

MOST = 8
_BULLET = re.compile(r"^\s*(?:[-+*•]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_OPTIONAL = re.compile(r"\((?:nếu có|nếu phát sinh|khi có)\)|nếu có", re.IGNORECASE)
_PICTURE = re.compile(r"(?<!\w)(?:anh|hinh anh|man hinh)(?!\w)")
_NOT_WORDS = frozenset(["và", "các", "của", "theo", "có", "kèm", "về", "tại", "từ", "cho", "một", "đã", "được", "năm"])
ENOUGH = 2  # words that a name and a slot share before the one is taken for the other


@dataclass(frozen=True, slots=True)
class Slot:
    """One required document.

    Attributes:
        words: as the assignment says it.
        papers: kinds of papers that it names.
        is_picture: whether a photo or a print of a screen is meant.
        optional: "nếu có": never missing.
    """

    words: str
    papers: frozenset[str]
    is_picture: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known of a sent document.

    Attributes:
        slot: as its sender said; None where nobody did.
        paper: kind of paper.
        texts: its name, caption and subject.
    """

    slot: int | None
    is_photo: bool
    paper: str | None
    texts: tuple[str, ...]


def slots_of(required: str | None) -> tuple[Slot, ...]:
    """Cut the words into slots: at semicolons and lines; at commas where at least three short pieces stand between them."""
    plain = unicodedata.normalize("NFC", required or "")
    pieces = [_BULLET.sub("", piece).strip(" .,") for piece in re.split(r"[;\n]", plain)]
    pieces = [one for piece in pieces for one in _at_commas(piece) if one]
    return tuple(_slot(piece) for piece in pieces[:MOST])


def _at_commas(piece: str) -> list[str]:
    parts = [part.strip() for part in piece.split(",")]
    is_list = len(parts) >= 3 and all(0 < len(part.split()) <= 4 for part in parts) and "quý" not in piece.casefold()
    return parts if is_list and "(" not in piece else [piece]


def _slot(words: str) -> Slot:
    return Slot(
        words, paper_types.named_in(words), _PICTURE.search(folded(words)) is not None, _OPTIONAL.search(words) is not None
    )


def slot_for(slots: Sequence[Slot], sent: Sent) -> int | None:
    """Which slot a document fills; None where that cannot be told, so that somebody is asked."""
    if sent.slot is not None and sent.slot < len(slots):
        return sent.slot
    if len(slots) == 1:
        return 0
    for fits in (
        [i for i, slot in enumerate(slots) if sent.paper and sent.paper in slot.papers],
        [i for i, slot in enumerate(slots) if sent.is_photo and slot.is_picture],
        _by_words(slots, sent),
    ):
        if len(fits) == 1:
            return fits[0]
    return None


def _by_words(slots: Sequence[Slot], sent: Sent) -> list[int]:
    """Slots of which a name, caption or subject has the most words."""
    said = {word for text in sent.texts for word in re.findall(r"[a-z]+", folded(text))}
    shared = [len(_words(slot) & said) for slot in slots]
    best = max(shared, default=0)
    return [i for i, count in enumerate(shared) if count == best] if best >= ENOUGH else []


def _words(slot: Slot) -> set[str]:
    return {folded(word) for word in re.findall(r"\w+", slot.words.casefold()) if word not in _NOT_WORDS}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands with its required documents.

    Attributes:
        slots: all of them.
        counts: how many documents each has.
        unplaced: documents of which nobody has said which they are.
    """

    slots: tuple[Slot, ...]
    counts: tuple[int, ...]
    unplaced: int

    @property
    def missing(self) -> tuple[int, ...]:
        """Slots that nothing fills. Documents of unknown kind may fill as many, so they are counted in favour."""
        empty = tuple(i for i, slot in enumerate(self.slots) if not self.counts[i] and not slot.optional)
        return empty if len(empty) > self.unplaced else ()

    @property
    def missing_words(self) -> tuple[str, ...]:
        return tuple(self.slots[i].words for i in self.missing)


def standing(required: str | None, sent: Sequence[Sent]) -> Standing:
    """Compare what is required with what was sent."""
    slots = slots_of(required)
    placed = [slot_for(slots, one) for one in sent] if slots else []
    counts = tuple(placed.count(i) for i in range(len(slots)))
    return Standing(slots, counts, placed.count(None))
