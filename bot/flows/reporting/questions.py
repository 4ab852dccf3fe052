"""A question about a row: passed to the coordinator, perhaps put to the Sở, answered for everybody who holds the criterion."""

import re
from datetime import date

from bot.flows import said, staff
from bot.flows.reporting import heard
from bot.turn import Reply, Turn
from locales.hear import done_on, fold, understand
from locales.say import questions as say
from locales.say import report as say_report
from storage.errors import Gone
from storage.office import people
from storage.rules.status import Role
from storage.work import assignments, questions
from storage.work.assignments import Work
from storage.work.questions import Asked

PUT = re.compile(r"\b(?:da|vua|moi) hoi (?:y kien )?(?:ben )?(?:so|bo|tinh|cap tren)\b")
LONGEST = 1000


def pass_on(turn: Turn, key: int, assignment_id: int = 0) -> Reply:
    """One tap: the question is kept with the criterion, the coordinators are told; words about no row they only read."""
    if not assignment_id:
        return say_report.passed_on(heard.pass_on(turn, say_report.says(turn.person.full_name, said.recall(turn, key).text)))
    work = assignments.visible(turn.db, turn.person, assignment_id)
    words = said.recall(turn, key).text
    number = questions.ask(turn.db, work.id, words[:LONGEST], by=turn.person.id, at=turn.now)
    question = say.asked(work, turn.person.full_name, words, number)
    told = turn.tell_holders(question, f"question:{number}", work.unit_id, Role.COORDINATOR)
    return say.handed_on(work, people.names_of(turn.db, told))


def put(turn: Turn, question_id: int) -> Reply:
    """ "Đã hỏi Sở hôm nay": kept with the criterion, who asked learns of it."""
    asked, work = _of_office(turn, question_id)
    return _put(turn, asked, work, turn.today)


def in_words(turn: Turn) -> Reply:
    """ "Đã hỏi Sở ngày 20/11" of a coordinator; None where the words say no such thing or no question is open."""
    text = turn.incoming.text
    if not turn.person.holds(Role.COORDINATOR) or not PUT.search(fold(text)):
        return None
    code = understand(text, turn.today).criterion
    found = [(one, assignments.get(turn.db, one.assignment_id)) for one in questions.unanswered(turn.db, staff.office_of(turn))]
    meant = [(one, work) for one, work in found if code is None or work.code == code]
    if len(meant) == 1:
        return _put(turn, *meant[0], done_on(text, turn.today) or turn.today)
    return say.which(meant) if meant else None


def _put(turn: Turn, asked: Asked, work: Work, on: date) -> Reply:
    questions.put(turn.db, asked.id, on)
    if asked.person_id != turn.person.id:
        turn.tell(asked.person_id, say.put_for(work, asked.words, on), f"question-put:{asked.id}:{on}")
    return say.put(work, asked, on)


def show(turn: Turn, question_id: int) -> Reply:
    """One question, with what can be done."""
    asked, work = _of_office(turn, question_id)
    return say.one(work, asked)


def answer(turn: Turn, question_id: int) -> Reply:
    """The answer was typed: kept with the criterion, sent to all its holders and to who asked."""
    asked, work = _of_office(turn, question_id)
    words = " ".join(turn.incoming.text.split())[:LONGEST] if turn.incoming.kind == "text" else ""
    if not words:
        return say.ask_answer(work, asked)
    questions.answer(turn.db, asked.id, words, by=turn.person.id, at=turn.now)
    readers = dict.fromkeys([asked.person_id, *questions.holders(turn.db, work.id)])
    told = [one for one in readers if one != turn.person.id]
    for one in told:
        turn.tell(one, say.answered(work, asked.words, words, turn.person.full_name), f"answer:{asked.id}:{turn.inbox_id}:{one}")
    return say.kept(work, people.names_of(turn.db, told))


def _of_office(turn: Turn, question_id: int) -> tuple[Asked, Work]:
    """A question of the coordinator's office.

    Raises:
        Gone: there is none of that number.
    """
    asked = questions.get(turn.db, question_id)
    work = assignments.get(turn.db, asked.assignment_id)
    if work.office_id != staff.office_of(turn):
        raise Gone
    return asked, work
