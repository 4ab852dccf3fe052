"""What leaders ask for in words: "ai đang quá hạn", "tiến độ phòng kinh tế", "đôn đốc đồng chí Tín"; "việc của tôi tháng 12"."""

import re

from bot.flows import naming, said
from bot.flows.leading import moving, progress, urging
from bot.flows.naming import SOMEBODY
from bot.flows.reporting import my_work
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.hear import fold
from locales.message import Message
from locales.say import heard as say
from locales.say import urging as say_urging
from storage import assignments, people, units
from storage.evidence import numbers
from storage.people import TEAM
from storage.rules.status import Role

_WHICH = (
    r"\b(?:ai|nhung ai|(?:nhung )?viec (?:nao|gi)|tieu chi nao|phong nao|can bo nao|danh sach (?:viec|tieu chi)|(?:co|con) gi"
    r"|(?:bao nhieu|may) (?:viec|tieu chi))\b"
)
_SOON = r"(?:hom nay|ngay mai|tuan nay|tuan toi|tuan sau)"
_END = r"\b(?!.*\b(?:tru|phat|sao)\b).{0,15}$"
LISTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"{_SOON} .{{0,12}}{_WHICH}.{{0,12}}\bden han{_END}|{_WHICH}.{{0,12}}\b(?:sap den han|den han {_SOON}){_END}"
        ),
        "soon",
    ),
    (re.compile(rf"{_WHICH}.{{0,20}}\b(?:qua han|tre han|cham|tre|den han){_END}"), "late"),
    (re.compile(rf"{_WHICH}.{{0,20}}\bmat (?:nhieu )?diem{_END}"), "risk"),
    (re.compile(rf"{_WHICH}.{{0,20}}\b(?:vuong|kho khan|vuong mac){_END}"), "blocked"),
    (re.compile(rf"{_WHICH} (?:van |con )?chua (?:bao cao|tra loi|phan hoi|bao){_END}"), "silent"),
    (re.compile(rf"{_WHICH} (?:van |con )?chua (?:lam|thuc hien|bat dau|trien khai){_END}"), "not_started"),
)
"""A question for a list, and the view of the picture that answers it."""
_HOW = r"(?:the nao|ra sao|(?:den|toi) dau)(?: roi)?(?: a)?"
_ALL_OF_US = r"(?: thuc hien| cchc| chung| (?:ca|toan|cua) (?:xa|phuong|co quan|uy ban)| hien nay| hom nay)+"
OVERALL = re.compile(
    r"(?:cho (?:toi|anh|em) )?(?:(?:xem|biet|bao cao|bao)(?: toi)? )?"
    rf"(?:(?:tien do|tinh hinh)(?:{_ALL_OF_US}(?: {_HOW})?| {_HOW})|(?<=toi )(?:tien do|tinh hinh)"
    r"|(?:diem )?du kien.{0,20}"
    r"|(?:(?:xa|phuong|minh|ta) )?(?:hien |dang |moi |da )?(?:duoc|dat) (?:bao nhieu|may) diem.{0,20})[?. ]*"
)
"""Where all stands: "tình hình chung thế nào", "được bao nhiêu điểm rồi"."""
STANDING = re.compile(
    r"^(?:cho (?:toi|anh|em) )?(?:xem )?(?:tien do|tinh hinh)(?: thuc hien)? (?:cua )?(?P<of>.{3,60}?)"
    r"(?: the nao| ra sao| den dau| roi)*[?. ]*$"
)
MINE_IN = re.compile(r"\bviec (?:cua )?(?:toi|em|minh|tui)\b.{0,12}\bthang (\d{1,2})\b|^viec (?:trong )?thang (\d{1,2})[?. ]*$")
HOW_FAR = re.compile(
    rf"^(?:{SOMEBODY})?(?P<of>[^,;:]{{2,60}}?) (?:(?:lam|thuc hien) )?(?:den dau|toi dau|the nao|ra sao|sao(?= roi))"
    r"(?: roi)?(?: a)?[?. ]*$"
)
"""A colleague or a section, and how far they are: "phòng Kinh tế thế nào", "đ/c Hà làm đến đâu rồi"."""
WORK_OF = re.compile(rf"^(?:(?:cho (?:toi|anh|em) )?xem )?(?:cac )?viec (?:cua )?(?P<of>{SOMEBODY}[^,;:]{{2,40}}?)[?. ]*$")
"""A colleague's work: "việc của anh Quyết"; for who sees no colleague's work it says that a row is not the own."""
NAME_ALONE = re.compile(rf"^(?:(?:cho (?:toi|anh|em) )?xem )?(?P<of>{SOMEBODY}[^,;:]{{2,40}}?)[?. ]*$")
"""A colleague by form of address and nothing else: "đồng chí Tín"."""
LONGEST_NAME = 8  # words
_TELL = r"(?:don doc|nhac nho|nhac(?= (?:giup toi )?(?:d/?c|dong chi) ))"
URGE = re.compile(rf"^(?:hay |de nghi )?{_TELL}(?: giup toi)? (?:{SOMEBODY})?(?P<who>[^,;:]{{2,40}}?)[. ]*$")
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
ORDER = re.compile(rf"^{SOMEBODY}(?P<who>[^,;:]{{2,40}}?) (?:bao cao|bao) (?:cho )?toi\b")
"""An order to one person; its words go along ("Đ/c Tùng báo cáo tôi trước 16 giờ")."""


def in_words(turn: Turn) -> Reply:
    """Answer a question about lists; None where the words ask for none, or for one that this person may not see."""
    text = fold(turn.incoming.text)
    if found := MINE_IN.search(text):
        return my_work.of_month(turn, int(found[1] or found[2]))
    if moved := moving.in_words(turn, text):
        return moved
    if turn.person.holds(*TEAM, Role.HEAD) and (urged := _urged(turn, text)):
        return urged
    if view := next((view for wording, view in LISTS if wording.search(text)), None):
        return _own_or_all(turn, progress.show(turn, view))
    if not turn.person.holds(*TEAM):
        return None
    if OVERALL.fullmatch(text):
        return progress.show(turn)
    if found := STANDING.match(text) or HOW_FAR.match(text) or WORK_OF.match(text):
        return _of_row(turn, found["of"]) or _of_person(turn, found["of"]) or _of_section(turn, found["of"])
    return _of_name(turn, text)


def _own_or_all(turn: Turn, shown: Reply) -> Reply:
    """Who sees no more than the own work is told so: "nobody is late" would be read as said of the whole office."""
    if turn.person.holds(*TEAM, Role.HEAD, Role.REVIEWER) or not isinstance(shown, Message):
        return shown
    return say.own_only(shown)


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


def _of_row(turn: Turn, said: str) -> Reply:
    """ "1.2.4 đến đâu rồi": the row of that code, where one bears it."""
    code = numbers.only_code(said)
    rows = assignments.coded(turn.db, turn.person.office_id, code, turn.today) if code and "." in code else []
    return my_work.card(turn, rows[0].id) if len(rows) == 1 else None


def _of_person(turn: Turn, said: str) -> Reply:
    found = progress.glance(turn)
    named = _named(found, naming.bare(said)) if found else None
    return progress.show(turn, "person", named) if named else None


def _of_name(turn: Turn, text: str) -> Reply:
    """ "Đồng chí Tín" or a whole name, and nothing else."""
    if said := NAME_ALONE.match(text):
        return _of_person(turn, said["of"])
    words = turn.incoming.text.strip(" .?")
    same = people.named(turn.db, turn.person.office_id, words) if 2 <= len(words.split()) <= LONGEST_NAME else []
    found = progress.glance(turn) if len(same) == 1 else None
    holders = {one.person_id for one in found.summary.people} if found else set()
    return progress.show(turn, "person", same[0]) if same and same[0] in holders else None


def _of_section(turn: Turn, said: str) -> Reply:
    """How a section stands that is named in words; None where none or two fit, so that the words are heard as usual."""
    section = _section(turn, said)
    return progress.of_section(turn, section) if section else None


def _section(turn: Turn, said: str) -> int | None:
    """The one section that words name."""
    return naming.nearest(said, {one: fold(name) for one, name in units.sections(turn.db, turn.person.office_id)})
