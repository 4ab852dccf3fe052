"""From a reading to the meaning: which intent ranks highest, and what fills the slots."""

from dataclasses import replace

from .clauses import asked_spans, own_date, without_questions
from .codes import CODE, SCORE
from .grammar import occurs, wording
from .kinds import STATUS_KINDS, Kind
from .meaning import Meaning
from .reading import Reading
from .settle import IDLE, PRIVATE, is_excused, scores, settled
from .short import alone
from .status import ASK_BACK, percent_of, status_of
from .whose import shares_of_others

_RANKED = (Kind.REASSIGN, Kind.EXTEND, Kind.BLOCK, Kind.ASK, Kind.SNOOZE, Kind.SCORE)
_TOPIC = wording("{thing}")

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
    reading = settled(without_questions(reading))
    if _is_idle(reading):
        return Meaning(intent="other")
    percent = percent_of(reading, asked_spans(reading) + reading.of(Kind.DENIED) + shares_of_others(reading))
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
        if reading.has(kind) or (kind is Kind.SCORE and scores(reading)) or (kind is Kind.BLOCK and is_excused(reading)):
            return str(kind)
    if status:
        return "status"
    return next((str(kind) for kind in (Kind.EVIDENCE, Kind.ACK) if reading.has(kind)), "other")


def _score(reading: Reading) -> float | None:
    found = SCORE.findall(reading.text)
    return float(found[-1]) if found else None


def _criterion(reading: Reading) -> str | None:
    found = CODE.search(reading.text)
    return found.group(1).strip(".") if found else None


def _is_idle(reading: Reading) -> bool:
    """See private chat: its words occur, and none of the work's."""
    if any(
        mark.kind in STATUS_KINDS - {Kind.UNSURE, Kind.UNSENT}
        or mark.kind in (Kind.REASSIGN, Kind.EXTEND, Kind.BLOCK, Kind.SNOOZE)
        for mark in reading.marks
    ):
        return False
    return occurs(PRIVATE, reading.text) or (occurs(IDLE, reading.text) and not occurs(_TOPIC, reading.text))
