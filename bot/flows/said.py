"""What was said waits until it is known for which row: asked with choices, then read again as a whole with the row given."""

import re
from dataclasses import replace

from bot.flows import lines
from bot.turn import Turn
from locales.hear import fold, understand
from locales.message import Message
from locales.say import work as say_work
from storage.errors import Gone
from storage.messages.conversations import Said
from storage.office import people
from storage.rules.status import Role
from storage.work.assignments import Work

MOST = 8


def keep(turn: Turn) -> Said:
    """Keep the words of this turn beside the chat."""
    said = Said(turn.inbox_id, turn.incoming.text.strip(), turn.today)
    turn.talk = turn.talk.keeping(said)
    return said


def ask_row(turn: Turn, works: list[Work], question: str = "") -> Message:
    """Ask which row is meant (in other words, where given); the words are kept, so that nothing said has to be said again.

    What tells of a state is about some row; other words may be about none, so they can be handed to the coordinator.
    """
    said = keep(turn)
    shown = works[:MOST]
    years = {work.year for work in shown}
    others = [one for one in people.holders(turn.db, turn.person.unit_id, Role.COORDINATOR) if one != turn.person.id]
    aside = f"ask:{said.key}" if others and understand(said.text, said.on).status is None else ""
    return say_work.which(lines.lines(turn, shown), f"said:{said.key}:{{}}", question, years=years, aside=aside)


def recall(turn: Turn, key: int) -> Said:
    """The words that a button stands for.

    Raises:
        Gone: too much was said since.
    """
    found = next((one for one in turn.talk.said if one.key == key), None)
    if found is None:
        raise Gone
    turn.incoming = replace(turn.incoming, kind="text", text=found.text, reply_to=None)
    return found


_NIL = re.compile(r"\b(?:khong|ko|hong|chua)(?: he| co)* phat sinh(?! (?:vuong|kho|loi|them|chi phi|kinh phi))")
"""Without what gets in the way: "không phát sinh vướng mắc" says nothing of the work."""


def says_nil(text: str) -> bool:
    """Whether words say that nothing came up."""
    return bool(_NIL.search(fold(text)))
