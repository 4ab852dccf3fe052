"""The one grammar of the package: patterns compiled against the lists of `words`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .pattern import Grammar, Pattern
from .words import LISTS

GRAMMAR = Grammar(LISTS)


def patterns(lines: str) -> tuple[Pattern, ...]:
    """Compile a block of pattern lines; `# ...` remarks and empty lines are skipped."""
    sources = (line.partition(" # ")[0].strip() for line in lines.strip().splitlines())
    return tuple(GRAMMAR.compile(source) for source in sources if source and not source.startswith("# "))


@dataclass(frozen=True)
class Rewrite:
    """A pattern and what to write in place of its match; None leaves the match alone."""

    pattern: Pattern
    build: Callable[[re.Match[str]], str | None]

    def apply(self, text: str) -> str:
        return self.pattern.regex.sub(self._replace, text)

    def _replace(self, match: re.Match[str]) -> str:
        built = self.build(match)
        return match.group() if built is None else built


def rewrites(table: Iterable[tuple[str, Callable[[re.Match[str]], str | None]]]) -> tuple[Rewrite, ...]:
    """Compile (pattern lines, builder) pairs, keeping their order."""
    return tuple(Rewrite(pattern, build) for lines, build in table for pattern in patterns(lines))


def apply_all(rules: Iterable[Rewrite], text: str) -> str:
    """Apply rewrites in order, skipping those whose first words do not occur."""
    tokens = token_set(text)
    for rule in rules:
        if rule.pattern.could_match(tokens):
            changed = rule.apply(text)
            if changed != text:
                text, tokens = changed, token_set(changed)
    return text


def token_set(text: str) -> frozenset[str]:
    """Name what occurs in a rendered reply: words, and the sign of every number."""
    tokens = text.split()
    return frozenset(tokens) | frozenset(token[0] for token in tokens if not token[0].isalpha())
