"""Turns that pages take: to look, and to act, with a row in the inbox that is done in the very transaction that made it."""

from datetime import datetime

from starlette.requests import Request

from bot.incoming import Incoming
from bot.turn import Site, Turn
from bot.web import sessions
from jobs.outcome import Abilities
from storage.access import web_chats
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.messages import conversations, inbox
from storage.messages.inbox import Raw
from storage.office import people


def turn_of(db: Connection, request: Request, device: Device) -> Turn:
    """A turn of the chat as this device would take it, for steps that only look."""
    app = sessions.app_of(request)
    now = app.now()
    looked = Incoming("tap", device.chat, device.chat)
    talk = conversations.get(db, device.chat, now)
    return Turn(db, now, app.site, looked, 0, talk, device.person)


def taken(
    db: Connection, chat_id: int, key: str, now: datetime, site: Site, *, route: str | None = None, can: Abilities | None = None
) -> Turn:
    """A turn of the chat for what a page does instead; its row holds none of it, since that may be a code.

    Args:
        db: open connection.
        chat_id: of the web room.
        key: of the row, new.
        now: the moment.
        site: where the office is served from.
        route: the step that the page takes.
        can: what the chat can carry; a step asks for it only where it must say something else there.
    """
    chat = web_chats.address(chat_id)
    inbox_id = inbox.put_done(db, web_chats.CHANNEL, Raw(key, chat, {"chat": chat_id, "kind": "in"}), now)
    assert inbox_id is not None, "nobody had this number before"
    talk, person = conversations.get(db, chat, now), people.by_chat(db, chat)
    return Turn(db, now, site, Incoming("tap", chat, chat, route=route), inbox_id, talk, person, can or Abilities())
