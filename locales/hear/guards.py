"""Replies that are not words of an official at all: floods, code, markup, mash."""

import re
from collections import Counter

from .fold import fold

LIMIT = 2000
"""Longer replies are not read."""

_CODE = re.compile(
    r"<\s*/?\s*[a-z!?][^>]{0,200}>|</|\bjavascript:|\bon(?:error|load)\s*=|drop\s+table|select\s+.{1,40}\sfrom|insert\s+into|delete\s+from"
    r"|update\s+\w+\s+set|union\s+select|or\s+1\s*=\s*1|'\s*or\s*'|;\s*--|^\s*[{\[]\s*[\"'{\[]|[\"']\s*:\s*(?:[\"'\d\[{]|true|false|null)|\$\{|\{\{|\bfunction\s*\(|=>|==|&&|\|\|"
    r"|\b(?:import|def|class|print|console|exec|eval|alert|curl|sudo|rm)\b\s*[(.\-/]|\brm\s+-|\.\./|^/[a-z]+\b|^\s*#!|^\s*=[a-z]+\(|\bstatus\s*[:=]|\bset\s+\w+(?:\s+\w+){0,3}\s*=|\w+\(\)|[a-z_]+\s*=\s*[\"'\d]",
    re.IGNORECASE,
)
_MASH = re.compile(r"asdf|qwer|zxcv|hjkl|jkl;|sdfg|dfgh|fghj|wert|xcvb|[bcdfghjklmnpqrstvwxz]{6,}")
_LAUGH = re.compile(r"k{2,}|(?:h[aeiouy]){2,}h?|(?:ka|ke|he|hi|ha)+|lo+l|=+")
_REPEAT = re.compile(r"(.{1,12}?)\1{7,}", re.DOTALL)
_WORD = re.compile(r"\w+")


def is_noise(text: str) -> bool:
    """Say whether a composed text is over-long, flooding, code or keyboard mash, so that nothing in it may count.

    Args: text: the reply after `compose`. Returns: True where the reply is to be taken as "other".
    """
    if len(text) > LIMIT or _CODE.search(text):
        return True
    words = _WORD.findall(fold(text))
    return _is_flood(words, text) or (bool(words) and all(_MASH.search(word) or _LAUGH.fullmatch(word) for word in words))


def _is_flood(words: list[str], text: str) -> bool:
    """Find one word, or one short string, said over and over."""
    if len(words) >= 7 and Counter(words).most_common(1)[0][1] > 0.6 * len(words):
        return True
    squeezed = text.strip(" .!?…~*-_=")
    repeat = _REPEAT.search(squeezed)
    if repeat is None or len(squeezed) <= 20:
        return False
    return len(repeat.group()) > 0.6 * len(squeezed) and len(set(repeat.group(1))) > 0
