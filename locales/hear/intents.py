"""From a reading to the meaning: which intent ranks highest, and what fills the slots."""

import re
from dataclasses import replace

from .clauses import SENTENCE, asked_spans, clause, is_negated, own_date, without_questions
from .codes import CODE, SCORE
from .grammar import occurs, patterns
from .kinds import STATUS_KINDS, Kind
from .meaning import Meaning
from .reading import Mark, Reading
from .short import alone
from .status import ASK_BACK, percent_of, status_of

_RANKED = (Kind.REASSIGN, Kind.EXTEND, Kind.BLOCK, Kind.ASK, Kind.SNOOZE, Kind.SCORE)
_MAXIMUM = patterns("""
{marks_own} ..3 tối_đa/max/full/tuyệt_đối/kịch_khung
điểm tối_đa/max/tuyệt_đối
full điểm
tối_đa ..1 điểm
max điểm
""")
_LACKING_PROOF = patterns("thiếu/chưa/không ..1 có/đủ/đầy_đủ? {strict}")
_FINISHED = (Kind.DONE, Kind.SENT)
_TOPIC, _IDLE, (_PRIVATE,) = patterns("{thing}"), patterns("{idle}"), patterns("{private}")

KINDS = frozenset(kind.value for kind in Kind)  # Python 3.11 cannot ask a text whether it is one of an enum


def meaning_of(reading: Reading) -> Meaning:
    """Decide what a reply means.

    Args: reading: the labelled reply, corrections already taken out. Returns: its meaning, without items.
    """
    if reading.has(Kind.JOKE):
        return Meaning(intent="other")
    short = alone(reading)
    if short:
        return short
    reading = _settled(without_questions(reading))
    if _is_idle(reading):
        return Meaning(intent="other")
    percent = percent_of(reading, asked_spans(reading) + reading.of(Kind.DENIED))
    status = status_of(reading, percent)
    return _assemble(reading, status, percent)


def _assemble(reading: Reading, status: str | None, percent: int | None) -> Meaning:
    intent = _top(reading, status)
    meaning = Meaning(intent=intent, criterion=_criterion(reading), score=_score(reading) if intent != Kind.ASK else None)
    if status and status != ASK_BACK:
        meaning = replace(meaning, status=status, percent=percent)
    if intent == "status" and status == ASK_BACK:
        return replace(meaning, ambiguous=True)
    if intent in (Kind.EXTEND, Kind.SNOOZE) and "@m " in reading.text:
        return replace(meaning, ambiguous=True)
    if intent in (Kind.EXTEND, Kind.SNOOZE, Kind.BLOCK, Kind.SCORE, "status"):
        return replace(meaning, date=own_date(reading, _kind(intent)))
    return meaning


def _kind(intent: str) -> Kind | None:
    return Kind(intent) if intent in KINDS else None


def _top(reading: Reading, status: str | None) -> str:
    for kind in _RANKED:
        if reading.has(kind) or (kind is Kind.SCORE and _scores(reading)):
            return str(kind)
    if status:
        return "status"
    return next((str(kind) for kind in (Kind.EVIDENCE, Kind.ACK) if reading.has(kind)), "other")


def _scores(reading: Reading) -> bool:
    return bool(SCORE.search(reading.text)) or occurs(_MAXIMUM, reading.text)


def _score(reading: Reading) -> float | None:
    found = SCORE.findall(reading.text)
    return float(found[-1]) if found else None


def _criterion(reading: Reading) -> str | None:
    found = CODE.search(reading.text)
    return found.group(1).strip(".") if found else None


def _settled(reading: Reading) -> Reading:
    """Let one stretch decide what another is worth.

    A paper named by its number, or a file, turns "đã ban hành", "gửi rồi" beside it into a note on proof; who asks for a later
    deadline promises and has finished nothing; what another person does is not the writer's work; proof that is missing is the reason
    for a self score, not the state of the work.
    """
    dropped = set[Kind]()
    if reading.has(Kind.EVIDENCE) and re.search("<(?:doc|file|url)> ", reading.text):
        dropped.add(Kind.SENT)
    if reading.has(Kind.EXTEND):
        dropped |= {Kind.PROMISE, Kind.DONE, Kind.SENT}
    if reading.has(Kind.REASSIGN):
        dropped |= {Kind.DONE, Kind.SENT, Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.LEFT}
    if _scores(reading) and occurs(_LACKING_PROOF, reading.text):
        dropped |= {Kind.LEFT, Kind.UNSENT}
    kept = (
        mark
        for mark in reading.marks
        if mark.kind not in dropped
        and not (mark.kind is Kind.NOT and reading.has(Kind.REASSIGN) and "chưa " not in reading.text[mark.start : mark.end])
        and not (mark.kind in STATUS_KINDS and _is_private(reading, mark))
    )
    return replace(reading, marks=tuple(mark for mark in kept if not (mark.kind in _FINISHED and is_negated(reading, mark))))


def _is_private(reading: Reading, mark: Mark) -> bool:
    """Say whether what is done, or being done, is no work: "đang sửa xe máy", "xong trận này"."""
    start, end = clause(reading.text, mark.start, SENTENCE)
    return occurs((_PRIVATE,), f" {reading.text[start:end]}")


def _is_idle(reading: Reading) -> bool:
    """See private chat: its words occur, and none of the work's."""
    if any(
        mark.kind in STATUS_KINDS - {Kind.UNSURE, Kind.UNSENT}
        or mark.kind in (Kind.REASSIGN, Kind.EXTEND, Kind.BLOCK, Kind.SNOOZE)
        for mark in reading.marks
    ):
        return False
    return occurs((_PRIVATE,), reading.text) or (occurs(_IDLE, reading.text) and not occurs(_TOPIC, reading.text))
