"""Where clauses begin and end, which of them ask, and which dates are the writer's own."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from .dates import MENTION
from .kinds import STATUS_KINDS, Kind
from .reading import Mark, Reading

_BREAK = re.compile(r"(?<= )(?:[,.;!?] |nhe1 |a5 |nhưng |ma2 |rôi2 |cho em (?=hoi3 |xin )|xin hoi3 )")
SENTENCE = re.compile(r"(?<= )[,.;!?] ")
_REASON = re.compile(r" (?:vi2|do|tai5|bơi3) (?!.* nên )")
_IF = re.compile(r" (?:thi2 (?!cho |em hoi3 )|nêu1 |gia3 sư3 |rôi2 co1 (?:đươc5|cân2|phai3|bi5|nên) )")
_OTHERS_TIME = re.compile(
    r" (?<!gia )(?<!lui2 )(?<!thêm )(?<!xin )(?<!nơi1 )(?<!dơi2 )(?<!hoan4 )(?<!khât1 )(?:han5|deadline)(?: (?:la2|cuôi1|chot1|nôp5|cua3 tinh3)){0,2} $"
)


def clause(text: str, place: int, breaks: re.Pattern[str] = _BREAK) -> tuple[int, int]:
    """Give the start and end of the clause around a place in a rendered reply."""
    start, end = 0, len(text)
    for found in breaks.finditer(text):
        if found.end() <= place:
            start = found.end()
        elif found.start() >= place:
            end = found.end()
            break
    return start, end


def without_questions(reading: Reading) -> Reading:
    """Take away the status of every clause that asks, and mark clauses that end in "?" as asking.

    Args: reading: the reply. Returns: the reading with only what is asserted, and its questions.
    """
    marks = [mark for mark in reading.marks if not _tells_nothing(reading, mark)]
    asked = [clause(reading.text, mark.start) for mark in marks if mark.kind is Kind.ASK]
    asked += [clause(reading.text, mark.start, SENTENCE) for mark in marks if mark.kind is Kind.ASK and _supposes(reading, mark)]
    for place in (found.start() for found in re.finditer(r" \?", reading.text)):
        span = clause(reading.text, place)
        inside = _within(marks, span)
        if inside and not any(mark.kind in (*_NO_QUESTION, Kind.ASK) for mark in inside):
            marks.append(Mark(Kind.ASK, *span))
            asked.append(span)
            marks = [mark for mark in marks if not (mark.kind in (Kind.BLOCK, Kind.REASSIGN) and mark in inside)]
    tagged = _tagged(reading, marks)
    asked += tagged
    marks += [Mark(Kind.ASK, *span) for span in tagged]
    kept = (mark for mark in marks if not (mark.kind in _MUTED and any(start <= mark.start < end for start, end in asked)))
    return replace(reading, marks=tuple(sorted(kept, key=lambda mark: mark.start)))


def _within(marks: Iterable[Mark], span: tuple[int, int]) -> list[Mark]:
    return [mark for mark in marks if span[0] <= mark.start < span[1]]


def _tagged(reading: Reading, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Give the sentences about the work that end in a tag, "đã nộp phải không", but for rhetorical ones: "mà chị quên hả"."""
    spans = []
    for tag in _TAG.finditer(reading.text):
        span = (clause(reading.text, tag.start(), SENTENCE)[0], tag.end())
        inside = _within(marks, span)
        rhetorical = any(mark.kind is Kind.DENIED and mark.end >= tag.start() for mark in inside)
        kinds = {mark.kind for mark in inside}
        if not rhetorical and not kinds.isdisjoint(STATUS_KINDS) and kinds.isdisjoint(_NO_QUESTION):
            spans.append(span)
    return spans


def _tells_nothing(reading: Reading, mark: Mark) -> bool:
    """See "chưa làm được gì": nothing is asked where "gì", "nào" stands behind a "not", without a question mark."""
    if mark.kind is not Kind.ASK or not _WHAT.match(reading.text, mark.start) or not is_negated(reading, mark):
        return False
    start, end = clause(reading.text, mark.start)
    return "? " not in reading.text[start:end]


def _supposes(reading: Reading, ask: Mark) -> bool:
    """See "làm rồi mà không có minh chứng thì có được điểm không": what stands before "thì" is only supposed."""
    start, _ = clause(reading.text, ask.start, SENTENCE)
    return bool(_IF.search(reading.text[max(start - 1, 0) : ask.end]))


_TAG = re.compile(
    r" (?:(?:ha3|hơ3|(?:phai3|đung1) không) (?:(?:a5|anh|chi5|em|sêp1|bac1|cô|chu1) )*[.?]|(?:a2|ư1) (?:(?:anh|chi5|em|sêp1) )?\?) "
)
"""Behind these all of a sentence is asked: "chưa xong hả anh", "đã nộp phải không"."""
_NO_QUESTION = (Kind.EXTEND, Kind.GUESS, Kind.JOKE)
"""Beside these a "?" asks nothing of the work."""
_WHAT = re.compile("(?:gi2|nao2) ")
_MUTED = (STATUS_KINDS - {Kind.GUESS}) | {Kind.EVIDENCE, Kind.SNOOZE}


_NOT = re.compile(r"(?<= )(?:chưa|không|chăng3) (?!.*(?<= )(?:nhưng|ma2|rôi2|nên|thi2|đa4|nhe1|a5|[,.;!?:]) )")

_AGAINST = re.compile("(?:nhưng|ma2) ")


def is_negated(reading: Reading, mark: Mark) -> bool:
    """Say whether a "not" stands before a stretch in its own clause, one that no denial ("không cần nhắc") has for itself."""
    found = None if _AGAINST.match(reading.text, mark.start) else _NOT.search(reading.text[: mark.start])
    own = reading.of(Kind.DENIED, Kind.UNSURE, Kind.ACK)
    return found is not None and not any(other.start <= found.start() < other.end for other in own)


def asked_spans(reading: Reading) -> list[Mark]:
    """Give the clauses that ask, as marks."""
    spans = (clause(reading.text, mark.start) for mark in reading.of(Kind.ASK))
    return [Mark(Kind.ASK, start, end) for start, end in spans]


def own_date(reading: Reading, intent: Kind | None) -> date | None:
    """Give the day that the writer promises or asks for: the last one, in the clause that carries the intent.

    Args: reading: the reply; intent: what it is about. Returns: a day from today on, or None.
    """
    if intent is Kind.EXTEND:
        return _last(reading, reading.of(Kind.EXTEND)) or _last(reading, reading.of(Kind.PROMISE, Kind.SNOOZE)) or _any(reading)
    promised = _last(reading, reading.of(Kind.PROMISE))
    if promised or intent not in (Kind.SNOOZE, None):
        return promised or (_last(reading, reading.of(Kind.SNOOZE)) if intent is Kind.BLOCK else None)
    return _last(reading, reading.of(Kind.SNOOZE)) or _any(reading)


def _last(reading: Reading, marks: list[Mark]) -> date | None:
    """The last day said in the sentences of some marks, but for reasons and given deadlines."""
    spans = [clause(reading.text, mark.start, SENTENCE) for mark in marks]
    spans += [(mark.start, mark.end) for mark in marks]
    return _latest_said(
        reading,
        (mention for mention in MENTION.finditer(reading.text) if any(start <= mention.start() < end for start, end in spans)),
    )


def _any(reading: Reading) -> date | None:
    """The last day said anywhere outside questions, done clauses and obstacles."""
    closed = asked_spans(reading) + reading.of(Kind.DONE, Kind.SENT, Kind.BLOCK, Kind.REASSIGN)
    return _latest_said(
        reading,
        (
            mention
            for mention in MENTION.finditer(reading.text)
            if not any(mark.start <= mention.start() < mark.end for mark in closed) and not _tells(reading, mention)
        ),
    )


def _tells(reading: Reading, mention: re.Match[str]) -> bool:
    """See what is told of a day, not promised for it: "đã tổ chức hội nghị ngày 20/11", "hôm nay chưa xong"."""
    start, end = clause(reading.text, mention.start(), SENTENCE)
    if any(mention.start() < mark.start < end for mark in reading.of(Kind.NOT, Kind.UNFINISHED, Kind.UNSENT)):
        return True
    over = [mark for mark in reading.of(Kind.DONE, Kind.SENT) if start <= mark.start < mention.start()]
    return mention.group().startswith("@l") and any("đa4 " in reading.text[mark.start : mark.end] for mark in over)


def _latest_said(reading: Reading, mentions: Iterable[re.Match[str]]) -> date | None:
    """Choose the last of the writer's own days; "(để mai,) nay bận" speaks of today in passing."""
    days = [reading.days[int(mention.group(1))] for mention in mentions if _is_own(reading, mention)]
    later = [day for day in days if day > min(days)]
    return (later or days)[-1] if days else None


def _is_own(reading: Reading, mention: re.Match[str]) -> bool:
    start, _ = clause(reading.text, mention.start(), SENTENCE)
    before = reading.text[max(start - 1, 0) : mention.start()]
    if any(mark.start <= mention.start() < mark.end for mark in reading.of(Kind.DONE, Kind.SENT, Kind.BLOCK)):
        return False
    asked_for = [mark.start for mark in reading.of(Kind.EXTEND) if mark.start < mention.start() <= mark.end]
    reason = _REASON.search(reading.text, asked_for[-1] if asked_for else max(start - 1, 0), mention.start())
    return not reason and (bool(asked_for) or not _OTHERS_TIME.search(before))
