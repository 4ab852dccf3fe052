"""What leaders ask for in words: "ai đang quá hạn", "tiến độ phòng kinh tế", "đôn đốc đồng chí Tín"; "việc của tôi tháng 12"."""

import re

from rapidfuzz import fuzz, process

from bot.flows import my_work, progress, said, urging
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.hear import fold
from locales.say import urging as say_urging
from storage import units
from storage.people import TEAM
from storage.rules.status import Role

WHO_IS_LATE = re.compile(r"\b(?:ai|nhung ai|viec nao|phong nao|can bo nao)\b.{0,20}\b(?:qua han|tre han|cham|tre|den han)\b")
WHO_IS_BLOCKED = re.compile(r"\b(?:ai|nhung ai|viec nao|phong nao|can bo nao)\b.{0,20}\b(?:vuong|kho khan|vuong mac)\b")
WHAT_IS_LOST = re.compile(r"\b(?:viec|tieu chi|linh vuc|phong) nao\b.{0,20}\bmat (?:nhieu )?diem\b")
STANDING = re.compile(
    r"^(?:cho (?:toi|anh|em) )?(?:xem )?(?:tien do|tinh hinh)(?: thuc hien)? (?:cua )?(?P<of>.{3,60}?)"
    r"(?: the nao| ra sao| den dau| roi)*[?. ]*$"
)
MINE_IN = re.compile(r"\bviec (?:cua )?(?:toi|em|minh|tui)\b.{0,12}\bthang (\d{1,2})\b|^viec (?:trong )?thang (\d{1,2})[?. ]*$")
_SOMEBODY = r"(?:d/?c|dong chi|anh|chi|ong|ba|co|chu) "
HOW_FAR = re.compile(
    rf"^(?:{_SOMEBODY})?(?P<of>[^,;:]{{2,60}}?) (?:(?:lam|thuc hien) )?(?:den dau|toi dau|the nao|ra sao)(?: roi)?(?: a)?[?. ]*$"
)
"""A colleague or a section, and how far they are: "phòng Kinh tế thế nào", "đ/c Hà làm đến đâu rồi"."""
URGE = re.compile(rf"^(?:hay |de nghi )?(?:don doc|nhac nho)(?: giup toi)? (?:{_SOMEBODY})?(?P<who>[^,;:]{{2,40}}?)[. ]*$")
URGED_VIEWS = {
    "qua han": "late",
    "tre han": "late",
    "chua thuc hien": "not_started",
    "chua lam": "not_started",
    "chua phan hoi": "silent",
    "chua tra loi": "silent",
    "sap den han": "soon",
}
"""Rows that are urged as a whole: "đôn đốc các việc chưa thực hiện"."""
_THOSE = re.compile(r"^(?:(?:tat ca|cac|nhung|moi) )?(?:(?:viec|tieu chi|nguoi|dong chi|can bo|ai|don vi) )?")
ORDER = re.compile(rf"^{_SOMEBODY}(?P<who>[^,;:]{{2,40}}?) (?:bao cao|bao) (?:cho )?toi\b")
"""An order to one person; its words go along ("Đ/c Tùng báo cáo tôi trước 16 giờ")."""
NEAR = 85
"""How well a section must be named (rapidfuzz partial ratio, 0-100)."""


def in_words(turn: Turn) -> Reply:
    """Answer a question about lists; None where the words ask for none, or for one that this person may not see."""
    text = fold(turn.incoming.text)
    if found := MINE_IN.search(text):
        return my_work.of_month(turn, int(found[1] or found[2]))
    if turn.person.holds(*TEAM, Role.HEAD) and (urged := _urged(turn, text)):
        return urged
    if not turn.person.holds(*TEAM):
        return None
    if WHO_IS_LATE.search(text):
        return progress.show(turn, "late")
    if WHAT_IS_LOST.search(text):
        return progress.show(turn, "risk")
    if WHO_IS_BLOCKED.search(text):
        return progress.show(turn, "blocked")
    if found := STANDING.match(text) or HOW_FAR.match(text):
        return _of_person(turn, found["of"]) or _of_section(turn, found["of"])
    return None


def _urged(turn: Turn, text: str) -> Reply:
    """ "Đôn đốc đồng chí Tín", "Đ/c Tín báo cáo tôi trước 16 giờ": shown before it goes; None where the words are no such order.

    An order to urge that names nobody is asked back: it must not be taken for the state of a row of the leader's own.
    """
    order = ORDER.match(text)
    asked = order or URGE.match(text)
    found = progress.glance(turn) if asked else None
    if asked is None or found is None:
        return None
    who = asked["who"]
    if view := URGED_VIEWS.get(_THOSE.sub("", who)):
        return urging.preview(turn, view, None)
    rows = [leaf.assignment_id for leaf in found.leaves if leaf.code and fold(leaf.code) == who]
    if len(rows) == 1 and not order:
        return urging.urge(turn, "row", rows[0])
    if named := _named(found, who):
        return urging.preview(turn, "person", named, said.keep(turn).key if order else 0)
    if order:
        return None
    section = _section(turn, who)
    return (
        urging.of_section(turn, section)
        if section
        else say_urging.whom(found.scope.urged(one.leaf for one in found.summary.overdue))
    )


def _named(found: Glance, who: str) -> int | None:
    """The one person whose full name ends so; None where none or two are meant."""
    named = [one.person_id for one in found.summary.people if one.name and f" {fold(one.name)}".endswith(f" {who}")]
    return named[0] if len(named) == 1 else None


def _of_person(turn: Turn, said: str) -> Reply:
    found = progress.glance(turn)
    named = _named(found, re.sub(rf"^{_SOMEBODY}", "", said)) if found else None
    return progress.show(turn, "person", named) if named else None


def _of_section(turn: Turn, said: str) -> Reply:
    """How a section stands that is named in words; None where none or two fit, so that the words are heard as usual."""
    section = _section(turn, said)
    return progress.of_section(turn, section) if section else None


def _section(turn: Turn, said: str) -> int | None:
    """The one section that words name."""
    names = {one: fold(name) for one, name in units.sections(turn.db, turn.person.office_id)}
    near = process.extract(said, names, scorer=fuzz.partial_ratio, score_cutoff=NEAR, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return near[0][2]
