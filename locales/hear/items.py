"""Several criteria in one reply: which words belong to which."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .codes import CODE
from .grammar import patterns
from .meaning import Item, Meaning

_NOUN = r"(?:(?:tiêu chi1|muc5|chi3 tiêu|y1|cai1) )*"
_NAMED = re.compile(rf"(?<= ){_NOUN}&[\d.]+ (?:(?:(?:và|va2|vơi1|cung2|lân4|hay|,|;) )*{_NOUN}&[\d.]+ )*")
_THIS = patterns("cái/việc/tiêu_chí/phần/mục/thằng này/đó/đấy/ấy/trên\ncái đang hỏi\ncái đây")
_REST = re.compile(r" (?:con2|riêng) (?:(?:cai1|tiêu chi1|muc5) )*$")
_EDGES = re.compile(r"^(?:(?:,|;|\.|thi2|la2|đêu|va2|và|con2|riêng) )+|(?:(?:,|;|\.|con2|va2|và|riêng|nhưng|thi2) )+$")

_CUT = re.compile(r"(?<= )(?:[,.;] |con2 |nhưng |riêng )")

Judge = Callable[[str], Meaning]


@dataclass(frozen=True)
class Mention:
    """Where a reply names criteria; None is the one that was asked about."""

    start: int
    end: int
    codes: tuple[str | None, ...]


def items_of(row: str, judge: Judge) -> tuple[Item, ...]:
    """Split a reply that speaks of two or more criteria.

    Args: row: the rendered reply; judge: reads one part. Returns: an item for each criterion, or nothing for fewer than two.
    """
    mentions = _mentions(row, judge)
    if len({code for mention in mentions for code in mention.codes}) < 2:
        return ()
    found: dict[str | None, Item] = {}
    for mention, words in _share_out(row, mentions, judge):
        meaning = judge(_part(words))
        for code in mention.codes:
            if code not in found or meaning.status:
                found[code] = Item(code, meaning.status, meaning.percent if meaning.status else None, meaning.date)
    if None in found and not any(item.status for item in found.values()):
        return ()  # "cái này khác gì mục 1.2": one is asked about, and the other named beside it
    return tuple(found.values())


def _mentions(row: str, judge: Judge) -> list[Mention]:
    """Find named criteria, "cái này", and a statement in front of "còn 3.4" that names nothing."""
    found = [
        Mention(match.start(), match.end(), tuple(dict.fromkeys(code.strip(".") for code in CODE.findall(match.group()))))
        for match in _NAMED.finditer(row)
    ]
    if not found:
        return []
    this = [Mention(match.start(), match.end(), (None,)) for pattern in _THIS for match in pattern.regex.finditer(row)]
    head = row[: found[0].start]
    if not this and len(found) == 1 and _REST.search(head) and judge(_part(head)).status:
        this = [Mention(0, 3, (None,))]
    return sorted(found + this, key=lambda mention: mention.start)


def _share_out(row: str, mentions: list[Mention], judge: Judge) -> list[tuple[Mention, str]]:
    """Give each criterion its words: its own clause, or those after it, or those before it where the reply begins with the news."""
    own = [(mention, _clause_of(row, mention)) for mention in mentions]
    if len({words for _, words in own}) == len(own) and all(judge(_part(words)).status for _, words in own):
        return [*own[:-1], _to_the_end(row, own[-1], judge)]
    ends = [*(mention.start for mention in mentions[1:]), len(row)]
    after = [row[mention.end : end] for mention, end in zip(mentions, ends, strict=True)]
    starts = [0, *(mention.end for mention in mentions[:-1])]
    before = [row[start : mention.start] for mention, start in zip(mentions, starts, strict=True)]
    news_first = bool(judge(_part(before[0])).status) and not judge(_part(after[-1])).status
    return list(zip(mentions, before if news_first else _filled(after, judge), strict=True))


def _to_the_end(row: str, last: tuple[Mention, str], judge: Judge) -> tuple[Mention, str]:
    """Let the last criterion have the day that is said behind its clause: "2.4 đang làm, dự kiến 20/11 xong"."""
    mention, words = last
    longer = row[mention.end :]
    own, whole = judge(_part(words)), judge(_part(longer))
    return (mention, longer) if whole.date and not own.date and whole.status == own.status else last


def _clause_of(row: str, mention: Mention) -> str:
    """Give the clause in which a criterion is named, without its name."""
    start = max((cut.end() for cut in _CUT.finditer(row, 0, mention.start)), default=0)
    after = _CUT.search(row, mention.end)
    return row[start : mention.start] + row[mention.end : after.start() if after else len(row)]


def _filled(parts: list[str], judge: Judge) -> list[str]:
    """Let a criterion without news of its own share those of the next: "1.1, còn cả 1.2 đều xong"."""
    for place in range(len(parts) - 2, -1, -1):
        if judge(_part(parts[place])).intent == "other" and len(parts[place].split()) < 3:
            parts[place] = parts[place + 1]
    return parts


def _part(words: str) -> str:
    """Frame some words of a reply as a reply of their own."""
    kept = _EDGES.sub("", _EDGES.sub("", " ".join(words.strip(" .").split()) + " ")).strip()
    return f" . {kept} . " if kept else " . "
