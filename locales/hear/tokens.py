"""Cutting a reply into tokens: words, numbers of every kind, links, papers, signs."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_PAPER_KINDS = "kh|qđ|qd|bc|cv|tb|tt|ttr|nq|bb|gm|ct|vb|hd|đa|da|pa"
_LETTERS = r"[^\W\d_]"

_NUMBERS = r"""
    (?P<full>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:20\d\d|\d\d)(?!\d|[.]\d))
  | (?P<code>\d{1,2}(?:\.\d{1,2}){2,4}(?!\d|\s?%))
  | (?P<listed>(?<![\d,.-])\d{1,2}(?:(?:,\d{1,2}){2,4}|(?:-\d{1,2}){2,4})(?![\d,-]))
  | (?P<range>\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?(?P<rangepct>%)|(?!\d|[.,]\d)))
  | (?P<pct>\d{1,3}(?:[.,]\d{1,2})?\s?%)
  | (?P<halfscore>\d{1,2}[đd](?:\d|[27]5)(?!\w))
  | (?P<score>\d{1,3}(?:[.,]\d{1,2})?\s?[đd](?!\w|/))
  | (?P<frac>\d{1,4}(?:[.,]\d{1,2})?\s?/\s?\d{1,4}(?:[.,]\d{1,2})?(?!\d|/))
  | (?P<clock>\d{1,2}\s?(?:(?:h|g|giờ|gio)(?:\s?[0-5]\d(?!\w)|(?!\w))|:\s?[0-5]\d(?!\w)))
  | (?P<dec>\d{1,3}[.,]\d{1,2}(?!\d|\w))
  | (?P<int>\d+(?![^\W_])|\d{1,2}(?=(?:ng[aà]y|h[oô]m|tu[aầ]n|th[aá]ng|b[uữ]a|ph[uú]t|ph?)(?!\w)))
"""
"""What begins with a digit: the longer before the shorter."""

_TOKEN = re.compile(
    rf"""
    (?P<url>https?://\S+|www\.\S+|(?:[a-z0-9-]{{1,40}}+\.){{1,4}}(?:vn|com|net|org|gov)(?:/\S*)?(?![a-z]))
  | (?P<doc>\d{{1,5}}\s?/\s?(?:\d{{4}}\s?/\s?)?(?:{_PAPER_KINDS})(?:\s?[-–]\s?{_LETTERS}{{2,12}}){{0,2}}(?!{_LETTERS}))
  | (?P<file>[\w-]{{1,60}}+\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|rar|pptx?)(?!\w))
  | (?=\d)(?:{_NUMBERS})
  | (?P<day>t[2-7](?!\w)|cn(?!\w))
  | (?P<criterion>tc(?=\d))
  | (?P<word>[đd]/c(?!{_LETTERS})|(?:{_LETTERS}|\d)+)
  | (?P<stop>[.,;:!?…\n]|\s[-–]\s|[()\[\]"“”])
  | (?P<thumb>[👍👌🙏🆗🫡])
  | (?P<clip>[📎🖇📄📑🗂📷📸🖼📁📂])
  | (?P<mark>[✅❌⏳💯✔☑✓❎⌛🔄])
  | (?P<plus>[+&])
    """,
    re.VERBOSE,
)
_SMILE = re.compile(r"(?<![\w.])[:;=][-']?[()]+")
_STOPS = {"…": ".", "\n": ";", "(": ",", ")": ",", "[": ",", "]": ",", '"': ",", "“": ",", "”": ","}


@dataclass(frozen=True)
class Token:
    """A piece of a reply: its kind, its text in lower case, whether it began with a capital, or was all capitals in a reply that is not."""

    kind: str
    text: str
    capital: bool = False
    initials: bool = False


def tokenise(text: str) -> list[Token]:
    """Cut a composed text into tokens, leaving out what carries no meaning (other signs, skin tones, smiles)."""
    if ")" in text or "(" in text:
        text = _SMILE.sub(" ", text)
    lowered = text.lower()
    if len(lowered) != len(text) or lowered == text:
        return [Token(found.lastgroup or "word", found.group()) for found in _TOKEN.finditer(lowered)]
    shouts = text.isupper()
    return [
        Token(
            found.lastgroup or "word",
            found.group(),
            _capitalised(text, found.start()),
            not shouts and text[found.start() : found.end()].isupper(),
        )
        for found in _TOKEN.finditer(lowered)
    ]


def _capitalised(text: str, start: int) -> bool:
    """Say whether a word has a capital only at its beginning, as names have."""
    return text[start].isupper() and not text[start + 1 : start + 2].isupper()


def render(token: Token) -> str:
    """Spell a token that is not a word the way patterns expect it (see `pattern.SLOTS`)."""
    maker = _RENDER.get(token.kind)
    return maker(token.text) if maker else f"<{token.kind}>"


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)?", text)


def _whole(text: str) -> str:
    return str(int(float(text.replace(",", ".")) + 0.5))


def _full(text: str) -> str:
    day, month, year = re.findall(r"\d+", text)
    return f"={day}/{month}/{year if len(year) == 4 else '20' + year}"


def _range(text: str) -> str:
    low, high = _numbers(text)
    return f"%{low}" if text.endswith("%") else f"-{low}-{high}"


def _frac(text: str) -> str:
    return "/" + "/".join(number.replace(",", ".") for number in _numbers(text))


def _halfscore(text: str) -> str:
    return "$" + re.sub("[đd]", ".", text)


def _stop(text: str) -> str:
    return _STOPS.get(text, text.strip() if text.strip() in set(".,;:!?") else ",")


_RENDER: dict[str, Callable[[str], str]] = {
    "full": _full,
    "code": lambda text: "&" + text,
    "listed": lambda text: "&" + re.sub("[,-]", ".", text),
    "range": _range,
    "pct": lambda text: "%" + _whole(_numbers(text)[0]),
    "halfscore": _halfscore,
    "score": lambda text: "$" + _numbers(text)[0].replace(",", "."),
    "frac": _frac,
    "clock": lambda text: "~" + ":".join(_numbers(text)),
    "dec": lambda text: "+" + text if "." in text else "$" + text.replace(",", "."),
    "int": lambda text: "#" + text,
    "stop": _stop,
    "plus": lambda _text: "và",
    "clip": lambda _text: "<file>",
}
