"""Figures of rows that are measured: read, held against the rule, asked before they are recorded; and what others give."""

import re
from decimal import Decimal, InvalidOperation

from bot.flows.checking import check
from bot.turn import OtherWords, Reply, Turn
from locales.say import figures as say
from storage.errors import Gone, NotAllowed, OwnWork
from storage.office import people
from storage.points import scores
from storage.rules import scoring
from storage.rules.marks import Mark, Stage
from storage.rules.scoring import NEEDS_FIGURE, Way
from storage.rules.status import NOBODYS_WORK, Kind, Role
from storage.work import assignments, figures, updates
from storage.work.assignments import Work
from storage.work.figures import Basis

MARKERS = (Role.COORDINATOR, Role.COUNCIL)
GIVEN = frozenset({Kind.SURVEY, Kind.PENALTY, Kind.BONUS})
"""Kinds whose points others give: they are entered when they are known."""
DAY, MONTHS, LONGEST = 31, 12, 40
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}(?:\D|$))")
_TYPED = re.compile(r"(?:đạt|dat|là|la|được|duoc)?\s*(\d[\d.,]*)\s*(?:/|trên|tren)?\s*(\d[\d.,]*)?\s*%?\.?")
_OF_ROW = re.compile(r"(?P<code>\d+(?:\.\d+)+)\s*[:=]?\s+(?P<figure>(?:đạt|dat|là|la)?\s*\d[\d.,]*\s*(?:/\s*\d[\d.,]*|%)\s*)\.?")
_AMONG = re.compile(
    r"(?<![\d./])(?P<top>\d[\d.]*)\s*(?:/|trên|tren)\s*(?P<bottom>\d{2,}[\d.]*)(?![\d/])"
    r"|(?:đạt|dat|tỷ lệ|tỉ lệ|ty le|ti le)\D{0,30}?(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%|(?P<exact>(?<!\d)\d{1,3},\d+)\s*%"
)
"""A figure within other words; a bare percentage may be how far the work is."""
_MARK = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(?:đ|d|điểm|diem)?\s*[,;:.-]?\s*(.*)", re.DOTALL)


def read(text: str) -> str | None:
    """A figure as it is kept: `1182/1204`, `98.17`, from `1.182/1.204`, `98,17 %`; None where the words are none."""
    found = _TYPED.fullmatch(text.strip().casefold())
    if found is None:
        return None
    numbers = [_GROUPED.sub("", one).replace(",", ".").rstrip(".") for one in found.groups() if one]
    told = "/".join(numbers)
    return told if len(told) <= LONGEST and scoring.figure(told) is not None else None


def figure(turn: Turn, assignment_id: int) -> Reply:
    """ "Nhập số liệu": ask for the figure, or read the typed one; words that are no figure are heard as usual."""
    work, known = _measured(turn, assignment_id)
    if turn.incoming.kind != "text":
        return say.ask(work, known.rule, work.figure)
    told = read(turn.incoming.text)
    if told is None and any(ch.isalpha() for ch in turn.incoming.text):
        raise OtherWords
    if told is None:
        return say.ask(work, known.rule, None, unread=True)
    return _confirm(work, known, told, told)


def _measured(turn: Turn, assignment_id: int) -> tuple[Work, Basis]:
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    return work, figures.basis(turn.db, work.id)


def _confirm(work: Work, known: Basis, told: str, token: str) -> Reply:
    return say.confirm(work, known.rule, told, known.earns(told), known.full, token=token)


def level(turn: Turn, assignment_id: int, place: int, how: str = "") -> Reply:
    """A named level was tapped."""
    work, known = _measured(turn, assignment_id)
    if not 0 < place <= len(known.rule.steps):
        raise Gone
    return _take(turn, work, known, known.rule.steps[place - 1][0], how, f"@{place}")


def figured(turn: Turn, assignment_id: int, value: int | str, how: str = "") -> Reply:
    """A figure that was read: asked once more, then recorded as the one so far or as that of the cut-off.

    Raises:
        Gone: the button brings no figure.
    """
    work, known = _measured(turn, assignment_id)
    token = str(value)
    if token.startswith("@"):
        return level(turn, assignment_id, int(token[1:]) if token[1:].isdecimal() else 0, how)
    if scoring.figure(token) is None:
        raise Gone
    return _take(turn, work, known, token, how, token)


def _take(turn: Turn, work: Work, known: Basis, told: str, how: str, token: str) -> Reply:
    if how not in {"now", "final"}:
        return _confirm(work, known, told, token)
    recorded = updates.measure(turn.db, work.id, told, turn.stamp, turn.today, final=how == "final")
    if how == "final":
        check.tell_checkers(turn, recorded.after)
    return say.recorded(recorded.after, known.rule, known.earns(told), known.full, recorded.id)


def in_words(turn: Turn) -> Reply:
    """ "3.3 1182/1204", "3.3 đạt 98,2%": the figure of an own row that is measured; None for all other words."""
    found = _OF_ROW.fullmatch(turn.incoming.text.strip().casefold())
    told = read(found["figure"]) if found else None
    if found is None or told is None or _may_be_a_day(told):
        return None
    mine = [one for one in assignments.coded(turn.db, turn.person.office_id, found["code"]) if one.person_id == turn.person.id]
    if len(mine) != 1 or mine[0].kind in NOBODYS_WORK:
        return None
    known = figures.basis(turn.db, mine[0].id)
    if not known.is_measured or known.rule.way is Way.STEPS:
        return None
    return _confirm(mine[0], known, told, told)


def said_of(turn: Turn, work: Work) -> Reply:
    """A figure among the words said of a measured row: "đạt 1182 trên 1204", "xong, tỷ lệ 98,5%"; None where they hold none."""
    text = turn.incoming.text.casefold().replace(work.code or "\n", " ").strip(" :;,.")
    told = read(text)
    if told is None and (found := _AMONG.search(text)):
        told = read("/".join(one for one in (found["top"] or found["share"] or found["exact"], found["bottom"]) if one))
    if told is None or _may_be_a_day(told) or work.kind in NOBODYS_WORK:
        return None
    known = figures.basis(turn.db, work.id)
    is_taken = known.rule.way in NEEDS_FIGURE or (known.rule.way is None and known.is_measured)
    return _confirm(work, known, told, told) if is_taken else None


def _may_be_a_day(told: str) -> bool:
    """`15/11` may be a date as well; those are left to the ordinary reading."""
    top, slash, bottom = told.partition("/")
    return bool(slash) and top.isdecimal() and bottom.isdecimal() and int(top) <= DAY and int(bottom) <= MONTHS


def given(turn: Turn, assignment_id: int) -> Reply:
    """What a survey gave, a bonus, a penalty: entered late, with where it comes from.

    Raises:
        NotAllowed: the row is of another office.
        OwnWork: nobody gives their own row a bonus; what a survey gave is nobody's work.
        Gone: the row is marked in another way.
    """
    work = assignments.get(turn.db, assignment_id)
    if not people.covers(turn.db, turn.person, work.unit_id, *MARKERS):
        raise NotAllowed
    if work.kind not in GIVEN:
        raise Gone
    if work.person_id == turn.person.id and work.kind not in NOBODYS_WORK:
        raise OwnWork(code=work.name)
    known = figures.basis(turn.db, work.id)
    if turn.incoming.kind != "text":
        before = scores.of_row(turn.db, work.id).of(Stage.SURVEY, Stage.COUNCIL)
        return say.ask_mark(work, known.full, before.points if before else None)
    points, reason = _mark(turn.incoming.text)
    if points is None or not reason:
        return say.ask_mark(work, known.full, None, unread=True)
    if known.full is not None and abs(points) > abs(known.full):
        return say.too_high(work, points, known.full)
    stage = Stage.SURVEY if work.kind is Kind.SURVEY else Stage.COUNCIL
    scores.keep(turn.db, work.id, Mark(stage, points, turn.now, turn.person.id, reason))
    if work.person_id is not None and work.person_id != turn.person.id:
        turn.tell(work.person_id, say.told_mark(work, points, turn.person.full_name, reason), f"given:{turn.inbox_id}")
    return say.marked(work, points, reason)


def _mark(text: str) -> tuple[Decimal | None, str]:
    found = _MARK.fullmatch(text.strip())
    if found is None:
        return None, ""
    try:
        return Decimal(found[1].replace(",", ".")), " ".join(found[2].split())[:500].rstrip(".")
    except InvalidOperation:
        return None, ""
