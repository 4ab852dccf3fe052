"""Slips of the thumb inside a word: what is no Vietnamese syllable is read as the known word that it nearly spells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .fold import bare
from .slips import differ_once

_ONSET = "(?:ngh|gh|k)(?=[eêiy])|(?:ng|g|c)(?![eêiy])|nh|gi|kh|ph|qu|th|tr|ch|[bdđhlmnprstvx]"
_RIME = """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh
êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uât uây uc uê uêch uênh ui um un ung uơ uôc uôi
uôm uôn uông uôt up ut uy uya uych uynh uyên uyêt uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt
yêu"""
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{'|'.join(sorted(_RIME.split(), key=len, reverse=True))})[1-5]?")
_BARE_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{'|'.join({bare(rime) for rime in _RIME.split()})})")

_VOWEL = re.compile("[aeiouy]")
_NO_VOWEL = re.compile(rf"(?:{_ONSET})(?:ch|ng|nh|[cmnpt])")
USUAL = tuple(
    "chưa không đươc5 đang rôi2 xong hoan2 thanh2 lam2 nôp5 gưi3 thang1 tuân2 ngay2 cuôi1 phai3 nghi4 hinh2 như nhưng quên nghe chăc1".split()
)
"""What is meant where a slip could be several words, the likeliest first, and the only words that one without marks is mended to."""


@dataclass(frozen=True)
class Speller:
    """Known words, found by each spelling that lacks one of their letters."""

    by_part: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Speller":
        found: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            for part in _parts(_letters(word)):
                found.setdefault(part, []).append(word)
        return cls({part: tuple(same) for part, same in found.items()})

    def mended(self, typed: str) -> str | None:
        """Name the known word that a shape which is no syllable nearly spells.

        Args: typed: the shape of a word typed with marks. Returns: the one word a letter away, else the usual one of several,
        else None; the shape itself where it is a syllable.
        """
        if _SYLLABLE.fullmatch(typed) or len(typed) < 3:
            return typed
        tone = typed[-1:] if typed[-1:].isdigit() else ""
        parts = _parts(_letters(typed))
        held = re.sub(r"(.)\1+", r"\1", typed)
        if _parts(_letters(held)) & self.by_part.keys() and held in self.by_part.get(_letters(held), ()):
            return held
        near = {
            word
            for part in parts
            for word in self.by_part.get(part, ())
            if _is_near(typed, word) and (not tone or word.endswith(tone))
        }
        if len(near) == 1:
            return near.pop()
        misplaced = (word for word in USUAL if bare(word) == bare(typed))
        return next((word for word in USUAL if word in near or (not near and _is_near(typed, word))), next(misplaced, None))

    def mended_bare(self, typed: str) -> str | None:
        """Name the usual word, without its marks, that a word typed without marks nearly spells.

        Args: typed: lower-case ASCII. Returns: that word; None where it nearly spells others only; the word itself where it is a
        syllable, or nothing known (a foreign word).
        """
        if _BARE_SYLLABLE.fullmatch(typed) or len(typed) < 3:
            return typed
        near = {bare(word) for part in _parts(typed) for word in self.by_part.get(part, ()) if differ_once(typed, bare(word))}
        near |= {bare(word) for word in USUAL if differ_once(typed, bare(word))}
        if not near:
            return None if _NO_VOWEL.fullmatch(typed) else typed
        return next((bare(word) for word in USUAL if (len(typed) > 3 or not _VOWEL.search(typed)) and bare(word) in near), None)


def _is_near(typed: str, word: str) -> bool:
    return differ_once(_letters(typed), _letters(word))


def _letters(shaped: str) -> str:
    return shaped.rstrip("12345")


def _parts(letters: str) -> set[str]:
    return {letters, *(letters[:place] + letters[place + 1 :] for place in range(len(letters)))}
