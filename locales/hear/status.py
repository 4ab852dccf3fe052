"""From labelled stretches to one status; where they contradict each other, to a question back."""

import re
from collections.abc import Collection

from .doubt import is_doubtful
from .fold import shape
from .kinds import STATUS_KINDS, Kind
from .meaning import DONE, IN_PROGRESS, NOT_STARTED
from .reading import Mark, Reading

ASK_BACK = "ask"
"""The words are about the status but do not settle it."""

MOST = 100
_PERCENT = re.compile(r"%(\d+) ")
_BUT = re.compile(r" (?:nhưng|ma2(?! (?:(?:anh|chi5|em|sêp1|bac1|cô|chu1|a5) )?[,.?])|con2|song|chi3|tuy|mơi1|trư2|mơi|ngoai2) ")
_HANDING = frozenset(map(shape, "nộp gửi ký công_khai đăng niêm ban phát".split()))
_START_LATER = re.compile(r" (?:lam2|thưc5 hiên5|triên3 khai|tiên1 hanh2|băt1 đâu2) ")
_WAITS = re.compile("(?:đang )?(?:chơ2|đơi5) ")
_SIGNED = re.compile(r" (?:ky1|duyêt5) (?:xong )?(?:rôi2 )?$")
_WORK_LATER = re.compile(r" (?:rap1|viêt1|soan5|tông3 hơp5|lam2|chinh3|sưa3|ra2|hoan2 thiên5) ")
_FINISH_LATER = re.compile(r" (?:xong|hoan2 thanh2|hoan2 tât1|ban hanh2) ")
_HAND_IN = re.compile(
    r"[^,.;!]* (?:nôp5|ky1|trinh2|phat1 hanh2) (?:@\S+ |lên |đi |luôn |cho |em |anh |chi5 |sêp1 |nhe1 |a5 )*[,.;!]"
)
_PARTLY = {Kind.PART, Kind.LEFT, Kind.UNFINISHED}

_BEGUN = re.compile("(?!<formerly> )(?:\\S+ )*?(?:đa4|rôi2) ")


def percent_of(reading: Reading, marks: Collection[Mark] = ()) -> int | None:
    """Give the last percentage that stands outside questions and denials.

    Args: reading: the reply; marks: the stretches in which numbers do not count. Returns: 0-100 or None.
    """
    found = [
        match for match in _PERCENT.finditer(reading.text) if not any(mark.start <= match.start() < mark.end for mark in marks)
    ]
    if not found or (_is_capped(reading.text, found[-1].start()) and found[-1].group(1) == "100"):
        return None
    value = int(found[-1].group(1))
    return value if value <= MOST else None


def _is_capped(text: str, place: int) -> bool:
    """See "gần 100 %", "chưa được 100 %": in progress, but no number."""
    before = text[max(0, place - 24) : place]
    return bool(re.search(r" (?:gân2|chưa|không|sap|săp1|xâp1|suyt1|ngot1)(?: \S+){0,2} $", before))


def status_of(reading: Reading, percent: int | None) -> str | None:
    """Decide the status, by the rules of the labelled replies ("Status", "Negation", "Ambiguous").

    Args: reading: the reply without its questions; percent: from `percent_of`. Returns: a status, ASK_BACK, or None.
    """
    status = _weighed(reading, percent)
    return ASK_BACK if status and status != ASK_BACK and is_doubtful(reading, status) else status


def _weighed(reading: Reading, percent: int | None) -> str | None:
    kinds = {mark.kind for mark in reading.marks if mark.kind in STATUS_KINDS}
    if Kind.GUESS in kinds:
        return ASK_BACK
    over = any(int(match.group(1)) > MOST for match in _PERCENT.finditer(reading.text))
    if over and Kind.DONE not in kinds:
        return ASK_BACK
    if percent is not None or (_PERCENT.search(reading.text) and not over):
        return _by_percent(kinds, percent)
    if kinds & {Kind.DONE, Kind.SENT}:
        return _with_done(reading, kinds)
    if Kind.NOT in kinds:
        return _with_not(kinds)
    if kinds & (_PARTLY | {Kind.GOING, Kind.BUSY_WITH_IT, Kind.PROMISE}):
        return IN_PROGRESS
    if Kind.UNSENT in kinds and any(_BEGUN.match(reading.text, mark.start, mark.end) for mark in reading.of(Kind.UNSURE)):
        return IN_PROGRESS  # begun, and not handed over: "đã soạn, chưa trình"
    return ASK_BACK if kinds & {Kind.UNSURE, Kind.UNSENT} else None


def _by_percent(kinds: set[Kind], percent: int | None) -> str | None:
    if percent is None:
        return (IN_PROGRESS if kinds - {Kind.UNSURE} else ASK_BACK) if kinds else None
    if percent == 0:
        return ASK_BACK if kinds & {Kind.DONE, Kind.SENT} else NOT_STARTED
    if percent < 100:
        return ASK_BACK if Kind.NOT in kinds and not kinds & (_PARTLY | {Kind.GOING}) else IN_PROGRESS
    return IN_PROGRESS if kinds & (_PARTLY | {Kind.UNSENT, Kind.NOT}) else DONE


def _with_done(reading: Reading, kinds: set[Kind]) -> str:
    """Weigh "done" against whatever else is said."""
    contrast = _contrasts(reading)
    if kinds & {Kind.PART, Kind.LEFT}:
        return IN_PROGRESS
    if Kind.NOT in kinds and Kind.DONE not in kinds:
        return ASK_BACK
    if Kind.NOT in kinds and not reading.has(Kind.LEFT, Kind.PART):
        return ASK_BACK
    if kinds & {Kind.NOT, Kind.UNFINISHED, Kind.BUSY_WITH_IT}:
        return IN_PROGRESS if contrast else ASK_BACK
    if kinds & {Kind.GOING, Kind.UNSENT}:
        return IN_PROGRESS
    if any(contrast or _WAITS.match(reading.text, mark.start) for mark in reading.of(Kind.BLOCK)):
        return IN_PROGRESS
    return ASK_BACK if reading.has(Kind.BLOCK) else _done_or_promised(reading, kinds)


def _contrasts(reading: Reading) -> bool:
    """Say whether a "but" stands after the first stretch that says done."""
    first = min(mark.start for mark in reading.of(Kind.DONE, Kind.SENT))
    return bool(_BUT.search(reading.text, first))


def _done_or_promised(reading: Reading, kinds: set[Kind]) -> str:
    """Done stays done beside a promise to send proof; a promise to finish takes it back."""
    if any(_START_LATER.search(f" {reading.text[mark.start : mark.end]}") for mark in reading.of(Kind.SNOOZE)):
        return ASK_BACK  # "ban hành rồi, tuần sau triển khai"
    if Kind.PROMISE not in kinds:
        return DONE
    promises = " ".join(reading.text[mark.start : mark.end] for mark in reading.of(Kind.PROMISE))
    if not reading.has(Kind.DONE, Kind.EVIDENCE) and any(word in promises.split() for word in _verbs(reading)):
        return IN_PROGRESS
    if all(_SIGNED.search(reading.text, 0, mark.end) for mark in reading.of(Kind.DONE, Kind.SENT)):
        return IN_PROGRESS
    return (
        ASK_BACK
        if _FINISH_LATER.search(f" {promises} ") or _WORK_LATER.search(f" {promises} ") or _promises_it(reading)
        else DONE
    )


def _promises_it(reading: Reading) -> bool:
    """Say whether something is promised to be handed in without a word of proof: "xong rồi, mai nộp" may mean the work itself."""
    return any(_HAND_IN.match(reading.text, mark.start) for mark in reading.of(Kind.PROMISE))


def _verbs(reading: Reading) -> set[str]:
    """What is said to be handed over already: where it is promised too, that was a part ("nộp bản giấy rồi, file mai nộp")."""
    return {word for mark in reading.of(Kind.SENT) for word in reading.text[mark.start : mark.end].split()} & _HANDING


def _with_not(kinds: set[Kind]) -> str:
    """Not begun outweighs what is missing and what is promised, but not work that is going on."""
    return ASK_BACK if kinds & {Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.UNFINISHED} else NOT_STARTED
