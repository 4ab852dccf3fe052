"""The small language that the tables of wording are written in.

A pattern is a line of Vietnamese words. A text is matched as a row of tokens, so that marks, tone placement and stripped
diacritics were settled before (see `tokens` and `repair`).

    xong                a word                        nộp/gửi         either
    hoàn_thành          one entry of two words        {neg}           any entry of that list in `words`
    rồi?                may be absent                 ..3             up to three other words, within one clause
    !xong               not followed by that word      =xong            followed by it, and leaving it
    >>3                 the same, as many as there are (at the end of a line `..3` takes none)
    +1                  one other word, not an address or a particle
    --3                 the same, but not across rồi, nhưng, mà, vì, thì
    ~~3                 the same, but not across a day
    ^  $                start, end of a clause, but for address and particles
    DATE PAST NUM ...   what `numbers`, `codes` and `dates` found (see `SLOTS`)

Clauses end at the tokens , . ; ! ? : and words that another pattern has used up are written `_`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from .fold import bare, shape
from .words import NOT_AFTER, NOT_BEFORE

SLOTS: Mapping[str, str] = {
    "NUM": r"#(?:\d+-)?(\d+) ",
    "ROMAN": r"(i|ii|iii|iv) ",
    "PCT": r"%(\d+) ",
    "SCORE": r"\$([\d.]+) ",
    "CODE": r"&([\d.]+) ",
    "DECIMAL": r"\+([\d.]+) ",
    "FRACTION": r"/([\d.]+)/([\d.]+) ",
    "RANGE": r"-(\d+)-(\d+) ",
    "FULLDAY": r"=(\d+)/(\d+)/(\d+) ",
    "LOW": r"#(\d+)(?:-\d+)? ",
    "CLOCK": r"~(\d+)(?::(\d+))? ",
    "DATE": r"@[fl]\d+ ",
    "SURE": r"@f\d+ ",
    "LOOSE": r"@l\d+ ",
    "PAST": r"@p ",
    "VAGUE": r"@v ",
    "LUNAR": r"@m ",
    "DOC": r"<doc> ",
    "FILE": r"<file> ",
    "URL": r"<url> ",
    "NAME": r"<name> ",
    "THUMB": r"<thumb> ",
    "MARK": r"<mark> ",
}
_OTHER = r"[^ ,.;!?:_][^ ]* "
_NEAR = r"(?!rôi2 |nhưng |ma2 |vi2 |thi2 )[^ ,.;!?:_][^ ]* "
_TIMELESS = r"[^ ,.;!?:_@][^ ]* "
_START = r"(?<=[,.;!?:] )"
_END = r"(?=[,.;!?:])"


def signs_of(slot: str) -> frozenset[str]:
    """Name the beginnings by which the tokens of a slot are found; `signs` gives those of a token."""
    begins = SLOTS[slot].replace("\\", "").strip("( ")
    if begins[0] == "@":
        return frozenset(f"@{kind}" for kind in re.findall("[a-z]", begins.partition("d")[0]))
    return frozenset({begins if begins[0] == "<" else begins[0]})


def signs(token: str) -> str:
    """Give the beginning by which a token that is no word is found: `#` of a number, `@f` of a day; of signs the whole."""
    return token[:2] if token[0] == "@" else token if token[0] == "<" else token[0]


@dataclass(frozen=True)
class Pattern:
    """A compiled line: its expression, and for each element that must stand the tokens of which one must occur, rarest first."""

    source: str
    expression: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when a reply first holds its words: hundreds of them would cost half a second at every start."""
        return re.compile(self.expression)


class Grammar:
    """Compiles patterns against the word lists of `words`, and remembers every word that any of them knows."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = lists
        self.words: set[str] = set()
        self.entries = cache(self._entries)
        self._known = cache(self._words_of)
        self._begins = cache(self._anchors)

    def _entries(self, element: str) -> tuple[str, ...]:
        """Spell an element out: lists replaced by their entries, in the order longest first."""
        found: list[str] = []
        for part in element.split("/"):
            if part.startswith("{"):
                for entry in self._lists[part[1:-1]].split():
                    found.extend(self._entries(entry))
            else:
                found.append(part)
        return tuple(sorted(dict.fromkeys(found), key=lambda entry: (-entry.count("_"), -len(entry))))

    def compile(self, source: str) -> Pattern:
        """Compile one line of a table.

        Args: source: the line, see the module's own description. Returns: the pattern.
        """
        body, needs = [], list[frozenset[str]]()
        for element in source.split():
            piece, optional = self._piece(element)
            body.append(piece)
            name = element.strip("!=?")
            if element[0] not in ".^$-~+>?" and name not in SLOTS:
                self.words.update(self._known(name))
            if not optional and element[0] not in "^$!-~>" and not element.startswith(".."):
                needs.append(self._begins(element.lstrip("=")))
        lead = "" if source.startswith("^") else "(?<= )"
        return Pattern(source, lead + "".join(body), tuple(sorted(needs, key=len)))

    def _piece(self, element: str) -> tuple[str, bool]:
        if element.startswith(".."):
            return f"(?:{_OTHER}){{0,{element[2:]}}}?", True
        if element.startswith(">>"):
            return f"(?:{_OTHER}){{0,{element[2:]}}}", True
        if element.startswith("--"):
            return f"(?:{_NEAR}){{0,{element[2:]}}}?", True
        if element == "+1":
            return f"(?!{self._choice('{tail}')}){_OTHER}", True
        if element.startswith("~~"):
            return f"(?:{_TIMELESS}){{0,{element[2:]}}}?", True
        if element.startswith("!"):
            return f"(?!{self._choice(element[1:])})", True
        if element.startswith("="):
            return f"(?={self._choice(element[1:])})", False
        if element == "^":
            return f"{_START}(?:{self._choice('{lead}')}){{0,5}}?", True
        if element == "$":
            return f"(?:{self._choice('{tail}')}){{0,5}}{_END}", True
        optional = element.endswith("?") and element != "?"
        name = element.rstrip("?") or element
        piece = SLOTS.get(name) or self._choice(name)
        return (f"(?:{piece})?" if optional else piece), optional

    @cache  # noqa: B019 - one grammar lives as long as the program
    def _choice(self, element: str) -> str:
        entries = (SLOTS[entry] if entry in SLOTS else _spell(entry) for entry in self.entries(element))
        return f"(?:{'|'.join(entries)})"

    def _words_of(self, element: str) -> frozenset[str]:
        return frozenset(shape(word) for entry in self.entries(element) if entry not in SLOTS for word in entry.split("_"))

    def _anchors(self, element: str) -> frozenset[str]:
        """Name the tokens of which one must be present where an element stands: its first words."""
        found: set[str] = set()
        for entry in (element,) if element in SLOTS else self.entries(element):
            if entry == "ROMAN":
                found.update(("i", "ii", "iii", "iv"))
            elif entry in SLOTS:
                found.update(signs_of(entry))
            else:
                first = shape(entry.split("_", 1)[0])
                found.update((first, bare(first) + "~"))
        return frozenset(found)


@cache
def _spell(entry: str) -> str:
    """Match the words of an entry, unless they are another word with their neighbours: "phần" is not in "phần mềm"."""
    first, *more = entry.split("_")
    others = "|".join(_word(word) for word in NOT_BEFORE.get(entry, NOT_BEFORE.get(entry.rsplit("_", 1)[-1], "")).split())
    apart = "".join(f"(?<! {shape(word)} )(?<! {bare(shape(word))}~ )" for word in NOT_AFTER.get(first, "").split())
    rest = "".join(map(_word, more)) + (f"(?!{others})" if others else "")
    return "|".join(f"{apart}{way} {rest}" for way in _ways(first))


def _ways(word: str) -> tuple[str, ...]:
    """Spell a word, and barely where that could be several words ("cho~" is cho or chờ).

    Each way begins with a letter, never with a group: the matcher then skips those that begin otherwise at once.
    """
    shaped, plain = shape(word), bare(shape(word))
    return (f"{re.escape(plain)}~?",) if shaped == plain else (re.escape(shaped), f"{re.escape(plain)}~")


def _word(word: str) -> str:
    ways = "|".join(_ways(word))
    return f"(?:{ways}) " if "|" in ways else f"{ways} "
