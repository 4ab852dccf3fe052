"""What holds a status back: words that nobody has read, or that make what is done a wish. Better ask than write it."""

import re

from .clauses import SENTENCE, clause
from .fold import shape, strip_marks
from .grammar import occurs, wording
from .kinds import STATUS_KINDS, Kind
from .meaning import DONE, IN_PROGRESS, NOT_STARTED
from .reading import Reading, vocabulary
from .settle import IDLE


def _either(words: str) -> str:
    return "|".join(map(shape, words.split()))


SHORT = 4
_PAST = re.compile(r" (?:rôi2|đa4|@p|vưa2|%100) ")
"""Beside these what is done was done."""
_GONE, _JUST = re.compile(r" (?:rôi2|đa4|@p) "), re.compile(r" (?:vưa2|mơi1) ")
_TIMELY = re.compile(r" (?:năm|tơi1|sau|thang1|tuân2|ngay2|cuôi1|đâu2|dip5|lê4|trươc1 (?:ky2|đai5|hôi5|bâu2|khi|đơt5)) ")
"""Words of time that no rule has read, beside a bare "xong": it may be a promise."""

_ANY = "nếu sao gì ai hay cần tưởng nghe khi hả muốn đừng sai @m @v"
"""Words that ask, suppose or wish."""


def _unread(listed: str) -> re.Pattern[str]:
    return re.compile(
        rf" (?:{_either(f'{_ANY} {listed}')}) (?!đôi3 |thê1 )(?<!mơi1 (?=[,.;!?]))"
    )  # "chuyển đổi số" is a subject, "trụ sở mới" a thing


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
_THINGS = re.compile(
    "|".join(
        f"(?<= )(?:{_either(first)}) (?:{_either(second)}) "
        for first, second in (
            ("quyết quy nhất ổn xác", "định"),
            ("bảo", "hiểm vệ tàng trợ quản hành mật"),
            ("tiếp", "dân công nhận tục thu cận"),
            ("thiết trang chuẩn", "bị"),
            ("thôn xã tỉnh đô thị", "mới"),
            ("máy vi", "tính"),
            ("thay", "thế đổi"),
            ("sắp", "xếp"),
            ("thiếu", "nhi niên"),
            ("bản", "sao"),
            ("bàn", "giao"),
            ("giao", "nhiệm chỉ"),
        )
    )
)
"""Words of two syllables of which one alone would shake a status: in "quyết định" nobody means to (định) do anything."""
_AND_YET = re.compile(r" (?:nhưng|song|tuy) ")
_NO_DAY = re.compile(r" [/=]\d")
"""A day that no calendar has ("30/2 xong"), or a share of nothing that is known."""
_ABLE = re.compile("đươc5 (?!giao |duyêt5 |phê )")
"""Behind what is done: that it could be, but not in "theo kế hoạch được giao"."""
_IF = re.compile(r"(?:[^ ,.;!?:]+ ){0,6}thi2 ")
_SHAKEN = re.compile(
    rf" (?:{_either('chưa đâu sắp gần chờ đợi thiếu đang sẽ hay sợ hứa trừ lùi hoãn khất hỏi nào hề nếu ai mấy cần sao khá nhiều tạm hơi dần')})"
    r" (?!(?:vao2|ra) đây1 |đây1 |cung4 )"
)
"""Words that hold the rest of a "done" open."""


_WISHES = (
    "nếu giá mong ước cần phải muốn muộn định tính mục yêu trước chờ đợi để lo ráng gắng cố sẽ hứa đấu tâm thể kiến khó kịp phép sử"
    " lỡ hễ khi miễn trừ liệu chỉ là vọng mơ khỏi bắt giục nhắc hạn nhờ bot cứ hãy ghi dấu lâu cho hỏi giờ dù"
)
_WISH = re.compile(rf" (?:{_either(_WISHES)}|{_either(strip_marks(_WISHES))}|(?:{_either(strip_marks(_WISHES))})~|@[fl]\d+) ")
"""Words that make what stands behind them in the sentence a wish, a plan, a condition or an order."""
_MEANT = re.compile(r" (?:(?:đinh5|dinh~?|lâu) |chi3 (?!tiêu |đao5 |thi5 ))")
"""The same, whatever "vừa" or "mới" stands beside them: "vừa định nộp"."""
_HEDGED = wording("hình_như/dường_như/có_lẽ/nghe_nói/nghe_đâu/đâu_như/có_vẻ/chừng_như/không_chắc")
"""What was not read of a guess shakes every status."""
_WHOLE = re.compile("(?<= )%100 ")


def is_doubtful(reading: Reading, status: str) -> bool:
    """Say whether something in a reply shakes its status.

    Args: reading: the reply without its questions; status: what its stretches come to. Returns: True where it is better to ask.
    """
    if "<retracted> " in reading.text or _is_odd(reading, status) or _UNREAD[status].search(f"{_outside_questions(reading)} "):
        return True
    return occurs(_HEDGED, reading.rest) or (status == DONE and _is_doubtful_end(reading))


def _is_doubtful_end(reading: Reading) -> bool:
    if (
        _is_shaken(reading)
        or _is_slang(reading)
        or _NO_DAY.search(reading.rest)
        or _has_unread_but(reading)
        or _is_wished(reading)
    ):
        return True
    return not _PAST.search(reading.text) and bool(_TIMELY.search(f"{reading.rest} ") or occurs(IDLE, reading.rest))


def _is_wished(reading: Reading) -> bool:
    """Say whether all that is done stands behind a word that makes it a wish, with nothing that puts it in the past."""
    places = [mark.start for mark in reading.of(Kind.DONE, Kind.SENT)] + [
        found.start() for found in _WHOLE.finditer(reading.text)
    ]
    return bool(places) and all(_wished(reading.text, place) for place in places)


def _wished(text: str, place: int) -> bool:
    start, end = clause(text, place, SENTENCE)
    said, before = f" {text[start:end]}", f" {text[start:place]}"
    if _GONE.search(said):
        return False
    return bool(_MEANT.search(said) or (_WISH.search(before) and not _JUST.search(said)))


def _outside_questions(reading: Reading) -> str:
    """What no rule has read, but for sentences that only ask or tell an obstacle: "đang làm, cho em hỏi cần những gì"."""
    rest = _THINGS.sub("_ _ ", reading.rest)
    for ask in reading.of(Kind.ASK, Kind.BLOCK):
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


def _is_shaken(reading: Reading) -> bool:
    """Say whether a word between those of a rule asks or doubts: "làm tới đâu rồi" matches "làm ... rồi"."""
    marks = reading.of(Kind.DONE, Kind.SENT)
    return any(
        _SHAKEN.search(f" {reading.text[mark.start : mark.end]}")
        or _IF.match(reading.text, mark.end)
        or _ABLE.match(reading.text, mark.end)
        for mark in marks
    )


def _is_slang(reading: Reading) -> bool:
    """Say whether a word that no table knows stands beside a short "xong": it may be slang for the opposite ("xong bét")."""
    words = [token for token in reading.text.split() if token[0].isalpha()]
    unread = (token for token in reading.rest.split() if token.isalnum() and len(token) > 1)
    return len(words) <= SHORT and not _PAST.search(reading.text) and not vocabulary().words.issuperset(unread)


def _is_odd(reading: Reading, status: str) -> bool:
    """Say whether a misspelt word that nobody could read leaves room for another meaning; "đang" says enough beside it."""
    return "<odd> " in reading.text and not (status == IN_PROGRESS and reading.has(Kind.GOING, Kind.BUSY_WITH_IT))
