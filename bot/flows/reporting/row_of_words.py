"""Which row is meant? The code, the answered message, words of the title, the row just spoken of, the only open one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz

from bot.turn import Turn
from locales.hear import Meaning, fold, understand
from storage.messages.outbox import about_message
from storage.rules.instances import spoken_of
from storage.rules.status import OPEN
from storage.work import assignments
from storage.work.assignments import Work

STILL_SPOKEN_OF = timedelta(hours=12)
UNDOTTED = re.compile(r"^(\d{3,5})(?![\d/.,%])(?! ?(?:phan tram|%|ho so|ho|phieu|nguoi))")
_COUNTED = (
    "ho so|ho|phieu|nguoi|thon|xa|to|thu tuc|van ban|ngay|hom|tuan|thang|nam|diem|phan|truong|don vi|buoi|lop|viec|gio|phut"
)
RUN = re.compile(rf"(\d{{1,2}}(?:[ -]\d{{1,2}}){{1,4}}|\d{{2,5}})[.:,)]? (?=[a-z])(?!(?:{_COUNTED})\b)")
"""A code written without its dots at the beginning of a text: "124 xong", "4-1 chưa làm", "1 2 4 đang làm"."""
LIKE_A_CODE = re.compile(RUN.pattern + r"(?:thi |la |da )?(?:xong|xog|chua|dang|lam|nop|gui|hoan|ht)\b")
WORD = re.compile(r"[a-z]{2,}")
ALIKE = 80
"""Two words of four letters and more are taken for one where they agree so far (rapidfuzz ratio, 0-100)."""
_EMPTY = """
xong roi lam chua dang duoc nop gui bao cao tieu chi viec phan cai nay kia voi cho em anh chi toi ngay mai tuan thang quy nam
hoan thanh thuc hien ket qua va cua cac theo ve tai co khong da se den xin lui han them gia vuong kinh phi ban hanh so lieu minh
chung sep nhe
"""
EMPTY = frozenset(_EMPTY.split())
"""Folded words that replies hold whatever the row: they name none."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The rows that may be meant: one where it is clear, several to choose from.

    Attributes:
        foreign: a code that was named and that is none of this person's.
        asks: the code is that of a group ("6.2 xong" for 6.2.1): even a single row below it is asked for.
    """

    rows: list[Work]
    foreign: str | None = None
    asks: bool = False

    @property
    def sure(self) -> Work | None:
        return self.rows[0] if len(self.rows) == 1 and not self.asks else None


def heard(turn: Turn, text: str, on: date) -> Meaning:
    """Understand a text, its first number as a code where exactly one of the person's codes reads so without its dots.

    Args:
        turn: whose words.
        text: the words.
        on: the day on which they were said.
    """
    meaning = understand(text, on)
    run = RUN.match(fold(text))
    if run is None or meaning.criterion or meaning.items or meaning.percent is not None:
        return meaning
    digits = re.sub(r"\D", "", run[1])
    codes = {work.code for work in assignments.in_hand(turn.db, turn.person.id, turn.today) if work.code}
    same = [code for code in codes if code.replace(".", "") == digits]
    return understand(same[0] + text.strip()[len(run[1]) :], on) if len(same) == 1 else meaning


def meant(turn: Turn, text: str, code: str | None) -> Meant:
    """Find the rows, never another person's.

    Args:
        turn: whose words.
        text: the words.
        code: the criterion that they name, as `understand` read it.
    """
    mine = assignments.in_hand(turn.db, turn.person.id, turn.today)
    open_rows = [work for work in mine if work.progress in OPEN]
    if code and (named := _of_code(turn, mine, code)):
        return Meant(named)
    if code and "." in code:
        below = spoken_of([work for work in open_rows if (work.code or "").startswith(f"{code}.")], turn.today)
        return Meant(below, asks=True) if below else Meant([], code)
    undotted = UNDOTTED.search(fold(text))
    figure = code or (undotted[1] if undotted else None)
    if figure and (same := [work for work in mine if (work.code or "").replace(".", "") == figure]):
        return Meant(spoken_of(same, turn.today))
    if code:
        return Meant(open_rows)
    if LIKE_A_CODE.match(fold(text)):
        return Meant(open_rows, asks=True)
    quoted = titled(text, mine)
    if quoted and quoted[0].progress not in OPEN:
        quoted = spoken_of(quoted, turn.today)
    return Meant(_replied(turn, mine) or quoted or _spoken_of(turn, mine) or open_rows)


def _of_code(turn: Turn, mine: list[Work], code: str) -> list[Work]:
    """The own rows of that code, and those that bore it before a new decision: where both are, the person is asked."""
    named = [work for work in mine if work.code == code]
    ids = {work.id for work in named}
    old = [one for one in assignments.formerly_coded(turn.db, turn.person.office_id, code) if one.person_id == turn.person.id]
    return [*spoken_of(named, turn.today), *spoken_of([one for one in old if one.id not in ids], turn.today)]


def _replied(turn: Turn, mine: list[Work]) -> list[Work]:
    if not turn.incoming.reply_to:
        return []
    ids = about_message(turn.db, turn.chat, turn.incoming.reply_to)
    return [work for work in mine if work.id in ids]


def _spoken_of(turn: Turn, mine: list[Work]) -> list[Work]:
    """The row of the last message, unless that was too long ago for "it" to mean it still."""
    talk = turn.talk
    if talk.about is None or (talk.updated_at and turn.now - talk.updated_at > STILL_SPOKEN_OF):
        return []
    return [work for work in mine if work.id == talk.about]


def titled(text: str, rows: Sequence[Work]) -> list[Work]:
    """The rows whose titles the words quote, with slips and without diacritics; one where it stands out clearly.

    A word counts the more the fewer of the titles hold it; two words at least must be quoted. Where an open row is named as well
    as any, what is finished is not meant.

    Args:
        text: what was typed.
        rows: the person's own rows.
    """
    said = [word for word in WORD.findall(fold(text)) if word not in EMPTY]
    titles = {work.id: frozenset(WORD.findall(fold(work.title))) - EMPTY for work in rows}
    if len(rows) < 2 or len(said) < 2:
        return []
    held = Counter(word for title in titles.values() for word in title)
    marks = {one: [1 / held[word] for word in title if _quoted(word, said)] for one, title in titles.items()}
    best = max(sum(found) for found in marks.values())
    near = [work for work in rows if len(marks[work.id]) >= 2 and sum(marks[work.id]) > 0.6 * best]
    if any(work.progress in OPEN and sum(marks[work.id]) == best for work in near):
        near = [work for work in near if work.progress in OPEN]
    return near if len(near) < len(rows) else []


def _quoted(word: str, said: Sequence[str]) -> bool:
    if len(word) < 4:
        return word in said
    return any(fuzz.ratio(word, one) >= ALIKE for one in said if len(one) >= 3)
