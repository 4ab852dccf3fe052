"""One incoming update, one transaction: find the person, find the step, take it, keep the answers.

A step is a plain function `step(turn, *arguments) -> Message | list[Message] | None`; the arguments come from its
route. It never commits, never sends, and never sees a platform. Any may raise a refusal of `storage.errors`, which
`bot.answer` tells in words: `Gone` where a button means nothing any more (an old one, or a forged one).
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from bot.incoming import Incoming
from jobs.notice import notice
from jobs.outcome import Abilities
from locales.message import Choice, Message
from storage.db import Connection
from storage.messages import conversations, outbox
from storage.messages.conversations import Talk
from storage.office import calendar, people
from storage.office.people import Official
from storage.reminders import terms
from storage.rules.calendar import Calendar
from storage.rules.hours import is_quiet, next_slot
from storage.rules.status import Role
from storage.work import campaigns
from storage.work.updates import Stamp

STRANGER_A_DAY = 5
IN_YEAR = re.compile(r"@([0-9]{4})$")
"""The year at the end of a route (see `bot.years`); any other "@" is an argument's own, as that of a level."""

Reply = Message | list[Message] | None
Step = Callable[..., Reply]


class OtherWords(Exception):
    """What was typed is no answer to what was awaited: raised before anything is changed, and the words are heard anew."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where an office is served from.

    Attributes:
        zone: its time zone.
        data_dir: where papers are put until they are sent.
        web: the address of the web room; None where there is none.
        door: the public address of the upload page; None where there is none.
    """

    zone: tzinfo
    data_dir: Path = Path()
    web: str | None = None
    door: str | None = None


@dataclass(slots=True)
class Turn:
    """What a step is given.

    Attributes:
        db: the one open transaction of this turn.
        now: the moment, in UTC.
        site: where the office is served from.
        incoming: what the person did.
        inbox_id: the row that is being worked on; it makes the keys of the answers unique.
        person: who did it; steps that need a linked person are only reached with one.
        abilities: what the channel can carry; a step asks for it only where it must say something else there.
        brings_files: a step left files to fetch, though none came with the update.
        year: the year of evaluation that is asked about, see `bot.years`; None: the one that "now" means.
    """

    db: Connection
    now: datetime
    site: Site
    incoming: Incoming
    inbox_id: int
    talk: Talk
    official: Official | None
    abilities: Abilities = field(default_factory=Abilities)
    drafts: list[outbox.Draft] = field(default_factory=list)
    brings_files: bool = False
    year: int | None = None

    @property
    def person(self) -> Official:
        assert self.official is not None, "the routes let nobody in without a link"
        return self.official

    @property
    def zone(self) -> tzinfo:
        return self.site.zone

    @property
    def data_dir(self) -> Path:
        return self.site.data_dir

    @property
    def web(self) -> str | None:
        return self.site.web

    @property
    def door(self) -> str | None:
        return self.site.door

    @property
    def chat(self) -> str:
        return self.incoming.chat

    @property
    def awaited(self) -> tuple[str, list[Any]]:
        """The step that awaits what is sent next, with its arguments; without a name where nothing is awaited."""
        return arguments_of(self.talk.awaiting or "")

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @property
    def campaign(self) -> tuple[int, int] | None:
        """Number and year of evaluation that is asked about, else of the one that "now" means; None where there is none."""
        if self.year is None:
            return campaigns.current(self.db, self.person.office_id, self.today)
        found = campaigns.of_year(self.db, self.person.office_id, self.year)
        return (found, self.year) if found is not None else None

    @property
    def local(self) -> datetime:
        """The moment by the office's clock, without a zone, as locks are written."""
        return self.now.astimezone(self.zone).replace(tzinfo=None)

    @property
    def stamp(self) -> Stamp:
        """What history says beside a change: this person, now, by a tap or in words."""
        return Stamp(self.person.id, self.now, "tap" if self.incoming.kind == "tap" else "text")

    @property
    def calendar(self) -> Calendar:
        return calendar.of_office(self.db, self.person.office_id)

    @property
    def rest_until(self) -> datetime | None:
        """While phones rest (outside office hours), when the next morning's messages are due, local and aware; else None."""
        if not is_quiet(self.local, terms.hours(self.db, self.person.office_id), self.calendar):
            return None
        hour = terms.policy(self.db, self.person.office_id).morning
        return next_slot(self.local, hour, self.calendar).replace(tzinfo=self.zone)

    def tell(
        self,
        person_id: int,
        message: Message,
        key: str,
        *,
        lane: int = outbox.NOTICE,
        chat: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Send something to somebody else, where they can be reached; the key keeps it from going out twice.

        Args:
            person_id: to whom.
            message: what.
            key: of the message.
            lane: how urgent it is.
            chat: where, if not where reminders come.
            at: not before this moment.
        """
        later = at.astimezone(UTC) if at else None
        self.drafts += notice(self.db, person_id, message, key, chat=chat, lane=lane, not_before=later)

    def tell_holders(self, message: Message, key: str, unit_id: int, *roles: Role, but: int | None = None) -> list[int]:
        """Tell everybody who holds one of the roles over a unit, never who does it; returns whom."""
        told = [one for one in people.holders(self.db, unit_id, *roles) if one not in {self.person.id, but}]
        for one in told:
            self.tell(one, message, f"{key}:{one}")
        return told


def messages_of(reply: Reply) -> list[Message]:
    """What a step answered, as a list: nothing, one message, or several."""
    return [] if reply is None else [reply] if isinstance(reply, Message) else reply


def keep_answers(turn: Turn, reply: Reply) -> None:
    """Write the answers of a step to the outbox, and remember what they offer."""
    messages = messages_of(reply)
    if messages and turn.official is None and _told_enough(turn):
        messages = []
    if not turn.abilities.buttons:
        messages = _numbered_once(messages)
    for position, message in enumerate(messages):
        turn.drafts.append(_draft(turn, message, position))
    outbox.add(turn.db, turn.drafts, turn.now)
    messages = [message for message in messages if not message.is_aside]
    if messages:
        last = messages[-1]
        about = last.about[0] if len(last.about) == 1 else turn.talk.about
        offered = tuple(one for message in messages for one in message.offered)
        turn.talk = replace(
            turn.talk,
            offered=offered,
            awaiting=last.awaiting,
            about=about,
            offered_at=turn.now,
            asked=None if last.secret or last.makes else last.text,
            left_open=last.left_open,
        )
        conversations.put(turn.db, turn.chat, turn.talk, turn.now)


def _told_enough(turn: Turn) -> bool:
    """Where messages are counted, a stranger who writes on and on must not use up what the office needs."""
    counted = turn.abilities.monthly is not None
    return counted and outbox.told_since(turn.db, turn.chat, turn.now - timedelta(days=1)) >= STRANGER_A_DAY


def _numbered_once(messages: list[Message]) -> list[Message]:
    """Where choices are numbered lines, all of an answer stand under its last message: a number means one thing."""
    if not messages:
        return messages
    *first, last = messages
    choices = list(last.choices)
    for message in first:
        choices += _besides(message, last, {one.label for one in choices})
    return [*(replace(one, choices=()) for one in first), replace(last, choices=tuple(choices))]


def _besides(message: Message, last: Message, taken: set[str]) -> list[Choice]:
    """The choices of an earlier message: words that are taken bear the code of its row, and fall away for the same row."""
    code, latest = (one.text.partition(":")[0] for one in (message, last))
    if code == latest:
        return [one for one in message.choices if one.label not in taken]
    return [replace(one, label=f"{code}: {one.label}") if one.label in taken else one for one in message.choices]


def _draft(turn: Turn, message: Message, position: int) -> outbox.Draft:
    edits = turn.incoming.message_id if message.edits == "tapped" and turn.incoming.kind == "tap" else message.edits
    return outbox.Draft(
        key=f"in:{turn.inbox_id}:{position}",
        chat=turn.chat,
        payload=message.as_payload(),
        kind=outbox.SECRET if message.secret else outbox.WISH if message.makes else "message",
        lane=outbox.ANSWER,
        person_id=turn.official.id if turn.official else None,
        about=message.about,
        edits=None if edits == "tapped" else edits,
    )


def fault_code() -> str:
    """Four characters that a person can read out on the phone."""
    return secrets.token_hex(2).upper()


def arguments_of(route: str) -> tuple[str, list[Any]]:
    """`status:17:done` -> `status`, `[17, "done"]`; whole numbers are read as such."""
    name, *rest = IN_YEAR.sub("", route).split(":")
    return name, [int(part) if part.isascii() and part.isdigit() and len(part) < 10 else part for part in rest]
