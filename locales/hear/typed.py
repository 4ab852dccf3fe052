"""Words that left the keyboard half converted: Telex ("ddax"), VNI ("d9a4"), held keys ("xonggg")."""

import re

_TELEX_TONES = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5"}
_TELEX_PAIRS = (
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("uow", "ươ"),
    ("uwow", "ươ"),
    ("wow", "ươ"),
    ("uaw", "ưa"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("w", "ư"),
)
_VNI_TONES = "12345"
_VNI_MARKS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_VOWEL = re.compile("[aeiouy]")
_HORNED = re.compile("w")
"""A bare "w" is ư, where the word has no other vowel: "chwngs"."""
_HELD = re.compile(r"(.)\1+")


def telex(word: str) -> str | None:
    """Finish a Telex spelling.

    Args: word: lower-case ASCII letters. Returns: the shape it spells, or None where nothing was left to convert.
    """
    letters, tone = _take_telex_tone(word)
    if letters.startswith("dd"):
        letters = "đ" + letters[2:]
    elif letters.startswith("d") and letters.endswith("d") and len(letters) > 2:
        letters = "đ" + letters[1:-1]
    letters = _late_marks(letters)
    for keys, letter in sorted(_TELEX_PAIRS, key=lambda pair: -len(pair[0])):
        letters = letters.replace(keys, letter)
    spelled = letters + tone
    return spelled if spelled != word else None


def _take_telex_tone(word: str) -> tuple[str, str]:
    """Lift the tone key out of a word; it stands somewhere after the first vowel."""
    first = _VOWEL.search(word) or _HORNED.search(word)
    if not first:
        return word, ""
    for place in range(len(word) - 1, first.start(), -1):
        if word[place] in _TELEX_TONES:
            return word[:place] + word[place + 1 :], _TELEX_TONES[word[place]]
    return word, ""


def _late_marks(letters: str) -> str:
    """Move a mark key typed at the end of the word next to its vowel: "tuana" -> "tuaan", "duongw" -> "duowng"."""
    last = letters[-1:]
    if len(letters) > 3 and last in "aeo" and not _VOWEL.match(letters[-2]):
        place = letters.rfind(last, 0, -2)
        return letters[:place] + last + letters[place:-1] if place >= 0 else letters
    if last == "w" and "uo" in letters:
        return letters[:-1].replace("uo", "uow", 1)
    if last == "w" and len(letters) > 2 and letters[-2] not in "aou":
        place = max(letters.rfind(vowel) for vowel in "aou")
        return letters[: place + 1] + "w" + letters[place + 1 : -1]
    return letters


def vni(word: str) -> str | None:
    """Finish a VNI spelling such as "la2m" or "d9u7o7c5"; None where a digit converts nothing."""
    letters: list[str] = []
    tone = ""
    for key in word.replace("dd", "đ"):
        if key in _VNI_TONES:
            if tone or not letters:
                return None
            tone = key
        elif key.isdigit():
            if not _mark(letters, _VNI_MARKS.get(key, {})):
                return None
        else:
            letters.append(key)
    return "".join(letters) + tone


def _mark(letters: list[str], marks: dict[str, str]) -> bool:
    """Put a VNI mark on the latest letter that takes it; the horn goes on both letters of "uo"."""
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in marks:
            if letters[place] == "o" and place and letters[place - 1] == "u" and "u" in marks:
                letters[place - 1] = "ư"
            letters[place] = marks[letters[place]]
            return True
    return False


def released(word: str) -> str:
    """Let go of keys that were held: "xonggg" -> "xong"."""
    return _HELD.sub(r"\1", word)
