"""What a typed digit means where choices are numbered lines of text: one rule for every channel.

- A chat has one live question. Its numbers act for `life` after they were given out: half an hour where choices are
  numbered lines, longer where buttons are drawn and a typed number is only a convenience (notes: a number typed later may
  be meant for anything).
- A number that no longer acts does nothing: whether its line is meant is asked in one sentence, or, where that is not certain,
  the question is asked again and gets fresh numbers.
- A reminder or notice that comes while a question is open never takes its numbers over. On a channel without buttons it
  leaves without numbers and names a word (TRALOI) that opens it later; where buttons are drawn it has its own, so a digit
  typed after it could mean either, and the question is asked again. Once the question is `QUIET` old, a notice takes over.
- On text channels 1 to 8 are the lines on the screen, 9 is more, 0 is back or none. Longer numbers are never choices
  there, so that "60" answers "how many percent?".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

QUIET = timedelta(minutes=30)
PAGE, MORE, BACK = 8, 9, 0


class Verdict(Enum):
    """What a number means when it picks no choice."""

    AGAIN = "ask again"
    LATE = "ask whether that line is meant"
    NO_LINE = "no line bears that number"
    MORE = "show more"
    BACK = "back or none"
    WORDS = "no choice at all: hear it as words"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a chat.

    Attributes:
        routes: where its choices lead, in order.
        at: when it was asked; None for one of an older version.
        interrupted_at: when the last notice came that was not allowed to take over.
    """

    routes: tuple[str, ...]
    at: datetime | None
    interrupted_at: datetime | None = None


def is_open(asked: Asked, now: datetime) -> bool:
    """Whether a notice must leave the numbers alone."""
    return bool(asked.routes) and asked.at is not None and now - asked.at < QUIET


def acts(asked: Asked, now: datetime, life: timedelta, *, buttons: bool) -> bool:
    """Whether a number still means what it meant when it was shown."""
    return asked.at is not None and now - asked.at < life and not (buttons and _is_interrupted(asked))


def _is_interrupted(asked: Asked) -> bool:
    return asked.at is not None and asked.interrupted_at is not None and asked.interrupted_at > asked.at


def meant(number: int, asked: Asked, now: datetime, life: timedelta, *, buttons: bool, awaited: bool) -> str | Verdict:
    """The route that a typed number picks, or what to do instead.

    Args:
        number: as typed.
        asked: the question of the chat.
        now: the moment.
        life: how long numbers act on this channel.
        buttons: whether the channel draws buttons.
        awaited: whether free text is awaited, for which a number that is no choice may be the answer.
    """
    count = len(asked.routes)
    if buttons:
        if not 0 < number <= count:
            return Verdict.WORDS
        doubt = Verdict.AGAIN if _is_interrupted(asked) else Verdict.LATE
        return asked.routes[number - 1] if acts(asked, now, life, buttons=True) else doubt
    if number > MORE:
        return Verdict.WORDS
    if number == BACK:
        return Verdict.BACK
    shown = asked.routes[:PAGE]
    if count and not acts(asked, now, life, buttons=False):
        return Verdict.LATE if number <= len(shown) else Verdict.AGAIN
    if number == MORE and count > PAGE:
        return Verdict.MORE
    if number <= len(shown):
        return shown[number - 1]
    if awaited:
        return Verdict.WORDS
    return Verdict.NO_LINE if count else Verdict.AGAIN
