"""A message that a person did not ask for just now, as the outbox keeps it."""

from datetime import datetime

from locales.message import Message
from storage.db import Connection
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import people


def notice(
    db: Connection,
    person_id: int,
    message: Message,
    key: str,
    *,
    chat: str | None = None,
    lane: int = outbox.NOTICE,
    kind: str = "message",
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> list[Draft]:
    """Word it for where the person can be reached; nothing where no chat reaches them.

    Args:
        db: open connection.
        person_id: to whom.
        message: what.
        key: keeps it from going out twice.
        chat: where, if not where reminders come.
        lane: how urgent it is.
        kind: of outbox row.
        not_before: the moment before which it does not leave, aware.
        expires_at: the moment after which it is not worth sending, aware.
    """
    chat = chat or people.chat_of(db, person_id)
    if chat is None:
        return []
    return [Draft(key, chat, message.as_payload(), kind, lane, person_id, message.about, None, not_before, expires_at)]
