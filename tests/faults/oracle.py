"""What people's phones got against what the database says: lost, doubled, to the wrong person, out of order."""

from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select

from storage.db import Store
from storage.tables import Inbox, Outbox
from tests.emulator.remote import Remote

AGAIN = "(gửi lại)"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One look at both sides, once nothing is under way any more.

    Attributes:
        sent: messages that the database says were sent.
        lost: of these, those that nobody got; and what was given up, or set aside.
        doubled: messages that came more than once, counted by their copies; each of them has to bear its mark.
        unmarked: copies without a mark.
        astray: messages of one person that came to another.
        disordered: messages that came before an earlier one of the same chat, though neither had to be sent again.
        why: of each message that was given up, how often it was tried and the reason.
    """

    sent: int
    lost: int
    doubled: int
    unmarked: int
    astray: int
    disordered: int
    why: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.sent} messages: {self.lost} lost, {self.doubled} doubled, {self.astray} astray, {self.disordered} out of order"


def verdict(store: Store, remote: Remote) -> Verdict:
    """Compare; a message is known by its chat and by the number that the platform gave it."""
    with store.transaction() as db:
        rows = db.execute(select(Outbox).order_by(Outbox.id)).all()
        set_aside = len(db.execute(select(Inbox.id).where(Inbox.state == "quarantined")).all())
    came = {(f"telegram:{one['chat']['id']}", str(one["message_id"])): one for one in remote.delivered()}
    sent = [row for row in rows if row.state == "sent" and row.chat.startswith("telegram:")]
    own = {(row.chat, row.message_id) for row in sent}
    texts: dict[str, set[str]] = {}
    for row in rows:
        texts.setdefault(_plain(row.payload.get("text", "")), set()).add(row.chat)
    missing = [row for row in sent if (row.chat, row.message_id) not in came]
    extra = {place: one for place, one in came.items() if place not in own}
    given_up = [f"row {row.id} of {row.kind}, {row.attempt} tries: {row.note}" for row in rows if row.state == "dead"]
    marks = sum(AGAIN in one.get("text", "") for one in came.values())
    numbers: dict[str, list[int]] = {}
    for row in sent:
        if row.attempt == 1 and not row.edits:
            numbers.setdefault(row.chat, []).append(int(row.message_id or 0))
    return Verdict(
        sent=len(sent),
        lost=len(missing) + len(given_up) + set_aside,
        doubled=len(extra),
        unmarked=max(0, len(extra) - marks),
        astray=sum(chat not in texts.get(_plain(one.get("text", "")), {chat}) for (chat, _), one in came.items()),
        disordered=sum(later < former for line in numbers.values() for former, later in pairwise(line)),
        why=tuple(given_up),
    )


def _plain(text: str) -> str:
    return text.replace(AGAIN, "").strip()
