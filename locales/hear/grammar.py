"""The one grammar of the package: patterns compiled against the lists of `words`, and how tables of them are applied."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from .pattern import Grammar, Pattern, signs
from .words import LISTS

GRAMMAR = Grammar(LISTS)
Labelled = TypeVar("Labelled")
Build = Callable[[re.Match[str]], str | None]


def patterns(lines: str) -> tuple[Pattern, ...]:
    """Compile a block of pattern lines; `# ...` remarks and empty lines are skipped."""
    sources = (line.partition(" # ")[0].strip() for line in lines.strip().splitlines())
    return tuple(GRAMMAR.compile(source) for source in sources if source and not source.startswith("# "))


@dataclass(frozen=True)
class Index(Generic[Labelled]):
    """Finds the few rules that can say anything about a text among the hundreds, by the rarest word of each."""

    rules: tuple[tuple[Labelled, Pattern], ...]

    @cached_property
    def _needs(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """What each rule needs, the rarest first: a word that many rules know is one that many replies hold."""
        known = Counter(token for _, pattern in self.rules for need in pattern.needs for token in need)
        return tuple(
            tuple(sorted(pattern.needs, key=lambda need: sum(known[token] for token in need))) for _, pattern in self.rules
        )

    @cached_property
    def _others(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """What each rule needs beside the rarest."""
        return tuple(needs[1:] for needs in self._needs)

    @cached_property
    def _by_token(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for place, needs in enumerate(self._needs):
            for token in needs[0] if needs else ("",):
                found.setdefault(token, []).append(place)
        return {token: tuple(places) for token, places in found.items()}

    @cached_property
    def _rarest(self) -> frozenset[str]:
        return frozenset(self._by_token)

    def places(self, tokens: frozenset[str], after: int = -1) -> list[int]:
        """Give the rules whose words occur, by number, in the order of the tables, from one after a given number on."""
        by_token = self._by_token
        known = self._rarest & tokens
        if not known and "" not in by_token:
            return []
        near = set(by_token.get("", ())).union(*(by_token[token] for token in known))
        others, found = self._others, list[int]()
        for place in near:
            if place > after:
                for need in others[place]:
                    if need.isdisjoint(tokens):
                        break
                else:
                    found.append(place)
        found.sort()
        return found

    def occurring(self, text: str) -> list[tuple[Labelled, Pattern]]:
        """Give the rules whose words occur in a rendered reply, in the order of the tables."""
        return [self.rules[place] for place in self.places(token_set(text))]

    def sweep(self, text: str, rewrite: Callable[[Labelled, Pattern, str], str]) -> str:
        """Apply every rule in order, each to what the ones before it left.

        Args: text: the rendered reply; rewrite: applies one rule. Returns: the rewritten text.
        """
        queue = self.places(token_set(text))
        while queue:
            place = queue.pop(0)
            changed = rewrite(*self.rules[place], text)
            if changed != text:
                text, queue = changed, self.places(token_set(changed), after=place)
        return text


def rewrites(table: Iterable[tuple[str, Build]]) -> Index[Build]:
    """Compile (pattern lines, builder) pairs; a builder gives what to write in place of a match, or None to leave it alone."""
    return Index(tuple((build, pattern) for lines, build in table for pattern in patterns(lines)))


def apply_all(rules: Index[Build], text: str) -> str:
    """Rewrite a rendered reply by a table of `rewrites`."""
    return rules.sweep(text, _rewrite)


def _rewrite(build: Build, pattern: Pattern, text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        built = build(match)
        return match.group() if built is None else built

    return pattern.regex.sub(replace, text)


def wording(lines: str) -> Index[None]:
    """Compile a block of pattern lines that all say the same."""
    return Index(tuple((None, pattern) for pattern in patterns(lines)))


def occurs(table: Index[None], text: str) -> bool:
    """Say whether any line of a table of `wording` matches somewhere in a rendered reply."""
    return any(pattern.regex.search(text) for _, pattern in table.occurring(text))


@lru_cache(maxsize=64)
def token_set(text: str) -> frozenset[str]:
    """Name what occurs in a rendered reply: words, and the sign of every number. Many tables look at the same row."""
    tokens = text.split()
    return frozenset([token if token[0].isalpha() else signs(token) for token in tokens])
