"""Deadlines as offices write them: a day, a repetition, all the time, or unclear; doubts come with reasons."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from bot.sheets.calendar_ import DAY, ROMAN, ImpossibleDay, Period, day, months, quarter, year_of
from bot.sheets.phrases import ENGLISH, Token, tokens
from bot.sheets.recurring import MONTH_IN_QUARTER, UNITS, WEEKDAYS, monthly, quarterly, weekly
from bot.sheets.text import clean

MISSING = "thiếu thời hạn"
UNCLEAR = "không có ngày rõ ràng"
VAGUE = "mốc không rõ ngày"
IMPOSSIBLE = "ngày không có trong lịch"
BACKWARDS = "khoảng thời gian ngược"
SEVERAL = "nhiều mốc trong một ô"
OUTSIDE = "năm ngoài kỳ"
EXTRA = "còn chữ khác ngoài thời hạn"
WEEKDAY = "thứ không khớp ngày"
PERHAPS_SWAPPED = "máy ghi tháng bằng tiếng Anh, có thể đã đảo ngày và tháng"
BEFORE_ISSUE = "không ghi năm, rơi trước ngày ban hành"
_LONGEST = 500
_SERIALS = range(30_000, 80_000)
_EMPTY = frozenset({"", "-", "--", "x", "X", "_", "…", "...", "."})


@dataclass(frozen=True)
class Reading:
    """A deadline and the reasons to doubt it."""

    due: dict[str, Any]
    reasons: tuple[str, ...] = ()


class Context(NamedTuple):
    """What the table says about time: its year and its own date of issue."""

    year: int
    issued: date | None = None


def unclear(text: str, reason: str) -> Reading:
    """Keep the words of a deadline that gives no day."""
    return Reading({"kind": "unclear", "text": clean(text)}, (reason,))


def on(found: date, *, strict: bool = False, reasons: tuple[str, ...] = ()) -> Reading:
    """Make a deadline of one day."""
    return Reading({"kind": "date", "date": found.isoformat(), "strict": strict}, reasons)


def repeated(rule: str, *, strict: bool = False, reasons: tuple[str, ...] = ()) -> Reading:
    """Make a deadline that comes again and again."""
    return Reading({"kind": "recurring", "rule": rule, "strict": strict}, reasons)


@lru_cache(maxsize=4096)
def parse(raw: str, value: float | date | None, context: Context, *, from_1904: bool = False) -> Reading:
    """Read a deadline cell."""
    found = _of_value(raw, value, from_1904=from_1904)
    if found is not None:
        return checked(on(found), context)
    text = clean(raw)
    if len(text) > _LONGEST:
        return unclear(raw, UNCLEAR)
    if text in _EMPTY:
        return Reading({"kind": "unclear", "text": ""}, (MISSING,))
    try:
        if "\n" in raw.strip():  # a line broken within a phrase, or one time a line
            joined = _parsed(raw.replace("\n", " "), context)
            if joined.due["kind"] != "unclear" and EXTRA not in joined.reasons:
                return checked(joined, context)
        return checked(_parsed(raw, context), context)
    except ImpossibleDay:
        return unclear(raw, IMPOSSIBLE)


def _of_value(raw: str, value: float | date | None, *, from_1904: bool) -> date | None:
    """Give the day of a date cell or of a serial number."""
    if isinstance(value, date):
        return value
    text = raw.strip()
    number = value if isinstance(value, float) else float(text) if re.fullmatch(r"\d{5}(\.0+)?", text) else None
    if number is None or int(number) not in _SERIALS:
        return None
    return (date(1904, 1, 1) if from_1904 else date(1899, 12, 30)) + timedelta(days=int(number))


def checked(reading: Reading, context: Context) -> Reading:
    """Add the doubt about days far outside the year."""
    text = reading.due.get("date")
    if text is None:
        return reading
    first, last = date(context.year - 1, 12, 1), date(context.year + 1, 6, 30)
    if first <= date.fromisoformat(text) <= last:
        return reading
    return Reading(reading.due, (*reading.reasons, OUTSIDE))


@dataclass(frozen=True)
class _Sentence:
    """The phrases of a deadline that matter, and what the rest says about it."""

    raw: str
    context: Context
    parts: tuple[Token, ...]
    strict: bool
    before: bool
    reasons: tuple[str, ...]
    weekdays: tuple[int, ...]
    edge: bool

    @property
    def kinds(self) -> str:
        return "".join(token.kind for token in self.parts)

    def period(self, token: Token) -> Period:
        return _period(token, self.context.year)


def _parsed(raw: str, context: Context) -> Reading:
    sentence = _sentence(raw, tokens(raw), context)
    for pattern, make in GRAMMAR:
        if re.fullmatch(pattern, sentence.kinds):
            return make(sentence)
    return unclear(raw, VAGUE if "V" in sentence.kinds else UNCLEAR)


def _sentence(raw: str, found: list[Token], context: Context) -> _Sentence:
    kinds = "".join(token.kind for token in found)
    found = _between(found)
    kept = [token for token in found if token.kind not in "fESHBw"]
    parts = _trimmed(_listed(kept))
    weekdays = tuple(WEEKDAYS[token.text] for token in parts if token.kind == "W")
    if not any(token.kind == "R" for token in parts) and any(token.kind == "d" for token in parts):
        parts = _trimmed([token for token in parts if token.kind != "W"])
    before = "B" in kinds and "H" not in kinds
    ends = any(token.kind == "E" or (token.kind == "y" and token.text.startswith(("cuoi", "het"))) for token in found)
    reasons = ((EXTRA,) if "w" in kinds else ()) + ((VAGUE,) if before and ends else ())
    before = before and not ends  # "trước cuối tháng 11" is no day before the month begins
    return _Sentence(raw, context, tuple(parts), bool(set("BSH") & set(kinds)), before, reasons, weekdays, "E" in kinds)


def _between(found: list[Token]) -> list[Token]:
    """Read "đến" after a start as a range, elsewhere as a filler."""
    result: list[Token] = []
    for token in found:
        opened = any(earlier.kind in "dmqhyn" for earlier in result) and not any(earlier.kind in ",-" for earlier in result[-1:])
        is_to = token.kind == "E" and token.text.startswith("den") and opened
        result.append(Token("-", token.text, {}) if is_to else token)
    return result


def _listed(found: list[Token]) -> list[Token]:
    """Let a bare number after a month or quarter be one too: "tháng 7, 8"; "quý 1, 2"."""
    result: list[Token] = []
    for token in found:
        last = next((earlier.kind for earlier in reversed(result) if earlier.kind not in ",-"), "")
        if token.kind == "n" and last in {"m", "q"}:
            result.append(Token(last, token.text, {last: token.parts["n"]}))
        elif token.kind == "u" and token.text == "ngay":
            continue
        else:
            result.append(token)
    return result


def _trimmed(found: list[Token]) -> list[Token]:
    """Drop commas that part nothing."""
    result: list[Token] = []
    for token in found:
        if token.kind == "," and (not result or result[-1].kind in ",-F"):
            continue
        if token.kind == "-" and result and result[-1].kind == ",":
            result.pop()
        result.append(token)
    while result and result[-1].kind in ",-":
        result.pop()
    while result and result[0].kind in ",-":
        result.pop(0)
    return result


def _period(token: Token, default: int) -> Period:
    """Turn a phrase of time into its days."""
    parts = token.parts
    year, yearless = year_of(parts.get("y"), default), "y" not in parts
    if token.kind == "d":
        month = ENGLISH[parts["e"]] if "e" in parts else int(parts["m"])
        return day(int(parts["d"]), month, year, yearless=yearless)
    if token.kind == "m":
        return months(int(parts["m"]), int(parts["m"]), year, yearless=yearless)
    if token.kind == "q":
        return quarter(ROMAN.get(parts["q"]) or int(parts["q"]), year, yearless=yearless)
    if token.kind == "h":
        many = int(parts.get("many", 6))
        return months(1, many, year) if parts["part"] == "dau" else months(13 - many, 12, year)
    return months(1, 12, year)


def _single(sentence: _Sentence) -> Reading:
    """One day, month, quarter, half or year: its last day, or the day before it begins."""
    token = next(part for part in sentence.parts if part.kind in "dmqhy")
    period = sentence.period(token)
    reasons = sentence.reasons
    if period.is_day and period.yearless and sentence.context.issued and period.first < sentence.context.issued:
        reasons += (f"{BEFORE_ISSUE} {sentence.context.issued:%d/%m/%Y}",)
    if "e" in token.parts and period.first.day <= 12:
        reasons += (PERHAPS_SWAPPED,)
    if sentence.weekdays and period.is_day and sentence.weekdays[0] != period.first.weekday():
        reasons += (WEEKDAY,)
    found = period.first - DAY if sentence.before else period.last
    return on(found, strict=sentence.strict, reasons=reasons)


def _range(sentence: _Sentence) -> Reading:
    """From one time to another: the end counts, and it must not lie before the start."""
    start, end = [part for part in sentence.parts if part.kind in "dmqhyn"]
    last = sentence.period(end)
    first = _start(start, end, last, sentence.context.year)
    if first > last.last:
        return unclear(sentence.raw, BACKWARDS)
    found = last.first - DAY if sentence.before else last.last
    bare = start.kind == "n" and end.kind == "m" and not re.match("t", end.text)  # 5-11/2026: a day, or months
    workdays = re.fullmatch(r"t[2-6]t[3-7]", start.text + end.text) is not None
    doubts = ((EXTRA,) if sentence.strict else ()) + ((VAGUE,) if workdays or bare else ())
    return on(found, reasons=sentence.reasons + doubts)


def _start(start: Token, end: Token, last: Period, year: int) -> date:
    """Give the first day of a range; what its start leaves out comes from its end."""
    if start.kind == "n":
        return day(int(start.parts["n"]), last.last.month, last.last.year).first
    if "y" in start.parts:
        return _period(start, year).first
    own = _period(start, year).first
    return own if own <= last.last and "y" in end.parts else _period(start, last.last.year).first


def _several(sentence: _Sentence) -> Reading:
    """Several times in one cell: kept as dates, and asked about."""
    listed = [part for part in sentence.parts if part.kind in "dmqhy"]
    default = next(
        (int(part.parts["y"]) for part in reversed(listed) if len(part.parts.get("y", "")) == 4), sentence.context.year
    )
    periods: list[Period] = []
    for part in reversed(listed):  # "Quý IV, quý I/2027": what stands before a year lies before it
        period = _period(part, default)
        if periods and period.yearless and period.last > periods[-1].last and "y" in listed[-1].parts:
            period = _period(part, default - 1)
        periods.append(period)
    days = sorted({period.first - DAY if sentence.before else period.last for period in periods})
    return repeated(
        "dates " + " ".join(found.isoformat() for found in days), strict=sentence.strict, reasons=(SEVERAL, *sentence.reasons)
    )


def _same_day(sentence: _Sentence) -> Reading:
    """Ngày 20 các tháng 3, 6, 9, 12: the day of the first for all."""
    first, *others = [part for part in sentence.parts if part.kind in "dmn"]
    number = first.parts.get("d") or first.parts["n"]
    listed = [first, *others] if first.kind == "d" else others
    named = [part.parts.get("m") or part.parts["n"] for part in listed]
    year = next((part.parts["y"] for part in reversed(listed) if "y" in part.parts), None)
    days = [
        Token("d", part.text, {"d": number, "m": month} | ({"y": year} if year else {}))
        for part, month in zip(listed, named, strict=True)
    ]
    return _several(replace(sentence, parts=tuple(days)))


def _continuous(sentence: _Sentence) -> Reading:
    return Reading({"kind": "continuous"}, sentence.reasons + _other_year(sentence))


def _units(sentence: _Sentence) -> Reading:
    """Hằng quý, 6 tháng, năm: the repetitions joined."""
    found = []
    for token in sentence.parts:
        text = next(iter(token.parts.values()), "") if token.kind in "Ru" else ""
        if text and UNITS[text] not in found:
            found.append(UNITS[text])
    alone = "R" not in sentence.kinds and len(found) < 2  # "6 tháng, năm" says as much as "hằng quý"
    doubt = (VAGUE,) if sentence.strict or sentence.edge or "C" in sentence.kinds or alone else ()
    return repeated(" + ".join(found), strict=sentence.strict, reasons=sentence.reasons + doubt + _other_year(sentence))


def _other_year(sentence: _Sentence) -> tuple[str, ...]:
    """Doubt work without an end that names a year which is not the table's."""
    named = {int(token.parts["y"]) for token in sentence.parts if "y" in token.parts}
    return (OUTSIDE,) if sentence.context.year and named - {sentence.context.year} else ()


def _monthly(sentence: _Sentence) -> Reading:
    unit = next((next(iter(token.parts.values())) for token in sentence.parts if token.kind == "R"), "thang")
    numbers = [int(token.parts["n"]) for token in sentence.parts if token.kind == "n"]
    if unit != "thang" or max(numbers) > 31 or min(numbers) < 1:
        return unclear(sentence.raw, IMPOSSIBLE if unit == "thang" else UNCLEAR)
    if re.search("n-n", sentence.kinds):
        return repeated(monthly(numbers[-1], before=False), reasons=(*sentence.reasons, EXTRA))
    rules = [monthly(number, before=sentence.before) for number in numbers]
    doubt = (VAGUE,) if "j" in sentence.kinds or (sentence.before and len(rules) > 1) else ()
    return repeated(" + ".join(rules), strict=sentence.strict, reasons=sentence.reasons + doubt)


def _quarterly(sentence: _Sentence) -> Reading:
    number = next(int(token.parts["n"]) for token in sentence.parts if token.kind == "n")
    month = next(token for token in sentence.parts if token.kind == "k")
    place = 4 if "next" in month.parts else MONTH_IN_QUARTER[month.parts["place"]]
    if not 1 <= number <= 31 or (place == 4 and MONTH_IN_QUARTER[month.parts["place"]] != 1):
        return unclear(sentence.raw, UNCLEAR)
    doubt = (VAGUE,) if sentence.before and number == 1 else ()
    return repeated(quarterly(place, number, before=sentence.before), strict=sentence.strict, reasons=sentence.reasons + doubt)


def _weekly(sentence: _Sentence) -> Reading:
    unit = next(next(iter(token.parts.values())) for token in sentence.parts if token.kind == "R")
    if unit != "tuan":
        return unclear(sentence.raw, UNCLEAR)
    rules = [weekly(number, before=sentence.before) for number in sentence.weekdays]
    return repeated(" + ".join(rules), strict=sentence.strict, reasons=sentence.reasons)


def _end_of_each(sentence: _Sentence) -> Reading:
    rule = "quarterly" if "quy" in sentence.parts[0].text else "monthly last day"
    is_day = "ngay cuoi cung" in sentence.parts[0].text or sentence.kinds == "zR"
    return repeated(rule, strict=sentence.strict, reasons=sentence.reasons if is_day else (*sentence.reasons, VAGUE))


def _short_dash(sentence: _Sentence) -> Reading:
    """15-11 without a year: a day and its month."""
    number, month = (int(token.parts["n"]) for token in sentence.parts if token.kind == "n")
    token = Token("d", "", {"d": str(number), "m": str(month)})
    doubt = () if number > 12 else (EXTRA,)  # 05-11 may be months or days too
    return _single(replace(sentence, parts=(token,), reasons=sentence.reasons + doubt))


def _yearly_day(sentence: _Sentence) -> Reading:
    found = _single(sentence)
    return Reading(found.due, (*found.reasons, VAGUE))


# Kinds of phrases in a row -> what they make; see phrases.PHRASES for the letters.
GRAMMAR: tuple[tuple[str, Callable[[_Sentence], Reading]], ...] = (
    (r"[dmqhy]", _single),
    (r"F?[dmqhy]-[dmqhy]", _range),
    (r"F?n-[dm]", _range),
    (r"n-n", _short_dash),
    (r"[dmqhy](,[dmqhy])+", _several),
    (r"nm(,m)+|d(,n)+", _same_day),
    (r"C(,?[Cy])*", _continuous),
    (r"[Ru](,?[Ru])*y?", _units),
    (r"C,?R(,?[Ru])*|R,?C", _units),
    (r"R,?n([,-]n)*|n([,-]n)*,?[Rj]", _monthly),
    (r"(R,?)?nk(,?R)?", _quarterly),
    (r"R,?W(,W)*", _weekly),
    (r"W(,W)*,?R", _weekly),
    (r"zR?", _end_of_each),
    (r"d,?R|R,?d", _yearly_day),
)
