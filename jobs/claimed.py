"""What becomes of a claimed row: it gets its words, is put off, moved or ended; and the error table of what was not sent."""

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from jobs import alarm, fallover
from jobs.budget import Quota, Spent
from jobs.lines import Lines
from jobs.outcome import Broken, Moved, NotSent, Outcome, QuotaSpent, Rejected, Sender, Unreachable, Unsure, Wait
from jobs.render import Foreseen, is_gone, located, ready
from locales.message import Message
from locales.say import office_papers as say
from storage.db import PASSING, Connection, savepoint
from storage.messages import budgets, outbox, rerouting, wishes
from storage.messages.outbox import Claimed

log = logging.getLogger(__name__)
HAIR = timedelta(milliseconds=1)  # between two clocks read one after the other
SETTLE = timedelta(seconds=20)  # where nothing can be edited, a newer state of the same message is waited for so long
LAST_COPY = timedelta(hours=1)  # by then the last copy leaves, calm or not
LOOK_AGAIN = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed row with its words, the message that it edits, and what it takes of a quota."""

    row: Claimed
    message: Message
    edits: str | None
    cost: int = 0


class Claims:
    """The rows that this process has claimed, before and after they are sent; each step in an open transaction.

    Args:
        senders: channels by name.
        lines: the same as delivery sees them.
        zone: the office's time zone.
        data_dir: where the relative paths of files to hand over begin.
        lose: told of a channel that is refused altogether, with the reason.
    """

    def __init__(
        self, senders: Mapping[str, Sender], lines: Lines, zone: tzinfo, data_dir: Path, lose: Callable[[str, str], None]
    ) -> None:
        self.senders, self.lines, self.zone, self.data_dir, self.lose = senders, lines, zone, data_dir, lose

    def prepared(self, db: Connection, row: Claimed, now: datetime, at: float, foreseen: Foreseen) -> Job | None:
        """A claimed row ready to leave; else it was put off, moved, or ended."""
        if row.attempt and not self.senders[row.channel].abilities.repeats:  # under way when a process died
            _give_up(db, row, "no answer from the platform", now)
            return None
        if (until := self._put_off_until(db, row, now, at)) is not None:
            outbox.give_back(db, row.id, until)
            return None
        try:
            with savepoint(db):  # what cannot leave gives out no numbers, and does not spoil the transaction of its neighbours
                return self._words(db, row, now, foreseen)
        except PASSING:
            raise
        except Spent:
            self._over_quota(db, row, now)
        except Exception:
            log.exception("no words for outbox row %s", row.id)
            _give_up(db, row, "rendering failed", now)
        return None

    def _put_off_until(self, db: Connection, row: Claimed, now: datetime, at: float) -> datetime | None:
        """Not now: the chat's own pace, a last copy in a bad spell, a state that a newer one may replace, a second digest.

        What somebody wished for ("Nhắc lại sau") is no digest: it comes at its time.
        """
        if wait := self.lines.pacer(row.channel).chat_wait(row.chat, at):
            return now + timedelta(seconds=wait) - HAIR
        is_last = row.attempt == outbox.MAX_COPIES - 1
        if is_last and not self.lines.is_calm(row.channel) and row.created_at and now - row.created_at < LAST_COPY:
            return now + LOOK_AGAIN
        can = self.senders[row.channel].abilities
        if row.edits and not can.edits and row.created_at and now - row.created_at < SETTLE:
            return row.created_at + SETTLE
        if can.one_digest and row.kind == "reminders" and row.person_id and not row.payload["slot"].startswith("again-"):
            midnight = now.astimezone(self.zone).replace(hour=0, minute=0, second=0, microsecond=0)
            if outbox.reminded_today(db, row.person_id, midnight):
                return _folded(row)
        return None

    def _over_quota(self, db: Connection, row: Claimed, now: datetime) -> None:
        """The month's quota is used up: the person's next chat, else the next month; the coordinators are told once."""
        quota = self._quota(row.channel, now)
        quota.alert(db)
        if fallover.row_to_next(db, row, now, self.lines.usable(), other_channel=True):
            return
        if row.lane == outbox.ANSWER:
            outbox.close(db, row.id, "dead", outbox.QUOTA)
        else:
            outbox.hold(db, row.id, _folded(row) or quota.next_month, outbox.QUOTA)

    def _quota(self, channel: str, now: datetime) -> Quota:
        return Quota(channel, self.senders[channel].abilities, now, self.zone)

    def _words(self, db: Connection, row: Claimed, now: datetime, foreseen: Foreseen) -> Job | None:
        sender = self.senders[row.channel]
        made = ready(db, row, now, self.zone, sender.abilities, foreseen=foreseen.of(row))
        if made.message is None:
            outbox.close(db, row.id, "expired" if made.note == "expired" else "cancelled", made.note)
            return None
        edits = row.edits
        if edits and edits.startswith("row:"):
            found = outbox.message_of(db, edits.removeprefix("row:"))
            edits = found[1] if found else None
        message = located(made.message, self.data_dir)
        if is_gone(message):
            if message.makes is not None:
                wishes.again(db, row.id)
                return None
            message = say.gone(message)
        cost = sender.cost(message) if sender.abilities.monthly is not None else 0
        self._quota(row.channel, now).take(db, cost, urgent=row.key.startswith("alarm:"))
        return Job(row, message, edits if sender.abilities.edits else None, cost)

    def unsent(self, db: Connection, job: Job, now: datetime) -> None:
        """It surely did not leave: what it took of the quota is given back. It keeps its place before later messages to its chat,
        also through a restart; it is the line that pauses.
        """
        self._quota(job.row.channel, now).give_back(db, job.cost)
        outbox.give_back(db, job.row.id, now)

    def settle(self, db: Connection, job: Job, outcome: Outcome, now: datetime) -> None:
        """The error table: what becomes of a row that was not sent."""
        row = job.row
        if not isinstance(outcome, NotSent | Broken):
            self.lines.works(row.channel)
        match outcome:
            case Wait(seconds):
                self.lines.pacer(row.channel).pause(seconds + 0.5 + random.random() / 2)  # noqa: S311 - jitter, not a secret
                self.unsent(db, job, now)
            case NotSent(reason):
                log.warning("not sent: %s", reason)
                self.lines.failed(row.channel)
                self.unsent(db, job, now)
            case Unsure(reason):
                log.warning("unsure whether row %s was sent: %s", row.id, reason)
                self.lines.doubted(row.channel)
                repeat = self.senders[row.channel].abilities.repeats
                if outbox.doubt(db, row.id, now, repeat=repeat):
                    alarm.undelivered(db, row, now)
            case Unreachable(reason):
                self._quota(row.channel, now).give_back(db, job.cost)
                self._unreachable(db, row, reason, now)
            case Moved(chat_id):
                rerouting.move_chat(db, row.chat, f"{row.channel}:{chat_id}")
                outbox.give_back(db, row.id, now)
            case Rejected(reason):
                log.error("row %s was rejected: %s", row.id, reason)
                _give_up(db, row, reason, now)
            case QuotaSpent(reason):
                log.error("channel %s: %s", row.channel, reason)
                self._quota(row.channel, now).give_back(db, job.cost)
                self._quota(row.channel, now).refused(db)
                self._over_quota(db, row, now)
            case Broken(reason):
                self.unsent(db, job, now)
                self._lose(db, row.channel, reason, now)

    def _unreachable(self, db: Connection, row: Claimed, reason: str, now: datetime) -> None:
        """This chat refuses us: the person's next one takes over, or the row ends; one of which a copy may have come is shown."""
        usable = self.lines.usable()
        fallover.chat_lost(db, row.chat, reason, now, usable)
        if fallover.row_to_next(db, row, now, usable, other_channel=False):
            return
        if row.attempt:
            _give_up(db, row, reason, now)
        else:
            outbox.close(db, row.id, "dead", reason)

    def _lose(self, db: Connection, channel: str, reason: str, now: datetime) -> None:
        """The channel itself is refused: it stops; the process only if no other channel is left."""
        log.error("channel %s is stopped: %s", channel, reason)
        budgets.set_fault(db, channel, reason, now)
        self.lose(channel, reason)


def _folded(row: Claimed) -> datetime | None:
    """Reminders that cannot leave now wait for the next morning's plan, which takes them into its own message."""
    return row.expires_at if row.kind == "reminders" else None


def _give_up(db: Connection, row: Claimed, reason: str, now: datetime) -> None:
    """It will not arrive; the coordinators are told."""
    outbox.close(db, row.id, "dead", reason)
    alarm.undelivered(db, row, now)
