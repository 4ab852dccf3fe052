"""Who makes what was wished for: by the address of the step that took the wish, which decides once more who may have it.

It is made in a child process (`python -m bot.makers`): ten thousand rows would hold the event loop up for a third of a second
if they were built beside it in a thread, and what they take of the memory goes when the child does.
"""

import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from bot import years
from bot.answer import admits
from bot.flows.coordinating import rights
from bot.flows.loading import load
from bot.flows.paperwork import handing, papers
from bot.incoming import Incoming
from bot.routes import ROUTES
from bot.turn import Site, Turn, arguments_of, messages_of
from jobs import digests
from jobs.making import Later, Waits
from jobs.outcome import Abilities
from locales.message import Message, from_payload
from storage import limited
from storage.db import PASSING, Connection, Store
from storage.messages.conversations import Talk
from storage.messages.wishes import Wish
from storage.office import people

LONGEST = 600.0  # seconds for one paper
MAKERS: dict[str, Callable[..., Later]] = {
    "letter": papers.make_letter,
    "make": papers.make,
    "group_text": papers.make_group_text,
    "own_file": papers.make_own_file,
    "list_file": load.make_current,
    "my_copy": rights.make_copy,
    "week": digests.make_week,
}


class NotMade(Exception):
    """What went wrong in the child, as it told it."""


@dataclass(frozen=True, slots=True)
class Makers:
    """Papers as the chat asks for them, made here.

    Attributes:
        database: its address.
        abilities: of the channels by name.
        site: where the office is served from.
    """

    database: str
    abilities: Mapping[str, Abilities]
    site: Site

    def make(self, wish: Wish, now: datetime) -> list[Message]:
        """Read what is to be said at one moment, and write it; nothing where this person may not have it any more."""
        with closing(Store(self.database)) as store:
            later = store.look(lambda db: self._read(db, wish, now))
        return [self._measured(one) for one in later()] if later is not None else []

    def _measured(self, message: Message) -> Message:
        """With the size of its file, by which it is known that none of it was lost when it leaves."""
        if message.file is None or "draws" in message.file:
            return message
        return replace(message, file=message.file | {"size": (self.site.data_dir / message.file["path"]).stat().st_size})

    def _read(self, db: Connection, wish: Wish, now: datetime) -> Later | None:
        turn = self._turn(db, wish, now)
        name, arguments = arguments_of(wish.makes)
        rule = ROUTES.get(name)
        person = turn.official
        if person is None or person.id != wish.person_id or person.locked or (rule is not None and not admits(rule, turn)):
            return None
        turn.year = years.of(turn, wish.makes)
        later = MAKERS[name](turn, *arguments)
        return lambda: messages_of(years.within(later(), turn.year))

    def handed(self, db: Connection, wish: Wish, message: Message, now: datetime) -> Message:
        """A message with its file, in the way that the wish's chat can take it."""
        return handing.hand(self._turn(db, wish, now), message)

    def _turn(self, db: Connection, wish: Wish, now: datetime) -> Turn:
        """The turn in which the wish was told, at this moment."""
        return Turn(
            db,
            now,
            self.site,
            Incoming("tap", wish.chat, wish.chat),
            0,
            Talk(),
            people.by_chat(db, wish.chat),
            self.abilities.get(wish.chat.partition(":")[0], Abilities()),
        )


class Apart(Makers):
    """The same, made in a child process."""

    def make(self, wish: Wish, now: datetime) -> list[Message]:
        """Have it made.

        Raises:
            Waits: the database is away, or the child was ended from outside.
            NotMade: it cannot be made.
            TooSlow: it takes more than ten minutes.
        """
        try:
            answer = limited.ask(__name__, [], told=self._told(wish, now), wall=LONGEST, is_ours=True)
        except limited.TooSlow:
            raise
        except limited.Died as died:
            raise Waits("the child died") from died
        if "made" not in answer:
            raise Waits(answer["waits"]) if "waits" in answer else NotMade(answer["failed"])
        return [from_payload(one) for one in answer["made"]]

    def _told(self, wish: Wish, now: datetime) -> bytes:
        """What the child needs to know, for `_heard`."""
        can = self.abilities.get(wish.chat.partition(":")[0], Abilities())
        site = [str(self.site.zone), str(self.site.data_dir), self.site.web, self.site.door]
        told = {"database": self.database, "site": site, "can": can, "wish": wish, "now": now}
        return orjson.dumps(told, default=timedelta.total_seconds)


def _heard(told: dict[str, Any]) -> tuple[Makers, Wish, datetime]:
    """In the child: what is to be made, and how."""
    wish = Wish(**told["wish"] | {"created_at": datetime.fromisoformat(told["wish"]["created_at"])})
    can = Abilities(**told["can"] | {"numbers_live": timedelta(seconds=told["can"]["numbers_live"])})
    zone, folder, web, door = told["site"]
    site = Site(ZoneInfo(zone), Path(folder), web, door)
    makers = Makers(told["database"], {wish.chat.partition(":")[0]: can}, site)
    return makers, wish, datetime.fromisoformat(told["now"])


def _answer(makers: Makers, wish: Wish, now: datetime) -> dict[str, Any]:
    """In the child: the messages as they are stored, or why there are none."""
    try:
        return {"made": [one.as_payload() for one in makers.make(wish, now)]}
    except PASSING as error:
        return {"waits": type(error).__name__}
    except Exception:  # noqa: BLE001 - whoever asked keeps the record of it
        return {"failed": traceback.format_exc()}


if __name__ == "__main__":
    sys.stdout.buffer.write(orjson.dumps(_answer(*_heard(orjson.loads(sys.stdin.buffer.read())))))
