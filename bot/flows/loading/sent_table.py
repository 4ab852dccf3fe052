"""A table that somebody sent, as it was read: handed to whichever step it is for."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from bot.flows import staff
from bot.sheets.model import Sheet
from bot.turn import Turn
from locales.message import Message
from locales.say import office as say_office
from storage.db import Connection
from storage.errors import Gone
from storage.loading import loads
from storage.loading.loads import PREVIEW, Kept
from storage.office.people import Official
from storage.work import campaigns


@dataclass(frozen=True, slots=True)
class SentTable:
    """The table and its sender.

    Attributes:
        person: who sent it.
        chat: where the answer goes.
        name: of the file, as the sender's phone called it.
        sheet: as read.
        sha256: of its bytes.
        now: when.
        zone: the office's.
        again: the earlier reading of this file, where it is read anew.
        is_year_assumed: whether it names no year, so that this one was taken.
    """

    person: Official
    chat: str
    name: str
    sheet: Sheet
    sha256: str
    now: datetime
    zone: tzinfo
    again: int | None = None
    is_year_assumed: bool = False

    @property
    def office(self) -> int:
        return self.person.office_id

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def keep(self, db: Connection, year: int, sheet: dict[str, Any], state: str = PREVIEW) -> int:
        """Keep it for the decision that follows; returns the number by which buttons speak of it."""
        sent: dict[str, Any] = {"by": self.person.id, "name": self.name, "sha256": self.sha256}
        return loads.keep(db, self.office, **sent, year=year, sheet=sheet, now=self.now, state=state, zone=self.zone)


def kept_of(turn: Turn, load_id: int, state: str | None = None) -> Kept:
    """A table that a button means, of the office that this coordinator looks after.

    Raises:
        Gone: of another office, in another state than the one asked for, or none.
        NotAllowed: the role does not cover the office.
    """
    kept = loads.get(turn.db, load_id)
    if kept.office_id != staff.office_of(turn) or state not in {None, kept.state}:
        raise Gone
    return kept


def held_of(turn: Turn, load_id: int) -> Kept:
    """The same for a step that changes it: two coordinators who answer at once do so one after the other.

    Raises:
        Gone, NotAllowed: as `kept_of`.
    """
    loads.hold(turn.db, load_id)
    return kept_of(turn, load_id)


def newest(turn: Turn) -> int | None:
    """The table of the current year that was applied last, as buttons speak of it."""
    office = staff.office_of(turn)
    _, year = campaigns.current(turn.db, office, turn.today) or (0, turn.today.year)
    return loads.last_applied(turn.db, office, year)


def how_to_send(turn: Turn) -> Message:
    """How a table is sent from this channel."""
    return say_office.loading(files=turn.abilities.files_in, web=turn.web)
