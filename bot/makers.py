"""Who makes what was wished for: by the address of the step that took the wish, which decides once more who may have it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from bot.answer import admits
from bot.flows import handing, load, papers, rights
from bot.incoming import Incoming
from bot.routes import ROUTES
from bot.turn import Turn, arguments_of
from jobs import digests
from jobs.making import Later
from jobs.outcome import Abilities, Sender
from locales.message import Message
from storage import people
from storage.conversations import Talk
from storage.db import Connection
from storage.wishes import Wish

MAKERS: dict[str, Callable[..., Later]] = {
    "letter": papers.make_letter,
    "make": papers.make,
    "group_text": papers.make_group_text,
    "own_file": papers.make_own_file,
    "list_file": load.make_current,
    "my_copy": rights.make_copy,
    "week": digests.make_week,
}


@dataclass(frozen=True, slots=True)
class Makers:
    """Papers as the chat asks for them.

    Attributes:
        senders: channels by name.
        now: the wall clock.
        zone: the office's time zone.
        data_dir: where papers lie until they are sent.
        web: the address of the web room, door: its public one; None where there is none.
    """

    senders: Mapping[str, Sender]
    now: Callable[[], datetime]
    zone: tzinfo
    data_dir: Path
    web: str | None = None
    door: str | None = None

    def read(self, db: Connection, wish: Wish) -> Later | None:
        """Read what is to be said; None where this person may not have it any more."""
        turn = self._turn(db, wish)
        name, arguments = arguments_of(wish.makes)
        rule = ROUTES.get(name)
        person = turn.official
        if person is None or person.id != wish.person_id or person.locked or (rule is not None and not admits(rule, turn)):
            return None
        return MAKERS[name](turn, *arguments)

    def handed(self, db: Connection, wish: Wish, message: Message) -> Message:
        """A message with its file, in the way that the wish's chat can take it."""
        return handing.hand(self._turn(db, wish), message)

    def _turn(self, db: Connection, wish: Wish) -> Turn:
        """The turn in which the wish was told, at this moment."""
        sender = self.senders.get(wish.chat.partition(":")[0])
        return Turn(
            db,
            self.now(),
            self.zone,
            Incoming("tap", wish.chat, wish.chat),
            0,
            Talk(),
            people.by_chat(db, wish.chat),
            abilities=sender.abilities if sender is not None else Abilities(),
            web=self.web,
            door=self.door,
            data_dir=self.data_dir,
        )
