"""Names of two words that may be half of a longer one: which of them a table itself uses as full names."""

from collections import Counter
from collections.abc import Sequence

from bot.sheets.chunks import Chunk, chunks_of
from bot.sheets.names import GIVEN, PERSON, is_surname_too
from bot.sheets.own import short_names
from bot.sheets.people import BY_KIND, SUPPORT_UNCLEAR, Whole
from bot.sheets.rows import Draft

_DOUBTED = frozenset({BY_KIND[GIVEN], SUPPORT_UNCLEAR})


def told_by(drafts: Sequence[Draft]) -> Whole:
    """Give the keys of such names: in a table that calls nobody by half a name, which nobody else's ends with, and which two rows say, or others with two words.

    "Mai Liên" beside "Lê Hà" is somebody; beside "đ/c Hà" or "Trần Thị Mai Liên" it may be half of a name.
    """
    if not any(flag.reason in _DOUBTED for draft in drafts for flag in draft.flags):
        return frozenset()
    said = Counter(draft.item.line.at(role).raw for draft in drafts for role in ("lead", "supports"))
    chunks = [(chunk, times) for raw, times in said.items() for chunk in chunks_of(raw)[0]]
    called = [(chunk, times) for chunk, times in chunks if chunk.kind == GIVEN]
    if not all(_may_be_full(chunk) for chunk, _times in called):
        return frozenset()
    full = {chunk.text for chunk, _times in chunks if chunk.kind == PERSON}
    rows = Counter[str]()
    for chunk, times in called:
        rows[chunk.text] += times
    is_usual = any(len(name.split()) == 2 for name in full)
    return short_names(name for name, times in rows.items() if (times > 1 or is_usual) and not _is_end(name, full))


def _may_be_full(chunk: Chunk) -> bool:
    return not chunk.titled and is_surname_too(chunk.text)


def _is_end(name: str, full: set[str]) -> bool:
    return any(one.lower().endswith(f" {name.lower()}") for one in full)
