"""The year (năm đánh giá) that is asked about: "tiến độ năm 2027", or a tap; what the answer offers stays in that year.

In a route it stands behind an "@": `progress:late@2027`. Steps read it as `turn.campaign`.
"""

import re
from dataclasses import replace

from bot.spoken import SPOKEN
from bot.turn import IN_YEAR, Reply, Turn, arguments_of, messages_of
from locales.hear import fold
from locales.message import Choice, Message
from locales.say import year as say
from storage.errors import Gone
from storage.work import campaigns

OF_A_YEAR = frozenset(
    {"progress", "papers", "papers_of", "make", "letter", "group_text", "own_file", "marks", "urge", "urge_note", "urge_send"}
)
"""Steps that look at a year as a whole."""
SAID = re.compile(r"(/?\w[\w /]*?) (?:cua )?(?:nam )?(20[0-9]{2})")


def of(turn: Turn, route: str) -> int | None:
    """The year that a route names.

    Raises:
        Gone: the step has no year, or the office has no such year.
    """
    found = IN_YEAR.search(route)
    if found is None:
        return None
    if turn.official is None or arguments_of(route)[0] not in OF_A_YEAR or not _has(turn, found[1]):
        raise Gone
    return int(found[1])


def spoken(turn: Turn, text: str, commands: dict[str, str]) -> str | None:
    """The route of a command that is said with a year of the office: `tiến độ năm 2027`, `/tiendo 2027`."""
    found = SAID.fullmatch(" ".join(fold(text).split()).rstrip(".?"))
    if found is None or turn.official is None or not _has(turn, found[2]):
        return None
    words = found[1]
    route = commands.get(words[1:]) if words.startswith("/") else SPOKEN.get(words) or commands.get(words)
    return f"{route}@{found[2]}" if route and arguments_of(route)[0] in OF_A_YEAR else None


def within(reply: Reply, year: int | None) -> Reply:
    """The answer with all that it offers in the same year."""
    return reply if year is None else [_within(one, year) for one in messages_of(reply)]


def _within(message: Message, year: int) -> Message:
    choices = tuple(replace(one, route=_marked(one.route, year)) for one in message.choices)
    awaiting, makes = (one and _marked(one, year) for one in (message.awaiting, message.makes))
    return replace(message, choices=choices, awaiting=awaiting, makes=makes)


def _marked(route: str, year: int) -> str:
    is_plain = not IN_YEAR.search(route) and arguments_of(route)[0] in OF_A_YEAR
    return f"{route}@{year}" if is_plain else route


def others(turn: Turn, route: str, shown: int | None = None) -> tuple[Choice, ...]:
    """Ways to the same in the other open years of the office; `shown`: the number of the one that is shown."""
    found = campaigns.open_years(turn.db, turn.person.office_id)
    if len(found) < 2 and turn.year is None:
        return ()
    current = turn.campaign
    shown = shown or (current[0] if current else None)
    return tuple(Choice(say.label(year), f"{route}@{year}") for one, year in found if one != shown)


def _has(turn: Turn, year: str) -> bool:
    return campaigns.of_year(turn.db, turn.person.office_id, int(year)) is not None
