""" "Sao lại nhắc tôi", "ai giao việc này", "đừng nhắc nữa": where the row comes from, what ends the reminders, and the taps."""

import re
from dataclasses import replace
from unicodedata import normalize

from bot.flows import lines
from bot.turn import Reply, Turn
from locales.hear import fold
from locales.say import why as say
from storage.evidence import numbers
from storage.messages.conversations import Said
from storage.rules.status import OPEN, is_owed
from storage.work import assignments
from storage.work.assignments import Work

MOST = 3
LONGEST = 80  # letters
_ME = r"(?:toi|em|anh|chi|minh|tui|chau)"
_OFTEN = r"(?: lai| cu| toan| van| phai| luc nao cung| hom nao cung)*"
_STOP = r"(?:xin |de nghi |lam on )?(?:dung|khong|khoi|thoi|dung co)(?: can| phai| co)? nhac"
WHY = re.compile(
    rf"^.{{0,12}}\b(?:tai |vi |lam |can )?sao\b{_OFTEN} nhac\b(?! lai sau).{{0,30}}$"
    rf"|^{_STOP}(?: (?:{_ME}|viec nay|nua|hoai|gi|a))*[. ]*$"
    rf"|^.{{0,10}}\bai (?:bao|giao|phan cong)\b.{{0,20}}\b(?:{_ME}|viec|nay|do|cai)\b.{{0,12}}$"
    r"|^(?:viec|cai) (?:nay|do|gi).{0,8}\bai (?:giao|phan cong)\b.{0,15}$"
)
"""Whole messages, folded, that ask why, or wish it to stop; "không cần nhắc nữa, xong rồi" says more and is heard as usual."""
OFTEN = re.compile(rf"^.{{0,12}}\bnhac (?:gi ma )?(?:{_ME} )?(?:gi ma )?(?:nhieu|hoai|mai|lien tuc|suot)\b.{{0,15}}$")
"""A complaint, but for "nhắc em mai nhé": written without its mark, mãi is tomorrow."""
REPORTS = re.compile(r"\b(?:xong|roi|nop|gui|hoan thanh)\b|\bai bao\b.*\b(?:chua|dau)\b|\bviec cua (?!toi|em|minh|tui)")
"""What says more than a complaint, "xong rồi mà sao vẫn nhắc", and is heard as usual."""
TOMORROW = re.compile(r"\bmai\b")
CHASES = re.compile(
    r"\b(?:chua|khong thay|ma khong) nhac\b|\bnhac (?:phong|ban|to|don vi|dong chi|can bo|cong chuc|moi nguoi|d/?c)\b"
)
"""What is no question about one's own reminders."""


def in_words(turn: Turn) -> Reply:
    """Answer who asks why they are reminded; None where the words ask something else."""
    if not asks(turn.incoming.text):
        return None
    works = _meant(turn)
    documents = {work.id: assignments.guidance(turn.db, work.id).document for work in works}
    kept = Said(turn.inbox_id, say.not_mine(), turn.today)
    turn.talk = replace(turn.talk.keeping(kept))
    return say.because(lines.lines(turn, works), documents, turn.person.id, kept.key)


def asks(said: str) -> bool:
    """Whether words ask why, or complain; those that ask to be reminded tomorrow do not."""
    text = fold(said)
    if len(text) > LONGEST or CHASES.search(text) or REPORTS.search(text):
        return False
    is_often = OFTEN.match(text) and not TOMORROW.search(normalize("NFC", said.lower()))
    return bool(WHY.match(text) or is_often)


def _meant(turn: Turn) -> list[Work]:
    """The rows that are named, that the newest message offers, or the first that are owed by a day."""
    held = [one for one in assignments.in_hand(turn.db, turn.person.id, turn.today) if one.due_on and one.progress in OPEN]
    codes = set(numbers.codes(turn.incoming.text))
    offered = {lines.row_of(route) for _label, route in turn.talk.offered}
    named = [one for one in held if one.code in codes] or [one for one in held if one.id in offered]
    owed = sorted((one for one in held if is_owed(one.kind, one.progress)), key=lambda one: one.due_on or turn.today)
    return (named or owed)[:MOST]
