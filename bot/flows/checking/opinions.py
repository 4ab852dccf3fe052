"""A checker asks a colleague about the documents of a row."""

from bot.turn import Reply, Turn
from locales.say import opinions as say
from storage.checking import checks as rules
from storage.checking import opinions
from storage.office import people
from storage.work import assignments


def ask(turn: Turn, assignment_id: int, colleague_id: int | None = None) -> Reply:
    """ "Hỏi ý kiến": whom, then the question goes out."""
    work = rules.checkable(turn.db, turn.person, assignment_id)
    if colleague_id is None:
        found = [(one, people.name_of(turn.db, one)) for one in opinions.colleagues(turn.db, turn.person, work)]
        return say.whom(work, found)
    made = opinions.ask(turn.db, turn.person, assignment_id, colleague_id, turn.now)
    turn.tell(colleague_id, say.question(work, made, turn.person.full_name), f"opinion:{made}")
    return say.asked(work, people.name_of(turn.db, colleague_id))


def answer(turn: Turn, opinion_id: int, number: int | None = None) -> Reply:
    """The colleague's answer, tapped or written."""
    asked = opinions.waiting(turn.db, turn.person, opinion_id)
    work = assignments.get(turn.db, asked.assignment_id)
    asker = people.by_id(turn.db, asked.asked_by)
    words = _words(turn, number)
    if words is None:
        return say.question(work, asked.id, asker.full_name)
    opinions.answer(turn.db, turn.person, opinion_id, words, turn.now)
    turn.tell(asker.id, say.told(work, turn.person.full_name, words), f"opined:{asked.id}")
    return say.thanks(work, asker.full_name)


def _words(turn: Turn, number: int | None) -> str | None:
    if number in {1, 2}:
        return say.answers()[number - 1]
    text = " ".join(turn.incoming.text.split())[:500]
    return text if turn.incoming.kind == "text" and any(ch.isalpha() for ch in text) else None
