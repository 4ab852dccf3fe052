"""One message to many ("Nhắn chung"): shown before it goes, asked when outside office hours, and who lacks it."""

from datetime import timedelta

from bot.flows import said, staff
from bot.flows.leading import parts
from bot.turn import OtherWords, Reply, Turn
from locales.message import Message
from locales.say import announcing as say
from locales.say import urging as say_urging
from storage import audit
from storage.errors import Gone
from storage.messages import outbox
from storage.office import people, roster, units
from storage.office.roster import Entry
from storage.rules.status import Role

LONGEST, MORNING = 1000, "morning"
ANSWERED = timedelta(hours=12)
"""So long what is written after a message to all is taken for an answer to it."""
ACTION = "announce"


def choose(turn: Turn, number: int = 0) -> Reply:
    """To whom: everybody, a section, or who holds work of a lĩnh vực."""
    office = parts.require(turn)
    if not number:
        return say.choose(len(_others(turn, roster.entries(turn.db, office))))
    found = [(part, len(_readers(turn, part.what, part.which)[1])) for part in parts.every(turn)]
    return say.choose_part(*staff.page_of([(part, count) for part, count in found if count], number))


def ask(turn: Turn, what: str, which: int) -> Reply:
    """The words are asked for; nothing is sent before they were shown.

    Raises:
        OtherWords: what was typed is a mere number or code.
    """
    parts.require(turn)
    name, readers = _readers(turn, what, which)
    text = turn.incoming.text.strip() if turn.incoming.kind == "text" else ""
    if not text:
        return say.ask(what, which, name, len(readers))
    if not any(ch.isalpha() for ch in text):
        raise OtherWords
    if len(text) > LONGEST:
        return say.ask(what, which, name, len(readers), too_long=LONGEST)
    return _preview(turn, what, which, said.keep(turn).key)


def send(turn: Turn, what: str, which: int, key: int, when: str = "") -> Reply:
    """Send it, each reader once; outside office hours only once it was said when.

    Raises:
        Gone: the words are no longer known.
    """
    office = parts.require(turn)
    words = _words(turn, key)
    rest_until = turn.rest_until
    if rest_until is not None and not when:
        return _preview(turn, what, which, key)
    at = rest_until if when == MORNING else None
    _name, readers = _readers(turn, what, which)
    message = say.announcement(_by(turn), words)
    for one in readers:
        turn.tell(one.id, message, f"announce:{key}:{one.id}", lane=outbox.BULK, at=at)
    if audit.newest(turn.db, ACTION, f"announce:{key}") is None:
        detail = {"to": [one.id for one in readers]}
        audit.note(turn.db, ACTION, f"announce:{key}", turn.now, by=turn.person.id, office=office, **detail)
    return say.sent(key, readers, at)


def standing(turn: Turn, key: int) -> Reply:
    """Who has it, on whose way it is, and who was not reached.

    Raises:
        Gone: there is no such message of this office.
    """
    office = parts.require(turn)
    sent = audit.newest(turn.db, ACTION, f"announce:{key}")
    if sent is None or sent.person_id is None or people.by_id(turn.db, sent.person_id).office_id != office:
        raise Gone
    readers = [one for one in roster.entries(turn.db, office) if one.id in sent.detail["to"]]
    states = {one.id: (outbox.message_of(turn.db, f"announce:{key}:{one.id}") or ("", None))[0] for one in readers}
    return say.standing(key, readers, states)


def answered(turn: Turn) -> Reply:
    """Words that answer a message to all go to who wrote it; None where they answer none."""
    key = outbox.answered(turn.db, turn.chat, turn.incoming.reply_to, turn.now - ANSWERED) or ""
    sent = audit.newest(turn.db, ACTION, key.rpartition(":")[0]) if key.startswith(f"{ACTION}:") else None
    if sent is None or sent.person_id is None or sent.person_id == turn.person.id:
        return None
    words = " ".join(turn.incoming.text.split())[:LONGEST]
    turn.tell(sent.person_id, say.answer(turn.person.full_name, words), f"announce-answer:{turn.inbox_id}")
    return say.answer_passed_on(people.name_of(turn.db, sent.person_id), words)


def _preview(turn: Turn, what: str, which: int, key: int) -> Message:
    name, readers = _readers(turn, what, which)
    message = say.announcement(_by(turn), _words(turn, key))
    ways = say_urging.send_choices(f"announce_send:{what}:{which}:{key}", turn.rest_until, turn.today)
    return say.preview(name, readers, message, ways, f"announce_to:{what}:{which}")


def _words(turn: Turn, key: int) -> str:
    found = next((one.text for one in turn.talk.said if one.key == key), "")
    if not found:
        raise Gone
    return found[:LONGEST]


def _by(turn: Turn) -> str:
    return say.by(turn.person.full_name, is_chairperson=turn.person.holds(Role.CHAIRPERSON))


def _readers(turn: Turn, what: str, which: int) -> tuple[str, list[Entry]]:
    """The name of the part, and everybody of it but who writes."""
    everybody = _others(turn, roster.entries(turn.db, turn.person.office_id))
    if what == parts.ALL:
        return say.everybody(), everybody
    part = parts.part(turn, what, which)
    within = set(units.below(turn.db, which)) if what == parts.UNIT else set()
    holders = {leaf.person_id for leaf in part.leaves} if what == parts.FIELD else set()
    return part.name, [one for one in everybody if one.unit_id in within or one.id in holders]


def _others(turn: Turn, entries: list[Entry]) -> list[Entry]:
    return [one for one in entries if one.id != turn.person.id]
