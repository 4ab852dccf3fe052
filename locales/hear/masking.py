"""Takes names and numbers out of a reply, so that it can be shown to those who improve the reading."""

import re
from collections.abc import Iterable

from .fold import fold
from .slips import OFFICES, TITLES

NAME, LINK = "[tên]", "[liên kết]"
_LINK = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def masked(text: str, names: Iterable[str] = ()) -> str:
    """Write a reply without names and numbers: each digit as 0, each name as `[tên]`, each address as `[liên kết]`.

    Args:
        text: the reply.
        names: full names of people who may be named; their given names are taken out too, with diacritics or without.
    Returns: the reply, its other words as they were typed.
    """
    shown = re.sub(r"\d", "0", _LINK.sub(LINK, text))
    words = [(found.start(), found.end()) for found in _WORD.finditer(shown)]
    folded = [fold(shown[start:end]) for start, end in words]
    people = sorted({tuple(fold(name).split()) for name in names}, key=len, reverse=True)
    spans = [(words[at][0], words[at + size - 1][1]) for at, size in _named(folded, [shown[a:b] for a, b in words], people)]
    for start, end in reversed(spans):
        shown = shown[:start] + NAME + shown[end:]
    return shown


def _named(folded: list[str], typed: list[str], people: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where names stand: place and number of words."""
    found, at = list[tuple[int, int]](), 0
    while at < len(folded):
        size = _length(folded, typed, people, at)
        if size:
            found.append((at, size))
        at += size or 1
    return found


def _length(folded: list[str], typed: list[str], people: list[tuple[str, ...]], at: int) -> int:
    whole = next((len(name) for name in people if len(name) > 1 and tuple(folded[at : at + len(name)]) == name), 0)
    if whole:
        return whole
    is_addressed = at > 0 and (typed[at - 1].lower() in TITLES or folded[at - 1] in {"dc", "ong", "ba"})
    if not is_addressed or folded[at] in OFFICES:
        return 0
    if any(name[-1:] == (folded[at],) for name in people):
        return 1
    capitals = 0
    while at + capitals < len(typed) and typed[at + capitals].istitle():
        capitals += 1
    return min(capitals, 4)
