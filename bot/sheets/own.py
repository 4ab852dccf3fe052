"""What an office itself calls the columns of its tables, and what to ask where no heading says enough."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sheets.text import words
from storage.names import name_key

Named = Mapping[str, str]
"""Heading, as `words` gives it -> what the column holds."""


@dataclass(frozen=True)
class Own:
    """The office's table of synonyms, its answers for tables of one layout, and its people's full names of two words."""

    words: Named = field(default_factory=dict)
    layouts: Mapping[str, Named] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def of(self, texts: Sequence[str]) -> Named:
        """Say what was told about the columns of a header: an answer for this very layout goes before a synonym."""
        answered = self.layouts.get(fingerprint(texts), {}) if self.layouts else {}
        return {**self.words, **answered}

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        layouts = {name: dict(named) for name, named in self.layouts.items()}
        return {"words": dict(self.words), "layouts": layouts, "names": sorted(self.names)}

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Own":
        """Rebuild from the JSON form, as it is kept or handed to the reading process."""
        synonyms = {key(heading): role for heading, role in (found.get("words") or {}).items()}
        return cls(synonyms, found.get("layouts") or {}, frozenset(found.get("names") or ()))


NOTHING = Own()


@dataclass(frozen=True)
class Question:
    """Columns that a table needs and no heading names.

    Attributes:
        layout: the key under which the answer is remembered.
        headings: of each column that is not named, those that may hold it, the likeliest first.
    """

    layout: str
    headings: Mapping[str, Sequence[str]]

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"layout": self.layout, "headings": {role: list(found) for role, found in self.headings.items()}}


def fingerprint(texts: Sequence[str]) -> str:
    """Give the same key to headers with the same headings."""
    return hashlib.sha256("|".join(texts).encode()).hexdigest()


def short_names(names: Iterable[str]) -> frozenset[str]:
    """Give the keys of the full names of two words, which a table alone could take for half of a longer one."""
    return frozenset(name_key(name) for name in names if len(name.split()) == 2)


def key(heading: str) -> str:
    """Give the form in which headings are compared."""
    return words(heading)
