"""Replies that are not words of an official at all: floods, code, markup, mash."""

import re
from collections import Counter

from .fold import strip_marks

LIMIT = 2000
"""Longer replies are not read."""

_CODE = re.compile(
    r"<\s*/?\s*[a-z!?][^>]{0,200}>|</|\bjavascript:|\bon(?:error|load)\s*=|drop\s+table|select\s+.{1,40}\sfrom|insert\s+into|delete\s+from"
    r"|update\s+\w+\s+set|union\s+select|or\s+1\s*=\s*1|'\s*or\s*'|;\s*--|^\s*[{\[]\s*[\"'{\[]|[\"']\s*:\s*(?:[\"'\d\[{]|true|false|null)|\$\{|\{\{|\bfunction\s*\(|=>|==|&&|\|\|"
    r"|\breturn\s+['\"\w]|\bif\s+\w+\s*(?::|==)|\b(?:import|def|class|print|console|exec|eval|alert|curl|sudo|rm)\b\s*[(.\-/]|\brm\s+-|\.\./|^/[a-z]+\b|^\s*#!|^\s*=[a-z]+\(|\bstatus\s*[:=]|\bset\s+\w+(?:\s+\w+){0,3}\s*=|\w+\(\)|[a-z_]+\s*=\s*[\"'\d]",
    re.IGNORECASE,
)
_SIGNS, _SQL = frozenset("<>{}[]\"'=;:()$#&|/.-"), frozenset("drop select insert delete update union".split())
"""Without any of these there is no code."""
_MASH = re.compile(r"asdf|qwer|zxcv|hjkl|jkl;|sdfg|dfgh|fghj|wert|xcvb|[bcdfghjklmnpqrstvwxz]{6,}")
_LAUGH = re.compile(r"k{2,}|(?:h[aeiouy]){2,}h?|(?:ka|ke|he|hi|ha)+|lo+l|=+")
_REPEAT = re.compile(r"(.{1,12}?)\1{7,}", re.DOTALL)
_WORD = re.compile(r"\w+")


def is_noise(text: str) -> bool:
    """Say whether a composed text is over-long, flooding, code or keyboard mash, so that nothing in it may count.

    Args: text: the reply after `compose`. Returns: True where the reply is to be taken as "other".
    """
    if len(text) > LIMIT:
        return True
    words = _WORD.findall(strip_marks(text.lower()))
    if not (_SIGNS.isdisjoint(text) and _SQL.isdisjoint(words)) and _CODE.search(text):
        return True
    return _is_flood(words, text) or (bool(words) and all(_MASH.search(word) or _LAUGH.fullmatch(word) for word in words))


def _is_flood(words: list[str], text: str) -> bool:
    """Find one word, or one short string, said over and over."""
    if len(words) >= 7 and len(set(words)) < 0.4 * len(words) + 1 and Counter(words).most_common(1)[0][1] > 0.6 * len(words):
        return True
    squeezed = text.strip(" .!?…~*-_=")
    if len(squeezed) <= 20 or not _repeats_around(squeezed, len(squeezed) // 2):
        return False
    repeat = _REPEAT.search(squeezed)
    return repeat is not None and len(repeat.group()) > 0.6 * len(squeezed)


def _repeats_around(text: str, middle: int) -> bool:
    """Say whether a string of up to 12 letters stands twice in a row in front of the middle or behind it, as all floods have it."""
    return any(
        text[middle : middle + size] == text[middle + size : middle + 2 * size]
        or text[middle - size : middle] == text[max(0, middle - 2 * size) : middle - size]
        for size in range(1, 13)
    )
