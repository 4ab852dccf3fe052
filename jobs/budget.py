"""A channel's monthly quota: counted before each send, warned of at 80 %, never exceeded."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from jobs import alarm
from jobs.outcome import Abilities
from locales.say import channels as say
from storage.db import Connection
from storage.messages import budgets
from storage.office import units

WARN_PERCENT = 80
KEPT_PERCENT = 1  # of the quota, for what the coordinators must learn when it is nearly used up


class Spent(Exception):
    """The month's quota is used up: this message cannot leave on this channel."""


@dataclass(frozen=True, slots=True)
class Quota:
    """The quota of a channel in the month of a moment.

    Args:
        name: of the channel.
        can: what the channel can do; `monthly` None = nothing is counted.
        now: the moment.
        zone: the office's time zone: months are its own.
    """

    name: str
    can: Abilities
    now: datetime
    zone: tzinfo

    @property
    def month(self) -> str:
        return f"{self.now.astimezone(self.zone):%Y-%m}"

    @property
    def next_month(self) -> datetime:
        """The morning on which the quota is full again."""
        local = self.now.astimezone(self.zone)
        first = local.replace(day=1, hour=8, minute=0, second=0, microsecond=0)
        return (first + timedelta(days=32)).replace(day=1)

    def left(self, db: Connection, *, urgent: bool) -> int:
        """How many messages may still leave; the last per cent is for alarms."""
        used = budgets.used(db, self.name, self.month)
        limit = self.can.monthly or 0
        if used.refused_at is not None:
            return 0
        kept = 0 if urgent else limit * KEPT_PERCENT // 100
        return limit - kept - used.sent - (used.received if self.can.counts_received else 0)

    def take(self, db: Connection, messages: int, *, urgent: bool) -> None:
        """Count messages that are about to leave.

        Raises:
            Spent: they would exceed the quota; the coordinators have been told, once.
        """
        if self.can.monthly is None:
            return
        left = self.left(db, urgent=urgent)
        if messages > left:
            raise Spent
        budgets.count(db, self.name, self.month, sent=messages)
        limit = self.can.monthly
        used = limit - self.left(db, urgent=True)
        if used * 100 >= limit * WARN_PERCENT and budgets.first(db, self.name, self.month, "warned_at", self.now):
            self._tell(db, say.budget_warning(self.name, used, limit), "warning")

    def give_back(self, db: Connection, messages: int) -> None:
        """They surely did not leave."""
        if self.can.monthly is not None and messages:
            budgets.count(db, self.name, self.month, sent=-messages)

    def refused(self, db: Connection) -> None:
        """The platform itself says that the quota is used up, whatever was counted here."""
        budgets.first(db, self.name, self.month, "refused_at", self.now)

    def alert(self, db: Connection) -> None:
        """The coordinators learn once a month that nothing more leaves."""
        if budgets.first(db, self.name, self.month, "alerted_at", self.now):
            self._tell(db, say.budget_spent(self.name, self.next_month.astimezone(self.zone).date()), "spent")

    def _tell(self, db: Connection, message: say.Message, what: str) -> None:
        for office_id, _name in units.offices(db):
            alarm.tell_coordinators(db, office_id, message, f"budget:{self.name}:{self.month}:{what}", self.now)
