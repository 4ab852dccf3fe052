"""From labelled stretches to one status; where they contradict each other, to a question back."""

import re
from collections.abc import Collection

from .clauses import SENTENCE, clause
from .fold import shape
from .grammar import occurs
from .kinds import STATUS_KINDS, Kind
from .meaning import DONE, IN_PROGRESS, NOT_STARTED
from .reading import Mark, Reading, vocabulary
from .settle import IDLE

ASK_BACK = "ask"
"""The words are about the status but do not settle it."""

MOST = 100
SHORT = 4
_PERCENT = re.compile(r"%(\d+) ")
_BUT = re.compile(r" (?:nhưng|ma2|con2|song|chi3|tuy|mơi1|trư2|mơi|ngoai2) ")
_PAST = re.compile(r" (?:rôi2|đa4|@p|vưa2|%100) ")
_HANDING = frozenset(map(shape, "nộp gửi ký công_khai đăng niêm ban phát".split()))
_WAITS = re.compile("(?:đang )?(?:chơ2|đơi5) ")
_SIGNED = re.compile(r" (?:ky1|duyêt5) (?:xong )?(?:rôi2 )?$")
_FINISH_LATER = re.compile(r" (?:xong|hoan2 thanh2|hoan2 tât1|ban hanh2) ")
_HAND_IN = re.compile(
    r"[^,.;!]* (?:nôp5|ky1|trinh2|phat1 hanh2) (?:@\S+ |lên |đi |luôn |cho |em |anh |chi5 |sêp1 |nhe1 |a5 )*[,.;!]"
)
_PARTLY = {Kind.PART, Kind.LEFT, Kind.UNFINISHED}


_TIMELY = re.compile(r" (?:năm|tơi1|sau|thang1|tuân2|ngay2|cuôi1|đâu2|dip5|lê4|trươc1 (?:ky2|đai5|hôi5|bâu2|khi|đơt5)) ")
"""Words of time that no rule has read, beside a bare "xong": it may be a promise."""

_ANY = "nếu sao gì ai hay cần tưởng nghe khi hả muốn đừng sai @m @v"
"""Words that ask, suppose or wish."""


def _unread(listed: str) -> re.Pattern[str]:
    words = "|".join(map(shape, f"{_ANY} {listed}".split()))
    return re.compile(rf" (?:{words}) (?!đôi3 )(?<!mơi1 (?=[,.;!?]))")  # "chuyển đổi số" is a subject, "trụ sở mới" a thing


_UNREAD = {
    DONE: _unread(
        "mấy không chưa đâu mới sắp gần chờ đợi còn thiếu đang sẽ nữa hay sợ may hứa hẹn trừ chuyển lùi dời hoãn khất hỏi nào chừng chắc hề bị"
        " tính để bảo nói lúc thế"
    ),
    IN_PROGRESS: _unread("bao chưa tiếp chuyển sẽ nhờ bảo lúc vậy thay xong"),
    NOT_STARTED: _unread(
        "mấy xong thành đã nào bao chưa hỏi chuyển giao hẹn phải bị sẽ định tính cho để xin nhờ bảo lúc hồi thế thay nộp @p"
    ),
}
_DECISION = re.compile("(?:quyêt1|quy|nhât1|ôn3|xac1) đinh5 ")
"""In these words nobody "định" (means to)."""
_BEGUN = re.compile("(?:đa4|rôi2) ")
_AND_YET = re.compile(r" (?:nhưng|song|tuy) ")
_NO_DAY = re.compile(r" [/=]\d")
"""A day that no calendar has ("30/2 xong"), or a share of nothing that is known."""
_IF = re.compile(r"(?:[^ ,.;!?:]+ ){0,6}thi2 ")
_SHAKEN = re.compile(
    rf" (?:{'|'.join(map(shape, 'chưa đâu sắp gần chờ đợi thiếu đang sẽ hay sợ hứa trừ lùi hoãn khất hỏi nào hề nếu ai mấy cần sao khá nhiều tạm hơi dần'.split()))}) (?!(?:vao2|ra) đây1 |đây1 )"
)
"""Words that hold the rest of a "done" open."""

"""Words that shake a status where no rule has read them: better ask than write it."""


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
    unread, rest = _UNREAD.get(status or ""), f"{_outside_questions(reading)} "
    if status and "<retracted> " in reading.text:
        return ASK_BACK
    if unread and (unread.search(rest) or _is_odd(reading, status) or _is_shaken(reading, status)):
        return ASK_BACK
    if status == DONE and (_is_slang(reading) or _NO_DAY.search(reading.rest) or _has_unread_but(reading)):
        return ASK_BACK
    if status == DONE and not _PAST.search(reading.text) and (_TIMELY.search(f"{reading.rest} ") or occurs(IDLE, reading.rest)):
        return ASK_BACK
    return status


def _outside_questions(reading: Reading) -> str:
    """What no rule has read, but for sentences that ask: "đang làm, cho em hỏi cần những gì" leaves nothing open."""
    rest = _DECISION.sub("_ _ ", reading.rest)
    for ask in reading.of(Kind.ASK):
        start, end = clause(reading.text, ask.start, SENTENCE)
        if not any(start <= mark.start < end for mark in reading.marks if mark.kind in STATUS_KINDS):
            rest = rest[:start] + "_" * (end - start - 1) + " " + rest[end:]
    return rest


def _has_unread_but(reading: Reading) -> bool:
    """Say whether a "but" behind what is done brings something that no rule has read: "xong nhưng ... "."""
    but = [found.end() for found in _AND_YET.finditer(reading.rest)]
    if not but or any(mark.start >= but[-1] for mark in reading.marks):
        return False
    return sum(token.isalnum() and not token[0].isdigit() for token in reading.rest[but[-1] :].split()) > 1


def _is_shaken(reading: Reading, status: str | None) -> bool:
    """Say whether a word between those of a rule asks or doubts: "làm tới đâu rồi" matches "làm ... rồi"."""
    if status != DONE:
        return False
    marks = reading.of(Kind.DONE, Kind.SENT)
    return any(
        _SHAKEN.search(f" {reading.text[mark.start : mark.end]}")
        or _IF.match(reading.text, mark.end)
        or reading.text.startswith("đươc5 ", mark.end)
        for mark in marks
    )


def _is_slang(reading: Reading) -> bool:
    """Say whether a word that no table knows stands beside a short "xong": it may be slang for the opposite ("xong bét")."""
    words = [token for token in reading.text.split() if token[0].isalpha()]
    unread = (token for token in reading.rest.split() if token.isalnum() and len(token) > 1)
    return len(words) <= SHORT and not _PAST.search(reading.text) and not vocabulary().words.issuperset(unread)


def _is_odd(reading: Reading, status: str | None) -> bool:
    """Say whether a misspelt word that nobody could read leaves room for another meaning; "đang" says enough beside it."""
    return "<odd> " in reading.text and not (status == IN_PROGRESS and reading.has(Kind.GOING, Kind.BUSY_WITH_IT))


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
    if Kind.UNSENT in kinds and any(_BEGUN.search(reading.text, mark.start, mark.end) for mark in reading.of(Kind.UNSURE)):
        return IN_PROGRESS  # begun, and not handed over: "đã soạn, chưa trình"
    return ASK_BACK if kinds & {Kind.UNSURE, Kind.UNSENT} else None


def _by_percent(kinds: set[Kind], percent: int | None) -> str | None:
    if percent is None:
        return IN_PROGRESS if kinds else None
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
    if Kind.PROMISE not in kinds:
        return DONE
    promises = " ".join(reading.text[mark.start : mark.end] for mark in reading.of(Kind.PROMISE))
    if not reading.has(Kind.DONE, Kind.EVIDENCE) and any(word in promises.split() for word in _verbs(reading)):
        return IN_PROGRESS
    if all(_SIGNED.search(reading.text, 0, mark.end) for mark in reading.of(Kind.DONE, Kind.SENT)):
        return IN_PROGRESS
    return ASK_BACK if _FINISH_LATER.search(f" {promises}") or _promises_it(reading) else DONE


def _promises_it(reading: Reading) -> bool:
    """Say whether something is promised to be handed in without a word of proof: "xong rồi, mai nộp" may mean the work itself."""
    return any(_HAND_IN.match(reading.text, mark.start) for mark in reading.of(Kind.PROMISE))


def _verbs(reading: Reading) -> set[str]:
    """What is said to be handed over already: where it is promised too, that was a part ("nộp bản giấy rồi, file mai nộp")."""
    return {word for mark in reading.of(Kind.SENT) for word in reading.text[mark.start : mark.end].split()} & _HANDING


def _with_not(kinds: set[Kind]) -> str:
    """Not begun outweighs what is missing and what is promised, but not work that is going on."""
    return ASK_BACK if kinds & {Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.UNFINISHED} else NOT_STARTED
