"""Who or what is named in folded words: by initials, with typing errors."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from locales.hear import fold

NEAR = 85
"""How well a name must be hit (rapidfuzz partial ratio, 0-100)."""


def nearest(said: str, names: Mapping[int, str]) -> int | None:
    """The one of the names that is meant; None where none or two fit.

    Args:
        said: folded words.
        names: folded too, by number.
    """
    short = [one for one, name in names.items() if _initials(name) == said.rsplit(maxsplit=1)[-1]]
    if len(short) == 1:
        return short[0]
    near = process.extract(said, names, scorer=fuzz.partial_ratio, score_cutoff=NEAR, limit=2)
    return near[0][2] if near and (len(near) == 1 or near[0][1] > near[1][1]) else None


def is_called(full_name: str, said: str) -> bool:
    """Whether folded words are how people call somebody: the full name, or the end of it ("dinh khoi", "khoi")."""
    return f" {fold(full_name)}".endswith(f" {said}")


def _initials(name: str) -> str:
    """ "phong van hoa - xa hoi" is said as "vhxh"."""
    return "".join(word[0] for word in re.findall(r"[a-z]+", name) if word != "phong")
