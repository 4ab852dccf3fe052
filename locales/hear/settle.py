"""Where one stretch of a reply decides what another is worth."""

import re
from collections.abc import Callable
from dataclasses import replace

from .clauses import SENTENCE, clause, is_negated
from .codes import SCORE
from .grammar import occurs, wording
from .kinds import STATUS_KINDS, Kind
from .reading import Mark, Reading
from .whose import is_elsewhere, is_of_others, keeps_busy

PRIVATE, IDLE = wording("{private}"), wording("{idle}")
_MAXIMUM = wording("""
{marks_own} ..3 tối_đa/max/full/tuyệt_đối/kịch_khung/kịch_điểm/cao_nhất/kịch_trần/trọn_điểm/đủ_điểm
điểm tối_đa/max/tuyệt_đối
full điểm
tối_đa ..1 điểm
^ tối_đa $
max điểm
""")
_LACKING_PROOF = wording("thiếu/chưa/không ..3 {strict}/{paper}/chữ_ký/dấu/hồ_sơ")
_FINISHING = {Kind.DONE, Kind.SENT, Kind.UNFINISHED, Kind.PROMISE}
_OWN = re.compile(" (?:em|tôi|minh2|nên|nhưng|bon5|đơn vi5(?! (?:thi|tư|cung) )|(?:xa4|phương2)(?= chưa)) ")
_OWN_FAILURE = re.compile("(?:chưa|không|chăng3) (?:thê3 )?(?:nôp5|gưi3|ky1|lam2|trinh2) ")
_GONE = re.compile(" (?:rôi2|đa4|@p) ")
_ALL_THE_SAME = re.compile(
    r" (?:nhưng|ma2|song|nên|giơ2|cuôi1 cung2|@l\d+) (?:\S+ ){0,3}(?:em|tôi|minh2|viêc5|vân4|cung4|lam2|nôp5|gưi3|ky1) "
)
_KNOWING = re.compile("(?:biêt1|ro4|hiêu3|nhơ1|năm1|thây1|nghe) ")
"""Beside these a bare "rồi" says no more: "rồi, em biết rồi"."""
_BARELY = re.compile("(?:(?:da5|vâng|ư2|ok) )*rôi2 ")
_VOW = re.compile(" (?:se4|cô1|găng1|rang1|hưa1|đâu1|tâm) $")
"""Behind these a bare "xong" is promised, not told."""
_NOT_YET = re.compile("(?:da5 )?chưa (?:a5 |đâu |anh |chi5 |em |sêp1 |bac1 )*[,.] ")
"""The bare answer "chưa," says no more than not finished where the work is under way: "chưa, đang chờ ký"."""
_UNDER_WAY = (Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.LEFT)
_ON_TIME = re.compile("(?:đung1|theo|kip5) tiên1 đô5 ")
"""Beside what is done this says when, not that it goes on: "xong rồi, đúng tiến độ"."""
_PASSING = re.compile(" (?:gưi3|nôp5|up|chuyên3|đưa) ")
_BECAUSE = re.compile("(?:, )?(?:do|vi2|tai5|bơi3) (?!em |tôi |minh2 |bân5 |quên |lươi2 |ban5 |đang |mơi1 )")
_REASON = re.compile(" (?:vi2|do|tai5|bơi3) ")
_OF_THE_WORK = {Kind.DONE, Kind.SENT, Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.LEFT}


def scores(reading: Reading) -> bool:
    """Say whether the reply gives points."""
    return bool(SCORE.search(reading.text)) or occurs(_MAXIMUM, reading.text)


def _is_reasoned(reading: Reading) -> bool:
    """Say whether what is missing, or another matter, is only why more time is asked for: "xin lùi vì còn thiếu số liệu"."""
    asked = [mark.end for mark in reading.of(Kind.EXTEND)]
    return bool(asked) and any(_REASON.search(reading.text, asked[0] - 1, mark.start + 1) for mark in reading.of(Kind.LEFT))


_OUTWEIGHED: tuple[tuple[Callable[[Reading], bool], set[Kind]], ...] = (
    # a paper named by its number, or a file, turns "đã ban hành", "gửi rồi" beside it into a note on proof
    (
        lambda reading: reading.has(Kind.EVIDENCE) and bool(re.search("<(?:doc|file|url)> ", reading.text)),
        {Kind.SENT, Kind.UNSURE},
    ),
    # who asks for a later deadline promises, and has finished nothing
    (lambda reading: reading.has(Kind.EXTEND), {Kind.PROMISE, Kind.DONE, Kind.SENT}),
    # and what is missing is there only the reason, as it is beside an obstacle where nothing else is told of the work
    (_is_reasoned, {Kind.LEFT}),
    (
        lambda reading: reading.has(Kind.BLOCK) and not reading.has(Kind.EXTEND) and reading.kinds & STATUS_KINDS == {Kind.LEFT},
        {Kind.LEFT},
    ),
    # what another person does is not the writer's work
    (lambda reading: reading.has(Kind.REASSIGN), _OF_THE_WORK),
    # proof that is missing is the reason for a self score, not the state of the work
    (lambda reading: scores(reading) and occurs(_LACKING_PROOF, reading.text), {Kind.LEFT, Kind.UNSENT, Kind.BLOCK}),
)


def settled(reading: Reading) -> Reading:
    """Take away the stretches that others outweigh.

    Args: reading: the reply without its questions. Returns: the reading with the marks that count.
    """
    dropped = set[Kind]().union(*(kinds for holds, kinds in _OUTWEIGHED if holds(reading)))
    marks = [
        _placed(reading, _timed(reading, mark))
        for mark in reading.marks
        if mark.kind not in dropped and not _is_overcome(reading, mark)
    ]
    return replace(reading, marks=tuple(mark for mark in marks if not _is_void(reading, mark)))


def is_excused(reading: Reading) -> bool:
    """Say whether "chưa làm được" has a reason that lies outside the writer: "do trùng với bầu cử"."""
    stalled = reading.of(Kind.NOT, Kind.UNFINISHED, Kind.UNSENT)
    return not reading.has(Kind.PART) and any(
        reading.text[mark.start : mark.end].endswith("đươc5 ") and _BECAUSE.match(reading.text, mark.end) for mark in stalled
    )


def _timed(reading: Reading, mark: Mark) -> Mark:
    """Read "vài hôm nữa xong" as a promise beside other news of the work, and alone as putting off.

    What was not begun and is only begun on some day, "chưa làm, thứ 6 em mới làm", is put off to that day.
    """
    if mark.kind is Kind.UNSURE and reading.text.startswith("@l", mark.start) and reading.has(Kind.NOT):
        return replace(mark, kind=Kind.SNOOZE)
    if mark.kind is not Kind.SOMETIME:
        return mark
    return replace(mark, kind=Kind.PROMISE if reading.has(*STATUS_KINDS) or " %" in reading.text else Kind.SNOOZE)


def _placed(reading: Reading, mark: Mark) -> Mark:
    """Take what is told of another body, matter or time for too little to go by."""
    told = mark.kind in STATUS_KINDS - {Kind.GUESS, Kind.UNSURE, Kind.LEFT} and is_elsewhere(reading, mark.start, mark.end)
    return replace(mark, kind=Kind.UNSURE) if told else mark


def _is_void(reading: Reading, mark: Mark) -> bool:
    if mark.kind is Kind.NOT and reading.has(Kind.REASSIGN):
        return "chưa " not in reading.text[mark.start : mark.end]  # "em không làm" is a refusal, no state
    if mark.kind is Kind.NOT and _NOT_YET.match(reading.text, mark.start):
        return reading.has(*_UNDER_WAY, Kind.PROMISE) or " %" in reading.text
    if mark.kind is Kind.GOING and _ON_TIME.match(reading.text, mark.start):
        return reading.has(Kind.DONE, Kind.SENT)
    if mark.kind in (Kind.DONE, Kind.SENT) and (is_negated(reading, mark) or _is_vowed(reading, mark)):
        return True
    if mark.kind is Kind.DONE and _BARELY.fullmatch(reading.text, mark.start, mark.end):
        return any(_KNOWING.search(reading.text, ack.start, ack.end) for ack in reading.of(Kind.ACK))
    if mark.kind is Kind.SENT and _is_handed_over(reading, mark):
        return True
    if is_of_others(reading, mark) or keeps_busy(reading, mark):
        return True
    return mark.kind in STATUS_KINDS and (_is_private(reading, mark) or _is_of_obstacle(reading, mark))


def _is_handed_over(reading: Reading, mark: Mark) -> bool:
    """Say whether what was sent is proof named in the same clause: "phụ lục kèm theo báo cáo em gửi chị rồi"."""
    start, end = clause(reading.text, mark.start)
    beside = any(
        start <= proof.start < end and "kem2 " in reading.text[proof.start : proof.end] for proof in reading.of(Kind.EVIDENCE)
    )
    return beside and bool(_PASSING.search(f" {reading.text[mark.start : mark.end]}"))


def _is_vowed(reading: Reading, mark: Mark) -> bool:
    """Say whether what is done is only promised: "sẽ cố xong trước hạn"."""
    return bool(_VOW.search(reading.text[: mark.start])) and not _GONE.search(f" {reading.text[mark.start : mark.end]}")


def _is_overcome(reading: Reading, mark: Mark) -> bool:
    """Say whether an obstacle is behind the writer, who did the work all the same: "mất điện nhưng em cũng làm xong rồi"."""
    if mark.kind is not Kind.BLOCK or reading.has(Kind.NOT, Kind.UNSENT, Kind.LEFT, Kind.UNFINISHED, Kind.PART):
        return False
    return any(
        done.start >= mark.end
        and _ALL_THE_SAME.search(reading.text[mark.end - 1 : done.end])
        and _GONE.search(f" {reading.text[done.start : done.end]}")
        for done in reading.of(Kind.DONE, Kind.SENT)
    )


def _is_of_obstacle(reading: Reading, mark: Mark) -> bool:
    """Say whether what is said follows an obstacle without the writer coming in: "máy hỏng, thợ hẹn mai sửa xong"."""
    if mark.kind not in _FINISHING:
        return False
    before = [
        block.end
        for block in reading.of(Kind.BLOCK)
        if block.end <= mark.start and not _OWN_FAILURE.match(reading.text, block.start)
    ]
    return bool(before) and not _OWN.search(reading.text[max(before) - 1 : mark.end])


def _is_private(reading: Reading, mark: Mark) -> bool:
    """Say whether what is done, or being done, is no work: "đang sửa xe máy", "xong trận này"."""
    start, end = clause(reading.text, mark.start, SENTENCE)
    return occurs(PRIVATE, f" {reading.text[start:end]}")
