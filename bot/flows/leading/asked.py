"""What leaders ask for in words: "ai đang quá hạn", "tiến độ phòng kinh tế", "đôn đốc đồng chí Tín"; "việc của tôi tháng 12"."""

from bot.flows import naming, said
from bot.flows.leading import moving, ordered, parts, progress, urging
from bot.flows.reporting import months, my_work
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.hear import fold, leaders
from locales.message import Message
from locales.say import heard as say
from locales.say import urging as say_urging
from storage.evidence import numbers
from storage.office import people, units
from storage.office.people import TEAM
from storage.rules.status import Role
from storage.work import assignments

LONGEST_NAME = 8  # words


def in_words(turn: Turn) -> Reply:
    """Answer a question about lists; None where the words ask for none, or for one that this person may not see."""
    text = fold(turn.incoming.text)
    if sheet := leaders.own_sheet(text):
        return months.of(turn, *sheet)
    if (month := leaders.own_month(text)) is not None:
        return my_work.of_month(turn, month)
    if done := moving.in_words(turn, text) or ordered.in_words(turn, text):
        return done
    if turn.person.holds(*TEAM, Role.HEAD) and (urged := _urged(turn, text)):
        return urged
    if view := leaders.wanted_list(turn.incoming.text):
        return _own_or_all(turn, progress.show(turn, view))
    if not turn.person.holds(*TEAM):
        return None
    if leaders.asks_overall(text):
        return progress.show(turn)
    if whose := leaders.whose_standing(text):
        return _of_row(turn, whose) or _of_person(turn, whose) or _of_section(turn, whose)
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
    asked = leaders.urging(text)
    found = progress.glance(turn) if asked else None
    if asked is None or found is None:
        return None
    if asked.view:
        return urging.preview(turn, asked.view, None)
    rows = [leaf.assignment_id for leaf in found.leaves if leaf.code and fold(leaf.code) == asked.who]
    if len(rows) == 1 and not asked.is_order:
        return urging.urge(turn, "row", rows[0])
    if named := _named(found, asked.who):
        return urging.preview(turn, "person", named, said.keep(turn).key if asked.is_order else 0)
    if asked.is_order:
        return None
    part = parts.named(turn, asked.who)
    if part is None:
        return say_urging.whom(found.scope.urged(one.leaf for one in found.summary.overdue))
    return urging.of_section(turn, part.which) if part.what == parts.UNIT else urging.preview(turn, part.what, part.which)


def _named(found: Glance, who: str) -> int | None:
    """The one person whose full name ends so; None where none or two are meant."""
    named = [one.person_id for one in found.summary.people if one.name and naming.is_called(one.name, who)]
    return named[0] if len(named) == 1 else None


def _of_row(turn: Turn, said: str) -> Reply:
    """ "1.2.4 đến đâu rồi": the row of that code, where one bears it."""
    code = numbers.only_code(said)
    rows = assignments.coded(turn.db, turn.person.office_id, code, turn.today) if code and "." in code else []
    return my_work.card(turn, rows[0].id) if len(rows) == 1 else None


def _of_person(turn: Turn, said: str) -> Reply:
    found = progress.glance(turn)
    named = _named(found, leaders.bare(said)) if found else None
    return progress.show(turn, "person", named) if named else None


def _of_name(turn: Turn, text: str) -> Reply:
    """ "Đồng chí Tín" or a whole name, and nothing else."""
    if addressed := leaders.only_addressed(text):
        return _of_person(turn, addressed)
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
