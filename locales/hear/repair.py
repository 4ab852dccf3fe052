"""From what was typed to the words that were meant: shorthand, half-converted keys, lost marks, slips.

Each word becomes the shape of a word that the tables know. A word typed without marks that could be several known words
keeps its bare spelling with a `~`, and patterns for either word match it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .compounds import compounded
from .fold import bare, degrades, shape
from .neighbours import meant_here
from .shorthand import ABBREVIATIONS, PHRASES, SHAPED, TEENCODE
from .slips import BOUND, HALF, KEY_PAIRS, PLAIN_WORDS, TITLES, one_slip, sounds_like
from .spelling import Speller
from .stripped import RESTORE, usual
from .tokens import Token, render
from .typed import released, telex, vni


@dataclass(frozen=True)
class Vocabulary:
    """Every word of the tables, and the same by bare spelling."""

    words: frozenset[str]
    by_bare: Mapping[str, tuple[str, ...]]
    speller: Speller

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        found: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            found.setdefault(bare(word), []).append(word)
        return cls(frozenset(words), {key: tuple(same) for key, same in found.items()}, Speller.of(words))


def repair(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[str]:
    """Settle the words of a reply.

    Args: tokens: the reply; vocabulary: the words that patterns can see.
    Returns: tokens as patterns expect them, words as shapes.
    """
    words = list[str]()
    typed_out = list[str]()
    for place, token in enumerate(tokens):
        meant = _expand(tokens, place, vocabulary) if token.kind == "word" else _sign(tokens, place)
        words.extend(meant)
        if token.kind == "word" and token.text not in TEENCODE and token.text not in ABBREVIATIONS:
            typed_out.extend(meant)
    stripped = _is_stripped(typed_out, vocabulary)
    words = [_settle(word, vocabulary, stripped) for word in words]
    words = _mend_pairs(words, vocabulary)
    for step in (compounded, _restore, _regional):
        words = step(words)
    return words


def _sign(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    token = tokens[place]
    if token.kind == "day":
        return ("thư1", "#8" if token.text == "cn" else "#" + token.text[1])
    if token.kind == "criterion":
        return ("tiêu", "chi1")
    if token.kind == "dec" and len(tokens) == 1:  # "1,5" alone may be points, a code or a share
        return ("+" + token.text.replace(",", "."),)
    return (render(token),)


def _expand(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Turn one typed word into one or more shapes; words still bare are settled later."""
    here = meant_here(tokens, place)
    if here is not None:
        return here
    typed = tokens[place].text
    if typed in _ROMAN:
        return (typed,)
    if typed in ABBREVIATIONS or typed in TEENCODE:
        return ABBREVIATIONS.get(typed) or TEENCODE[typed]
    if not typed.isascii():
        meant: tuple[str, ...] = (_spelt(shape(typed), vocabulary),)
    elif typed not in vocabulary.by_bare and typed not in PLAIN_WORDS:
        meant = _convert(typed, vocabulary)
    else:
        meant = (typed,)
    if place and tokens[place - 1].text in TITLES and not _is_known(meant[0], vocabulary):
        return ("<name>",)
    return ("<initials>",) if meant == ("<odd>",) and tokens[place].initials else meant


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a shape is, or may be, a word of the tables; behind a form of address another one is a name: "chị nga"."""
    near = vocabulary.by_bare.get(bare(word), ())
    return word in vocabulary.words or word in PLAIN_WORDS or any(degrades(word, known) for known in near)


def _spelt(word: str, vocabulary: Vocabulary) -> str:
    """Mend one slip in a word typed with marks that is neither known nor a syllable."""
    if word in vocabulary.words or any(degrades(word, known) for known in vocabulary.by_bare.get(bare(word), ())):
        return word
    return vocabulary.speller.mended(word) or "<odd>"


_ODD = re.compile(r"[a-z]\d|\d[a-z]|[fjwz]")
_ROMAN = frozenset({"ii", "iii", "iv"})


def _convert(typed: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Try the ways a known word can have got lost: VNI, Telex, a held key; else leave it, marked where it is no syllable at all."""
    decoders: tuple[Callable[[str], str | None], ...] = (telex, vni) if typed.isalpha() else (vni,)
    for decode in decoders:
        word = decode(typed)
        if word and word in vocabulary.words:
            return (word,)
        if word and word[-1].isdigit() and word[:-1] in vocabulary.words and decode is telex:
            return (word[:-1],)  # one key too many: "vaangj"
        if word and word in SHAPED:
            return SHAPED[word]
        near = [known for known in vocabulary.by_bare.get(bare(word), ()) if degrades(word, known)] if word else ()
        if len(near) == 1:
            return (near[0],)
    held = released(typed)
    if held in TEENCODE:
        return TEENCODE[held]
    for spelled in (held, held.replace("j", "i")):
        if spelled in vocabulary.by_bare:
            return (spelled,)
    return (("<odd>" if _ODD.search(typed) else None) or vocabulary.speller.mended_bare(typed) or "<odd>",)


def _is_stripped(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Say whether bare words of this reply may have lost their marks: one of them cannot be a bare word."""
    plain = [word for word in words if word.isascii() and word.isalpha()]
    marked = any(not word.isalpha() or not word.isascii() for word in words if word[0].isalpha())
    lost = "dang" in plain or any(
        word not in vocabulary.words and word not in PLAIN_WORDS for word in plain if word in vocabulary.by_bare
    )
    return lost or not marked or any(len(word) > 1 and word not in vocabulary.words and word not in PLAIN_WORDS for word in plain)


def _settle(word: str, vocabulary: Vocabulary, stripped: bool) -> str:
    """Find the known word behind a shape that lost some or all of its marks."""
    if not word[0].isalpha():
        return word
    if word == "i":  # quý I
        return word
    if not (word.isascii() and word.isalpha()):
        if word in vocabulary.words:
            return word
        near = [known for known in vocabulary.by_bare.get(bare(word), ()) if degrades(word, known)]
        return near[0] if len(near) == 1 else usual(bare(word), near) or word
    if not stripped and word not in HALF:
        return word
    known = vocabulary.by_bare.get(word, ())
    return known[0] if len(known) == 1 else word + "~" if known else word


_BEFORE_GIA = frozenset(map(shape, "quốc tham chuyên tăng".split()))
"""What makes "gia" a word with them; and "dạ hạn" is no slip for "gia hạn" either."""


def _mend_pairs(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Put right a two-syllable key word of which one syllable stands and the other has one slip: "trển khai"."""
    for place in range(len(words) - 1):
        first, second = bare(words[place].rstrip("~")), bare(words[place + 1].rstrip("~"))
        for pair, (left, right) in KEY_PAIRS.get(first, ()) + KEY_PAIRS.get(second, ()):
            if words[place] in {"da5", "đa4"} or (place and words[place] == "gia" and words[place - 1] in _BEFORE_GIA):
                continue
            slip = (first == left and _slipped(words[place + 1], right, vocabulary, left in BOUND)) or (
                second == right and _slipped(words[place], left, vocabulary, bound=False)
            )
            if slip:
                words[place], words[place + 1] = pair
                break
    return words


def _slipped(word: str, meant: str, vocabulary: Vocabulary, bound: bool) -> bool:
    """Say whether a word is a slip for a syllable: nearly spelled so, and not a word that stands for itself."""
    plain = bare(word.rstrip("~"))
    if bound and len(meant) > 2 and plain.isalpha() and one_slip(plain, meant):
        return True
    if word.endswith("~") or word == plain:
        return plain == meant or (
            len(meant) > 2 and word not in vocabulary.words and plain not in vocabulary.by_bare and one_slip(plain, meant)
        )
    return sounds_like(plain, meant) or (len(meant) > 2 and word not in vocabulary.words and one_slip(plain, meant))


_PHRASES = tuple((frozenset({typed[-1], bare(typed[-1])}), typed, meant) for typed, meant in PHRASES)
"""With the last word of each, which is the rarest."""


def _regional(words: list[str]) -> list[str]:
    """Replace regional turns of two words."""
    occurring = {word.rstrip("~") for word in words}
    for ends, typed, meant in _PHRASES:
        if ends.isdisjoint(occurring):
            continue
        size = len(typed)
        for place in range(len(words) - size, -1, -1):
            if all(_is(words[place + step], typed[step]) for step in range(size)):
                words[place : place + size] = meant
        occurring.update(meant)
    return words


def _is(word: str, shaped: str) -> bool:
    return word == shaped or word == bare(shaped) + "~"


def _restore(words: list[str]) -> list[str]:
    """Choose between two readings of a bare word by its neighbours, where `stripped.RESTORE` knows them."""
    for place, word in enumerate(words):
        for rule in RESTORE.get(word, ()):
            before = words[place - 1] if place else "^"
            after = words[place + 1] if place + 1 < len(words) else "$"
            if rule.fits(before, after):
                words[place] = rule.meant
                break
    return words
