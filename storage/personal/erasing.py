"""A person is erased: no chat, no name, no post; what the office did stays, under a code.

Reports, documents and marks are the office's files and follow its own terms; the history knows people by number only.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, String, cast, delete, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from storage import audit
from storage.access import invites, passes
from storage.errors import LastCoordinator
from storage.messages.outbox import NO_WORDS
from storage.names import name_key
from storage.office import people
from storage.tables import (
    Address,
    Attempt,
    Conversation,
    DataRequest,
    Fetch,
    Inbox,
    Load,
    Outbox,
    Pass,
    Person,
    RoleHeld,
    Support,
    Upload,
    UploadSession,
    WebChat,
    WebMessage,
    WebSession,
)
from storage.work import handovers

Place = tuple[Any, InstrumentedAttribute[Any], InstrumentedAttribute[Any]]
WITH_NAMES: tuple[Place, ...] = (
    (Outbox, Outbox.id, Outbox.payload),
    (WebMessage, WebMessage.id, WebMessage.payload),
    (Load, Load.id, Load.sheet),
    (Load, Load.id, Load.undo),
    (Conversation, Conversation.chat, Conversation.offered),
    (Conversation, Conversation.chat, Conversation.asked),
    (Conversation, Conversation.chat, Conversation.left_open),
    (Conversation, Conversation.chat, Conversation.said),
    (Conversation, Conversation.chat, Conversation.set_aside),
)
"""Where others were told of somebody by name: table, its key, the column."""
CHATS = (Fetch, Upload, UploadSession, Pass, Address)


def code_of(person_id: int) -> str:
    """What stands where the name stood."""
    return f"CB-{person_id:04d}"


def still_held(db: Connection, person_id: int) -> int:
    """Rows that must be handed over first: nobody would answer for them."""
    return len(handovers.movable(db, person_id))


def is_needed(db: Connection, person_id: int) -> bool:
    """Whether the office would be left without somebody: for a row, or as its only coordinator."""
    try:
        people.keep_a_coordinator(db, people.by_id(db, person_id))
    except LastCoordinator:
        return True
    return still_held(db, person_id) > 0


def erase(db: Connection, person_id: int, now: datetime, today: date, *, by: int | None) -> None:
    """Take out what identifies a person; the office's record stays, under a code."""
    person = people.by_id(db, person_id)
    chats = list(db.scalars(select(Address.chat).where(Address.person_id == person_id)))
    people.leave(db, person_id, now, today)
    invites.revoke(db, person_id, now)
    passes.revoke(db, person_id, now)
    db.execute(delete(RoleHeld).where(RoleHeld.person_id == person_id))
    _forget_traffic(db, person_id, chats)
    _forget_web(db, person_id)
    _forget_name(db, person.full_name, person.office_id, person_id)
    audit.note(db, "erase_person", f"person:{person_id}", now, by=by, office=person.office_id)


def _forget_traffic(db: Connection, person_id: int, chats: list[str]) -> None:
    """What came and went: its words and the chat's number."""
    db.execute(delete(Inbox).where(Inbox.chat.in_(chats), Inbox.state != "new"))
    db.execute(delete(Conversation).where(Conversation.chat.in_(chats)))
    db.execute(delete(Attempt).where(Attempt.chat.in_(chats)))
    gone, theirs = f"erased:{person_id}", or_(Outbox.person_id == person_id, Outbox.chat.in_(chats))
    waiting = Outbox.state.in_(("pending", "unsure", "held"))
    db.execute(update(Outbox).where(theirs, waiting).values(state="cancelled", note="erased"))
    db.execute(update(Outbox).where(theirs).values(payload=NO_WORDS, chat=gone, message_id=None))
    for table in CHATS:
        db.execute(update(table).where(table.chat.in_(chats)).values(chat=gone))


def _forget_web(db: Connection, person_id: int) -> None:
    own = select(WebChat.id).where(WebChat.person_id == person_id)
    for table in (WebMessage, WebSession):
        db.execute(delete(table).where(table.chat_id.in_(own)))
    db.execute(delete(WebChat).where(WebChat.person_id == person_id))


def _forget_name(db: Connection, name: str, office_id: int, person_id: int) -> None:
    """The code takes the name's place; in what others were told too, unless somebody else bears the same name.

    Names of others that contain it ("Võ Thị Hà" in "Võ Thị Hà My") stay whole.
    """
    code = code_of(person_id)
    nothing = {"post": None, "form_of_address": None, "hour": None}
    db.execute(update(Person).where(Person.id == person_id).values(full_name=code, name_key=name_key(code), **nothing))
    db.execute(update(DataRequest).where(DataRequest.person_id == person_id).values(words=None, reason=None))
    db.execute(update(Support).where(Support.person_id == person_id).values(name=code))
    if people.named(db, office_id, name):
        return
    longer = db.scalars(select(Person.full_name).where(Person.full_name.contains(name)))
    names = re.compile("|".join(map(re.escape, sorted({name, *longer}, key=len, reverse=True))))
    for table, key, column in WITH_NAMES:
        for row in db.execute(select(key, column).where(cast(column, String).contains(name))).all():
            changed = _each_text(row[1], lambda text: names.sub(lambda found: code if found[0] == name else found[0], text))
            db.execute(update(table).where(key == row[0]).values({column.key: changed}))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {change(key): _each_text(one, change) for key, one in value.items()}
    return [_each_text(one, change) for one in value] if isinstance(value, list) else value
